import Outlay
import OutlayDocuments
import Testing

struct ShapeCheckerTests {
    /// A document behind `kind` and `id`, and everything that is said of it.
    struct Sample: Sendable, CustomTestStringConvertible {
        let text: String
        let messages: [String]
        var testDescription: String { text }

        init(_ text: String, _ messages: String...) {
            self.text = text
            self.messages = messages
        }
    }

    /// Problems as `column CODE summary; reason; hint`.
    private func messages(_ text: String, path: String = "a.yaml") throws -> [String] {
        let source = read(text, path: path)
        #expect(outline(source.problems) == "")
        let root = try #require(source.root)
        let problems = Shape.object(SampleShape.order).problems(of: root)
        return problems.map { problem -> String in
            guard case .text(let span)? = problem.location else { return problem.summary }
            let hint = problem.hint.map { "; \($0)" } ?? ""
            return "\(span.start.column) \(problem.code.rawValue) \(problem.summary); "
                + "\(problem.reason)\(hint)"
        }
    }

    private func check(_ sample: Sample) throws {
        #expect(try messages("kind: Order\nid: a\n" + sample.text + "\n") == sample.messages)
    }

    @Test(
        arguments: [
            "title: NO", "title: on", "title: 010", "title: 1.10", "title: 12:30",
            "title: 1_000", "title: 2026", "title: yes", "title: Null", "title: |\n  a\n  b",
            "title: 'true'", "due: '2027-01-31'", "title: &a x",
            "count: 50", "discount: 0", "discount: 1.0", "growth: -0.99", "urgent: true",
            "price: 12.5", "price: seats", "price: {column: usd}", "at: end", "at: 2027-12-31",
            "seats: {value: 1}", "seats: {2027: 1, 2028-07-01: 2}",
            "title: ",
            "notes: {a.b-c: x, \"1\": y}", "shares: {north: 1}", "parts: [{x: a, parts: [{y: b}]}]",
        ])
    func `what is right passes`(text: String) throws {
        #expect(try messages("kind: Order\nid: a\n" + text + "\n") == [])
    }

    @Test(
        arguments: [
            Sample(
                "title: true",
                "8 OL021 `true` is not a text; title takes a text; this is a yes-no value; "
                    + "write a text such as \"Chairs\""),
            Sample(
                "title: [a]",
                "8 OL021 a list is not a text; title takes a text; this is a list; "
                    + "write a value such as `Chairs`"),
            Sample(
                "title: a text of many characters",
                "8 OL030 the text has 25 characters; title takes 1 to 20 characters"),
            Sample(
                "title: ''", "8 OL030 the text has 0 characters; title takes 1 to 20 characters"),
            Sample(
                "sha256: XY12",
                "9 OL021 `XY12` is not a checksum; a checksum is written as 4 hexadecimal digits"),
            Sample(
                "currency: EURO",
                "11 OL027 `EURO` is not a currency; a currency is three capitals of ISO 4217, such "
                    + "as EUR; did you mean `EUR`?"),
            Sample(
                "every: monthly",
                "8 OL024 unknown value `monthly`; every is month, quarter or year; did you mean "
                    + "`month`?"),
            Sample(
                "urgent: yes",
                "9 OL021 `yes` is not a yes-no value; urgent takes a yes-no value; this is a text; "
                    + "write true or false"),
            Sample(
                "urgent: 'true'",
                "9 OL021 `\"true\"` is not a yes-no value; urgent takes a yes-no value; this is a "
                    + "text in quotes; leave the quotes out"),
        ])
    func `a word of the wrong kind is refused`(sample: Sample) throws {
        try check(sample)
    }

    @Test(
        arguments: [
            Sample(
                "due: 2027-02-30",
                "6 OL023 `2027-02-30` is not a date; days of that month are numbered 01 to 28"),
            Sample(
                "due: 31.1.2027",
                "6 OL023 `31.1.2027` is not a date; a date is written YYYY-MM-DD; write a date such "
                    + "as 2027-01-31"),
            Sample(
                "count: '5'",
                "8 OL021 `\"5\"` is not a whole number; count takes a whole number; this is a text "
                    + "in quotes; leave the quotes out"),
            Sample(
                "count: '1,5'",
                "8 OL021 `\"1,5\"` is not a whole number; count takes a whole number; this is a text "
                    + "in quotes; write 12.5, not `12,5`"),
            Sample("count: 51", "8 OL025 `51` is above 50; count is a whole number from 1 to 50"),
            Sample(
                "count: 2.5",
                "8 OL021 `2.5` is not a whole number; count takes a whole number; this is a number; "
                    + "write it without decimals"),
            Sample(
                "count: 1_0",
                "8 OL022 `1_0` is not a number; digits are not grouped; write 1000, not `1,000` or "
                    + "`1_000`"),
            Sample(
                "count: 010",
                "8 OL022 `010` is not a number; a leading zero may mean base 8; leave the leading "
                    + "zeros out"),
            Sample(
                "count: true",
                "8 OL021 `true` is not a whole number; count takes a whole number; this is a yes-no "
                    + "value"),
            Sample(
                "discount: 8",
                "11 OL025 `8` is above 1; discount is a ratio from 0 to 1; ratios are fractions of "
                    + "1: write 0.08 for 8 %"),
            Sample("growth: -1", "9 OL025 `-1` is not above -1; growth is a number above -1"),
        ])
    func `a number or date out of order is refused`(sample: Sample) throws {
        try check(sample)
    }

    @Test(
        arguments: [
            Sample(
                "price: 12abc",
                "8 OL022 `12abc` is not a number; a number is digits, with at most one minus in "
                    + "front and one point"),
            Sample(
                "price: [1]",
                "8 OL021 a list is not an amount, an identifier or a column; price takes an "
                    + "amount, an identifier or a column; this is a list"),
            Sample(
                "price: {colum: x}",
                "9 OL012 unknown field `colum`; a column has no field of this name; did you mean "
                    + "`column`? (outlay rule OL012)"),
            Sample(
                "at: ende",
                "5 OL024 unknown value `ende`; at is start or end; did you mean `end`?"),
            Sample(
                "at: 2027-13-01",
                "5 OL023 `2027-13-01` is not a date; months are numbered 01 to 12"),
            Sample(
                "seats: {2027: 1, 28: 2}",
                "18 OL023 `28` is neither a year nor a date; the keys here are years or dates; "
                    + "write a year such as 2027, or a date such as 2027-07-01"),
            Sample(
                "seats: {valeu: 1, unit: x}",
                "9 OL012 unknown field `valeu`; a number has no field of this name; did you mean "
                    + "`value`? (outlay rule OL012)"),
        ])
    func `the form of a value chooses among alternatives`(sample: Sample) throws {
        try check(sample)
    }

    @Test(
        arguments: [
            Sample("ramp: []", "7 OL030 ramp has 0 items; ramp takes 1 to 3 items"),
            Sample(
                "ramp: [1, x, true, ]",
                "11 OL022 `x` is not a number; a number is digits, with at most one minus in front "
                    + "and one point",
                "14 OL021 `true` is not a ratio; ramp takes ratios; this is a yes-no value"),
            Sample(
                "ramp: [~]", "8 OL013 an item of `ramp` has no value; a ratio belongs here"),
            Sample(
                "notes: {B c: x}",
                "9 OL026 `B c` is not an identifier; identifiers are lower-case letters a-z, digits, "
                    + "`-`, `_` and `.`; found `B`; write `b-c`"),
            Sample(
                "notes: {a: }", "9 OL013 `a` has no value; a text belongs here"),
            Sample(
                "shares: {nort: 1}",
                "10 OL024 unknown key `nort`; the keys here are north and south; did you mean "
                    + "`north`?"),
            Sample(
                "parts: [{a: 1, b: 2, x: 3, y: 4}]",
                "16 OL014 `b` beside `a`; a part has only one of `a` and `b`; leave one of them out",
                "28 OL014 `y` beside `x`; a part has only one of `x` and `y`; leave one of them out"
            ),
            Sample(
                "parts: [{}]",
                "9 OL013 `x` or `y` is missing; a part needs one of them; add one of them"),
            Sample(
                "parts: [{x: a, zzzz: 1}]",
                "16 OL012 unknown field `zzzz`; a part has no field of this name; a part has `a`, "
                    + "`b`, `x`, `y` and `parts`"),
        ])
    func `lists and maps are checked inside`(sample: Sample) throws {
        try check(sample)
    }

    @Test func `everything wrong is found in one pass, in file order`() throws {
        let text = "titel: x\nkind: Ordre\nid:\ncount: x\nevery: 3\n"
        #expect(
            try messages(text) == [
                "1 OL012 unknown field `titel`; an Order has no field of this name; did you mean "
                    + "`title`? (outlay rule OL012)",
                "7 OL008 unknown value `Ordre`; kind is `Order`; write `kind: Order`",
                "1 OL013 `id` has no value; an identifier belongs here; write a value such as "
                    + "`order-1`",
                "8 OL022 `x` is not a number; a number is digits, with at most one minus in front "
                    + "and one point",
                "8 OL024 unknown value `3`; every is month, quarter or year",
            ])
        #expect(
            try messages("title: a\n") == [
                "1 OL013 `kind` is missing; an Order needs it: what the document is; add `kind: Order`",
                "1 OL013 `id` is missing; an Order needs it: the identifier; add `id: order-1`",
            ])
        #expect(
            try messages("- a\n") == [
                "1 OL021 a list is not a map of fields; the document takes a map of fields; this is "
                    + "a list; write `name: value` instead of `- value`"
            ])
    }

    @Test func `a misspelt field is not missing as well`() throws {
        #expect(
            try messages("knd: Order\nid: a\n") == [
                "1 OL012 unknown field `knd`; an Order has no field of this name; did you mean "
                    + "`kind`? (outlay rule OL012)"
            ])
    }

    @Test func `a missing object is shown with the fields it needs`() throws {
        let point = ObjectShape(
            "point", "A point.",
            [
                Field("x", .number(), "ISO 6709 longitude.", required: true),
                Field("day", .date, "Its day.", required: true), Field("z", .text(), "Else."),
            ])
        let line = ObjectShape(
            "line", "A line.", [Field("point", .object(point), "Its end.", required: true)])
        let empty = Shape.object(line).problems(of: try #require(read("[{}]").root?.items[0]))
        #expect(empty.map(\.hint) == ["add `point: {x: ..., day: YYYY-MM-DD}`"])
        let half = Shape.object(line).problems(
            of: try #require(read("point: {day: 2027-01-01}").root))
        #expect(half.map(\.reason) == ["`point` needs it: ISO 6709 longitude"])
    }

    @Test func `in JSON a number is no text and a text no number`() throws {
        let text =
            #"{"kind": "Order", "id": "a", "title": 5, "urgent": true, "count": "5", "growth": 1e3}"#
        #expect(
            try messages(text, path: "a.json") == [
                "39 OL021 `5` is not a text; title takes a text; this is a number; write a text such "
                    + "as \"Chairs\"",
                "67 OL021 `\"5\"` is not a whole number; count takes a whole number; this is a text "
                    + "in quotes; leave the quotes out",
                "82 OL022 `1e3` is not a number; exponents are not read; write the digits out, such "
                    + "as 1000 for `1e3`",
            ])
    }

    @Test func `a caller may name what takes the value`() throws {
        let list = try #require(read("in: [true, EU]").root?["in"])
        let problems = Shape.list(of: .text()).problems(of: list, named: "residency")
        #expect(problems.map(\.reason) == ["residency takes texts; this is a yes-no value"])
    }

    @Test func `a thousand problems are enough`() throws {
        let root = try #require(read("- x\n" + String(repeating: "- y\n", count: 5000)).root)
        #expect(Shape.list(of: .number()).problems(of: root).count == 1000)
    }
}
