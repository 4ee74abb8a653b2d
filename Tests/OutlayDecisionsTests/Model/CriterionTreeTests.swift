import OutlayDecisions
import OutlayProblems
import OutlayValues
import Testing

struct CriterionTreeTests {
    @Test func `leaves carry the product of the shares above them`() throws {
        let line = try linear("0", "1")
        let tree = try CriterionTree([
            group(
                "quality", weight: "0.6",
                [
                    leaf("speed", weight: "0.5", line),
                    group(
                        "trust", weight: "0.5",
                        [leaf("uptime", weight: "0.2", line), leaf("audit", weight: "0.8", line)]),
                ]),
            leaf("reach", weight: "0.4", line),
        ])
        #expect(tree.leaves.map(\.id) == ["speed", "uptime", "audit", "reach"])
        #expect(
            try tree.leaves.map(\.position.globalShare)
                == ["0.3", "0.06", "0.24", "0.4"].map(exact))
        #expect(tree.leaves.map(\.position.weight) == [0.3, 0.06, 0.24, 0.4])
        #expect(tree.leaves[1].position.path == ["quality", "trust"])
        #expect(tree.leaves.map(\.position.depth) == [1, 2, 2, 0])
        #expect(tree.groups.map(\.id) == ["quality", "trust"])
        #expect(tree.groups.map(\.leaves) == [0..<3, 1..<3])
        #expect(tree.groups[0].sharesWithin == [0.5, 0.1, 0.4])
        #expect(tree.groups[1].sharesWithin == [0.2, 0.8])
    }

    @Test func `no criteria make an empty tree`() throws {
        let tree = try CriterionTree([])
        #expect(tree.leaves.isEmpty && tree.groups.isEmpty)
    }

    @Test func `levels that do not total 1 are refused with their total`() throws {
        let line = try linear("0", "1")
        let problem = #expect(throws: Problem.self) {
            try CriterionTree([
                leaf("a", weight: "0.5", line),
                group(
                    "b", weight: "0.5",
                    [leaf("c", weight: "0.6", line), leaf("d", weight: "0.5", line)]),
            ])
        }
        #expect(problem?.code == .weightTotal)
        #expect(problem?.summary == "weights total 1.1")
        #expect(problem?.location == .part("criterion b"))
    }

    @Test func `negative weights, shared names, empty groups and faulty scales are refused`() throws
    {
        let line = try linear("0", "1")
        func code(_ criteria: [Criterion]) -> ProblemCode? {
            #expect(throws: Problem.self) { try CriterionTree(criteria) }?.code
        }
        #expect(
            code([try leaf("a", weight: "-0.5", line), try leaf("b", weight: "1.5", line)])
                == .outOfRange)
        #expect(
            code([try leaf("a", weight: "0.5", line), try leaf("a", weight: "0.5", line)])
                == .duplicateIdentifier)
        #expect(code([try group("a", weight: "1", [])]) == .wrongLength)
        #expect(code([try leaf("a", weight: "1", line, .lower)]) == .badScale)
        #expect(code([try leaf("a", weight: "1", linear("1", "1"))]) == .badScale)
    }

    @Test func `a scale from the data may be without length`() throws {
        let tree = try CriterionTree([
            leaf("a", weight: "1", linear("1", "1"), fromData: true)
        ])
        #expect(tree.leaves.count == 1)
    }
}
