import OutlayProblems
import OutlayValues

extension Shape {
    /// Returns everything that keeps `node` from having this shape, in file order.
    ///
    /// After 1 000 problems the rest is left unchecked.
    ///
    /// - Parameters:
    ///   - node: The value to check.
    ///   - name: What takes such values, for messages; the value's field unless given.
    ///   - example: How such a value may look, for hints.
    /// - Returns: No problem where the value has the shape.
    package func problems(
        of node: DocumentNode, named name: String? = nil, example: String? = nil
    ) -> [Problem] {
        var checker = ShapeChecker(name: name)
        checker.check(node, self, example: example)
        return checker.problems.inFileOrder
    }
}

/// Compares a document with a shape and collects every difference.
struct ShapeChecker {
    /// The most problems reported of one document.
    static let problemLimit = 1000

    /// What takes the checked value, where that is not its field.
    private var name: String?
    private(set) var problems: [Problem] = []

    init(name: String? = nil) {
        self.name = name
    }

    mutating func report(_ problem: Problem) {
        guard problems.count < Self.problemLimit else { return }
        problems.append(problem)
    }

    /// Checks one value; `example` is how its field's value may look.
    mutating func check(_ node: DocumentNode, _ shape: Shape, example: String? = nil) {
        guard problems.count < Self.problemLimit else { return }
        switch node.content {
        case .refused: return
        case .empty: return reportEmpty(node, shape, example)
        default: break
        }
        switch shape {
        case .list(let item, let count): checkList(node, shape, of: item, count: count)
        case .map(let keys, let values): checkMap(node, shape, keys: keys, values: values)
        case .object(let object): checkObject(node, shape, object)
        case .either(let shapes): checkEither(node, shape, shapes, example)
        default:
            let checker = ScalarChecker(node: node, shape: shape, given: name, example: example)
            if let problem = checker.problem { report(problem) }
        }
    }

    private mutating func reportEmpty(_ node: DocumentNode, _ shape: Shape, _ example: String?) {
        var name = node.fieldName.map { "`\($0)`" } ?? "the document"
        if case .item = node.path.step { name = "an item of \(name)" }
        let sample = example ?? shape.sample
        report(
            Problem(
                .missingField, "\(name) has no value", at: node.headingLocation,
                because: "\(shape.noun) belongs here",
                hint: sample == "..." ? nil : "write a value such as `\(sample)`"))
    }

    /// Reports that a value has the form of another shape.
    mutating func reportWrongType(_ node: DocumentNode, _ shape: Shape) {
        report(node.wrongType(expected: shape, of: name))
    }
}

// MARK: - Lists and maps

extension ShapeChecker {
    private mutating func checkList(
        _ node: DocumentNode, _ shape: Shape, of item: Shape, count: ClosedRange<Int>
    ) {
        guard case .list(let items) = node.content else { return reportWrongType(node, shape) }
        if !count.contains(items.count) {
            let name = node.fieldName ?? "the list"
            let found = items.count == 1 ? "1 item" : "\(items.count) items"
            report(
                node.problem(
                    .wrongLength, "\(name) has \(found)",
                    because: "\(name) takes \(count.wording) items"))
        }
        for element in items { check(element, item) }
    }

    private mutating func checkMap(
        _ node: DocumentNode, _ shape: Shape, keys: KeyShape, values: Shape
    ) {
        guard case .map(let entries) = node.content else { return reportWrongType(node, shape) }
        name = nil
        for entry in entries {
            if let problem = keys.problem(of: entry) { report(problem) }
            check(entry.value, values)
        }
    }
}

// MARK: - Objects

extension ShapeChecker {
    private mutating func checkObject(
        _ node: DocumentNode, _ shape: Shape, _ object: ObjectShape
    ) {
        guard case .map(let entries) = node.content else { return reportWrongType(node, shape) }
        name = nil
        let fields = object.fields
        var given = Set(entries.map(\.key))
        for entry in entries {
            if let field = fields.first(where: { $0.name == entry.key }) {
                if entry.value.isEmpty && !field.isRequired { continue }
                check(entry.value, field.shape, example: field.example)
            } else {
                report(object.unknownField(entry, of: node))
                // A misspelt field is not missing as well.
                object.suggestion(for: entry.key).map { _ = given.insert($0) }
            }
        }
        for field in fields where field.isRequired && !given.contains(field.name) {
            report(object.missingField(field, of: node))
        }
        for group in object.groups { checkGroup(group, node, object, given) }
    }

    private mutating func checkGroup(
        _ group: FieldGroup, _ node: DocumentNode, _ object: ObjectShape, _ given: Set<String>
    ) {
        let members = node.entries.filter { group.names.contains($0.key) && !$0.value.isEmpty }
        if members.count > 1 {
            report(
                Problem(
                    .fieldsExclude, "`\(members[1].key)` beside `\(members[0].key)`",
                    at: members[1].keyLocation,
                    because: "\(object.subject(node)) has only one of "
                        + group.names.quotedList("and"),
                    hint: "leave one of them out"))
        }
        if given.isDisjoint(with: group.names), case .exactlyOne(let names) = group {
            report(
                Problem(
                    .missingField, "\(names.quotedList("or")) is missing",
                    at: node.headingLocation,
                    because: "\(object.subject(node)) needs one of them",
                    hint: "add one of them"))
        }
    }
}

extension ObjectShape {
    /// What a message calls an object: its field where it bears the same name, else its noun.
    fileprivate func subject(_ node: DocumentNode) -> String {
        node.fieldName == name ? "`\(name)`" : noun
    }

    fileprivate func suggestion(for key: String) -> String? {
        Suggestion.nearest(to: key, among: fields.map(\.name))
    }

    /// Returns the problem of a field the object does not have.
    fileprivate func unknownField(_ entry: DocumentEntry, of node: DocumentNode) -> Problem {
        let rule = ProblemCode.unknownField.rawValue
        let hint =
            suggestion(for: entry.key).map { "did you mean `\($0)`? (outlay rule \(rule))" }
            ?? "\(subject(node)) has \(fields.map(\.name).quotedList("and"))"
        return Problem(
            .unknownField, "unknown field \(Problem.quoted(entry.key))", at: entry.keyLocation,
            because: "\(subject(node)) has no field of this name", hint: hint)
    }

    /// Returns the problem of a field the object should have.
    fileprivate func missingField(_ field: Field, of node: DocumentNode) -> Problem {
        Problem(
            .missingField, "`\(field.name)` is missing", at: node.headingLocation,
            because: "\(subject(node)) needs it: \(field.summary.asClause)",
            hint: "add `\(field.name): \(field.sample)`")
    }

    /// Returns whether `node` has a key that was likely meant as one of the fields `names`.
    func misspells(_ names: [String], in node: DocumentNode) -> Bool {
        let known = Set(fields.map(\.name))
        return node.entries.contains { entry in
            !known.contains(entry.key) && suggestion(for: entry.key).map(names.contains) ?? false
        }
    }
}

// MARK: - Alternatives

extension ShapeChecker {
    /// Checks a value that may have one of several shapes, which its form tells apart.
    private mutating func checkEither(
        _ node: DocumentNode, _ shape: Shape, _ shapes: [Shape], _ example: String?
    ) {
        let fitting = shapes.flatMap(\.alternatives).filter { $0.fitsForm(of: node) }
        guard !fitting.isEmpty else { return reportWrongType(node, shape) }
        if case .scalar(let text, _) = node.content {
            checkScalar(node, text, shape, fitting, example)
        } else if case .map(let entries) = node.content, fitting.count > 1 {
            let keys = entries.map(\.key)
            let scores = fitting.map { $0.knownKeys(among: keys) }
            let best = scores.indices.max { (scores[$0], $1) < (scores[$1], $0) } ?? 0
            check(node, fitting[best], example: example)
        } else {
            check(node, fitting[0], example: example)
        }
    }

    /// A text that begins like a number is meant as one wherever a number or date may stand, and a free
    /// text may not.
    private mutating func checkScalar(
        _ node: DocumentNode, _ text: String, _ shape: Shape, _ fitting: [Shape],
        _ example: String?
    ) {
        let numeric =
            text.looksNumeric && !fitting.contains(where: \.isFreeText)
            ? fitting.filter(\.isNumeric) : []
        let candidates = numeric.isEmpty ? fitting : numeric
        var trials: [[Problem]] = []
        for candidate in candidates {
            var checker = ShapeChecker(name: name)
            checker.check(node, candidate, example: example)
            if checker.problems.isEmpty { return }
            trials.append(checker.problems)
        }
        let likely = candidates.indices.filter {
            text.looksNumeric
                ? candidates[$0].isDate == text.looksLikeDate : candidates[$0].isChoice
        }
        if candidates.count == 1 || likely.count == 1 {
            for problem in trials[likely.first ?? 0] { report(problem) }
        } else {
            reportWrongType(node, shape)
        }
    }
}
