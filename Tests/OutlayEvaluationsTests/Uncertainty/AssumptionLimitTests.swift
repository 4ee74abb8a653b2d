import Outlay
import Testing

@Suite struct AssumptionLimitTests {
    @Test(arguments: ["seats=-5", "seats.2028=-1"])
    func `a quantity below 0 is refused where it is set`(text: String) throws {
        var evaluation = try Helpdesk.evaluation()
        let override = try AssumptionOverride(parsing: text)
        let problem = #expect(throws: Problem.self) { try evaluation.apply(override) }
        #expect(problem?.code == .outOfRange && problem?.location == .argument("--set"))
        #expect(problem?.reason == "`northwind.seats` takes it as `quantity`, which is 0 or more")
    }

    @Test func `what no line takes may be anything, and what one takes may be 0`() throws {
        var evaluation = try Helpdesk.evaluation()
        try evaluation.apply(try AssumptionOverride(parsing: "seats=0"))
        evaluation.study.assumptions["idle"] = Assumption(
            id: "idle", steps: [.init(from: nil, value: .one)])
        try evaluation.apply(try AssumptionOverride(parsing: "idle=-3"))
        #expect(evaluation.study.assumptions["idle"]?.steps.first?.value == exact("-3"))
    }

    @Test func `a share is at most 1`() throws {
        var evaluation = try Helpdesk.evaluation()
        evaluation.study.assumptions["real"] = Assumption(
            id: "real", steps: [.init(from: nil, value: exact("0.5"))])
        evaluation.options[1].lines.append(
            CostLine(
                id: "gain", category: "gain", direction: .benefit(isCashable: true),
                model: try OneOffModel(
                    CostModelInputs([
                        "at": .moment(.start), "amount": .operand(.constant(.one)),
                        "realisation": .operand(.assumption("real")),
                    ]))))
        try evaluation.apply(try AssumptionOverride(parsing: "real=1"))
        #expect(throws: Problem.self) {
            try evaluation.apply(try AssumptionOverride(parsing: "real=1.01"))
        }
    }
}
