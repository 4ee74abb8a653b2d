import ArgumentParser
import Outlay

/// `outlay catalog check`: stale and undated prices, impossible values, changed tables.
struct CatalogCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Name stale and undated prices, impossible values and changed tables.",
        discussion: """
            outlay catalog check
            outlay catalog check cloud-compute --older-than 180d

            Stale and undated prices are warnings. Impossible values, keys that stand twice, and tables that \
            differ from their stated checksum or count of rows end with exit code 1.
            """)

    @Argument(help: "The catalogues to check; all of them where none is named.")
    var ids: [String] = []

    @Option(help: ArgumentHelp("The age beyond which a price is stale.", valueName: "days"))
    var olderThan = AgeLimit(days: 365)

    @Flag(help: "Show every row instead of the first five of each kind.")
    var all = false

    @OptionGroup var options: CommonOptions

    func run() throws {
        try Shell.run(options, schema: "catalog-check") { shell in
            let workspace = try Workspace(options.surroundings)
            let library = try workspace.library()
            var checks: [Checked] = []
            var unreadable: [Problem] = []
            for id in ids.isEmpty ? try library.identifiers() : ids {
                let outcome = try library.read(id)
                guard let catalogue = outcome.catalogue else {
                    unreadable += outcome.problems
                    continue
                }
                checks.append(
                    Checked(
                        catalogue: catalogue,
                        check: CatalogueCheck(
                            catalogue, asOf: shell.asOf, limitDays: olderThan.days)))
            }
            guard unreadable.isEmpty else { throw Problems(list: unreadable) }
            return Answer(
                schema: "catalog-check", report: report(checks, asOf: shell.asOf),
                result: [
                    "older_than_days": .integer(olderThan.days),
                    "catalogues": .array(checks.map(\.json)),
                ],
                findings: checks.flatMap(\.problems), inputs: workspace.inputs,
                saysNo: checks.contains { $0.check.hasFault })
        }
    }

    private func report(_ checks: [Checked], asOf: CalendarDate) -> Report {
        let summary = Table(
            columns: [
                Column("Catalogue"), .number("Rows"), .number("Prices"), Column("Newest"),
                .number("Stale"), .number("Undated"), .number("Faults"), Column(""),
            ],
            rows: checks.map(\.row),
            note: "Stale: older than \(olderThan.days) days on \(asOf).")
        return Report(
            title: checks.count == 1 ? "1 catalogue checked" : "\(checks.count) catalogues checked",
            summary: [.table(summary)],
            sections: checks.flatMap { checked in
                checked.byKind.map { section($0.code, $0.findings, of: checked.catalogue) }
            })
    }

    /// The findings of one kind in one catalogue, the first of them unless all are asked for.
    private func section(
        _ code: ProblemCode, _ findings: [CatalogueCheck.Finding], of catalogue: Catalogue
    ) -> ReportSection {
        let shown = all ? findings : Array(findings.prefix(Self.fewRows))
        let table = Table(
            columns: [
                Column("Row", widthHint: 44), .number("Line"), Column("Columns", widthHint: 28),
                Column("Found", widthHint: 34),
            ],
            rows: shown.map { finding in
                Row([
                    finding.row.map { .text($0) } ?? .empty,
                    finding.line.map { .count($0) } ?? .empty,
                    .text(finding.columns.joined(separator: ", ")), .text(finding.text),
                ])
            },
            note: shown.count < findings.count
                ? "The first \(shown.count) of \(findings.count); `--all` shows all." : nil)
        let id = catalogue.metadata.id
        return ReportSection(
            id: "\(id)-\(code.rawValue.lowercased())", title: "\(id): \(code.wording)",
            blocks: [.table(table)])
    }

    private static let fewRows = 5

    /// A catalogue and what was found in it.
    private struct Checked {
        var catalogue: Catalogue
        var check: CatalogueCheck

        /// The findings by their kinds, in the order of the codes.
        var byKind: [(code: ProblemCode, findings: [CatalogueCheck.Finding])] {
            Dictionary(grouping: check.findings, by: \.code).map { ($0.key, $0.value) }
                .sorted { $0.0.rawValue < $1.0.rawValue }
        }

        var row: Row {
            let faults = check.findings.count { $0.code.severity == .error }
            return Row([
                .text(catalogue.metadata.id), .count(catalogue.table.rows.count),
                .count(check.ages.prices),
                check.ages.newest.map { .text($0.description) } ?? .empty,
                .count(check.ages.stale), .count(check.ages.undated), .count(faults),
                faults == 0 ? .text("pass", tone: .good) : .text("FAIL", tone: .bad),
            ])
        }

        /// One problem for each kind of finding.
        var problems: [Problem] {
            byKind.map { code, findings in
                let rows = findings.count == 1 ? "1 row" : "\(findings.count) rows"
                let first = findings[0]
                return Problem(
                    code,
                    first.row == nil
                        ? "\(code.wording) of `\(catalogue.metadata.id)`"
                        : "\(code.wording) in \(rows) of `\(catalogue.metadata.id)`",
                    at: .file(catalogue.table.source.path),
                    because: first.row.map { "the first is \(Problem.quoted($0)): \(first.text)" }
                        ?? first.text)
            }
        }

        var json: JSONValue {
            [
                "id": .string(catalogue.metadata.id),
                "rows": .integer(catalogue.table.rows.count),
                "prices": .integer(check.ages.prices),
                "newest_price": .string(orNull: check.ages.newest?.description),
                "stale": .integer(check.ages.stale), "undated": .integer(check.ages.undated),
                "findings": .array(
                    byKind.flatMap(\.findings).map { finding in
                        [
                            "code": .string(finding.code.rawValue),
                            "severity": .string(finding.code.severity.rawValue),
                            "row": .string(orNull: finding.row),
                            "line": finding.line.map { .integer($0) } ?? .null,
                            "columns": .strings(finding.columns), "text": .string(finding.text),
                        ]
                    }),
            ]
        }
    }
}

extension ProblemCode {
    /// What the check calls the findings of a code.
    fileprivate var wording: String {
        switch self {
        case .stalePrice: "stale price"
        case .undatedPrice: "undated price"
        case .impossibleValue: "impossible value"
        case .emptyCell: "missing value"
        case .duplicateIdentifier: "shared key"
        case .checksumMismatch: "changed table"
        case .rowCountMismatch: "other count of rows"
        default: rawValue
        }
    }
}

extension CatalogCheckCommand {
    /// The shape of the JSON result.
    static let resultShape = ObjectShape(
        "catalogue check", "What is doubtful or wrong in catalogues.",
        [
            Field(
                "older_than_days", .integer(0...Int.max),
                "The days beyond which a price is stale.", required: true),
            Field(
                "catalogues", .list(of: .object(catalogueShape)), "The catalogues checked.",
                required: true),
        ])

    private static let catalogueShape = ObjectShape(
        "checked catalogue", "What was found in one catalogue.",
        [
            Field("id", .identifier, "The catalogue's identifier.", required: true),
            Field("rows", .integer(0...Int.max), "The count of rows.", required: true),
            Field("prices", .integer(0...Int.max), "The count of prices.", required: true),
            Field("newest_price", .date, "The newest day of a price; null without one."),
            Field("stale", .integer(0...Int.max), "The count of stale prices.", required: true),
            Field(
                "undated", .integer(0...Int.max), "The count of prices without a day.",
                required: true),
            Field(
                "findings", .list(of: .object(findingShape)),
                "Everything found, by code and row.", required: true),
        ])

    private static let findingShape = ObjectShape(
        "finding", "One thing found.",
        [
            Field("code", .text(), "The code of its kind.", required: true),
            Field("severity", .text(), "warning, or error for a fault.", required: true),
            Field("row", .text(), "The row's key; null for the table as a whole."),
            Field("line", .integer(1...Int.max), "The line of the table; null for the whole."),
            Field("columns", .list(of: .text()), "The columns concerned.", required: true),
            Field("text", .text(), "What was found.", required: true),
        ])
}
