import OutlayEncoding
import OutlayProblems
import OutlayValues
import Testing

@testable import OutlayBudgets

/// Commands of every kind that can be proposed.
enum ProposableSamples {
    private static let reason = LedgerText(known: #"Seats – "help desk" \ é 🙂"#)

    static func all() throws -> [any ProposableCommand] {
        var full = Node("B", parent: "A", control: .soft)
        full.title = reason
        full.kind = .fund
        full.expenditure = .capital
        full.warnLevel = try BasisPoints(9_000)
        full.tolerance = try BasisPoints(250)
        full.toleranceAmount = MinorUnits(12_345)
        full.phasing = Phasing(
            division: .quarterly,
            weights: try ["0.1", "0.2", "0.3", "0.4"].map { try ExactDecimal(parsing: $0) },
            scope: .period)
        full.owner = "owner.b"
        full.validFrom = try CalendarDate(parsing: "2026-01-01")
        full.validTo = try CalendarDate(parsing: "2028-02-29")
        let month = try PeriodID(parsing: "FY2027-M01")
        var commands: [any ProposableCommand] = [
            Allot(MinorUnits(.max), to: "A", in: 2026),
            CarryForward("R-1"), CarryForward("R-1", to: "B", in: month, fromYear: 2026),
            Lapse("A", in: 2026), OpenYear(9999), Revise("A", in: 2027, to: .zero),
            Revise("A", in: 2027, to: MinorUnits(1), reason: reason),
            SetLines([]), SetLines([Node("A"), full]),
            Transfer(MinorUnits(304_000), from: "A", to: "B", in: 2026),
            Transfer(MinorUnits(1), from: "A", to: "A", in: 2026, toYear: 2027, reason: reason),
            try LoadingLedger.budget(#"{"id": "CC-410", "approved": "310000.00"}"#),
            LoadDocument(
                .vendors, id: reason, revision: 7,
                effectiveFrom: try CalendarDate(parsing: "2026-05-01"),
                content: ["vendors": [], "Z": 1, "a": .string(reason.text), "n": .null]),
        ]
        for state in PeriodState.allCases { commands.append(SetPeriod(month, state)) }
        return commands
    }
}

@Suite struct ProposableCommandTests {
    @Test func `every command is read again from its body, byte for byte`() throws {
        func check(_ command: some ProposableCommand) throws {
            let name = type(of: command).name
            let read = try AllProposableCommands.read(name, bodyText: command.bodyText)
            #expect(read.bodyText == command.bodyText, "\(name)")
            // A document's members come back in the order of their keys.
            if !(command is LoadDocument) {
                #expect(AnyHashable(read) == AnyHashable(command), "\(name)")
            }
            #expect(
                try JSONValue(parsing: command.bodyText).canonicalText == command.bodyText,
                "\(name) is canonical")
        }
        for command in try ProposableSamples.all() { try check(command) }
    }

    @Test func `every command in the list has a sample, and a name of its own`() throws {
        let names = AllProposableCommands.list.map { $0.name }
        #expect(Set(names).count == names.count)
        #expect(names == names.sorted())
        #expect(Set(try ProposableSamples.all().map { type(of: $0).name }) == Set(names))
    }

    @Test func `a body that says anything else is refused`() throws {
        let body = Transfer(MinorUnits(1), from: "A", to: "B", in: 2026).bodyText
        for text in [
            "", "{}", String(body.dropLast()), body + " ", "[\(body)]",
            body.replacing(#""amount":1"#, with: #""amount":"1""#),
            body.replacing(#""amount":1"#, with: #""amount":9223372036854775808"#),
            body.replacing(#""reason":"","#, with: ""),
            body.replacing(#""year":2026}"#, with: #""year":2026,"z":1}"#),
        ] {
            #expect(throws: Problem.self, "\(text)") {
                _ = try AllProposableCommands.read(Transfer.name, bodyText: text)
            }
        }
        #expect(throws: Problem.self) {
            _ = try AllProposableCommands.read(Submit.name, bodyText: body)
        }
        #expect(throws: Problem.self) {
            _ = try AllProposableCommands.read(
                SetPeriod.name, bodyText: #"{"period":"FY2027","state":"ajar"}"#)
        }
    }

    @Test func `each says in a phrase what it asks for`() throws {
        let found = try ProposableSamples.all().map { $0.phrase(in: .eur) }
        for phrase in [
            "carry what is open of R-1 in FY2026 forward to B into FY2027-M01",
            "let lapse what is left of A in FY2026", "open FY9999",
            "transfer 3040.00 from A in FY2026 to B", "set the lines A, B",
            "close FY2027-M01 softly",
        ] {
            #expect(found.contains(phrase), "\(found)")
        }
        #expect(Set(found).count == found.count)
    }
}
