import Foundation
import Outlay

/// A story that one ledger lives through, a command line after the other, with the exit code of each.
///
/// It holds a row for every command that works on a ledger, and for each cause that it ends by.
struct LedgerStory {
    /// One command line of the story.
    struct Row: Sendable {
        /// Who runs it; nil where the command has no `--as`.
        var person: String?
        var day: String
        var exitCode: Int32
        /// What stands behind `outlay`, with blanks between words.
        var line: String
        /// Why it ends so; empty where it passes.
        var cause: String

        init(
            _ person: String?, _ day: String, _ exitCode: Int32, _ line: String,
            _ cause: String = ""
        ) {
            self.person = person
            self.day = day
            self.exitCode = exitCode
            self.line = line
            self.cause = cause
        }
    }

    /// The ledger, of the sample company, with every document that the rows name beside it.
    let ledger: TrialLedger

    init() throws {
        ledger = try TrialLedger.helpdesk()
        func write(_ name: String, _ source: String, _ edits: [(String, String)]) throws {
            let text = try TrialLedger.shipped(source)
            try ledger.folder.write(
                name + ".yaml", edits.reduce(text) { $0.replacing($1.0, with: $1.1) })
        }
        try write("budgets2", "budgets", [("310000.00", "220000.00")])
        try write("policy2", "policy", [("revision: 7,", "revision: 8,"), ("60d", "50d")])
        try write("policy0", "policy", [("revision: 7,", "revision: 6,"), ("60d", "50d")])
        try write("failing", "policy", [("below: 10000,", "below: 9000,")])
        try write(
            "organisation2", "organisation",
            [("revision: 1,", "revision: 2,"), ("Head of IT operations", "Head of operations")])
        try write("vendors2", "vendors", [("revision: 1,", "revision: 2,"), ("GmbH", "SE")])
        // An order that is open at the end of the year.
        var submission = Submit(
            try RequestID("REQ-0"),
            lines: [
                Submit.Line(
                    try NodeID("CC-410"), MinorUnits(500_000),
                    in: try PeriodID(parsing: "FY2027-M02"))
            ])
        submission.vendor = try VendorID("northwind")
        try ledger.execute("pm.support", on: "2026-11-01", [submission])
        try ledger.execute("owner.itops", on: "2026-11-02", [Approve(submission.id)])
        let policy = try TrialLedger.shipped("policy")
        let tests = policy.range(of: "tests:")?.lowerBound ?? policy.endIndex
        try ledger.folder.write("untested.yaml", String(policy[..<tests]))
        try ledger.folder.write("bad.yaml", "kind: Policy\ntiers: 3\n")
        try ledger.folder.write("bad.txt", "outlay-anchor 1 nonsense\n")
        let head = String(repeating: "0", count: 64)
        try ledger.folder.write("other.txt", "outlay-anchor 1 2026-11-20 3 \(head) acme\n")
        let header = "date,line,amount,currency,invoice,vendor\n"
        let row = "2027-01-05,CC-420,100.00,EUR,INV-1,\n"
        for (name, rows) in [
            ("actuals", row), ("twice", row + row), ("late", row.replacing("INV-1", with: "INV-2")),
            ("dollars", row.replacing("EUR", with: "USD")),
            ("unknown", row.replacing("CC-420", with: "CC-999")),
        ] {
            try ledger.folder.write(name + ".csv", header + rows)
        }
    }

    /// Runs a row.
    func run(_ row: Row) -> ToolRun {
        ToolRun(words(of: row) + place(of: row, at: ledger.path), in: ledger.folder.path)
    }

    /// The words of a row, without those that name the ledger.
    func words(of row: Row) -> [String] {
        row.line.split(separator: " ").map(String.init).map { word in
            switch word {
            case "HELPDESK": ToolRun.root + "/Examples/helpdesk/helpdesk.yaml"
            case "LEDGER": ledger.path
            default: word
            }
        }
    }

    /// The words that name a ledger at `path`, the person and the day.
    func place(of row: Row, at path: String?) -> [String] {
        let takesLedger = !row.line.hasPrefix("db init") && !row.line.hasPrefix("policy test")
        return (takesLedger ? path.map { ["--db", $0] } ?? [] : [])
            + (takesLedger ? row.person.map { ["--as", $0] } ?? [] : []) + ["--as-of", row.day]
    }

    private static let begin = "2026-01-05"
    private static let day = "2026-11-20"
    private static let later = "2027-01-10"
    private static let end = "2027-12-31"

    /// The story, in order.
    static let rows =
        files + budgets + policies + drafts + decisions + orders + actuals + audits + yearEnd

    private static let files = [
        Row(nil, begin, 2, "db init LEDGER --id a --currency EUR --year 2027", "a file is there"),
        Row(nil, begin, 2, "db init new --id a --currency XXQ --year 2027", "no such currency"),
        Row(nil, begin, 74, "db init no/new --id a --currency EUR --year 2027", "no such folder"),
        Row(nil, begin, 0, "db init new --id a --currency EUR --year 2027 --test"),
        Row("cfo", day, 0, "db status"),
        Row("cfo", day, 2, "db status --format pdf", "no such format"),
        Row("cfo", day, 0, "whoami"),
        Row("cfo", day, 2, "whoami --format pdf", "no such format"),
        Row("cfo", day, 0, "db backup b.outlay"),
        Row("cfo", day, 2, "db backup b.outlay", "a file is there"),
        Row("cfo", day, 0, "db snapshot s.outlay"),
        Row("cfo", day, 2, "db snapshot s.outlay", "a file is there"),
        Row(nil, day, 0, "gate HELPDESK"),
        Row(nil, day, 1, "gate HELPDESK --option helpnest", "the option fails a knock-out"),
        Row(nil, day, 2, "gate HELPDESK --max-age soon", "no age"),
        Row(nil, "2027-01-16", 3, "gate HELPDESK", "the quote expired"),
        Row(nil, day, 3, "gate REQ-9", "no such request"),
    ]

    private static let budgets = [
        Row("pm.support", day, 0, "budget show"),
        Row("pm.support", day, 3, "budget show --year 2031", "the year is not opened"),
        Row("pm.support", day, 0, "budget show --year 2027"),
        Row("pm.support", day, 3, "budget show CC-999 --year 2027", "no such line"),
        Row("pm.support", day, 4, "budget load budgets2.yaml", "not their duty"),
        Row("finance.review", day, 2, "budget load policy.yaml", "another kind of document"),
        Row("finance.review", day, 2, "budget load bad.yaml", "malformed"),
        Row("finance.review", day, 2, "budget load no.yaml", "no such file"),
        Row("finance.review", day, 0, "budget load budgets2.yaml"),
        Row("cfo", day, 0, "proposals"),
        Row("cfo", day, 5, "proposals 999", "nothing of that number waits"),
        Row("cfo", day, 0, "proposals show 9"),
        Row("cfo", day, 5, "proposals show 999", "nothing of that number waits"),
        Row("cfo", day, 4, "proposals withdraw 9", "another's proposal"),
        Row("cfo", day, 5, "proposals withdraw 999", "nothing of that number waits"),
        Row("finance.review", day, 0, "proposals withdraw 9 --dry-run"),
        Row("finance.review", day, 4, "confirm 9", "the proposer is no second person"),
        Row("cfo", day, 5, "confirm 999", "nothing of that number waits"),
        Row("cfo", day, 0, "confirm 9"),
        Row("cfo", day, 5, "confirm 9", "it was confirmed"),
        Row(
            "finance.review", day, 1,
            "budget transfer 900000.00 --from CC-420 --to CC-410 -m x --year 2027 "
                + "--confirmed-by cfo", "more than the line has"),
        Row(
            "pm.support", day, 4,
            "budget transfer 10.00 --from CC-420 --to CC-410 -m x --year 2027 --confirmed-by cfo",
            "not their duty"),
        Row(
            "finance.review", day, 2,
            "budget transfer 10.001 --from CC-420 --to CC-410 -m x --year 2027 --confirmed-by cfo",
            "a third decimal"),
        Row(
            "finance.review", day, 3,
            "budget transfer 10.00 --from CC-999 --to CC-410 -m x --year 2027 --confirmed-by cfo",
            "no such line"),
        Row(
            "finance.review", day, 0,
            "budget transfer 10.00 --from CC-420 --to CC-410 -m x --year 2027 --confirmed-by cfo"),
        Row("pm.support", day, 0, "budget reserve REQ-7 --charge CC-410@2027-03=90.00 --title x"),
        Row(
            "pm.support", day, 5, "budget reserve REQ-7 --charge CC-410@2027-03=90.00 --title x",
            "it is there"),
        Row(
            "pm.support", day, 3,
            "budget reserve REQ-8 --charge CC-410@2027-03=20000.00 --title x", "no quotes"),
        Row("pm.support", day, 2, "budget reserve REQ-8 --charge CC-410 --title x", "no amount"),
        Row(
            "pm.support", day, 3, "budget reserve REQ-8 --charge CC-9@2027-03=1.00 --title x",
            "no such line"),
        Row("buyer", day, 4, "budget release REQ-7 -m x", "another's request"),
        Row("pm.support", day, 3, "budget release REQ-9 -m x", "no such request"),
        Row("pm.support", day, 0, "budget release REQ-7 -m x"),
    ]

    private static let policies = [
        Row("cfo", day, 0, "policy show"),
        Row("cfo", "2025-11-20", 3, "policy show", "no policy is in force"),
        Row(nil, day, 0, "policy test policy.yaml"),
        Row(nil, day, 1, "policy test failing.yaml", "a test fails"),
        Row(nil, day, 2, "policy test bad.yaml", "malformed"),
        Row(nil, day, 3, "policy test untested.yaml", "it has no tests"),
        Row("pm.support", day, 4, "policy load policy2.yaml", "not their duty"),
        Row("cfo", day, 2, "policy load bad.yaml", "malformed"),
        Row("cfo", day, 5, "policy load policy0.yaml", "a later revision is loaded"),
        Row("cfo", day, 0, "policy load policy2.yaml"),
        Row("pm.support", day, 4, "org load organisation2.yaml", "not their duty"),
        Row("cfo", day, 2, "org load bad.yaml", "another kind of document"),
        Row("cfo", day, 0, "org load organisation2.yaml"),
        Row("pm.support", day, 4, "vendors load vendors2.yaml", "not their duty"),
        Row("buyer", day, 2, "vendors load bad.yaml", "another kind of document"),
        Row("buyer", day, 0, "vendors load vendors2.yaml"),
    ]

    private static let drafts = [
        Row("pm.support", day, 2, "request create no.yaml --option northwind", "no such file"),
        Row("pm.support", day, 2, "request create HELPDESK --option nope", "no such option"),
        Row("pm.support", day, 1, "request create HELPDESK --option helpnest", "fails a knock-out"),
        Row(
            "pm.support", day, 3, "request create HELPDESK --option legacy --reason x",
            "nothing is bought by it"),
        Row("pm.support", day, 0, "request create HELPDESK --option northwind --id REQ-1"),
        Row("pm.support", day, 0, "request show REQ-1"),
        Row("pm.support", day, 3, "request show REQ-9", "no such request"),
        Row("pm.support", day, 3, "request show REQ-1 --revision 7", "no such revision"),
        Row("pm.support", day, 0, "request list"),
        Row("pm.support", day, 2, "request list --state frozen", "no such state"),
        Row("pm.support", day, 3, "request diff REQ-1", "there is one revision"),
        Row("pm.support", day, 0, "budget check REQ-1"),
        Row("pm.support", day, 1, "budget check REQ-1 --set seats=400", "it does not fit"),
        Row("pm.support", day, 2, "budget check REQ-1 --set seat=4", "no such assumption"),
        Row("pm.support", day, 3, "budget check REQ-9", "no such request"),
        Row("pm.support", day, 0, "policy path REQ-1"),
        Row("pm.support", day, 3, "policy path REQ-9", "no such request"),
        Row("owner.itops", day, 5, "approve REQ-1 --revision 1", "a draft waits for nobody"),
        Row("pm.support", "2027-01-16", 3, "request submit REQ-1", "the quote expired"),
        Row("pm.support", day, 3, "request submit REQ-9", "no such request"),
        Row("pm.support", day, 5, "request submit REQ-1 --revision 4", "no such draft"),
        Row("pm.support", day, 4, "override REQ-1 -m needed", "not their authority"),
        Row("cfo", day, 4, "override REQ-1 -m needed", "there is nothing to override"),
        Row("cfo", day, 3, "override REQ-9 -m needed", "no such request"),
        Row("cfo", day, 2, "override REQ-1", "no reason is given"),
        Row(
            "pm.support", day, 2,
            "request create HELPDESK --option northwind --id REQ-2 --set seats=400",
            "outside the range that the document states"),
        Row("pm.support", day, 0, "request submit REQ-1"),
        Row("pm.support", day, 5, "request submit REQ-1", "it is submitted"),
        Row("pm.support", day, 0, "request create HELPDESK --option northwind --id REQ-2"),
        Row("pm.support", day, 1, "request submit REQ-2", "the budget does not suffice"),
        Row("cfo", day, 0, "override REQ-2 -m needed"),
        Row("pm.support", day, 0, "request submit REQ-2"),
        Row("owner.itops", day, 0, "reject REQ-2 --revision 1 -m twice"),
        Row(nil, day, 5, "gate REQ-2", "it was rejected"),
    ]

    private static let decisions = [
        Row("pm.support", day, 4, "approve REQ-1 --revision 1", "the requester's own"),
        Row("head.service", day, 4, "approve REQ-1 --revision 1", "not yet their turn"),
        Row("owner.itops", day, 5, "approve REQ-1 --revision 2", "another revision"),
        Row("owner.itops", day, 3, "approve REQ-9 --revision 1", "no such request"),
        Row("owner.itops", day, 2, "approve REQ-1", "no revision is named"),
        Row("finance.second", day, 4, "approve REQ-1 --revision 1 --for owner.itops", "not lent"),
        Row("owner.itops", day, 2, "delegate finance.second", "no days are named"),
        Row(
            "owner.itops", day, 4, "delegate nobody --from 2026-11-20 --to 2026-11-30",
            "no such person"),
        Row("owner.itops", day, 0, "delegate finance.second --from 2026-11-20 --to 2026-11-30"),
        Row(
            "finance.second", "2026-12-01", 4, "approve REQ-1 --revision 1 --for owner.itops",
            "the delegation lapsed"),
        Row("owner.itops", day, 0, "approve REQ-1 --revision 1"),
        Row("owner.itops", day, 5, "approve REQ-1 --revision 1", "a second time"),
        Row("security.lead", day, 2, "return REQ-1 --revision 1", "no reason is given"),
        Row("pm.support", day, 4, "return REQ-1 --revision 1 -m more", "the requester's own"),
        Row("security.lead", day, 0, "return REQ-1 --revision 1 -m more"),
        Row("security.lead", day, 5, "return REQ-1 --revision 1 -m more", "it was returned"),
        Row("security.lead", day, 5, "reject REQ-1 --revision 1 -m no", "it was returned"),
        Row(
            "pm.support", day, 0,
            "request create HELPDESK --option northwind --id REQ-1 --set seats=60"),
        Row("pm.support", day, 0, "request diff REQ-1"),
        Row("pm.support", day, 3, "request diff REQ-9", "no such request"),
        Row("pm.support", day, 0, "request submit REQ-1"),
        Row("security.lead", day, 2, "reject REQ-1 --revision 2", "no reason is given"),
        Row("pm.support", day, 4, "reject REQ-1 --revision 2 -m no", "the requester's own"),
        Row("pm.support", day, 0, "request create HELPDESK --option northwind --id REQ-3"),
        Row("security.lead", day, 0, "approve REQ-1 --revision 2"),
        Row("head.service", day, 0, "approve REQ-1 --revision 2"),
        Row("finance.review", day, 0, "approve REQ-1 --revision 2"),
        Row("buyer", day, 5, "order REQ-1 --number PO-1", "it is not approved"),
        Row("cfo", day, 0, "approve REQ-1 --revision 2"),
    ]

    private static let agreement =
        "framework make FW-1 --title Laptops --vendor northwind --from 2026-11-01 --to 2027-10-31"

    private static let orders = [
        Row("cfo", day, 0, "contract list"),
        Row("cfo", day, 2, "contract list --format ics", "no such format"),
        Row("cfo", "2029-09-01", 0, "contract renewals --within 120d"),
        Row("cfo", "2029-09-01", 2, "contract renewals --within soon", "no number of days"),
        Row("cfo", day, 2, "framework list --format ics", "no such format"),
        Row("buyer", day, 2, agreement + " --ceiling 10.001", "a third decimal"),
        Row("buyer", day, 2, agreement + " --ceiling 10 --to 2025-01-01", "it ends first"),
        Row(
            "buyer", day, 3, agreement + " --ceiling 10 --guaranteed-by REQ-9", "no such request"),
        Row(
            "buyer", day, 5, agreement + " --ceiling 10 --guaranteed-by REQ-2",
            "it was rejected"),
        Row("pm.support", day, 4, agreement + " --ceiling 10", "not their duty"),
        Row("buyer", day, 0, agreement + " --ceiling 10"),
        Row("buyer", day, 5, agreement + " --ceiling 10", "it is there"),
        Row("cfo", day, 0, "framework list"),
        Row("buyer", day, 2, "framework end FW-1", "no reason is given"),
        Row("buyer", day, 3, "framework end FW-9 --reason x", "no such agreement"),
        Row("pm.support", day, 4, "framework end FW-1 --reason x", "not their duty"),
        Row("buyer", day, 0, "framework end FW-1 --reason x"),
        Row("buyer", day, 1, "framework end FW-1 --reason x", "it is over"),
        Row("buyer", "2027-01-16", 3, "order REQ-1 --number PO-1", "the quote expired"),
        Row("pm.support", day, 4, "order REQ-1 --number PO-1", "not their duty"),
        Row("buyer", day, 3, "order REQ-9 --number PO-1", "no such request"),
        Row("buyer", day, 2, "order REQ-1", "no number"),
        Row("buyer", "2027-01-16", 3, "budget commit REQ-1 --number PO-1", "the quote expired"),
        Row("pm.support", day, 4, "budget commit REQ-1 --number PO-1", "not their duty"),
        Row("buyer", day, 3, "budget commit REQ-9 --number PO-1", "no such request"),
        Row("buyer", day, 2, "budget commit REQ-1", "no number"),
        Row("buyer", day, 0, "budget commit REQ-1 --number PO-1 --dry-run"),
        Row("buyer", day, 0, "order REQ-1 --number PO-1"),
        Row("buyer", day, 5, "order REQ-1 --number PO-1", "it is ordered"),
        Row("buyer", day, 5, "budget commit REQ-1 --number PO-1", "it is ordered"),
        Row("payables", later, 4, "receive REQ-1 57000.00 --number GR-1", "not their duty"),
        Row("pm.support", later, 1, "receive REQ-1 900000.00 --number GR-1", "more than ordered"),
        Row("pm.support", later, 2, "receive REQ-1 57000.001 --number GR-1", "a third decimal"),
        Row("pm.support", later, 3, "receive REQ-9 1.00 --number GR-1", "no such request"),
        Row("pm.support", later, 0, "receive REQ-1 57000.00 --number GR-1"),
        Row("payables", later, 0, "invoice REQ-1 50000.00 --number NW-1"),
        Row("payables", later, 1, "invoice REQ-1 50000.00 --number NW-1", "booked already"),
        Row("payables", later, 1, "invoice REQ-1 900000.00 --number NW-2", "beyond tolerance"),
        Row("pm.support", later, 4, "invoice REQ-1 10.00 --number NW-3", "not their duty"),
        Row("payables", later, 2, "invoice REQ-1 0 --number NW-3", "no amount"),
        Row("payables", later, 3, "invoice REQ-9 10.00 --number NW-3", "no such request"),
        Row("payables", later, 0, "credit REQ-1 100.00 --number C-1 --invoice NW-1"),
        Row("payables", later, 1, "credit REQ-1 90000.00 --number C-2 --invoice NW-1", "too much"),
        Row("payables", later, 3, "credit REQ-1 1.00 --number C-2 --invoice NW-9", "no invoice"),
        Row("pm.support", later, 4, "credit REQ-1 1.00 --number C-2 --invoice NW-1", "no duty"),
        Row("payables", later, 2, "credit REQ-1 1.00 --number C-2", "no invoice is named"),
        Row("pm.support", later, 0, "request amend REQ-1 --to 130000.00 -m more"),
        Row(
            "pm.support", later, 1, "request amend REQ-1 --to 1.00 -m less", "below what is billed"),
        Row("pm.support", later, 2, "request amend REQ-1 --to 1e4 -m more", "no amount"),
        Row("pm.support", later, 3, "request amend REQ-9 --to 1.00 -m x", "no such request"),
        Row("pm.support", later, 5, "request withdraw REQ-1", "it is ordered"),
        Row("pm.support", later, 3, "request withdraw REQ-9", "no such request"),
        Row("pm.support", later, 0, "request withdraw REQ-3"),
        Row("cfo", later, 0, "notices"),
        Row("cfo", later, 2, "notices --within soon", "no number of days"),
    ]

    private static let actuals = [
        Row("pm.support", later, 4, "import actuals actuals.csv", "not their duty"),
        Row("payables", later, 1, "import actuals actuals.csv --control-total 1.00", "another sum"),
        Row("payables", later, 2, "import actuals twice.csv", "a row stands twice"),
        Row("payables", later, 2, "import actuals dollars.csv", "another currency"),
        Row("payables", later, 2, "import actuals none.csv", "no such file"),
        Row("payables", later, 3, "import actuals unknown.csv", "no such line"),
        Row("payables", later, 0, "import actuals actuals.csv"),
    ]

    private static let audits = [
        Row("cfo", later, 0, "audit log"),
        Row("cfo", later, 2, "audit log --limit x", "no count"),
        Row("cfo", later, 0, "audit verify"),
        Row("cfo", later, 0, "audit anchor a.txt"),
        Row("cfo", later, 2, "audit anchor a.txt", "a file is there"),
        Row("cfo", later, 0, "audit verify --anchor a.txt"),
        Row("cfo", later, 2, "audit verify --anchor none.txt", "no such file"),
        Row("cfo", later, 2, "audit verify --anchor bad.txt", "no anchor"),
        Row("cfo", later, 6, "audit verify --anchor other.txt", "another chain"),
        Row("cfo", later, 0, "audit exceptions"),
        Row("cfo", later, 2, "audit exceptions --kind nonsense", "no such kind"),
        Row("cfo", later, 0, "audit reperform REQ-1"),
        Row("cfo", later, 3, "audit reperform REQ-9", "no such request"),
        Row(nil, later, 0, "audit export --format hledger"),
        Row(nil, later, 2, "audit export --format nonsense", "no such form"),
    ]

    private static let yearEnd = [
        Row("cfo", end, 0, "year status 2027"),
        Row("cfo", end, 3, "year status 2040", "it is not open"),
        Row("finance.review", end, 1, "year carry 2027 --confirmed-by cfo", "bills are disputed"),
        Row(
            "finance.review", end, 3, "year carry 2027 --anyway --confirmed-by cfo",
            "the next year is not open"),
        Row("pm.support", end, 4, "year open 2028 --confirmed-by cfo", "not their duty"),
        Row("finance.review", end, 0, "year open 2028 --confirmed-by cfo"),
        Row("finance.review", end, 5, "year open 2028 --confirmed-by cfo", "it is open"),
        Row("finance.review", end, 2, "year open next --confirmed-by cfo", "no number"),
        Row("pm.support", end, 4, "year carry 2027 --anyway --confirmed-by cfo", "no duty"),
        Row("finance.review", end, 0, "year carry 2027 --anyway --confirmed-by cfo"),
        Row("pm.support", end, 4, "cancel REQ-1 -m x", "not their duty"),
        Row("buyer", end, 2, "cancel REQ-1", "no reason is given"),
        Row("buyer", end, 3, "cancel REQ-9 -m x", "no such request"),
        Row("buyer", end, 0, "cancel REQ-1 -m x"),
        Row("buyer", end, 5, "cancel REQ-1 -m x", "it is cancelled"),
        Row("finance.review", end, 1, "year lapse 2027 --confirmed-by cfo", "bills are disputed"),
        Row("pm.support", end, 4, "year lapse 2027 --anyway --confirmed-by cfo", "no duty"),
        Row("finance.review", end, 0, "year lapse 2027 --anyway --confirmed-by cfo"),
        Row(
            "finance.review", end, 1, "year lapse 2027 --anyway --confirmed-by cfo",
            "nothing is left"),
        Row("pm.support", end, 4, "year close FY2027 --confirmed-by cfo", "not their duty"),
        Row("finance.review", end, 2, "year close 2027 --confirmed-by cfo", "no period"),
        Row("finance.review", end, 0, "year close FY2027 --confirmed-by cfo"),
    ]
}
