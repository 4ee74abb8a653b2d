import OutlayProblems

/// What is billed was received: the three-way match of order, receipt and invoice.
///
/// It is asked where the policy says `match: receipts`. Receipts are valued by the order's prices, and the
/// tolerance is that of the order. A bill that names lines is compared with what was received of each.
public enum ThreeWayMatchRule: InvoiceRule {
    /// What the rest of the program needs to know of the rule.
    public static let descriptor = RuleDescriptor(
        identifier: "three-way-match",
        title: "Only what was received is paid",
        inputs: [
            RuleInput("invoice.match", "`order` or `receipts`", standard: "order"),
            RuleInput("receipts", "what was received, by the order's prices", standard: "nothing"),
        ],
        refusals: [.notReceived],
        source: "three-way match; GAO-14-704G, Standards for Internal Control (2014), 10.03",
        examples: [
            RuleExample(
                "3 000 after 2 500 came, 2 % of 9 000 allowed", gives: "refused:not_received"
            ) { () throws(Problem) in try InvoiceContext.example(3_000, received: 2_500) },
            RuleExample("2 680 after 2 500 came", gives: "accepted") { () throws(Problem) in
                try InvoiceContext.example(2_680, received: 2_500)
            },
        ])

    /// Refuses what goes beyond the receipts and the tolerance.
    public static func refusal(
        of context: InvoiceContext, flags: inout [AnswerFlag]
    ) throws(Problem) -> Refusal? {
        guard context.terms.matching == .receipts else { return nil }
        return try context.refusal(
            .notReceived, beyond: context.received, of: \.received, by: descriptor)
    }
}
