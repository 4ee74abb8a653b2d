import OutlayProblems
import OutlayValues

/// A price that is borrowed and paid back in equal monthly instalments, which take the place of the price.
public struct LoanModel: OwnTermModel {
    /// What it was created from.
    public let inputs: CostModelInputs
    private let loan: Operand
    private let interestPerYear: ExactDecimal
    let months: Int
    let begins: CalendarDate?
    private let isInAdvance: Bool

    /// What the rest of the program needs to know of the model.
    public static let descriptor = CostModelDescriptor(
        identifier: "loan",
        title: "Loan",
        selectingKey: "loan",
        inputs: [
            .init(
                "loan", "the money borrowed, which the instalments take the place of",
                .operand(isMoney: true), isRequired: true),
            .init(
                "interest", "nominal interest of a year as a fraction, a twelfth for each month",
                .rate, isRequired: true),
            .init("months", "how many months it runs", .count, isRequired: true),
            .init("begins", "the first day the line runs", .date),
            .init(
                "paid", "advance, arrears, monthly, quarterly, or dates; overrides the timing",
                .instalments),
        ],
        isForCostsOnly: true,
        source: "Brealey, Myers and Allen, Principles of Corporate Finance, 13th ed., section 2.2: "
            + "the annuity formula",
        examples: [
            CostModelExample(
                title: "36 000 for 36 months without interest",
                inputs: CostModelInputs([
                    "loan": .operand(.constant(ExactDecimal(36_000))),
                    "interest": .operand(.constant(.zero)),
                    "months": .operand(.constant(ExactDecimal(36))),
                ]),
                amounts: [.zero, ExactDecimal(12_000), ExactDecimal(12_000), ExactDecimal(12_000)])
        ])

    /// Creates the model.
    ///
    /// - Throws: ``ProblemCode/missingField``; ``ProblemCode/outOfRange`` for interest below 0;
    ///   ``ProblemCode/fieldsExclude`` where it is paid otherwise than at the beginning or end of months.
    public init(_ inputs: CostModelInputs) throws(Problem) {
        self.inputs = inputs
        loan = try inputs.required("loan")
        months = try inputs.months("months")
        begins = inputs.date("begins")
        guard case .constant(let interest) = try inputs.required("interest"), !interest.isNegative
        else {
            throw Problem(
                .outOfRange, "the interest is below 0",
                because: "money borrowed costs nothing or more",
                hint: "write a fraction such as 0.06")
        }
        interestPerYear = interest
        switch inputs.instalments("paid") {
        case nil, .arrears?, .monthly?: isInAdvance = false
        case .advance?: isInAdvance = true
        default:
            throw Problem(
                .fieldsExclude, "a loan is not paid like that",
                because: "its instalments fall due at the beginning or the end of each month",
                hint: "write `paid: arrears` or `paid: advance`, or leave it out")
        }
    }

    /// Returns the instalments in `window`, interest and principal apart; all principal makes up the loan.
    ///
    /// - Throws: A ``Problem`` when an assumption has no value or a number grows beyond 38 digits.
    public func payments(in study: Study, window: Window) throws(Problem) -> [Payment] {
        let horizon = study.horizon
        let first = begins ?? horizon.start
        let amount = try study.quantity(
            of: loan, "loan", on: first, year: horizon.column(of: first), by: first)
        let monthly = try interestPerYear.divided(by: ExactDecimal(12))
        let instalment = try instalment(of: amount, at: monthly)
        let offset = begins.map { horizon.years(to: $0) } ?? 0
        var left = amount
        var payments: [Payment] = []
        for number in 1...months {
            let interest =
                isInAdvance && number == 1 ? .zero : try left.multiplied(by: monthly)
            let principal = number == months ? left : try instalment - interest
            left = try left - principal
            let elapsed = isInAdvance ? number - 1 : number
            let due =
                isInAdvance
                ? first.adding(months: elapsed) : first.adding(months: elapsed).adding(days: -1)
            guard due >= horizon.start, window.contains(due) else { continue }
            let column = max(1, horizon.year(containing: due))
            for (amount, part) in [(interest, Payment.Part.interest), (principal, .principal)]
            where !amount.isZero {
                payments.append(
                    Payment(
                        due: due, column: column, years: offset + Double(elapsed) / 12,
                        amount: amount, part: part))
            }
        }
        return payments
    }

    /// Returns loan × i / (1 − (1 + i)^−n), in advance over (1 + i); loan / n without interest.
    private func instalment(
        of amount: ExactDecimal, at monthly: ExactDecimal
    ) throws(Problem) -> ExactDecimal {
        guard !monthly.isZero else { return try amount.divided(by: ExactDecimal(months)) }
        let growth = try (ExactDecimal.one + monthly).raised(to: months)
        let inArrears = try amount.multiplied(by: monthly).multiplied(
            by: growth, dividedBy: growth - .one)
        return isInAdvance ? try inArrears.divided(by: ExactDecimal.one + monthly) : inArrears
    }
}
