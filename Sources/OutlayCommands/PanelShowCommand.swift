import ArgumentParser
import Outlay

/// `outlay panel show`: the members' values side by side.
struct PanelShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract:
            "Show the members' values side by side: where they disagree, their ranks, their notes.",
        discussion: """
            outlay panel show intranet.yaml
            """)

    @OptionGroup var evaluation: EvaluationOptions

    func run() throws {
        try evaluation.answer(schema: "panel-show") { result in
            guard let report = result.panelReport() else {
                throw Problem(
                    .missingField, "\(result.evaluation.id) has no panel",
                    at: .file(evaluation.document),
                    because: "no member is named under `panel`",
                    hint: "add `panel: {members: [panel/anna.yaml]}`")
            }
            return (
                report,
                [
                    "evaluation": [
                        "id": .string(result.evaluation.id),
                        "title": .string(result.evaluation.title),
                    ],
                    "panel": result.panelJSON,
                ]
            )
        }
    }

    /// The shape of the JSON result.
    static let resultShape = ObjectShape(
        "shown panel", "What the members of a panel scored.",
        [
            EvaluationResultShape.head[0],
            Field("panel", .object(PanelResultShape.panel), "The panel.", required: true),
        ])
}
