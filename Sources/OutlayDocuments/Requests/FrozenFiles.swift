import OutlayEncoding
import OutlayEvaluations
import OutlayProblems

/// The files that a document names and that decide, as a frozen revision keeps them.
enum FrozenFiles {
    /// Returns the one form of a file: what a panel's document says without its layout, or else its text.
    static func form(of bytes: [UInt8], path: String) throws(Problem) -> JSONValue {
        let source = DocumentSource.read(path: path, bytes: bytes)
        if source.problems.isEmpty, let root = source.root,
            root["kind"]?.text == PanelDocument.kind
        {
            return ["document": Shape.object(PanelDocument.shape).canonicalValue(of: root)]
        }
        return ["text": .string(try SourceText(path: path, bytes: bytes).content)]
    }

    /// Returns an access to the files of a frozen revision, by the names that the document gives.
    static func access(to companions: JSONValue) throws(Problem) -> DocumentFiles {
        var files: [String: [UInt8]] = [:]
        for member in try FrozenFields(companions, "companions").members {
            let fields = try FrozenFields(member.value, member.key)
            if let document = fields["document"] {
                files[member.key] = Array(document.canonicalText.utf8)
            } else {
                files[member.key] = Array(try fields.text("text").utf8)
            }
        }
        let kept = files
        return DocumentFiles(
            read: { path throws(Problem) in
                guard let bytes = kept[path] else {
                    throw FrozenFields.damaged("it holds no file \(Problem.quoted(path))")
                }
                return bytes
            },
            list: { folder in
                let prefix = folder == "." ? "" : folder == "/" ? "/" : folder + "/"
                return kept.keys.filter { $0.hasPrefix(prefix) }
                    .map { String($0.dropFirst(prefix.count)) }
                    .filter { !$0.contains("/") }.sorted()
            })
    }
}
