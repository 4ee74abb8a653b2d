import OutlayDecisions
import OutlayProblems
import Testing

struct StatedPointsTests {
    private static func evidence(_ points: KeyValuePairs<String, Double>) -> WeightingEvidence {
        .points(points.map { CriterionPoints($0.key, $0.value) })
    }

    private static func code(
        _ weighting: any Weighting.Type, _ evidence: WeightingEvidence
    ) -> ProblemCode? {
        do throws(Problem) {
            _ = try weighting.weights(of: ["a", "b"], from: evidence)
            return nil
        } catch { return error.code }
    }

    @Test func `points keep the criteria's own order`() throws {
        let weights = try StatedPoints.weights(
            of: ["a", "b"], from: Self.evidence(["b": 1, "a": 3]))
        #expect(weights.shares == [0.75, 0.25])
    }

    @Test func `points that cannot be shared out are refused`() {
        #expect(Self.code(StatedPoints.self, Self.evidence(["a": -1, "b": 2])) == .outOfRange)
        #expect(Self.code(StatedPoints.self, Self.evidence(["a": .nan, "b": 2])) == .outOfRange)
        #expect(Self.code(StatedPoints.self, Self.evidence(["a": 0, "b": 0])) == .weightTotal)
        #expect(Self.code(StatedPoints.self, Self.evidence(["a": 1])) == .missingField)
        #expect(
            Self.code(StatedPoints.self, Self.evidence(["a": 1, "b": 1, "c": 1]))
                == .unknownReference)
        #expect(
            Self.code(
                StatedPoints.self, .points([CriterionPoints("a", 1), CriterionPoints("a", 1)]))
                == .duplicateIdentifier)
        #expect(Self.code(StatedPoints.self, .points([])) == .missingField)
        #expect(throws: Problem.self) { try StatedPoints.weights(of: [], from: .points([])) }
    }

    @Test func `one swing has exactly 100 points`() {
        #expect(Self.code(SwingPoints.self, Self.evidence(["a": 100, "b": 0])) == nil)
        #expect(Self.code(SwingPoints.self, Self.evidence(["a": 100, "b": 100])) == nil)
        #expect(Self.code(SwingPoints.self, Self.evidence(["a": 90, "b": 20])) == .outOfRange)
        #expect(Self.code(SwingPoints.self, Self.evidence(["a": 120, "b": 20])) == .outOfRange)
    }
}
