import Foundation
import OutlayDecisions
import Testing

/// One known answer of the methods that compare options in pairs.
struct OutrankingCase: Decodable, Sendable, CustomTestStringConvertible {
    let id: String
    let options: [String]
    let criteria: [Criterion]
    let matrix: [[Double]]
    let weights: [Double]
    let params: Parameters
    let expected: Expected

    struct Criterion: Decodable, Sendable {
        let id: String
        let direction: String
    }

    struct Parameters: Decodable, Sendable {
        let functions: [String]?
        let q: [Double]
        let p: [Double]
        let s: [Double]?
        let v: [Double]?
    }

    struct Expected: Decodable, Sendable {
        let scores: [Double]?
        let ranking: [Int]?
        let positiveFlow: [Double]?
        let negativeFlow: [Double]?
        let preferenceIndices: [[Double]]?
        let concordance: [[Double]]?
        let credibility: [[Double]]?
    }

    var testDescription: String { id }

    /// The table with a preference function, and where the case has one a veto, for each criterion.
    func table() throws -> DecisionMatrix {
        let columns = try criteria.indices.map { index in
            let name = params.functions?[index].replacing("shape", with: "-shape") ?? "linear"
            guard let shape = PreferenceFunction.Shape(rawValue: name) else {
                throw UnknownShape(name: name)
            }
            return DecisionMatrix.Column(
                name: criteria[index].id,
                direction: criteria[index].direction == "max" ? .higher : .lower,
                weight: weights[index],
                preference: PreferenceFunction(
                    shape, indifference: params.q[index], strict: params.p[index],
                    spread: params.s?[index] ?? 0),
                veto: params.v?[index])
        }
        return try DecisionMatrix(
            columns: columns, cells: matrix.flatMap(\.self), rowNames: options)
    }

    private struct UnknownShape: Error {
        let name: String
    }
}

/// The cases of a file of known answers.
struct KnownCases<Case: Decodable>: Decodable {
    let cases: [Case]

    /// Reads the cases of a file beside this one, or stops the tests: nothing is skipped.
    static func read(_ file: String) -> [Case] {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        do {
            let bytes = try Data(contentsOf: folder.appending(path: "Vectors/\(file).json"))
            return try decoder.decode(Self.self, from: bytes).cases
        } catch {
            preconditionFailure("\(file).json does not decode: \(error)")
        }
    }
}
