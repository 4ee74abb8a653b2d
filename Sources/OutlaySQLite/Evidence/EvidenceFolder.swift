import OutlayBudgets
import OutlayEncoding
import OutlayProblems

/// A folder with the files that a ledger names as evidence.
///
/// A piece of evidence is the file of its name below the folder, or a file whose name is its hash, so
/// that two pieces of one name have room beside each other. A name that leads out of the folder is
/// that of no file.
struct EvidenceFolder {
    private let path: String

    /// Opens the folder at `path`.
    ///
    /// - Throws: ``ProblemCode/unreadableFile`` where there is no folder.
    init(_ path: String) throws(Problem) {
        guard FileSystem.isFolder(path) else {
            throw Problem(
                .unreadableFile, "\(Problem.quoted(path, limit: 200)) is not a folder",
                at: .file(path), because: "evidence is looked for in a folder")
        }
        self.path = path
    }

    /// Compares what `pieces` name with what is in the folder.
    ///
    /// - Throws: ``ProblemCode/unreadableFile`` for a file that is there and cannot be read.
    func findings(of pieces: [Evidence]) throws(Problem) -> EvidenceFindings {
        try EvidenceFindings(of: pieces) { piece throws(Problem) in
            var found: [EvidenceFile] = []
            for name in [piece.name.text, piece.hash.text] {
                if let file = try file(name) { found.append(file) }
            }
            return found
        }
    }

    private func file(_ name: String) throws(Problem) -> EvidenceFile? {
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.allSatisfy({ !["", ".", ".."].contains($0) }) else { return nil }
        let place = "\(path)/\(name)"
        guard case .file = FileSystem.kind(of: place) else { return nil }
        var size = 0
        let hash = try SHA256Value.of { () throws(Problem) -> [UInt8]? in
            guard let block = FileSystem.bytes(of: place, from: size, count: 1 << 20) else {
                throw FileSystem.unreadable(place)
            }
            size += block.count
            return block.isEmpty ? nil : block
        }
        return EvidenceFile(hash: hash, size: Int64(size))
    }
}
