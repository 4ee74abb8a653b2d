import OutlayBudgets
import OutlayEconomics
import OutlayProblems
import OutlayValues

/// A purchase as it follows from an evaluation: what is chosen, what it binds to pay, and which budget
/// lines are charged when.
///
/// Amounts are in the document's currency, rounded to the minor unit per line and study year first, so that
/// they re-add exactly.
public struct PurchaseCase: Sendable {
    /// The evaluation with its figures.
    public let result: EvaluationResult
    /// What is chosen.
    public let choice: PurchaseChoice
    /// What surrounds the purchase.
    public let terms: PurchaseTerms
    /// The chosen option with its figures; nil where nothing is bought.
    public let chosen: OptionResult?
    /// What the chosen option binds to pay; nil where nothing is bought.
    public let contract: Contract?
    /// What the budget lines are charged, by month, line and category.
    public let charges: [PurchaseCharge]

    /// Creates the case of a choice.
    ///
    /// - Parameters:
    ///   - result: The evaluation with its figures.
    ///   - choice: What is chosen.
    ///   - terms: What surrounds the purchase.
    /// - Throws: ``ProblemCode/unknownReference`` for an unknown option, ``ProblemCode/notEligible`` for one
    ///   that may not be chosen, ``ProblemCode/choiceReasonMissing`` where a reason is owed,
    ///   ``ProblemCode/nothingToBuy`` where no vendor is paid, ``ProblemCode/unmappedCharge`` where a charge
    ///   has no budget line, and what computing the contract throws.
    public init(
        _ result: EvaluationResult, choosing choice: PurchaseChoice,
        under terms: PurchaseTerms = PurchaseTerms()
    ) throws(Problem) {
        try self.init(result, choice, terms, owesReason: true)
    }

    private init(
        _ result: EvaluationResult, _ choice: PurchaseChoice, _ terms: PurchaseTerms,
        owesReason: Bool
    ) throws(Problem) {
        self.result = result
        self.choice = choice
        self.terms = terms
        guard let id = choice.option else {
            if choice.reason.isEmpty { throw Self.silent("nothing is bought") }
            (chosen, contract, charges) = (nil, nil, [])
            return
        }
        let option = try Self.option(id, in: result)
        chosen = option
        if owesReason { try Self.checkReason(choice, option) }
        var study = result.evaluation.study(of: option.option)
        study.fiscalCalendar = terms.calendar ?? study.fiscalCalendar
        contract = try Contract(
            lines: option.option.contractLines, term: option.option.term, in: study,
            openEndMonths: terms.openEndMonths, chargedBy: terms.chargeBasis)
        guard let contract else {
            throw Problem(
                .nothingToBuy, "`\(id)` pays nothing to a vendor",
                because: "a request asks for money that is owed to somebody",
                hint: "choose an option that names its vendor, or decide to buy nothing")
        }
        charges = try PurchaseCharge.all(
            of: contract, in: study.fiscalCalendar,
            mappedBy: result.evaluation.purchase?.charge ?? [:])
    }

    /// Returns the case with other values of assumptions, to be looked at and not to be submitted.
    ///
    /// - Throws: What ``Evaluation/apply(_:)`` and computing throw.
    public func setting(_ overrides: [AssumptionOverride]) throws(Problem) -> PurchaseCase {
        var evaluation = result.evaluation
        for override in overrides { try evaluation.apply(override) }
        return try PurchaseCase(
            evaluation.run(asOf: result.asOf), choice, terms, owesReason: false)
    }

    private static func option(
        _ id: String, in result: EvaluationResult
    ) throws(Problem) -> OptionResult {
        guard let option = result.option(id) else {
            if result.rejected.contains(where: { $0.id == id }) {
                throw Problem(
                    .notEligible, "`\(id)` was set aside",
                    because: "an option that the document rejects is not bought",
                    hint: "remove `rejected` from it, or choose another option")
            }
            let known = result.options.map(\.option.id)
            throw Problem(
                .unknownReference, "there is no option `\(id)`",
                because: "the evaluation has \(known.joined(separator: ", "))",
                hint: Suggestion.hint(for: id, among: known))
        }
        if option.decision.eligibility == .failed {
            throw Problem(
                .notEligible, "`\(id)` may not be chosen",
                because: "it \(option.obstacle ?? "is not eligible")",
                hint: "choose an option that passes, or change the requirement and say why")
        }
        return option
    }

    private static func checkReason(
        _ choice: PurchaseChoice, _ option: OptionResult
    ) throws(Problem) {
        guard choice.reason.isEmpty else { return }
        if choice.award == .interim { throw silent("the decision is for the time being") }
        guard option.rank != 1 else { return }
        throw silent(
            "`\(option.option.id)` is "
                + (option.rank.map { "ranked \($0)" } ?? "not ranked"))
    }

    private static func silent(_ what: String) -> Problem {
        Problem(
            .choiceReasonMissing, "\(what), and no reason is given",
            because: "the record says why a choice is not the plain one",
            hint: "give a reason: `--reason`")
    }
}

extension PurchaseCase {
    /// The currency of every amount.
    public var currency: Currency { result.evaluation.study.currency }
    private var nothing: Money { Money(.zero, currency) }

    /// Every payment to vendors within the term, net of tax: the basis of tiers.
    public var contractValue: Money { contract?.value ?? nothing }
    /// What of it cannot be cancelled before the next break.
    public var committed: Money { contract?.committed ?? nothing }
    /// What leaving costs, apart from the contract value.
    public var leavingCosts: Money { contract?.leavingCosts ?? nothing }
    /// The total cost of ownership, unrounded.
    public var expected: Twice<Double> {
        chosen?.totalCostOfOwnership ?? Twice(all: 0, cash: 0)
    }

    /// The charges added up by fiscal year, the earliest first.
    ///
    /// - Throws: ``ProblemCode/overflow`` when a sum needs more than 38 digits.
    public func chargesByYear() throws(Problem) -> [(year: PeriodID, amount: Money)] {
        var years: [(year: PeriodID, amount: Money)] = []
        for charge in charges {
            if let last = years.last, last.year == charge.period.wholeYear {
                years[years.count - 1].amount = try last.amount + charge.amount
            } else {
                years.append((charge.period.wholeYear, charge.amount))
            }
        }
        return years
    }

    /// What keeps the choice from being decided on a day, each a problem that names its way out.
    ///
    /// A comparison shows these and goes on; what commits money stops.
    public func obstacles(on date: CalendarDate) -> [Problem] {
        guard let chosen else { return [] }
        let id = chosen.option.id
        var found: [Problem] = []
        if chosen.decision.eligibility == .unknown {
            let open = Self.openQuestions(of: chosen, in: result.evaluation)
            found.append(
                Problem(
                    .undecidedChoice, "it is not known whether `\(id)` may be chosen",
                    because: (chosen.obstacle ?? "an answer is missing")
                        + (open.isEmpty ? "" : ": nothing is stated of \(open.list("and"))"),
                    hint: "find out and add it under `performance`"))
        }
        if let last = result.validUntil(id), last < date {
            found.append(
                Problem(
                    .lapsedQuote, "the quote of `\(id)` expired on \(last)",
                    because: "what commits money on \(date) needs prices that still hold",
                    hint: "ask for a new quote and state its date"))
        }
        return found
    }

    /// Returns the knock-outs, and the criteria with a minimum, to which an option has no answer.
    private static func openQuestions(
        of option: OptionResult, in evaluation: Evaluation
    ) -> [String] {
        let knockOuts = zip(evaluation.decision.knockOuts, option.decision.knockOuts)
            .filter { $0.1 == .unknown }.map(\.0.id)
        let minimums = option.decision.minimums
            .filter { $0.outcome == .unknown && $0.found == nil }.map(\.criterion)
        return (knockOuts + minimums).map { "`\($0)`" }
    }
}

/// What one budget line is charged in one month for one cost category.
public struct PurchaseCharge: Sendable, Hashable {
    /// The budget line.
    public var node: NodeID
    /// The month of the fiscal years in use.
    public var period: PeriodID
    /// The cost category.
    public var category: String
    /// Net plus the tax that is not recovered; negative for a credit.
    public var amount: Money

    /// Creates a charge.
    public init(node: NodeID, period: PeriodID, category: String, amount: Money) {
        self.node = node
        self.period = period
        self.category = category
        self.amount = amount
    }

    /// Adds the charges of a contract up by month, line and category.
    static func all(
        of contract: Contract, in calendar: FiscalCalendar, mappedBy lines: [String: String]
    ) throws(Problem) -> [PurchaseCharge] {
        struct Key: Hashable {
            var period: PeriodID
            var node: NodeID
            var category: String
        }
        var sums: [Key: Money] = [:]
        var unmapped: [String] = []
        for part in contract.parts where !part.charges.isEmpty {
            guard let line = lines[part.category] else {
                if !unmapped.contains(part.category) { unmapped.append(part.category) }
                continue
            }
            let node = try NodeID(line)
            for due in part.charges {
                let key = Key(
                    period: PeriodID(monthOf: due.day, in: calendar), node: node,
                    category: part.category)
                sums[key] = try (sums[key] ?? Money(.zero, due.amount.currency)) + due.amount
            }
        }
        guard unmapped.isEmpty else {
            throw Problem(
                .unmappedCharge,
                "\(unmapped.map { "`\($0)`" }.list("and")) \(unmapped.count == 1 ? "has" : "have") no budget "
                    + "line",
                because: lines.isEmpty
                    ? "the document says nothing of it under `purchase: {charge: …}`"
                    : "`purchase: {charge: …}` names lines for "
                        + lines.keys.sorted().map { "`\($0)`" }.list("and"),
                hint: "add `\(unmapped[0]): LINE` to `charge`")
        }
        return sums.map { key, amount in
            PurchaseCharge(
                node: key.node, period: key.period, category: key.category, amount: amount)
        }
        .filter { !$0.amount.amount.isZero }
        .sorted { ($0.period, $0.node, $0.category) < ($1.period, $1.node, $1.category) }
    }
}
