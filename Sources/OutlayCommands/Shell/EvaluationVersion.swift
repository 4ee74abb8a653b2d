import Outlay

/// An evaluation with its figures, as it stands in a file or stood in a revision of the repository.
struct EvaluationVersion {
    /// What it is called: the path, or the revision with the path.
    let name: EvaluationDifference.VersionName
    /// The evaluation with its figures.
    let result: EvaluationResult
    /// The files that were read, in order.
    let inputs: [FileDigest]
    /// What its catalogues warn of.
    let warnings: [Problem]

    /// Reads and runs the evaluation that `text` names: a file, or `REV:path` where there is no file of that name.
    ///
    /// - Throws: ``Problems`` or a ``Problem``.
    init(_ text: String, argument: String, _ shell: Shell) throws {
        let colon = text.firstIndex(of: ":")
        guard let colon, text != "-", !FileAccess.exists(text) else {
            let workspace = try Workspace(shell.options, near: text)
            name = EvaluationDifference.VersionName(text)
            result = try workspace.run(text, asOf: shell.asOf)
            inputs = workspace.inputs
            warnings = workspace.catalogues?.warnings ?? []
            return
        }
        let place = Location.argument(argument)
        let (revision, path) = (String(text[..<colon]), String(text[text.index(after: colon)...]))
        guard !revision.isEmpty, !path.isEmpty else {
            throw Problem(
                .usage, "\(Problem.quoted(text)) names no document of a revision", at: place,
                because: "a revision, `:` and a path belong here, or the path of a file",
                hint: "write it such as `HEAD~1:evaluations/crm.yaml`")
        }
        let files = try RevisionFiles(revision, at: place)
        let rooted = try files.rooted(path)
        let label = files.label(rooted)
        let bytes = try files.bytes(rooted, limit: FileAccess.documentLimit)
        let catalogues = try Self.catalogues(for: rooted, in: files, shell)
        // Files that the document names stand beside it, in the same revision.
        let companions = CompanionFiles(
            besideDocument: rooted.contains("/") ? label : files.label("./" + rooted),
            files: files.files)
        let evaluation: Evaluation
        do throws(DocumentProblems) {
            evaluation = try EvaluationReader.read(
                DocumentSource.read(path: label, bytes: bytes),
                in: EvaluationReader.Surroundings(catalogues: catalogues, companions: companions))
        } catch {
            throw Problems(list: error.list)
        }
        do {
            result = try evaluation.run(asOf: shell.asOf)
        } catch {
            throw error.located(at: .file(label))
        }
        name = EvaluationDifference.VersionName(text, commit: files.commit)
        inputs =
            [FileDigest(path: label, sha256: SHA256Digest.of(bytes))] + companions.filesRead
            + (catalogues?.filesRead ?? [])
        warnings = catalogues?.warnings ?? []
    }

    /// Returns the catalogues of a revision: those of its project file, else of the nearest folder `catalogs` from
    /// the document upwards; where the revision has none, or `--catalogs` names a folder, those on this machine.
    private static func catalogues(
        for path: String, in files: RevisionFiles, _ shell: Shell
    ) throws -> CatalogueLibrary? {
        guard shell.options.catalogs == nil else { return try Workspace(shell.options).catalogues }
        func library(_ folder: String) -> CatalogueLibrary? {
            let names = try? files.names(folder)
            guard names?.contains(where: { $0.hasSuffix(".yaml") }) == true else { return nil }
            return CatalogueLibrary(folder: files.label(folder), files: files.files)
        }
        for folder in folders(above: path) {
            guard try files.names(folder).contains(Project.fileName) else { continue }
            let project = folder + Project.fileName
            let source = DocumentSource.read(
                path: files.label(project),
                bytes: try files.bytes(project, limit: FileAccess.documentLimit))
            do {
                if let named = try Project.read(source).catalogues,
                    let library = library(folder + named)
                {
                    return library
                }
            } catch {
                throw Problems(list: error.list)
            }
            break
        }
        for folder in folders(above: path) {
            if let library = library(folder + "catalogs") { return library }
        }
        return try Workspace(shell.options).catalogues
    }

    /// The folders that hold `path`, the nearest first, each with its last slash; the root is empty.
    private static func folders(above path: String) -> [String] {
        var folders: [String] = []
        var folder = FileAccess.split(path).folder
        while !folder.isEmpty {
            folders.append(folder)
            folder = FileAccess.split(String(folder.dropLast())).folder
        }
        return folders + [""]
    }
}
