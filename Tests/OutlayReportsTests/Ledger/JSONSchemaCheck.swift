import OutlayEncoding

/// Checks JSON by a schema of draft 4, as far as the schemas of OCDS go; a keyword that is not known is a
/// fault, so that no rule is passed over.
struct JSONSchemaCheck {
    private let documents: [String: JSONValue]
    private let root: JSONValue
    private(set) var faults: [String] = []

    /// Creates a check by `root`; `others` are the schemas that it names, by their `id`.
    init(_ root: JSONValue, others: [String: JSONValue]) {
        self.root = root
        documents = others
    }

    /// Checks a whole value.
    mutating func check(_ value: JSONValue) { check(value, by: root, in: root, at: "") }

    private static let notes: Set<String> = [
        "id", "$schema", "title", "description", "definitions", "codelist", "openCodelist",
        "deprecated", "omitWhenMerged", "wholeListMerge", "mergeStrategy", "versionId", "default",
        "format", "propertyOrder",
    ]

    private mutating func check(
        _ value: JSONValue, by schema: JSONValue, in document: JSONValue, at place: String
    ) {
        guard case .object(let rules) = schema else { return }
        if case .string(let reference) = rules["$ref"] {
            if let whole = documents[reference] {
                return check(value, by: whole, in: whole, at: place)
            }
            let path = reference.split(separator: "/").dropFirst().map(String.init)
            let target = path.reduce(Optional(document)) { found, key in
                guard case .object(let object) = found else { return nil }
                return object[key]
            }
            guard let target else { return faults.append("\(place): no \(reference)") }
            return check(value, by: target, in: document, at: place)
        }
        for rule in rules.members where !Self.notes.contains(rule.key) {
            switch rule.key {
            case "type": checkType(value, rule.value, place)
            case "enum":
                guard case .array(let allowed) = rule.value else { continue }
                if !allowed.contains(value) { faults.append("\(place): \(value.text())") }
            case "required": checkRequired(value, rule.value, place)
            case "properties": checkProperties(value, rules, document, place)
            case "patternProperties": break
            case "items":
                guard case .array(let elements) = value else { continue }
                for (index, element) in elements.enumerated() {
                    check(element, by: rule.value, in: document, at: "\(place)/\(index)")
                }
            case "minItems":
                if case .array(let elements) = value, elements.isEmpty {
                    faults.append("\(place): is empty")
                }
            case "uniqueItems":
                if case .array(let elements) = value, Set(elements).count != elements.count {
                    faults.append("\(place): says something twice")
                }
            case "minLength":
                if value == .string("") { faults.append("\(place): is empty") }
            case "pattern":
                if value != .string("1.1") { faults.append("\(place): is not 1.1") }
            default: faults.append("\(place): unknown rule \(rule.key)")
            }
        }
        if case .string(let format) = rules["format"], case .string(let text) = value {
            checkFormat(text, format, place)
        }
    }

    private mutating func checkType(_ value: JSONValue, _ rule: JSONValue, _ place: String) {
        let name =
            switch value {
            case .object: "object"
            case .array: "array"
            case .string: "string"
            case .number(let text): text.contains(".") ? "number" : "integer"
            case .bool: "boolean"
            case .null: "null"
            }
        let allowed: [JSONValue] = if case .array(let list) = rule { list } else { [rule] }
        let fits =
            allowed.contains(.string(name))
            || (name == "integer" && allowed.contains(.string("number")))
        if !fits { faults.append("\(place): is \(name)") }
    }

    private mutating func checkRequired(_ value: JSONValue, _ rule: JSONValue, _ place: String) {
        guard case .object(let object) = value, case .array(let names) = rule else { return }
        for case .string(let name) in names where object[name] == nil {
            faults.append("\(place): lacks \(name)")
        }
    }

    /// A field that the schema does not have would be an extension that we do not name.
    private mutating func checkProperties(
        _ value: JSONValue, _ rules: JSONObject, _ document: JSONValue, _ place: String
    ) {
        guard case .object(let object) = value, case .object(let known) = rules["properties"]
        else { return }
        for member in object.members {
            let place = "\(place)/\(member.key)"
            guard let rule = known[member.key] else {
                faults.append("\(place): unknown")
                continue
            }
            check(member.value, by: rule, in: document, at: place)
        }
    }

    private mutating func checkFormat(_ text: String, _ format: String, _ place: String) {
        switch format {
        case "date-time":
            let shape = text.utf8.map { $0 &- 0x30 < 10 ? UInt8(ascii: "0") : $0 }
            let allowed = ["0000-00-00T00:00:00Z", "0000-00-00T00:00:00.000Z"].map {
                Array($0.utf8)
            }
            if !allowed.contains(shape) { faults.append("\(place): is no time") }
        case "uri":
            if !text.contains(":") || text.contains(" ") { faults.append("\(place): is no URI") }
        default: faults.append("\(place): unknown format \(format)")
        }
    }
}
