import OutlayProblems
import OutlayValues

/// Records a framework agreement: its ceiling, its period and its vendors.
///
/// Only the minimum it guarantees is committed; call-offs take their share out of it when they are
/// approved.
public struct MakeFramework: LedgerCommand {
    /// What it is called in events and refusals.
    public static let name = "make_framework"
    /// Its name.
    public var id: FrameworkID
    /// What it is about.
    public var title: LedgerText
    /// Who may be called off from; at least one.
    public var vendors: [VendorID]
    /// The most that all call-offs may come to, in the ledger's currency; above 0.
    public var ceiling: MinorUnits
    /// What is owed even without a call-off, 0 or more.
    public var guaranteedMinimum: MinorUnits
    /// The budget line and month that the minimum is committed on; nil without a minimum.
    public var minimumRow: BalanceKey?
    /// The first day of call-offs.
    public var start: CalendarDate
    /// The last day of call-offs.
    public var end: CalendarDate

    /// Creates the command.
    public init(
        _ id: FrameworkID, title: LedgerText = .empty, vendors: [VendorID], ceiling: MinorUnits,
        from start: CalendarDate, to end: CalendarDate, guaranteedMinimum: MinorUnits = .zero,
        on minimumRow: BalanceKey? = nil
    ) {
        self.id = id
        self.title = title
        self.vendors = vendors
        self.ceiling = ceiling
        self.guaranteedMinimum = guaranteedMinimum
        self.minimumRow = minimumRow
        self.start = start
        self.end = end
    }

    /// Writes what is asked for.
    public func writeBody(to writer: inout CanonicalWriter) {
        writer.key("ceiling")
        writer.number(ceiling.count)
        writer.key("end")
        writer.date(end)
        writer.key("guaranteed_minimum")
        writer.number(guaranteedMinimum.count)
        writer.key("id")
        writer.text(id.text)
        writer.key("minimum_row")
        writer.optional(minimumRow) { writer, row in
            writer.beginArray()
            writer.text(row.node.text)
            writer.text(row.period.description)
            writer.endArray()
        }
        writer.key("start")
        writer.date(start)
        writer.key("title")
        writer.text(title.text)
        writer.key("vendors")
        writer.beginArray()
        for vendor in vendors { writer.text(vendor.text) }
        writer.endArray()
    }

    /// Returns the agreement, or why there can be none.
    public func decide(
        in reader: some LedgerReader, context: CommandContext
    ) throws(Problem) -> Decision {
        guard ceiling.isPositive, !guaranteedMinimum.isNegative, guaranteedMinimum <= ceiling else {
            return .refused(Refusal(.badAmount).about(id))
        }
        guard !vendors.isEmpty, start <= end, (minimumRow == nil) == guaranteedMinimum.isZero else {
            return .refused(Refusal(.badCommand).about(id))
        }
        guard try reader.framework(id) == nil else {
            return .refused(Refusal(.alreadyExists).about(id))
        }
        if let refusal = try reader.approvalRules.refusal(
            of: .order, in: context, reader: reader)
        {
            return .refused(refusal.about(id))
        }
        let date = context.moment.effective
        var draft = PostingDraft()
        var framework = Framework(
            id, title: title, vendors: vendors.sorted(), ceiling: ceiling,
            guaranteedMinimum: guaranteedMinimum, start: start, end: end,
            sequence: try reader.nextSequence())
        if let minimumRow {
            let month = minimumRow.period.period(of: .monthly)
            if let refusal = try reader.refusal(
                ofPostingTo: minimumRow.node, in: month, on: date, .plan)
            {
                return .refused(refusal.about(id))
            }
            try draft.add(
                guaranteedMinimum, to: .committed, of: minimumRow.node, month, reader)
            framework.minimumRow = BalanceKey(minimumRow.node, month)
            framework.minimumOpen = guaranteedMinimum
        }
        switch try draft.settle(.plan(nil), on: date, reader) {
        case .refused(let refusal): return .refused(refusal.about(id))
        case .granted(let settlement):
            var body = EventBody(
                .frameworkMade, answer: Answer(subject: LedgerText(known: id.text)))
            body.rows = [.framework(framework)]
            body.add(settlement, sequence: framework.sequence)
            return .accepted(body)
        }
    }
}
