import Foundation

/// One file of the repository.
struct SourceFile: Sendable {
    /// The path from the repository's root, with `/` between its parts.
    let path: String
    /// The content.
    let data: Data
    /// What the compiler sees, cut into tokens; empty unless the file is Swift.
    let tokens: [Token]
    /// What the comments say, cut into tokens; empty unless the file is Swift.
    let commentTokens: [Token]

    init(path: String, data: Data) {
        self.path = path
        self.data = data
        guard path.hasSuffix(".swift") else {
            (tokens, commentTokens) = ([], [])
            return
        }
        let views = SwiftScanner.views(of: Array(data))
        tokens = tokenize(views.code)
        commentTokens = tokenize(views.comments)
    }

    init(_ path: String, _ text: String) {
        self.init(path: path, data: Data(text.utf8))
    }

    /// The content as text; malformed UTF-8 is repaired.
    var text: String { String(decoding: data, as: UTF8.self) }

    /// The number of lines.
    var lineCount: Int {
        data.count { $0 == UInt8(ascii: "\n") } + (data.isEmpty || data.last == 10 ? 0 : 1)
    }

    /// The name of the file without folders.
    var name: String { String(path.split(separator: "/").last ?? "") }

    /// The name of the file without folders and without what follows its first dot.
    var stem: String { String(name.prefix { $0 != "." }) }

    /// The path of the folder that holds the file.
    var folder: String { path.split(separator: "/").dropLast().joined(separator: "/") }

    /// The module under `Sources` that the file belongs to.
    var module: String? {
        let parts = path.split(separator: "/")
        return parts.count > 2 && parts[0] == "Sources" ? String(parts[1]) : nil
    }

    /// Whether the file's code has `word`.
    func mentions(_ word: String) -> Bool {
        tokens.contains { $0.text == word }
    }
}

/// The files of this repository, those that git would not keep left out.
enum SourceTree {
    /// All files, by path.
    static let files = read()

    /// The Swift files under `Sources`.
    static let sources = files.filter { $0.path.hasPrefix("Sources/") && $0.isSwift }

    /// The Swift files under `Sources` and `Tests`.
    static let swift =
        sources + files.filter { $0.path.hasPrefix("Tests/") && $0.isSwift }

    /// Returns the file at `path`, or an empty one.
    static func file(_ path: String) -> SourceFile {
        files.first { $0.path == path } ?? SourceFile(path, "")
    }

    private static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    private static func read() -> [SourceFile] {
        let names = try? FileManager.default.contentsOfDirectory(atPath: root.path)
        return (names ?? []).flatMap { read($0) }.sorted { $0.path < $1.path }
    }

    private static func read(_ path: String) -> [SourceFile] {
        guard !isIgnored(path) else { return [] }
        let place = root.appending(path: path)
        if let names = try? FileManager.default.contentsOfDirectory(atPath: place.path) {
            return names.flatMap { read(path + "/" + $0) }
        }
        guard let data = try? Data(contentsOf: place) else { return [] }
        return [SourceFile(path: path, data: data)]
    }

    private static func isIgnored(_ path: String) -> Bool {
        let name = path.split(separator: "/").last ?? ""
        return name.hasPrefix(".build") || name == "Package.resolved" || name == "__pycache__"
            || [".git", ".swiftpm", ".vscode", ".idea", ".DS_Store"].contains(name)
    }
}

extension SourceFile {
    fileprivate var isSwift: Bool { path.hasSuffix(".swift") }
}
