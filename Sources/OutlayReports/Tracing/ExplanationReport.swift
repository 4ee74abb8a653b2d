import OutlayEvaluations
import OutlayProblems
import OutlayValues

extension EvaluationResult {
    /// How a figure comes about, as `outlay why` prints it.
    public func explanationReport(_ tree: ExplanationTree) -> Report {
        let explanation = tree.explanation
        let value = explanation.value
        var finding = "\(explanation.name) is \(value.money)\(value.shown)"
        if let rounded = value.rounded, rounded != value.shown {
            finding += ", shown as \(rounded)"
        }
        var sections: [ReportSection] = []
        if let table = sourceTable(tree.figures) {
            sections.append(
                ReportSection(id: "sources", title: "What it rests on", blocks: [.table(table)]))
        }
        let notes = notes(of: tree.figures)
        if !notes.isEmpty {
            sections.append(
                ReportSection(
                    id: "conventions", title: "Conventions",
                    blocks: [.list(notes.map { RichText($0) })]))
        }
        return Report(
            title: explanation.title.capitalizedFirst, subtitle: settingText,
            summary: [
                .paragraph(RichText(finding + ".")),
                .outline(Outline([item(tree)])),
            ] + (tree.isDeep ? [] : [.paragraph(RichText(Self.moreText))]), sections: sections)
    }

    private static let moreText =
        "Figures with parts that are not shown can be asked for by their names, or all at once with "
        + "`--all`."

    /// Returns an item for a figure, with those of its parts.
    private func item(_ tree: ExplanationTree) -> Outline.Item {
        Outline.Item(
            tree.explanation.name.description, tree.explanation.value.cell,
            texts: ExplanationText(tree.explanation).lines.map { RichText($0) },
            items: tree.branches.map { item($0.tree) })
    }

    private func notes(of figures: [Explanation]) -> [String] {
        var notes: [String] = []
        for note in figures.flatMap(\.notes) where !notes.contains(note) { notes.append(note) }
        return notes
    }

    /// Returns the sources of some figures, each once, or nil where they have none.
    private func sourceTable(_ figures: [Explanation]) -> Table? {
        var sources: [Source] = []
        for case .source(let source) in figures.flatMap(\.origins) where !sources.contains(source) {
            sources.append(source)
        }
        guard !sources.isEmpty else { return nil }
        return Table(
            columns: [
                Column("Source"), Column("Title", widthHint: 40), Column("Date"),
                Column("Valid until", widthHint: 22), Column("File or address", widthHint: 40),
                Column("SHA-256", widthHint: 34),
            ],
            rows: sources.map { source in
                let isExpired = source.validUntil.map { $0 < asOf } ?? false
                let places = [source.file, source.url].compactMap(\.self)
                return Row([
                    .text(source.id), .text(source.title),
                    source.date.map { .text("\($0)") } ?? .empty,
                    source.validUntil.map {
                        .text(
                            isExpired ? "\($0) (expired)" : "\($0)",
                            tone: isExpired ? .bad : .normal)
                    } ?? .empty,
                    places.isEmpty ? .empty : .text(places.joined(separator: ", ")),
                    source.sha256.map { .text($0) } ?? .empty,
                ])
            }
        ).withoutEmptyColumns
    }

    /// The names of all figures, as `outlay why` prints them without one.
    ///
    /// - Parameters:
    ///   - index: The figures.
    ///   - isComplete: Whether those that no table shows are listed too.
    /// - Returns: A report with one table.
    /// - Throws: ``ProblemCode/overflow`` when a sum needs more than 38 digits.
    public func figureListReport(
        _ index: FigureIndex, isComplete: Bool
    ) throws(Problem) -> Report {
        let shown = index.figures.filter { isComplete || $0.isPrinted }
        var rows: [Row] = []
        for figure in shown {
            let value = try figure.explanation().value
            rows.append(
                Row([.text(figure.name.description), value.cell, .text(figure.title)]))
        }
        let left = index.figures.count - shown.count
        return Report(
            title: "Figures of \(evaluation.title)", subtitle: settingText,
            summary: [
                .table(
                    Table(
                        columns: [
                            Column("Figure"), .number("Value"), Column("What it is", widthHint: 64),
                        ], rows: rows,
                        note: left == 0
                            ? nil
                            : "\(left) more stand between these and the document; `--all` lists them."
                    ))
            ])
    }
}

extension FigureValue {
    /// The currency before an amount.
    fileprivate var money: String {
        if case .money(let currency) = unit, number != nil {
            return currency.code + FigureText.noBreakSpace
        }
        return ""
    }
}

extension ExplanationTree {
    /// Whether nothing was left out.
    fileprivate var isDeep: Bool { !isCut && branches.allSatisfy(\.tree.isDeep) }
}
