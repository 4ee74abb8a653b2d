import OutlayEncoding
import OutlayProblems
import Testing

@testable import OutlayBudgets

struct ActualsMapTests {
    private func read(_ text: String) throws -> ActualsMap {
        try ActualsMap(json: try JSONValue(parsing: text))
    }

    private func faults(_ text: String) throws -> [String] {
        let value = try JSONValue(parsing: text)
        do throws(DocumentFaults) {
            _ = try ActualsMap(json: value)
            return []
        } catch {
            return error.list.map { problem in
                guard case .part(let place) = problem.location else { return "\(problem.code)" }
                return "\(problem.code) \(place)"
            }
        }
    }

    @Test func `a map is what its rules, numbers and columns say, and writes itself the same`()
        throws
    {
        let map = try read(
            """
            {"kind": "ActualsMap",
             "rules": [
               {"when": {"ServiceName": ["S3", "EC2"], "SubAccountId": "51"}, "tags": {"env": "dev"},
                "line": "CC-410", "vendor": "V-AWS", "request": "REQ-7"},
               {"when": {"ChargeCategory": "Tax"}, "leave_out": "recoverable tax"}],
             "otherwise": "CC-400", "invoices": {"12 2026-01": "INV-1"},
             "columns": {"amount": "Betrag", "date": "Datum", "line": "Konto",
               "document": ["Beleg", ["Konto", {"column": "Monat", "length": 7}]],
               "delimiter": ";", "decimal_sign": ",", "skipped_lines": 2}}
            """)
        #expect(map.rules.count == 2)
        #expect(map.rules[0].conditions.map(\.values) == [["S3", "EC2"], ["51"]])
        #expect(map.rules[1].outcome == .leaveOut("recoverable tax"))
        #expect(map.otherwise == "CC-400")
        #expect(map.layout?.document.count == 2)
        #expect(map.layout?.decimalSign == .comma)
        #expect(try ActualsMap(json: map.json) == map)
    }

    @Test func `what a map cannot say is refused at its place`() throws {
        #expect(
            try faults(#"{"rules": [{"when": {"a": "b"}}, {"lin": "X", "line": "Y"}]}"#)
                == ["missingField /rules/0", "unknownField /rules/1/lin"])
        #expect(
            try faults(#"{"rules": [{"line": "Y", "leave_out": "no"}], "otherwise": 7}"#)
                == ["fieldsExclude /rules/0", "wrongType /otherwise"])
        #expect(
            try faults(#"{"rules": [{"when": {"a": []}, "line": "Y"}]}"#)
                == ["wrongLength /rules/0/when/a"])
        #expect(
            try faults(#"{"columns": {"date": "d"}}"#) == ["missingField /columns"])
        #expect(try faults(#"{"kind": "Policy"}"#) == ["unknownKind /kind"])
    }
}
