import OutlayProblems
import Testing

@testable import OutlayValues

@Suite struct RoundingTests {
    @Test(arguments: Vector.read("rounding.json"))
    func `published roundings come out`(vector: Vector) throws {
        let rule: Rounding = try vector.text("mode") == "halfEven" ? .halfEven : .halfUp
        #expect(vector.inputs["places"] == .number(2))
        let values = try vector.texts("values")
        let rounded = try values.map { try ExactDecimal($0).rounded(toPlaces: 2, rule) }
        #expect(rounded.map { $0.text(places: 2) } == vector.expected.list.compactMap(\.text))
        #expect(rounded.count == 9)
    }

    @Test(arguments: [
        (Rounding.halfEven, ["2", "2", "3", "-2", "-2", "-3", "0", "0", "1"]),
        (.halfUp, ["2", "3", "3", "-2", "-3", "-3", "0", "1", "1"]),
        (.down, ["2", "2", "2", "-2", "-2", "-2", "0", "0", "0"]),
        (.up, ["3", "3", "3", "-3", "-3", "-3", "1", "1", "1"]),
    ])
    func `each rule decides as its name says`(_ rule: Rounding, _ expected: [String]) throws {
        let texts = ["2.4", "2.5", "2.6", "-2.4", "-2.5", "-2.6", "0.4", "0.5", "0.6"]
        let rounded = try texts.map { try ExactDecimal($0).rounded(toPlaces: 0, rule).description }
        #expect(rounded == expected)
    }
}
