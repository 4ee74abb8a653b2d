import OutlayDecisions
import OutlayValues
import Testing

struct KnockOutTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var id: String
        var requirement: KnockOut.Requirement
        var passing: [Performance]
        var failing: [Performance]
        var words: String
        var testDescription: String { id }
    }

    private static let stages = ["alpha", "beta", "stable"]

    static func cases() throws -> [Case] {
        let day = try CalendarDate(parsing: "2027-01-01")
        let before = Performance.date(try CalendarDate(parsing: "2026-12-31"))
        let after = Performance.date(try CalendarDate(parsing: "2027-01-02"))
        return [
            Case(
                id: "yes", requirement: .equals(.yesNo(true)), passing: [.yesNo(true)],
                failing: [.yesNo(false)], words: "yes"),
            Case(
                id: "text is exact", requirement: .equals(.text("EU")), passing: [.text("EU")],
                failing: [.text("eu"), .text("EU "), .text("")], words: "EU"),
            Case(
                id: "number", requirement: .equals(try number("5")), passing: [try number("5.0")],
                failing: [try number("5.01")], words: "5 %"),
            Case(
                id: "one of", requirement: .isOneOf([.text("EU"), .text("CH")]),
                passing: [.text("CH")], failing: [.text("US")], words: "one of EU, CH"),
            Case(
                id: "one of one", requirement: .isOneOf([.text("EU")]), passing: [.text("EU")],
                failing: [.text("US")], words: "EU"),
            Case(
                id: "at least", requirement: .numberAtLeast(try exact("99.5")),
                passing: [try number("99.5"), try number("100")], failing: [try number("99.49")],
                words: "at least 99.5 %"),
            Case(
                id: "at most", requirement: .numberAtMost(try exact("8")),
                passing: [try number("8"), try number("-1")], failing: [try number("8.01")],
                words: "at most 8 %"),
            Case(
                id: "level at least", requirement: .levelAtLeast("beta", of: stages),
                passing: [.text("beta"), .text("stable")], failing: [.text("alpha")],
                words: "at least beta"),
            Case(
                id: "level at most", requirement: .levelAtMost("beta", of: stages),
                passing: [.text("alpha"), .text("beta")], failing: [.text("stable")],
                words: "at most beta"),
            Case(
                id: "before", requirement: .before(day), passing: [before],
                failing: [.date(day), after], words: "before 2027-01-01"),
            Case(
                id: "after", requirement: .after(day), passing: [after],
                failing: [.date(day), before], words: "after 2027-01-01"),
            Case(
                id: "date at least", requirement: .dateAtLeast(day), passing: [.date(day), after],
                failing: [before], words: "2027-01-01 or later"),
            Case(
                id: "date at most", requirement: .dateAtMost(day), passing: [.date(day), before],
                failing: [after], words: "2027-01-01 or earlier"),
        ]
    }

    @Test func `each requirement passes and fails as it reads`() throws {
        for row in try Self.cases() {
            let knockOut = KnockOut(
                id: "k", question: "?", unit: "%", requirement: row.requirement)
            for answer in row.passing {
                #expect(knockOut.outcome(for: answer) == .passed, "\(row.id): \(answer)")
                #expect(knockOut.accepts(answer), "\(row.id): \(answer)")
            }
            for answer in row.failing {
                #expect(
                    knockOut.outcome(for: answer) == .failed(found: answer), "\(row.id): \(answer)")
                #expect(knockOut.accepts(answer), "\(row.id): \(answer)")
            }
            #expect(knockOut.outcome(for: nil) == .unknown, "\(row.id)")
            #expect(knockOut.requirementInWords == row.words)
        }
    }

    @Test func `an answer of another type is not accepted and never passes`() throws {
        let atLeast = KnockOut(
            id: "k", question: "?", requirement: .numberAtLeast(try exact("3")))
        #expect(!atLeast.accepts(.text("3")))
        #expect(atLeast.outcome(for: .text("3")) == .failed(found: .text("3")))
        let level = KnockOut(
            id: "k", question: "?", requirement: .levelAtMost("beta", of: Self.stages))
        #expect(!level.accepts(.text("gamma")))
        #expect(level.outcome(for: .text("gamma")) == .failed(found: .text("gamma")))
    }

    @Test func `a found number carries the unit`() throws {
        let knockOut = KnockOut(
            id: "k", question: "?", unit: "%", requirement: .numberAtLeast(try exact("99")))
        #expect(knockOut.inWords(try number("98.5")) == "98.5 %")
        #expect(knockOut.inWords(.text("none")) == "none")
    }
}
