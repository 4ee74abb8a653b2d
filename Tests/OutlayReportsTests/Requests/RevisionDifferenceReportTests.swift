import Outlay
import OutlayDocuments
import OutlayReports
import Testing

@Suite struct RevisionDifferenceReportTests {
    private func difference(
        _ edit: @escaping (String) -> String,
        to choice: PurchaseChoice = .award("northwind")
    ) throws -> RevisionDifference {
        try RevisionDifference(
            from: HelpdeskLedger.purchase(), to: HelpdeskLedger.purchase(choice, edit: edit))
    }

    private func short(_ difference: RevisionDifference) throws -> String {
        try difference.inShort().replacing("\u{202F}", with: " ")
    }

    @Test func `fewer seats cost less, in all and in each year`() throws {
        let difference = try difference {
            $0.replacing("seats: {value: 65", with: "seats: {value: 60")
        }
        #expect(try short(difference) == "seats 65 → 60, contract −17 167.57 (−6.1 %)")
        #expect(
            difference.years.map { "\($0.year) \($0.amount.after.amount)" } == [
                "FY2027 121080", "FY2028 68565.6", "FY2029 73365.19",
            ])
        let text = TextFormat(width: 200).render(
            try difference.report((before: "revision 1", after: "revision 2"))
        ).replacing("\u{202F}", with: " ")
        for expected in [
            "revision 1 → revision 2", "contract value", "−17 167.57", "charged in FY2028",
            "assumption seats  65",
        ] {
            #expect(text.contains(expected), "\(expected)\n\(text)")
        }
        #expect(try difference.json().text().contains(#""contract_change_share":"-0.0613""#))
    }

    @Test func `a comment is no difference`() throws {
        let difference = try difference { "# new\n" + $0 }
        #expect(difference.isEmpty)
        #expect(try short(difference) == "nothing differs")
        let report = try difference.report((before: "1", after: "2"))
        #expect(report.tables.isEmpty)
    }

    @Test func `another option, another term and another quote are told`() throws {
        let option = try difference(
            { $0 }, to: .award("openticket", reason: "No vendor may host the data"))
        #expect(option.rank == RevisionDifference.Pair(before: 1, after: 2))
        #expect(try short(option).hasPrefix("option northwind → openticket, contract "))
        let term = try difference {
            $0.replacing(
                "months: 36, auto_renew: true, notice_days: 90",
                with: "months: 24, auto_renew: true, notice_days: 90")
        }
        #expect(try short(term).hasPrefix("term 36 → 24 months, contract −79 478.96"))
        let quote = try difference { $0.replacing("2027-01-15", with: "2027-02-28") }
        #expect(quote.quotes.map(\.vendor) == ["northwind"])
        #expect(try short(quote) == "other statements")
        let interim = try difference(
            { $0 },
            to: .interim(
                "northwind", reviewOn: HelpdeskLedger.day("2027-06-30"), reason: "A trial"))
        #expect(!interim.isEmpty)
    }
}
