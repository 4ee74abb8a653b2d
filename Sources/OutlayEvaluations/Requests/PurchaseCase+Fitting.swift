import OutlayBudgets
import OutlayEconomics
import OutlayProblems
import OutlayValues

/// The largest value of an assumption with which a request fits its budget.
public struct FittingValue: Sendable, Hashable {
    /// The assumption, with the year it is set from where one is named.
    public var name: String
    /// What it counts, such as `seat`; empty where not stated.
    public var unit: String
    /// The value.
    public var value: ExactDecimal
}

/// What would make a request fit: the case that was looked at, what is missing, and the ways out.
public struct PurchaseCheck: Sendable {
    /// The case, with other values of assumptions where some were asked about.
    public var purchase: PurchaseCase
    /// What it would leave of each budget line.
    public var budget: BudgetCheck
    /// Charged years that have no budget yet.
    public var unbudgetedYears: [PeriodID]
    /// What of the contract falls into those years, in the document's currency.
    public var unbudgeted: Money
    /// The largest values with which it fits; empty where it fits, or nothing smaller does.
    public var fitting: [FittingValue]
    /// What has to be moved to the line that blocks; nil where money is not what is missing.
    public var transfer: (amount: MinorUnits, node: NodeID)?
    /// Who may override by the policy in force, or nil where nobody may or nothing is missing.
    public var override: OverrideWay?

    /// An authority that may let a request beyond its budget.
    public struct OverrideWay: Sendable, Hashable {
        /// The policy.
        public var policy: LedgerText
        /// The role that may, for a reason.
        public var role: RoleID
    }

    /// Whether the money could be held.
    public var fits: Bool { budget.refusal == nil }
}

extension PurchaseCase {
    /// Looks at whether the case fits the budgets of a ledger, and at what would make it fit.
    ///
    /// Nothing is written. Where other values of assumptions are given, the case with them is looked at.
    ///
    /// - Parameters:
    ///   - id: The request; what it holds already is left out.
    ///   - overrides: The values to look at.
    ///   - reader: The ledger.
    ///   - date: The day.
    /// - Returns: The check. Smaller values are searched for the assumptions that were set, or else for each
    ///   one that the chosen option's payments follow.
    /// - Throws: What ``Evaluation/apply(_:)`` and ``submission(_:in:)`` throw.
    /// - Complexity: A logarithmic number of runs of the evaluation for each assumption that is searched.
    public func check(
        _ id: RequestID, setting overrides: [AssumptionOverride] = [],
        in reader: some LedgerReader, on date: CalendarDate
    ) throws(Problem) -> PurchaseCheck {
        let looked = overrides.isEmpty ? self : try setting(overrides)
        let budget = try reader.budgetCheck(
            of: looked.submission(id, in: reader), on: date)
        let years = try looked.unbudgetedYears(in: reader) + budget.unfundedYears
        let unbudgeted = try looked.charges.filter { years.contains($0.period.wholeYear) }
            .map(\.amount.amount).sum()
        var check = PurchaseCheck(
            purchase: looked, budget: budget, unbudgetedYears: years,
            unbudgeted: Money(unbudgeted, currency), fitting: [])
        guard let refusal = budget.refusal, refusal.code == .insufficientFunds else {
            return check
        }
        let asked = overrides.isEmpty ? looked.followed : overrides
        for (index, override) in asked.enumerated() {
            var others = overrides
            if !overrides.isEmpty { others.remove(at: index) }
            let most = try looked.largest(override) { value throws(Problem) in
                var changed = override
                changed.value = value
                let smaller = try self.setting(others + [changed])
                return try reader.fundsRefusal(
                    of: smaller.submission(id, in: reader), on: date) == nil
            }
            guard let most else { continue }
            check.fitting.append(
                FittingValue(
                    name: override.id + (override.year.map { ".\($0)" } ?? ""),
                    unit: result.evaluation.study.assumptions[override.id]?.unit ?? "",
                    value: most))
        }
        if let shortBy = refusal.shortBy, let row = refusal.row {
            check.transfer = (shortBy, row.node)
        }
        if let policy = try reader.policy(inForceOn: date), let role = policy.budget.overrideRole {
            check.override = PurchaseCheck.OverrideWay(policy: policy.id, role: role)
        }
        return check
    }

    /// The assumptions that payments of the chosen option follow, each at its value on the first day.
    private var followed: [AssumptionOverride] {
        guard let chosen else { return [] }
        let study = result.evaluation.study
        let paid = Set(contract?.parts.map(\.line) ?? [])
        let lines = chosen.option.contractLines.filter { paid.contains($0.id) }
        return study.assumptions.keys.sorted().compactMap { id -> AssumptionOverride? in
            guard lines.contains(where: { !$0.model.uses(of: id).isEmpty }),
                let assumption = study.assumptions[id],
                let step = assumption.steps.last(where: { step in
                    step.from.map { $0 <= study.horizon.start } ?? true
                })
            else { return nil }
            return AssumptionOverride(id, value: step.value)
        }
    }

    /// Returns the largest value below that of `override` that fits, in steps of its last decimal and that
    /// of the stated value; nil where not even 0 does.
    ///
    /// What fits is taken to fit for every smaller value, as money that grows with the assumption does.
    private func largest(
        _ override: AssumptionOverride, _ fits: (ExactDecimal) throws(Problem) -> Bool
    ) throws(Problem) -> ExactDecimal? {
        guard override.value > .zero else { return nil }
        let stated = result.evaluation.study.assumptions[override.id]?.steps.map(\.value.places)
        let places = min(6, max(override.value.places, stated?.max() ?? 0))
        let top = try override.value * ExactDecimal(Self.powerOfTen(places))
        guard let steps = Int(top.description), steps < 1_000_000_000_000_000 else { return nil }
        var (low, high) = (-1, steps - 1)
        while low < high {
            let middle = low + (high - low + 1) / 2
            if try fits(ExactDecimal(middle, places: places)) {
                low = middle
            } else {
                high = middle - 1
            }
        }
        return low > 0 ? ExactDecimal(low, places: places) : nil
    }

    private static func powerOfTen(_ places: Int) -> Int {
        (0..<places).reduce(1) { power, _ in power * 10 }
    }
}
