import OutlayProblems
import OutlayValues

/// What the rules of invoices look at: the bill, its order, and what came before; amounts in the order's
/// currency.
public struct InvoiceContext: Sendable {
    /// The order.
    public var request: RequestID
    /// The vendor, or the order where its vendor is not known.
    public var issuer: LedgerText
    /// The vendor's own number.
    public var number: LedgerText
    /// The day of the invoice.
    public var date: CalendarDate
    /// Its amount.
    public var amount: MinorUnits
    /// What was ordered.
    public var ordered: MinorUnits
    /// What was billed before, less credits.
    public var billed: MinorUnits
    /// What was received so far, by the order's prices.
    public var received: MinorUnits
    /// How far bills may exceed the order, and what they are compared with.
    public var terms: PolicyTerms
    /// The order's lines that the invoice names; empty where it names none.
    public var lines: [Line]
    /// The issuer's invoices and those of the same party: all of this number, and all of this day.
    public var others: [Invoice]

    /// Creates a context in which nothing was billed or received before.
    public init(
        _ request: RequestID, issuer: LedgerText, number: LedgerText, date: CalendarDate,
        amount: MinorUnits, ordered: MinorUnits, billed: MinorUnits = .zero,
        received: MinorUnits = .zero, terms: PolicyTerms = .standard, others: [Invoice] = []
    ) {
        self.request = request
        self.issuer = issuer
        self.number = number
        self.date = date
        self.amount = amount
        self.ordered = ordered
        self.billed = billed
        self.received = received
        self.terms = terms
        self.others = others
        lines = []
    }

    /// A line of the order that an invoice names, in the order's currency.
    public struct Line: Sendable, Hashable {
        /// The budget line and month it charges.
        public var row: BalanceKey
        /// What the invoice asks for it.
        public var amount = MinorUnits.zero
        /// What was ordered of it.
        public var ordered = MinorUnits.zero
        /// What was billed of it before, less credits.
        public var billed = MinorUnits.zero
        /// What was received of it so far.
        public var received = MinorUnits.zero

        /// Creates a line of which nothing was ordered, billed or received.
        public init(_ row: BalanceKey) {
            self.row = row
        }
    }

    /// Returns why the invoice is refused as a posting, or what everybody should see of it.
    ///
    /// The rules are asked in the order of ``AllRules/invoices``, and the first that refuses is named.
    ///
    /// - Throws: ``ProblemCode/ledgerOverflow`` where amounts do not add up in 64 bits.
    public func ruling() throws(Problem) -> Ruling<[AnswerFlag]> {
        var flags: [AnswerFlag] = []
        for rule in AllRules.invoices {
            if let refusal = try rule.refusal(of: self, flags: &flags) { return .refused(refusal) }
        }
        return .granted(flags)
    }

    /// How far bills may go beyond what they are compared with, of `ordered`.
    private func tolerance(of ordered: MinorUnits) throws(Problem) -> MinorUnits {
        try terms.invoiceTolerance.share(of: ordered) + terms.invoiceToleranceAmount
    }

    /// Returns the refusal of what goes beyond `basis` and the tolerance, or nil: of the order as a
    /// whole, and then of each line that the invoice names.
    func refusal(
        _ code: RefusalCode, beyond basis: MinorUnits, of lineBasis: (Line) -> MinorUnits,
        by rule: RuleDescriptor
    ) throws(Problem) -> Refusal? {
        let room = try basis + tolerance(of: ordered) - billed
        if amount > room { return try refusal(code, amount, room, by: rule) }
        for line in lines {
            let room = try lineBasis(line) + tolerance(of: line.ordered) - line.billed
            guard line.amount > room else { continue }
            return try refusal(code, line.amount, room, by: rule).blocking(line.row)
        }
        return nil
    }

    private func refusal(
        _ code: RefusalCode, _ amount: MinorUnits, _ room: MinorUnits, by rule: RuleDescriptor
    ) throws(Problem) -> Refusal {
        var refusal = Refusal(code, subject: number, note: rule.note)
        refusal.available = room
        refusal.requested = amount
        refusal.shortBy = try amount - room
        return refusal
    }
}

extension InvoiceContext {
    /// A worked example: an order of 9 000 with 2 % tolerance, in whole euros, on 2026-02-20.
    static func example(
        _ amount: Int, number: String = "A1", billed: Int = 0, received: Int? = nil,
        other: (number: String, amount: Int)? = nil
    ) throws(Problem) -> String {
        let request = RequestID(known: "R1")
        let issuer = LedgerText(known: "V1")
        var context = InvoiceContext(
            request, issuer: issuer, number: LedgerText(known: number), date: RuleCase.today,
            amount: RuleCase.euros(amount), ordered: RuleCase.euros(9_000),
            billed: RuleCase.euros(billed), received: RuleCase.euros(received ?? 0))
        context.terms.invoiceTolerance = try BasisPoints(200)
        context.terms.matching = received == nil ? .order : .receipts
        if let other {
            context.others = [
                Invoice(
                    issuer: issuer, number: LedgerText(known: other.number), request: request,
                    kind: .invoice, date: RuleCase.today,
                    foreignAmount: RuleCase.euros(other.amount), currency: .eur, rate: nil,
                    bookedBy: PersonID(known: "fin"), sequence: 1)
            ]
        }
        switch try context.ruling() {
        case .granted(let flags):
            return (["accepted"] + flags.map(\.rawValue)).joined(separator: " + ")
        case .refused(let refusal): return "refused:" + refusal.code.rawValue
        }
    }
}
