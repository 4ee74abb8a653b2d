import Outlay
import Testing

@testable import OutlayDocuments

struct CatalogueLibraryTests {
    @Test func `a cell carries its unit, currency, period, day and source`() throws {
        let cell = try SampleCatalogue.library().cell("sample/a/1", column: "price")
        #expect(cell.content == .number(try ExactDecimal(parsing: "10.5")))
        #expect(cell.text == "10.50")
        #expect(cell.unit == "USD/hour")
        #expect(cell.currency == .usd)
        #expect(cell.period == .hour)
        #expect(cell.date?.description == "2026-11-01")
        #expect(cell.source == "list A")
        #expect(cell.catalogue == "sample" && cell.row == "a/1" && cell.column == "price")
    }

    @Test func `a row may state the currency and what a price is for`() throws {
        let library = SampleCatalogue.library()
        let monthly = try library.cell("sample/a/1", column: "fee")
        #expect(monthly.currency == .eur && monthly.period == .month && monthly.date == nil)
        #expect(monthly.unit == "EUR/per_month")
        let once = try library.cell("sample/b", column: "fee")
        #expect(once.currency?.code == "JPY" && once.period == nil && once.unit == "JPY/once")
    }

    @Test func `an empty cell says nothing`() throws {
        let library = SampleCatalogue.library()
        let price = try library.cell("sample/b", column: "price")
        #expect(price.content == nil && price.currency == nil && price.date == nil)
        #expect(try library.cell("sample/a/2", column: "kind").source == nil)
    }

    @Test func `texts, days, months and yes-no values are read by their columns`() throws {
        let library = SampleCatalogue.library()
        func content(_ column: String) throws -> CatalogueCell.Content? {
            try library.cell("sample/a/2", column: column).content
        }
        #expect(try content("kind") == .text("big"))
        #expect(try content("day") == .date(try CalendarDate(parsing: "2025-01-31")))
        #expect(try content("since") == .date(try CalendarDate(parsing: "2021-11-01")))
        #expect(try content("ok") == .yesNo(false))
        #expect(try library.cell("sample/a/2", column: "cores").unit == "core")
    }

    struct Miss: Sendable, CustomTestStringConvertible {
        var reference: String
        var column: String
        var code: ProblemCode
        var hint: String?
        var testDescription: String { "\(reference) \(column)" }
    }

    @Test(arguments: [
        Miss(
            reference: "sampel/a/1", column: "price", code: .unknownCatalogue,
            hint: "did you mean `sample`?"),
        Miss(
            reference: "sample/a/3", column: "price", code: .unknownRow,
            hint: "did you mean `a/1`?"),
        Miss(
            reference: "sample/a/1", column: "prise", code: .unknownColumn,
            hint: "did you mean `price`?"),
        Miss(
            reference: "sample", column: "price", code: .unknownReference,
            hint: "write it such as `cloud-compute/aws/m7i.2xlarge`"),
    ])
    func `what is not there has a name near it`(miss: Miss) {
        let library = SampleCatalogue.library()
        let problem = problem { try library.cell(miss.reference, column: miss.column) }
        #expect(problem?.code == miss.code)
        #expect(problem?.hint == miss.hint)
        #expect(problem?.location == nil)
    }

    @Test func `a cell that is not what its column says is named`() {
        let table = SampleCatalogue.table.replacing(",4,", with: ",four,")
        let problem = problem {
            try SampleCatalogue.library(table: table).cell("sample/a/1", column: "cores")
        }
        #expect(problem?.code == .badCell)
        #expect(
            problem?.summary == "`cores` of `a/1` in `shop/sample.csv` is `four`, not a number")
        #expect(problem?.location == nil)
    }

    @Test func `a number outside the range of its column is impossible`() {
        let table = SampleCatalogue.table.replacing(",4,", with: ",65,")
        let problem = problem {
            try SampleCatalogue.library(table: table).cell("sample/a/1", column: "cores")
        }
        #expect(problem?.code == .impossibleValue)
        #expect(problem?.reason == "a value here is at most 64")
    }

    @Test func `a key that two rows share names neither`() {
        let table = SampleCatalogue.table.replacing("a/2", with: "a/1")
        let library = SampleCatalogue.library(table: table)
        #expect(
            problem { try library.cell("sample/a/1", column: "price") }?.code
                == .duplicateIdentifier)
    }

    @Test func `only what is asked for is read, once, and kept with its digest`() throws {
        let library = SampleCatalogue.library()
        #expect(try library.identifiers() == ["sample"])
        #expect(library.filesRead.isEmpty)
        _ = try library.cell("sample/b", column: "price")
        _ = try library.cell("sample/b", column: "fee")
        #expect(library.filesRead.map(\.path) == ["shop/sample.yaml", "shop/sample.csv"])
        #expect(library.filesRead[1].sha256 == SHA256Digest.of(SampleCatalogue.table))
    }

    @Test func `a table that differs from its metadata is read with warnings`() throws {
        let metadata = SampleCatalogue.metadata(
            sha256: String(repeating: "0", count: 64), rows: 4)
        let library = SampleCatalogue.library(metadata: metadata)
        _ = try library.catalogue("sample")
        #expect(library.warnings.map(\.code) == [.checksumMismatch, .rowCountMismatch])
        #expect(library.warnings.allSatisfy { $0.severity == .warning })
    }

    @Test func `a catalogue is named after its file`() {
        let library = SampleCatalogue.library(metadata: SampleCatalogue.metadata(id: "other"))
        let problem = problem { try library.catalogue("sample") }
        #expect(problem?.code == .badIdentifier)
        #expect(problem?.hint == "write `id: sample`, or rename the file")
    }

    @Test func `a column that only one of the two files has is refused`() {
        let table = SampleCatalogue.table.replacing("kind,", with: "kinds,")
        let missing = problem {
            try SampleCatalogue.library(table: table).catalogue("sample")
        }
        #expect(missing?.code == .unknownColumn)
        #expect(missing?.hint == "did you mean `kinds`?")
        let metadata = SampleCatalogue.metadata(
            columns: SampleCatalogue.columns.replacing(
                "  - {name: kind, type: text}\n", with: ""))
        let surplus = problem {
            try SampleCatalogue.library(metadata: metadata).catalogue("sample")
        }
        #expect(surplus?.summary == "the column `kind` is not described")
    }
}
