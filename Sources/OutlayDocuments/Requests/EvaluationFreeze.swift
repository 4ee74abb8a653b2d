import OutlayEconomics
import OutlayEncoding
import OutlayEvaluations
import OutlayProblems
import OutlayValues

/// An evaluation with all that it was read from, so that it can be read again without any file.
///
/// The evaluation is read from what was frozen, not from the files; so whatever is computed from it comes out
/// the same when it is computed again.
public struct EvaluationFreeze: Sendable {
    /// The evaluation.
    public let evaluation: Evaluation
    /// All that it was read from.
    public let inputs: FrozenInputs

    init(evaluation: Evaluation, inputs: FrozenInputs) {
        self.evaluation = evaluation
        self.inputs = inputs
    }

    /// Reads an Evaluation document with the files and catalogues that it names, and freezes them.
    ///
    /// - Parameters:
    ///   - bytes: The document in UTF-8, YAML or JSON; at most 4 MiB.
    ///   - path: What problems call the document, and where files stand that it names.
    ///   - files: The way to the files beside the document.
    ///   - catalogues: The catalogues that options may point at.
    ///   - exchangeRates: The published rates; the ECB's that come with the library where none are given.
    /// - Throws: ``DocumentProblems`` with every problem in file order;
    ///   ``ProblemCode/sourceDiffers`` for a source whose file is not the one that the document states.
    public init(
        reading bytes: [UInt8], path: String, files: DocumentFiles,
        catalogues: CatalogueLibrary? = nil, exchangeRates: ExchangeRates? = nil
    ) throws(DocumentProblems) {
        let source = DocumentSource.read(path: path, bytes: bytes)
        let cells = catalogues.map { RecordingCells($0) }
        let companions = CompanionFiles(besideDocument: path, files: files)
        var indices: [String: IndexSeries] = [:]
        var surroundings = EvaluationReader.Surroundings(
            catalogues: cells, companions: companions,
            exchangeRates: { () throws(Problem) in
                if let exchangeRates { return exchangeRates }
                return try ReferenceRates.ecb()
            })
        surroundings.indices = { (name) throws(Problem) in
            let series = try ReferenceIndices.series(name)
            indices[name] = series
            return series
        }
        let read = try EvaluationReader.read(source, in: surroundings)
        do throws(Problem) {
            guard let root = source.root else { throw FrozenFields.damaged("there is no document") }
            inputs = FrozenInputs(
                document: Shape.object(EvaluationShape.document).canonicalValue(of: root),
                cells: cells?.cellsJSON ?? [:], columns: cells?.columnsJSON ?? [:],
                companions: try Self.companions(companions, files, besideDocument: path),
                rates: .array(read.exchangeRates.map(\.json)),
                indices: Self.indices(indices),
                sources: try Self.sources(of: read, besideDocument: path, files))
            evaluation = try Evaluation(thawing: inputs)
        } catch {
            throw DocumentProblems([error])
        }
    }

    private static func companions(
        _ companions: CompanionFiles, _ files: DocumentFiles, besideDocument path: String
    ) throws(Problem) -> JSONValue {
        let folder = companions.path("")
        var object = JSONObject()
        for file in companions.filesRead {
            let bytes = try files.read(file.path)
            guard SHA256Digest.of(bytes) == file.sha256 else {
                throw Problem(
                    .sourceDiffers, "\(Problem.quoted(file.path)) changed while it was read",
                    because: "what is frozen is what was judged", hint: "try again")
            }
            object[String(file.path.dropFirst(folder.count))] = try FrozenFiles.form(
                of: bytes, path: file.path)
        }
        return .object(object)
    }

    private static func indices(_ used: [String: IndexSeries]) -> JSONValue {
        var object = JSONObject()
        for (name, series) in used.sorted(by: { $0.key < $1.key }) {
            object[name] = [
                "forecast": .string(orNull: series.forecastPerYear?.description),
                "id": .string(series.id), "source": .string(series.source),
                "values": .array(
                    series.values.map { .strings([$0.from.description, $0.value.description]) }),
            ]
        }
        return .object(object)
    }

    /// Returns a problem for each source of an evaluation whose file is there and is not the one that the document
    /// states.
    ///
    /// - Parameters:
    ///   - evaluation: The evaluation.
    ///   - path: Where its document stands.
    ///   - files: The way to the files beside it.
    /// - Returns: The problems, ``ProblemCode/sourceDiffers``, in the order of the sources.
    /// - Throws: A ``Problem`` of a file that cannot be read.
    public static func differingSources(
        of evaluation: Evaluation, besideDocument path: String, _ files: DocumentFiles
    ) throws(Problem) -> [Problem] {
        let companions = CompanionFiles(besideDocument: path, files: files)
        var found: [Problem] = []
        for source in evaluation.sources where source.sha256 != nil {
            guard let file = source.file, let bytes = try companions.bytesIfPresent(file),
                let problem = source.problem(
                    digest: SHA256Digest.of(bytes), file: file, in: path)
            else { continue }
            found.append(problem)
        }
        return found
    }

    /// Returns what backs each source: the SHA-256 of its file where the file is there, else what is stated.
    private static func sources(
        of evaluation: Evaluation, besideDocument path: String, _ files: DocumentFiles
    ) throws(Problem) -> JSONValue {
        let companions = CompanionFiles(besideDocument: path, files: files)
        var object = JSONObject()
        for source in evaluation.sources {
            var found: String?
            if let file = source.file, let bytes = try companions.bytesIfPresent(file) {
                let digest = SHA256Digest.of(bytes)
                if let problem = source.problem(digest: digest, file: file, in: path) {
                    throw problem
                }
                found = digest
            }
            object[source.id] = [
                "file": .string(orNull: source.file),
                "from": found != nil ? "file" : source.sha256 != nil ? "document" : "nothing",
                "sha256": .string(orNull: found ?? source.sha256),
            ]
        }
        return .object(object)
    }
}

extension Source {
    /// Returns the problem that the file of the source, with this digest, is not the one that the document at `path`
    /// states; nil where it is, or where none is stated.
    fileprivate func problem(digest: String, file: String, in path: String) -> Problem? {
        guard let stated = sha256, stated != digest else { return nil }
        return Problem(
            .sourceDiffers, "the file of source `\(id)` is not the one that is stated",
            at: .file(path),
            because: "the SHA-256 of \(Problem.quoted(file)) begins with "
                + "\(digest.prefix(12)), and the document says \(stated.prefix(12))",
            hint: "restore the file, or state the checksum of this one: `sha256: \(digest)`")
    }
}
