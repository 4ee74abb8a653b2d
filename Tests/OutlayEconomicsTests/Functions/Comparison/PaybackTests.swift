import OutlayProblems
import OutlayValues
import Testing

@testable import OutlayEconomics

@Suite struct PaybackTests {
    @Test(
        arguments: Vector.read(
            "payback", "payback-even", "payback-immediate", "payback-never", "payback-relapse"))
    func `the first payback is the published one`(vector: Vector) throws {
        let found = try Payback.first(of: try vector.decimals("cashflows"))
        switch vector.expected["first"] {
        case .number(let expected): #expect(try #require(found).isNear(expected))
        case .nothing: #expect(found == nil)
        default: Issue.record("\(vector.id) expects neither a number nor nothing")
        }
    }

    @Test func `flows that are paid back at a year's end are paid back then`() throws {
        #expect(try Payback.first(of: ["-100", "60", "40", "0"].map(exact)) == 2)
        #expect(try Payback.first(of: []) == nil)
    }

    @Test(
        arguments: [
            (["0", "-10", "-10"], nil), (["0", "-10", "20"], 1.5), (["0", "0", "-10", "10"], 3),
            (["0", "0", "10"], 0), (["0", "10", "-30"], 0), (["0", "0"], 0), (["-10", "0"], nil),
        ] as [([String], Double?)])
    func `nothing is paid back before something is laid out`(
        flows: [String], years: Double?
    ) throws {
        #expect(try Payback.first(of: flows.map(exact)) == years)
    }

    @Test func `a ratio is not defined where only the last bits of two sums differ`() throws {
        let whole = try OptionEconomics(lines: [cost("a", try oneOff("0.3"))], in: study())
        let parts = try OptionEconomics(
            lines: [
                cost("a", try oneOff("0.1")), cost("b", try oneOff("0.2")),
                benefit("gain", try oneOff("700"), isCashable: true),
            ], in: study())
        #expect(parts.totalCostOfOwnership(.all) > whole.totalCostOfOwnership(.all))
        #expect(try Increment(of: parts, over: whole, .all).benefitCostRatio == nil)
    }
}
