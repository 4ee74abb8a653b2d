import OutlayProblems

/// Books what another system says was spent: facts, which no budget refuses.
public struct ImportActuals: LedgerCommand {
    /// What it is called in events and refusals.
    public static let name = "import_actuals"
    /// What was spent on which line in which month, in the ledger's currency; below 0 what came back.
    public var charges: [Charge]
    /// Where it comes from.
    public var source: LedgerText

    /// Creates the command.
    public init(_ charges: [Charge], source: LedgerText) {
        self.charges = charges
        self.source = source
    }

    /// Writes what is asked for.
    public func writeBody(to writer: inout CanonicalWriter) {
        writer.key("charges")
        writer.beginArray()
        for charge in charges {
            writer.beginArray()
            writer.text(charge.node.text)
            writer.text(charge.period.description)
            writer.number(charge.amount.count)
            writer.endArray()
        }
        writer.endArray()
        writer.key("source")
        writer.text(source.text)
    }

    /// Returns the booking, or a refusal for an unknown line or a closed period.
    public func decide(
        in reader: some LedgerReader, context: CommandContext
    ) throws(Problem) -> Decision {
        guard !charges.isEmpty, charges.allSatisfy({ !$0.amount.isZero }), !source.isEmpty else {
            return .refused(Refusal(.badCommand))
        }
        if let refusal = try reader.approvalRules.refusal(
            of: .bookInvoices, in: context, reader: reader)
        {
            return .refused(refusal)
        }
        let date = context.moment.effective
        var draft = PostingDraft()
        for charge in charges {
            let month = charge.period.period(of: .monthly)
            if let refusal = try reader.refusal(
                ofPostingTo: charge.node, in: month, on: date, .fact)
            {
                return .refused(refusal)
            }
            try draft.add(charge.amount, to: .actual, of: charge.node, month, reader)
        }
        switch try draft.settle(.fact(.importedActuals), on: date, reader) {
        case .refused(let refusal): return .refused(refusal)
        case .granted(let settlement):
            var body = EventBody(.actualsImported)
            body.details = ["source": .string(source.text)]
            body.add(settlement, sequence: try reader.nextSequence())
            return .accepted(body)
        }
    }
}
