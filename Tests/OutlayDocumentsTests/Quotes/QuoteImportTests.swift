import Outlay
import Testing

@testable import OutlayDocuments

struct QuoteImportTests {
    private static let mapText = """
        apiVersion: outlay/v1
        kind: QuoteMap
        metadata: {id: northwind, title: "Northwind: prices"}
        vendor: Northwind GmbH
        currency: EUR
        prices: net
        quoted: 2026-09-28
        valid_until: 2027-01-15
        delimiter: ";"
        decimal: ","
        grouping: "."
        skip_lines: 1
        key: Artikel
        columns:
          - {from: Artikel, to: id, type: text}
          - {from: Bezeichnung, to: title, type: text}
          - {from: Preis, to: price, type: price, per: month, required: true}
          - {from: Plätze, to: seats, type: number, unit: seat, minimum: 1}
        ignore: [Bemerkung]
        """
    private static let quote = """
        Angebot Q-8812
        Artikel;Bezeichnung;Preis;Plätze;Bemerkung
        N-1;"Desk; small";1.089,50;65;neu
        N-2;Desk large;89;;

        """

    private func map(_ text: String = mapText) throws(DocumentProblems) -> QuoteMap {
        try QuoteMap.read(DocumentSource.read(path: "map.yaml", bytes: Array(text.utf8)))
    }

    private func read(
        _ quote: String = quote, map text: String = mapText
    ) throws(DocumentProblems) -> QuoteImport {
        guard let day = CalendarDate(year: 2026, month: 11, day: 23) else {
            throw DocumentProblems([])
        }
        return try QuoteImport(
            path: "quotes/nw.csv", bytes: Array(quote.utf8), map: map(text), on: day)
    }

    private func problems(_ quote: String, map text: String = mapText) -> [String] {
        do throws(DocumentProblems) {
            _ = try read(quote, map: text)
            return []
        } catch {
            return error.list.map { problem in
                guard case .text(let span)? = problem.location else {
                    return "\(problem.code.rawValue) \(problem.summary)"
                }
                return "\(problem.code.rawValue) \(span.start.line):\(span.start.column) "
                    + problem.summary
            }
        }
    }

    @Test func `a quote becomes a table with plain numbers`() throws {
        #expect(
            try read().table
                == "id,title,price,seats\nN-1,Desk; small,1089.50,65\nN-2,Desk large,89,\n")
    }

    @Test func `the metadata says source, day, validity, currency and tax`() throws {
        let metadata = try read().metadata
        #expect(metadata.id == "northwind" && metadata.file == "northwind.csv")
        #expect(metadata.taxBasis == .net && metadata.key == "id" && metadata.rowCount == 2)
        #expect(metadata.validUntil?.description == "2027-01-15")
        #expect(metadata.sources[0].name == "nw.csv")
        #expect(metadata.sources[0]["sha256"] == SHA256Digest.of(Self.quote))
        #expect(metadata.sources[0]["upstream"] == "Northwind GmbH")
    }

    @Test func `the written catalogue loads again and gives its cells`() throws {
        let imported = try read()
        let texts = [
            "northwind.yaml": imported.metadata.text, "northwind.csv": imported.table,
        ]
        let library = CatalogueLibrary(
            folder: "",
            files: DocumentFiles(
                read: { path throws(Problem) in Array((texts[path] ?? "").utf8) },
                list: { _ in texts.keys.sorted() }))
        let cell = try library.cell("northwind/N-1", column: "price")
        #expect(cell.content == .number(try ExactDecimal(parsing: "1089.5")))
        #expect(cell.currency == .eur && cell.period == .month && cell.unit == "EUR/month")
        #expect(cell.date?.description == "2026-09-28")
        #expect(cell.source == "nw.csv")
        #expect(library.warnings.isEmpty)
        #expect(try library.catalogue("northwind").metadata == imported.metadata)
    }

    @Test func `every mistake of a quote is found in one pass`() {
        let quote = """
            Angebot Q-8812
            Artikel;Bezeichnung;Preis;Plätze;Bemerkung
            N-1;Desk;auf Anfrage;65;
            N-1;Desk;;0;
            ;Desk;1.08,50;65;
            N-4;Desk;1089.50;1e2;
            N-5;Desk;89 ; ;
            """
        #expect(
            problems(quote) == [
                "OL105 3:10 `auf Anfrage` is not a price",
                "OL033 4:1 two rows are called `N-1`",
                "OL104 4:10 `Preis` has no value",
                "OL109 4:11 `0` is not a number that is possible",
                "OL104 5:1 `Artikel` has no value",
                "OL105 5:7 `1.08,50` is not a price",
                "OL105 6:10 `1089.50` is not a price",
                "OL105 6:18 `1e2` is not a number",
                "OL105 7:10 `89 ` is not a price",
                "OL104 7:14 `Plätze` has no value",
            ])
    }

    @Test func `columns are mapped or ignored, and all mapped ones are there`() {
        #expect(
            problems("x\nArtikel;Bezeichnung;Rabatt;Plätze\nN-1;Desk;1;2\n") == [
                "OL103 the quote has no column `Preis`",
                "OL103 2:21 the column `Rabatt` is not mapped",
            ])
        #expect(
            problems("x\nArtikel;Bezeichnung;Preis;Plätze;Bemerkungen\nN-1;Desk;1;2;3\n")
                == ["OL103 2:34 the column `Bemerkungen` is not mapped"])
    }

    @Test func `a ragged row and a quote without rows are refused`() {
        #expect(
            problems("x\nArtikel;Bezeichnung;Preis;Plätze;Bemerkung\nN-1;Desk\n")
                == ["OL106 3:1 2 fields in a row"])
        #expect(
            problems("x\nArtikel;Bezeichnung;Preis;Plätze;Bemerkung\n")
                == ["OL114 the quote has no rows"])
    }

    @Test func `a map agrees with itself`() {
        let text = Self.mapText.replacing("grouping: \".\"", with: "grouping: \",\"")
            .replacing("key: Artikel", with: "key: Artikl")
            .replacing("ignore: [Bemerkung]", with: "ignore: [Preis]")
            .replacing("to: title", with: "to: id")
        let found = #expect(throws: DocumentProblems.self) { try map(text) }
        #expect(
            found?.list.map(\.code) == [
                .fieldsExclude, .unknownColumn, .duplicateIdentifier, .fieldsExclude,
            ])
    }
}
