import OutlayProblems

/// Refuses a request, or the change order that waits beside it, and gives its money back.
public struct Reject: LedgerCommand {
    /// What it is called in events and refusals.
    public static let name = "reject"
    /// The request.
    public var id: RequestID
    /// What the approver says and saw.
    public var view: ApprovalView

    /// Creates the command.
    public init(_ id: RequestID, _ view: ApprovalView = ApprovalView()) {
        self.id = id
        self.view = view
    }

    /// Writes what is asked for.
    public func writeBody(to writer: inout CanonicalWriter) {
        writer.key("id")
        writer.text(id.text)
        view.write(to: &writer)
    }

    /// Returns the act, or why it does not count.
    public func decide(
        in reader: some LedgerReader, context: CommandContext
    ) throws(Problem) -> Decision {
        try reader.turnDown(id, by: .reject, view, context)
    }
}
