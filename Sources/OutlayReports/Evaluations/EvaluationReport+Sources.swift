import OutlayEconomics
import OutlayEvaluations
import OutlayProblems
import OutlayValues

extension EvaluationReport {
    // MARK: - Assumptions and sources

    func assumptionSection() -> ReportSection? {
        let assumptions = evaluation.study.assumptions.values.sorted { $0.id < $1.id }
        guard !assumptions.isEmpty else { return nil }
        return ReportSection(
            id: "assumptions",
            title: assumptions.count == 1
                ? "One named assumption drives the figures"
                : "\(assumptions.count) named assumptions drive the figures",
            question: "What was taken for granted?",
            blocks: [
                .table(
                    Table(
                        caption: "Assumptions",
                        columns: [
                            Column("Assumption"), Column("Value", widthHint: 40), Column("Unit"),
                            Column("Range", widthHint: 24),
                            Column("Source or reason", widthHint: 50),
                        ], rows: assumptions.map(row)))
            ])
    }

    private func row(of assumption: Assumption) -> Row {
        let steps = assumption.steps.map { step in
            FigureText.asStated.text(of: step.value) + (step.from.map { " from \($0)" } ?? "")
        }
        var value = steps.joined(separator: ", ")
        if !assumption.escalation.ratePerYear.isZero {
            value += ", " + assumption.escalation.inWords(FigureText.asStated)
        }
        let isChanged = provenance.overrides.contains {
            $0.hasPrefix(assumption.id + "=") || $0.hasPrefix(assumption.id + ".")
        }
        if isChanged { value += " (changed for this run)" }
        let source = assumption.source.map { evaluation.source($0)?.title ?? $0 }
        let origin = [source, assumption.reason].compactMap(\.self).joined(separator: ": ")
        return Row([
            .text(assumption.id), .text(value, tone: isChanged ? .strong : .normal),
            assumption.unit.isEmpty ? .empty : .text(assumption.unit),
            assumption.range.map { .text(FigureText.inWords($0)) } ?? .empty,
            origin.isEmpty ? .empty : .text(origin),
        ])
    }

    func sourceSection() -> ReportSection? {
        var blocks: [Block] = []
        if !evaluation.sources.isEmpty {
            blocks.append(
                .table(
                    Table(
                        caption: "Sources",
                        columns: [
                            Column("Source"), Column("Title", widthHint: 40), Column("Date"),
                            Column("Valid until", widthHint: 22),
                            Column("File or address", widthHint: 40),
                            Column("SHA-256", widthHint: 34),
                        ], rows: evaluation.sources.map(row)
                    ).withoutEmptyColumns))
        }
        if let table = catalogueTable() { blocks.append(.table(table)) }
        if !evaluation.exchangeRates.isEmpty {
            blocks.append(
                .list(
                    evaluation.exchangeRates.map { rate in
                        RichText(
                            "1 \(rate.from.code) = \(Self.text(of: rate)) \(rate.to.code) on "
                                + "\(rate.date), \(rate.source)")
                    }))
        }
        guard !blocks.isEmpty else { return nil }
        return ReportSection(
            id: "sources", title: "Where the figures come from",
            question: "Can each number be traced?", blocks: blocks)
    }

    private static func text(of rate: ExchangeRate) -> String {
        (try? rate.value()).map { "\($0.rounded(toPlaces: 8, .halfEven))" } ?? ""
    }

    private func row(of source: Source) -> Row {
        let expired = source.validUntil.map { $0 < result.asOf } ?? false
        let places = [source.file, source.url].compactMap(\.self)
        return Row([
            .text(source.id), .text(source.title),
            source.date.map { .text("\($0)") } ?? .empty,
            source.validUntil.map {
                .text(expired ? "\($0) (expired)" : "\($0)", tone: expired ? .bad : .normal)
            } ?? .empty,
            places.isEmpty ? .empty : .text(places.joined(separator: ", ")),
            source.sha256.map { .text($0) } ?? .empty,
        ])
    }

    /// Every catalogue cell that a figure rests on, under the option that uses it.
    private func catalogueTable() -> Table? {
        var rows: [Row] = []
        for option in result.options.map(\.option) where !option.catalogueFacts.isEmpty {
            rows.append(
                Row([.text(option.title)] + Array(repeating: .empty, count: 6), style: .header))
            rows += option.catalogueFacts.map(row)
        }
        guard !rows.isEmpty else { return nil }
        return Table(
            caption: "Taken from catalogues",
            columns: [
                Column("Used for", widthHint: 22), Column("Row", widthHint: 34),
                Column("Column", widthHint: 28), Column("Value", widthHint: 20),
                Column("Unit", widthHint: 16), Column("Price date"),
                Column("Source", widthHint: 36),
            ], rows: rows)
    }

    private func row(of fact: CatalogueFact) -> Row {
        Row([
            .text(fact.use), .text("\(fact.catalogue)/\(fact.row)"), .text(fact.column),
            .text(fact.value), fact.unit.isEmpty ? .empty : .text(fact.unit),
            fact.date.map { .text("\($0)") } ?? .empty,
            fact.source.map { .text($0) } ?? .empty,
        ])
    }
}
