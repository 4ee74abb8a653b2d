import ArgumentParser
import Outlay

/// `outlay rank`: the best rows of any table by weighted criteria.
struct RankCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rank",
        abstract: "Rank the rows of a CSV or JSON table by weighted columns.",
        discussion: """
            outlay rank prices.csv --weight price=40:min --weight ssj=60 --where 'currency=USD'
            outlay rank prices.csv --column price:min --column ssj --weights entropy

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
            "A column for --weights, and whether less is better (min) or more (max, the default); repeatable.",
            valueName: "column[:min]"))
    var column: [String] = []

    @Option(
        help: ArgumentHelp(
            "Weights in place of --weight: from the rows, such as entropy, or from the order of --column, the most valued first, such as rank-order-centroid.",
            valueName: "weighting"))
    var weights: String?

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
            let weighting = try WeightsArgument.named(weights, takingOrders: true)
            try requireColumns(for: weighting)
            var criteria = try RankCriteria(
                weights: weight, columns: WeightsCommand.columns(column), scales: scale,
                preferences: preference, vetoes: veto)
            let standard = MethodChoice(AllMethods.standard)
            let choice = try methodOptions.choice(over: standard) ?? standard
            try criteria.require(choice)
            let filter = try RowFilter(parsing: conditions, argument: "--where")
            try RowLimit.check(top)
            let numbers = try Console.showing("Reading \(table)") { () throws(Problem) in
                try NumberTable(
                    path: table,
                    bytes: try FileAccess.read(table, limit: FileAccess.tableLimit),
                    wanted: criteria.list.map {
                        ($0.column, weights == nil ? "--weight" : "--column")
                    },
                    filter: filter)
            }
            let derived = try weighting.map { method throws(Problem) in
                try TableWeights(
                    numbers, columns: criteria.columns, by: method,
                    from: method.descriptor.kind == .order
                        ? .order(criteria.columns.map { [$0.name] }) : nil
                ).weighting
            }
            if let derived { criteria.weigh(derived.weights.exactShares) }
            let keyIndex = try key.map { try index(of: $0, in: numbers.columns) }
            let answer = RankAnswer(
                table: table,
                ranking: try TableRanking(
                    numbers, by: criteria.list, method: try choice.method(), top: top,
                    namedBy: keyIndex, explaining: methodOptions.explain),
                criteria: criteria.list, choice: choice, key: keyIndex)
            var (report, result) = (
                answer.report, answer.json(explaining: methodOptions.explain)
            )
            if let derived { report.title += ", weights by \(derived.method.identifier)" }
            if case .object(var object) = result {
                object["weights_by"] = .string(orNull: derived?.method.identifier)
                result = .object(object)
            }
            return Answer(
                schema: "rank", report: report, result: result,
                findings: Evaluation.weightFindings(of: [derived].compactMap(\.self))
                    + answer.findings, inputs: [numbers.digest])
        }
    }

    /// Throws ``ProblemCode/usage`` unless columns are weighted by `--weight`, or named for `--weights`.
    private func requireColumns(for weighting: (any Weighting.Type)?) throws(Problem) {
        guard weighting != nil else {
            guard !column.isEmpty else { return }
            throw Problem(
                .usage, "`--column` changes nothing here", at: .argument("--column"),
                because: "it names columns that --weights weighs",
                hint: "add `--weights entropy`, or use `--weight column=weight`")
        }
        guard weight.isEmpty else {
            throw Problem(
                .usage, "`--weight` and `--weights` exclude each other", at: .argument("--weights"),
                because: "weights are stated, or taken from the rows",
                hint: "name the columns by `--column`")
        }
        guard column.isEmpty else { return }
        throw Problem(
            .usage, "no column to weigh", at: .argument("--column"),
            because: "--weights weighs the columns that --column names",
            hint: "add `--column price:min --column speed`")
    }

    private func index(of name: String, in columns: [String]) throws(Problem) -> Int {
        if let index = columns.firstIndex(of: name) { return index }
        throw Problem(
            .unknownColumn, "there is no column \(Problem.quoted(name))", at: .argument("--key"),
            because: "the table's columns are \(columns.joined(separator: ", "))",
            hint: Suggestion.hint(for: name, among: columns))
    }
}
