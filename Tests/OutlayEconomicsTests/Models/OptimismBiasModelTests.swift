import OutlayProblems
import OutlayValues
import Testing

@testable import OutlayEconomics

@Suite struct OptimismBiasModelTests {
    @Test func `what is managed away is not added, and the uplift stands apart`() throws {
        let bias = try OptimismBiasModel(
            CostModelInputs([
                "optimism_bias": .named("bias"), "mitigation": .number("0.25"),
                "of_category": .names(["works"]),
            ]))
        let lines = [
            cost("site", try oneOff("1000"), category: "works"),
            cost("bias", bias, category: "optimism bias"),
        ]
        let study = study(assumptions: [series("bias", ["2027-01-01": "0.24"])])
        let rows = try OptionEconomics(lines: lines, in: study).costRows(.all)
        #expect(rows.map(\.category) == ["works", "optimism bias"])
        #expect(rows.map(\.total) == [exact("1000"), exact("180")])
    }

    @Test func `a mitigation above 1 is refused`() throws {
        let bias = try OptimismBiasModel(
            CostModelInputs([
                "optimism_bias": .number("0.2"), "mitigation": .named("mitigation"),
                "of": .names(["site"]),
            ]))
        let lines = [cost("site", try oneOff("1000")), cost("bias", bias)]
        let study = study(assumptions: [series("mitigation", ["2027-01-01": "1.5"])])
        #expect(refusal { try OptionEconomics(lines: lines, in: study) }?.code == .outOfRange)
    }
}
