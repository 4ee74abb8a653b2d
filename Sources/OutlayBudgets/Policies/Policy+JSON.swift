import OutlayEncoding
import OutlayProblems
import OutlayValues

extension Policy: GovernedDocument {
    /// The policy as a value, every setting written out.
    public var json: JSONValue {
        var object = JSONObject()
        object["kind"] = "Policy"
        object["id"] = .string(id.text)
        object["revision"] = .integer(revision)
        object["effective_from"] = .string(effectiveFrom.description)
        object["currency"] = .string(currency.code)
        object["amount_basis"] = "contract_value"
        object["open_end_months"] = .integer(openEndMonths)
        object["tiers"] = .array(tiers.map { $0.json(currency) })
        object["order"] = .array(order.map { .strings($0.map(\.text)) })
        object["per_line"] = .strings(perLine.map(\.text))
        object["extra"] = .array(conditions.map { $0.json(currency) })
        object["routes"] = routes.json(currency)
        object["split"] = split.map { $0.json(currency) } ?? false
        object["duplicates"] = ["days": .integer(duplicateDays)]
        object["keep_approval_if"] = retention.json(currency)
        object["separation_of_duties"] = .strings(
            Separation.allCases.filter { $0 != .lastEditor || barsLastEditor }.map(\.rawValue))
        object["reserve"] = .string(terms.reserve.rawValue)
        var expire = JSONObject()
        expire["request"] = terms.expiresAfterDays.map { .integer($0) } ?? false
        expire["approval"] = terms.orderWithinDays.map { .integer($0) } ?? false
        object["expire"] = .object(expire)
        object["invoice"] = [
            "tolerance": .string(
                ExactDecimal(Int(terms.invoiceTolerance.count), places: 4).description),
            "tolerance_amount": .string(terms.invoiceToleranceAmount.canonicalText(currency)),
            "match": .string(terms.matching.rawValue),
        ]
        object["remind"] = reminders?.json ?? false
        object["budget"] = budget.json(terms.futureYears)
        object["tests"] = .array(tests.map { $0.json(currency) })
        return .object(object)
    }

    /// Reads a policy.
    ///
    /// - Throws: ``DocumentFaults`` with every problem and its JSON pointer.
    public init(json: JSONValue) throws(DocumentFaults) {
        self = try StrictValue.read(json) { value in value.fields { Self.read(value, $0) } }
    }

    /// What `separation_of_duties` names.
    private enum Separation: String, CaseIterable {
        case requester = "requester-not-approver"
        case lastEditor = "last-editor-not-approver"
        case oneVote = "one-person-one-role"
    }

    private static func read(_ value: StrictValue, _ fields: StrictFields) -> Policy? {
        guard fields.isOfKind("Policy") else { return nil }
        let id = fields.required("id") { $0.ledgerText() }
        let revision = fields.optional("revision", 1) { $0.whole(1...1_000_000_000) }
        let effectiveFrom = fields.required("effective_from") { $0.date() }
        let currency = fields.required("currency") { $0.currency() }
        fields.optional("amount_basis") { $0.choice(AmountBasis.self) }
        let unit = currency ?? .eur
        let tiers = fields.required("tiers") { value in
            value.list(atLeast: 1) { ApprovalTier.read($0, unit) }
        }
        var policy = Policy(
            unchecked: id ?? .empty, revision, effectiveFrom ?? CalendarDate(dayNumber: 0), unit,
            tiers ?? [])
        policy.readPaths(fields)
        policy.readTerms(fields)
        policy.tests =
            fields.optional("tests") { value in value.list { PolicyTest.read($0, unit) } } ?? []
        guard value.faults.list.isEmpty else { return nil }
        for (pointer, problem) in policy.problems {
            value.report(problem.located(at: .part(pointer)))
        }
        guard id != nil, effectiveFrom != nil, currency != nil, tiers != nil,
            value.faults.list.isEmpty
        else { return nil }
        return policy
    }

    private enum AmountBasis: String, CaseIterable {
        case contractValue = "contract_value"
    }

    private mutating func readPaths(_ fields: StrictFields) {
        let unit = currency
        openEndMonths = fields.optional("open_end_months", 48) { $0.whole(1...1200) }
        order = fields.optional("order", []) { $0.list { $0.names(atLeast: 1) } }
        perLine = fields.optional("per_line", []) { $0.names() }
        conditions =
            fields.optional("extra") { value in
                value.list { ApprovalCondition.read($0, unit) }
            } ?? []
        routes = fields.optional("routes", RouteSettings()) { RouteSettings.read($0, unit) }
        split = fields["split"].map { SplitWindow.read($0, unit) } ?? .standard
        duplicateDays = fields.optional("duplicates", 0) { value in
            value.fields { $0.required("days") { $0.whole(0...3660) } }
        }
        retention = fields.optional("keep_approval_if", .standard(in: unit)) {
            ApprovalRetention.read($0, unit)
        }
        barsLastEditor = fields.optional("separation_of_duties", true) { value in
            Self.readSeparation(value)
        }
    }

    private static func readSeparation(_ value: StrictValue) -> Bool? {
        guard let named = value.list({ $0.choice(Separation.self) }) else { return nil }
        for always in [Separation.requester, .oneVote] where !named.contains(always) {
            value.report(
                Problem(
                    .missingField, "\(Problem.quoted(always.rawValue)) is left out",
                    because: "no policy lifts it",
                    hint: "add \(Problem.quoted(always.rawValue))"))
        }
        return named.contains(.lastEditor)
    }

    private mutating func readTerms(_ fields: StrictFields) {
        let unit = currency
        terms.reserve = fields.optional("reserve", .submission) { $0.choice(ReserveAt.self) }
        let expire: (Int?, Int?) =
            fields.optional("expire") { value in
                value.fields { fields in
                    (
                        fields["request"].map { $0.days() } ?? 30,
                        fields["approval"].flatMap { $0.days() }
                    )
                }
            } ?? (30, nil)
        (terms.expiresAfterDays, terms.orderWithinDays) = expire
        fields.optional("invoice") { value in
            value.fields { fields in
                terms.invoiceTolerance = fields.optional("tolerance", .zero) { $0.share() }
                terms.invoiceToleranceAmount = fields.optional("tolerance_amount", .zero) {
                    $0.amount(unit)
                }
                terms.matching = fields.optional("match", .order) {
                    $0.choice(InvoiceMatching.self)
                }
                return true
            }
        }
        reminders = fields["remind"].flatMap { Reminders.read($0) }
        fields.optional("budget") { value in
            value.fields { fields in
                budget = BudgetControl.read(fields)
                let outYears = fields.optional("out_years", .warn) { $0.choice(OutYears.self) }
                terms.futureYears = outYears == .block ? .refuse : .track
                return true
            }
        }
    }
}

extension StrictValue {
    /// Whether the value is `false`, which switches a setting off.
    var isOff: Bool { value == .bool(false) }

    /// A count of days, as a number or as `60d`; nil for `false`.
    func days() -> Int? {
        if isOff { return nil }
        guard case .string(let text) = value, text.hasSuffix("d"),
            text.utf8.dropLast().allSatisfy({ $0 &- 48 < 10 })
        else { return whole(0...36_600) }
        return StrictValue(
            value: .number(text: String(text.dropLast())), pointer: pointer, faults: faults
        ).whole(0...36_600)
    }

    /// A fraction of whole basis points, such as 0.02.
    func share() -> BasisPoints? {
        guard let share = decimal(atMost: ExactDecimal(100)) else { return nil }
        let count = try? (share * ExactDecimal(10_000)).wholeValue
        guard let count, let points = try? BasisPoints(Int64(count)) else {
            report(
                Problem(
                    .tooPrecise, "\(share) is finer than a basis point",
                    because: "a share is a whole number of hundredths of a percent"))
            return nil
        }
        return points
    }
}

extension Reminders {
    fileprivate var json: JSONValue {
        [
            "after": .integer(afterDays),
            "escalate_after": escalateAfterDays.map { .integer($0) } ?? false,
        ]
    }

    fileprivate static func read(_ value: StrictValue) -> Reminders? {
        if value.isOff { return nil }
        return value.fields { fields in
            let after = fields.required("after") { $0.days() }
            let escalate = fields["escalate_after"].flatMap { $0.days() }
            return after.map { Reminders(afterDays: max(1, $0), escalateAfterDays: escalate) }
        }
    }
}
