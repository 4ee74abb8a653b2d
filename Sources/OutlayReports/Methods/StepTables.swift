import OutlayDecisions
import OutlayEncoding

/// The figures on the way to a method's scores, as tables and for programs.
package struct StepTables: Sendable {
    /// One option that is shown: its index in the steps, and its name.
    package typealias Shown = (index: Int, name: String)

    private let steps: [MethodStep]
    private let criteria: [String]
    private let shown: [Shown]
    private let optionCount: Int

    /// Prepares `steps`.
    ///
    /// - Parameters:
    ///   - steps: The steps of a method, in its order.
    ///   - criteria: The names of all criteria.
    ///   - shown: The options that are shown, in order.
    ///   - optionCount: How many options the steps are of.
    package init(_ steps: [MethodStep], criteria: [String], shown: [Shown], optionCount: Int) {
        self.steps = steps
        self.criteria = criteria
        self.shown = shown
        self.optionCount = optionCount
    }

    /// One table per step; steps that follow each other and are of the same things share one.
    package var blocks: [Block] {
        var runs: [[MethodStep]] = []
        for step in steps {
            if let last = runs.last?.last, last.content.sharesTable(with: step.content) {
                runs[runs.count - 1].append(step)
            } else {
                runs.append([step])
            }
        }
        return runs.map { .table(table(of: $0)) }
    }

    /// The steps for programs: the rows of each are those of ``rowNames``, one row where it is of criteria.
    package var json: JSONValue {
        .array(
            steps.map { step in
                let places = max(6, Self.places(for: step.content.figures))
                let rows = rows(of: step.content).map { row in
                    JSONValue.strings(row.map { FigureText.data($0 ?? .nan, places: places) })
                }
                return [
                    "symbol": .string(step.symbol), "title": .string(step.title),
                    "of": .string(step.content.name), "rows": .array(rows),
                ]
            })
    }

    /// The names of the options that are shown.
    package var rowNames: [String] { shown.map(\.name) }

    /// The words that say what a step is of.
    package static let kinds = ["cells", "options", "criteria", "pairs", "number"]

    /// Returns how many decimals show four digits of the largest figure, one at least.
    package static func places(for figures: [Double]) -> Int {
        let largest = figures.lazy.filter(\.isFinite).map(\.magnitude).max() ?? 0
        var (places, limit) = (1, 100.0)
        while largest < limit, places < (largest == 0 ? 4 : 12) {
            places += 1
            limit /= 10
        }
        return places
    }

    /// Returns how many decimals show scores: four, or more where all are small.
    package static func scorePlaces(for scores: [Double]) -> Int { max(4, places(for: scores)) }

    private func table(of run: [MethodStep]) -> Table {
        let caption = run.map { "\($0.symbol): \($0.title)" }.joined(separator: "; ")
        switch run[0].content {
        case .cells, .pairs:
            let columns =
                if case .pairs = run[0].content { shown.map(\.name) } else { criteria }
            let places = Self.places(for: run[0].content.figures)
            return Table(
                caption: caption,
                columns: [Column("", widthHint: 40)]
                    + columns.map { Column($0, .end, widthHint: 16) },
                rows: zip(shown, rows(of: run[0].content)).map { option, figures in
                    Row([.text(option.name)] + figures.map { Self.cell($0, places) })
                }, note: omission)
        case .options:
            let places = run.map { Self.places(for: $0.content.figures) }
            let figures = run.map { rows(of: $0.content).map { $0[0] } }
            return Table(
                caption: caption,
                columns: [Column("", widthHint: 40)] + run.map { .number($0.symbol) },
                rows: shown.indices.map { row in
                    Row(
                        [.text(shown[row].name)]
                            + run.indices.map { Self.cell(figures[$0][row], places[$0]) })
                }, note: omission)
        case .criteria:
            return Table(
                caption: caption,
                columns: [Column("")] + criteria.map { Column($0, .end, widthHint: 16) },
                rows: run.map { step in
                    let places = Self.places(for: step.content.figures)
                    return Row(
                        [.text(step.symbol)]
                            + rows(of: step.content)[0].map { Self.cell($0, places) })
                })
        case .number:
            return Table(
                caption: caption, columns: [Column("Symbol"), .number("Figure")],
                rows: run.map { step in
                    let figures = step.content.figures
                    return Row([
                        .text(step.symbol), Self.cell(figures.first, Self.places(for: figures)),
                    ])
                })
        }
    }

    /// What is left out, where something is.
    private var omission: String? {
        shown.count < optionCount ? "Only \(shown.count) of \(optionCount) are shown." : nil
    }

    /// The figures that are shown; nil where a step has none.
    private func rows(of content: MethodStep.Content) -> [[Double?]] {
        func figure(_ figures: [Double], _ index: Int) -> Double? {
            figures.indices.contains(index) ? figures[index] : nil
        }
        switch content {
        case .cells(let figures):
            return shown.map { option in
                criteria.indices.map { figure(figures, option.index * criteria.count + $0) }
            }
        case .pairs(let figures):
            return shown.map { first in
                shown.map { figure(figures, first.index * optionCount + $0.index) }
            }
        case .options(let figures): return shown.map { [figure(figures, $0.index)] }
        case .criteria(let figures): return [criteria.indices.map { figure(figures, $0) }]
        case .number(let figure): return [[figure]]
        }
    }

    private static func cell(_ figure: Double?, _ places: Int) -> Cell {
        guard let figure, figure.isFinite else { return .empty }
        return .number(figure, places: places, dataPlaces: max(6, places))
    }
}

extension MethodStep.Content {
    fileprivate var figures: [Double] {
        switch self {
        case .cells(let figures), .options(let figures), .criteria(let figures),
            .pairs(let figures):
            figures
        case .number(let figure): [figure]
        }
    }

    /// The word for what the step is of.
    fileprivate var name: String {
        switch self {
        case .cells: "cells"
        case .options: "options"
        case .criteria: "criteria"
        case .pairs: "pairs"
        case .number: "number"
        }
    }

    /// Whether the step stands in one table with `next`.
    fileprivate func sharesTable(with next: MethodStep.Content) -> Bool {
        switch (self, next) {
        case (.options, .options), (.criteria, .criteria), (.number, .number): true
        default: false
        }
    }
}
