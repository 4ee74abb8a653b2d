import Foundation
import OutlayBudgets
import OutlayEncoding
import OutlayProblems
import OutlayValues
import Testing

@testable import OutlayReports

struct OCDSPackageTests {
    static let publisher = OCDSPublisher(
        prefix: "ocds-213czf", name: "City of Example", identifier: "XX-1",
        uri: "https://example.com/releases.json")

    static func data(_ name: String) throws -> JSONValue {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
        let text = try String(contentsOf: folder.appending(path: "Data/\(name)"), encoding: .utf8)
        return try JSONValue(parsing: text)
    }

    static func check() throws -> JSONSchemaCheck {
        JSONSchemaCheck(
            try data("release-package-schema.json"),
            others: [
                "https://standard.open-contracting.org/schema/1__1__5/release-schema.json":
                    try data("release-schema.json")
            ])
    }

    private func package() throws -> JSONValue {
        var ledger = try ExportedLedger()
        try ledger.story()
        return try OCDSPackage.json(
            of: try AuditJournal(ledger.books.events), by: Self.publisher)
    }

    private func releases(_ package: JSONValue) -> [JSONObject] {
        guard case .object(let object) = package, case .array(let list) = object["releases"] else {
            return []
        }
        return list.compactMap { release in
            if case .object(let object) = release { object } else { nil }
        }
    }

    @Test func `the package is what the schema of OCDS 1.1.5 says`() throws {
        var check = try Self.check()
        check.check(try package())
        #expect(check.faults == [])
    }

    @Test func `the check sees what the schema does not allow`() throws {
        for (text, fault) in [
            (#"{"uri": "x:y"}"#, ": lacks publisher"),
            (#"{"uri": "a b"}"#, "/uri: is no URI"),
            (#"{"releases": []}"#, "/releases: is empty"),
            (#"{"releases": [{"tag": ["plan"]}]}"#, "/releases/0/tag/0: \"plan\""),
            (#"{"releases": [{"tender": {}}]}"#, "/releases/0/tender: lacks id"),
            (#"{"releases": [{"date": "2026-01-01"}]}"#, "/releases/0/date: is no time"),
            (
                #"{"releases": [{"awards": [{"value": {"amount": "1"}}]}]}"#,
                "/releases/0/awards/0/value/amount: is string"
            ),
            (#"{"releases": [{"color": 1}]}"#, "/releases/0/color: unknown"),
        ] {
            var check = try Self.check()
            check.check(try JSONValue(parsing: text))
            #expect(check.faults.contains(fault), "\(check.faults)")
        }
    }

    @Test func `each event that says something new is a release with its tags`() throws {
        let rows = releases(try package()).map { release in
            let tags: [String] =
                if case .array(let tags) = release["tag"] { tags.map { $0.text() } } else { [] }
            let ocid = release["ocid"]?.text() ?? ""
            return "\(ocid) \(tags.joined(separator: " "))".replacingOccurrences(of: "\"", with: "")
        }
        #expect(
            rows == [
                "ocds-213czf-REQ-1 planning tender", "ocds-213czf-REQ-1 award tenderUpdate",
                "ocds-213czf-REQ-1 contract", "ocds-213czf-REQ-1 implementation",
                "ocds-213czf-REQ-1 implementationUpdate", "ocds-213czf-REQ-1 contractAmendment",
                "ocds-213czf-REQ-1 implementationUpdate", "ocds-213czf-REQ-2 planning",
                "ocds-213czf-REQ-2 planningUpdate", "ocds-213czf-REQ-1 planningUpdate",
                "ocds-213czf-REQ-1 implementationUpdate contractTermination",
            ])
    }

    @Test func `amounts, suppliers, reasons and bills are the ledger's`() throws {
        let text = try package().text()
        for part in [
            #""amendments":[{"id":"ocds-213czf-REQ-1-16-amendment","date":"2026-03-03T00:00:00Z","#
                + #""rationale":"more seats","#
                + #""description":"total from 1500.00 to 1750.00 EUR""#,
            #""budget":{"description":"CC-410 FY2026-M02 1000.00 EUR; cc 410 FY2026-M02 500.00 EUR","#
                + #""amount":{"amount":1500.00,"currency":"EUR"}}"#,
            #""numberOfTenderers":2,"tenderers":[{"id":"V1","name":"One, \"Inc.\""}"#,
            #"{"id":"credit-C-1","date":"2026-03-04T00:00:00Z","#
                + #""value":{"amount":-10.01,"currency":"EUR"}"#,
            #"{"id":"invoice-I-2","date":"2027-01-15T00:00:00Z","#
                + #""value":{"amount":200.00,"currency":"EUR"}"#,
            #""milestones":[{"id":"receipt-D-1","title":"Delivery","type":"delivery","#,
        ] {
            #expect(text.contains(part), "\(part)")
        }
    }

    @Test func `a contract is worth all its years, of those too that are not opened yet`() throws {
        var ledger = try ExportedLedger()
        var submission = Submit(
            try RequestID("REQ-9"), lines: [Submit.Line(try NodeID("CC-410"), MinorUnits(100_000))],
            vendor: try VendorID("V1"))
        submission.details.contractValue = MinorUnits(280_000)
        submission.details.quotes = [
            QuoteOnFile(
                vendor: try VendorID("V1"), validUntil: try CalendarDate(parsing: "2026-12-31"))
        ]
        try ledger.accept(submission)
        try ledger.accept(Approve(try RequestID("REQ-9")), by: "mia")
        let text = try OCDSPackage.json(
            of: try AuditJournal(ledger.books.events), by: Self.publisher
        ).text()
        let worth = #""value":{"amount":2800.00,"currency":"EUR"}"#
        #expect(text.components(separatedBy: worth).count == 4, "tender, its end, and award")
        #expect(text.contains(#""amount":{"amount":1000.00,"currency":"EUR"}"#))
    }

    @Test func `identifiers are unique and the same journal gives the same bytes`() throws {
        let package = try package()
        let ids = releases(package).compactMap { $0["id"] }
        #expect(Set(ids).count == ids.count)
        #expect(package.text() == (try self.package()).text())
    }

    @Test(
        .enabled(if: OtherProgram.isInstalled("jsonschema"), "SKIPPED: jsonschema is not installed")
    )
    func `the validator of Python finds the package valid`() throws {
        let jsonschema = try #require(OtherProgram("jsonschema"))
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
        // The whole of a release is checked by its own schema, so that nothing is fetched.
        let schema = folder.appending(path: "Data/release-schema.json").path
        for release in releases(try package()) {
            _ = try jsonschema.run(
                [schema, "-i"], on: JSONValue.object(release).text(), ending: "json")
        }
    }
}
