import OutlayProblems

/// How a loan is repaid in even payments.
public struct Amortisation: Sendable, Hashable {
    /// One payment.
    public struct Row: Sendable, Hashable {
        /// The part that is interest.
        public var interest: Double
        /// The part that repays the loan.
        public var principal: Double
        /// What is owed after the payment.
        public var balance: Double
    }

    /// The payment in each period, positive.
    public let payment: Double
    /// The payments in their order.
    public let rows: [Row]

    /// Schedules the repayment of `amount`.
    ///
    /// Nothing is rounded; the last balance is `balloon` but for the last bits.
    ///
    /// - Parameters:
    ///   - amount: The loan, received today.
    ///   - rate: The rate per period, above -1.
    ///   - periods: How many payments there are, 1 or more.
    ///   - due: When in its period a payment falls; what falls today bears no interest.
    ///   - balloon: What is still owed after the last payment's period.
    /// - Throws: ``ProblemCode/zeroLife`` for no period, ``ProblemCode/rateOutOfDomain``,
    ///   ``ProblemCode/nonFinite``.
    /// - Source: Brealey, Myers and Allen, *Principles of Corporate Finance*, 13th ed., section 2.2.
    public init(
        of amount: Double, rate: Double, periods: Int, due: PaymentDue = .end, balloon: Double = 0
    ) throws(Problem) {
        guard periods > 0 else { throw LifeProblems.zeroLife("periods", Double(periods)) }
        let payment =
            -(try Annuity(rate: rate, due: due).payment(
                periods: Double(periods), presentValue: amount, futureValue: -balloon))
        self.payment = payment
        var balance = amount
        rows = (0..<periods).map { period in
            let interest = due == .begin && period == 0 ? 0 : balance * rate
            let principal = payment - interest
            balance -= principal
            return Row(interest: interest, principal: principal, balance: balance)
        }
    }
}

extension Amortisation: FinancialFunction {
    private static let columns = ["interest", "principal", "balance"]

    /// What readers see of the function.
    public static var descriptor: FunctionDescriptor {
        FunctionDescriptor(
            identifier: "amortisation", title: "Amortisation schedule", group: .timeValue,
            summary: "How even payments repay a loan: interest, principal and balance of each.",
            inputs: [
                FunctionInput("present-value", "the loan", .anyNumber, unit: "money"), .rate,
                FunctionInput("periods", "the number of payments", .count(from: 1)), .due,
                FunctionInput(
                    "balloon", "what is owed at the end", .anyNumber, unit: "money", .optional("0")),
            ],
            results: [
                FunctionResult("payment", "the payment in each period", unit: "money"),
                FunctionResult("schedule", "each payment's parts, and what is owed after it"),
            ],
            formula: "interest = rate × balance; principal = payment − interest",
            source:
                "Brealey, Myers and Allen, Principles of Corporate Finance, 13th ed., section 2.2",
            examples: [
                FunctionExample(
                    "by hand: 2100 at 10 % in two payments",
                    ["present-value": "2100", "rate": "0.1", "periods": "2"],
                    gives: [
                        "payment": 1210.0,
                        "schedule": .table(
                            columns: columns,
                            rows: [[210.0, 1000.0, 1100.0], [110.0, 1100.0, 0.0]]),
                    ])
            ])
    }

    /// Computes the answer.
    public static func answer(_ inputs: FunctionInputs) throws(Problem) -> FunctionAnswer {
        let schedule = try Amortisation(
            of: inputs.number("present-value"), rate: inputs.number("rate"),
            periods: inputs.count("periods"), due: inputs.due,
            balloon: inputs.number("balloon", orElse: 0))
        return FunctionAnswer(
            [
                "payment": .number(schedule.payment),
                "schedule": .table(
                    columns: columns,
                    rows: schedule.rows.map {
                        [.number($0.interest), .number($0.principal), .number($0.balance)]
                    }),
            ], conventions: [inputs.due.words])
    }
}
