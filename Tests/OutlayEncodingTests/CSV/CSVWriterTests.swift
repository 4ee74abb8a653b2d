import OutlayEncoding
import Testing

struct CSVWriterTests {
    private func line(_ fields: [String], _ writer: CSVWriter = CSVWriter()) -> String {
        var writer = writer
        writer.append(fields)
        return writer.text
    }

    @Test func `fields are quoted where they must be`() {
        #expect(line(["a", "b c", ""]) == "a,b c,\n")
        #expect(line(["a,b", "c\"d", "e\nf", "g\rh"]) == "\"a,b\",\"c\"\"d\",\"e\nf\",\"g\rh\"\n")
        #expect(line(["a,b", "c;d"], CSVWriter(delimiter: .semicolon)) == "a,b;\"c;d\"\n")
        #expect(line([""]) == "\"\"\n")
        #expect(line(["e\u{301}\"\u{301}"]) == "\"e\u{301}\"\"\u{301}\"\n")
    }

    @Test func `formulas are guarded when asked`() {
        let fields = ["=1+1", "+1", "-1", "-12.50", "-1+2", "-", "@a", "\tb", "c=1", "5"]
        #expect(line(fields) == "=1+1,+1,-1,-12.50,-1+2,-,@a,\tb,c=1,5\n")
        #expect(
            line(fields, CSVWriter(formulaGuard: .spreadsheetSafe))
                == "'=1+1,'+1,-1,-12.50,'-1+2,'-,'@a,'\tb,c=1,5\n")
        #expect(
            line(["=\"a\""], CSVWriter(formulaGuard: .spreadsheetSafe)) == "\"'=\"\"a\"\"\"\n")
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func `what is written is read back`(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        let delimiter = CSVDelimiter.allCases[Int(seed % 4)]
        let width = Int.random(in: 1...5, using: &generator)
        let rows = (0..<8).map { _ in
            (0..<width).map { _ in
                generator.text(of: "ab1,;|\t\"\n\r'= \u{E9}\u{301}\u{2028}\u{1F600}")
            }
        }
        var writer = CSVWriter(delimiter: delimiter)
        writer.append((0..<width).map { "column \($0)" })
        for row in rows { writer.append(row) }
        let table = try CSVTable(
            SourceText(path: "a.csv", bytes: Array(writer.text.utf8)),
            options: CSVOptions(delimiter: delimiter))
        #expect(
            table.rows.map { $0.map { Array($0.text.utf8) } }
                == rows.map { $0.map { Array($0.utf8) } })
    }
}
