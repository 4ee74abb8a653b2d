import Outlay

/// One known-answer case of a function while it is checked.
final class FunctionCase {
    /// The case's identifier.
    let id: String
    /// What is asked, such as `irr.allRoots`.
    let function: String
    /// What it is asked of.
    let inputs: Fields
    /// How many draws a sampled answer is taken from.
    let draws: Int
    private let expected: Item
    private let tolerance: FunctionTolerance
    private let published: (value: Item, tolerance: FunctionTolerance)?

    /// What a case says of itself; nothing is computed from it.
    private static let remarks = ["source", "notes", "verifiedBy", "title"]

    init(_ node: JSONNode, draws: Int) throws(CaseFault) {
        let fields = try Fields(node)
        id = try fields.required("id").text()
        function = try fields.required("function").text()
        inputs = try Fields(fields.required("inputs").node, place: "inputs")
        expected = try fields.required("expected")
        let stated = try fields.given("tolerance").map { item throws(CaseFault) in
            try FunctionTolerance(item)
        }
        tolerance = stated ?? .exact
        published = try fields.given("published").map { item throws(CaseFault) in
            let printed = try Fields(item.node, place: "published")
            printed.pass(over: ["where"])
            let value = try printed.required("value")
            let distance = try printed.required("tolerance").number()
            try printed.requireNothingLeft()
            return (value, .near(relative: 0, absolute: distance))
        }
        fields.pass(over: Self.remarks)
        try fields.requireNothingLeft()
        self.draws = draws
    }

    /// Returns where the library differs from what the case states, one line each.
    ///
    /// A problem that the function throws is an answer where the case states that error.
    func differences(by check: FunctionCheck) throws -> [String] {
        let found: Figure
        do {
            found = try check(self)
        } catch let problem as Problem {
            try inputs.requireNothingLeft()
            guard let error = try statedError() else { throw problem }
            let codes = try FunctionErrors.codes(of: error)
            return codes.contains(problem.code)
                ? [] : ["expected the error \(error), found \(problem.code) (\(problem.inOneLine))"]
        } catch let refusal as NamedRefusal {
            guard let error = try statedError() else { throw refusal }
            return error == refusal.name
                ? [] : ["expected the error \(error), found \(refusal.name)"]
        }
        try inputs.requireNothingLeft()
        if let error = try statedError() { return ["expected the error \(error), found \(found)"] }
        var comparison = FunctionComparison(tolerance: tolerance, draws: draws)
        try comparison.compare(expected, found)
        if let published {
            var printed = FunctionComparison(tolerance: published.tolerance, draws: draws)
            try printed.compare(published.value, found)
            return comparison.differences + printed.differences
        }
        return comparison.differences
    }

    private func statedError() throws(CaseFault) -> String? {
        guard case .object(let members) = expected.node.kind,
            members.contains(where: { $0.key == "error" })
        else { return nil }
        let fields = try Fields(expected.node, place: "expected")
        let error = try fields.required("error").text()
        // A rate that is given all the same lies there; the error alone is asked for.
        fields.pass(over: ["acceptRootNear"])
        try fields.requireNothingLeft()
        return error
    }
}

/// What the library refuses otherwise than by a problem, by the name that cases give to the error.
struct NamedRefusal: Error, Equatable {
    let name: String

    init(_ name: String) { self.name = name }
}

/// How far a found number may lie from the stated one.
enum FunctionTolerance {
    /// The larger of a share of the stated number and a distance.
    case near(relative: Double, absolute: Double)
    /// As decimals, to the last place.
    case exact
    /// Within so many standard errors of a sampled mean and variance.
    case sampled(sigmas: Double)

    init(_ item: Item) throws(CaseFault) {
        let fields = try Fields(item.node, place: item.place)
        switch try fields.given("kind")?.text() {
        case nil:
            self = .near(
                relative: try fields.required("rel").number(),
                absolute: try fields.required("abs").number())
        case "exact decimal":
            fields.pass(over: ["abs", "rel"])
            self = .exact
        case "monteCarlo":
            self = .sampled(sigmas: try fields.required("sigmas").number())
        case let kind?:
            throw .unsupported("the tolerance `\(kind)` is not known")
        }
        try fields.requireNothingLeft()
    }
}
