import Outlay
import OutlayDocuments
import Testing

struct JSONSchemaTests {
    private func schema(_ shape: Shape) -> JSONValue {
        JSONSchema.draft07(of: shape, title: "T", id: "https://example.org/t.json")
    }

    /// A part of the schema by its keys.
    private func part(_ value: JSONValue?, _ keys: String...) -> String? {
        var value = value
        for key in keys {
            guard case .object(let object)? = value else { return nil }
            value = object[key]
        }
        return value?.text()
    }

    @Test func `the head names the draft, the document and its fields`() {
        let schema = schema(.object(SampleShape.order))
        #expect(part(schema, "$schema") == #""http://json-schema.org/draft-07/schema#""#)
        #expect(part(schema, "$id") == #""https://example.org/t.json""#)
        #expect(part(schema, "description") == #""What is ordered.""#)
        #expect(part(schema, "additionalProperties") == "false")
        #expect(part(schema, "required") == #"["kind","id"]"#)
    }

    @Test(
        arguments: [
            (
                "kind",
                #"{"description":"What the document is.","const":"Order","examples":["Order"]}"#
            ),
            (
                "id",
                #"{"description":"The identifier.","type":"string","pattern":"^[a-z0-9][a-z0-9._-]*$","examples":["order-1"]}"#
            ),
            (
                "title",
                #"{"description":"What readers see.","type":["string","number"],"minLength":1,"maxLength":20,"examples":["Chairs"]}"#
            ),
            (
                "sha256",
                #"{"description":"The file's checksum.","type":"string","pattern":"^[0-9a-f]{4}$"}"#
            ),
            (
                "currency",
                #"{"description":"The currency.","type":"string","pattern":"^[A-Z]{3}$","examples":["EUR"]}"#
            ),
            (
                "due",
                #"{"description":"The day of delivery.","type":"string","format":"date","pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}$","examples":["2027-01-31"]}"#
            ),
            (
                "urgent",
                #"{"description":"Whether it is urgent.","type":"boolean","default":false}"#
            ),
            (
                "every",
                #"{"description":"How often.","type":"string","enum":["month","quarter","year"],"default":"year"}"#
            ),
            (
                "count",
                #"{"description":"How many.","type":"integer","minimum":1,"maximum":50,"default":1}"#
            ),
            (
                "discount",
                #"{"description":"The share taken off.","type":"number","minimum":0,"maximum":1,"examples":[0.08]}"#
            ),
            ("growth", #"{"description":"Growth.","type":"number","exclusiveMinimum":-1}"#),
            (
                "price",
                ##"{"description":"The price.","anyOf":[{"type":"number"},{"type":"string","pattern":"^[a-z0-9][a-z0-9._-]*$"},{"$ref":"#/definitions/column"}]}"##
            ),
            (
                "ramp",
                #"{"description":"A factor per year.","type":"array","items":{"type":"number","minimum":0,"maximum":1},"minItems":1,"maxItems":3}"#
            ),
            (
                "shares",
                #"{"description":"Shares.","type":"object","propertyNames":{"enum":["north","south"]},"additionalProperties":{"type":"number","minimum":0,"maximum":1}}"#
            ),
        ])
    func `every kind of field is described`(name: String, text: String) {
        #expect(part(schema(.object(SampleShape.order)), "properties", name) == text)
    }

    @Test func `objects are defined once, even where they contain themselves`() {
        let schema = schema(.object(SampleShape.order))
        #expect(
            part(schema, "definitions", "part", "properties", "parts")
                == ##"{"description":"What it consists of itself.","type":"array","items":{"$ref":"#/definitions/part"}}"##
        )
        #expect(
            part(schema, "definitions", "part", "allOf")
                == #"[{"not":{"anyOf":[{"required":["a","b"]}]}},{"oneOf":[{"required":["x"]},{"required":["y"]}]}]"#
        )
    }

    @Test func `two objects of one name have two definitions`() {
        func range(_ field: String) -> Field {
            Field(
                field, .object(ObjectShape("a range", "A range.", [Field(field, .date, "Day.")])),
                "A range.")
        }
        let schema = schema(.object(ObjectShape("A", "A.", [range("a"), range("b"), range("a2")])))
        #expect(part(schema, "definitions", "a-range", "properties", "a") != nil)
        #expect(part(schema, "definitions", "a-range-2", "properties", "b") != nil)
        #expect(
            part(schema, "properties", "b")
                == ##"{"description":"A range.","allOf":[{"$ref":"#/definitions/a-range-2"}]}"##)
    }
}
