import Foundation
import Outlay
import OutlayDocuments
import Testing

@testable import OutlayCommands

@Suite struct AuditCommandTests {
    /// Returns the result of a JSON answer after checking it against the shape of `name`.
    static func result(of run: ToolRun, _ name: String) throws -> JSONObject {
        let source = DocumentSource.read(path: "answer.json", bytes: Array(run.output.utf8))
        let root = try #require(source.root, "\(run.output)\(run.messages)")
        let schema = try #require(AllResults.all.first { $0.name == name })
        #expect(schema.envelope.problems(of: root).map(\.summary) == [])
        guard case .object(let envelope) = try JSONValue(parsing: run.output),
            case .object(let result)? = envelope["result"]
        else { return [:] }
        return result
    }

    // MARK: verify, anchor

    @Test func `a whole ledger is intact but not anchored, and says that it is a test`() throws {
        let ledger = try TrialLedger.approvedInPart()
        let run = ledger.tool("audit verify")
        #expect(run.end == .exit(0))
        #expect(run.output.contains("8 entries, chain intact but not anchored, head "))
        #expect(run.output.contains("OL784"))
        #expect(!run.output.contains("OL545"))
        let result = try Self.result(of: ledger.tool("audit verify --format json"), "audit-verify")
        #expect(result["chain"] == "intact but not anchored")
        #expect(result["entries"] == .integer(8))
        #expect(result["evidence"] == .null)
    }

    @Test func `an anchor matches, and is found wanting after the journal was cut`() throws {
        let ledger = try TrialLedger.approvedInPart()
        let anchored = ledger.tool("audit anchor a.txt")
        #expect(anchored.end == .exit(0), "\(anchored.messages)")
        #expect(ledger.folder.text("a.txt")?.hasPrefix("outlay-anchor 1 2026-11-20 8 ") == true)
        let run = ledger.tool("audit verify --anchor a.txt")
        #expect(run.end == .exit(0), "\(run.messages)")
        #expect(run.output.contains("8 entries, chain intact, head "))
        #expect(run.output.contains("anchor 2026-11-20 (entry 8) matches"))
        _ = try Self.result(
            of: ledger.tool("audit verify --anchor a.txt --format json"), "audit-verify")

        let other = try TrialLedger.approvedInPart(isSinglePerson: true)
        try other.folder.write("a.txt", ledger.folder.text("a.txt") ?? "")
        let mismatch = other.tool("audit verify --anchor a.txt")
        #expect(mismatch.end == .exit(6))
        #expect(mismatch.messages.contains("OL462"))
    }

    @Test func `an anchor is never replaced, and a dry run makes none`() throws {
        let ledger = try TrialLedger.approvedInPart()
        let dry = ledger.tool("audit anchor a.txt --dry-run --format json")
        #expect(dry.end == .exit(0), "\(dry.messages)")
        #expect(try Self.result(of: dry, "audit-anchor")["written"] == .bool(false))
        #expect(ledger.folder.text("a.txt") == nil)
        let made = ledger.tool("audit anchor a.txt --format json")
        #expect(try Self.result(of: made, "audit-anchor")["entry"] == .integer(8))
        let again = ledger.tool("audit anchor a.txt")
        #expect(again.end == .exit(2))
        #expect(again.messages.contains("OL904"))
        #expect(ledger.tool("audit anchor a.txt --dry-run").end == .exit(2))
    }

    @Test func `one person for all duties is said by every audit`() throws {
        let ledger = try TrialLedger.approvedInPart(isSinglePerson: true)
        for command in ["verify", "log", "exceptions", "reperform REQ-2026-031"] {
            let run = ledger.tool("audit " + command)
            #expect((run.output + run.messages).contains("OL545"), "\(command)")
        }
    }

    @Test func `a changed entry breaks the chain with exit code 6`() throws {
        let ledger = try TrialLedger.approvedInPart()
        try ledger.alter("IT operations", "IT operation5")
        let run = ledger.tool("audit verify")
        #expect(run.end == .exit(6))
        #expect(run.messages.contains("broken at event 2"), "\(run.messages)")
        #expect(run.output.isEmpty)
    }

    @Test func `what is no file of anchors and what is not there is told apart`() throws {
        let ledger = try TrialLedger.approvedInPart()
        try ledger.folder.write("bad.txt", "outlay-anchor 1 nonsense\n")
        let bad = ledger.tool("audit verify --anchor bad.txt")
        #expect(bad.end == .exit(2))
        #expect(bad.messages.contains("OL466"))
        let missing = ledger.tool("audit verify --anchor none.txt")
        #expect(missing.end == .exit(2))
        #expect(missing.messages.contains("OL902"))
    }

    @Test func `evidence is counted, and a file with other bytes is exit code 6`() throws {
        let ledger = try TrialLedger.approvedInPart()
        try ledger.folder.write("evidence/quote.pdf", "offer")
        let name = NameEvidence(
            SHA256Value.of(Array("offer".utf8)), fileName: "quote.pdf", size: 5,
            mediaType: "application/pdf", request: try RequestID(TrialLedger.request))
        try ledger.execute("pm.support", [name])
        let run = ledger.tool("audit verify --evidence evidence")
        #expect(run.end == .exit(0), "\(run.messages)")
        #expect(run.output.contains("1 of 1 evidence files match"))
        try ledger.folder.write("evidence/quote.pdf", "other")
        let altered = ledger.tool("audit verify --evidence evidence")
        #expect(altered.end == .exit(6))
        #expect(altered.messages.contains("OL464"))
    }

    // MARK: log

    @Test func `the log says who did what, and is filtered`() throws {
        let ledger = try TrialLedger.approvedInPart()
        let refused = ledger.tool("approve REQ-2026-031 --revision 1", as: "pm.support")
        #expect(refused.end == .exit(4), "\(refused.messages)")
        let run = ledger.tool("audit log --request REQ-2026-031")
        #expect(run.end == .exit(0))
        for word in ["submitted", "pm.support", "owner.itops", "self_approval", "126 420.00"] {
            #expect(run.output.contains(word), "\(word) in \(run.output)")
        }
        let json = ledger.tool("audit log --format json --person owner.itops")
        let result = try Self.result(of: json, "audit-log")
        #expect(result["found"] == .integer(1))
        let lines = ledger.tool("audit log --format ndjson --limit 2").output
            .split(separator: "\n")
        #expect(lines.count == 2)
        #expect(lines.allSatisfy { (try? JSONValue(parsing: String($0))) != nil })
        let csv = ledger.tool("audit log --format csv --from 2026-11-11").output
        #expect(csv.hasPrefix("sequence,recorded,effective,kind,person,"))
        #expect(csv.split(separator: "\n").count == 3)
        #expect(ledger.tool("audit log --to 2025-12-31").output.contains("0 entries"))
    }

    @Test func `the log names both persons of what two had to do`() throws {
        let ledger = try TrialLedger.helpdesk()
        let transfer = ledger.run(
            [
                "budget", "transfer", "10.00", "--from", "CC-420", "--to", "CC-410", "--year",
                "2027", "-m", "x", "--confirmed-by", "finance.second",
            ], as: "finance.review")
        #expect(transfer.end == .exit(0), "\(transfer.messages)")
        let run = ledger.run(["audit", "log", "--format", "csv"], as: "cfo")
        #expect(run.output.contains("finance.review,,finance.second"), "\(run.output)")
    }

    @Test func `an unknown request and a limit of nothing are refused`() throws {
        let ledger = try TrialLedger.approvedInPart()
        #expect(ledger.tool("audit log --request REQ-9").end == .exit(3))
        #expect(ledger.tool("audit log --limit 0").end == .exit(2))
        #expect(ledger.tool("audit log --from yesterday").end == .exit(2))
    }

    // MARK: exceptions

    @Test func `exceptions are listed by kind`() throws {
        let ledger = try TrialLedger.approvedInPart()
        _ = ledger.tool("approve REQ-2026-031 --revision 1", as: "pm.support")
        let run = ledger.tool("audit exceptions")
        #expect(run.end == .exit(0), "\(run.messages)")
        #expect(run.output.contains("exception"))
        let json = ledger.tool("audit exceptions --format json --kind near-tier")
        let result = try Self.result(of: json, "audit-exceptions")
        guard case .array(let parts)? = result["exceptions"] else {
            Issue.record("no exceptions")
            return
        }
        #expect(parts.count == 1)
        let unknown = ledger.tool("audit exceptions --kind near-tiers")
        #expect(unknown.end == .exit(2))
        #expect(unknown.messages.contains("near-tier"))
    }

    // MARK: export

    @Test(arguments: AuditExport.allCases)
    func `every export is written, and never over a file unasked`(_ format: AuditExport) throws {
        let ledger = try TrialLedger.approvedInPart()
        func export(_ more: String) -> ToolRun {
            ToolRun(
                "audit export --format \(format.rawValue) \(more)".split(separator: " ")
                    .map(String.init) + ["--db", ledger.path, "--as-of", "2026-11-20"],
                in: ledger.folder.path)
        }
        let direct = export("")
        #expect(direct.end == .exit(0), "\(direct.messages)")
        #expect(!direct.output.isEmpty)
        #expect(export("-o out.txt --dry-run").end == .exit(0))
        #expect(ledger.folder.text("out.txt") == nil)
        #expect(export("-o out.txt").end == .exit(0))
        #expect(ledger.folder.text("out.txt") == direct.output)
        #expect(export("-o out.txt").end == .exit(2))
        #expect(export("-o out.txt --force").end == .exit(0))
    }

    @Test func `an unknown export is a usage problem`() throws {
        let ledger = try TrialLedger.approvedInPart()
        #expect(
            ToolRun(["audit", "export", "--format", "xml", "--db", ledger.path]).end == .exit(2))
    }

    // MARK: reperform

    @Test func `a decision comes out again as it was recorded`() throws {
        let ledger = try TrialLedger.approvedInPart()
        let run = ledger.tool("audit reperform REQ-2026-031 --revision 1")
        #expect(run.end == .exit(0), "\(run.messages)")
        #expect(run.output.contains("comes out as it was decided"))
        #expect(run.output.contains("280178.36 EUR"))
        let json = ledger.tool("audit reperform REQ-2026-031 --format json")
        let result = try Self.result(of: json, "audit-reperform")
        guard case .array(let comparisons)? = result["comparisons"] else {
            Issue.record("no comparisons")
            return
        }
        #expect(comparisons.count > 7)
    }

    @Test func `an unknown request or revision cannot be computed again`() throws {
        let ledger = try TrialLedger.approvedInPart()
        #expect(ledger.tool("audit reperform REQ-9").end == .exit(3))
        #expect(ledger.tool("audit reperform REQ-2026-031 --revision 7").end == .exit(3))
    }

    @Test(arguments: [
        (#""rank":1"#, #""rank":2"#, "OL728"),
        (#""contract_value":"280178.36""#, #""contract_value":"280178.35""#, "OL728"),
        ("outlay/frozen-revision-1", "outlay/frozen-revision-9", "OL729"),
    ])
    func `a revision that does not come out as it says is exit code 6`(
        _ text: String, _ other: String, _ code: String
    ) throws {
        let ledger = try TrialLedger.approvedInPart { $0.replacing(text, with: other) }
        #expect(ledger.tool("audit verify").end == .exit(0))
        let run = ledger.tool("audit reperform REQ-2026-031")
        #expect(run.end == .exit(6), "\(run.output)\(run.messages)")
        #expect(run.messages.contains(code), "\(run.messages)")
    }

    @Test func `a revision that was changed in the file is exit code 6`() throws {
        let ledger = try TrialLedger.approvedInPart()
        try ledger.alter(#""rank":1"#, #""rank":2"#)
        let run = ledger.tool("audit reperform REQ-2026-031")
        #expect(run.end == .exit(6), "\(run.output)\(run.messages)")
        #expect(run.messages.contains("OL406"), "\(run.messages)")
    }
}
