import OutlayProblems

/// Gives a request back for changes, and its money with it; it may be submitted again under its name.
public struct ReturnForChanges: LedgerCommand {
    /// What it is called in events and refusals.
    public static let name = "return"
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
        try reader.turnDown(id, by: .return, view, context)
    }
}
