import OutlayProblems
import OutlayValues

/// The same payment for some months, in advance unless said otherwise, and what keeping the thing costs then.
public struct LeaseModel: OwnTermModel {
    /// What it was created from.
    public let inputs: CostModelInputs
    private let lease: Operand
    private let buyOut: Operand?
    let months: Int
    private let charge: Recurrence
    var begins: CalendarDate? { charge.begins }

    /// What the rest of the program needs to know of the model.
    public static let descriptor = CostModelDescriptor(
        identifier: "lease",
        title: "Lease",
        selectingKey: "lease",
        inputs: [
            .init(
                "lease", "money of each payment; paid in advance unless `paid` says otherwise",
                .operand(isMoney: true), isRequired: true, isProportional: false),
            .init(
                "months", "how many months it runs", .count, isRequired: true),
            .init(
                "buy_out", "money that keeping the thing costs on the last day",
                .operand(isMoney: true), label: "buy-out", isProportional: false),
        ]
            + Recurrence.inputs(standard: .month).filter {
                !["ends", "ramp", "per"].contains($0.name)
            },
        isForCostsOnly: true,
        source:
            "IFRS 16 Leases (2016), paragraph 27: fixed payments and the price of a purchase option",
        examples: [
            CostModelExample(
                title: "24 months at 500 and 900 to keep it",
                inputs: CostModelInputs([
                    "lease": .operand(.constant(ExactDecimal(500))),
                    "months": .operand(.constant(ExactDecimal(24))),
                    "buy_out": .operand(.constant(ExactDecimal(900))),
                ]),
                amounts: [.zero, ExactDecimal(6000), ExactDecimal(6900), .zero])
        ])

    /// Creates the model.
    ///
    /// - Throws: ``ProblemCode/missingField``; ``ProblemCode/outOfRange`` where the months are not some whole
    ///   payments.
    public init(_ inputs: CostModelInputs) throws(Problem) {
        self.inputs = inputs
        lease = try inputs.required("lease")
        buyOut = inputs.operand("buy_out")
        months = try inputs.months("months")
        var charge = try Recurrence(inputs, standard: .month)
        if charge.paid == nil { charge.paid = .advance }
        let monthsPerPayment = 12 / charge.every.count(per: .year).numerator
        guard months.isMultiple(of: monthsPerPayment) else {
            throw Problem(
                .outOfRange, "\(months) months are no whole number of payments",
                because:
                    "a payment every \(charge.every.rawValue) covers \(monthsPerPayment) months",
                hint: "correct `months` or `every`")
        }
        self.charge = charge
    }

    /// Returns the payments in `window`.
    ///
    /// - Throws: A ``Problem`` when an assumption has no value or a number grows beyond 38 digits.
    public func payments(in study: Study, window: Window) throws(Problem) -> [Payment] {
        let horizon = study.horizon
        var charge = charge
        let last = (charge.begins ?? horizon.start).adding(months: months).adding(days: -1)
        charge.ends = last
        let payments = try charge.payments(in: study, window: window, escalation: .none) {
            month throws(Problem) in
            try study.quantity(of: lease, "lease", in: month)
        }
        guard let buyOut, window.contains(last), last >= horizon.start else { return payments }
        let year = horizon.year(containing: last)
        let price = try study.quantity(
            of: buyOut, "buy_out price", on: last, year: year, by: last.adding(days: 1))
        let years =
            charge.begins == nil ? Double(months) / 12 : horizon.years(to: last.adding(days: 1))
        return
            (payments + [
                Payment(due: last, column: year, years: years, amount: price, part: .buyOut)
            ]).inOrder
    }
}
