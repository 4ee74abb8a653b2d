import OutlayEconomics
import OutlayEncoding

/// What readers see of a financial function: its answers, its page, and the list of all.
package enum FunctionPage {
    /// Returns one answer for people.
    package static func report(
        of answer: FunctionAnswer, by descriptor: FunctionDescriptor
    ) -> Report {
        let rows = descriptor.results.compactMap { result -> Row? in
            guard let figure = answer[result.name] else { return nil }
            if case .table = figure { return nil }
            return Row([
                .text(result.name), FigureForms.cell(figure, unit: result.unit),
                .text(result.meaning + (result.unit.isEmpty ? "" : ", \(result.unit)")),
            ])
        }
        var blocks: [Block] = []
        if !rows.isEmpty {
            blocks.append(
                .table(
                    Table(
                        columns: [
                            Column("Figure"), .number("Value"), Column("Meaning", widthHint: 48),
                        ],
                        rows: rows)))
        }
        for result in descriptor.results {
            guard case .table(let columns, let rows)? = answer[result.name] else { continue }
            blocks.append(.table(table(result, columns, rows)))
        }
        var facts = [Fact("Formula", RichText(descriptor.formula))]
        if !answer.conventions.isEmpty {
            facts.insert(
                Fact("Convention", RichText(answer.conventions.joined(separator: "; "))), at: 0)
        }
        return Report(
            title: descriptor.title, subtitle: descriptor.identifier,
            summary: blocks + [.facts(facts)])
    }

    private static func table(
        _ result: FunctionResult, _ columns: [String], _ rows: [[FunctionFigure]]
    ) -> Table {
        Table(
            caption: result.meaning,
            columns: [Column.number("Period")] + columns.map { Column.number($0) },
            rows: rows.enumerated().map { index, cells in
                Row(
                    [.number(shown: "\(index + 1)", data: "\(index + 1)")]
                        + cells.map { FigureForms.cell($0, unit: "money") })
            })
    }

    /// Returns one answer for programs.
    package static func json(
        of answer: FunctionAnswer, by descriptor: FunctionDescriptor
    ) -> JSONValue {
        [
            "function": .string(descriptor.identifier),
            "title": .string(descriptor.title),
            "conventions": .array(answer.conventions.map { .string($0) }),
            "formula": .string(descriptor.formula),
            "answers": .array([self.answer(answer, named: nil, problem: nil)]),
        ]
    }

    /// One of several streams or rows, and what became of it.
    package struct NamedAnswer {
        /// The row or column.
        package var name: String
        /// Its figures, or nil where there are none.
        package var answer: FunctionAnswer?
        /// Why there are none, or nil.
        package var problem: String?

        /// Creates an answer.
        package init(name: String, answer: FunctionAnswer?, problem: String?) {
            self.name = name
            self.answer = answer
            self.problem = problem
        }
    }

    /// Returns several answers for people, one to a row.
    package static func report(
        of answers: [NamedAnswer], by descriptor: FunctionDescriptor
    ) -> Report {
        let conventions = answers.compactMap(\.answer).first?.conventions ?? []
        let table = Table(
            columns: [Column("Row")] + descriptor.results.map { Column.number($0.name) }
                + [Column("Remark", widthHint: 40)],
            rows: answers.map { named in
                Row(
                    [.text(named.name)]
                        + descriptor.results.map { result in
                            named.answer?[result.name].map {
                                FigureForms.cell($0, unit: result.unit)
                            } ?? .empty
                        } + [
                            named.problem.map { .text($0) }
                                ?? named.answer?.findings.first.map { .text($0.summary) } ?? .empty
                        ])
            })
        return Report(
            title: descriptor.title, subtitle: descriptor.identifier,
            summary: [
                .table(table.rows.isEmpty ? table : table),
                .facts(
                    (conventions.isEmpty
                        ? [] : [Fact("Convention", RichText(conventions.joined(separator: "; ")))])
                        + [Fact("Formula", RichText(descriptor.formula))]),
            ])
    }

    /// Returns several answers for programs.
    package static func json(
        of answers: [NamedAnswer], by descriptor: FunctionDescriptor
    ) -> JSONValue {
        [
            "function": .string(descriptor.identifier),
            "title": .string(descriptor.title),
            "conventions": .array(
                (answers.compactMap(\.answer).first?.conventions ?? []).map { .string($0) }),
            "formula": .string(descriptor.formula),
            "answers": .array(
                answers.map { answer($0.answer, named: $0.name, problem: $0.problem) }),
        ]
    }

    private static func answer(
        _ answer: FunctionAnswer?, named name: String?, problem: String?
    ) -> JSONValue {
        var figures = JSONObject()
        for (name, figure) in answer?.figures ?? [] { figures[name] = value(figure) }
        return [
            "name": .string(orNull: name), "figures": .object(figures),
            "problem": .string(orNull: problem),
        ]
    }

    private static func value(_ figure: FunctionFigure) -> JSONValue {
        switch figure {
        case .list(let figures): .array(figures.map(value))
        case .table(let columns, let rows):
            .array(
                rows.map { row in
                    var object = JSONObject()
                    for (column, figure) in zip(columns, row) { object[column] = value(figure) }
                    return .object(object)
                })
        default: .string(orNull: FigureForms.data(figure))
        }
    }
}

extension FunctionPage {
    /// Returns the page on a function for people.
    package static func report(on descriptor: FunctionDescriptor) -> Report {
        let inputs = Table(
            columns: [
                Column("Input"), Column("Meaning", widthHint: 36), Column("Values", widthHint: 36),
                Column("Without it", widthHint: 24),
            ],
            rows: descriptor.inputs.map { input in
                Row([
                    .text(input.name),
                    .text(input.meaning + (input.unit.isEmpty ? "" : ", \(input.unit)")),
                    .text(input.kind.range), .text(presence(input)),
                ])
            })
        let results = Table(
            columns: [Column("Figure"), Column("Meaning", widthHint: 60)],
            rows: descriptor.results.map {
                Row([.text($0.name), .text($0.meaning + ($0.unit.isEmpty ? "" : ", \($0.unit)"))])
            })
        return Report(
            title: descriptor.title, subtitle: descriptor.identifier,
            summary: [
                .paragraph(RichText(descriptor.summary)),
                .facts([
                    Fact("Formula", RichText(descriptor.formula)),
                    Fact("Source", RichText(descriptor.source)),
                ]),
            ],
            sections: [
                ReportSection(id: "inputs", title: "What it takes", blocks: [.table(inputs)]),
                ReportSection(id: "results", title: "What it gives", blocks: [.table(results)]),
                ReportSection(
                    id: "examples", title: "Worked examples",
                    blocks: descriptor.examples.flatMap { example in
                        [
                            .paragraph(RichText(example.origin)),
                            .list([
                                .code(commandLine(descriptor, example)),
                                RichText(
                                    example.figures.map { figure in
                                        "\(figure.name) = "
                                            + (FigureForms.data(figure.value) ?? "never")
                                    }.joined(separator: "; ")),
                            ]),
                        ] as [Block]
                    }),
            ])
    }

    /// Returns the page on a function for programs.
    package static func json(on descriptor: FunctionDescriptor) -> JSONValue {
        [
            "name": .string(descriptor.identifier), "title": .string(descriptor.title),
            "group": .string(descriptor.group.rawValue), "summary": .string(descriptor.summary),
            "formula": .string(descriptor.formula), "source": .string(descriptor.source),
            "inputs": .array(
                descriptor.inputs.map { input in
                    [
                        "name": .string(input.name), "meaning": .string(input.meaning),
                        "unit": .string(input.unit), "values": .string(input.kind.range),
                        "default": .string(
                            orNull: input.presence == .required ? nil : presence(input)),
                    ]
                }),
            "results": .array(
                descriptor.results.map {
                    [
                        "name": .string($0.name), "meaning": .string($0.meaning),
                        "unit": .string($0.unit),
                    ]
                }),
            "examples": .array(
                descriptor.examples.map { example in
                    var figures = JSONObject()
                    for (name, figure) in example.figures { figures[name] = value(figure) }
                    return [
                        "origin": .string(example.origin),
                        "command": .string(commandLine(descriptor, example)),
                        "figures": .object(figures),
                    ]
                }),
        ]
    }

    private static func presence(_ input: FunctionInput) -> String {
        switch input.presence {
        case .required: "required"
        case .optional(let standard): standard
        }
    }

    /// Returns the command line of an example.
    package static func commandLine(
        _ descriptor: FunctionDescriptor, _ example: FunctionExample
    ) -> String {
        let bare = descriptor.bareNumbers?.name
        let named = example.inputs.filter { $0.name != bare }.map { input in
            input.text.contains(" ") && !input.text.contains(where: \.isNumber)
                ? "--\(input.name) '\(input.text)'" : "--\(input.name) \(input.text)"
        }
        let numbers = example.inputs.first { $0.name == bare }.map { "-- \($0.text)" }
        return (["outlay calc \(descriptor.identifier)"] + named + [numbers].compactMap(\.self))
            .joined(separator: " ")
    }

    /// Returns the list of all functions for people.
    package static func list() -> Report {
        Report(
            title: "Financial functions",
            subtitle: "`outlay calc NAME --explain` has inputs, formula, source and example",
            summary: FunctionGroup.allCases.compactMap { group in
                let functions = AllFunctions.descriptors.filter { $0.group == group }
                guard !functions.isEmpty else { return nil }
                return .table(
                    Table(
                        caption: group.title,
                        columns: [
                            Column("Name"), Column("Title", widthHint: 30),
                            Column("What it answers", widthHint: 72),
                        ],
                        rows: functions.map {
                            Row([.text($0.identifier), .text($0.title), .text($0.summary)])
                        }))
            })
    }

    /// Returns the list of all functions for programs.
    package static func listJSON() -> JSONValue {
        [
            "functions": .array(
                AllFunctions.descriptors.map {
                    [
                        "name": .string($0.identifier), "title": .string($0.title),
                        "group": .string($0.group.rawValue), "summary": .string($0.summary),
                    ]
                })
        ]
    }
}
