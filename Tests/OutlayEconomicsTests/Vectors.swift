import Foundation
import OutlayValues
import Testing

/// One published or independently computed case.
struct Vector: Decodable, Sendable, CustomTestStringConvertible {
    let id: String
    let function: String
    let inputs: [String: Value]
    let expected: Value
    let source: String

    var testDescription: String { id }

    /// A value of a case.
    enum Value: Decodable, Sendable, Equatable {
        case nothing
        case text(String)
        case number(Double)
        case list([Value])
        case object([String: Value])

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if container.decodeNil() {
                self = .nothing
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

        var number: Double? {
            if case .number(let number) = self { number } else { nil }
        }

        var numbers: [Double] {
            if case .list(let list) = self { list.compactMap(\.number) } else { [] }
        }

        subscript(key: String) -> Value? {
            if case .object(let object) = self { object[key] } else { nil }
        }
    }

    func number(_ key: String) throws -> Double {
        try #require(inputs[key]?.number, "\(id) has no number `\(key)`")
    }

    func decimal(_ key: String) throws -> ExactDecimal {
        try ExactDecimal(nearest: number(key), places: 10)
    }

    func decimals(_ key: String) throws -> [ExactDecimal] {
        let numbers = try #require(inputs[key]?.numbers, "\(id) has no list `\(key)`")
        return try numbers.map { try ExactDecimal(nearest: $0, places: 10) }
    }

    /// Reads the cases called `ids` of a file beside this one, or stops the tests: nothing is skipped.
    static func read(_ file: String, _ ids: String...) -> [Vector] {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        do {
            let bytes = try Data(contentsOf: folder.appending(path: "Vectors/\(file).json"))
            let all = try JSONDecoder().decode([Vector].self, from: bytes)
            let chosen = all.filter { ids.contains($0.id) }
            precondition(chosen.count == ids.count, "\(file).json lacks one of \(ids)")
            return chosen
        } catch {
            preconditionFailure("\(file).json does not decode: \(error)")
        }
    }
}
