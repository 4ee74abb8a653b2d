import OutlayEncoding
import OutlayEvaluations
import OutlayProblems
import OutlayValues

/// The file that seals the criteria of an evaluation.
package struct CriteriaSealFile: Sendable, Hashable {
    /// The identifier of the evaluation.
    package let evaluation: String
    /// The day it was made.
    package let date: CalendarDate
    /// What was known already on that day.
    package let remarks: [String]
    /// What is sealed, by ``SealedCriteria``.
    package let content: JSONValue

    private static let schema = "outlay/criteria-seal"
    private static let version = "1"

    /// Seals the criteria of a document.
    ///
    /// - Parameters:
    ///   - root: The top of the document that `evaluation` was read from.
    ///   - evaluation: The checked evaluation.
    ///   - date: The day of the seal.
    package init(_ root: DocumentNode, _ evaluation: Evaluation, on date: CalendarDate) {
        self.evaluation = evaluation.id
        self.date = date
        content = SealedCriteria.content(of: root)
        let priced = evaluation.options
            .filter { !$0.lines.isEmpty || OptionVariants(root)[$0.id]?["from"] != nil }.map(\.id)
        let quotes = evaluation.sources.filter { $0.validUntil != nil }.map(\.id)
        let scored = evaluation.options.filter { !$0.performances.isEmpty }.map(\.id)
        remarks = [
            ("the document had costs of", priced), ("the document had the quotes", quotes),
            ("the document had performances of", scored),
        ]
        .filter { !$0.1.isEmpty }.map { "\($0.0) \($0.1.list("and"))" }
    }

    /// The SHA-256 of the canonical JSON of everything in the file but this.
    package var sha256: String { SHA256Digest.of(JSONValue.object(sealed).canonicalText) }

    private var sealed: JSONObject {
        [
            "schema": .string(Self.schema), "version": .string(Self.version),
            "evaluation": .string(evaluation), "sealed_on": .string(date.description),
            "remarks": .strings(remarks), "content": content,
        ]
    }

    /// The text of the file.
    package var text: String {
        var object = sealed
        object["sha256"] = .string(sha256)
        return JSONValue.object(object).text(indentation: 2) + "\n"
    }

    /// Returns whether the top of a file calls it a seal, whatever became of the rest.
    package static func isSeal(_ root: DocumentNode) -> Bool {
        root["schema"]?.text == schema
    }

    /// Reads a seal and checks it against its own hash.
    ///
    /// - Throws: ``ProblemCode/damagedSeal`` for whatever is not the file that was written.
    package init(_ source: DocumentSource) throws(Problem) {
        func damaged(_ reason: String) -> Problem {
            Problem(
                .damagedSeal, "\(Problem.quoted(source.path)) is not a seal of criteria",
                at: .file(source.path), because: reason,
                hint: "restore the file as `outlay freeze criteria` wrote it")
        }
        guard let root = source.root, source.problems.isEmpty else {
            throw damaged(source.problems.first?.summary ?? "it holds nothing")
        }
        guard root["schema"]?.text == Self.schema, root["version"]?.text == Self.version else {
            throw damaged("it does not say `\(Self.schema)`, version \(Self.version)")
        }
        guard let evaluation = root["evaluation"]?.text, let date = root["sealed_on"]?.date,
            let stated = root["sha256"]?.text, let content = root["content"].flatMap(Self.json),
            case .object = content,
            let remarks = root["remarks"].map({ $0.items.compactMap(\.text) })
                ?? .some([]), root.entries.count == 7
        else { throw damaged("a part of it is missing, or there is one too many") }
        self.evaluation = evaluation
        self.date = date
        self.remarks = remarks
        self.content = content
        guard sha256 == stated else {
            var problem = damaged("what it holds has another SHA-256 than the \(stated) it states")
            problem.summary = "\(Problem.quoted(source.path)) was altered"
            throw problem
        }
    }

    /// Returns the JSON of a value, or nil where it is one that no seal holds.
    private static func json(_ node: DocumentNode) -> JSONValue? {
        switch node.content {
        case .scalar(let text, .quoted): return .string(text)
        case .scalar, .empty, .refused: return nil
        case .list(let items):
            let values = items.compactMap(json)
            return values.count == items.count ? .array(values) : nil
        case .map(let entries):
            var object: JSONObject = [:]
            for entry in entries {
                guard let value = json(entry.value) else { return nil }
                object[entry.key] = value
            }
            return .object(object)
        }
    }
}

extension EvaluationReader {
    /// Reads the seal that the document names and compares it with what the document says now.
    func readSeal() -> CriteriaSeal? {
        guard let node = root["criteria_seal"], let file = node.text,
            surroundings.purpose == .result
        else { return nil }
        guard let companions = surroundings.companions else {
            problems.append(
                node.problem(
                    .unreadableFile, "\(Problem.quoted(file)) cannot be read",
                    because: "the document is read without access to the files beside it",
                    hint: "give the reader a `CompanionFiles`"))
            return nil
        }
        do throws(Problem) {
            let source = DocumentSource.read(
                path: companions.path(file), bytes: try companions.bytes(file))
            let seal = try CriteriaSealFile(source)
            checkOwner(of: seal, at: node)
            return CriteriaSeal(
                file: file, date: seal.date, sha256: seal.sha256,
                changes: SealedCriteria.changes(
                    from: seal.content, to: SealedCriteria.content(of: root)),
                remarks: seal.remarks)
        } catch {
            var problem = error
            problem.location = node.location
            problems.append(problem)
            return nil
        }
    }

    private func checkOwner(of seal: CriteriaSealFile, at node: DocumentNode) {
        guard let id = root["metadata"]?["id"]?.text, id != seal.evaluation else { return }
        problems.append(
            node.problem(
                .unknownReference, "this is the seal of \(Problem.quoted(seal.evaluation))",
                because: "the document is \(Problem.quoted(id))",
                hint: "name the seal of this document, or make one by `outlay freeze criteria`"))
    }
}
