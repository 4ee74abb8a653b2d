import OutlayDecisions

extension MethodPage {
    /// The page for people; `explaining`, with every figure on the way to the example's result too.
    package func report(explaining: Bool) -> Report {
        var sections: [ReportSection] = []
        func add(_ id: String, _ title: String, _ blocks: [Block]) {
            sections.append(ReportSection(id: id, title: title, blocks: blocks))
        }
        if !traps.isEmpty { add("traps", "Traps", [.list(traps.map { RichText($0) })]) }
        if !promises.isEmpty {
            add(
                "promises", "Promises for any table, with the settings it has by default",
                [.facts(promiseFacts)])
        }
        if !symbols.isEmpty { add("symbols", "Symbols", [.table(symbolTable)]) }
        add(
            "inputs", kind.inputTitle,
            [.table(Self.table(of: inputs, called: "Input", lacking: "Without it"))])
        if !settings.isEmpty {
            add(
                "settings", "Settings",
                [.table(Self.table(of: settings, called: "Setting", lacking: "Default"))])
        }
        sections.append(
            ReportSection(
                id: "example", title: "Worked example", question: origin,
                blocks: example.map { .table($0) }
                    + (remarks.isEmpty ? [] : [.list(remarks.map { RichText($0) })])
                    + (explaining ? steps?.blocks ?? [] : [])))
        return Report(
            title: title, subtitle: identifier, summary: [.facts(facts)], sections: sections)
    }

    private var facts: [Fact] {
        var facts = [
            Fact("Formula", RichText(formula)), Fact("When to use", RichText(whenToUse)),
        ]
        if let whenNotTo { facts.append(Fact("When not", RichText(whenNotTo))) }
        if let warning { facts.append(Fact("Warning", RichText(warning))) }
        if let dependsOnOtherBids {
            facts.append(
                Fact(
                    "Other bids",
                    RichText(
                        dependsOnOtherBids
                            ? "a bid's points hang on the other bids, so that a losing bid can change who wins"
                            : "a bid's points do not hang on the other bids")))
        }
        facts.append(Fact("Source", RichText("\(source.author), \(source.title), \(source.year)")))
        return facts
    }

    private var promiseFacts: [Fact] {
        [("It promises", true), ("It does not promise", false)].compactMap { label, isHeld in
            let words = promises.filter { $0.isHeld == isHeld }.map {
                "that it \($0.promise.words)"
            }
            return words.isEmpty ? nil : Fact(label, RichText(words.joined(separator: "; ")))
        }
    }

    private var symbolTable: Table {
        Table(
            columns: [Column("Symbol"), Column("Meaning", widthHint: 80)],
            rows: symbols.map { Row([.text($0.symbol), .text($0.meaning)]) })
    }

    private static func table(
        of inputs: [Input], called name: String, lacking standard: String
    ) -> Table {
        Table(
            columns: [
                Column(name), Column("Meaning", widthHint: 44), Column("Unit"),
                Column(standard, widthHint: 24), Column("Values", widthHint: 32),
            ],
            rows: inputs.map { input in
                Row([
                    .text(input.name), .text(input.meaning),
                    input.unit.isEmpty ? .empty : .text(input.unit),
                    .text(input.standard ?? "required"), .text(input.range),
                ])
            }
        ).withoutEmptyColumns
    }
}
