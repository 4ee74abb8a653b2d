import OutlayProblems
import OutlayValues

/// Seats that come and go, of which a minimum is committed.
///
/// A seat that comes within a month costs its days of it, or the whole month. With a true-up, seats that come
/// are settled at the end of its period, and none is given back before that. All seats end together.
public struct SeatsModel: CostModel {
    /// What it was created from.
    public let inputs: CostModelInputs
    /// How the price of a seat grows.
    public let escalation: Escalation
    private let seats: Operand
    private let unitCost: Operand
    private let minimum: Operand
    private let ceiling: Operand?
    private let countsDays: Bool
    private let trueUp: PricePeriod?
    private let charge: Recurrence

    /// What the rest of the program needs to know of the model.
    public static let descriptor = CostModelDescriptor(
        identifier: "seats",
        title: "Seats with a committed minimum",
        selectingKey: "seats",
        inputs: [
            .init(
                "seats", "how many seats are used", .operand(isMoney: false), isRequired: true,
                isProportional: false),
            .init(
                "unit_cost", "money for each; any number of decimals", .operand(isMoney: false),
                isRequired: true, label: "unit price"),
            .init(
                "minimum", "the seats that are paid for, used or not", .operand(isMoney: false),
                isProportional: false),
            .init(
                "pro_rata",
                "what a seat costs that comes within a month: its days (where not "
                    + "given) or the month", .choice(["days", "month"]), label: "pro rata by"),
            .init(
                "true_up", "when added seats are settled: at the end of each month, quarter, year",
                .chargePeriod, label: "true-up every"),
            .ceiling,
        ] + Recurrence.inputs() + [
            .init("escalation", "growth per year as a fraction", .escalation)
        ],
        source: "Microsoft, Enterprise Agreement program guide: true-up (microsoft.com/licensing, "
            + "read 2026-11-23)",
        examples: [
            CostModelExample(
                title: "40 seats used of 50 committed, 18 a month",
                inputs: CostModelInputs([
                    "seats": .operand(.constant(ExactDecimal(40))),
                    "minimum": .operand(.constant(ExactDecimal(50))),
                    "unit_cost": .operand(.constant(ExactDecimal(18))),
                    "every": .pricePeriod(.month),
                ]),
                amounts: [.zero, ExactDecimal(10_800), ExactDecimal(10_800), ExactDecimal(10_800)])
        ])

    /// Creates the model.
    ///
    /// - Throws: ``ProblemCode/missingField``; ``ProblemCode/unknownChoice`` where nothing says when it is charged.
    public init(_ inputs: CostModelInputs) throws(Problem) {
        self.inputs = inputs
        seats = try inputs.required("seats")
        unitCost = try inputs.required("unit_cost")
        minimum = inputs.operand("minimum") ?? .constant(.zero)
        ceiling = inputs.operand("usage_ceiling")
        countsDays = inputs.word("pro_rata") != "month"
        trueUp = inputs.pricePeriod("true_up")
        charge = try Recurrence(inputs)
        escalation = inputs.escalation("escalation") ?? .none
    }

    /// Returns the payments of every study year in `window`: seats used, committed and not used, and settled later.
    ///
    /// - Throws: A ``Problem`` when an assumption has no value or a number grows beyond 38 digits.
    public func payments(in study: Study, window: Window) throws(Problem) -> [Payment] {
        var payments = try charge.payments(
            of: [.used, .unused], in: study, window: window, escalation: escalation
        ) { month throws(Problem) in
            let billed = try billed(in: month, study, window)
            return [billed.used, billed.unused]
        }
        if let trueUp {
            var settling = charge
            settling.every = trueUp
            settling.paid = .arrears
            payments += try settling.payments(
                of: [.trueUp], in: study, window: window, escalation: escalation
            ) { month throws(Problem) in [try billed(in: month, study, window).added] }
        }
        return payments.inOrder
    }

    private struct Billed {
        var used = ExactDecimal.zero
        var unused = ExactDecimal.zero
        var added = ExactDecimal.zero
    }

    /// Returns what the seats of a month cost, before growth.
    private func billed(
        in month: Recurrence.Month, _ study: Study, _ window: Window
    ) throws(Problem) -> Billed {
        let price = try study.quantity(of: unitCost, "unit_cost", in: month)
        let committed = try study.quantity(of: minimum, "minimum", in: month)
        let settled = try trueUp.map { (period) throws(Problem) in
            try count(on: settledOn(before: month, period, study), month, study, window)
        }
        var billed = Billed()
        let stretches = try stretches(of: month, study, window)
        let days = stretches.reduce(0) { $0 + $1.days }
        for stretch in stretches {
            let weight = ExactDecimal(stretch.days)
            let own = max(stretch.seats, settled ?? stretch.seats)
            let added = try settled.map { (settled) throws(Problem) in
                // Up to the committed minimum, seats that come are paid for already.
                try own - max(min(own, max(settled, committed)), .zero)
            }
            try billed.added += (added ?? .zero).multiplied(by: weight)
            try billed.used += (own - (added ?? .zero)).multiplied(by: weight)
            try billed.unused += max(committed - own, .zero).multiplied(by: weight)
        }
        for part in [\Billed.used, \.unused, \.added] {
            billed[keyPath: part] = try billed[keyPath: part].multiplied(
                by: price, dividedBy: ExactDecimal(days))
        }
        return billed
    }

    /// Returns the days of a month with how many seats are there on them.
    private func stretches(
        of month: Recurrence.Month, _ study: Study, _ window: Window
    ) throws(Problem) -> [(days: Int, seats: ExactDecimal)] {
        var bounds = [month.pricedOn]
        if case .assumption(let id) = seats, let steps = study.assumptions[id]?.steps {
            bounds += steps.compactMap(\.from).filter { $0 > month.pricedOn && $0 < month.next }
        }
        var stretches: [(days: Int, seats: ExactDecimal)] = []
        for (index, day) in bounds.enumerated() {
            let next = index + 1 < bounds.count ? bounds[index + 1] : month.next
            stretches.append((day.days(until: next), try count(on: day, month, study, window)))
        }
        if countsDays { return stretches }
        let most = stretches.map(\.seats).max() ?? .zero
        return stretches.map { ($0.days, most) }
    }

    /// Returns the first day of the true-up period that a month belongs to, not before the line begins.
    private func settledOn(
        before month: Recurrence.Month, _ period: PricePeriod, _ study: Study
    ) -> CalendarDate {
        let length = 12 / period.count(per: .year).numerator
        let first = (month.month - 1) / length * length + 1
        let day = study.horizon.firstDay(ofMonth: first, inYear: month.year)
        return max(day, charge.begins ?? day)
    }

    private func count(
        on day: CalendarDate, _ month: Recurrence.Month, _ study: Study, _ window: Window
    ) throws(Problem) -> ExactDecimal {
        window.units(
            try study.quantity(of: seats, "seats", on: day, year: month.year, by: month.standing),
            ceiling: try study.ceiling(ceiling, in: month))
    }
}
