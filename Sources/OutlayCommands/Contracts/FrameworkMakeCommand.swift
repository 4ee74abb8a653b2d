import ArgumentParser
import Outlay

/// `outlay framework make`: records an agreement that requests may call off.
struct FrameworkMakeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "make", abstract: "Record a framework agreement.",
        discussion: """
            outlay framework make FW-LAPTOPS --title "Laptops 2027" --vendor acme --vendor globex \
            --ceiling 200000.00 --from 2027-01-01 --to 2027-12-31
            outlay framework make FW-LAPTOPS --title "Laptops 2027" --vendor acme --ceiling 200000.00 \
            --from 2027-01-01 --to 2027-12-31 --guaranteed-by REQ-2026-050 --dry-run

            The agreement itself commits no money, and each call-off is approved and checked against the ceiling. What it \
            guarantees is a purchase: ask for it by a request with one line in one month, have it approved, and name it here \
            instead of ordering it. Approved call-offs use it up; what they leave is billed against that request \
            (`outlay invoice`), carried by it at the end of a year (`outlay year carry`), or released when the agreement ends \
            (`outlay framework end`).
            """)

    @Argument(help: "The agreement's name, which nobody has used.")
    var framework: String

    @Option(help: "What it is about.")
    var title: String

    @Option(
        name: .customLong("vendor"),
        help: ArgumentHelp("A vendor to call off from; repeatable.", valueName: "vendor"))
    var vendors: [String]

    @Option(
        help: ArgumentHelp(
            "The most that all call-offs may come to, in the ledger's currency.",
            valueName: "amount"))
    var ceiling: String

    @Option(
        help: ArgumentHelp("The first day of call-offs.", valueName: "date"),
        transform: CalendarDate.init(argument:))
    var from: CalendarDate

    @Option(
        help: ArgumentHelp("The last day of call-offs.", valueName: "date"),
        transform: CalendarDate.init(argument:))
    var to: CalendarDate

    @Option(
        help: ArgumentHelp(
            "The approved request for what is owed even without a call-off.", valueName: "request"))
    var guaranteedBy: String?

    @OptionGroup var change: LedgerChangeOptions

    func run() throws {
        try change.answer(schema: "framework-make") { session in
            let currency = try session.read { (reader) throws(Problem) in
                try reader.requireSettings().currency
            }
            let id = try FrameworkID(framework)
            let command = MakeFramework(
                id, title: try LedgerText(title),
                vendors: try vendors.map { name throws(Problem) in try VendorID(name) },
                ceiling: try MinorUnits(argument: ceiling, in: currency), from: from, to: to,
                guaranteedBy: try guaranteedBy.map { name throws(Problem) in try RequestID(name) })
            let made = try session.carryOut([(command, try session.context(change))]) {
                (reader) throws(Problem) in
                (
                    framework: try reader.framework(id),
                    warnings: try reader.warnings(
                        ofUnregistered: command.vendors, on: session.asOf)
                )
            }
            let frameworks = made.view.framework.map { [$0] } ?? []
            var result = made.json
            result["framework"] =
                try frameworks.first?.json(in: currency, on: session.asOf) ?? .null
            return Answer(
                schema: "framework-make",
                report: Report(
                    title: (made.isRehearsal ? "Dry run: " : "") + "Agreed on \(id)",
                    summary: [
                        .table(try FrameworkCommand.table(frameworks, currency, on: session.asOf)),
                        .paragraph(RichText(made.sentence)),
                    ]),
                result: .object(result), findings: made.findings + made.view.warnings)
        }
    }

    func validate() throws {
        guard from <= to else {
            throw ValidationError("the last day, \(to), is before the first, \(from)")
        }
    }

    /// The shape of the JSON result.
    static let resultShape = ObjectShape(
        "framework made", "An agreement that was recorded.",
        LedgerResultShape.change + [
            Field("framework", .object(FrameworkCommand.shape), "The agreement.", required: true)
        ])
}
