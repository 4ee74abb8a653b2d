import OutlayEvaluations
import OutlayProblems
import OutlayValues

extension EvaluationDifference {
    /// What differs, as `outlay diff` prints it: what it means for the choice first.
    ///
    /// - Parameter versions: What the two are called, such as `main:helpdesk.yaml`.
    /// - Returns: A report for any ``ReportFormat``.
    public func report(_ versions: (before: String, after: String)) -> Report {
        Report(
            title: "What changed in \(after.evaluation.title)",
            subtitle: [
                "\(versions.before) → \(versions.after)", currencies, "as of \(after.asOf)",
            ].joined(separator: " · "),
            summary: isEmpty
                ? [.paragraph("There are no differences in meaning.")]
                : [.list(headlines.map { RichText($0) })],
            sections: isEmpty
                ? [] : [figureSection, lineSection, changeSection].compactMap(\.self))
    }

    private var currencies: String {
        let codes = [before, after].map(\.evaluation.study.currency.code)
        return codes[0] == codes[1] ? codes[0] : "\(codes[0]) → \(codes[1])"
    }

    // MARK: - What it means

    /// Rank 1 and the recommendation, then the costs that changed, one sentence each.
    private var headlines: [String] {
        var lines = [firstSentence, recommendationSentence].compactMap(\.self)
        let evaluations = [before, after].map(\.evaluation)
        let horizons = evaluations.map(\.study.horizon)
        if horizons[0].years != horizons[1].years {
            lines.append(
                "Costs are those of \(Self.years(horizons[1].years)); they were those of "
                    + "\(Self.years(horizons[0].years)).")
        }
        for option in options {
            switch option.presence {
            case .added: lines.append("\(option.title) is new.")
            case .removed: lines.append("\(option.title) is gone, or no longer evaluated.")
            case .both:
                let cost = option.figures.first { $0.name.parts.last == .word("tco") }
                guard let cost, cost.isChanged, let more = cost.difference?.number else { continue }
                lines.append(
                    "\(option.title) costs \(Self.amount(more, cost)) "
                        + (more.doubleValue < 0 ? "less" : "more") + " over its life.")
            }
        }
        if lines.count == 1, options.allSatisfy(\.isEmpty) {
            lines.append("No figure differs.")
        }
        return lines
    }

    private static func years(_ count: Int) -> String { count == 1 ? "one year" : "\(count) years" }

    private static func amount(_ number: FigureNumber, _ figure: FigureDifference) -> String {
        guard case .money(let currency)? = figure.after?.unit else { return "" }
        return currency.code + FigureText.noBreakSpace
            + FigureText.shown(
                number.doubleValue.magnitude, places: currency.minorUnitPlaces)
    }

    private var firstSentence: String {
        func names(_ result: EvaluationResult) -> String {
            let titles = result.leaders.map(\.option.title)
            return titles.isEmpty ? "nobody" : titles.list("and")
        }
        return changesFirst
            ? "Rank 1 goes from \(names(before)) to \(names(after))."
            : "Rank 1 stays with \(names(after))."
    }

    private var recommendationSentence: String? {
        func title(_ result: EvaluationResult) -> String? {
            result.evaluation.recommendation.map { recommendation in
                result.evaluation.options.first { $0.id == recommendation.option }?.title
                    ?? recommendation.option
            }
        }
        let (old, new) = (title(before), title(after))
        let options = [before, after].map(\.evaluation.recommendation?.option)
        guard options[0] == options[1] else {
            return "The recommendation goes from \(old ?? "none") to \(new ?? "none")."
        }
        guard let new else { return nil }
        switch (before.recommended != nil, after.recommended != nil) {
        case (true, false): return "\(new), still recommended, is no longer eligible."
        case (false, true): return "\(new), already recommended, is now eligible."
        default: return nil
        }
    }

    // MARK: - Figures

    private var figureSection: ReportSection? {
        var rows: [Row] = []
        for option in options where !option.isEmpty {
            rows.append(
                Row([.text(heading(of: option)), .empty, .empty, .empty], style: .header))
            rows += option.figures.filter { $0.isChanged || option.presence != .both }.map {
                figure in
                Row([
                    .text(figure.title), figure.before?.cell ?? .empty,
                    figure.after?.cell ?? .empty,
                    figure.difference.map(Self.signed) ?? .empty,
                ])
            }
        }
        guard !rows.isEmpty else { return nil }
        let same = options.filter(\.isEmpty).map(\.title)
        return ReportSection(
            id: "figures", title: "What follows for each option",
            blocks: [
                .table(
                    Table(
                        columns: [
                            Column("Figure", widthHint: 34), .number("Before"), .number("After"),
                            .number("Difference"),
                        ], rows: rows,
                        note: same.isEmpty ? nil : "Nothing differs for \(same.list("and"))."))
            ])
    }

    private func heading(of option: OptionDifference) -> String {
        switch option.presence {
        case .both: option.title
        case .added: "\(option.title) (new)"
        case .removed: "\(option.title) (gone)"
        }
    }

    private static func signed(_ value: FigureValue) -> Cell {
        guard let number = value.number, let data = value.data else { return .text(value.shown) }
        let places: Int
        switch value.unit {
        case .money(let currency): places = currency.minorUnitPlaces
        case .points: places = 1
        default: places = 4
        }
        return .number(
            shown: FigureText.shown(number.doubleValue, places: places, sign: .both), data: data)
    }

    // MARK: - Lines

    private var lineSection: ReportSection? {
        let blocks = options.filter { !$0.lines.isEmpty }.map { Block.table(table(of: $0)) }
        guard !blocks.isEmpty else { return nil }
        return ReportSection(
            id: "lines", title: "By which lines the total costs changed, as present values",
            blocks: blocks)
    }

    private func table(of option: OptionDifference) -> Table {
        let currency = after.evaluation.study.currency
        func cell(_ value: Double?) -> Cell {
            value.map {
                .number($0, places: currency.minorUnitPlaces, dataPlaces: currency.minorUnitPlaces)
            } ?? .empty
        }
        let cost = option.figures.first { $0.name.parts.last == .word("tco") }
        let rows = option.lines.map { line in
            Row([
                .text(line.id), cell(line.before), cell(line.after),
                .money(line.difference, places: currency.minorUnitPlaces, sign: .both),
                .text(line.reasons.joined(separator: "; ")),
            ])
        }
        return Table(
            caption: "\(option.title), \(currency.code)",
            columns: [
                Column("Line", widthHint: 24), .number("Before"), .number("After"),
                .number("Difference"), Column("Because", widthHint: 60),
            ],
            rows: rows + [
                Row(
                    [
                        .text("TCO"), cost?.before?.cell ?? .empty, cost?.after?.cell ?? .empty,
                        cost?.difference.map(Self.signed) ?? .empty, .text(""),
                    ], style: .total)
            ], note: "The differences of the lines sum to that of the total cost.")
    }

    // MARK: - Statements

    private var changeSection: ReportSection? {
        guard !changes.isEmpty else { return nil }
        let count = changes.count
        return ReportSection(
            id: "changes",
            title: (count == 1 ? "One thing is" : "\(count) things are") + " stated otherwise",
            blocks: [
                .table(
                    Table(
                        columns: [
                            Column("Kind"), Column("What", widthHint: 34),
                            Column("Before", widthHint: 36), Column("After", widthHint: 36),
                        ],
                        rows: changes.map { change in
                            Row([
                                .text(change.kind),
                                .text(
                                    [change.subject, change.field].filter { !$0.isEmpty }
                                        .joined(separator: ", ")),
                                change.before.map { .text($0) } ?? .empty,
                                change.after.map { .text($0) } ?? .empty,
                            ])
                        }))
            ])
    }
}
