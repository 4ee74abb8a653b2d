import ArgumentParser
import Outlay

/// `outlay method list`: the methods there are, and when to use each.
struct MethodListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the methods and when to use each.",
        discussion: """
            outlay method list
            """)

    @OptionGroup var options: CommonOptions

    func run() throws {
        try Shell.run(options, schema: "method-list") { _ in
            Answer(schema: "method-list", report: Self.report, result: Self.json)
        }
    }

    private static var report: Report {
        Report(
            title: "Methods", subtitle: "`outlay method show NAME` has formula, source and example",
            summary: MethodGroup.all.map { group in
                .table(
                    Table(
                        caption: group.kind.title,
                        columns: [
                            Column("Name"), Column("Title", widthHint: 24),
                            Column("When to use", widthHint: 72),
                        ],
                        rows: group.entries.map {
                            Row([.text($0.identifier), .text($0.title), .text($0.whenToUse)])
                        }))
            })
    }

    private static var json: JSONValue {
        [
            "groups": .array(
                MethodGroup.all.map { group in
                    [
                        "name": .string(group.kind.rawValue), "title": .string(group.kind.title),
                        "methods": .array(
                            group.entries.map {
                                [
                                    "name": .string($0.identifier), "title": .string($0.title),
                                    "when_to_use": .string($0.whenToUse),
                                ]
                            }),
                    ]
                })
        ]
    }

    /// The shape of the JSON result.
    static let resultShape = ObjectShape(
        "method list", "The methods there are.",
        [
            Field(
                "groups", .list(of: .object(groupShape)),
                "The methods by the question they answer.",
                required: true)
        ])

    private static let groupShape = ObjectShape(
        "method group", "Methods that answer one question.",
        [
            Field(
                "name", .choice(MethodKind.allCases.map(\.rawValue)), "The group's identifier.",
                required: true),
            Field("title", .text(), "The question.", required: true),
            Field("methods", .list(of: .object(entryShape)), "The methods.", required: true),
        ])

    private static let entryShape = ObjectShape(
        "listed method", "One method.",
        [
            Field(
                "name", .identifier, "Its identifier, as --method, --weights or --formula take it.",
                required: true),
            Field("title", .text(), "What readers see.", required: true),
            Field("when_to_use", .text(), "When it answers the question.", required: true),
        ])
}
