import OutlaySampling
import Testing

@Suite struct SimplexRegionTests {
    struct Refused: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var lower: [Double]
        var upper: [Double]
        var order: [Int] = []
        var fault: SimplexRegion.Fault
    }

    @Test(arguments: [
        Refused(testDescription: "nothing", lower: [], upper: [], fault: .counts),
        Refused(testDescription: "counts", lower: [0], upper: [1, 1], fault: .counts),
        Refused(testDescription: "negative", lower: [0, -0.1], upper: [1, 1], fault: .bounds(1)),
        Refused(testDescription: "order", lower: [0.5, 0], upper: [0.4, 1], fault: .bounds(0)),
        Refused(testDescription: "nan", lower: [.nan, 0], upper: [1, 1], fault: .bounds(0)),
        Refused(
            testDescription: "low", lower: [0.75, 0.5], upper: [1, 1], fault: .lowerTotal(1.25)),
        Refused(
            testDescription: "high", lower: [0, 0], upper: [0.25, 0.5], fault: .upperTotal(0.75)),
        Refused(
            testDescription: "rank", lower: [0, 0.5], upper: [0.25, 1], order: [0, 1],
            fault: .order(0, 1)),
        Refused(
            testDescription: "twice", lower: [0, 0], upper: [1, 1], order: [0, 0],
            fault: .unknownInOrder(0)),
        Refused(
            testDescription: "unknown", lower: [0, 0], upper: [1, 1], order: [2],
            fault: .unknownInOrder(2)),
    ])
    func `conditions that no shares meet are refused`(refused: Refused) {
        #expect(throws: refused.fault) {
            try SimplexRegion(
                lower: refused.lower, upper: refused.upper, descending: refused.order)
        }
    }
}
