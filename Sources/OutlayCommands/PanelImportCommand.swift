import ArgumentParser
import Outlay

/// `outlay panel import`: a filled-in score sheet becomes a Panel document.
struct PanelImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Check a member's filled-in score sheet and write it as a Panel document.",
        discussion: """
            outlay panel import intranet.yaml ana.csv --member ana

            Every cell is checked against the evaluation: options, criteria, levels, scales. A sheet that \
            was written for another scale or another member is refused, and so is an empty score, unless \
            --allow-empty says that none is given or --conflict that the member may not score the option.
            """)

    @Argument(help: "The Evaluation document.")
    var document: String

    @Argument(help: "The sheet, a CSV file; `-` for standard input.")
    var sheet: String

    @Option(help: ArgumentHelp("Whose scores they are.", valueName: "id"))
    var member: String

    @Option(
        help: ArgumentHelp(
            "The day of the scores; the day of --as-of where not given.", valueName: "date"),
        transform: CalendarDate.init(argument:))
    var date: CalendarDate?

    @Option(
        help: ArgumentHelp(
            "An option the member has an interest in, and which; repeatable.",
            valueName: "option=reason"))
    var conflict: [String] = []

    @Flag(help: "Take an empty score as one that is not given.")
    var allowEmpty = false

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "The Panel document to write; the member's among `panel.members`, else "
                + "panel/MEMBER.yaml beside the evaluation.", valueName: "file"))
    var output: String?

    @Flag(help: "Say what would be written, and write nothing.")
    var dryRun = false

    @Flag(help: "Replace a file that is there.")
    var force = false

    @OptionGroup var options: CommonOptions

    func run() throws {
        try Shell.run(options, schema: "panel-import") { shell in
            let member = try PanelCommand.member(member)
            let workspace = try Workspace(shell.options, near: document)
            let evaluation = try workspace.evaluation(document, for: .criteria)
            let form = try PanelSheet(evaluation)
            let conflicts = try conflicts(among: form.options)
            let bytes = try workspace.bytes(sheet, limit: PanelSheetImport.byteLimit)
            let imported: PanelSheetImport
            do throws(DocumentProblems) {
                imported = try PanelSheetImport(
                    path: sheet, bytes: bytes, sheet: form, member: member,
                    date: date ?? shell.asOf, conflicts: conflicts, allowsGaps: allowEmpty)
            } catch {
                throw Problems(list: error.list)
            }
            let target = target(member, evaluation)
            var files = NewFiles()
            files.add(
                target.path,
                PanelDocument.text(
                    of: imported.ballot, on: evaluation.id, options: form.options,
                    criteria: form.criteria))
            try files.writeAlone(replacing: force, rehearsing: dryRun)
            return answer(imported, target, files, evaluation, workspace)
        }
    }

    private func conflicts(among options: [String]) throws(Problem) -> [Panel.Conflict] {
        var conflicts: [Panel.Conflict] = []
        for text in conflict {
            let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2, !parts[1].allSatisfy({ $0 == " " }) else {
                throw Problem(
                    .usage, "\(Problem.quoted(text)) gives no reason", at: .argument("--conflict"),
                    because: "a conflict is an option and what the interest is",
                    hint: "write it such as `--conflict northwind='owns shares'`")
            }
            guard options.contains(parts[0]) else {
                throw Problem(
                    .unknownReference, "there is no option \(Problem.quoted(parts[0]))",
                    at: .argument("--conflict"),
                    because: "the panel scores \(options.joined(separator: ", "))",
                    hint: Suggestion.hint(for: parts[0], among: options))
            }
            guard !conflicts.contains(where: { $0.option == parts[0] }) else {
                throw Problem(
                    .duplicateIdentifier, "`\(parts[0])` stands in two conflicts",
                    at: .argument("--conflict"),
                    because: "a member's conflict with an option is declared once",
                    hint: "put both reasons into one")
            }
            conflicts.append(Panel.Conflict(option: parts[0], reason: parts[1]))
        }
        return conflicts
    }

    /// Where the scores go, and whether the evaluation reads them there.
    private func target(
        _ member: String, _ evaluation: Evaluation
    ) -> (path: String, name: String, isListed: Bool) {
        let folder = FileAccess.split(document).folder
        let listed = evaluation.panel?.awaited ?? []
        if let output {
            let name = FilePath.relative(output, to: folder)
            return (output, name, listed.contains(name))
        }
        let own = listed.first { file in
            let name = FileAccess.split(file).name
            return [".yaml", ".yml"].contains { name == member + $0 }
        }
        let name = own ?? "panel/\(member).yaml"
        return (name.hasPrefix("/") ? name : folder + name, name, own != nil)
    }

    private func answer(
        _ imported: PanelSheetImport, _ target: (path: String, name: String, isListed: Bool),
        _ files: NewFiles, _ evaluation: Evaluation, _ workspace: Workspace
    ) -> Answer {
        let count = imported.scoreCount == 1 ? "1 score" : "\(imported.scoreCount) scores"
        let ballot = imported.ballot
        var next = ["outlay compare \(NewFiles.quoted(document))"]
        if !target.isListed { next.insert("add \(target.name) to panel.members", at: 0) }
        var answer = files.answer(
            schema: "panel-import", title: "\(count) of \(ballot.member) for \(evaluation.id)",
            rehearsed: dryRun, next: next)
        answer.inputs = workspace.inputs
        answer.result = [
            "evaluation": .string(evaluation.id), "member": .string(ballot.member),
            "date": .string(ballot.date.description), "file": .string(target.path),
            "scores": .integer(imported.scoreCount),
            "conflicts": .strings(ballot.conflicts.map(\.option)),
            "listed": .bool(target.isListed), "written": .bool(!dryRun),
        ]
        return answer
    }

    /// The shape of the JSON result.
    static let resultShape = ObjectShape(
        "imported scores", "The Panel document that a sheet became.",
        [
            Field("evaluation", .text(), "The evaluation.", required: true),
            Field("member", .identifier, "Whose scores they are.", required: true),
            Field("date", .date, "The day of the scores.", required: true),
            Field("file", .text(), "The file that was written.", required: true),
            Field("scores", .integer(0...Int.max), "The count of scores.", required: true),
            Field(
                "conflicts", .list(of: .identifier), "The options the member may not score.",
                required: true),
            Field(
                "listed", .yesNo, "Whether `panel.members` of the evaluation names the file.",
                required: true),
            Field(
                "written", .yesNo, "Whether the file was written; false in a dry run.",
                required: true),
        ])
}
