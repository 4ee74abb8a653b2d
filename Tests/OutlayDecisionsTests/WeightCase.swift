import Foundation
import OutlayDecisions
import Testing

/// One known answer of `Vectors/weights.json`, `ahp.json` or `bwm.json`.
struct WeightCase: Decodable, Sendable, CustomTestStringConvertible {
    let id: String
    let method: String
    let matrix: [[Double]]?
    let criteria: [Column]?
    let points: [Double]?
    let ranks: [Int]?
    let items: [String]?
    let known: [Known]?
    let bestToOthers: [Double]?
    let othersToWorst: [Double]?
    let criteriaMatrixText: [[String]]?
    let alternativeMatricesText: [[[String]]]?
    let judgesText: [[[String]]]?
    let expected: Expected
    let published: Published?

    var testDescription: String { id }

    struct Column: Decodable, Sendable {
        let id: String
        let direction: String
    }

    struct Known: Decodable, Sendable {
        let i: Int
        let j: Int
        let ratio: String
    }

    struct Expected: Decodable, Sendable {
        let tolerance: Tolerance
        let weights: [Double]?
        let weightsGeometric: [Double]?
        let lambdaMax: Double?
        let consistencyIndex: Double?
        let consistencyRatio: Double?
        let acceptable: Bool?
        let xi: Double?
        let criteriaWeights: [Double]?
        let scores: [Double]?
        let scoresColumnMean: [Double]?
        let ranking: [Int]?
        let matrix: [[Double]]?
    }

    struct Tolerance: Decodable, Sendable {
        let abs: Double
    }

    struct Published: Decodable, Sendable {
        let tolerance: Double
        let weights: [Double]?
        let scores: [Double]?
        let xi: Double?
        let consistencyRatio: Double?
    }

    /// Returns the cases of the file `name`.
    static func cases(_ name: String) -> [WeightCase] {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "Vectors/\(name).json")
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        do {
            return try decoder.decode(Group.self, from: Data(contentsOf: file)).cases
        } catch {
            Issue.record("\(name).json: \(error)")
            return []
        }
    }

    private struct Group: Decodable {
        let cases: [WeightCase]
    }

    /// Checks computed figures against the expected and the published ones.
    func expect(_ found: [Double], _ stated: [Double]?, within tolerance: Double? = nil) {
        guard let stated else { return }
        let tolerance = tolerance ?? expected.tolerance.abs
        #expect(found.count == stated.count, "\(id)")
        for (found, stated) in zip(found, stated) {
            #expect(abs(found - stated) <= tolerance, "\(id): \(found), \(stated)")
        }
    }

    /// Returns a matrix of fractions such as `1/3` as a checked one.
    static func pairwise(_ text: [[String]]) throws -> PairwiseMatrix {
        try PairwiseMatrix(
            items: text.indices.map { "i\($0)" }, rows: try text.map { try $0.map(ratio) })
    }

    /// Returns a ratio such as `1/3` or `5`.
    static func ratio(_ text: String) throws -> Double {
        let parts = try text.split(separator: "/").map { try #require(Double($0)) }
        return parts.count == 2 ? parts[0] / parts[1] : parts[0]
    }
}
