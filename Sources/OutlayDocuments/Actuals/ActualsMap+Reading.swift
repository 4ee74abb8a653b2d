import OutlayBudgets
import OutlayEncoding
import OutlayProblems

extension ActualsMap {
    /// Reads an ActualsMap document, YAML or JSON.
    ///
    /// - Throws: ``DocumentProblems`` with every problem in file order.
    package init(reading source: DocumentSource) throws(DocumentProblems) {
        guard let root = source.root else { throw DocumentProblems(source.problems) }
        guard source.problems.isEmpty else { throw DocumentProblems(source.problems.inFileOrder) }
        var value = Self.value(of: root)
        if case .object(var object) = value, object["apiVersion"] == "outlay/v1" {
            object["apiVersion"] = nil
            value = .object(object)
        }
        do throws(DocumentFaults) {
            self = try ActualsMap(json: value)
        } catch {
            throw DocumentProblems(error.list.map { Self.placed($0, in: root) }.inFileOrder)
        }
    }

    /// Returns the strict value of a document: every scalar a text, but for the numbers of `columns`.
    private static func value(of node: DocumentNode, inColumns: Bool = false) -> JSONValue {
        switch node.content {
        case .empty, .refused: return .null
        case .scalar(let text, _): return .string(text)
        case .list(let items): return .array(items.map { value(of: $0, inColumns: inColumns) })
        case .map(let entries):
            var object = JSONObject()
            for entry in entries {
                let isNumber = inColumns && ["length", "skipped_lines"].contains(entry.key)
                let number = isNumber ? entry.value.integer : nil
                object[entry.key] =
                    number.map { .integer($0) }
                    ?? value(
                        of: entry.value,
                        inColumns: inColumns || (node.pointer.isEmpty && entry.key == "columns"))
            }
            return .object(object)
        }
    }

    /// Returns a fault of the strict value at its place in the file.
    private static func placed(_ fault: Problem, in root: DocumentNode) -> Problem {
        guard case .part(let pointer)? = fault.location else { return fault }
        let node = root.part(at: pointer)
        var problem = fault
        problem.location = fault.code == .missingField ? node.headingLocation : node.location
        return problem
    }
}
