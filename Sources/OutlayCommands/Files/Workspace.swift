import Outlay

/// The files around a command: its project, its catalogues, and what was read so far.
final class Workspace {
    /// The catalogues that documents may point at, or nil where no folder of them is found.
    let catalogues: CatalogueLibrary?
    /// The weighting from data that takes the place of an evaluation's own weights, where one does.
    var weighting: (any Weighting.Type)?
    private var read: [FileDigest] = []
    private var companions: CompanionFiles?

    /// Finds the project and its catalogues.
    ///
    /// Catalogues are in the folder that `--catalogs` names, else the project's, else the nearest
    /// `catalogs` folder from `path` or the current folder upwards, else the one shipped beside the tool;
    /// a folder without a catalogue is passed over, unless `--catalogs` names it.
    ///
    /// - Throws: A ``Problem`` or ``Problems`` when a folder or project that was named cannot be read.
    init(_ options: SurroundingOptions, near path: String = "") throws {
        catalogues = try Self.catalogueFolder(options, near: path).map {
            CatalogueLibrary(folder: $0, files: .system)
        }
    }

    /// The files that were read: documents, what they name, then catalogues.
    var inputs: [FileDigest] {
        read + (companions?.filesRead ?? []) + (catalogues?.filesRead ?? [])
    }

    /// Returns the bytes of the file at `path`, which becomes one of the inputs.
    ///
    /// - Throws: A ``Problem`` when the file cannot be read.
    func bytes(_ path: String, limit: Int = FileAccess.documentLimit) throws(Problem) -> [UInt8] {
        let bytes = try FileAccess.read(path, limit: limit)
        read.append(FileDigest(path: path, sha256: SHA256Digest.of(bytes)))
        return bytes
    }

    /// Returns what an evaluation at `path` may refer to.
    func surroundings(
        of path: String, for purpose: EvaluationReader.Surroundings.Purpose = .result
    ) -> EvaluationReader.Surroundings {
        let files = CompanionFiles(besideDocument: path, files: .system)
        companions = files
        return EvaluationReader.Surroundings(
            catalogues: catalogues, companions: files, purpose: purpose)
    }

    /// Returns the document at `path`, read as far as its form goes.
    ///
    /// - Throws: A ``Problem`` when the file cannot be read.
    func document(_ path: String) throws(Problem) -> DocumentSource {
        DocumentSource.read(path: path, bytes: try bytes(path))
    }

    /// Returns the checked evaluation at `path`.
    ///
    /// - Throws: ``Problems`` or a ``Problem``; nothing is computed then.
    func evaluation(
        _ path: String, for purpose: EvaluationReader.Surroundings.Purpose = .result
    ) throws -> Evaluation {
        try evaluationWithSource(path, for: purpose).evaluation
    }

    /// Returns the checked evaluation at `path` with the top of its document.
    ///
    /// - Throws: ``Problems`` or a ``Problem``; nothing is computed then.
    func evaluationWithSource(
        _ path: String, for purpose: EvaluationReader.Surroundings.Purpose
    ) throws -> (evaluation: Evaluation, root: DocumentNode) {
        let source = try document(path)
        do throws(DocumentProblems) {
            let evaluation = try EvaluationReader.read(
                source, in: surroundings(of: path, for: purpose))
            guard let root = source.root else { throw DocumentProblems(source.problems) }
            return (evaluation, root)
        } catch {
            throw Problems(list: error.list)
        }
    }

    /// Reads and runs the evaluation at `path`, with the assumptions that `overrides` set and by the method
    /// that `method` chooses.
    ///
    /// - Throws: ``Problems`` or a ``Problem``.
    func run(
        _ path: String, overrides: [String] = [], by method: MethodOptions? = nil,
        asOf: CalendarDate
    ) throws -> EvaluationResult {
        var evaluation = try evaluation(path)
        for text in overrides {
            try evaluation.apply(try AssumptionOverride(parsing: text))
        }
        if let method { evaluation.method = try method.choice(over: evaluation.method) }
        if method?.explain == true, evaluation.decision.criteria.isEmpty {
            throw Problem(
                .usage, "there is nothing to explain", at: .argument("--explain"),
                because: "\(path) has no criteria, so that nothing is scored",
                hint: "leave the option out, or add `criteria`")
        }
        var result: EvaluationResult
        do {
            if let weighting { evaluation = try evaluation.reweighted(by: weighting) }
            result = try evaluation.run(asOf: asOf)
        } catch {
            throw error.located(at: .file(path))
        }
        result.findings = (catalogues?.warnings ?? []) + result.findings
        return result
    }

    private static func catalogueFolder(
        _ options: SurroundingOptions, near path: String
    ) throws -> String? {
        if let folder = options.catalogs {
            guard FileAccess.isFolder(folder) else {
                throw Problem(
                    .unreadableFile, "there is no folder `\(folder)`", at: .argument("--catalogs"),
                    because: "catalogues are read from it", hint: "name an existing folder")
            }
            return folder
        }
        let project = try ProjectFile.find(options)?.catalogueFolder
        if let project, holdsCatalogues(project) { return project }
        let starts = [FileAccess.split(path).folder, "", FileAccess.programFolder]
        for start in starts {
            let folder = FileAccess.nearest("catalogs", from: start, where: holdsCatalogues)
            if let folder { return folder }
        }
        return project
    }

    /// Whether there is a catalogue in a folder; one without hides no other.
    private static func holdsCatalogues(_ folder: String) -> Bool {
        let names = try? FileAccess.list(folder)
        return names?.contains { $0.hasSuffix(".yaml") } ?? false
    }
}

extension DocumentFiles {
    /// The files of this machine.
    static let system = DocumentFiles(
        read: { path throws(Problem) in try FileAccess.read(path, limit: FileAccess.tableLimit) },
        list: { path throws(Problem) in try FileAccess.list(path) })
}
