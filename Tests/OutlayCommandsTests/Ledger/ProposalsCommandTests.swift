import Foundation
import Outlay
import OutlayDocuments
import Testing

/// Acts of two persons at the command line: what waits, who confirms, who takes back.
@Suite struct ProposalsCommandTests {
    private static let transfer = [
        "budget", "transfer", "3040.00", "--from", "CC-420", "--to", "CC-410", "--year", "2027",
        "-m", "Seats",
    ]

    private static func propose(_ ledger: TrialLedger) throws -> (number: String, DocumentNode) {
        let made = try ledger.result("budget-transfer", transfer, as: "finance.review")
        let proposal = try #require(made["proposals"]?.items.first)
        return (String(try #require(proposal["number"]?.integer)), made)
    }

    private static func available(_ ledger: TrialLedger, _ line: String) throws -> String? {
        let shown = try ledger.result(
            "budget-show", ["budget", "show", line, "--year", "2027"], as: "cfo")
        return shown["lines"]?.items.first?["available"]?["amount"]?.text
    }

    @Test func `a transfer waits, says who goes on, and is done by the second person`() throws {
        let ledger = try TrialLedger.helpdesk { name, text in
            name == "organisation" ? text + "  second: {transfer: [finance-review, cfo]}\n" : text
        }
        let dry = ledger.run(Self.transfer + ["--dry-run"], as: "finance.review")
        #expect(dry.end == .exit(0), "\(dry.messages)")
        #expect(
            dry.output.hasPrefix("Would propose: transfer 3040.00 from CC-420 in FY2027 to CC-410"))
        #expect(dry.output.contains("Nothing was changed: this was a dry run."))
        let none = try ledger.result("proposals-show", ["proposals"], as: "cfo")
        #expect(none["proposals"]?.items.isEmpty == true)

        let text = ledger.run(Self.transfer, as: "finance.review")
        #expect(text.end == .exit(0), "\(text.messages)")
        #expect(
            text.output.hasPrefix(
                "Proposed: transfer 3040.00 from CC-420 in FY2027 to CC-410: Seats"))
        let waiting = try ledger.result("proposals-show", ["proposals"], as: "cfo")
        let first = try #require(waiting["proposals"]?.items.first)
        let number = String(try #require(first["number"]?.integer))
        let flat = text.output.replacing("\n", with: " ")
        #expect(
            flat.contains(
                "It waits for a second person, cfo or finance.second: `outlay confirm \(number)`"))
        #expect(flat.contains("`outlay proposals withdraw \(number)`"), "\(text.output)")
        #expect(first["command"]?.text == "transfer")
        #expect(first["proposer"]?.text == "finance.review")
        #expect(first["lines"]?.items.map { $0["line"]?.text } == ["CC-410", "CC-420"])
        #expect(
            first["lines"]?.items.map { $0["available_before"]?["amount"]?.text }
                == ["310000.00", "185000.00"])
        #expect(
            first["lines"]?.items.map { $0["available"]?["amount"]?.text }
                == ["313040.00", "181960.00"])
        #expect(first["confirmers"]?.items.map(\.text) == ["cfo", "finance.second"])
        #expect(try Self.available(ledger, "CC-410") == "310000.00")
        let other = ledger.run(["confirm", number], as: "pm.support")
        #expect(other.end == .exit(4), "\(other.messages)")
        #expect(other.messages.contains("a second person has to confirm"), "\(other.messages)")

        let both = ledger.run(
            Self.transfer + ["--confirmed-by", "finance.review"], as: "finance.review")
        #expect(both.end == .exit(4), "\(both.output)")
        let own = ledger.run(["confirm", number], as: "finance.review")
        #expect(own.end == .exit(4))
        #expect(own.messages.hasPrefix("error[OL526]"), "\(own.messages)")
        let rehearsed = ledger.run(["confirm", number, "--dry-run"], as: "cfo")
        #expect(rehearsed.end == .exit(0), "\(rehearsed.messages)")
        #expect(try Self.available(ledger, "CC-410") == "310000.00")
        let confirmed = try ledger.result("confirm", ["confirm", number], as: "cfo")
        #expect(confirmed["written"]?.text == "true")
        #expect(
            confirmed["proposals"]?.items.first?["summary"]?.text?.hasPrefix("transfer") == true)
        #expect(try Self.available(ledger, "CC-410") == "313040.00")
        #expect(try Self.available(ledger, "CC-420") == "181960.00")
        let late = ledger.run(["confirm", number], as: "cfo")
        #expect(late.end == .exit(5))
        #expect(late.messages.contains("it was confirmed"), "\(late.messages)")
        #expect(ledger.run(["audit", "verify"], as: "cfo").end == .exit(0))
        let log = try ledger.result("audit-log", ["audit", "log", "--person", "cfo"], as: "cfo")
        let entry = try #require(log["entries"]?.items.last)
        #expect(entry["kind"]?.text == "transferred")
        #expect(entry["person"]?.text == "finance.review")
        #expect(entry["confirmed_by"]?.text == "cfo")
    }

    @Test func `what the books refuse meanwhile is told, and waits on`() throws {
        let ledger = try TrialLedger.helpdesk()
        let (number, made) = try Self.propose(ledger)
        #expect(
            made["lines"]?.items.map { $0["available"]?["amount"]?.text } == [
                "185000.00", "310000.00",
            ])
        let take = [
            "budget", "transfer", "183000.00", "--from", "CC-420", "--to", "CC-410", "--year",
            "2027", "-m", "All", "--confirmed-by", "cfo",
        ]
        let direct = try ledger.result("budget-transfer", take, as: "finance.review")
        #expect(direct["proposals"]?.items.isEmpty == true)
        let short = ledger.run(["confirm", number], as: "cfo")
        #expect(short.end == .exit(1))
        #expect(short.messages.hasPrefix("error[OL411]"), "\(short.messages)")
        let shown = try ledger.result("proposals-show", ["proposals", number], as: "cfo")
        let item = try #require(shown["proposals"]?.items.first)
        #expect(item["obstacle"]?["code"]?.text == "OL411")
        let text = ledger.run(["proposals", "show", number], as: "cfo")
        #expect(text.output.contains("would be refused now: OL411"), "\(text.output)")
    }

    @Test func `only who proposed takes back`() throws {
        let ledger = try TrialLedger.helpdesk()
        let (number, _) = try Self.propose(ledger)
        let other = ledger.run(["proposals", "withdraw", number], as: "cfo")
        #expect(other.end == .exit(4))
        #expect(other.messages.contains("only who proposed it takes it back"), "\(other.messages)")
        let dry = ledger.run(["proposals", "withdraw", number, "--dry-run"], as: "finance.review")
        #expect(dry.end == .exit(0), "\(dry.messages)")
        let taken = try ledger.result(
            "proposals-withdraw", ["proposals", "withdraw", number], as: "finance.review")
        #expect(taken["results"]?.items.map { $0["result"]?.text } == ["withdrawn"])
        let late = ledger.run(["confirm", number], as: "cfo")
        #expect(late.end == .exit(5))
        #expect(late.messages.contains("took it back"), "\(late.messages)")
        #expect(
            ledger.run(["proposals", "withdraw", number], as: "finance.review").end == .exit(5))
        #expect(try Self.available(ledger, "CC-410") == "310000.00")
    }

    @Test(
        arguments: [
            (["confirm"], 2), (["confirm", "x"], 2), (["confirm", "3", "3"], 2),
            (["confirm", "0"], 5), (["confirm", "99"], 5), (["proposals", "99"], 5),
            (["proposals", "withdraw"], 2), (["proposals", "withdraw", "99"], 5),
            (["proposals", "take-back", "99"], 2),
        ] as [([String], Int32)])
    func `a number that stands for nothing is refused`(arguments: [String], code: Int32) throws {
        let ledger = try TrialLedger.helpdesk()
        let run = ledger.run(arguments, as: "cfo")
        #expect(run.end == .exit(code), "\(run.messages)")
    }

    @Test func `in a real ledger a transfer waits, and nobody confirms in another's name`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/l.outlay"
        func run(_ arguments: [String]) -> ToolRun {
            ToolRun(arguments + ["--db", path, "--as-of", "2026-11-20"])
        }
        let made = ToolRun([
            "db", "init", path, "--id", "acme", "--currency", "EUR", "--year", "2027",
            "--as-of", "2026-11-20",
        ])
        #expect(made.end == .exit(0), "\(made.messages)")
        let user = try #require(
            run(["whoami"]).output.split(separator: "\n").first { $0.hasPrefix("System user") }?
                .split(separator: " ").last)
        let people = try TrialLedger.shipped("organisation").replacing(
            "id: finance.review,", with: "id: finance.review, account: \(user),")
        for (group, name, text) in [
            ("budget", "budgets", try TrialLedger.shipped("budgets")),
            ("org", "organisation", people),
        ] {
            try folder.write(name + ".yaml", text)
            let run = run([group, "load", folder.path + "/\(name).yaml"])
            #expect(run.end == .exit(0), "\(run.messages)")
        }
        let proposed = run(Self.transfer)
        #expect(proposed.end == .exit(0), "\(proposed.messages)")
        #expect(proposed.output.hasPrefix("Proposed: transfer"), "\(proposed.output)")
        let inAnothersName = run(Self.transfer + ["--confirmed-by", "cfo"])
        #expect(inAnothersName.end == .exit(4))
        #expect(inAnothersName.messages.hasPrefix("error[OL783]"), "\(inAnothersName.messages)")
        #expect(run(["confirm", "4"]).end == .exit(4))
        #expect(run(["proposals", "withdraw", "4"]).end == .exit(0))
    }
}
