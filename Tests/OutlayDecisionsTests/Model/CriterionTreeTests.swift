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

    @Test func `places stand in the document's order with each group before its parts`() throws {
        let line = try linear("0", "1")
        let tree = try CriterionTree([
            leaf("reach", weight: "0.4", line),
            group(
                "quality", weight: "0.6",
                [
                    group(
                        "trust", weight: "0.5", [leaf("uptime", weight: "1", line)], minimum: "30"),
                    leaf("speed", weight: "0.5", line, minimum: "40"),
                ]),
        ])
        #expect(tree.positions.map(\.id) == ["reach", "quality", "trust", "uptime", "speed"])
        #expect(try tree.positions.map(\.minimum) == [nil, nil, exact("30"), nil, exact("40")])
    }

    @Test(arguments: ["-1", "100.1"])
    func `a minimum outside 0 to 100 is refused by name`(minimum: String) throws {
        let problem = #expect(throws: Problem.self) {
            try CriterionTree([leaf("a", weight: "1", linear("0", "1"), minimum: minimum)])
        }
        #expect(problem?.code == .outOfRange)
        #expect(problem?.summary == "the minimum of `a` is \(minimum)")
    }

    @Test func `a target with a direction is refused with the reason`() throws {
        let problem = #expect(throws: Problem.self) {
            try CriterionTree([leaf("heat", weight: "1", target("0", "18", "22", "40"), .higher)])
        }
        #expect(problem?.code == .badScale)
        #expect(
            problem?.reason
                == "with a target neither more nor less is better: values fall on both sides of it")
    }
}
