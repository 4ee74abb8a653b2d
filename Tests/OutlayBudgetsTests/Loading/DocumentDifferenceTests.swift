import OutlayBudgets
import OutlayEncoding
import Testing

@Suite struct DocumentDifferenceTests {
    private func lines(_ before: String, _ after: String) throws -> [String] {
        try DocumentDifference.list(
            from: JSONValue(parsing: before), to: JSONValue(parsing: after)
        ).map { "\($0.path.joined(separator: "/")): \($0.before ?? "-") -> \($0.after ?? "-")" }
    }

    @Test func `elements are matched by id, else by number`() throws {
        #expect(
            try lines(
                #"{"people": [{"id": "a", "roles": ["x"]}, {"id": "b"}], "tiers": [{"below": "1"}, {}]}"#,
                #"{"people": [{"id": "c"}, {"id": "a", "roles": ["x", "y"]}], "tiers": [{"below": "2"}, {}]}"#
            ) == [
                #"people/c: - -> {"id":"c"}"#, #"people/a/roles: ["x"] -> ["x","y"]"#,
                #"people/b: {"id":"b"} -> -"#, "tiers/1/below: 1 -> 2",
            ])
    }

    @Test func `the number and first day of the revision are no difference`() throws {
        #expect(
            try lines(
                #"{"revision": 1, "effective_from": "2026-01-01", "a": 1.0}"#,
                #"{"a": 1, "effective_from": "2027-01-01", "revision": 2}"#) == [])
    }

    @Test func `order of keys and zeros behind the point say nothing, a moved id does`() throws {
        #expect(try lines(#"{"a": {"b": 1, "c": 2}}"#, #"{"a": {"c": 2, "b": 1}}"#) == [])
        #expect(
            try lines(#"{"a": [{"id": "x", "v": 1}]}"#, #"{"a": [{"id": "y", "v": 1}]}"#)
                == [#"a/y: - -> {"id":"y","v":1}"#, #"a/x: {"id":"x","v":1} -> -"#])
    }
}
