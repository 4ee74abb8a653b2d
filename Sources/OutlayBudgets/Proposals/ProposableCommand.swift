import OutlayProblems
import OutlayValues

/// A command that one person may put before another: what it asks for can be kept and read again.
public protocol ProposableCommand: LedgerCommand, Hashable {
    /// The name under which at most one proposal waits, so that a later one takes its place; nil where any
    /// number may wait.
    var proposalName: LedgerText? { get }

    /// The money it is about, or nil where it is about none or what that is shows only when it is decided.
    var proposedAmount: MinorUnits? { get }

    /// Reads the members that ``LedgerCommand/writeBody(to:)`` wrote, in their order.
    ///
    /// - Throws: A ``Problem`` for what it did not write.
    init(body reader: inout CanonicalReader) throws(Problem)

    /// Returns what is asked for as an order, with amounts in `currency`: `move 100.00 from A to B in FY2027`.
    func phrase(in currency: Currency) -> String
}

extension ProposableCommand {
    /// Any number may wait.
    public var proposalName: LedgerText? { nil }

    /// No money that is known before.
    public var proposedAmount: MinorUnits? { nil }

    /// What is asked for as canonical JSON.
    public var bodyText: String {
        var writer = CanonicalWriter()
        writer.beginObject()
        writeBody(to: &writer)
        writer.endObject()
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    /// Reads what ``bodyText`` says.
    ///
    /// - Throws: ``ProblemCode/damagedEvent`` for a text that says anything else, or a ``Problem`` of a value.
    public init(bodyText text: String) throws(Problem) {
        var reader = CanonicalReader(Array(text.utf8))
        try reader.beginObject()
        try self.init(body: &reader)
        try reader.endObject()
        guard reader.isAtEnd else { throw reader.damaged("a command is one object") }
    }
}

/// Every command that can be proposed; a new one is a line here, with its reader beside its `writeBody`.
public enum AllProposableCommands {
    /// The commands, in the order of their names.
    public static let list: [any ProposableCommand.Type] = [
        Allot.self, CarryForward.self, Lapse.self, LoadDocument.self, OpenYear.self, Revise.self,
        SetLines.self, SetPeriod.self, Transfer.self,
    ]

    /// Reads a command by its name and body.
    ///
    /// - Throws: ``ProblemCode/damagedEvent``.
    static func read(_ name: String, bodyText: String) throws(Problem) -> any ProposableCommand {
        guard let type = list.first(where: { $0.name == name }) else {
            throw Problem(
                .damagedEvent, "\(Problem.quoted(name)) is no command that waits",
                because: "the commands that two persons share are known by name",
                hint: "verify the ledger")
        }
        return try type.init(bodyText: bodyText)
    }
}
