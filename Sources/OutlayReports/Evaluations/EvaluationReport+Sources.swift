import OutlayEconomics
import OutlayEvaluations
import OutlayProblems
import OutlayValues

extension EvaluationReport {
    // MARK: - 11 Assumptions and sources

    func assumptionSection() -> ReportSection? {
        let assumptions = evaluation.study.assumptions.values.sorted { $0.id < $1.id }
        let ranged = result.options.flatMap { option in
            option.option.lines.filter { $0.range != nil }.map { (option.option, $0) }
        }
        guard !assumptions.isEmpty || !ranged.isEmpty else { return nil }
        var blocks: [Block] = []
        if !assumptions.isEmpty {
            blocks.append(
                .table(
                    Table(
                        caption: "Assumptions",
                        columns: [
                            Column("Assumption"), Column("Value", widthHint: 30), Column("Unit"),
                            Column("Range"),
                            Column("Source or reason", widthHint: 50),
                        ], rows: assumptions.map(row))))
        }
        if !ranged.isEmpty {
            blocks.append(
                .table(
                    Table(
                        caption: "Lines with a range",
                        columns: [
                            Column("Option", widthHint: 30), Column("Line", widthHint: 30),
                            Column("Range"),
                            Column("Of"),
                        ],
                        rows: ranged.map { option, line in
                            Row([
                                .text(option.title), .text(line.title),
                                .text(Self.text(of: line.range)),
                                .text(line.range?.subject.rawValue ?? ""),
                            ])
                        })))
        }
        return ReportSection(
            id: "assumptions",
            title: assumptions.count == 1
                ? "One named assumption drives the figures"
                : "\(assumptions.count) named assumptions drive the figures",
            question: "What was taken for granted?", blocks: blocks)
    }

    private func row(of assumption: Assumption) -> Row {
        let values = assumption.steps.map { step in
            step.from.map { "\(step.value) from \($0)" } ?? "\(step.value)"
        }
        let growth = assumption.escalation.ratePerYear
        let value =
            values.joined(separator: ", ")
            + (growth.isZero ? "" : ", \(FigureText.percentage(growth)) more each year")
        let origin =
            assumption.reason ?? assumption.source.flatMap(evaluation.source)?.title ?? ""
        return Row([
            .text(assumption.id), .text(value),
            assumption.unit.isEmpty ? .empty : .text(assumption.unit),
            .text(Self.text(of: assumption.range)), origin.isEmpty ? .empty : .text(origin),
        ])
    }

    private static func text(of range: UncertainRange?) -> String {
        guard let range else { return FigureText.none }
        let ends = "\(range.low) to \(range.high)"
        return range.meaning == .extremes ? ends : "\(ends) (P10 to P90)"
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
                            Column("Valid until"), Column("File or address", widthHint: 40),
                        ], rows: evaluation.sources.map(row))))
        }
        let facts = result.options.flatMap { option in
            option.option.catalogueFacts.map { (option.option, $0) }
        }
        if !facts.isEmpty {
            blocks.append(
                .table(
                    Table(
                        caption: "Taken from catalogues",
                        columns: [
                            Column("Option", widthHint: 26), Column("Used for"),
                            Column("Row", widthHint: 30), Column("Column"), Column("Value"),
                            Column("Unit"), Column("Price date"),
                            Column("Source", widthHint: 36),
                        ], rows: facts.map { row(of: $1, in: $0) })))
        }
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
        (try? rate.value()).map { "\($0.rounded(toPlaces: 6, .halfEven))" } ?? ""
    }

    private func row(of source: Source) -> Row {
        let expired = source.validUntil.map { $0 < result.asOf } ?? false
        let place = source.file ?? source.url
        return Row([
            .text(source.id), .text(source.title),
            source.date.map { .text("\($0)") } ?? .empty,
            source.validUntil.map {
                .text(expired ? "\($0) (expired)" : "\($0)", tone: expired ? .bad : .normal)
            } ?? .empty,
            place.map { .text(source.sha256 == nil ? $0 : "\($0) (sha256 \(source.sha256 ?? ""))") }
                ?? .empty,
        ])
    }

    private func row(of fact: CatalogueFact, in option: PurchaseOption) -> Row {
        Row([
            .text(option.title), .text(fact.use), .text("\(fact.catalogue)/\(fact.row)"),
            .text(fact.column), .text(fact.value), fact.unit.isEmpty ? .empty : .text(fact.unit),
            fact.date.map { .text("\($0)") } ?? .empty,
            fact.source.map { .text($0) } ?? .empty,
        ])
    }
}
