import Foundation
import OutlayEncoding
import OutlayProblems
import OutlayStreams
import OutlayValues
import Testing

@testable import OutlayBudgets

struct ActualsReaderTests {
    static let ledger = ActualsLedger(
        currency: .usd, calendar: .calendarYear, lines: ["CLOUD", "DEV", "NET"])

    static func read(
        _ text: String, _ layout: ActualsLayout = .ledger, _ map: ActualsMap = .empty,
        duplicates: DuplicateHandling = .refuse, blockSize: Int = 1 << 18
    ) throws(Problem) -> ActualsBatch {
        var reader = ActualsReader(
            path: "a.csv", layout: layout, map: map, ledger: ledger, duplicates: duplicates,
            blockSize: blockSize)
        var source = BytesInMemory(Array(text.utf8), blockSize: blockSize)
        return try reader.read(&source)
    }

    static func sample() throws -> String {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
        return try String(
            contentsOf: folder.appending(path: "Data/focus-1.0-sample-1000.csv"), encoding: .utf8)
    }

    static let head = "date,line,amount,currency,invoice,vendor\n"

    @Test func `rows are summed by document, line and month, and rounded once`() throws {
        let batch = try Self.read(
            Self.head + """
                2026-01-05,CLOUD,10.004,USD,I-1,V1
                2026-01-31,CLOUD,10.004,USD,I-1,V1
                2026-02-01,CLOUD,1.005,USD,I-1,V1
                2026-01-05,DEV,-2.5,USD,I-2,V1
                2026-01-05,DEV,1e-3,USD,,
                """)
        #expect(batch.rows == 5)
        #expect(
            batch.groups.map {
                "\($0.issuer) \($0.document) \($0.node) \($0.period) \($0.amount.count)"
            }
                == [
                    "  DEV FY2026-M01 0", "vendor:V1 I-1 CLOUD FY2026-M01 2001",
                    "vendor:V1 I-1 CLOUD FY2026-M02 100", "vendor:V1 I-2 DEV FY2026-M01 -250",
                ])
        #expect(batch.groups.map(\.rows) == [1, 2, 1, 1])
        #expect(try batch.total == ExactDecimal(parsing: "18.514"))
        #expect(try batch.roundingDifference() == ExactDecimal(parsing: "-0.004"))
        #expect(batch.unmatched.isEmpty)
        #expect(batch.command(source: "gl").entries.count == 3)
    }

    @Test func `the FOCUS sample adds up to what its rows say`() throws {
        let text = try Self.sample()
        var expected = ExactDecimal.zero
        let table = try CSVTable(SourceText(path: "-", bytes: Array(text.utf8)))
        let cost = try #require(table.columnIndex("BilledCost"))
        for row in table.rows { expected = try expected + ExactDecimal(parsing: row[cost].text) }
        let map = ActualsMap([
            ActualsRule(
                [.init("ServiceCategory", ["Networking"])],
                .book(line: "NET", vendor: nil, request: nil)),
            ActualsRule(
                [], tags: [.init("environment", ["dev"])],
                .book(line: "DEV", vendor: "AWS", request: nil)),
            ActualsRule(
                [.init("ServiceCategory", ["Compute"])],
                .book(line: "CLOUD", vendor: nil, request: nil)),
            ActualsRule([.init("ChargeCategory", ["Credit"])], .leaveOut("credits")),
        ])
        let batch = try Self.read(text, .focus(cost: "BilledCost"), map)
        #expect(batch.rows == 1000)
        #expect(batch.total == expected)
        let parts = try batch.exactBooked() + sum(batch.unmatched) + sum(batch.leftOut)
        #expect(parts == expected)
        let counts = batch.groups.map(\.rows) + (batch.unmatched + batch.leftOut).map(\.rows)
        #expect(counts.reduce(0, +) == 1000)
        #expect(Set(batch.groups.map(\.node)) == ["NET", "DEV", "CLOUD"])
        #expect(batch.groups.contains { $0.issuer.text == "vendor:AWS" })
        #expect(batch.groups.allSatisfy { $0.document.text.contains(" 2024-") })
        try batch.check(controlTotal: expected.description)
        try batch.check(controlTotal: expected.rounded(toPlaces: 2, .halfEven).text(places: 2))
        #expect(throws: Problem.self) {
            try batch.check(
                controlTotal: (expected - ExactDecimal(1, places: 11)).description)
        }
    }

    private func sum(_ rows: [UnbookedRows]) throws -> ExactDecimal {
        var sum = ExactDecimal.zero
        for row in rows { sum = try sum + row.sum }
        return sum
    }

    @Test func `neither the order of rows nor the blocks matter`() throws {
        let text = try Self.sample()
        var lines = text.split(separator: "\n").map(String.init)
        let header = lines.removeFirst()
        let map = ActualsMap(
            [
                ActualsRule(
                    [.init("ServiceCategory", ["Compute"])],
                    .book(line: "CLOUD", vendor: nil, request: nil))
            ],
            otherwise: "DEV")
        func keys(_ batch: ActualsBatch) -> [String] {
            batch.groups.map { "\($0.document) \($0.node) \($0.period) \($0.exact) \($0.rows)" }
        }
        let whole = try Self.read(text, .focus(cost: "EffectiveCost"), map)
        for seed in UInt64(1)...3 {
            var random = SplitMix64(seed: seed)
            let shuffled = ([header] + lines.shuffled(using: &random)).joined(separator: "\r\n")
            let size = Int.random(in: 100...9000, using: &random)
            let batch = try Self.read(
                shuffled, .focus(cost: "EffectiveCost"), map, blockSize: size)
            #expect(keys(batch) == keys(whole), "seed \(seed)")
            #expect(batch.total == whole.total, "seed \(seed)")
        }
    }

    @Test func `a small file reads alike in blocks of every size`() throws {
        let text =
            "\u{FEFF}" + Self.head + "2026-01-05,\"CLOUD\",1.5,USD,\"I \"\"1\"\"\",V1\r\n"
            + "2026-01-06T10:00:00Z,DEV,2,USD,NULL,\r\n\r\n"
        let whole = try Self.read(text)
        #expect(whole.groups.map(\.document.text) == ["", "I \"1\""])
        for size in 1...text.utf8.count {
            let batch = try Self.read(text, blockSize: size)
            #expect(batch.groups == whole.groups && batch.hash == whole.hash, "blocks of \(size)")
        }
    }

    static let broken: [(id: String, row: String, code: ProblemCode, column: Int)] = [
        ("thousands", "2026-01-05,CLOUD,\"1,234.56\",USD,,", .badNumber, 18),
        ("no number", "2026-01-05,CLOUD,abc,USD,,", .badNumber, 18),
        ("no amount", "2026-01-05,CLOUD,,USD,,", .emptyCell, 18),
        ("null amount", "2026-01-05,CLOUD,NULL,USD,,", .emptyCell, 18),
        ("currency", "2026-01-05,CLOUD,1,EUR,,", .actualsCurrency, 20),
        ("lower-case currency", "2026-01-05,CLOUD,1,usd,,", .actualsCurrency, 20),
        ("line", "2026-01-05,CLOUT,1,USD,,", .unknownActualsLine, 12),
        ("line's name", "2026-01-05,\"CLO\\UD\",1,USD,,", .badLedgerName, 12),
        ("day", "2026-02-30,CLOUD,1,USD,,", .badDate, 1),
        ("day form", "05.01.2026,CLOUD,1,USD,,", .badDate, 1),
        ("day and more", "2026-01-05x,CLOUD,1,USD,,", .badDate, 1),
        ("ragged", "2026-01-05,CLOUD,1,USD", .raggedRow, 1),
        ("control", "2026-01-05,CLOUD,1\u{0},USD,,", .controlCharacter, 19),
        ("quote", "2026-01-05,CLOUD,1,\"USD,,", .syntax, 20),
    ]

    @Test(arguments: broken)
    func `a row that cannot be read is refused with its row and column`(
        id: String, row: String, code: ProblemCode, column: Int
    ) throws {
        let text = Self.head + "2026-01-05,CLOUD,1,USD,,\n" + row + "\n"
        for size in [7, 1 << 18] {
            #expect {
                try Self.read(text, blockSize: size)
            } throws: { error in
                guard let problem = error as? Problem, case .text(let span) = problem.location
                else { return false }
                return problem.code == code
                    && span.start == TextPosition(line: 3, column: column)
            }
        }
    }

    @Test func `columns are named by the user and have to be there`() throws {
        #expect {
            try Self.read(try Self.sample(), .focus(cost: "BilldCost"))
        } throws: { error in
            (error as? Problem)?.code == .unknownActualsColumn
                && (error as? Problem)?.hint == "did you mean `BilledCost`?"
        }
        let map = ActualsMap([
            ActualsRule([.init("Account", ["1"])], .book(line: "CLOUD", vendor: nil, request: nil))
        ])
        #expect { try Self.read(Self.head, .ledger, map) } throws: {
            ($0 as? Problem)?.code == .unknownActualsColumn
        }
        let elsewhere = ActualsMap([], otherwise: "CLOUDS")
        #expect { try Self.read(Self.head, .ledger, elsewhere) } throws: {
            ($0 as? Problem)?.code == .unknownActualsLine
        }
    }

    @Test func `rows that stand twice are refused, or kept and listed`() throws {
        let row = "2026-01-05,CLOUD,1,USD,I-1,V1\n"
        let other = "2026-01-05,CLOUD,2,USD,I-1,V1\n"
        let text = Self.head + row + other + row + row
        #expect {
            try Self.read(text)
        } throws: { error in
            let problem = error as? Problem
            return problem?.code == .duplicateActuals
                && problem?.summary == "row 3 says what row 1 says"
                && problem?.reason.hasPrefix("2 rows") == true
        }
        let kept = try Self.read(text, duplicates: .keep)
        #expect(
            kept.duplicates == [DuplicateRow(row: 3, first: 1), DuplicateRow(row: 4, first: 1)])
        #expect(kept.groups.map(\.amount.count) == [500])
    }

    @Test func `rows that no rule fits are left out and listed with what they say`() throws {
        let map = ActualsMap([
            ActualsRule(
                [.init("account", ["1", "2"])], .book(line: "CLOUD", vendor: "V9", request: "R1")),
            ActualsRule([.init("account", ["9"])], .leaveOut("recoverable tax")),
        ])
        var layout = ActualsLayout(cost: "cost", date: "day")
        layout.delimiter = .semicolon
        layout.decimalSign = .comma
        let batch = try Self.read(
            "day;account;cost\n2026-03-01;1;1,25\n2026-03-01;3;2,5\n2026-03-02;3;0,5\n2026-03-01;9;7\n",
            layout, map)
        #expect(batch.groups.map(\.request) == ["R1"])
        #expect(batch.groups.map(\.amount.count) == [125])
        #expect(batch.unmatched.map(\.values) == [["account=3"]])
        #expect(batch.unmatched.map(\.rows) == [2])
        #expect(batch.unmatched.map(\.firstRow) == [2])
        #expect(batch.leftOut.map(\.reason) == ["recoverable tax"])
        #expect(try batch.total == ExactDecimal(parsing: "11.25"))
    }

    @Test func `lists of what is unmatched do not grow with the file`() throws {
        var text = "day,account,cost\n"
        for row in 0..<2500 { text += "2026-03-01,a\(row),1\n" }
        let map = ActualsMap([
            ActualsRule([.init("account", ["x"])], .book(line: "CLOUD", vendor: nil, request: nil))
        ])
        let batch = try Self.read(text, ActualsLayout(cost: "cost", date: "day"), map)
        #expect(batch.unmatched.count == ActualsReader.listLimit + 1)
        #expect(batch.unmatched.map(\.rows).reduce(0, +) == 2500)
        #expect(batch.unmatched.first?.values == ["and others"])
    }

    @Test func `more texts than are remembered still find their sums`() throws {
        var text = "day,account,cost\n"
        for row in 0..<70_000 { text += "2026-03-01,a\(row),1\n" }
        for row in 0..<100 { text += "2026-03-02,a\(row),1\n" }
        let map = ActualsMap(
            [
                ActualsRule(
                    [.init("account", ["a7"])], .book(line: "CLOUD", vendor: nil, request: nil))
            ],
            otherwise: "DEV")
        let batch = try Self.read(text, ActualsLayout(cost: "cost", date: "day"), map)
        #expect(
            batch.groups.map { "\($0.node) \($0.amount.count)" } == ["CLOUD 200", "DEV 7009800"])
    }

    @Test func `documents are named by an invoice, else by account and billing month`() throws {
        var layout = ActualsLayout(cost: "c", date: "d")
        layout.line = "l"
        layout.document = ActualsLayout.focus(cost: "c").document
        var map = ActualsMap.empty
        map.invoices = ["77 2026-03": "INV-9"]
        let head = "d,l,c,InvoiceId,BillingAccountId,BillingPeriodStart\n"
        let batch = try Self.read(
            head + """
                2026-03-01,DEV,1,I-5,77,2026-03-01T00:00:00Z
                2026-03-01,DEV,1,,77,2026-03-01T00:00:00Z
                2026-03-01,DEV,1,,78,2026-03-01T00:00:00Z
                2026-03-01,DEV,1,NULL,,2026-03-01T00:00:00Z
                """, layout, map)
        #expect(batch.groups.map(\.document.text) == ["", "78 2026-03", "I-5", "INV-9"])
    }
}
