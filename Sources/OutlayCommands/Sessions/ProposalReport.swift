import Outlay

/// Acts that wait for a second person, with what each would change, for people and programs.
struct ProposalReport {
    /// One act.
    struct Item {
        /// The act.
        var proposal: Proposal
        /// What loading it would change, where it is a document.
        var load: PlannedLoad?
        /// What it would change, and why it would be refused.
        var effect: ProposalEffect
        /// Who may confirm it; nil for anybody else of the organisation.
        var confirmers: [PersonID]?
    }

    /// The acts, in the order of their numbers.
    var items: [Item] = []
    /// The ledger's currency.
    var currency: Currency

    /// Creates a report.
    ///
    /// - Throws: A ``Problem`` where a stored text cannot be read.
    init(
        _ proposals: [Proposal], in reader: some LedgerReader, at moment: LedgerMoment
    ) throws(Problem) {
        currency = try reader.requireSettings().currency
        for proposal in proposals {
            items.append(
                Item(
                    proposal: proposal,
                    load: try proposal.load.map { load throws(Problem) in
                        try PlannedLoad(load, in: reader)
                    }, effect: try reader.effect(of: proposal, at: moment),
                    confirmers: try reader.confirmers(of: proposal, at: moment)))
        }
    }

    /// What is asked for, in a line.
    var phrases: String {
        items.map { $0.proposal.command.phrase(in: currency) }.joined(separator: "; ")
    }

    /// The command that confirms all of them.
    var confirmation: String {
        "outlay confirm " + items.map { "\($0.proposal.number)" }.joined(separator: " ")
    }

    // MARK: For people

    /// The acts, one in a row.
    var table: Table {
        Table(
            columns: [
                .number("Number"), Column("What", widthHint: 44), Column("Proposed by"),
                Column("For"),
            ],
            rows: items.map { item in
                Row([
                    .count(Int(item.proposal.number)),
                    .text(item.proposal.command.phrase(in: currency)),
                    .text(item.proposal.proposer.text),
                    .text(item.proposal.principal?.text ?? ""),
                ])
            })
    }

    /// What each would change.
    ///
    /// - Throws: ``ProblemCode/ledgerOverflow``.
    func blocks() throws(Problem) -> [Block] {
        var found: [Block] = []
        for item in items {
            if let load = item.load {
                found += try DocumentLoadReport([load], proposals: [], in: currency).blocks()
            } else if !item.effect.lines.isEmpty {
                found.append(.table(try table(of: item)))
            }
            if let obstacle = item.effect.obstacle {
                found.append(
                    .paragraph(
                        RichText(
                            "Proposal \(item.proposal.number) would be refused now: "
                                + "\(obstacle.code.rawValue) \(obstacle.summary) (\(obstacle.reason))."
                        )))
            }
        }
        return found
    }

    private func table(of item: Item) throws(Problem) -> Table {
        func cell(_ amount: MinorUnits) -> Cell {
            .money(amount.money(in: currency), places: currency.minorUnitPlaces)
        }
        let number = item.proposal.number
        let name = number == 0 ? "" : "Proposal \(number): "
        return Table(
            caption: "\(name)\(item.proposal.command.phrase(in: currency)), in \(currency.code)",
            columns: [
                Column("Line"), Column("Year"), .number("Allotted before"), .number("Allotted"),
                .number("Available before"), .number("Available"),
            ],
            rows: try item.effect.lines.map { before, after throws(Problem) in
                Row([
                    .text(before.key.node.text), .text(before.key.period.description),
                    cell(before.allotted), cell(after.allotted), cell(try before.available()),
                    cell(try after.available()),
                ])
            })
    }

    /// Who may confirm the acts, and how everybody goes on.
    func wayOn(isRehearsal: Bool) -> String {
        var people: [String] = []
        for item in items {
            for person in [item.proposal.proposer, item.proposal.principal].compactMap(\.self)
            where !people.contains(person.text) {
                people.append(person.text)
            }
        }
        let others =
            named ?? "any person of the organisation but \(people.joined(separator: " and "))"
        guard !isRehearsal else {
            return "\(items.count == 1 ? "It" : "They") would wait for a second person, \(others)."
        }
        guard let first = items.first else { return "It was proposed, and does not wait any more." }
        let one = items.count == 1
        return
            "\(one ? "It waits" : "They wait") for a second person, \(others): `\(confirmation)`. "
            + "Until then nothing changes; `outlay proposals withdraw \(first.proposal.number)` takes "
            + "\(one ? "it" : "the first") back."
    }

    /// Those who may confirm all of the acts, where the organisation says who; nil where anybody else may.
    private var named: String? {
        let sets = items.compactMap(\.confirmers)
        guard let first = sets.first else { return nil }
        let all = first.filter { person in sets.allSatisfy { $0.contains(person) } }
        return all.isEmpty
            ? "and no one person may confirm them together"
            : all.map(\.text).joined(separator: " or ")
    }

    // MARK: For programs

    /// The acts for programs.
    ///
    /// - Throws: ``ProblemCode/ledgerOverflow``.
    func json() throws(Problem) -> JSONValue {
        .array(
            try items.map { item throws(Problem) in
                var document = JSONValue.null
                if let load = item.load {
                    let loads = DocumentLoadReport([load], proposals: [], in: currency)
                    document = try loads.documents().first ?? .null
                }
                let proposal = item.proposal
                return [
                    "number": .integer(proposal.number),
                    "command": .string(type(of: proposal.command).name),
                    "summary": .string(proposal.command.phrase(in: currency)),
                    "proposer": .string(proposal.proposer.text),
                    "on_behalf_of": .string(orNull: proposal.principal?.text),
                    "sha256": .string(proposal.hash.text),
                    "confirmers": item.confirmers.map { .strings($0.map(\.text)) } ?? .null,
                    "lines": .array(try item.effect.lines.map(line)),
                    "obstacle": item.effect.obstacle.map { obstacle in
                        [
                            "code": .string(obstacle.code.rawValue),
                            "message": .string("\(obstacle.summary), \(obstacle.reason)"),
                        ]
                    } ?? .null,
                    "document": document,
                ]
            })
    }

    private func line(_ before: Balance, _ after: Balance) throws(Problem) -> JSONValue {
        func money(_ amount: MinorUnits) -> JSONValue {
            ResultJSON.money(amount.money(in: currency))
        }
        return [
            "line": .string(before.key.node.text),
            "period": .string(before.key.period.description),
            "allotted_before": money(before.allotted), "allotted": money(after.allotted),
            "available_before": money(try before.available()),
            "available": money(try after.available()),
        ]
    }

    /// The shape of one act.
    static let shape = ObjectShape(
        "proposal", "An act that one person proposed and another confirms.",
        [
            Field(
                "number", .integer(1...Int.max), "The number that confirms it.", required: true),
            Field(
                "command", .choice(AllProposableCommands.list.map { $0.name }),
                "What kind of act it is.",
                required: true),
            Field("summary", .text(), "What is asked for.", required: true),
            Field("proposer", .text(), "Who proposed it.", required: true),
            Field("on_behalf_of", .text(), "For whom, as a delegate; null for nobody."),
            Field("sha256", .text(), "The hash of what was proposed.", required: true),
            Field(
                "confirmers", .list(of: .text()),
                "Who may confirm it by a role; null for anybody else of the organisation."),
            Field(
                "lines",
                .list(
                    of: .object(
                        ObjectShape(
                            "effect", "The money of a line in a year, before and after.",
                            [
                                Field("line", .text(), "The line.", required: true),
                                Field("period", .text(), "The year.", required: true),
                                Field(
                                    "allotted_before", EvaluationResultShape.money,
                                    "What it has.", required: true),
                                Field(
                                    "allotted", EvaluationResultShape.money,
                                    "What it would have.", required: true),
                                Field(
                                    "available_before", EvaluationResultShape.money,
                                    "What is left.", required: true),
                                Field(
                                    "available", EvaluationResultShape.money,
                                    "What would be left.", required: true),
                            ]))),
                "The lines whose money it would change, as the books stand.", required: true),
            Field(
                "obstacle",
                .object(
                    ObjectShape(
                        "obstacle", "Why it would be refused.",
                        [
                            Field("code", .text(), "The code.", required: true),
                            Field("message", .text(), "What is in the way.", required: true),
                        ])), "Why it would be refused now; null where it would be done."),
            Field(
                "document", .object(DocumentLoadReport.shape),
                "The document, and what it would change; null for another act."),
        ])

    /// The field of acts that were put before a second person.
    static let field = Field(
        "proposals", .list(of: .object(shape)),
        "The acts that wait for a second person; empty where they were done.", required: true)
}
