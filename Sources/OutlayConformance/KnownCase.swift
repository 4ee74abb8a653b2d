import Outlay

/// One known-answer case while it is checked.
final class KnownCase {
    /// The case's identifier.
    let id: String
    /// What is asked, such as `topsis` or `weights.entropy`.
    let method: String
    /// The members of the case beside those below.
    let input: Fields
    /// What the method is told beside the table.
    let params: Fields
    /// Which form of the method is meant.
    let variant: Fields
    /// The answers in full.
    let expected: Answers
    /// The answers as a publication prints them, nil where there is none.
    let published: Answers?
    /// How many draws a sampled answer is taken from.
    let draws: Int

    /// What a case says of itself, and names; nothing is computed from them.
    private static let remarks = [
        "comment", "description", "id", "items", "method", "options", "read_from", "reference",
        "source", "split", "title",
    ]
    /// How the keys of further remarks begin.
    private static let remarkPrefixes = ["checked_against", "disagrees", "note"]

    init(_ node: JSONNode, draws: Int) throws(CaseFault) {
        input = try Fields(node)
        id = try input.required("id").text()
        method = try input.required("method").text()
        input.pass(over: Self.remarks)
        Self.remarkPrefixes.forEach(input.pass(overPrefix:))
        params = try Fields(input.given("params")?.node, place: "params")
        variant = try Fields(input.given("variant")?.node, place: "variant")
        // `formula` puts the method in words.
        variant.pass(over: ["formula", "note"])
        let stated = try Fields(input.required("expected").node, place: "expected")
        expected = Answers(stated, tolerance: try Self.tolerance(of: stated, draws: draws))
        published = try input.given("published").map { item throws(CaseFault) in
            let printed = try Fields(item.node, place: "published")
            printed.pass(over: ["reference", "read_from", "note"])
            let tolerance = try printed["tolerance"].flatMap { item throws(CaseFault) in
                item.isNull ? nil : try item.number()
            }
            return Answers(
                printed, tolerance: tolerance.map { .absolute($0) }, passesOverNull: true)
        }
        self.draws = draws
    }

    /// Compares what is stated and printed as `key`, where it is, with what was found.
    func compare(
        _ key: String, _ found: Figure, within own: Tolerance? = nil
    ) throws(CaseFault) {
        try expected.compare(key, found, within: own)
        try published?.compare(key, found)
    }

    /// Throws unless every member of the case was asked for, and at least one answer is stated.
    func requireNothingLeft() throws(CaseFault) {
        let all = [input, params, variant, expected.fields] + (published.map { [$0.fields] } ?? [])
        let left = all.flatMap(\.leftovers)
        guard left.isEmpty else {
            throw .unsupported(
                "nothing is known of " + left.map { "`\($0)`" }.joined(separator: ", "))
        }
        guard expected.count > 0 else { throw .unsupported("it states no answer") }
    }

    /// Where the library differs, one line each.
    var differences: [String] { expected.differences + (published?.differences ?? []) }

    private static func tolerance(
        of stated: Fields, draws: Int
    ) throws(CaseFault) -> Tolerance? {
        guard let item = stated["tolerance"] else { return nil }
        let fields = try Fields(item.node, place: item.place)
        var tolerance = try fields["abs"].map { item throws(CaseFault) in
            Tolerance.absolute(try item.number())
        }
        if let rule = try fields["monte_carlo"]?.text() {
            guard rule == "4*sqrt(p*(1-p)/N)" else {
                throw .unsupported("the tolerance `\(rule)` is not known")
            }
            tolerance = .sampled(Double(draws))
            // For methods that integrate; the library draws.
            fields.pass(over: ["exact_method_abs"])
        }
        guard fields.leftovers.isEmpty else {
            throw .unsupported(
                "the tolerance "
                    + fields.leftovers.map { "`\($0)`" }.joined(separator: ", ") + " is not known")
        }
        return tolerance
    }
}
