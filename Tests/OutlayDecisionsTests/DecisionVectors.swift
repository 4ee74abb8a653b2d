import Foundation
import OutlayDecisions
import Testing

/// The known answers in `Vectors/`, one file per group.
enum DecisionVectors {
    /// One table with what is known of it.
    struct Case: CustomTestStringConvertible {
        let fields: [String: Any]

        var id: String { fields["id"] as? String ?? "" }
        var testDescription: String { id }
        var method: String { fields["method"] as? String ?? "" }
        var variant: [String: Any] { fields["variant"] as? [String: Any] ?? [:] }
        var parameters: [String: Any] { fields["params"] as? [String: Any] ?? [:] }
        var expected: [String: Any] { fields["expected"] as? [String: Any] ?? [:] }
        /// What a publication prints, where there is one.
        var published: [String: Any]? { fields["published"] as? [String: Any] }

        /// How far a computed number may lie from the expected one.
        var tolerance: Double {
            (expected["tolerance"] as? [String: Any])?["abs"] as? Double ?? 0
        }

        /// The table, with the scales that `bounds` state.
        func matrix() throws -> DecisionMatrix {
            let criteria = fields["criteria"] as? [[String: Any]] ?? []
            let weights = fields["weights"] as? [Double] ?? []
            let bounds = parameters["bounds"] as? [[Double]]
            let columns = zip(criteria, weights).enumerated().map { index, given in
                let isHigher = given.0["direction"] as? String == "max"
                return DecisionMatrix.Column(
                    name: given.0["id"] as? String ?? "", direction: isHigher ? .higher : .lower,
                    weight: given.1,
                    scale: bounds.map {
                        DecisionMatrix.Scale(
                            worst: $0[index][isHigher ? 0 : 1], best: $0[index][isHigher ? 1 : 0])
                    })
            }
            return try DecisionMatrix(
                columns: columns, cells: (fields["matrix"] as? [[Double]] ?? []).flatMap(\.self),
                rowNames: fields["options"] as? [String] ?? [])
        }
    }

    /// Returns the cases of `group`.
    static func cases(of group: String) throws -> [Case] {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "Vectors/\(group).json")
        let object = try JSONSerialization.jsonObject(with: Data(contentsOf: file))
        let cases = (object as? [String: Any])?["cases"] as? [[String: Any]] ?? []
        return cases.map { Case(fields: $0) }
    }
}

/// Returns whether each number lies within `tolerance` of the stated one.
func areClose(_ computed: [Double], _ stated: [Double], within tolerance: Double = 1e-12) -> Bool {
    computed.count == stated.count
        && zip(computed, stated).allSatisfy { ($0 - $1).magnitude <= tolerance }
}
