import OutlayBudgets
import OutlayEncoding
import OutlayProblems
import OutlayStreams
import OutlayValues
import Testing

@Suite struct LedgerEventTests {
    private func ledger() throws -> TestLedger {
        var node = Node("A")
        node.title = "Quotes \"and\" \\ signs"
        node.phasing = Phasing(
            division: .quarterly,
            weights: [1, 2, 3, 4].map { ExactDecimal($0, places: 1) }, scope: .period)
        node.warnLevel = try BasisPoints(9_000)
        node.validFrom = try TestLedger.date("2026-01-01")
        node.expenditure = .capital
        var ledger = try TestLedger([node])
        try ledger.accept(Allot(MinorUnits(10_000), to: "A", in: 2026), key: "k\u{27}1")
        var details = RequestDetails()
        details.title = "Lizenzen für Köln"
        details.handlesPersonalData = true
        details.quotes = [QuoteOnFile(vendor: "V1", validUntil: try TestLedger.date("2026-12-31"))]
        try ledger.accept(
            Submit(
                "R1", lines: [Submit.Line("A", MinorUnits(90))], vendor: "V1", currency: .eur,
                rate: ExactDecimal(111, places: 2), details: details))
        try ledger.accept(Approve("R1"), by: "mia")
        try ledger.accept(Amend("R1", to: MinorUnits(100), reason: "one more"))
        try ledger.refuse(
            BookInvoice("R1", number: "1", amount: MinorUnits(99)), .overInvoiceTolerance)
        try ledger.accept(Receive("R1", number: "D1", amount: MinorUnits(10)))
        try ledger.accept(
            NameEvidence(
                SHA256Value.of([1]), fileName: "quote.pdf", size: 1, mediaType: "application/pdf",
                request: "R1"))
        return ledger
    }

    @Test func `an event is read back as it was written, byte for byte`() throws {
        for stored in try ledger().books.events {
            let event = try LedgerEvent(canonicalBytes: stored.bytes)
            #expect(event.canonicalBytes() == stored.bytes)
        }
    }

    @Test func `the bytes are canonical JSON`() throws {
        for stored in try ledger().books.events {
            let text = String(decoding: stored.bytes, as: UTF8.self)
            #expect(try JSONValue(parsing: text).canonicalText == text)
        }
    }

    @Test func `a replay makes every row again`() throws {
        try ledger().expectReplay()
    }

    @Test func `no cut or changed entry is read as another`() throws {
        let events = try ledger().books.events
        for stored in events {
            for length in stride(from: 0, to: stored.bytes.count, by: 7) {
                #expect(throws: Problem.self) {
                    try LedgerEvent(canonicalBytes: Array(stored.bytes.prefix(length)))
                }
            }
        }
        #expect(throws: Problem.self) { try LedgerEvent(canonicalBytes: Array("{}".utf8)) }
        #expect(throws: Problem.self) {
            try Books(replaying: events.reversed(), approvalRules: TierRules())
        }
    }

    @Test func `recorded time never goes back`() throws {
        var ledger = try TestLedger([Node("A")])
        try ledger.accept(Allot(MinorUnits(1), to: "A", in: 2026), on: "2026-05-02")
        try ledger.accept(Allot(MinorUnits(1), to: "A", in: 2026), on: "2026-05-01")
        let last = try ledger.books.events.suffix(2).map { stored in
            try LedgerEvent(canonicalBytes: stored.bytes)
        }
        #expect(last[0].recordedMilliseconds == last[1].recordedMilliseconds)
        #expect(last[1].effective < last[0].effective)
    }

    @Test func `every table has cells for its columns`() throws {
        let books = try ledger().books
        for stored in books.events {
            for row in try LedgerEvent(canonicalBytes: stored.bytes).body.rows {
                #expect(row.values.count == row.table.shape.columns.count)
                #expect(try RowChange(row.table, values: row.values) == row)
                #expect(throws: Problem.self) {
                    try RowChange(row.table, values: Array(row.values.dropLast()))
                }
            }
        }
        #expect(throws: Problem.self) { try RowChange(.balance, values: []) }
    }

    @Test func `every refusal has a text, and the outcome of its code`() {
        for code in RefusalCode.allCases {
            let problem = Refusal(code, subject: "R1").problem(in: .usd)
            #expect(problem.summary.hasPrefix("`R1`: "))
            let outcome = problem.code.outcome
            switch code.outcome {
            case .rule: #expect(outcome == .refused, "\(code)")
            case .malformed: #expect(outcome == .malformed, "\(code)")
            case .undecidable: #expect(outcome == .undecidable, "\(code)")
            case .forbidden: #expect(outcome == .forbidden, "\(code)")
            case .conflict: #expect(outcome == .conflict, "\(code)")
            }
        }
    }
}
