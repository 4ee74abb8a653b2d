import OutlayEncoding
import OutlayProblems

@testable import OutlayBudgets

/// Documents as JSON, for tests.
enum SampleDocuments {
    /// A policy like the one of a support department: approvers by tier, in groups of one order.
    static let policy = #"""
        {"kind": "Policy", "id": "PROC-4", "revision": 7, "effective_from": "2026-01-01",
         "currency": "EUR", "amount_basis": "contract_value",
         "split": {"days": 90, "by": ["vendor"]},
         "tiers": [
           {"below": "10000", "approvers": ["budget-owner"]},
           {"below": "100000", "approvers": ["budget-owner", "department-head"], "quotes": 2},
           {"below": "250000", "approvers": ["budget-owner", "department-head", "finance-review"],
            "quotes": 3, "evaluation": "required"},
           {"approvers": ["budget-owner", "department-head", "finance-review", "cfo"],
            "quotes": 3, "evaluation": "required"}],
         "extra": [{"when": {"category": "software", "personal_data": true},
                    "approvers": ["security"]}],
         "order": [["budget-owner", "security"], ["department-head"], ["finance-review"], ["cfo"]],
         "separation_of_duties":
           ["requester-not-approver", "last-editor-not-approver", "one-person-one-role"],
         "keep_approval_if": {"amount_increase_at_most": "0.05", "option": "same", "term": "same"},
         "budget": {"on_exceed": "block", "override": {"role": "cfo", "reason": "required"},
                    "out_years": "warn"},
         "expire": {"request": "60d", "approval": "90d"},
         "remind": {"after": "2d", "escalate_after": "5d"},
         "tests": [
           {"name": "small", "request": {"total": "9999.99"},
            "expect": {"path": [["budget-owner"]], "flags": []}},
           {"name": "at the threshold", "request": {"total": 10000, "quotes": [
              {"vendor": "A", "valid_until": "2026-12-31"},
              {"vendor": "B", "valid_until": "2026-12-31"}]},
            "expect": {"path": [["budget-owner"], ["department-head"]]}},
           {"name": "no quotes", "request": {"total": "10000"},
            "expect": {"refused": "quotes_missing"}},
           {"name": "split", "request": {"total": "6000", "vendor": "A",
              "quotes": [{"vendor": "A", "valid_until": "2026-12-31"},
                         {"vendor": "B", "valid_until": "2026-12-31"}],
              "earlier": [{"days_before": 90, "total": "4000"}]},
            "expect": {"path": [["budget-owner"], ["department-head"]],
                       "flags": ["split_suspected"]}}]}
        """#

    /// The people of that department.
    static let organisation = #"""
        {"kind": "Organisation", "id": "ORG", "revision": 3, "effective_from": "2026-01-01",
         "currency": "EUR",
         "people": [
           {"id": "pm.support", "roles": ["requester"], "reports_to": "head.service"},
           {"id": "owner.itops",
            "roles": [{"role": "budget-owner", "nodes": ["CC-410"], "from": "2026-01-01"}]},
           {"id": "security.lead", "roles": ["security"], "deputies": ["owner.itops"],
            "absences": [{"from": "2026-12-24", "to": "2026-12-31"}]},
           {"id": "head.service", "name": "Head of Service", "roles": ["department-head"]},
           {"id": "controller", "roles": ["finance-review"]},
           {"id": "cfo", "roles": ["cfo"], "override_limit": "5000.00"}],
         "delegations": [
           {"from": "cfo", "to": "controller", "start": "2026-07-01", "end": "2026-07-14",
            "limit": "20000", "categories": ["software"]}],
         "duties": {"roles": {"transfer": ["finance-review"], "vendor_data": ["finance-review"]},
                    "apart": [["request", "approve"]]}}
        """#

    /// Vendors, two of which are one group.
    static let vendors = #"""
        {"kind": "Vendors", "revision": 2, "vendors": [
           {"id": "northwind", "legal_name": "Northwind GmbH", "group": "nw"},
           {"id": "northwind-uk", "legal_name": "Northwind Ltd", "group": "nw",
            "bank_detail_hash": "00000000000000000000000000000000000000000000000000000000000000aa"},
           {"id": "HelpNest", "legal_name": "HelpNest Inc.",
            "bank_detail_hash": "00000000000000000000000000000000000000000000000000000000000000aa"}]}
        """#

    static func value(_ text: String) throws -> JSONValue {
        try JSONValue(storedText: text, path: "sample.json")
    }

    /// The document with the value at `key` replaced, or left out for nil.
    static func value(_ text: String, _ key: String, _ replacement: JSONValue?) throws -> JSONValue
    {
        guard case .object(var object) = try value(text) else { return .null }
        object[key] = replacement
        return .object(object)
    }

    /// The places and codes of what is wrong with a value.
    static func faults<Document: GovernedDocument>(
        _: Document.Type, _ value: JSONValue
    ) -> [String] {
        do {
            _ = try Document(json: value)
            return []
        } catch {
            return error.list.map { problem in
                guard case .part(let pointer) = problem.location else { return "nowhere" }
                return problem.code.rawValue + " " + pointer
            }
        }
    }
}
