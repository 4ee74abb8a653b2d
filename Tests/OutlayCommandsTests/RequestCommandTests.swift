import Foundation
import Outlay
import OutlayDocuments
import Testing

@testable import OutlayCommands

/// `outlay request` as its users see it.
@Suite struct RequestCommandTests {
    private static let create = [
        "request", "create", TrialLedger.evaluation, "--option", "northwind",
    ]
    private static let request = TrialLedger.request

    /// Compares what a run printed with a record, the path of the ledger masked.
    private func expect(
        _ name: String, _ run: ToolRun, _ ledger: TrialLedger, code: Int32 = 0,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        #expect(run.end == .exit(code), "\(run.messages)", sourceLocation: sourceLocation)
        try Transcript.expect(
            ledger.masked(run.output + run.messages) + "\(run.end)\n",
            at: "Problems/request-\(name).txt",
            sourceLocation: sourceLocation)
    }

    /// Checks that a JSON answer has the shape of its schema, and returns it.
    @discardableResult
    private func answer(
        _ result: String, _ run: ToolRun, code: Int32 = 0,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> DocumentNode {
        #expect(run.end == .exit(code), "\(run.messages)", sourceLocation: sourceLocation)
        let schema = try #require(AllResults.all.first { $0.name == result })
        let source = DocumentSource.read(path: "answer.json", bytes: Array(run.output.utf8))
        let root = try #require(source.root, "\(run.output)", sourceLocation: sourceLocation)
        #expect(
            schema.envelope.problems(of: root).map(\.summary) == [],
            sourceLocation: sourceLocation)
        return root
    }

    // MARK: - Creating

    @Test func `the help desk asks for 126 420 in the first year and binds 280 178.36`() throws {
        let ledger = try TrialLedger.helpdesk()
        let run = ledger.run(Self.create + ["--format", "json"], as: "pm.support")
        let result = try #require(try answer("request-create", run)["result"])
        #expect(result["request"]?["id"]?.text == "REQ-2026-001")
        #expect(result["request"]?["state"]?.text == "draft")
        #expect(result["contract_value"]?["amount"]?.text == "280178.36")
        let years = try #require(result["years"]?.items)
        #expect(years.first?["year"]?.text == "FY2027")
        #expect(years.first?["amount"]?["amount"]?.text == "126420.00")
        #expect(years.first?["budgeted"]?.text == "true")
        #expect(years.dropFirst().allSatisfy { $0["budgeted"]?.text == "false" })
        #expect(result["request"]?["total"]?["amount"]?.text == "126420.00")
        #expect(result["obstacles"]?.items.isEmpty == true)
        let next = ledger.run(Self.create + ["--format", "json"], as: "pm.support")
        #expect(
            try answer("request-create", next)["result"]?["request"]?["id"]?.text
                == "REQ-2026-002")
    }

    @Test func `what create, submit, show, list, diff and withdraw say is recorded`() throws {
        let ledger = try TrialLedger.helpdesk()
        let asked = Self.create + ["--id", Self.request]
        try expect(
            "create-dry-run", ledger.run(asked + ["--dry-run"], as: "pm.support"), ledger)
        try expect(
            "create", ledger.run(asked + ["--set", "seats=60"], as: "pm.support"), ledger)
        try expect("list-draft", ledger.run(["request", "list"], as: "pm.support"), ledger)
        try expect(
            "submit", ledger.run(["request", "submit", Self.request], as: "pm.support"), ledger)
        try expect(
            "approve",
            ledger.run(
                ["approve", Self.request, "--revision", "1", "-m", "Ranges agree with the ledger"],
                as: "owner.itops"), ledger)
        try expect("create-again", ledger.run(asked, as: "pm.support"), ledger)
        try expect("diff", ledger.run(["request", "diff", Self.request], as: "cfo"), ledger)
        try expect(
            "submit-again", ledger.run(["request", "submit", Self.request], as: "pm.support"),
            ledger)
        try expect(
            "show", ledger.run(["request", "show", Self.request], as: "owner.itops"), ledger)
        try expect(
            "show-earlier",
            ledger.run(["request", "show", Self.request, "--revision", "1"], as: "cfo"), ledger)
        try expect(
            "list-waiting", ledger.run(["request", "list", "--waiting"], as: "owner.itops"), ledger)
        try expect(
            "self-approval",
            ledger.run(["approve", Self.request, "--revision", "2"], as: "pm.support"), ledger,
            code: 4)
        try expect(
            "moved", ledger.run(["approve", Self.request, "--revision", "1"], as: "owner.itops"),
            ledger, code: 5)
        try expect(
            "withdraw", ledger.run(["request", "withdraw", Self.request], as: "pm.support"), ledger)
        try expect(
            "withdrawn", ledger.run(["approve", Self.request, "--revision", "2"], as: "cfo"),
            ledger, code: 5)
    }

    @Test func `JSON answers have the shapes that their schemas tell`() throws {
        let ledger = try TrialLedger.helpdesk()
        let json = ["--format", "json"]
        let asked = Self.create + ["--id", Self.request] + json
        try answer("request-create", ledger.run(asked + ["--set", "seats=60"], as: "pm.support"))
        try answer(
            "request-show", ledger.run(["request", "show", Self.request] + json, as: "cfo"))
        try answer(
            "request-submit",
            ledger.run(["request", "submit", Self.request] + json, as: "pm.support"))
        try answer(
            "approve",
            ledger.run(["approve", Self.request, "--revision", "1"] + json, as: "owner.itops"))
        try answer("request-create", ledger.run(asked, as: "pm.support"))
        let difference = try answer(
            "request-diff", ledger.run(["request", "diff", Self.request] + json, as: "cfo"))
        #expect(
            difference["result"]?["difference"]?["contract_change"]?["amount"]?.text == "17167.57")
        try answer(
            "request-submit",
            ledger.run(["request", "submit", Self.request] + json, as: "pm.support"))
        let show = try answer(
            "request-show", ledger.run(["request", "show", Self.request] + json, as: "owner.itops"))
        #expect(show["result"]?["since_own_decision"]?["revision"]?.integer == 1)
        let list = try answer(
            "request-list", ledger.run(["request", "list"] + json, as: "cfo"))
        #expect(list["result"]?["requests"]?.items.count == 1)
        try answer(
            "request-withdraw",
            ledger.run(["request", "withdraw", Self.request] + json, as: "pm.support"))
    }

    // MARK: - What stands in the way

    @Test(arguments: [
        (["--option", "northwnd"], Int32(2), "OL032"),
        (["--option", "helpnest"], 1, "OL723"),
        (["--option", "openticket"], 1, "OL721"),
        (["--option", "legacy", "--reason", "It does"], 3, "OL726"),
        ([], 2, "OL901"),
        (["--no-award"], 1, "OL721"),
        (["--option", "northwind", "--interim", "--reason", "Until then"], 2, "OL901"),
        (["--option", "northwind", "--review", "2027-06-30"], 2, "OL901"),
        (["--option", "northwind", "--set", "seat=1"], 2, "OL"),
        (["--option", "northwind", "--set", "seats.2028=1"], 2, "OL901"),
    ])
    func `what cannot be asked for is refused`(
        arguments: [String], code: Int32, problem: String
    ) throws {
        let ledger = try TrialLedger.helpdesk()
        let run = ledger.run(
            ["request", "create", TrialLedger.evaluation] + arguments, as: "pm.support")
        #expect(run.end == .exit(code), "\(run.messages)")
        #expect(run.messages.contains("[\(problem)"), "\(run.messages)")
        #expect(ledger.run(["request", "list"], as: "cfo").output.contains("0 requests"))
    }

    @Test func `a quote that expired and money that lacks stand before the submission`() throws {
        let ledger = try TrialLedger.helpdesk { name, text in
            name == "budgets"
                ? text.replacing("approved: 310000.00", with: "approved: 100000.00") : text
        }
        let asked = Self.create + ["--id", Self.request]
        let drafted = ledger.run(asked, as: "pm.support")
        #expect(drafted.end == .exit(0), "\(drafted.messages)")
        #expect(drafted.output.contains("before it is submitted"))
        let short = ledger.run(["request", "submit", Self.request], as: "pm.support")
        try expect("submit-short", short, ledger, code: 1)
        let late = ledger.run(
            ["request", "submit", Self.request], as: "pm.support", on: "2027-01-16")
        try expect("submit-expired", late, ledger, code: 3)
        let unknown = ledger.run(["request", "submit", "REQ-9"], as: "pm.support")
        #expect(unknown.end == .exit(3), "\(unknown.messages)")
    }

    @Test func `buying nothing and deciding for the time being are decisions`() throws {
        let ledger = try TrialLedger.helpdesk()
        let none = ledger.run(
            [
                "request", "create", TrialLedger.evaluation, "--no-award", "--reason",
                "No money this year", "--id", "R-1",
            ], as: "pm.support")
        #expect(none.end == .exit(0), "\(none.messages)")
        let concluded = ledger.run(["request", "submit", "R-1"], as: "pm.support")
        #expect(
            concluded.output.contains("Concluded R-1 without an award"), "\(concluded.messages)")
        let shown = ledger.run(["request", "show", "R-1"], as: "cfo")
        #expect(shown.output.contains("No money this year"), "\(shown.messages)")
        let interim = ledger.run(
            Self.create + [
                "--id", "R-2", "--interim", "--review", "2027-06-30", "--reason",
                "Until the tender",
            ], as: "pm.support")
        #expect(interim.output.contains("review by 2027-06-30"), "\(interim.messages)")
    }

    @Test func `a charge without a budget line cannot be asked for`() throws {
        let ledger = try TrialLedger.helpdesk()
        let folder = try TemporaryFolder()
        let file = ToolRun.root + "/" + TrialLedger.evaluation
        let text = try String(contentsOfFile: file, encoding: .utf8)
        try folder.write("unmapped.yaml", text.replacing("training: CC-410, ", with: ""))
        try folder.write(
            "unknown.yaml", text.replacing("training: CC-410, ", with: "training: CC-9, "))
        func create(_ name: String) -> ToolRun {
            ledger.run(
                [
                    "request", "create", folder.path + "/" + name, "--option", "northwind", "--id",
                    Self.request,
                ], as: "pm.support")
        }
        let unmapped = create("unmapped.yaml")
        #expect(unmapped.end == .exit(3), "\(unmapped.messages)")
        #expect(unmapped.messages.contains("[OL722]") && unmapped.messages.contains("training"))
        let unknown = create("unknown.yaml")
        #expect(unknown.end == .exit(0), "\(unknown.messages)")
        #expect(unknown.output.contains("before it is submitted"), "\(unknown.output)")
        let submitted = ledger.run(["request", "submit", Self.request], as: "pm.support")
        #expect(submitted.end == .exit(3), "\(submitted.messages)")
        #expect(submitted.messages.contains("CC-9"), "\(submitted.messages)")
    }

    // MARK: - Contracts and change orders

    @Test func `an approved request is a contract, and can be amended`() throws {
        let ledger = try TrialLedger.helpdesk()
        for run in ledger.submitted(Self.request) {
            #expect(run.end == .exit(0), "\(run.messages)")
        }
        let json = ["--format", "json"]
        #expect(ledger.run(["contract", "list"], as: "cfo").output.contains("There are none."))
        for person in ["owner.itops", "security.lead", "head.service", "finance.review", "cfo"] {
            let run = ledger.run(["approve", Self.request, "--revision", "1"], as: person)
            #expect(run.end == .exit(0), "\(person) \(run.messages)")
        }
        try expect("contract-list", ledger.run(["contract", "list"], as: "cfo"), ledger)
        try answer("contract-list", ledger.run(["contract", "list"] + json, as: "cfo"))
        let soon = ["contract", "renewals", "--within", "120d"]
        #expect(ledger.run(soon, as: "cfo").output.contains("There are none."))
        try expect(
            "contract-renewals", ledger.run(soon, as: "cfo", on: "2029-09-01"), ledger)
        try answer("contract-renewals", ledger.run(soon + json, as: "cfo", on: "2029-09-01"))
        let calendar = ledger.run(soon + ["--format", "ics"], as: "cfo", on: "2029-09-01")
        #expect(calendar.end == .exit(0), "\(calendar.messages)")
        #expect(calendar.output.hasPrefix("BEGIN:VCALENDAR\r\n"))
        #expect(calendar.output.contains("DTSTART;VALUE=DATE:20291002\r\n"))
        #expect(ledger.run(["contract", "renewals", "--within", "x"], as: "cfo").end == .exit(2))
        let amend = ["request", "amend", Self.request, "--to", "300000.00", "-m", "Two seats more"]
        try answer(
            "request-amend", ledger.run(amend + json + ["--dry-run"], as: "pm.support"))
        try expect("amend", ledger.run(amend, as: "pm.support"), ledger)
        let back = ledger.run(["request", "withdraw", Self.request], as: "pm.support")
        #expect(back.output.contains("Withdrew the change order"), "\(back.messages)")
        #expect(
            ledger.run(["request", "amend", "R-9", "--to", "1.00", "-m", "x"], as: "pm.support").end
                == .exit(3))
    }

    @Test func `nothing is ordered by a quote that expired after the approval`() throws {
        let ledger = try TrialLedger.helpdesk()
        for run in ledger.submitted(Self.request) {
            #expect(run.end == .exit(0), "\(run.messages)")
        }
        for person in ["owner.itops", "security.lead", "head.service", "finance.review", "cfo"] {
            let run = ledger.run(["approve", Self.request, "--revision", "1"], as: person)
            #expect(run.end == .exit(0), "\(person) \(run.messages)")
        }
        let order = ["order", Self.request, "--number", "PO-4711"]
        try expect(
            "order-expired", ledger.run(order, as: "buyer", on: "2027-01-16"), ledger, code: 3)
        let last = ledger.run(order, as: "buyer", on: "2027-01-15")
        #expect(last.end == .exit(0), "\(last.messages)")
    }

    @Test func `a comparison with a ledger says which option fits which line`() throws {
        let ledger = try TrialLedger.helpdesk { name, text in
            name == "budgets"
                ? text.replacing("approved: 310000.00", with: "approved: 127000.00") : text
        }
        let compare = ["compare", TrialLedger.evaluation, "--as-of", TrialLedger.day]
        let run = ToolRun(compare + ["--db", ledger.path])
        try expect("compare", run, ledger)
        let result = try answer(
            "compare", ToolRun(compare + ["--db", ledger.path, "--format", "json"]))["result"]
        let fits = try #require(result?["budget_fit"]?.items)
        func fit(_ option: String) -> String? {
            fits.first { $0["option"]?.text == option }?["fits"]?.text
        }
        #expect(fits.count == 4)
        #expect(fit("northwind") == "true")
        #expect(fit("openticket") == "false")
        #expect(fit("helpnest") == "false")
        #expect(fit("legacy") == "true")
        #expect(ToolRun(compare).output.contains("Which option fits") == false)
        let missing = ToolRun(compare + ["--db", ledger.path + ".no"])
        #expect(missing.end != .exit(0), "\(missing.output)")
    }

    // MARK: - Two at once

    @Test func `of two approvals at once one wins and the other is told`() async throws {
        let ledger = try TrialLedger.helpdesk()
        for run in ledger.submitted(Self.request) {
            #expect(run.end == .exit(0), "\(run.messages)")
        }
        let words = ["approve", Self.request, "--revision", "1"]
        async let one = Self.inBackground { ledger.run(words, as: "owner.itops") }
        async let other = Self.inBackground { ledger.run(words, as: "owner.itops") }
        let runs = await [one, other]
        #expect(runs.count { $0.end == .exit(0) } == 1, "\(runs.map(\.messages))")
        let loser = try #require(runs.first { $0.end != .exit(0) })
        #expect(loser.end == .exit(5), "\(loser.messages)")
        #expect(loser.messages.contains(Self.request) && loser.messages.contains("owner.itops"))
        let shown = ledger.run(["request", "show", Self.request, "--format", "json"], as: "cfo")
        #expect(
            try answer("request-show", shown)["result"]?["acts"]?.items.count == 1, "one vote")
    }

    @Test func `of two submissions at once one wins, and of two new requests none is lost`()
        async throws
    {
        let ledger = try TrialLedger.helpdesk()
        async let one = Self.inBackground { ledger.run(Self.create, as: "pm.support") }
        async let other = Self.inBackground { ledger.run(Self.create, as: "pm.support") }
        let drafted = await [one, other]
        #expect(drafted.allSatisfy { $0.end == .exit(0) }, "\(drafted.map(\.messages))")
        let list = ledger.run(["request", "list"], as: "cfo").output
        #expect(list.contains("REQ-2026-001") && list.contains("REQ-2026-002"), "\(list)")
        let words = ["request", "submit", "REQ-2026-001"]
        async let first = Self.inBackground { ledger.run(words, as: "pm.support") }
        async let second = Self.inBackground { ledger.run(words, as: "pm.support") }
        let runs = await [first, second]
        #expect(runs.count { $0.end == .exit(0) } == 1, "\(runs.map(\.messages))")
        #expect(runs.count { $0.end == .exit(5) } == 1, "\(runs.map(\.messages))")
    }

    /// Waits for a process on a thread of its own.
    private static func inBackground(_ body: @escaping @Sendable () -> ToolRun) async -> ToolRun {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread { continuation.resume(returning: body()) }
        }
    }
}
