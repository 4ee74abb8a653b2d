import OutlayProblems
import OutlayValues

/// Records a framework agreement: its ceiling, its period and its vendors.
///
/// Only the minimum it guarantees is committed, and a request of its own was approved for it like any
/// other purchase: its commitment becomes the agreement's. Call-offs that are agreed on take their share
/// out of it, and give it back where they come to less.
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
    /// The approved request that commits what is owed even without a call-off, on one line in one month;
    /// nil where nothing is guaranteed.
    public var approvedBy: RequestID?
    /// The first day of call-offs.
    public var start: CalendarDate
    /// The last day of call-offs.
    public var end: CalendarDate

    /// Creates the command.
    public init(
        _ id: FrameworkID, title: LedgerText = .empty, vendors: [VendorID], ceiling: MinorUnits,
        from start: CalendarDate, to end: CalendarDate, guaranteedBy approvedBy: RequestID? = nil
    ) {
        self.id = id
        self.title = title
        self.vendors = vendors
        self.ceiling = ceiling
        self.approvedBy = approvedBy
        self.start = start
        self.end = end
    }

    /// Writes what is asked for.
    public func writeBody(to writer: inout CanonicalWriter) {
        writer.key("approved_by")
        writer.optional(approvedBy) { $0.name($1) }
        writer.key("ceiling")
        writer.number(ceiling.count)
        writer.key("end")
        writer.date(end)
        writer.key("id")
        writer.text(id.text)
        writer.key("start")
        writer.date(start)
        writer.key("title")
        writer.text(title.text)
        writer.key("vendors")
        writer.beginArray()
        for vendor in vendors { writer.text(vendor.text) }
        writer.endArray()
    }

    /// Why no such agreement can be meant, or nil.
    private var malformed: Refusal? {
        guard ceiling.isPositive else {
            return Refusal(
                .badAmount, note: "it is the agreement's ceiling", hint: "give a ceiling above 0")
        }
        guard !vendors.isEmpty else {
            return Refusal(
                .badCommand, note: "an agreement names who may be called off from",
                hint: "name a vendor")
        }
        guard start <= end else {
            return Refusal(
                .badCommand, note: "an agreement ends no earlier than it starts",
                hint: "give a later last day")
        }
        return nil
    }

    /// Returns the agreement, or why there can be none.
    public func decide(
        in reader: some LedgerReader, context: CommandContext
    ) throws(Problem) -> Decision {
        if let refusal = malformed { return .refused(refusal.about(id)) }
        guard try reader.framework(id) == nil else {
            return .refused(Refusal(.alreadyExists).about(id))
        }
        if let refusal = try reader.approvalRules.refusal(of: .order, in: context, reader: reader) {
            return .refused(refusal.about(id))
        }
        var framework = Framework(
            id, title: title, vendors: vendors.sorted(), ceiling: ceiling,
            guaranteedMinimum: .zero, start: start, end: end, sequence: try reader.nextSequence())
        var body = EventBody(.frameworkMade, answer: Answer(subject: LedgerText(known: id.text)))
        if let approvedBy {
            guard var work = try reader.work(on: approvedBy) else {
                return .refused(Refusal(.unknownRequest).about(approvedBy))
            }
            if let refusal = framework.guarantee(&work) {
                return .refused(refusal.about(approvedBy))
            }
            work.request.sequence = framework.sequence
            body.policy = work.request.approval.policy
            body.rows.append(.request(work.request))
            body.rows += work.changedLines.map { .requestLine($0) }
        }
        body.rows.append(.framework(framework))
        return .accepted(body)
    }
}

extension Framework {
    /// How to have something guaranteed.
    private static let guaranteeing =
        "have the minimum approved by a request of its own, with one line in one month"

    /// Takes over what an approved request commits as the guaranteed minimum, or returns why it may not.
    ///
    /// The request is closed by it; the money stays where it is committed.
    fileprivate mutating func guarantee(_ work: inout OrderWork) -> Refusal? {
        guard work.request.state == .approved, work.request.amendment == nil else {
            return Refusal(.notApproved)
        }
        guard let vendor = work.request.vendor, vendors.contains(vendor) else {
            return Refusal(.frameworkVendor, subject: LedgerText(known: id.text))
        }
        guard work.request.framework == nil else {
            return Refusal(
                .badCommand, note: "it is a call-off, and guarantees nothing itself",
                hint: Self.guaranteeing)
        }
        let held = work.lines.indices.filter { work.lines[$0].committed.isPositive }
        guard held.count == 1, let index = held.first else {
            var refusal = Refusal(
                .badCommand, note: "a guaranteed minimum is approved on one line in one month",
                hint: Self.guaranteeing)
            if held.isEmpty { refusal.note = "nothing of it is open that could be guaranteed" }
            return refusal
        }
        let line = work.lines[index]
        guard line.committed <= ceiling else {
            var refusal = Refusal(
                .badCommand, note: "the guaranteed minimum is above the agreement's ceiling",
                hint: "give a higher ceiling, or have less approved")
            refusal.available = ceiling
            refusal.requested = line.committed
            return refusal
        }
        approvedBy = work.request.id
        guaranteedMinimum = line.committed
        minimumOpen = line.committed
        minimumRow = BalanceKey(line.node, line.period)
        work.lines[index].committed = .zero
        work.lines[index].foreignOpen = .zero
        work.request.state = .closed
        return nil
    }
}
