import Outlay
import Testing

@testable import OutlayDocuments

struct CatalogueMetadataTests {
    private func read(_ text: String) throws(DocumentProblems) -> CatalogueMetadata {
        try CatalogueMetadata.read(
            DocumentSource.read(path: "sample.yaml", bytes: Array(text.utf8)))
    }

    private func problems(_ columns: String) -> [String] {
        do throws(DocumentProblems) {
            _ = try read(SampleCatalogue.metadata(columns: columns))
            return []
        } catch {
            return error.list.map { "\($0.code.rawValue) \($0.summary)" }
        }
    }

    @Test func `a document becomes typed columns`() throws {
        let metadata = try read(SampleCatalogue.metadata())
        #expect(metadata.columns.count == 11)
        #expect(
            metadata.column("cores")?.type
                == .number(unit: "core", minimum: 1.exact, maximum: 64.exact))
        #expect(
            metadata.column("price")?.type
                == .price(
                    PriceTerms(
                        currency: .stated(.usd), per: .stated("hour"), date: .column("day"))))
        #expect(metadata.column("since")?.type == .month(.name))
        #expect(metadata.column("id")?.isRequired == true)
        #expect(metadata.sources[0].name == "example.org/prices")
        #expect(metadata.sources[0]["licence"] == "CC0-1.0")
        #expect(metadata.remarks == [CatalogueRemark(field: "limits", text: "three rows")])
    }

    @Test func `metadata reads back as it was written`() throws {
        let metadata = try read(SampleCatalogue.metadata())
        #expect(try read(metadata.text) == metadata)
    }

    @Test func `fields belong to the types that have them`() {
        let columns = """
              - {name: id, type: text, unit: GiB}
              - {name: cores, type: number, per: hour}
              - {name: price, type: price}
              - {name: source, type: text}
            """
        #expect(
            problems(columns) == [
                "OL014 `unit` beside `type: text`", "OL014 `per` beside `type: number`",
                "OL013 `currency` or `currency_column` is missing",
            ])
    }

    @Test func `columns are named once and referred to by name`() {
        let columns = """
              - {name: id, type: text}
              - {name: id, type: text}
              - {name: price, type: price, currency: USD, date_column: dya}
              - {name: day, type: date}
              - {name: source, type: text}
            """
        #expect(
            problems(columns) == [
                "OL033 two columns are called `id`", "OL103 there is no column `dya`",
            ])
    }

    @Test func `a key and a licence are needed`() throws {
        let text = SampleCatalogue.metadata().replacing("key: id", with: "key: idd")
            .replacing(", licence: CC0-1.0", with: "")
        let found = try #require(throws: DocumentProblems.self) { try read(text) }
        #expect(found.list.map(\.code) == [.missingField, .unknownColumn])
        #expect(found.list[1].hint == "did you mean `id`?")
    }

    @Test(arguments: [
        ("hour", PricePeriod.hour), ("accelerator-hour", .hour), ("per_user_month", .month),
        ("item", nil), ("TB", nil), ("hours", nil),
    ])
    func `a period is the last word of what a price is for`(unit: String, period: PricePeriod?) {
        #expect(PriceTerms.period(of: unit) == period)
    }

    @Test(arguments: [
        ("Jan-2009", MonthForm.name, Optional("2009-01-01")), ("Dec-1999", .name, "1999-12-01"),
        ("2009-01", .digits, "2009-01-01"), ("jan-2009", .name, nil), ("Jan-09", .name, nil),
        ("2009-13", .digits, nil), ("2009-1", .digits, nil), ("Jan-2009", .digits, nil),
    ])
    func `a month is its first day`(text: String, form: MonthForm, day: String?) {
        #expect(form.firstDay(of: text)?.description == day)
    }
}

extension Int {
    fileprivate var exact: ExactDecimal { ExactDecimal(self) }
}
