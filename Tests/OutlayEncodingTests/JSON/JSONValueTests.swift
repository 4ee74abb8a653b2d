import OutlayEncoding
import OutlayProblems
import Testing

struct JSONValueTests {
    private let sample: JSONValue = [
        "b": [1, -2, "x"], "a": ["z": nil, "y": true], "empty": [:], "none": [],
    ]

    @Test func `one line has no blanks and keeps the order of the keys`() {
        #expect(
            sample.text()
                == #"{"b":[1,-2,"x"],"a":{"z":null,"y":true},"empty":{},"none":[]}"#)
    }

    @Test func `indented text has a line for each value`() {
        #expect(
            sample.text(indentation: 2) == """
                {
                  "b": [
                    1,
                    -2,
                    "x"
                  ],
                  "a": {
                    "z": null,
                    "y": true
                  },
                  "empty": {},
                  "none": []
                }
                """)
    }

    @Test func `strings are escaped where they must be, and where a script needs it`() {
        let value = JSONValue.string("\"\\/\u{8}\u{C}\n\r\t\u{0}\u{1F}\u{7F}\u{E9}\u{2028}\u{2029}")
        #expect(
            value.text()
                == "\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0000\\u001f\u{7F}\u{E9}\\u2028\\u2029\"")
        #expect(JSONValue.string("a\u{2028}\u{1}").canonicalText == "\"a\u{2028}\\u0001\"")
    }

    @Test func `canonical text sorts keys by their bytes, at every level`() {
        let value: JSONValue = [
            "\u{1F600}": 1, "\u{FFFD}": 2, "b": ["d": 1, "c": 2], "B": 3, "": 4, "a b": 5,
        ]
        #expect(
            value.canonicalText
                == "{\"\":4,\"B\":3,\"a b\":5,\"b\":{\"c\":2,\"d\":1},\"\u{FFFD}\":2,\"\u{1F600}\":1}"
        )
    }

    @Test func `canonical text is composed`() {
        let value: JSONValue = ["e\u{301}": "A\u{30A}"]
        #expect(Array(value.canonicalText.utf8) == Array("{\"\u{E9}\":\"\u{C5}\"}".utf8))
    }

    @Test(
        arguments: [
            ("1.50", "1.5"), ("1.00", "1"), ("100", "100"), ("0.0", "0"), ("-0", "0"),
            ("-0.00", "0"), ("-10.0", "-10"), ("0.05", "0.05"), ("1.0e3", "1.0e3"),
        ])
    func `canonical numbers have no trailing zeros`(text: String, canonical: String) {
        #expect(JSONValue.number(text: text).canonicalText == canonical)
        #expect(JSONValue.number(text: text).text() == text)
    }

    @Test func `a number that is none is our mistake`() async {
        await #expect(processExitsWith: .failure) {
            _ = JSONValue.number(text: "010").text()
        }
    }

    @Test func `setting a member keeps its place, and nil removes it`() {
        var object: JSONObject = ["a": 1, "b": 2]
        object["c"] = 3
        object["a"] = "x"
        object["b"] = .some(nil)
        #expect(JSONValue.object(object).text() == #"{"a":"x","b":null,"c":3}"#)
        object["b"] = Optional<JSONValue>.none
        #expect(JSONValue.object(object).text() == #"{"a":"x","c":3}"#)
        #expect(object["c"] == 3)
        #expect(object["d"] == nil)
    }

    @Test func `short forms write what they name`() {
        #expect(JSONValue.integer(Int64.min).text() == "-9223372036854775808")
        #expect(JSONValue.string(orNull: nil).text() == "null")
        #expect(JSONValue.string(orNull: "a").text() == "\"a\"")
        #expect(JSONValue.strings(["a", "b"]).text() == #"["a","b"]"#)
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func `what is written is read back`(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        let value = randomValue(depth: 4, &generator)
        for text in [value.text(), value.text(indentation: 2)] {
            #expect(try read(text) == value)
        }
        let canonical = try read(value.canonicalText)
        #expect(canonical.canonicalText == value.canonicalText)
    }

    private func read(_ text: String) throws -> JSONValue {
        value(of: try JSONReader.read(SourceText(path: "a.json", bytes: Array(text.utf8))))
    }

    private func value(of node: JSONNode) -> JSONValue {
        switch node.kind {
        case .object(let members):
            var object = JSONObject()
            for member in members { object[member.key] = value(of: member.value) }
            return .object(object)
        case .array(let elements): return .array(elements.map { value(of: $0) })
        case .string(let text): return .string(text)
        case .number(let text): return .number(text: text)
        case .bool(let bool): return .bool(bool)
        case .null: return .null
        }
    }

    private func randomValue(depth: Int, _ generator: inout SplitMix64) -> JSONValue {
        let scalars =
            "ab \"\\/\u{0}\u{8}\u{1F}\n\r\t\u{7F}\u{E9}\u{301}\u{2028}\u{20AC}\u{1F600}{}[],:"
        switch Int.random(in: depth == 0 ? 2...5 : 0...5, using: &generator) {
        case 0:
            var object = JSONObject()
            for _ in 0..<Int.random(in: 0...4, using: &generator) {
                object[generator.text(of: scalars)] = randomValue(depth: depth - 1, &generator)
            }
            return .object(object)
        case 1:
            let count = Int.random(in: 0...4, using: &generator)
            return .array((0..<count).map { _ in randomValue(depth: depth - 1, &generator) })
        case 2: return .integer(Int.random(in: -9999...9999, using: &generator))
        case 3: return Bool.random(using: &generator) ? nil : true
        default: return .string(generator.text(of: scalars))
        }
    }
}
