import Foundation
import OutlayProblems
import Testing

@testable import OutlayValues

/// One published case with its inputs and the answer expected.
struct Vector: Decodable, Sendable, CustomTestStringConvertible {
    let id: String
    let function: String
    let inputs: [String: Value]
    let expected: Value

    var testDescription: String { id }

    enum Value: Decodable, Sendable, Equatable {
        case text(String)
        case number(Double)
        case truth(Bool)
        case list([Value])
        case object([String: Value])

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let truth = try? container.decode(Bool.self) {
                self = .truth(truth)
            } else if let text = try? container.decode(String.self) {
                self = .text(text)
            } else if let number = try? container.decode(Double.self) {
                self = .number(number)
            } else if let list = try? container.decode([Value].self) {
                self = .list(list)
            } else {
                self = .object(try container.decode([String: Value].self))
            }
        }

        var text: String? {
            if case .text(let text) = self { text } else { nil }
        }

        var list: [Value] {
            if case .list(let list) = self { list } else { [] }
        }

        subscript(key: String) -> Value? {
            if case .object(let object) = self { object[key] } else { nil }
        }
    }

    func text(_ key: String) throws -> String {
        try #require(inputs[key]?.text, "\(id) has no text `\(key)`")
    }

    func texts(_ key: String) throws -> [String] {
        let list = try #require(inputs[key]?.list, "\(id) has no list `\(key)`")
        return try list.map { try #require($0.text) }
    }

    /// Reads the cases of a file beside this one, or stops the tests: without them nothing is
    /// shown.
    static func read(_ file: String) -> [Vector] {
        do {
            return try JSONDecoder().decode([Vector].self, from: fixture("Vectors/" + file))
        } catch {
            preconditionFailure("\(file) does not decode: \(error)")
        }
    }
}

/// Returns the bytes of a file of this package, by its path from this folder.
func fixture(_ path: String, from file: String = #filePath) throws -> Data {
    try Data(
        contentsOf: URL(fileURLWithPath: file).deletingLastPathComponent().appending(path: path))
}
