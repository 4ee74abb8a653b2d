import Outlay

/// The project that a command runs in.
struct ProjectFile {
    /// The path of the project file.
    let path: String
    /// What it says.
    let project: Project

    /// The project's folder of catalogues, or nil where it names none.
    var catalogueFolder: String? {
        project.catalogues.map { $0.hasPrefix("/") ? $0 : FileAccess.split(path).folder + $0 }
    }

    /// The path of the project's ledger, or nil where it names none.
    var ledger: String? {
        project.ledger.map { $0.hasPrefix("/") ? $0 : FileAccess.split(path).folder + $0 }
    }

    /// Finds the project: `--config`, else `$OUTLAY_CONFIG`, else outlay.yaml in the current folder or
    /// above it up to the git root, else the user's own; nil where there is none.
    ///
    /// - Throws: A ``Problem`` or ``Problems`` when a file that was named or found is no project.
    static func find(_ options: SurroundingOptions) throws -> ProjectFile? {
        let named = options.config ?? Console.environment("OUTLAY_CONFIG")
        guard let path = named ?? FileAccess.nearest(Project.fileName, from: "") ?? userFile else {
            return nil
        }
        let bytes = try FileAccess.read(path)
        do {
            return ProjectFile(
                path: path, project: try Project.read(DocumentSource.read(path: path, bytes: bytes))
            )
        } catch {
            throw Problems(list: error.list)
        }
    }

    private static var userFile: String? {
        let base =
            Console.environment("XDG_CONFIG_HOME")
            ?? Console.environment("HOME").map { $0 + "/.config" }
        guard let path = base.map({ $0 + "/outlay/config.yaml" }), FileAccess.exists(path) else {
            return nil
        }
        return path
    }
}
