import ArgumentParser
import Outlay

/// `outlay rank`: the best rows of any table by weighted criteria.
struct RankCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rank",
        abstract: "Rank the rows of a CSV or JSON table by weighted columns.",
        discussion: """
            outlay rank prices.csv --weight price=40:min --weight ssj=60 --where 'currency=USD'

            Weights total exactly 1 or exactly 100. A scale that is not stated by --scale runs from the worst \
            to the best of the rows, which is said.
            """)

    @Argument(help: "The table: CSV, or a JSON array of flat objects (.json).")
    var table: String

    @Option(
        help: ArgumentHelp(
            "A column, its weight, and whether less is better (min) or more (max, the default); repeatable.",
            valueName: "column=weight[:min]"))
    var weight: [String] = []

    @Option(
        help: ArgumentHelp(
            "The ends of a column's scale, for methods that take them; repeatable.",
            valueName: "column=worst..best"))
    var scale: [String] = []

    @Option(
        help: ArgumentHelp(
            "When a difference counts, for methods that compare in pairs: usual, u-shape:q, v-shape:p, "
                + "level:q..p, linear:q..p or gaussian:s; repeatable.",
            valueName: "column=function[:q..p]"))
    var preference: [String] = []

    @Option(
        help: ArgumentHelp(
            "The disadvantage from which no other column makes up for this one; repeatable.",
            valueName: "column=difference"))
    var veto: [String] = []

    @Option(
        name: .customLong("where"),
        help: ArgumentHelp(
            "Conditions that rows must meet, such as 'vcpu>=8 region!=x'.",
            valueName: "conditions"))
    var conditions = ""

    @OptionGroup var methodOptions: MethodOptions

    @Option(help: "The most rows shown.")
    var top = 10

    @Option(help: ArgumentHelp("The column that names the rows shown.", valueName: "column"))
    var key: String?

    @OptionGroup var options: CommonOptions

    func run() throws {
        try Shell.run(options, schema: "rank") { _ in
            let criteria = try RankCriteria(
                weights: weight, scales: scale, preferences: preference, vetoes: veto)
            let standard = MethodChoice(AllMethods.standard)
            let choice = try methodOptions.choice(over: standard) ?? standard
            try criteria.require(choice)
            let filter = try RowFilter(parsing: conditions, argument: "--where")
            try RowLimit.check(top)
            let numbers = try Console.showing("Reading \(table)") { () throws(Problem) in
                try NumberTable(
                    path: table,
                    bytes: try FileAccess.read(table, limit: FileAccess.tableLimit),
                    wanted: criteria.list.map { ($0.column, "--weight") }, filter: filter)
            }
            let keyIndex = try key.map { try index(of: $0, in: numbers.columns) }
            let answer = RankAnswer(
                table: table,
                ranking: try TableRanking(
                    numbers, by: criteria.list, method: try choice.method(), top: top,
                    namedBy: keyIndex, explaining: methodOptions.explain),
                criteria: criteria.list, choice: choice, key: keyIndex)
            return Answer(
                schema: "rank", report: answer.report,
                result: answer.json(explaining: methodOptions.explain),
                findings: answer.findings, inputs: [numbers.digest])
        }
    }

    private func index(of name: String, in columns: [String]) throws(Problem) -> Int {
        if let index = columns.firstIndex(of: name) { return index }
        throw Problem(
            .unknownColumn, "there is no column \(Problem.quoted(name))", at: .argument("--key"),
            because: "the table's columns are \(columns.joined(separator: ", "))",
            hint: Suggestion.hint(for: name, among: columns))
    }
}
