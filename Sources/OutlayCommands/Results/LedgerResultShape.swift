import Outlay

/// The shapes that the JSON results about a ledger share.
enum LedgerResultShape {
    /// What every change of a ledger answers with.
    static let change: [Field] = [
        Field(
            "entry", .integer(0...Int.max), "The number of the last entry in the journal.",
            required: true),
        Field("head", .text(), "The hash of that entry, in hexadecimal.", required: true),
        Field(
            "results",
            .list(
                of: .object(
                    ObjectShape(
                        "act", "What became of one act.",
                        [
                            Field(
                                "result",
                                .choice(AnswerResult.allCases.map(\.rawValue)),
                                "What became of it.", required: true),
                            Field(
                                "subject", EvaluationResultShape.text,
                                "What it was about; empty where there is nothing to name.",
                                required: true),
                            Field(
                                "flags",
                                .list(of: .choice(AnswerFlag.allCases.map(\.rawValue))),
                                "What everybody should see about it.", required: true),
                        ]))), "The acts, in order.", required: true),
        Field(
            "written", .yesNo, "Whether it was kept; false in a dry run.", required: true),
    ]

    /// The money of a line.
    static let balance = ObjectShape(
        "balance", "The money of a line in a year or a part of one.",
        [
            Field("line", .text(), "The line.", required: true),
            Field("title", EvaluationResultShape.text, "What it is called.", required: true),
            Field("period", .text(), "The year, or a part of it.", required: true),
            Field(
                "control", .choice(ControlMode.allCases.map(\.rawValue)),
                "How its money binds.", required: true),
            Field("allotted", money, "What was given to it.", required: true),
            Field("reserved", money, "What requests hold that wait.", required: true),
            Field("committed", money, "What is owed to vendors.", required: true),
            Field("actual", money, "What is spent.", required: true),
            Field("available", money, "What is left.", required: true),
            Field("cap", money, "The most that may be used; null where nothing binds."),
            Field(
                "used", EvaluationResultShape.decimal,
                "The share of the allotment that is used; null without one."),
        ])

    private static let money = EvaluationResultShape.money
}

extension LedgerChange {
    /// The fields of ``LedgerResultShape/change``.
    var json: JSONObject {
        [
            "entry": .integer(head.sequence), "head": .string(head.hash.description),
            "results": .array(
                answers.map { answer in
                    [
                        "result": .string(answer.result.rawValue),
                        "subject": .string(answer.subject.text),
                        "flags": .strings(answer.flags.map(\.rawValue)),
                    ]
                }),
            "written": .bool(!isRehearsal),
        ]
    }

    /// Where the change stands in the journal, in words.
    var sentence: String {
        isRehearsal
            ? "Nothing was changed: this was a dry run."
            : "Audit entry \(head.sequence), head \(head.hash.description.prefix(12))."
    }

    /// What everybody should see about the acts, as warnings.
    var findings: [Problem] {
        answers.flatMap { answer in
            answer.flags.compactMap { $0.problem(about: answer.subject) }
        }
    }
}
