import OutlayProblems
import OutlayValues

/// Opens a ledger: its currency, its calendar and its first fiscal years.
public struct OpenLedger: LedgerCommand {
    /// What it is called in events and refusals.
    public static let name = "open"
    /// What the ledger is kept by, for all its life.
    public var settings: LedgerSettings
    /// The fiscal years that are opened with it.
    public var years: [Int]

    /// Creates the command.
    public init(_ settings: LedgerSettings, years: [Int]) {
        self.settings = settings
        self.years = years
    }

    /// Writes what is asked for.
    public func writeBody(to writer: inout CanonicalWriter) {
        writer.key("settings")
        writer.beginArray()
        settings.write(to: &writer)
        writer.endArray()
        writer.key("years")
        writer.beginArray()
        for year in years { writer.number(year) }
        writer.endArray()
    }

    /// Returns the opening, or a refusal where the ledger is open already.
    public func decide(
        in reader: some LedgerReader, context: CommandContext
    ) throws(Problem) -> Decision {
        guard try reader.settings() == nil else {
            return .refused(Refusal(.alreadyExists, subject: settings.ledgerID))
        }
        guard years.allSatisfy({ (1...9999).contains($0) }) else {
            return .refused(Refusal(.badCommand))
        }
        var body = EventBody(.opened, answer: Answer(subject: settings.ledgerID))
        body.rows = [.settings(settings)]
        for year in Set(years).sorted() {
            body.rows += OpenYear.rows(of: year, in: settings.calendar)
        }
        return .accepted(body)
    }
}
