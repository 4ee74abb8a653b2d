import ArgumentParser
import Outlay

/// `outlay import actuals`: books what another system says was spent.
struct ImportActualsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "actuals", abstract: "Book what another system says was spent.",
        discussion: """
            outlay import actuals focus.csv --cost BilledCost --map cloud-map.yaml --dry-run
            outlay import actuals focus.csv --cost BilledCost --map cloud-map.yaml --control-total 48211.07
            outlay import actuals ledger.csv

            A FOCUS file needs its cost column named. Without --cost, and without columns in the map, the file is \
            a plain one with the columns date, line, amount, currency, invoice and vendor. All of it is booked or \
            nothing; what is booked already is left out, so the same file changes nothing.
            """)

    @Argument(help: "The CSV file; `-` for standard input.")
    var file: String

    @Option(
        help: ArgumentHelp(
            "The cost column of a FOCUS file, such as BilledCost.", valueName: "column"))
    var cost: String?

    @Option(help: ArgumentHelp("The ActualsMap document.", valueName: "file"))
    var map: String?

    @Option(
        help: ArgumentHelp(
            "What all rows have to add up to, rounded to as many decimals as it is written with.",
            valueName: "amount"))
    var controlTotal: String?

    @Flag(help: "The file states its documents anew: book what differs from an earlier import.")
    var restate = false

    @Flag(help: "Rows that say the same in every field are several, not one that stands twice.")
    var keepDuplicates = false

    @OptionGroup var change: LedgerChangeOptions

    func run() throws {
        try change.answer(schema: "import-actuals") { session in
            let (map, mapDigest) = try readMap()
            let batch = try read(map, session)
            if let controlTotal { try batch.check(controlTotal: controlTotal) }
            let (report, booking) = try book(batch, session)
            let settings = try session.read { (reader) throws(Problem) in
                (head: try reader.head(), currency: try reader.requireSettings().currency)
            }
            var result =
                booking?.json
                ?? [
                    "entry": .integer(settings.head.sequence),
                    "head": .string(settings.head.hash.description), "results": [],
                    "written": false,
                ]
            for member in try report.json().members { result[member.key] = member.value }
            let amount = "\(report.booked.text(in: settings.currency)) \(settings.currency.code)"
            let sentence = booking?.sentence ?? "Nothing was changed."
            return Answer(
                schema: "import-actuals",
                report: Report(
                    title: (session.isRehearsal ? "Dry run: " : "")
                        + (booking == nil ? "Nothing to book" : "Booked \(amount)")
                        + (report.plan == nil ? ": this file was imported before" : ""),
                    summary: [.paragraph(RichText(sentence))] + (try report.blocks())),
                result: .object(result),
                findings: report.findings + (booking?.findings ?? []),
                inputs: [FileDigest(path: file, sha256: batch.hash.description)]
                    + (mapDigest.map { [$0] } ?? []))
        }
    }

    private func readMap() throws -> (ActualsMap, FileDigest?) {
        guard let map else { return (.empty, nil) }
        let bytes = try FileAccess.read(map)
        do throws(DocumentProblems) {
            let document = try ActualsMap(reading: DocumentSource.read(path: map, bytes: bytes))
            return (document, FileDigest(path: map, sha256: SHA256Digest.of(bytes)))
        } catch {
            throw Problems(list: error.list)
        }
    }

    private func layout(_ map: ActualsMap) throws(Problem) -> ActualsLayout {
        guard let cost else { return map.layout ?? .ledger }
        guard map.layout == nil else {
            throw Problem(
                .usage, "the columns are named twice", at: .argument("--cost"),
                because: "the map names its own `columns`, with the amount among them",
                hint: "leave `--cost` out, or take `columns` out of the map")
        }
        return .focus(cost: cost)
    }

    private func read(_ map: ActualsMap, _ session: LedgerSession) throws(Problem) -> ActualsBatch {
        let ledger = try session.read { (reader) throws(Problem) in try ActualsLedger(reader) }
        var reader = ActualsReader(
            path: file, layout: try layout(map), map: map, ledger: ledger,
            duplicates: keepDuplicates ? .keep : .refuse)
        var source = try OpenFile(file)
        do throws(Problem) {
            return try reader.read(&source)
        } catch {
            if error.code == .duplicateActuals {
                var problem = error
                problem.hint = "remove them; where both are meant, add `--keep-duplicates`"
                throw problem
            }
            guard error.code == .unknownActualsColumn, cost == nil, map.layout == nil else {
                throw error
            }
            var problem = error
            problem.hint =
                "name the cost column of a FOCUS file by `--cost BilledCost`, or the file's own "
                + "columns in a map"
            throw problem
        }
    }

    /// Books what is not booked yet; nothing where all of it is.
    private func book(
        _ batch: ActualsBatch, _ session: LedgerSession
    ) throws(Problem) -> (ActualsReport, LedgerChange<Void>?) {
        let source = try LedgerText(FileAccess.split(file).name)
        let command = batch.command(source: source, restates: restate)
        var context = try session.context(change)
        // What is stated anew may be stated as it was before: then nothing differs, and nothing is booked.
        if context.idempotencyKey == nil, !restate {
            context.idempotencyKey = ImportActuals.idempotencyKey(of: batch.hash)
        }
        let asked = context
        let plan = try session.read { (reader) throws(Problem) -> ActualsPlan? in
            if let key = asked.idempotencyKey, try reader.answer(to: key) != nil { return nil }
            return try command.plan(
                in: reader, on: asked.moment.effective, by: asked.actor)
        }
        let report = try ActualsReport(batch, plan)
        if let plan, plan.booked.isEmpty { return (report, nil) }
        // A key that stands for something else is refused.
        let booking = try session.carryOut(command, context) { (_) throws(Problem) in () }
        return (report, plan == nil ? nil : booking)
    }

    /// The shape of the JSON result.
    static let resultShape = ObjectShape(
        "imported actuals", "What became of a file of actuals.",
        LedgerResultShape.change + [
            Field("file", .text(), "The file.", required: true),
            Field("sha256", .text(), "The SHA-256 of the file.", required: true),
            Field("rows", .integer(0...Int.max), "The rows behind the header.", required: true),
            Field(
                "sum", EvaluationResultShape.decimal, "The exact sum of all rows.", required: true),
            Field("booked", EvaluationResultShape.money, "What is booked.", required: true),
            Field(
                "rounding_difference", EvaluationResultShape.decimal,
                "What rounding each document, line and month once adds to the exact sum.",
                required: true),
            Field(
                "matched", .list(of: .object(entry(booked))),
                "What is booked, and what it is matched to.", required: true),
            Field(
                "left_out", .list(of: .object(entry(leftOut))),
                "What the ledger has already.", required: true),
            Field(
                "unmatched", .list(of: .object(rows)), "Rows that fit no line; not booked.",
                required: true),
            Field(
                "left_out_by_map", .list(of: .object(rows)), "Rows that the map leaves out.",
                required: true),
            Field(
                "duplicates", .integer(0...Int.max), "How many rows stand in the file before.",
                required: true),
            Field(
                "imported_before", .yesNo, "Whether this very file was imported before.",
                required: true),
        ])

    private static func entry(_ fields: [Field]) -> ObjectShape {
        ObjectShape(
            "actual", "What one document says was spent on one line in one month.",
            [
                Field("line", .text(), "The budget line.", required: true),
                Field("period", .text(), "The month.", required: true),
                Field(
                    "issuer", EvaluationResultShape.text, "Who bills; empty where not known.",
                    required: true),
                Field(
                    "document", EvaluationResultShape.text, "The document; empty where none.",
                    required: true),
                Field("amount", EvaluationResultShape.money, "The amount.", required: true),
            ] + fields)
    }

    private static let booked = [
        Field(
            "match", .choice(["none", "request", "unsettled", "restated"]),
            "What it is matched to.", required: true),
        Field("request", .text(), "The order or contract."),
        Field("event", .integer(0...Int.max), "The entry of which it is the difference."),
    ]

    private static let leftOut = [
        Field(
            "reason",
            .choice([
                "booked_invoice", "disputed_invoice", "imported_before", "imported_otherwise",
            ]), "Why it is left out.", required: true),
        Field("request", .text(), "The order whose invoice it is."),
        Field("event", .integer(0...Int.max), "The entry that booked it."),
    ]

    private static let rows = ObjectShape(
        "rows", "Rows that have the same in the columns that rules look at.",
        [
            Field("reason", .text(), "Why they are not booked.", required: true),
            Field(
                "values", .list(of: EvaluationResultShape.text), "What they have in common.",
                required: true),
            Field("rows", .integer(0...Int.max), "How many.", required: true),
            Field("first_row", .integer(0...Int.max), "The first of them.", required: true),
            Field("sum", EvaluationResultShape.decimal, "Their exact sum.", required: true),
        ])
}
