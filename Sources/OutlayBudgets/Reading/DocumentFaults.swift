import OutlayEncoding
import OutlayProblems

/// Everything wrong with one policy, organisation, vendor register or record, in the order of its value.
public struct DocumentFaults: Error, Hashable {
    /// The problems, at least one; each stands at a part of the value, by its JSON pointer.
    public let list: [Problem]

    /// Creates a list of problems, sorted by where they stand in `value`.
    init(_ problems: [Problem], in value: JSONValue) {
        var places: [String: Int] = [:]
        Self.number(value, at: "", in: &places)
        func place(_ problem: Problem) -> Int {
            guard case .part(let pointer) = problem.location else { return 0 }
            return places[pointer == StrictValue.rootName ? "" : pointer] ?? 0
        }
        list = problems.enumerated()
            .sorted { (place($0.element), $0.offset) < (place($1.element), $1.offset) }
            .map(\.element)
    }

    /// The first problem.
    public var first: Problem {
        guard let first = list.first else { preconditionFailure("faults hold a problem") }
        return first
    }

    private static func number(
        _ value: JSONValue, at pointer: String, in places: inout [String: Int]
    ) {
        places[pointer] = places.count
        switch value {
        case .object(let object):
            for member in object.members {
                number(
                    member.value, at: pointer + "/" + StrictValue.escaped(member.key), in: &places)
            }
        case .array(let elements):
            for (index, element) in elements.enumerated() {
                number(element, at: pointer + "/\(index)", in: &places)
            }
        default: break
        }
    }
}
