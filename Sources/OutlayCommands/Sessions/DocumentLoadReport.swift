import Outlay

/// What loads of documents change, for people and programs.
struct DocumentLoadReport {
    /// The loads.
    var loads: [PlannedLoad]
    /// What waits for a second person afterwards.
    var proposals: [Proposal]
    /// The ledger's currency.
    var currency: Currency
    /// Whether nothing is kept.
    var isRehearsal: Bool

    init(
        _ loads: [PlannedLoad], proposals: [Proposal], in currency: Currency,
        isRehearsal: Bool = false
    ) {
        self.loads = loads
        self.proposals = proposals
        self.currency = currency
        self.isRehearsal = isRehearsal
    }

    /// What was done, in a line.
    var title: String {
        let words = loads.map { load in
            let name = "\(load.load.id.text) revision \(load.load.revision)"
            return switch load.outcome {
            case .loaded: (isRehearsal ? "Would load " : "Loaded ") + name
            case .proposed: (isRehearsal ? "Would propose " : "Proposed ") + name
            case .unchanged: "Unchanged \(name)"
            }
        }
        return words.joined(separator: "; ")
    }

    /// The loads, each with what it changes.
    ///
    /// - Throws: ``ProblemCode/ledgerOverflow``.
    func blocks() throws(Problem) -> [Block] {
        var found: [Block] = []
        for load in loads { found += try blocks(of: load) }
        return found
    }

    private func blocks(of load: PlannedLoad) throws(Problem) -> [Block] {
        if load.outcome == .unchanged {
            return [
                .paragraph(
                    RichText(
                        "The ledger has \(load.load.id.text) revision \(load.load.revision) already."
                    ))
            ]
        }
        let from = "holds from \(load.load.effectiveFrom)"
        let revision =
            load.before.map { "follows revision \($0.revision)" } ?? "is the first revision"
        var blocks: [Block] = [
            .paragraph(RichText("\(load.load.id.text) \(revision) and \(from)."))
        ]
        if let change = load.budget { blocks.append(.table(try table(of: change))) }
        if load.before != nil { blocks.append(.table(Self.table(of: load.differences))) }
        if load.outcome == .proposed { blocks.append(.paragraph(RichText(wayOn(of: load)))) }
        return blocks
    }

    /// The proposal that brought a load, or nil.
    private func proposal(of load: PlannedLoad) -> Proposal? {
        proposals.first { $0.command.proposalName == load.load.proposalName }
    }

    /// How a second person goes on.
    private func wayOn(of load: PlannedLoad) -> String {
        let waiting = proposal(of: load)
        guard let waiting, !isRehearsal else {
            return "It would wait for a second person."
        }
        return "It waits for a second person: `outlay confirm \(waiting.number)`."
    }

    private func table(of change: BudgetChange) throws(Problem) -> Table {
        func cell(_ amount: MinorUnits?) -> Cell {
            amount.map { .money($0.money(in: currency), places: currency.minorUnitPlaces) }
                ?? .empty
        }
        return Table(
            caption: "Lines of \(change.budget.year) in \(currency.code)",
            columns: [
                Column("Line"), Column("Title", widthHint: 28), .number("Approved before"),
                .number("Approved"), .number("Allotted before"), .number("Allotted"),
                .number("Used"), .number("Available"), Column("Change"),
            ],
            rows: try change.lines.map { line throws(Problem) in
                Row([
                    .text(line.line.node.id.text), .text(line.line.node.title.text),
                    cell(line.approvedBefore), cell(line.line.approved),
                    line.before == nil ? .empty : cell(line.allottedBefore), cell(line.allotted),
                    cell(line.used), cell(try line.available()), .text(line.word),
                ])
            })
    }

    private static func table(of differences: [DocumentDifference]) -> Table {
        Table(
            caption: "What it says otherwise",
            columns: [
                Column("Where", widthHint: 36), Column("Before", widthHint: 36),
                Column("After", widthHint: 36),
            ],
            rows: differences.map { difference in
                Row([
                    .text(difference.path.joined(separator: " › ")),
                    difference.before.map { .text($0) } ?? .empty,
                    difference.after.map { .text($0) } ?? .empty,
                ])
            })
    }

    /// The lines that are left with less than nothing, as warnings.
    ///
    /// - Throws: ``ProblemCode/ledgerOverflow``.
    func findings() throws(Problem) -> [Problem] {
        var found: [Problem] = []
        for change in loads.compactMap(\.budget) {
            for line in change.lines where try line.available().isNegative {
                let used = line.used.text(in: currency)
                found.append(
                    Problem(
                        .beyondAllotment,
                        "`\(line.line.node.id.text)` uses \(used) and has \(line.allotted.text(in: currency))",
                        because: "what is used stays used, whatever a budget gives",
                        hint: "nothing new is held there until it is covered"))
            }
        }
        return found
    }

    // MARK: For programs

    /// The loads for programs.
    ///
    /// - Throws: ``ProblemCode/ledgerOverflow``.
    func json() throws(Problem) -> JSONValue { .array(try documents()) }

    /// Each load for programs.
    ///
    /// - Throws: ``ProblemCode/ledgerOverflow``.
    func documents() throws(Problem) -> [JSONValue] {
        try loads.map { load throws(Problem) in try json(of: load) }
    }

    private func json(of load: PlannedLoad) throws(Problem) -> JSONValue {
        func money(_ amount: MinorUnits) -> JSONValue {
            ResultJSON.money(amount.money(in: currency))
        }
        let waiting = proposal(of: load)
        return [
            "file": .string(orNull: load.file), "kind": .string(load.load.kind.rawValue),
            "id": .string(load.load.id.text), "revision": .integer(load.load.revision),
            "revision_before": load.before.map { .integer($0.revision) } ?? .null,
            "effective_from": .string(load.load.effectiveFrom.description),
            "outcome": .string(load.outcome.rawValue),
            "proposal": load.outcome == .proposed && !isRehearsal
                ? waiting.map { .integer($0.number) } ?? .null : .null,
            "differences": .array(
                load.differences.map { difference in
                    [
                        "path": .strings(difference.path),
                        "before": .string(orNull: difference.before),
                        "after": .string(orNull: difference.after),
                    ]
                }),
            "lines": .array(
                try (load.budget?.lines ?? []).map { line throws(Problem) in
                    [
                        "line": .string(line.line.node.id.text),
                        "title": .string(line.line.node.title.text),
                        "change": .string(line.word),
                        "approved_before": line.approvedBefore.map(money) ?? .null,
                        "approved": money(line.line.approved),
                        "allotted_before": money(line.allottedBefore),
                        "allotted": money(line.allotted), "used": money(line.used),
                        "available": money(try line.available()),
                    ]
                }),
        ]
    }

    /// The shape of one load.
    static let shape = ObjectShape(
        "document load", "What became of a document, and what it changes.",
        [
            Field("file", .text(), "The file; null for what was proposed before."),
            Field(
                "kind", .choice(LedgerDocumentKind.allCases.map(\.rawValue)), "What it is.",
                required: true),
            Field("id", .text(), "Its name.", required: true),
            Field("revision", .integer(1...Int.max), "Its revision.", required: true),
            Field(
                "revision_before", .integer(1...Int.max),
                "The last revision in the ledger; null for the first."),
            Field("effective_from", .date, "The first day it holds.", required: true),
            Field(
                "outcome", .choice(PlannedLoad.Outcome.allCases.map(\.rawValue)),
                "What became of it.", required: true),
            Field(
                "proposal", .integer(1...Int.max),
                "The number under which it waits for a second person; null where it does not."),
            Field(
                "differences",
                .list(
                    of: .object(
                        ObjectShape(
                            "document difference", "Something that it says otherwise.",
                            [
                                Field(
                                    "path", .list(of: EvaluationResultShape.text),
                                    "The fields from the top.", required: true),
                                Field(
                                    "before", EvaluationResultShape.text,
                                    "What the revision before says; null for nothing."),
                                Field(
                                    "after", EvaluationResultShape.text,
                                    "What this one says; null for nothing."),
                            ]))),
                "What it says otherwise than the revision before; empty for the first.",
                required: true),
            Field(
                "lines", .list(of: .object(lineShape)),
                "The lines of a budget, parents first; empty for other documents.",
                required: true),
        ])

    private static let lineShape = ObjectShape(
        "line change", "A line before and after.",
        [
            Field("line", .text(), "The line.", required: true),
            Field("title", EvaluationResultShape.text, "What it is called.", required: true),
            Field(
                "change", .choice(["new", "changed", "same"]), "Whether it changes.",
                required: true),
            Field(
                "approved_before", EvaluationResultShape.money,
                "What the revision before approved; null where it had no such line."),
            Field(
                "approved", EvaluationResultShape.money, "What this one approves.", required: true),
            Field(
                "allotted_before", EvaluationResultShape.money,
                "What the line has, transfers included.", required: true),
            Field(
                "allotted", EvaluationResultShape.money, "What it will have.", required: true),
            Field(
                "used", EvaluationResultShape.money, "What is reserved, committed and spent.",
                required: true),
            Field(
                "available", EvaluationResultShape.money, "What will be left.", required: true),
        ])

    /// The shape of a load by the command line.
    static let resultShape = ObjectShape(
        "loaded documents", "Documents that were loaded or proposed.",
        LedgerResultShape.change + [
            Field("documents", .list(of: .object(shape)), "The documents.", required: true)
        ])
}

extension BudgetLineChange {
    /// Whether it changes, in a word.
    fileprivate var word: String { before == nil ? "new" : isChange ? "changed" : "same" }
}
