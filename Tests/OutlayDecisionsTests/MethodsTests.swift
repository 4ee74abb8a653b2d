import OutlayDecisions
import Testing

/// The known answers of the scoring methods, those that publications print among them.
struct MethodsTests {
    private struct Group: CustomTestStringConvertible {
        let name: String
        let method: String
        /// The settings of the method by the cases' names for them.
        var settings: [String: String] = [:]

        var testDescription: String { name }
    }

    private static let groups = [
        Group(name: "wsm", method: "weighted-sum"),
        Group(name: "wpm", method: "weighted-product"),
        Group(name: "waspas", method: "waspas", settings: ["lam": "lambda"]),
        Group(name: "topsis", method: "topsis"),
        Group(name: "vikor", method: "vikor", settings: ["v": "v"]),
        Group(name: "spotis", method: "spotis"),
        Group(name: "copras", method: "copras"),
        Group(name: "aras", method: "aras"),
        Group(name: "edas", method: "edas"),
        Group(name: "marcos", method: "marcos"),
        Group(name: "mabac", method: "mabac"),
        Group(name: "codas", method: "codas"),
        Group(name: "moora", method: "moora"),
        Group(name: "cocoso", method: "cocoso", settings: ["lam": "lambda"]),
    ]

    private static func method(
        _ name: String, for known: DecisionVectors.Case, _ names: [String: String]
    ) throws -> any ScoringMethod {
        var values: [String: MethodSettings.Value] = [:]
        if let word = known.variant["normalisation"] as? String {
            values["normalisation"] = .word(word)
        }
        for (parameter, value) in known.parameters where parameter != "bounds" {
            let name = try #require(names[parameter], "\(known.id): \(parameter)")
            values[name] = .number(try #require(value as? Double))
        }
        return try AllMethods.method(named: name, settings: MethodSettings(values))
    }

    @Test(arguments: groups)
    private func `known tables get their scores and ranks`(group: Group) throws {
        let cases = try DecisionVectors.cases(of: group.name)
        #expect(!cases.isEmpty)
        for known in cases {
            let method = try Self.method(group.method, for: known, group.settings)
            let result = try method.scores(of: known.matrix())
            let scores = try #require(known.expected["scores"] as? [Double])
            #expect(areClose(result.scores, scores, within: known.tolerance), "\(known.id)")
            #expect(result.ranks == known.expected["ranking"] as? [Int], "\(known.id)")
            #expect(result.higherIsBetter == known.expected["higher_is_better"] as? Bool)
            guard let published = known.published else { continue }
            if let printed = published["scores"] as? [Double] {
                let tolerance = try #require(published["tolerance"] as? Double)
                #expect(areClose(result.scores, printed, within: tolerance), "\(known.id)")
            }
            if let printed = published["ranking"] as? [Int] {
                #expect(result.ranks == printed, "\(known.id)")
            }
        }
    }

    @Test func `known tables get their compromise sets`() throws {
        for known in try DecisionVectors.cases(of: "vikor") {
            let solution = try VIKOR().solution(of: known.matrix())
            for (name, figures) in [
                ("S", solution.groupUtilities), ("R", solution.individualRegrets),
            ] {
                let stated = try #require(known.expected[name] as? [Double])
                #expect(areClose(figures, stated, within: known.tolerance), "\(known.id)")
            }
            for stated in [known.expected, known.published ?? known.expected]
            where stated["compromise_set"] != nil {
                #expect(
                    solution.compromiseSet == stated["compromise_set"] as? [Int], "\(known.id)")
                #expect(
                    solution.hasAcceptableAdvantage == stated["acceptable_advantage"] as? Bool)
                #expect(
                    solution.hasAcceptableStability == stated["acceptable_stability"] as? Bool)
            }
        }
    }
}
