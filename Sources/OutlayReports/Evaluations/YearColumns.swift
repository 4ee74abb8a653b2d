import OutlayEconomics
import OutlayEvaluations
import OutlayValues

/// The columns of a year table: the start and the study years.
struct YearColumns {
    private let study: Study

    init(_ study: Study) {
        self.study = study
    }

    /// `Initial`, then each year: as a calendar year where study years are calendar years, else `Y1` ….
    var titles: [String] {
        let start = study.horizon.start
        let areCalendarYears = start.month == 1 && start.day == 1
        return ["Initial"]
            + (1...study.horizon.years).map {
                areCalendarYears ? String(start.year + $0 - 1) : "Y\($0)"
            }
    }

    /// The rate as the present-value column's title shows it: `PV (8 %)`.
    var presentValueTitle: String {
        "PV (\(FigureText.percentage(study.rate.ratePerYear)))"
    }

    /// Returns the cells of exact amounts; a dash for nothing.
    func cells(_ amounts: [ExactDecimal]) -> [Cell] {
        amounts.map { $0.isZero ? .empty : .money(Money($0, study.currency)) }
    }

    /// Returns the cell of an unrounded amount.
    func cell(_ amount: Double, sign: NumberText.SignPolicy = .negative) -> Cell {
        .number(amount, places: 0, dataPlaces: study.currency.minorUnitPlaces, sign: sign)
    }
}

extension EvaluationResult {
    /// The line under a title: currency, horizon, rate, baseline, day.
    var settingText: String {
        let study = evaluation.study
        let years = study.horizon.years == 1 ? "1 year" : "\(study.horizon.years) years"
        var parts = [
            evaluation.id, study.currency.code, "\(years) from \(study.horizon.start)",
            "\(FigureText.percentage(study.rate.ratePerYear)) "
                + study.rate.timing.rawValue.replacing("-", with: " "),
        ]
        if let baseline = evaluation.baseline { parts.append("baseline \(baseline)") }
        if let method = evaluation.method { parts.append("by " + method.titleInSentence) }
        parts.append("as of \(asOf)")
        return parts.joined(separator: " · ")
    }
}
