import OutlayProblems

/// What is billed stays within the order and its tolerance: the two-way match.
///
/// The tolerance is of the whole order, a share and an amount besides, not of each bill. What a bill asks
/// for a line that it names stays within that line and the same tolerance of it.
public enum InvoiceToleranceRule: InvoiceRule {
    /// What the rest of the program needs to know of the rule.
    public static let descriptor = RuleDescriptor(
        identifier: "invoice-tolerance",
        title: "Bills stay within the order and its tolerance",
        inputs: [
            RuleInput("invoice.tolerance", "the tolerance, as a fraction", standard: "0"),
            RuleInput("invoice.tolerance_amount", "an amount besides", standard: "0"),
        ],
        refusals: [.overInvoiceTolerance],
        source:
            "two-way match of order and invoice, as in SAP Materials Management, invoice verification",
        examples: [
            RuleExample(
                "2 800 after 6 500, of 9 000 with 2 %", gives: "refused:over_invoice_tolerance"
            ) { () throws(Problem) in try InvoiceContext.example(2_800, billed: 6_500) },
            RuleExample("2 680 after 6 500, the last cent of it", gives: "accepted") {
                () throws(Problem) in try InvoiceContext.example(2_680, billed: 6_500)
            },
        ])

    /// Refuses what goes beyond the order and its tolerance.
    public static func refusal(
        of context: InvoiceContext, flags: inout [AnswerFlag]
    ) throws(Problem) -> Refusal? {
        try context.refusal(
            .overInvoiceTolerance, beyond: context.ordered, of: \.ordered, by: descriptor)
    }
}
