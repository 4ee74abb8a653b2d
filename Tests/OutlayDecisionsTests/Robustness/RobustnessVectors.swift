import Foundation
import OutlayDecisions
import Testing

/// The published and independently computed cases about robustness, as far as these tests read them.
enum RobustnessVectors {
    struct File<Case: Decodable>: Decodable { var cases: [Case] }

    struct Stability: Decodable, Sendable, CustomTestStringConvertible {
        struct Variant: Decodable { var normalisation: String }
        struct Criterion: Decodable {
            var id: String
            var direction: String
        }
        struct Expected: Decodable {
            var scores: [Double]
            var best: Int
            var bestInterval: [[Double]]
            var rankingInterval: [[Double]]
            var singleWeightChange: [Double?]
            var mostCriticalCriterion: Int
        }
        var id: String
        var variant: Variant
        var options: [String]
        var criteria: [Criterion]
        var matrix: [[Double]]
        var weights: [Double]
        var expected: Expected
        var testDescription: String { id }
    }

    struct Acceptability: Decodable, Sendable, CustomTestStringConvertible {
        struct Expected: Decodable {
            var rankAcceptability: [[Double]]
            var centralWeights: [[Double]?]?
            var pairwiseWinning: [[Double]]?
        }
        var id: String
        var utilities: [[Double]]
        var expected: Expected
        var testDescription: String { id }
    }

    static let stability: [Stability] = read("stability")
    static let acceptability: [Acceptability] = read("smaa")

    private static func read<Case: Decodable>(_ group: String) -> [Case] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Vectors")
        let file = folder.appending(path: "\(group).json")
        do {
            let decoder = JSONDecoder()
            decoder.keyDecodingStrategy = .convertFromSnakeCase
            return try decoder.decode(File<Case>.self, from: Data(contentsOf: file)).cases
        } catch {
            Issue.record("\(group): \(error)")
            return []
        }
    }
}

extension ValueTable {
    /// A table of values between 0 and 1 with options `a`, `b`, … and criteria `c1`, `c2`, ….
    init(_ rows: [[Double]], weights: [Double]) throws {
        try self.init(
            options: rows.indices.map { String(UnicodeScalar(UInt8(97 + $0))) },
            criteria: weights.indices.map { "c\($0 + 1)" }, values: rows.flatMap(\.self),
            weights: weights, scale: 0...1)
    }

    /// A table of random values and weights.
    static func random(
        options: Int, criteria: Int, seed: Int
    ) throws -> ValueTable {
        var generator = SeededGenerator(seed: seed)
        let rows = (0..<options).map { _ in
            (0..<criteria).map { _ in Double.random(in: 0...1, using: &generator) }
        }
        return try ValueTable(
            rows,
            weights: (0..<criteria).map { _ in Double.random(in: 0.05...1, using: &generator) })
    }
}
