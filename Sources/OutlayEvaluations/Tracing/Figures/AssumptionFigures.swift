import OutlayEconomics
import OutlayProblems
import OutlayValues

/// The named numbers that drive the lines: as stated, and in each year.
enum AssumptionFigures: FigureFamily {
    static func figures(of result: EvaluationResult) throws(Problem) -> [Figure] {
        let evaluation = result.evaluation
        // An option may be looked at over more years than the others.
        let last = result.options.map(\.economics.study.horizon.years).max() ?? 0
        let columns = 0...max(last, evaluation.study.horizon.years)
        return evaluation.study.assumptions.values.sorted { $0.id < $1.id }.flatMap { assumption in
            [stated(assumption, evaluation)]
                + columns.map { inYear(assumption, $0, evaluation) }
        }
    }

    /// Returns the value of an assumption in a year as a part of a formula.
    static func part(
        _ id: String, _ value: ExactDecimal, in column: Int, of evaluation: Evaluation
    ) -> Explanation.Part {
        // Within a year another step may hold; then only the number is shown.
        let assumption = evaluation.study.assumptions[id]
        let years = StudyYears(evaluation.study)
        let isYears = assumption.flatMap { try? self.value($0, in: column, evaluation) } == value
        return Explanation.Part(
            id, FigureValue(.exact(value), .quantity(assumption?.unit ?? "")),
            isYears ? FigureName(["assumptions", .stated(id), years.word(column)]) : nil)
    }

    // MARK: - As stated

    private static func stated(_ assumption: Assumption, _ evaluation: Evaluation) -> Figure {
        let name = FigureName(["assumptions", .stated(assumption.id)])
        return Figure(name, "assumption \(assumption.id)") { caption throws(Problem) in
            let style = NumberText(separator: "\u{202F}")
            let value: FigureValue
            if assumption.steps.count == 1 {
                value = FigureValue(
                    .exact(assumption.steps[0].value), .quantity(assumption.unit))
            } else {
                value = FigureValue(
                    assumption.steps.map { step in
                        style.text(of: step.value) + (step.from.map { " from \($0)" } ?? "")
                    }.joined(separator: ", "))
            }
            var notes: [String] = []
            if !assumption.escalation.ratePerYear.isZero {
                notes.append(
                    "\(assumption.id) grows by " + assumption.escalation.inWords(style) + ".")
            }
            if let range = assumption.range {
                notes.append(
                    "\(assumption.id) may lie between \(style.text(of: range.low)) and "
                        + "\(style.text(of: range.high)).")
            }
            return caption.explained(
                value, origins: origins(of: assumption, evaluation), notes: notes)
        }
    }

    private static func origins(
        of assumption: Assumption, _ evaluation: Evaluation
    ) -> [Explanation.Origin] {
        let overrides = evaluation.study.overrides.filter { $0.id == assumption.id }
        let places = evaluation.places
        let place =
            places?.place("assumptions", assumption.id, "value")
            ?? places?.place("assumptions", assumption.id)
        return Evaluation.origins(at: place)
            + overrides.map { .override($0.description) }
            + evaluation.origins(ofSource: assumption.source)
            + (assumption.reason.map { [.reason($0)] } ?? [])
    }

    // MARK: - By year

    /// The first day of a year, and the day that its growth stands for.
    private static func days(
        _ column: Int, _ study: Study
    ) -> (priced: CalendarDate, grown: CalendarDate) {
        guard column > 0 else { return (study.horizon.start, study.horizon.start) }
        return (study.horizon.firstDay(ofYear: column), study.day(standingFor: column))
    }

    private static func value(
        _ assumption: Assumption, in column: Int, _ evaluation: Evaluation
    ) throws(Problem) -> ExactDecimal {
        let days = days(column, evaluation.study)
        return try assumption.value(on: days.priced, year: column, by: days.grown)
    }

    private static func inYear(
        _ assumption: Assumption, _ column: Int, _ evaluation: Evaluation
    ) -> Figure {
        let years = StudyYears(evaluation.study)
        let name = FigureName(["assumptions", .stated(assumption.id), years.word(column)])
        let title = "assumption \(assumption.id) \(years.phrase(column))"
        return Figure(name, title, isPrinted: false) { caption throws(Problem) in
            let days = days(column, evaluation.study)
            let value = FigureValue(
                .exact(try value(assumption, in: column, evaluation)), .quantity(assumption.unit))
            let whole = FigureName(["assumptions", .stated(assumption.id)])
            let step = assumption.steps.last { $0.from.map { $0 <= days.priced } ?? true }
            let stated = step?.value ?? .zero
            let isOnly = assumption.steps.count == 1
            var parts = [
                Explanation.Part(
                    isOnly ? assumption.id : "from \(step?.from.map(\.description) ?? "the start")",
                    FigureValue(.exact(stated), .quantity(assumption.unit)), isOnly ? whole : nil)
            ]
            let factor = try assumption.escalation.factor(year: column, by: days.grown)
            let origins = isOnly ? [] : origins(of: assumption, evaluation)
            guard factor != .one else {
                return caption.explained(
                    value, formula: .part(0), parts: parts,
                    rule: isOnly ? "the same in every year" : nil, origins: origins)
            }
            let growth = Formula.sum([.number(1), .part(1)])
            let exponent: Int
            switch assumption.escalation.origin {
            case .year2: exponent = column - 1
            case .year1: exponent = column
            case .baseDate: exponent = 0
            }
            guard exponent > 0 else {
                parts.append(Explanation.Part("growth", FigureValue(.exact(factor), .ratio)))
                return caption.explained(
                    value, formula: .product([.part(0), .part(1)]), parts: parts,
                    origins: origins)
            }
            parts.append(
                Explanation.Part(
                    "growth", FigureValue(.exact(assumption.escalation.ratePerYear), .fraction)))
            return caption.explained(
                value,
                formula: .product([
                    .part(0), exponent == 1 ? growth : .power(growth, .number(exponent)),
                ]), parts: parts, origins: origins)
        }
    }
}
