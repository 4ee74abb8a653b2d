import Foundation
import OutlayEncoding
import OutlayProblems
import OutlayStreams
import OutlayValues
import Testing

@testable import OutlayBudgets

@Suite struct RefusalTests {
    private static let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Refusals.txt")

    /// Every refusal as it is told, and what a name, a text, a period and an amount are refused by.
    private static func texts() throws -> String {
        var problems = RefusalCode.allCases.map { code in
            var refusal = Refusal(code, subject: "R1")
            if code.outcome == .rule {
                refusal.available = MinorUnits(100_00)
                refusal.requested = MinorUnits(130_50)
                refusal.shortBy = MinorUnits(30_50)
            }
            if code.outcome == .forbidden { refusal.person = "mia" }
            if code == .insufficientFunds {
                refusal.row = BalanceKey("CC-410", PeriodID(year: 2027))
                refusal.consumers = [Consumer("R7", MinorUnits(50_00))]
            }
            return (code.rawValue, refusal.problem(in: .eur))
        }
        let blank = ""
        let control = "a\u{7}b"
        problems.append(("name", try caught { () throws(Problem) in _ = try NodeID(blank) }))
        problems.append(("text", try caught { () throws(Problem) in _ = try LedgerText(control) }))
        problems.append(
            ("period", try caught { () throws(Problem) in _ = try PeriodID(parsing: "FY27-M1") }))
        problems.append(
            (
                "overflow",
                try caught { () throws(Problem) in _ = try MinorUnits(.max) + MinorUnits(1) }
            ))
        problems.append(
            (
                "entry",
                try caught { () throws(Problem) in
                    _ = try LedgerEvent(canonicalBytes: Array("{}".utf8))
                }
            ))
        problems.append(
            (
                "not opened",
                try caught { () throws(Problem) in
                    _ = try Books(approvalRules: TierRules()).checkpoint()
                }
            ))
        var line = Node("CC-410")
        line.warnLevel = try BasisPoints(9_000)
        var ledger = try TestLedger([line])
        try ledger.accept(Allot(MinorUnits(100_00), to: "CC-410", in: 2026))
        try ledger.accept(Submit("R1", "CC-410", 95_80))
        let balance = try ledger.books.balance(of: "CC-410", in: PeriodID(year: 2026))
        problems.append(("warning", try #require(try balance.warning(in: .eur))))
        problems += try documents()
        return problems.map { name, problem in
            "\(name)\n  \(problem.code.rawValue) \(problem.summary)\n  \(problem.reason)\n"
                + (problem.hint.map { "  hint: \($0)\n" } ?? "")
        }.joined()
    }

    /// What is told of documents that are well-formed and not taken as they are.
    private static func documents() throws -> [(String, Problem)] {
        func document(_ value: JSONValue, _ id: LedgerText) throws -> LedgerDocument {
            let text = value.canonicalText
            return LedgerDocument(
                kind: .policy, id: id, revision: 7,
                effectiveFrom: try CalendarDate(parsing: "2026-01-01"), text: text,
                hash: LedgerText(known: SHA256Digest.of(text)), sequence: 1)
        }
        let policy = try Policy(json: SampleDocuments.value(SampleDocuments.policy))
        var wrong = policy
        wrong.tiers[0].below = MinorUnits(500_000)
        let other = try document(policy.json, "PROC-5")
        let failing = try document(wrong.json, "PROC-4")
        return [
            (
                "policy test",
                try caught { () throws(Problem) in try DocumentApprovalRules().check(failing) }
            ),
            (
                "document identity",
                try caught { () throws(Problem) in try DocumentApprovalRules().check(other) }
            ),
            ("single person", try #require(DutiesMatrix(.singlePerson).remark)),
        ]
    }

    private static func caught(_ body: () throws(Problem) -> Void) throws -> Problem {
        do throws(Problem) { try body() } catch { return error }
        Issue.record("nothing was refused")
        throw CancellationError()
    }

    @Test func `every refusal is told as recorded`() throws {
        let texts = try Self.texts()
        let recorded = try? String(contentsOf: Self.file, encoding: .utf8)
        if recorded != texts, ProcessInfo.processInfo.environment["OUTLAY_GOLDEN"] == "record" {
            try texts.write(to: Self.file, atomically: true, encoding: .utf8)
            Issue.record("recorded Refusals.txt; read the difference")
        } else {
            #expect(recorded == texts)
        }
    }
}
