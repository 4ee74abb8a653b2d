extension JSONSchema {
    /// The shape of the schemas that are written: the keywords of draft 7 that are used.
    package static let shape: ObjectShape = ObjectShape(
        "JSON Schema", "A schema by draft 7.",
        annotations + assertions + [
            Field("properties", subschemas, "What each named member is."),
            Field(
                "additionalProperties", .either([.yesNo, .object(shape)]),
                "What members of other names are; false for none."),
            Field("propertyNames", .object(shape), "What the names of members are."),
            Field("items", .object(shape), "What every element of an array is."),
            Field("allOf", list, "Schemas that must all hold."),
            Field("anyOf", list, "Schemas of which at least one must hold."),
            Field("oneOf", list, "Schemas of which exactly one must hold."),
            Field("not", .object(shape), "A schema that must not hold."),
            Field("definitions", subschemas, "Schemas that others refer to."),
        ])

    private static let annotations = [
        Field("$schema", .text(), "The version of JSON Schema."),
        Field("$id", .text(), "The schema's own name."),
        Field("$ref", .text(), "The schema that stands in place of this one."),
        Field("title", .text(), "What is described."),
        Field("description", .text(), "What it is, in one line."),
        Field("default", scalar, "What holds where the member is absent."),
        Field("examples", .list(of: scalar), "Sample values."),
    ]

    private static let assertions = [
        Field("type", .either([.text(), .list(of: .text())]), "The JSON types allowed."),
        Field("const", .text(), "The only text allowed."),
        Field("enum", .list(of: .text()), "The only texts allowed."),
        Field("format", .text(), "The kind of text."),
        Field("pattern", .text(), "The regular expression that a text matches."),
        Field("minLength", count, "The least number of characters."),
        Field("maxLength", count, "The largest number of characters."),
        Field("minimum", .number(), "The least number allowed."),
        Field("maximum", .number(), "The largest number allowed."),
        Field("exclusiveMinimum", .number(), "The number that all allowed ones are above."),
        Field("exclusiveMaximum", .number(), "The number that all allowed ones are below."),
        Field("minItems", count, "The least number of elements."),
        Field("maxItems", count, "The largest number of elements."),
        Field("required", .list(of: .text()), "The members that must be there."),
    ]

    private static let scalar = Shape.either([.text(), .number(), .yesNo])
    private static let count = Shape.integer(0...Int.max)
    private static var list: Shape { .list(of: .object(shape)) }
    private static var subschemas: Shape { .map(keys: .text, values: .object(shape)) }
}
