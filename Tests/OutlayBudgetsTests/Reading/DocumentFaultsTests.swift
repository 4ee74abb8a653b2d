import OutlayEncoding
import OutlayProblems
import OutlayValues
import Testing

@testable import OutlayBudgets

@Suite struct DocumentFaultsTests {
    private func texts<Document: GovernedDocument>(
        _: Document.Type, _ text: String, _ key: String, _ value: JSONValue
    ) throws -> [String] {
        do {
            _ = try Document(json: SampleDocuments.value(text, key, value))
            return []
        } catch let faults as DocumentFaults {
            return faults.list.map { problem in
                ["\(problem.code.rawValue) \(problem.summary)", problem.reason, problem.hint ?? ""]
                    .filter { !$0.isEmpty }.joined(separator: " | ")
            }
        }
    }

    @Test func `tiers that leave a gap`() throws {
        let tiers: JSONValue = [
            ["below": "500", "approvers": ["cfo"]], ["approvers": ["cfo"]],
            ["below": "400", "approvers": ["cfo"]], ["below": "900", "approvers": ["cfo"]],
        ]
        #expect(
            try texts(Policy.self, SampleDocuments.policy, "tiers", tiers) == [
                "OL501 tier 2 of 4 has no end | only the last tier is open, or those behind it would be empty",
                "OL501 tier 3 ends at 400.00 | it begins at 500.00, and a tier ends above that",
                "OL501 the last tier ends at 900.00 | the last tier has no end, or larger purchases "
                    + "would have no path | add a last tier without `below`",
            ])
    }

    @Test func `an approver without a place in the order`() throws {
        #expect(
            try texts(
                Policy.self, SampleDocuments.policy, "tiers", [["approvers": ["budget-ovner"]]])
                == [
                    "OL502 `budget-ovner` is in no group of the order | an order places every approver of "
                        + "the policy | did you mean `budget-owner`?"
                ])
    }

    @Test func `people who report to or stand in for themselves`() throws {
        let people: JSONValue = [
            ["id": "cfo", "reports_to": "controller"],
            ["id": "controller", "reports_to": "cfo", "deputies": ["controller"]],
        ]
        #expect(
            try texts(Organisation.self, SampleDocuments.organisation, "people", people) == [
                "OL503 `cfo` reports to themselves through others | a line of reporting ends at "
                    + "somebody who reports to nobody",
                "OL503 `controller` reports to themselves through others | a line of reporting ends at "
                    + "somebody who reports to nobody",
                "OL503 `controller` is their own deputy | a deputy stands in for another person",
            ])
    }

    @Test func `delegations that do not hold`() throws {
        let delegations: JSONValue = [
            ["from": "cfo", "to": "cfo", "start": "2026-07-02", "end": "2026-07-01"]
        ]
        #expect(
            try texts(
                Organisation.self, SampleDocuments.organisation, "delegations", delegations) == [
                    "OL504 `cfo` delegates to themselves | a delegation lends authority to another person",
                    "OL504 a delegation ends on 2026-07-01, before it starts | it starts on 2026-07-02, "
                        + "and its end is its last day",
                ])
    }

    @Test func `an unknown field and a wrong type`() throws {
        #expect(
            try texts(Policy.self, SampleDocuments.policy, "tires", []) == [
                "OL012 unknown field `tires` | `document` has no field of this name | did you mean "
                    + "`tiers`?"
            ])
        #expect(
            try texts(Policy.self, SampleDocuments.policy, "order", "cfo") == [
                "OL021 `order` is a text, not a list | `order` takes a list"
            ])
    }

    @Test func `pointers escape what keys hold`() throws {
        let value = try SampleDocuments.value(SampleDocuments.policy, "a/b~c", 1)
        #expect(SampleDocuments.faults(Policy.self, value) == ["OL012 /a~1b~0c"])
    }
}
