import Outlay
import Testing

struct StepTablesTests {
    private let steps = [
        MethodStep("r(i,j)", "normalised", .cells([1, 2, 3, 4, 5, 6])),
        MethodStep("a(j)", "best", .criteria([5, 6])),
        MethodStep("b(j)", "worst", .criteria([0.001, .nan])),
        MethodStep("d(i)", "distance", .options([0.5, 0.25, 0.125])),
        MethodStep("e(i)", "other distance", .options([10, 20, 30])),
        MethodStep("p(i,k)", "preference", .pairs([0, 1, 2, 3, 4, 5, 6, 7, 8])),
        MethodStep("t", "total", .number(12_345.678)),
    ]

    private func tables(shown: [StepTables.Shown]) -> StepTables {
        StepTables(steps, criteria: ["x", "y"], shown: shown, optionCount: 3)
    }

    private let best: [StepTables.Shown] = [(2, "third"), (0, "first")]

    @Test func `steps of the same things share a table, and the symbols stand in it`() {
        let tables = tables(shown: best).blocks.compactMap(\.table)
        #expect(
            tables.map(\.caption) == [
                "r(i,j): normalised", "a(j): best; b(j): worst",
                "d(i): distance; e(i): other distance", "p(i,k): preference", "t: total",
            ])
        #expect(tables[1].rows.map { $0.cells[0].shown } == ["a(j)", "b(j)"])
        #expect(tables[1].rows[1].cells[2] == .empty)
        #expect(tables[2].columns.map(\.title) == ["", "d(i)", "e(i)"])
    }

    @Test func `only the options shown have rows, in their order, and the rest is said`() {
        let tables = tables(shown: best).blocks.compactMap(\.table)
        #expect(
            tables[0].rows.map { $0.cells.map(\.data) } == [
                ["third", "5.000000", "6.000000"], ["first", "1.000000", "2.000000"],
            ])
        #expect(tables[3].columns.map(\.title) == ["", "third", "first"])
        #expect(
            tables[3].rows.map { $0.cells.dropFirst().map(\.data) } == [
                ["8.000000", "6.000000"], ["2.000000", "0.000000"],
            ])
        #expect(tables[0].note == "Only 2 of 3 are shown.")
        #expect(tables[1].note == nil)
    }

    @Test func `programs get the same figures`() {
        let text = tables(shown: best).json.text()
        #expect(text.contains(#""of":"pairs","rows":[["8.000000","6.000000"],"#))
        #expect(text.contains(#""of":"criteria","rows":[["0.001000",""]]"#))
        #expect(text.contains(#""of":"number","rows":[["12345.678000"]]"#))
    }

    @Test func `a step with too few figures leaves cells empty`() {
        let tables = StepTables(
            [MethodStep("r", "short", .cells([1]))], criteria: ["x", "y"], shown: best,
            optionCount: 3)
        #expect(
            tables.blocks.compactMap(\.table).first?.rows.flatMap { $0.cells.dropFirst() }
                == [.empty, .empty, .number(1, places: 3), .empty])
    }

    @Test(arguments: [
        ([12_345.0], 1), ([100.0, 1], 1), ([10.0], 2), ([1.0], 3), ([0.5], 4), ([0.0005], 7),
        ([0.0], 4), ([], 4), ([.infinity, 5], 3), ([1e-300], 12),
    ])
    func `the largest figure decides how many decimals are shown`(
        figures: [Double], places: Int
    ) {
        #expect(StepTables.places(for: figures) == places)
    }
}
