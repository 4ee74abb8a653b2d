import OutlayEncoding
import OutlayProblems

/// A JSON array of flat objects as rows and columns.
struct JSONTable {
    /// The keys of the objects, in the order they first occur.
    let columns: [String]
    /// The values as texts, one per column; empty where an object has none, or null.
    let rows: [[String]]
    /// The line that each object begins on.
    let lines: [Int]

    /// Reads `source`.
    ///
    /// - Throws: What the JSON text breaks, ``ProblemCode/wrongType`` for what is no array of flat objects,
    ///   or ``ProblemCode/duplicateKey``.
    init(_ source: SourceText) throws(Problem) {
        let root = try JSONReader.read(source)
        guard case .array(let elements) = root.kind else {
            throw Problem(
                .wrongType, "the file holds no array", at: source.location(root.range),
                because: "a table in JSON is an array of flat objects, one per row")
        }
        var columns: [String] = []
        var indices: [String: Int] = [:]
        var rows: [[String]] = []
        for element in elements {
            guard case .object(let members) = element.kind else {
                throw Problem(
                    .wrongType, "a row is no object", at: source.location(element.range),
                    because: "a table in JSON is an array of flat objects, one per row")
            }
            var row = [String](repeating: "", count: columns.count)
            var seen: Set<String> = []
            for member in members {
                guard seen.insert(member.key).inserted else {
                    throw Problem(
                        .duplicateKey, "\(Problem.quoted(member.key)) is given twice",
                        at: source.location(member.keyRange),
                        because: "each key of a row has one value")
                }
                let text = try Self.text(of: member.value, in: source)
                if let index = indices[member.key] {
                    row[index] = text
                } else {
                    indices[member.key] = columns.count
                    columns.append(member.key)
                    row.append(text)
                }
            }
            rows.append(row)
        }
        self.columns = columns
        self.rows = rows.map { $0 + repeatElement("", count: columns.count - $0.count) }
        lines = elements.map { source.position(at: $0.range.lowerBound).line }
    }

    private static func text(
        of value: JSONNode, in source: SourceText
    ) throws(Problem) -> String {
        switch value.kind {
        case .string(let text), .number(let text): return text
        case .bool(let value): return String(value)
        case .null: return ""
        case .array, .object:
            throw Problem(
                .wrongType, "a value is an array or object", at: source.location(value.range),
                because: "each value of a row is a text, a number, true, false or null")
        }
    }
}
