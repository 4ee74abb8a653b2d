import Outlay
import OutlayDocuments

/// A shape with every kind of field.
enum SampleShape {
    static let order = ObjectShape(
        "Order", "What is ordered.",
        [
            Field(
                "kind", .constant("Order", code: .unknownKind), "What the document is.",
                required: true, example: "Order"),
            Field("id", .identifier, "The identifier.", required: true, example: "order-1"),
            Field("title", .text(TextRule(length: 1...20)), "What readers see.", example: "Chairs"),
            Field("sha256", .text(TextRule(form: checksum)), "The file's checksum."),
            Field("currency", .currency, "The currency.", example: "EUR"),
            Field("due", .date, "The day of delivery.", example: "2027-01-31"),
            Field("urgent", .yesNo, "Whether it is urgent.", standard: "false"),
            Field("every", .choice(["month", "quarter", "year"]), "How often.", standard: "year"),
            Field("count", .integer(1...50), "How many.", standard: "1"),
            Field("discount", ratio, "The share taken off.", example: "0.08"),
            Field("growth", .number(NumberRule(minimum: .excluding(ExactDecimal(-1)))), "Growth."),
            Field(
                "price", .either([.number(NumberRule(.money)), .identifier, column]), "The price."),
            Field("at", .either([.choice(["start", "end"]), .date]), "When it is paid."),
            Field("ramp", .list(of: ratio, count: 1...3), "A factor per year."),
            Field(
                "seats", .either([series, .map(keys: .yearOrDate, values: .number())]), "Seats."),
            Field("notes", .map(keys: .identifier, values: .text()), "Remarks by name."),
            Field("shares", .map(keys: .choice(["north", "south"]), values: ratio), "Shares."),
            Field("parts", .list(of: .object(part)), "What it consists of."),
        ])

    static let part: ObjectShape = ObjectShape(
        "part", "One thing ordered.", groups: [.atMostOne(["a", "b"]), .exactlyOne(["x", "y"])],
        [
            Field("a", .text(), "First way."), Field("b", .text(), "Second way."),
            Field("x", .text(), "First form."), Field("y", .text(), "Second form."),
            Field("parts", .list(of: .object(SampleShape.part)), "What it consists of itself."),
        ])

    private static let ratio = Shape.number(
        NumberRule(.ratio, minimum: .including(.zero), maximum: .including(.one)))

    private static let column = Shape.object(
        ObjectShape(
            "column", "A catalogue's column.",
            [Field("column", .text(), "Its name.", required: true)]))

    private static let series = Shape.object(
        ObjectShape(
            "number", "A number that may change.",
            [Field("value", .number(), "The number."), Field("unit", .text(), "The unit.")]))

    private static let checksum = TextForm(
        "a checksum", written: "as 4 hexadecimal digits", pattern: "^[0-9a-f]{4}$"
    ) { $0.utf8.count == 4 && $0.utf8.allSatisfy("0123456789abcdef".utf8.contains) }
}
