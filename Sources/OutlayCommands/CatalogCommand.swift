import ArgumentParser
import Outlay

/// `outlay catalog`: the commands about catalogues.
struct CatalogCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "catalog",
        abstract: "List, show, search and check catalogues of priced items.",
        subcommands: [
            CatalogListCommand.self, CatalogShowCommand.self, CatalogSearchCommand.self,
            CatalogCheckCommand.self,
        ])

    func run() throws {
        throw Group.missingSubcommand(of: Self.self)
    }
}

extension Workspace {
    /// Returns the catalogues.
    ///
    /// - Throws: ``ProblemCode/unknownCatalogue`` where no folder of them is found.
    func library() throws(Problem) -> CatalogueLibrary {
        if let catalogues { return catalogues }
        throw Problem(
            .unknownCatalogue, "there is no folder of catalogues",
            because: "neither the project nor a folder `catalogs` from here upwards names one",
            hint: "name it by `--catalogs FOLDER`")
    }
}

extension CatalogueLibrary {
    /// Returns a catalogue with every problem that keeps it from being read.
    ///
    /// - Throws: ``Problems`` or a ``Problem``.
    func readable(_ id: String) throws -> Catalogue {
        let outcome = try read(id)
        guard let catalogue = outcome.catalogue else { throw Problems(list: outcome.problems) }
        return catalogue
    }
}

/// The age beyond which a price is stale, such as `180d`.
struct AgeLimit: ExpressibleByArgument {
    /// The days.
    let days: Int

    /// Creates an age of so many days.
    init(days: Int) {
        self.days = days
    }

    /// Reads a count of days, with or without a `d` behind it.
    init?(argument: String) {
        let digits = argument.hasSuffix("d") ? argument.dropLast() : argument[...]
        guard digits.utf8.allSatisfy({ $0 &- 48 < 10 }), let days = Int(digits) else { return nil }
        self.days = days
    }

    /// What the help shows.
    var defaultValueDescription: String { "\(days)d" }
}

extension RowCounts {
    /// What became of the rows, in words.
    func sentence(columns: [String], kept word: String) -> String {
        func count(_ count: Int) -> String { FigureText.shown(ExactDecimal(count), places: 0) }
        var parts = ["\(count(read)) rows read", "\(count(kept)) \(word)"]
        if dropped > 0 { parts.append("\(count(dropped)) do not meet the conditions") }
        for (column, rows) in empty.sorted(by: { $0.key < $1.key }) {
            parts.append("\(count(rows)) without `\(columns[column])`")
        }
        for (column, rows) in unreadable.sorted(by: { $0.key < $1.key }) {
            parts.append("\(count(rows)) with an unreadable `\(columns[column])`")
        }
        return parts.joined(separator: ", ")
    }

    /// The counts in JSON.
    func json(columns: [String]) -> JSONValue {
        func byColumn(_ counts: [Int: Int]) -> JSONValue {
            .array(
                counts.sorted { $0.key < $1.key }.map { column, count in
                    ["column": .string(columns[column]), "rows": .integer(count)]
                })
        }
        return [
            "read": .integer(read), "kept": .integer(kept), "dropped": .integer(dropped),
            "empty": byColumn(empty), "unreadable": byColumn(unreadable),
        ]
    }

    /// The shape of ``json(columns:)``.
    static let resultShape = ObjectShape(
        "counts", "What became of the rows.",
        [
            Field("read", .integer(0...Int.max), "All rows.", required: true),
            Field("kept", .integer(0...Int.max), "The rows kept.", required: true),
            Field(
                "dropped", .integer(0...Int.max), "The rows that do not meet the conditions.",
                required: true),
            Field(
                "empty", .list(of: .object(columnShape)),
                "The rows left out for an empty cell, by column.", required: true),
            Field(
                "unreadable", .list(of: .object(columnShape)),
                "The rows left out for a cell that cannot be read, by column.", required: true),
        ])

    private static let columnShape = ObjectShape(
        "column count", "The rows left out for one column.",
        [
            Field("column", .text(), "The column's name.", required: true),
            Field("rows", .integer(0...Int.max), "The count of rows.", required: true),
        ])
}
