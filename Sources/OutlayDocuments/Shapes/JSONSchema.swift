import OutlayEncoding
import OutlayValues

/// Describes shapes as JSON Schema, draft 7, the version that YAML editors read.
///
/// - Source: draft-handrews-json-schema-validation-01, 2018-03-19.
package struct JSONSchema {
    /// A described object; no schema while its own fields are being described.
    private struct Definition {
        let name: String
        let object: ObjectShape
        var schema: JSONObject?
    }

    /// Who writes the values of a shape, which decides how strictly they are described.
    package enum Writer: Sendable {
        /// A person: an unknown field is a mistake, and an unquoted number may stand for a text.
        case person
        /// The tool: later versions add fields, a text is a text, and what there is not is null.
        case tool
    }

    private let writer: Writer
    private var definitions: [Definition] = []

    private init(writer: Writer) {
        self.writer = writer
    }

    /// Returns the schema of values of this shape; only whole documents and results have an `id`.
    package static func draft07(
        of shape: Shape, title: String, id: String?, writtenBy author: Writer = .person
    ) -> JSONValue {
        var writer = JSONSchema(writer: author)
        var schema: JSONObject = ["$schema": "http://json-schema.org/draft-07/schema#"]
        schema["$id"] = id.map { .string($0) }
        schema["title"] = .string(title)
        let top =
            if case .object(let object) = shape {
                writer.object(object)
            } else {
                writer.schema(of: shape)
            }
        for member in top.members { schema[member.key] = member.value }
        if !writer.definitions.isEmpty {
            var definitions = JSONObject()
            for definition in writer.definitions.sorted(by: { $0.name < $1.name }) {
                definitions[definition.name] = definition.schema.map { .object($0) }
            }
            schema["definitions"] = .object(definitions)
        }
        return .object(schema)
    }

    private mutating func schema(of shape: Shape) -> JSONObject {
        switch shape {
        case .text(let rule): return text(rule)
        case .identifier: return ["type": "string", "pattern": .string(Pattern.identifier)]
        case .number(let rule): return number(rule)
        case .integer(let range):
            var schema: JSONObject = ["type": "integer", "minimum": .integer(range.lowerBound)]
            if range.upperBound != .max { schema["maximum"] = .integer(range.upperBound) }
            return schema
        case .yesNo: return ["type": "boolean"]
        case .date: return ["type": "string", "format": "date", "pattern": .string(Pattern.date)]
        case .currency: return ["type": "string", "pattern": .string(Pattern.currency)]
        case .choice(let words): return ["type": "string", "enum": .strings(words)]
        case .constant(let word, _): return ["const": .string(word)]
        case .list(let item, let count):
            var schema: JSONObject = ["type": "array", "items": .object(self.schema(of: item))]
            if count.lowerBound > 0 { schema["minItems"] = .integer(count.lowerBound) }
            if count.upperBound != .max { schema["maxItems"] = .integer(count.upperBound) }
            return schema
        case .map(let keys, let values): return map(keys, values)
        case .object(let object): return reference(to: object)
        case .either(let shapes):
            return ["anyOf": .array(shapes.map { .object(schema(of: $0)) })]
        }
    }

    /// An unquoted YAML number is a text wherever its field says so, so numbers pass in documents.
    private func text(_ rule: TextRule) -> JSONObject {
        guard rule.form == nil else {
            return ["type": "string", "pattern": .string(rule.form?.pattern ?? "")]
        }
        var schema: JSONObject = ["type": writer == .person ? ["string", "number"] : "string"]
        if rule.length.lowerBound > 0 { schema["minLength"] = .integer(rule.length.lowerBound) }
        if rule.length.upperBound != .max {
            schema["maxLength"] = .integer(rule.length.upperBound)
        }
        return schema
    }

    private func number(_ rule: NumberRule) -> JSONObject {
        var schema: JSONObject = ["type": "number"]
        switch rule.minimum {
        case .including(let low): schema["minimum"] = .number(text: "\(low)")
        case .excluding(let low): schema["exclusiveMinimum"] = .number(text: "\(low)")
        case nil: break
        }
        switch rule.maximum {
        case .including(let high): schema["maximum"] = .number(text: "\(high)")
        case .excluding(let high): schema["exclusiveMaximum"] = .number(text: "\(high)")
        case nil: break
        }
        return schema
    }

    private mutating func map(_ keys: KeyShape, _ values: Shape) -> JSONObject {
        var schema: JSONObject = ["type": "object"]
        switch keys {
        case .text: break
        case .identifier: schema["propertyNames"] = ["pattern": .string(Pattern.identifier)]
        case .choice(let words): schema["propertyNames"] = ["enum": .strings(words)]
        case .fiscalYear: schema["propertyNames"] = ["pattern": .string(Pattern.fiscalYear)]
        case .yearOrDate: schema["propertyNames"] = ["pattern": .string(Pattern.yearOrDate)]
        }
        schema["additionalProperties"] = .object(self.schema(of: values))
        return schema
    }
}

// MARK: - Objects

extension JSONSchema {
    /// Returns a reference to the object's definition, which is written once.
    private mutating func reference(to object: ObjectShape) -> JSONObject {
        let name: String
        if let known = definitions.first(where: { $0.object.isSame(as: object) }) {
            name = known.name
        } else {
            let namesakes = definitions.count { $0.object.name == object.name }
            let ownName = object.name.replacing(" ", with: "-")
            name = namesakes == 0 ? ownName : "\(ownName)-\(namesakes + 1)"
            // The name is taken before the fields are described, for they may lead back to it.
            let index = definitions.count
            definitions.append(Definition(name: name, object: object))
            definitions[index].schema = self.object(object)
        }
        return ["$ref": .string("#/definitions/\(name)")]
    }

    private mutating func object(_ object: ObjectShape) -> JSONObject {
        var properties = JSONObject()
        for field in object.fields { properties[field.name] = .object(self.field(field)) }
        var schema: JSONObject = [
            "description": .string(object.summary), "type": "object",
            "properties": .object(properties),
        ]
        if writer == .person { schema["additionalProperties"] = false }
        let required = object.fields.filter(\.isRequired).map(\.name)
        if !required.isEmpty { schema["required"] = .strings(required) }
        if !object.groups.isEmpty { schema["allOf"] = .array(object.groups.map(group)) }
        return schema
    }

    /// Draft 7 ignores what stands beside a `$ref`, so a described reference is wrapped.
    private mutating func field(_ field: Field) -> JSONObject {
        let shape = schema(of: field.shape)
        var schema: JSONObject = ["description": .string(field.summary)]
        if writer == .tool && !field.isRequired {
            schema["anyOf"] = [.object(shape), ["type": "null"]]
        } else if shape["$ref"] != nil {
            schema["allOf"] = [.object(shape)]
        } else {
            for member in shape.members { schema[member.key] = member.value }
        }
        if let standard = field.standard {
            schema["default"] = value(standard, of: field.shape)
        }
        if let example = field.example, field.shape.isScalar {
            schema["examples"] = [value(example, of: field.shape)]
        }
        return schema
    }

    private func value(_ text: String, of shape: Shape) -> JSONValue {
        let shapes = shape.alternatives
        if shapes.contains(where: \.isYesNo), let value = Bool(text) { return .bool(value) }
        if shapes.contains(where: \.isNumber), let number = try? ExactDecimal(parsing: text) {
            return .number(text: "\(number)")
        }
        return .string(text)
    }

    private func group(_ group: FieldGroup) -> JSONValue {
        let single = group.names.map { JSONValue.object(["required": [.string($0)]]) }
        switch group {
        case .exactlyOne: return ["oneOf": .array(single)]
        case .atMostOne(let names):
            let pairs = names.indices.flatMap { first in
                names[(first + 1)...].map {
                    JSONValue.object(["required": [.string(names[first]), .string($0)]])
                }
            }
            return ["not": ["anyOf": .array(pairs)]]
        }
    }
}

/// The forms of words as ECMA 262 regular expressions.
private enum Pattern {
    static let identifier = "^[a-z0-9][a-z0-9._-]*$"
    static let date = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
    static let fiscalYear = "^FY[0-9]{4}$"
    static let yearOrDate = "^[0-9]{4}(-[0-9]{2}-[0-9]{2})?$"
    static let currency = "^[A-Z]{3}$"
}

extension Shape {
    fileprivate var isYesNo: Bool {
        if case .yesNo = self { true } else { false }
    }

    fileprivate var isNumber: Bool {
        switch self {
        case .number, .integer: true
        default: false
        }
    }

    /// Whether no value of the shape is a list or a map.
    fileprivate var isScalar: Bool {
        switch self {
        case .list, .map, .object: false
        case .either(let shapes): shapes.allSatisfy(\.isScalar)
        default: true
        }
    }
}

extension ObjectShape {
    /// Whether two shapes describe the same object; fields are compared by name, for they may lead back.
    fileprivate func isSame(as other: ObjectShape) -> Bool {
        name == other.name && fields.map(\.name) == other.fields.map(\.name)
    }
}
