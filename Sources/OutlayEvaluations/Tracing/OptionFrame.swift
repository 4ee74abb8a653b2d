import OutlayEconomics
import OutlayProblems
import OutlayValues

/// What the figures of one option share.
struct OptionFrame: Sendable {
    let result: EvaluationResult
    let option: OptionResult

    var evaluation: Evaluation { result.evaluation }
    /// The study over the option's own years.
    var study: Study { option.economics.study }
    var currency: Currency { study.currency }
    var years: StudyYears { StudyYears(study) }
    var title: String { option.option.title }

    /// Returns the name of a figure of the option: `northwind.cash.npv`.
    func name(_ coverage: Coverage = .all, _ parts: FigureName.Part...) -> FigureName {
        let cash: [FigureName.Part] = coverage == .cash ? ["cash"] : []
        return FigureName([.stated(option.option.id)] + cash + parts)
    }

    /// Returns what a title says of coverage behind the figure: `, cash only`.
    func coverageText(_ coverage: Coverage) -> String { coverage == .cash ? ", cash only" : "" }

    /// The name of the discount rate.
    static let rateName = FigureName(["discount_rate"])

    /// The discount rate as a part of a formula.
    var ratePart: Explanation.Part {
        Explanation.Part(
            "rate", FigureValue(.exact(study.rate.ratePerYear), .fraction), Self.rateName)
    }
}

extension Evaluation {
    /// Returns the source called `id` as an origin, or none.
    func origins(ofSource id: String?) -> [Explanation.Origin] {
        id.flatMap(source).map { [.source($0)] } ?? []
    }

    /// Returns a place as an origin, or none.
    static func origins(at place: Location?) -> [Explanation.Origin] {
        place.map { [.place($0)] } ?? []
    }
}
