import OutlayDecisions
import Testing

struct DecisionResultStepsTests {
    @Test func `the steps lead from values over weights to the value`() throws {
        let result = try AdditiveValue.evaluate(HelpDesk.candidates(), by: HelpDesk.model())
        #expect(result.steps.map(\.symbol) == ["v(i,j)", "w(j)", "w(j) · v(i,j)", "V(i)"])
        guard case .cells(let parts) = result.steps[2].content,
            case .options(let values) = result.steps[3].content
        else {
            Issue.record("no cells and options")
            return
        }
        for (index, value) in values.enumerated() {
            #expect(abs(parts[index * 5..<index * 5 + 5].reduce(0, +) - value) < 1e-9)
        }
    }

    @Test func `what is not known is not a number`() throws {
        var candidates = try HelpDesk.candidates()
        candidates[0].performances["usability"] = nil
        let result = try AdditiveValue.evaluate(candidates, by: HelpDesk.model())
        guard case .options(let values) = result.steps[3].content else { return }
        #expect(values[0].isNaN && !values[1].isNaN)
    }
}
