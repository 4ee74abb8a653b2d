import OutlayEncoding
import OutlayProblems
import OutlayValues

/// The catalogues of a folder, each read when it is first asked for.
///
/// A catalogue `NAME` is the two files `NAME.yaml` (its metadata) and the CSV table that names.
public final class CatalogueLibrary {
    /// What became of a catalogue that was asked for.
    package struct Outcome {
        /// The catalogue, or nil where an error kept it from being read.
        package let catalogue: Catalogue?
        /// What is wrong: the errors of an unread catalogue, the warnings of a read one.
        package let problems: [Problem]
    }

    /// The most bytes the table of a catalogue has: 256 MiB.
    package static let tableByteLimit = 256 << 20

    /// The folder, as the user gave it.
    package let folder: String
    /// The files read so far, in the order they were read.
    public private(set) var filesRead: [FileDigest] = []
    private let files: DocumentFiles
    private var outcomes: [String: Outcome] = [:]
    private var names: [String]?

    /// Creates a library that has read nothing yet.
    ///
    /// - Parameters:
    ///   - folder: The path of the folder, as `files` takes it.
    ///   - files: The way to the files.
    public init(folder: String, files: DocumentFiles) {
        self.folder = folder.hasSuffix("/") || folder.isEmpty ? folder : folder + "/"
        self.files = files
    }

    /// Returns the identifiers of all catalogues in the folder, sorted by their bytes.
    ///
    /// - Throws: ``ProblemCode/unreadableFile`` when the folder cannot be listed.
    public func identifiers() throws(Problem) -> [String] {
        if let names { return names }
        let found = try files.list(folder.isEmpty ? "." : folder)
            .filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(".yaml".count)) }
        names = found
        return found
    }

    /// Returns the catalogue `id`.
    ///
    /// - Throws: ``ProblemCode/unknownCatalogue`` with the nearest identifier, or the first thing wrong with
    ///   its files.
    package func catalogue(_ id: String) throws(Problem) -> Catalogue {
        let outcome = try read(id)
        if let catalogue = outcome.catalogue { return catalogue }
        throw outcome.problems.first
            ?? Problem(
                .unknownCatalogue, "the catalogue `\(id)` cannot be read",
                because: "its files hold no catalogue")
    }

    /// Returns what becomes of the catalogue `id`, with all that is wrong with it.
    ///
    /// - Throws: ``ProblemCode/unknownCatalogue`` or ``ProblemCode/unreadableFile``.
    package func read(_ id: String) throws(Problem) -> Outcome {
        if let outcome = outcomes[id] { return outcome }
        let known = try identifiers()
        guard known.contains(id) else {
            throw Problem(
                .unknownCatalogue, "there is no catalogue \(Problem.quoted(id))",
                because: "the folder `\(folder.isEmpty ? "." : folder)` has "
                    + (known.isEmpty ? "no catalogue" : known.quotedList("and")),
                hint: Suggestion.hint(for: id, among: known))
        }
        let outcome = try load(id)
        outcomes[id] = outcome
        return outcome
    }

    /// What is wrong with the catalogues read so far, in the order of their identifiers.
    public var warnings: [Problem] {
        outcomes.keys.sorted().flatMap { outcomes[$0]?.catalogue?.warnings ?? [] }
    }

    private func load(_ id: String) throws(Problem) -> Outcome {
        let path = folder + id + ".yaml"
        let document = DocumentSource.read(path: path, bytes: try bytes(path))
        let metadata: CatalogueMetadata
        do throws(DocumentProblems) {
            metadata = try CatalogueMetadata.read(document)
        } catch {
            return Outcome(catalogue: nil, problems: error.list)
        }
        do throws(Problem) {
            try checkNames(metadata, id: id, document)
            let tablePath = folder + metadata.file
            let content = try bytes(tablePath)
            let source = try SourceText(
                path: tablePath, bytes: content, byteLimit: Self.tableByteLimit)
            let catalogue = try Catalogue(
                metadata, table: CSVTable(source), sha256: filesRead.last?.sha256 ?? "")
            return Outcome(catalogue: catalogue, problems: catalogue.warnings)
        } catch {
            return Outcome(catalogue: nil, problems: [error])
        }
    }

    private func checkNames(
        _ metadata: CatalogueMetadata, id: String, _ document: DocumentSource
    ) throws(Problem) {
        guard metadata.id == id else {
            throw Problem(
                .badIdentifier, "the catalogue calls itself `\(metadata.id)`",
                at: document.root?["metadata"]?["id"]?.location,
                because: "a catalogue is named after its file, `\(id).yaml`",
                hint: "write `id: \(id)`, or rename the file")
        }
        guard !metadata.file.contains("/") else {
            throw Problem(
                .unknownReference, "\(Problem.quoted(metadata.file)) is a path",
                at: document.root?["file"]?.location,
                because: "the table stands in the folder of its metadata",
                hint: "write the file's name alone")
        }
    }

    private func bytes(_ path: String) throws(Problem) -> [UInt8] {
        let content = try files.read(path)
        filesRead.append(FileDigest(path: path, sha256: SHA256Digest.of(content)))
        return content
    }
}

extension CatalogueLibrary: CatalogueCells {
    /// Returns a cell of the row `reference`, written `catalogue/row`.
    ///
    /// - Throws: ``ProblemCode/unknownCatalogue``, ``ProblemCode/unknownRow``, ``ProblemCode/unknownColumn``,
    ///   ``ProblemCode/badCell`` and what keeps the catalogue from being read; what is wrong with the
    ///   reference or the cell has no location.
    package func cell(_ reference: String, column: String) throws(Problem) -> CatalogueCell {
        let reference = try CatalogueReference(parsing: reference)
        let catalogue = try catalogue(reference.catalogue)
        let row = try catalogue.row(reference.row)
        let index = try catalogue.column(column)
        do throws(Problem) {
            return try catalogue.cell(row: row, column: index)
        } catch {
            var problem = error
            problem.location = nil
            throw problem
        }
    }
}

extension CatalogueLibrary {
    /// Returns the numbers of a column, written `catalogue/column`; empty cells are left out.
    ///
    /// - Throws: ``ProblemCode/unknownReference``, ``ProblemCode/unknownCatalogue``,
    ///   ``ProblemCode/unknownColumn``, ``ProblemCode/emptyCell`` for a column of something else, and what keeps the
    ///   catalogue from being read; without a location.
    package func numbers(inColumn reference: String) throws(Problem) -> [ExactDecimal] {
        let parts = reference.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
            throw Problem(
                .unknownReference, "\(Problem.quoted(reference)) names no column of a catalogue",
                because: "a column is named by its catalogue, a slash and its name",
                hint: "write it such as `cloud-compute/price_on_demand_usd_hour`")
        }
        let catalogue = try catalogue(String(parts[0]))
        let column = try catalogue.column(String(parts[1]))
        var numbers: [ExactDecimal] = []
        for row in catalogue.table.rows.indices {
            do throws(Problem) {
                switch try catalogue.cell(row: row, column: column).content {
                case .number(let number)?: numbers.append(number)
                case nil: continue
                default:
                    throw Problem(
                        .emptyCell, "`\(reference)` holds no numbers",
                        because: "its column is of another type", hint: "choose another column")
                }
            } catch {
                var problem = error
                problem.location = nil
                throw problem
            }
        }
        return numbers
    }
}

/// A row of a catalogue by name: the catalogue's identifier, a slash, and the row's key.
package struct CatalogueReference: Sendable, Hashable {
    /// The catalogue's identifier.
    package let catalogue: String
    /// The row's key, which may hold slashes.
    package let row: String

    /// Reads a reference such as `cloud-compute/aws/m7i.2xlarge`.
    ///
    /// - Throws: ``ProblemCode/unknownReference`` without a location.
    package init(parsing text: String) throws(Problem) {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
            throw Problem(
                .unknownReference, "\(Problem.quoted(text)) names no row of a catalogue",
                because: "a row is named by its catalogue, a slash and its key",
                hint: "write it such as `cloud-compute/aws/m7i.2xlarge`")
        }
        catalogue = String(parts[0])
        row = String(parts[1])
    }
}
