import Foundation
import Outlay
import Testing

/// Loads of budgets, policies, people and vendors, by one person and by two.
@Suite struct BudgetLoadCommandTests {
    @Test func `a new ledger takes documents from one person, and shows each line`() throws {
        let ledger = try TrialLedger()
        try ledger.folder.write("budgets.yaml", try TrialLedger.shipped("budgets"))
        let load = ["budget", "load", ledger.file("budgets.yaml")]
        let dry = ledger.run(load + ["--dry-run"], as: TrialLedger.founder)
        #expect(dry.end == .exit(0), "\(dry.messages)")
        #expect(dry.output.contains("Would load FY2027 revision 1"))
        #expect(dry.output.contains("Nothing was changed: this was a dry run."))
        let made = try ledger.result("budget-load", load, as: TrialLedger.founder)
        let document = try #require(made["documents"]?.items.first)
        #expect(document["outcome"]?.text == "loaded")
        let lines = document["lines"]?.items ?? []
        #expect(lines.map { $0["line"]?.text } == ["CC-410", "CC-420", "CC-421"])
        #expect(lines.map { $0["change"]?.text } == ["new", "new", "new"])
        #expect(lines.first?["approved"]?["amount"]?.text == "310000.00")
        let again = try ledger.result("budget-load", load, as: TrialLedger.founder)
        #expect(again["documents"]?.items.first?["outcome"]?.text == "unchanged")
        #expect(again["entry"]?.integer == made["entry"]?.integer)
    }

    @Test func `the tool makes the ledger that tests start from of the shipped documents`() throws {
        let folder = try TemporaryFolder()
        func run(_ words: [String]) -> ToolRun {
            ToolRun(words + ["--as", TrialLedger.founder, "--as-of", TrialLedger.begin])
        }
        let path = folder.path + "/l.outlay"
        let made = run([
            "db", "init", path, "--id", "acme", "--currency", "EUR", "--year", "2027", "--test",
        ])
        #expect(made.end == .exit(0), "\(made.messages)")
        let groups = [
            "budgets": "budget", "vendors": "vendors", "policy": "policy", "organisation": "org",
        ]
        for name in TrialLedger.documents {
            let file = ToolRun.root + "/Examples/helpdesk/\(name).yaml"
            let load = run([try #require(groups[name]), "load", file, "--db", path])
            #expect(load.end == .exit(0), "\(load.messages)")
        }
        let status = run(["db", "status", "--db", path, "--format", "json"])
        let fixture = try TrialLedger.helpdesk().result("db-status", ["db", "status"], as: "cfo")
        let head = try #require(fixture["head"]?.text)
        #expect(status.output.contains("\"head\":\"\(head)\""), "\(status.output)")
    }

    @Test func `a later budget tells what every line had and gets`() throws {
        let ledger = try TrialLedger.helpdesk { name, text in
            name == "organisation" ? text.singlePerson : text
        }
        try ledger.folder.write(
            "budgets.yaml",
            try TrialLedger.shipped("budgets").replacing("310000.00", with: "300000.00"))
        let made = try ledger.result(
            "budget-load", ["budget", "load", ledger.file("budgets.yaml")], as: "cfo")
        let document = try #require(made["documents"]?.items.first)
        #expect(document["revision"]?.integer == 2)
        #expect(document["revision_before"]?.integer == 1)
        let line = try #require(document["lines"]?.items.first)
        #expect(line["change"]?.text == "changed")
        #expect(line["approved_before"]?["amount"]?.text == "310000.00")
        #expect(line["allotted"]?["amount"]?.text == "300000.00")
        #expect(
            document["differences"]?.items.map {
                ($0["path"]?.items ?? []).compactMap(\.text).joined(separator: ".")
            } == ["lines.CC-410.approved"])
    }

    @Test func `a load by one of two waits until another confirms it`() throws {
        let ledger = try TrialLedger.helpdesk()
        try ledger.folder.write(
            "budgets.yaml",
            try TrialLedger.shipped("budgets").replacing("310000.00", with: "320000.00"))
        let load = ["budget", "load", ledger.file("budgets.yaml")]
        let stranger = ledger.run(load, as: "pm.support")
        #expect(stranger.end == .exit(4))
        #expect(stranger.messages.hasPrefix("error[OL526]"))
        let made = try ledger.result("budget-load", load, as: "finance.review")
        let document = try #require(made["documents"]?.items.first)
        #expect(document["outcome"]?.text == "proposed")
        let number = try #require(document["proposal"]?.integer)
        let waiting = try ledger.result("proposals-show", ["proposals"], as: "cfo")
        #expect(waiting["proposals"]?.items.map { $0["number"]?.integer } == [number])
        #expect(waiting["proposals"]?.items.first?["proposer"]?.text == "finance.review")
        let shown = ledger.run(["proposals", "\(number)"], as: "cfo")
        #expect(shown.output.contains("320 000.00"), "\(shown.output)")
        let own = ledger.run(["confirm", "\(number)"], as: "finance.review")
        #expect(own.end == .exit(4))
        let dry = ledger.run(["confirm", "\(number)", "--dry-run"], as: "cfo")
        #expect(dry.end == .exit(0), "\(dry.messages)")
        let confirmed = try ledger.result("confirm", ["confirm", "\(number)"], as: "cfo")
        let done = try #require(confirmed["proposals"]?.items.first)
        #expect(done["proposer"]?.text == "finance.review")
        #expect(done["document"]?["id"]?.text == "FY2027")
        let late = ledger.run(["confirm", "\(number)"], as: "cfo")
        #expect(late.end == .exit(5))
        #expect(late.messages.hasPrefix("error[OL421]"))
        let show = try ledger.result(
            "budget-show", ["budget", "show", "CC-410", "--year", "2027"], as: "cfo")
        #expect(show["lines"]?.items.first?["allotted"]?["amount"]?.text == "320000.00")
    }

    @Test(arguments: ["policy", "org", "vendors"])
    func `other documents are loaded by two as well`(group: String) throws {
        let ledger = try TrialLedger.helpdesk()
        let names = ["policy": "policy", "org": "organisation", "vendors": "vendors"]
        let people = ["policy": "finance.review", "org": "cfo", "vendors": "buyer"]
        let name = try #require(names[group])
        let text = try TrialLedger.shipped(name)
        let edits = [
            ("request: 60d", "request: 50d"), ("Head of IT operations", "Head of operations"),
            ("GmbH", "SE"), ("revision: 7,", "revision: 8,"), ("revision: 1,", "revision: 2,"),
        ]
        try ledger.folder.write(
            "\(name).yaml", edits.reduce(text) { $0.replacing($1.0, with: $1.1) })
        let made = try ledger.result(
            "\(group)-load", [group, "load", ledger.file(name + ".yaml")],
            as: try #require(people[group]))
        let document = try #require(made["documents"]?.items.first)
        #expect(document["outcome"]?.text == "proposed")
        #expect(document["differences"]?.items.isEmpty == false)
    }

    @Test func `what cannot be loaded says why`() throws {
        let ledger = try TrialLedger.helpdesk()
        let wrong = ledger.run(
            ["budget", "load", ledger.file("policy.yaml")], as: "finance.review")
        #expect(wrong.end == .exit(2))
        #expect(wrong.messages.contains("outlay policy load"))
        try ledger.folder.write("bad.yaml", "kind: Budget\nlines: 3\n")
        #expect(ledger.run(["budget", "load", ledger.file("bad.yaml")], as: "cfo").end == .exit(2))
        let nowhere = ToolRun([
            "budget", "load", ledger.file("budgets.yaml"), "--db", ledger.file("no.outlay"),
            "--as-of", TrialLedger.day,
        ])
        #expect(nowhere.end == .exit(2), "\(nowhere.messages)")
        #expect(nowhere.messages.contains("outlay db init"), "\(nowhere.messages)")
        #expect(!FileManager.default.fileExists(atPath: ledger.file("no.outlay")))
    }

    @Test func `two budgets for one line load neither`() throws {
        let ledger = try TrialLedger()
        let text = try TrialLedger.shipped("budgets")
        try ledger.folder.write("a.yaml", text)
        try ledger.folder.write("b.yaml", text.replacing("id: FY2027, title", with: "id: B, title"))
        let run = ledger.run(
            ["budget", "load", ledger.file("a.yaml"), ledger.file("b.yaml")],
            as: TrialLedger.founder)
        #expect(run.end == .exit(2), "\(run.messages)")
        #expect(run.messages.contains("OL702"), "\(run.messages)")
        let status = try ledger.result("db-status", ["db", "status"], as: TrialLedger.founder)
        #expect(status["documents"]?.items.isEmpty == true)
    }

    @Test func `the first organisation of a real ledger is loaded by the system's user`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/l.outlay"
        let made = ToolRun([
            "db", "init", path, "--id", "acme", "--currency", "EUR", "--year", "2027",
            "--as-of", "2026-01-05",
        ])
        #expect(made.end == .exit(0), "\(made.messages)")
        try folder.write(
            "organisation.yaml",
            try TrialLedger.shipped("organisation")
                .replacing("id: cfo,", with: "id: cfo, account: nobody.else,"))
        let load = [
            "org", "load", folder.path + "/organisation.yaml", "--db", path, "--as-of",
            "2026-01-05",
        ]
        let first = ToolRun(load)
        #expect(first.end == .exit(0), "\(first.messages)")
        // From now on the system's user is somebody, or nobody.
        let second = ToolRun(load)
        #expect(second.end == .exit(4))
        #expect(second.messages.hasPrefix("error[OL782]"), "\(second.messages)")
    }
}
