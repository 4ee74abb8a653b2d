import OutlayBudgets
import OutlayEconomics
import OutlayEncoding
import OutlayProblems
import OutlayValues

/// What the bytes of a frozen revision say, before anything is computed again.
public struct FrozenStatement: Sendable {
    /// The bytes.
    public let content: String
    /// Their SHA-256.
    public let hash: SHA256Value
    /// What was chosen.
    public let choice: PurchaseChoice
    /// What surrounded the purchase.
    public let terms: PurchaseTerms
    /// What was asked of the ledger.
    public let submission: Submit
    /// All that the evaluation was read from.
    public let inputs: FrozenInputs
    /// When the contract begins and ends; nil where the option states no term.
    public let contractDates: ContractDates?
    /// The contract value that was stated.
    public let contractValue: Money
    private let members: JSONObject

    /// Reads what a revision froze; a problem says which one it is.
    ///
    /// - Throws: ``ProblemCode/badFreeze`` for bytes that are not those of one.
    public init(of revision: RequestRevision) throws(Problem) {
        do throws(Problem) {
            self = try FrozenStatement(revision.content)
        } catch {
            throw error.located(at: .part("\(revision.request) r\(revision.number)"))
        }
    }

    /// Reads the bytes of a frozen revision.
    ///
    /// - Throws: ``ProblemCode/badFreeze`` for anything else.
    public init(_ content: String) throws(Problem) {
        guard let value = try? JSONValue(parsing: content), value.canonicalText == content,
            case .object(let members) = value
        else { throw FrozenFields.damaged("it is not a canonical JSON object") }
        let fields = try FrozenFields(value, "the revision")
        let format = try fields.text("format")
        guard format == FrozenRevision.format else {
            var problem = FrozenFields.damaged(
                "its format is \(Problem.quoted(format)), not `\(FrozenRevision.format)`")
            problem.hint =
                "read it by the version of outlay that froze it; else \(problem.hint ?? "")"
            throw problem
        }
        self.content = content
        self.members = members
        hash = SHA256Value.of(Array(content.utf8))
        choice = try Self.choice(FrozenFields(fields["choice"], "choice"))
        let policy = try Self.policy(fields["policy"])
        terms = try Self.terms(FrozenFields(fields["terms"], "terms"), policy)
        guard let asked = fields["submission"] else {
            throw FrozenFields.damaged("`submission` is missing")
        }
        submission = try Submit(canonicalJSON: asked.canonicalText)
        let inputs = try FrozenFields(fields["inputs"], "inputs")
        func part(_ key: String) throws(Problem) -> JSONValue {
            guard let value = inputs[key] else {
                throw FrozenFields.damaged("`\(key)` is missing")
            }
            return value
        }
        self.inputs = FrozenInputs(
            document: try part("document"), cells: try part("cells"),
            columns: try part("columns"), companions: try part("companions"),
            rates: try part("rates"), indices: try part("indices"),
            sources: try part("sources"))
        let currency = try Currency(code: try fields.text("currency"))
        contractValue = Money(
            try FrozenFields(fields["amounts"], "amounts").decimal("contract_value"), currency)
        contractDates = try fields["contract"].map { value throws(Problem) in
            try ContractDates(frozen: FrozenFields(value, "contract"), currency)
        }
    }

    /// Computes the revision again from what it says, and from nothing else.
    ///
    /// - Parameters:
    ///   - evaluation: What ``inputs`` are read as.
    ///   - asOf: The day on which quotes are judged; no figure depends on it.
    /// - Returns: The revision computed again, and what of it is not as it was stated.
    /// - Throws: What computing throws.
    package func reperformed(
        with evaluation: Evaluation, asOf: CalendarDate
    ) throws(Problem) -> Reperformance {
        let purchase = try PurchaseCase(
            try evaluation.run(asOf: asOf), choosing: choice, under: terms)
        let years = Set(submission.lines.compactMap { $0.period?.wholeYear })
        let charged = Set(purchase.charges.map(\.period.wholeYear))
        let again = try FrozenRevision(
            purchase,
            submission: try purchase.submission(
                submission.id, leavingOut: charged.subtracting(years),
                ledger: terms.rate?.to ?? purchase.currency),
            inputs: inputs)
        guard case .object(let computed) = try JSONValue(parsing: again.content) else {
            throw FrozenFields.damaged("it is no object")
        }
        let names = Set(members.members.map(\.key)).union(computed.members.map(\.key))
        let differing = names.sorted().filter {
            members[$0]?.canonicalText != computed[$0]?.canonicalText
        }
        return Reperformance(stated: self, computed: again, differing: differing)
    }

    private static func choice(_ fields: FrozenFields) throws(Problem) -> PurchaseChoice {
        let reason = try LedgerText(try fields.text("reason"))
        let award: AwardKind = try fields.word("award")
        switch award {
        case .none: return .noAward(reason: reason)
        case .full: return .award(try fields.text("option"), reason: reason)
        case .interim:
            return .interim(
                try fields.text("option"), reviewOn: try fields.date("review_on"), reason: reason)
        }
    }

    private static func policy(_ value: JSONValue?) throws(Problem) -> PolicyReference? {
        guard let value else { return nil }
        let fields = try FrozenFields(value, "policy")
        return PolicyReference(
            id: LedgerText(known: try fields.text("id")), revision: try fields.integer("revision"),
            hash: LedgerText(known: try fields.text("hash")))
    }

    private static func terms(
        _ fields: FrozenFields, _ policy: PolicyReference?
    ) throws(Problem) -> PurchaseTerms {
        let months = try fields.integer("open_end_months")
        guard months >= 1 else { throw FrozenFields.damaged("`open_end_months` is \(months)") }
        return PurchaseTerms(
            calendar: try FiscalCalendar(
                startMonth: try fields.integer("start_month"),
                naming: try fields.word("naming")),
            chargeBasis: try fields.word("charge_basis"), openEndMonths: months, policy: policy,
            rate: try fields["rate"].map { value throws(Problem) in
                try ExchangeRate(frozen: FrozenFields(value, "rate"))
            },
            framework: try fields.optionalText("framework").map { text throws(Problem) in
                try FrameworkID(text)
            })
    }
}

/// A frozen revision that was computed again from its own bytes.
public struct Reperformance: Sendable {
    /// What the bytes say.
    public let stated: FrozenStatement
    /// The same, computed again.
    public let computed: FrozenRevision
    /// The parts that do not agree, such as `amounts` or `charges`; none where all do.
    public let differing: [String]

    /// What is wrong, or nil where every figure came out as it was stated.
    public var problem: Problem? {
        guard !differing.isEmpty else { return nil }
        return Problem(
            .frozenDiffers,
            "\(Problem.quoted(stated.submission.id.text)) does not come out as it was stated",
            because: "computed again, \(differing.map { "`\($0)`" }.list("and")) "
                + (differing.count == 1 ? "differs" : "differ"),
            hint: "verify the ledger that keeps it: `outlay audit verify`")
    }
}
