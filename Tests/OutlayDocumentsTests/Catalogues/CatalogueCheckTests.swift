import Outlay
import Testing

@testable import OutlayDocuments

struct CatalogueCheckTests {
    private func check(
        _ table: String = SampleCatalogue.table, asOf: String = "2026-11-23", days: Int = 365,
        metadata: String? = nil
    ) throws -> CatalogueCheck {
        let metadata =
            metadata
            ?? SampleCatalogue.metadata(
                sha256: SHA256Digest.of(table), rows: table.split(separator: "\n").count - 1)
        let library = SampleCatalogue.library(metadata: metadata, table: table)
        return CatalogueCheck(
            try library.catalogue("sample"), asOf: try CalendarDate(parsing: asOf),
            limitDays: days)
    }

    private func texts(_ check: CatalogueCheck) -> [String] {
        check.findings.map { finding in
            "\(finding.code.rawValue) \(finding.row ?? "-"):\(finding.line ?? 0) "
                + "\(finding.columns.joined(separator: "+")) \(finding.text)"
        }
    }

    @Test func `old prices and prices without a day are found and are no fault`() throws {
        let check = try check()
        #expect(
            texts(check) == [
                "OL108 a/1:2 fee no day is stated",
                "OL107 a/2:3 price dated 2025-01-31, 661 days old",
                "OL108 b:4 fee no day is stated",
            ])
        #expect(!check.hasFault)
        #expect(check.ages.prices == 4 && check.ages.stale == 1 && check.ages.undated == 2)
        #expect(check.ages.newest?.description == "2026-11-01")
        #expect(check.ages.staleShare == 0.25)
    }

    @Test func `a price is stale from the day behind the stated age on`() throws {
        #expect(try check(days: 661).ages.stale == 0)
        #expect(try check(days: 660).ages.stale == 1)
    }

    @Test func `a price of a later day is impossible`() throws {
        let check = try check(asOf: "2026-10-31")
        #expect(texts(check).contains("OL109 a/1:2 price dated 2026-11-01, after 2026-10-31"))
        #expect(check.hasFault)
        #expect(check.ages.newest?.description == "2025-01-31")
    }

    @Test(arguments: [
        (",4,", ",0,", "OL109 a/1:2 cores `0`: a value here is at least 1"),
        (",10.50,", ",-1,", "OL109 a/1:2 price `-1`: a value here is at least 0"),
        (",4,", ",4x,", "OL109 a/1:2 cores `4x`: a number is digits, with at most one minus"),
        ("2026-11-01", "2026-11-31", "OL109 a/1:2 day `2026-11-31`: days of that month"),
        (",EUR,", ",EURO,", "OL109 a/1:2 fee `5`: `EURO` is not a currency"),
        ("a/2", "a/1", "OL033 a/1:2 id another row has its key"),
        ("b,big box", ",big box", "OL104 :4 id empty: the column `id` has a value in every row"),
    ])
    func `a fault is found where it stands`(
        text: String, wrong: String, finding: String
    ) throws {
        let check = try check(SampleCatalogue.table.replacing(text, with: wrong))
        #expect(texts(check).contains { $0.hasPrefix(finding) }, "\(texts(check))")
        #expect(check.hasFault)
    }

    @Test func `a day that cannot be read is found once`() throws {
        let check = try check(SampleCatalogue.table.replacing("2026-11-01", with: "2026-11-31"))
        let found = check.findings.filter { $0.row == "a/1" && !$0.columns.contains("fee") }
        #expect(found.map(\.columns) == [["day"]])
    }

    @Test func `a changed table is a fault`() throws {
        let check = try check(
            metadata: SampleCatalogue.metadata(
                sha256: String(repeating: "0", count: 64), rows: 4))
        #expect(check.findings.prefix(2).map(\.code) == [.checksumMismatch, .rowCountMismatch])
        #expect(check.hasFault)
    }
}
