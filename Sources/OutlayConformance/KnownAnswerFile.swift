import Foundation
import Outlay

/// What a JSON file holds, as far as known answers are concerned.
enum KnownAnswerFile {
    /// Cases of one group.
    case cases(group: String, [JSONNode])
    /// Something else, and why it is taken for that.
    case skipped(String)
    /// Nothing that can be read, and why.
    case unreadable(String)

    /// Reads the file at `path`.
    static func read(_ path: String) -> KnownAnswerFile {
        guard let data = FileManager.default.contents(atPath: path) else {
            return .unreadable("the file cannot be read")
        }
        do throws(Problem) {
            let document = try JSONReader.read(
                SourceText(path: path, bytes: Array(data), byteLimit: 1 << 30))
            let name = URL(filePath: path).deletingPathExtension().lastPathComponent
            return classify(document, named: name)
        } catch {
            return .unreadable(error.inOneLine)
        }
    }

    /// Returns what a document is; a list of cases is a group that has the file's name.
    static func classify(_ document: JSONNode, named name: String = "") -> KnownAnswerFile {
        if case .array(let cases) = document.kind, !cases.isEmpty,
            cases.allSatisfy({ Conformance.isFunctionCase($0) })
        {
            return .cases(group: name, cases)
        }
        guard case .object(let members) = document.kind else {
            return .skipped("it is not an object")
        }
        func value(_ key: String) -> JSONNode.Kind? {
            members.first { $0.key == key }?.value.kind
        }
        guard value("schema") == .number(text: "1") else {
            return .skipped("its `schema` is not 1")
        }
        guard case .string(let group)? = value("group") else {
            return .skipped("it names no `group`")
        }
        guard case .array(let cases)? = value("cases") else {
            return .skipped("it has no list of `cases`")
        }
        return .cases(group: group, cases)
    }

    /// Returns the paths of the JSON files at or below `path`, sorted, and the folders that cannot be read.
    static func paths(below path: String) -> (files: [String], unreadable: [String]) {
        let start = URL(filePath: path).resolvingSymlinksInPath()
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: start.path, isDirectory: &isFolder) else {
            return ([], [path])
        }
        guard isFolder.boolValue else { return ([path], []) }
        var unreadable: [String] = []
        let walk = FileManager.default.enumerator(
            at: start, includingPropertiesForKeys: nil,
            errorHandler: { place, _ in
                unreadable.append(place.path)
                return true
            })
        var files: [String] = []
        while let place = walk?.nextObject() as? URL {
            if place.pathExtension.lowercased() == "json" { files.append(place.path) }
        }
        return (files.sorted(), unreadable.sorted())
    }
}

extension Problem {
    /// What went wrong and why, on one line.
    var inOneLine: String { "\(summary): \(reason)" }
}
