import OutlayEconomics
import OutlayValues

/// What the start and the years of a study are called.
struct StudyYears: Sendable {
    private let horizon: Horizon

    init(_ study: Study) {
        horizon = study.horizon
    }

    /// The columns of a year table: 0 for the start, then the study years.
    var columns: ClosedRange<Int> { 0...horizon.years }

    /// `start`, then each year: as a calendar year where study years are calendar years, else `Y1` ….
    func text(_ column: Int) -> String {
        guard column > 0 else { return "start" }
        let isCalendarYear = horizon.start.month == 1 && horizon.start.day == 1
        return isCalendarYear ? String(horizon.start.year + column - 1) : "Y\(column)"
    }

    /// The year as part of a name.
    func word(_ column: Int) -> FigureName.Part { .word(text(column)) }

    /// The year in a sentence: `at the start`, `in 2027`.
    func phrase(_ column: Int) -> String {
        column > 0 ? "in \(text(column))" : "at the start"
    }
}
