import OutlayProblems

/// A vendor's invoice number is booked once; a like invoice is flagged.
///
/// The same number again is refused. One of the same day and amount, or whose number differs only in case,
/// signs, blanks or leading zeros, goes through with a flag. Disputed invoices were not booked and do not
/// count; credit notes have numbers of their own.
public enum DuplicateInvoiceRule: InvoiceRule {
    /// What the rest of the program needs to know of the rule.
    public static let descriptor = RuleDescriptor(
        identifier: "duplicate-invoice",
        title: "An invoice is booked once",
        inputs: [
            RuleInput("invoice.issuer", "the vendor by its identifier"),
            RuleInput("invoice.number", "the vendor's own number"),
            RuleInput("invoice.date", "its day"), RuleInput("invoice.amount", "its amount"),
        ],
        refusals: [.duplicateInvoice],
        source: "OMB Circular A-123, appendix C: duplicate payments among improper payments",
        examples: [
            RuleExample("number 77 after number 77", gives: "refused:duplicate_invoice") {
                () throws(Problem) in
                try InvoiceContext.example(2_000, number: "77", other: ("77", 2_000))
            },
            RuleExample(
                "number 78 after number 77, same day and amount",
                gives: "accepted + possible_duplicate"
            ) { () throws(Problem) in
                try InvoiceContext.example(2_000, number: "78", other: ("77", 2_000))
            },
            RuleExample(
                "number INV-077 after number inv 77", gives: "accepted + possible_duplicate"
            ) { () throws(Problem) in
                try InvoiceContext.example(1_500, number: "INV-077", other: ("inv 77", 2_000))
            },
        ])

    /// Refuses a number that is booked, and flags a like invoice.
    public static func refusal(
        of context: InvoiceContext, flags: inout [AnswerFlag]
    ) throws(Problem) -> Refusal? {
        let others = context.others.filter { $0.state == .booked && $0.kind == .invoice }
        if others.contains(where: { $0.issuer == context.issuer && $0.number == context.number }) {
            return Refusal(.duplicateInvoice, subject: context.number, note: descriptor.note)
        }
        let key = key(of: context.number)
        let isLike = others.contains { other in
            other.date == context.date && other.foreignAmount == context.amount
                || self.key(of: other.number) == key
        }
        if isLike { flags.append(.possibleDuplicate) }
        return nil
    }

    /// The letters and digits of a number in lower case, each run of digits without leading zeros.
    static func key(of number: LedgerText) -> String {
        var key = ""
        var isInNumber = false
        for character in number.text.lowercased() {
            guard character.isLetter || character.isNumber else {
                isInNumber = false
                continue
            }
            if character == "0", !isInNumber { continue }
            isInNumber = character.isNumber
            key.append(character)
        }
        return key
    }
}
