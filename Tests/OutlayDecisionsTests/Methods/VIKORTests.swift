import OutlayDecisions
import OutlayProblems
import Testing

struct VIKORTests {
    @Test func `regrets and compromise come out as computed by hand`() throws {
        // By hand: regrets (0, 1), (1, 0) and (1/2, 1/4) in equal weight.
        let matrix = try table(["-price", "speed"], [[10, 0], [30, 8], [20, 6]])
        let solution = try VIKOR().solution(of: matrix)
        #expect(areClose(solution.groupUtilities, [0.5, 0.5, 0.375]))
        #expect(areClose(solution.individualRegrets, [0.5, 0.5, 0.25]))
        #expect(areClose(solution.compromises, [1, 1, 0]))
        #expect(solution.requiredAdvantage == 0.5)
        #expect(solution.hasAcceptableAdvantage)
        #expect(solution.hasAcceptableStability)
        #expect(solution.compromiseSet == [2])
    }

    @Test func `without a lead all that are near the best are in the set`() throws {
        // By hand: S 0.3, 0.4, 0.7, 0.6 and R 0.3, 0.4, 0.4, 0.6, so Q 0, 0.29, 0.67, 0.875.
        let matrix = try table(
            ["a", "b"], weights: [0.6, 0.4], [[0.5, 1], [1, 0], [0.5, 0], [0, 1]])
        let solution = try VIKOR().solution(of: matrix)
        #expect(areClose(solution.groupUtilities, [0.3, 0.4, 0.7, 0.6]))
        #expect(areClose(solution.individualRegrets, [0.3, 0.4, 0.4, 0.6]))
        #expect(areClose(solution.compromises, [0, 7.0 / 24, 2.0 / 3, 0.875]))
        #expect(!solution.hasAcceptableAdvantage)
        #expect(solution.compromiseSet == [0, 1])
        let result = try VIKOR().scores(of: matrix)
        #expect(result.remarks.map(\.options) == [[0, 1], [0]])
        #expect(!result.higherIsBetter)
    }

    @Test func `a best that leads in neither measure is proposed with the next`() throws {
        // By hand, as regrets: S 0.31, 0.3, 0.72, 1, 1 and R 0.1, 0.3, 0.09, 0.3, 0.3.
        let matrix = try table(
            ["-a", "-b", "-c", "-d", "-e", "-f", "-g", "-h"], weights: [3, 1, 1, 1, 1, 1, 1, 1],
            [
                [0, 1, 1, 1, 0.1, 0, 0, 0], [1, 0, 0, 0, 0, 0, 0, 0],
                [0.3, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9], [1, 1, 1, 1, 1, 1, 1, 1],
                [1, 1, 1, 1, 1, 1, 1, 1],
            ])
        let solution = try VIKOR().solution(of: matrix)
        #expect(areClose(solution.groupUtilities, [0.31, 0.3, 0.72, 1, 1]))
        #expect(areClose(solution.individualRegrets, [0.1, 0.3, 0.09, 0.3, 0.3]))
        #expect(areClose(solution.compromises, [13.0 / 420, 0.5, 0.3, 1, 1]))
        #expect(solution.hasAcceptableAdvantage)
        #expect(!solution.hasAcceptableStability)
        #expect(solution.compromiseSet == [0, 2])
        #expect(try VIKOR().scores(of: matrix).remarks.map(\.options) == [[0, 2], [0]])
    }

    @Test func `options that tie in S and R tie in Q, whatever the last bits say`() throws {
        let matrix = try table(
            ["a", "b", "c"], weights: [0.1, 0.2, 0.3], [[0.1, 0.2, 0.3], [0.1, 0.2, 0.3]])
        let solution = try VIKOR().solution(of: matrix)
        #expect(solution.compromises == [0, 0])
        #expect(solution.compromiseSet == [0, 1])
        #expect(!solution.hasAcceptableAdvantage)
        let turned = try VIKOR().solution(
            of: table(["a", "b", "c"], [[0.1, 0.2, 0.7], [0.2, 0.7, 0.1], [0.7, 0.1, 0.2]]))
        #expect(turned.compromises == [0, 0, 0])
    }

    @Test func `one option and no option are tables too`() throws {
        let one = try VIKOR().solution(of: table(["a"], [[3]]))
        #expect(one.compromises == [0])
        #expect(one.requiredAdvantage == nil)
        #expect(one.compromiseSet == [0])
        let none = try VIKOR().solution(of: table(["a"], []))
        #expect(none.compromiseSet == [])
        #expect(try VIKOR().scores(of: table(["a"], [])).remarks == [])
    }

    @Test func `the weight of the majority goes from the worst regret to the sum`() throws {
        let matrix = try table(
            ["a", "b"], weights: [0.6, 0.4], [[0.5, 1], [1, 0], [0.5, 0], [0, 1]])
        #expect(try areClose(VIKOR(compromise: 1).scores(of: matrix).scores, [0, 0.25, 1, 0.75]))
        #expect(
            try areClose(
                VIKOR(compromise: 0).scores(of: matrix).scores, [0, 1.0 / 3, 1.0 / 3, 1]))
        #expect(throws: Problem.self) { try VIKOR(compromise: -0.1) }
    }

    @Test func `the steps lead to the scores`() throws {
        let matrix = try VIKOR.descriptor.example.matrix()
        let steps = try VIKOR().steps(for: matrix)
        #expect(try figures("f*(j)", in: steps) == [1, 4_500])
        #expect(try figures("f-(j)", in: steps) == [5, 3_000])
        #expect(try areClose(figures("S(i)", in: steps), [0.5, 0.375, 0.5]))
        let shares = try ["(S(i) − S*) / (S- − S*)", "(R(i) − R*) / (R- − R*)"].map {
            try figures($0, in: steps)
        }
        let mixed = zip(shares[0], shares[1]).map { ($0 + $1) / 2 }
        #expect(try areClose(mixed, VIKOR().scores(of: matrix).scores))
    }
}
