import OutlayBudgets
import OutlayEncoding
import OutlayProblems
import OutlayValues

/// Reads a Budget, Policy, Organisation or Vendors document: its form here, its meaning by the strict
/// reader of the ledger, whose every fault comes back to its place in the file.
package struct GovernedReader<Document: WrittenDocument> {
    /// The document as it was written.
    package let source: DocumentSource

    /// Creates a reader.
    package init(_ source: DocumentSource) {
        self.source = source
    }

    /// Returns the document, with what it leaves out as `defaults` say.
    ///
    /// - Throws: ``DocumentProblems`` with every problem in file order.
    package func read(_ defaults: DocumentDefaults) throws(DocumentProblems) -> Document {
        guard let root = source.root else { throw DocumentProblems(source.problems) }
        let form = Shape.object(Document.form.shape).problems(of: root)
        let value = json(root, defaults)
        let outcome = Result { () throws(DocumentFaults) in try Document(json: value) }
        switch outcome {
        case .success(let document):
            guard form.isEmpty, source.problems.isEmpty else {
                throw DocumentProblems((source.problems + form).inFileOrder)
            }
            return document
        case .failure(let faults):
            let meaning = faults.list.map { placed($0, in: root) }.filter { problem in
                !(source.problems + form).contains { $0.tells(of: problem) }
            }
            throw DocumentProblems((source.problems + form + meaning).inFileOrder)
        }
    }

    /// The strict value that ``read(_:)`` reads, or null where the text has no form.
    package func json(_ defaults: DocumentDefaults) -> JSONValue {
        source.root.map { json($0, defaults) } ?? .null
    }

    /// Returns the strict value: `metadata` laid open, and what is left out filled in.
    private func json(_ root: DocumentNode, _ defaults: DocumentDefaults) -> JSONValue {
        let form = Document.form
        let tree = GovernedTree.value(of: root, as: .object(form.shape))
        guard case .object(var object)? = tree else { return tree ?? .null }
        object["apiVersion"] = nil
        var metadata = JSONObject()
        if case .object(let found)? = object["metadata"] { metadata = found }
        object["metadata"] = nil
        object["kind"] = .string(form.name)
        object["revision"] = metadata["revision"] ?? defaults.revision.map { .integer($0) }
        if form.facts.contains(.id) {
            object["id"] = metadata["id"] ?? form.standardID(root).map { .string($0) }
        }
        if form.facts.contains(.currency), object["currency"] == nil {
            object["currency"] = defaults.currency.map { .string($0.code) }
        }
        if form.facts.contains(.firstDay) {
            if object["effective_from"] == nil {
                object["effective_from"] = defaults.effectiveFrom.map { .string($0.description) }
            }
        } else {
            object["effective_from"] = nil
        }
        return .object(object)
    }

    /// Returns a fault of the strict value at its place in the file.
    private func placed(_ fault: Problem, in root: DocumentNode) -> Problem {
        guard case .part(let pointer)? = fault.location else { return fault }
        let node = node(at: pointer, in: root)
        var problem = fault
        problem.location = fault.code == .missingField ? node.headingLocation : node.location
        problem.reason = withLines(fault.reason, in: root)
        if fault.code == .missingField, fault.hint == nil {
            let field = Document.form.shape.fields.first { fault.summary.contains("`\($0.name)`") }
            problem.hint = field.map { "add `\($0.name): \($0.sample)`" }
        }
        return problem
    }

    /// Returns the value at a pointer into the strict value, or the nearest one above it.
    private func node(at pointer: String, in root: DocumentNode) -> DocumentNode {
        var steps = pointer.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
            .map(String.init)
        if steps == ["id"] || steps == ["revision"] { steps = ["metadata"] + steps }
        return root.part(at: steps)
    }

    /// Returns a reason with the lines of the file for the places that it names by pointers.
    private func withLines(_ reason: String, in root: DocumentNode) -> String {
        let parts = reason.split(separator: "`", omittingEmptySubsequences: false)
        guard parts.count > 2, !parts.count.isMultiple(of: 2) else { return reason }
        return parts.enumerated().map { index, part in
            if index.isMultiple(of: 2) { return String(part) }
            guard part.hasPrefix("/"),
                case .text(let span) = node(at: String(part), in: root).location
            else { return "`\(part)`" }
            return "line \(span.start.line)"
        }.joined()
    }
}

extension Problem {
    /// Whether this problem of a document's form says what a fault of its meaning does: at the same place,
    /// or of the same fields of one group.
    fileprivate func tells(of fault: Problem) -> Bool {
        if location == fault.location, location != nil { return true }
        guard code == fault.code, case .text(let span)? = location,
            case .text(let other)? = fault.location, let pointer = span.pointer,
            let group = other.pointer
        else { return false }
        return pointer.hasPrefix(group + "/") && code == .fieldsExclude
    }
}
