import OutlayDecisions
import OutlayEvaluations

/// What a result says of the weights that would change its first rank.
struct StabilityFindings {
    let table: ValueTable
    let stability: WeightStability
    private let result: EvaluationResult

    /// Looks at the weights of `result`; nil where there is no table of values, or only one option or criterion
    /// in it.
    init?(_ result: EvaluationResult) {
        guard let (table, stability) = result.weightStability, table.options.count > 1,
            table.criteria.count > 1
        else { return nil }
        self.result = result
        self.table = table
        self.stability = stability
    }

    /// Which weights would change rank 1 by value, as a sentence without full stop.
    var sentence: String {
        result.method == nil ? valueSentence : "By additive value: " + valueSentence
    }

    private var valueSentence: String {
        let first = zip(table.options, table.ranks).filter { $0.1 == 1 }
            .map { title(ofOption: $0.0) }
        if first.count > 1 {
            return "\(first.list("and")) share rank 1, so that any change of a weight may part them"
        }
        let (limits, missing) = (limits, UncertainValue.all(in: result.decision))
        return
            (limits.isEmpty
            ? "No change of one weight takes rank 1 from \(first.first ?? "")"
            : "Rank 1 changes only if " + limits.list("or"))
            + (missing.isEmpty ? "" : "; what is missing counts as worst")
    }

    /// Each way in which one weight would change rank 1: `exit_time weighs more than 38 (now 10)`.
    private var limits: [String] {
        zip(table.criteria, stability.criteria).flatMap { criterion, interval in
            [(interval.below, "less"), (interval.above, "more")].compactMap { crossover, word in
                crossover.map {
                    let (limit, now) = Self.shown($0.weight, besides: interval.weight)
                    return "\(criterion) weighs \(word) than \(limit) (now \(now))"
                }
            }
        }
    }

    /// Returns two different weights in hundredths with as few decimals as tell them apart, at most 4.
    static func shown(_ weight: Double, besides other: Double) -> (String, String) {
        for places in 0..<4 {
            let texts = (
                FigureText.shown(100 * weight, places: places),
                FigureText.shown(100 * other, places: places)
            )
            let isExact = abs(100 * other - (100 * other).rounded()) < 1e-9 || places > 0
            if texts.0 != texts.1, isExact { return texts }
        }
        return (
            FigureText.shown(100 * weight, places: 4), FigureText.shown(100 * other, places: 4)
        )
    }

    /// The weights, the range that keeps rank 1, the one that keeps every rank, and who takes over.
    var weightTable: Table {
        Table(
            caption: "Weights in hundredths, and how far each may move while the others keep their "
                + "proportions",
            columns: [
                Column("Criterion", widthHint: 26), .number("Weight"),
                .number("keeps rank 1 from"), .number("to"),
                Column("Below it leads", widthHint: 24), Column("Above it leads", widthHint: 24),
                .number("keeps all ranks from"), .number("to"),
            ],
            rows: zip(table.criteria, stability.criteria).map { criterion, interval in
                Row([
                    .text(criterion), Self.cell(interval.weight),
                    Self.cell(interval.keepsWinner.lowerBound),
                    Self.cell(interval.keepsWinner.upperBound),
                    titleCell(interval.below), titleCell(interval.above),
                    Self.cell(interval.keepsRanking.lowerBound),
                    Self.cell(interval.keepsRanking.upperBound),
                ])
            })
    }

    /// The criterion that the chart shows: the one whose weight is nearest to a change of rank 1, of equals
    /// the first; else the heaviest.
    private var charted: Int {
        let distances = stability.criteria.enumerated().compactMap { index, interval in
            [interval.below, interval.above].compactMap(\.self)
                .map { (abs($0.weight - interval.weight) * 1e9).rounded() }.min()
                .map { (index: index, size: $0) }
        }
        if let nearest = distances.min(by: { $0.size < $1.size }) { return nearest.index }
        return table.weights.indices.max { table.weights[$0] < table.weights[$1] } ?? 0
    }

    /// The values of the options over every weight of one criterion; nil where the others weigh nothing.
    func chart(series: (OptionResult) -> Int) -> LineChart? {
        guard let lines = WeightLines(table, criterion: charted) else { return nil }
        let criterion = table.criteria[charted]
        let steps = (0...10).map { Double($0) / 10 }
        return LineChart(
            title: "Value as the weight of \(criterion) runs from 0 to 100 % (now "
                + "\(FigureText.percentage(lines.weight, places: 0)))",
            summary: sentence + ".",
            periods: steps.map { FigureText.percentage($0) },
            lines: zip(table.options, lines.lines).compactMap { id, line in
                result.option(id).map { option in
                    LineChart.Line(
                        option.option.title, values: steps.map { line.score(at: $0) },
                        series: series(option))
                }
            }, measure: .points)
    }

    private func title(ofOption id: String) -> String {
        result.option(id)?.option.title ?? id
    }

    private func titleCell(_ crossover: WeightStability.Crossover?) -> Cell {
        crossover.map { .text(title(ofOption: table.options[$0.option])) } ?? .empty
    }

    /// Returns a weight as people write it, in hundredths; programs get the fraction.
    static func cell(_ weight: Double) -> Cell {
        .number(
            shown: FigureText.shown(100 * weight, places: 1),
            data: FigureText.data(weight, places: 6))
    }
}
