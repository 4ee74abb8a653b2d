import ArgumentParser
import Outlay

/// `outlay contract renewals`: the contracts to act on soon, as a list or for a calendar.
struct ContractRenewalsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "renewals",
        abstract: "List contracts that end or must be cancelled soon, also for a calendar.",
        discussion: """
            outlay contract renewals --within 120d
            outlay contract renewals --within 365d --format ics > renewals.ics
            """)

    @Option(
        help: ArgumentHelp("How many days to look ahead.", valueName: "days"),
        transform: Self.days)
    var within: Int = 90

    @Option(help: "How the answer is written: text, json, ndjson, csv, md or ics.")
    var format: Format = .answer(.text)

    @OptionGroup var place: LedgerPlaceOptions

    /// How the answer is written: as every other one, or for a calendar.
    enum Format: ExpressibleByArgument {
        case answer(AnswerFormat)
        case calendar

        init?(argument: String) {
            guard argument != "ics" else {
                self = .calendar
                return
            }
            guard let format = AnswerFormat(argument: argument) else { return nil }
            self = .answer(format)
        }

        var defaultValueDescription: String { "text" }

        static var allValueStrings: [String] { AnswerFormat.allValueStrings + ["ics"] }
    }

    func run() throws {
        let format: AnswerFormat
        switch self.format {
        case .answer(let chosen): format = chosen
        case .calendar: format = .text
        }
        try Shell.run(place.surroundings, format: format, schema: "contract-renewals") { shell in
            let session = try LedgerSession(
                reading: try place.path(), actingAs: place.person, shell)
            let renewals = try session.read { (reader) throws(Problem) in
                try reader.contractRenewals(on: shell.asOf, within: within)
            }
            let list = RenewalList(renewals, on: shell.asOf, within: within)
            var answer = Answer(
                schema: "contract-renewals", report: list.report, result: list.json)
            if case .calendar = self.format { answer.plainText = list.calendar }
            return try session.finished(answer)
        }
    }

    /// Reads `120d` or `120`.
    private static func days(_ text: String) throws -> Int {
        let digits = text.hasSuffix("d") ? String(text.dropLast()) : text
        guard let days = Int(digits), (0...36_500).contains(days) else {
            throw ValidationError("a number of days is 0 to 36500, such as 120d")
        }
        return days
    }

    /// The shape of the JSON result.
    static let resultShape = ObjectShape(
        "renewals", "Contracts to act on soon.",
        [
            Field("within_days", .integer(0...36_500), "The days looked ahead.", required: true),
            Field(
                "renewals", .list(of: .object(ContractCommand.shape)),
                "The contracts, the earliest deadline first.", required: true),
        ])
}
