import ArgumentParser
import Outlay

/// `outlay weights`: weights beside their ranges, stated, elicited or taken from data.
struct WeightsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "weights",
        abstract: "Show the weights of an evaluation beside their ranges, or derive weights.",
        discussion: """
            outlay weights helpdesk.yaml
            outlay weights helpdesk.yaml --method entropy
            outlay weights helpdesk.yaml --method rank-order-centroid --order resolution,usability,…
            outlay weights prices.csv --column price:min --column ssj --method critic
            outlay weights --method swing --points price=100 --points ssj=60

            Beside an Evaluation, weights from its performances, or from what the options state of all its \
            criteria, stand next to its own. Without a file, weights are derived from what the options state, \
            ready for `outlay rank` and for an Evaluation. Weights from data measure how far options lie apart, not what anybody prefers.
            """)

    @Argument(
        help: ArgumentHelp(
            "An Evaluation document, or with --column a table (CSV, or JSON of flat objects).",
            valueName: "document-or-table"))
    var source: String?

    @Option(
        help: ArgumentHelp(
            "A column of the table, and whether less is better (min) or more (max, the default); repeatable.",
            valueName: "column[:min]"))
    var column: [String] = []

    @Option(
        name: .customLong("where"),
        help: ArgumentHelp(
            "Conditions that rows must meet, such as 'vcpu>=8 region!=x'.",
            valueName: "conditions"))
    var conditions: String?

    @OptionGroup var statements: WeightingOptions

    @OptionGroup var options: CommonOptions

    func run() throws {
        try Shell.run(options, schema: "weights") { shell in
            let method = try statements.weighting()
            guard let source else { return try elicited(by: method) }
            if !column.isEmpty { return try weighed(table: source, by: method) }
            return try shown(source, comparedWith: method, shell)
        }
    }

    // MARK: - The three forms

    private func shown(
        _ path: String, comparedWith method: (any Weighting.Type)?, _ shell: Shell
    ) throws -> Answer {
        guard !path.lowercased().hasSuffix(".csv") else {
            throw Problem(
                .usage, "no column to weigh", at: .argument("--column"),
                because: "a table is weighed by some of its columns",
                hint: "add `--column price:min --column speed`")
        }
        try requireNoConditions()
        let kind = method?.descriptor.kind
        try statements.requireOnly(
            kind, because: method.map(Self.takes) ?? "no weighting is chosen by --method")
        let stated = try kind.flatMap { kind throws(Problem) in
            kind == .data ? nil : try statements.statement(for: kind)
        }
        let workspace = try Workspace(shell.options, near: path)
        let evaluation = try workspace.evaluation(path)
        let compared: LevelWeighting?
        do {
            compared = try method.map { method throws(Problem) in
                try evaluation.weights(by: method, from: stated?.evidence)
            }
        } catch {
            throw stated == nil ? error.located(at: .file(path)) : error
        }
        return answer(
            try WeightSheet(evaluation, comparedWith: compared),
            findings: evaluation.weightFindings, inputs: workspace.inputs)
    }

    private func weighed(table: String, by method: (any Weighting.Type)?) throws -> Answer {
        let method = try required(method)
        let kind = method.descriptor.kind
        try statements.requireOnly(kind, because: Self.takes(method))
        let columns = try Self.columns(column)
        let stated = kind == .data ? nil : try statements.statement(for: kind)
        let filter = try RowFilter(parsing: conditions ?? "", argument: "--where")
        let numbers = try Console.showing("Reading \(table)") { () throws(Problem) in
            try NumberTable(
                path: table, bytes: try FileAccess.read(table, limit: FileAccess.tableLimit),
                wanted: columns.map { ($0.name, "--column") }, filter: filter)
        }
        let weights = try TableWeights(
            numbers, columns: columns, by: method, from: stated?.evidence)
        let sheet = WeightSheet(
            title: "Weights of \(table) by \(method.descriptor.identifier)",
            subtitle: numbers.counts.sentence(columns: numbers.columns, kept: "weighed"),
            weights.weighting,
            ranges: zip(weights.ends, columns).map { ($0.low, $0.high, $1.direction) },
            options: Self.rankOptions(weights.weighting, columns), document: nil)
        return answer(
            sheet, findings: Evaluation.weightFindings(of: [weights.weighting]),
            inputs: [numbers.digest])
    }

    private func elicited(by method: (any Weighting.Type)?) throws -> Answer {
        let method = try required(method)
        let kind = method.descriptor.kind
        guard column.isEmpty else {
            throw Problem(
                .usage, "`--column` changes nothing here", at: .argument("--column"),
                because: "no table is named")
        }
        try requireNoConditions()
        try statements.requireOnly(kind, because: Self.takes(method))
        let (evidence, criteria) = try statements.statement(for: kind)
        let weighting = LevelWeighting(
            group: nil, method: method.descriptor, criteria: criteria,
            weights: try method.weights(of: criteria, from: evidence))
        let columns = criteria.map { TableWeights.Column(name: $0, direction: .higher) }
        return answer(
            WeightSheet(
                title: "Weights by \(method.descriptor.identifier)", subtitle: nil, weighting,
                ranges: [], options: Self.rankOptions(weighting, columns),
                document: WeightingText.line(
                    evidence, method: method.descriptor.identifier, criteria: criteria)),
            findings: Evaluation.weightFindings(of: [weighting]), inputs: [])
    }

    private func answer(
        _ sheet: WeightSheet, findings: [Problem], inputs: [FileDigest]
    ) -> Answer {
        Answer(
            schema: "weights", report: sheet.report, result: sheet.json, findings: findings,
            inputs: inputs)
    }

    // MARK: - What the options say

    private func required(
        _ method: (any Weighting.Type)?
    ) throws(Problem) -> any Weighting.Type {
        if let method { return method }
        throw Problem(
            .usage, "no weighting is chosen", at: .argument("--method"),
            because: source == nil
                ? "without a file, weights are derived from what the options state"
                : "a table holds no weights",
            hint: source == nil
                ? "name an Evaluation, or add `--method swing --points price=100 --points speed=60`"
                : "add `--method entropy`")
    }

    private func requireNoConditions() throws(Problem) {
        guard conditions != nil else { return }
        throw Problem(
            .usage, "`--where` changes nothing here", at: .argument("--where"),
            because: "conditions choose rows of a table")
    }

    private static func takes(_ method: any Weighting.Type) -> String {
        "`\(method.descriptor.identifier)` takes \(method.descriptor.kind.inWords)"
    }

    /// Reads `column`, `column:min` and `column:max`.
    ///
    /// - Throws: ``ProblemCode/usage`` or ``ProblemCode/duplicateIdentifier``.
    static func columns(_ texts: [String]) throws(Problem) -> [TableWeights.Column] {
        var columns: [TableWeights.Column] = []
        for text in texts {
            var (name, direction) = (text, Direction.higher)
            for (ending, meaning) in [(":min", Direction.lower), (":max", .higher)]
            where text.hasSuffix(ending) {
                (name, direction) = (String(text.dropLast(ending.count)), meaning)
            }
            guard !name.isEmpty else {
                throw Problem(
                    .usage, "\(Problem.quoted(text)) names no column", at: .argument("--column"),
                    because: "a column's name, and perhaps :min or :max, belong here",
                    hint: "write it such as `price:min`")
            }
            guard !columns.contains(where: { $0.name == name }) else {
                throw Problem(
                    .duplicateIdentifier, "`\(name)` is named twice", at: .argument("--column"),
                    because: "each column counts once")
            }
            columns.append(TableWeights.Column(name: name, direction: direction))
        }
        return columns
    }

    private static func rankOptions(
        _ weighting: LevelWeighting, _ columns: [TableWeights.Column]
    ) -> [String] {
        zip(columns, weighting.weights.exactShares).map { column, share in
            "\(column.name)=\(share)\(column.direction == .lower ? ":min" : "")"
        }
    }
}
