import Outlay
import OutlayDocuments
import Testing

@Suite struct EvaluationReaderValueFunctionTests {
    private func model(
        _ criteria: String, performance: String = "{}", head: String = "missing: worst"
    ) throws -> DecisionModel {
        let text = """
            apiVersion: outlay/v1
            kind: Evaluation
            metadata: {id: desk, title: A desk}
            currency: EUR
            horizon: {start: 2031-01-01, years: 1}
            discount_rate: {value: 0.08}
            \(head)
            options: {old: {}, new: {}}
            criteria: [\(criteria)]
            performance: \(performance)
            """
        return try EvaluationReader.read(
            read(text), in: EvaluationReader.Surroundings(catalogues: nil)
        ).decision
    }

    private func leaf(_ function: String) throws -> Criterion.Leaf? {
        guard
            case .leaf(let leaf)? = try model("{id: a, weight: 1, \(function)}").criteria.first?
                .content
        else { return nil }
        return leaf
    }

    @Test func `a bent line is read with the direction that it shows`() throws {
        let leaf = try leaf("value_function: {exponential: {worst: 36, best: 12, half: 20}}")
        #expect(leaf?.direction == .lower)
        #expect(leaf?.valueFunction.value(of: .number(ExactDecimal(20))) == 50)
    }

    @Test func `a target is one number or a plateau and has no direction`() throws {
        let point = try leaf("value_function: {target: {low: 0, target: 50, high: 80}}")
        #expect(point?.direction == nil)
        #expect(point?.valueFunction.value(of: .number(ExactDecimal(65))) == 50)
        let plateau = try leaf("value_function: {target: {low: 0, target: [40, 60], high: 80}}")
        #expect(plateau?.valueFunction.value(of: .number(ExactDecimal(60))) == 100)
        #expect(plateau?.valueFunction.value(of: .number(ExactDecimal(20))) == 50)
    }

    @Test func `minimums stand on criteria and on groups`() throws {
        let criteria = try model(
            """
            {id: g, weight: 1, minimum: 50, criteria: [
              {id: a, weight: 1, minimum: 40.5, scale: {worst: 0, best: 1}}]}
            """
        ).criteria
        #expect(criteria.first?.minimum == ExactDecimal(50))
        guard case .group(let parts)? = criteria.first?.content else {
            Issue.record("no group")
            return
        }
        #expect(try parts.first?.minimum == ExactDecimal(parsing: "40.5"))
    }

    @Test func `the line of weakness is a quarter unless it is drawn elsewhere`() throws {
        let criterion = "{id: a, weight: 1, scale: {worst: 0, best: 1}}"
        #expect(try model(criterion).weakBelow == ExactDecimal(25))
        #expect(
            try model(criterion, head: "missing: worst\nweak_below: 0").weakBelow == .zero)
    }

    @Test func `bounds need a scale of their own only where something is missing`() throws {
        let criterion = "{id: a, weight: 1, direction: higher, scale: data}"
        let head = "missing: bounds"
        let whole = try model(criterion, performance: "{old: {a: 1}, new: {a: 2}}", head: head)
        #expect(whole.missing == .bounds)
        let problems = #expect(throws: DocumentProblems.self) {
            try model(criterion, performance: "{old: {a: 1}}", head: head)
        }
        #expect(problems?.list.map(\.code) == [.badScale])
        #expect(problems?.list.first?.summary == "`new` has no performance on a")
    }
}
