import Outlay

/// The documents that arguments name.
enum DocumentPaths {
    /// Returns the documents that `paths` name, folders opened, in order, each once.
    ///
    /// - Throws: ``ProblemCode/unreadableFile`` where there is none: a check of nothing does not pass.
    static func documents(_ paths: [String]) throws(Problem) -> [String] {
        var documents: [String] = []
        for path in paths {
            let named = FileAccess.isFolder(path) ? try FileAccess.documents(below: path) : [path]
            documents += named.filter { !documents.contains($0) }
        }
        guard !documents.isEmpty else {
            let folders = paths.map { Problem.quoted($0) }.joined(separator: ", ")
            throw Problem(
                .unreadableFile, "there is no document to check",
                because: "no file below \(folders) ends in .yaml, .yml or .json",
                hint: "name a document, or a folder that holds one")
        }
        return documents
    }
}
