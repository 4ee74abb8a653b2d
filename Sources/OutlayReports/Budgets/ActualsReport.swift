import OutlayBudgets
import OutlayEncoding
import OutlayProblems
import OutlayValues

/// What became of a file of actuals, for people and programs.
package struct ActualsReport {
    /// What the file comes to.
    package let batch: ActualsBatch
    /// What becomes of it in the ledger; nil where the file was imported before, as it is.
    package let plan: ActualsPlan?
    private let restated: MinorUnits

    /// The most rows of a list that a person reads.
    private static let listLimit = 20

    /// Creates a report.
    ///
    /// - Throws: ``ProblemCode/ledgerOverflow``.
    package init(_ batch: ActualsBatch, _ plan: ActualsPlan?) throws(Problem) {
        self.batch = batch
        self.plan = plan
        var sum = MinorUnits.zero
        for booked in plan?.booked ?? [] { sum = try sum + booked.entry.charge.amount }
        restated = sum
    }

    /// What is booked, in all.
    package var booked: MinorUnits { restated }

    private var currency: Currency { batch.currency }

    /// What everybody should know of it: rows that fit no line.
    package var findings: [Problem] {
        let rows = batch.unmatched.reduce(0) { $0 + $1.rows }
        guard rows > 0 else { return [] }
        return [
            Problem(
                .actualsUnmatched,
                rows == 1
                    ? "1 row fits no line, and is not booked"
                    : "\(rows) rows fit no line, and are not booked",
                at: .file(batch.path),
                because:
                    "nothing in \(rows == 1 ? "it" : "them") names a line, and no map (`--map`) gives one by a rule or by "
                    + "`otherwise`",
                hint: "give a map with a rule for what is left, or with `otherwise: LINE`")
        ]
    }

    /// The report's blocks.
    ///
    /// - Throws: ``ProblemCode/overflow``.
    package func blocks() throws(Problem) -> [Block] {
        var blocks: [Block] = [.facts(try facts())]
        if let plan {
            if !plan.booked.isEmpty { blocks.append(.table(bookedTable(plan.booked))) }
            if !plan.leftOut.isEmpty { blocks.append(.table(leftOutTable(plan.leftOut))) }
        }
        if !batch.unmatched.isEmpty {
            blocks.append(.table(rowTable("Unmatched: not booked", batch.unmatched)))
        }
        if !batch.leftOut.isEmpty {
            blocks.append(.table(rowTable("Left out by the map", batch.leftOut)))
        }
        return blocks
    }

    private func facts() throws(Problem) -> [Fact] {
        var facts = [
            Fact("File", .code(batch.path)), Fact("SHA-256", .code(batch.hash.description)),
            Fact("Rows", RichText("\(batch.rows)")),
            Fact("Sum of all rows", RichText("\(batch.total) \(currency.code)")),
            Fact("Rounding difference", RichText("\(try batch.roundingDifference())")),
        ]
        if batch.duplicateCount > 0 {
            facts.append(
                Fact("Rows that stand twice", RichText("\(batch.duplicateCount), counted")))
        }
        return facts
    }

    private func bookedTable(_ booked: [BookedActual]) -> Table {
        let shown = booked.prefix(Self.listLimit)
        return Table(
            caption: "Booked",
            columns: [
                Column("Line"), Column("Month"), Column("Document"), Column("Matched to"),
                .number(currency.code),
            ],
            rows: shown.map { item in
                Row([
                    .text(item.entry.charge.node.text), .text(item.entry.charge.period.description),
                    .text(item.entry.document.text), .text(Self.words(item.match)),
                    cell(item.entry.charge.amount),
                ])
            }, note: Self.note(shown.count, of: booked.count))
    }

    private func leftOutTable(_ leftOut: [LeftOutActual]) -> Table {
        let shown = leftOut.prefix(Self.listLimit)
        return Table(
            caption: "Left out: in the ledger already",
            columns: [
                Column("Line"), Column("Month"), Column("Document"), Column("Why", widthHint: 40),
                .number(currency.code),
            ],
            rows: shown.map { item in
                Row([
                    .text(item.entry.charge.node.text), .text(item.entry.charge.period.description),
                    .text(item.entry.document.text), .text(words(item.reason)),
                    cell(item.entry.charge.amount),
                ])
            }, note: Self.note(shown.count, of: leftOut.count))
    }

    private func rowTable(_ caption: String, _ groups: [UnbookedRows]) -> Table {
        let shown = groups.prefix(Self.listLimit)
        return Table(
            caption: caption,
            columns: [
                Column("Rows like"), Column("Why", widthHint: 40), .number("Rows"),
                .number("First row"), .number(currency.code),
            ],
            rows: shown.map { group in
                Row([
                    .text(group.values.joined(separator: " · ")), .text(group.reason),
                    .number(shown: "\(group.rows)", data: "\(group.rows)"),
                    .number(shown: "\(group.firstRow)", data: "\(group.firstRow)"),
                    .number(shown: group.sum.description, data: group.sum.description),
                ])
            }, note: Self.note(shown.count, of: groups.count))
    }

    private func cell(_ amount: MinorUnits) -> Cell {
        .money(amount.money(in: currency), places: currency.minorUnitPlaces)
    }

    private static func note(_ shown: Int, of count: Int) -> String? {
        shown < count ? "The first \(shown) of \(count); `--format json` has all." : nil
    }

    private static func rows(_ count: Int) -> String { count == 1 ? "1 row" : "\(count) rows" }

    private static func words(_ match: BookedActual.Match) -> String {
        switch match {
        case .none: "nothing"
        case .request(let id): id.text
        case .unsettled(let id): "\(id), which cannot take it"
        case .restated(let event): "the difference to entry \(event)"
        }
    }

    private func words(_ reason: LeftOutActual.Reason) -> String {
        switch reason {
        case .bookedInvoice(let id): "booked as an invoice of \(id)"
        case .disputedInvoice(let id): "a disputed invoice of \(id)"
        case .importedBefore(let event): "booked by entry \(event)"
        case .importedOtherwise(let event, let amount):
            "entry \(event) booked \(amount.text(in: currency)); `--restate` books the difference"
        }
    }
}

extension ActualsReport {
    /// The report for programs.
    ///
    /// - Throws: ``ProblemCode/overflow``.
    package func json() throws(Problem) -> JSONObject {
        [
            "file": .string(batch.path), "sha256": .string(batch.hash.description),
            "rows": .integer(batch.rows), "sum": .string(batch.total.description),
            "booked": ResultJSON.money(booked.money(in: currency)),
            "rounding_difference": .string(try batch.roundingDifference().description),
            "matched": .array((plan?.booked ?? []).map(json)),
            "left_out": .array((plan?.leftOut ?? []).map(json)),
            "unmatched": .array(batch.unmatched.map(Self.json)),
            "left_out_by_map": .array(batch.leftOut.map(Self.json)),
            "duplicates": .integer(batch.duplicateCount),
            "imported_before": .bool(plan == nil),
        ]
    }

    private func json(_ entry: ActualsEntry) -> JSONObject {
        [
            "line": .string(entry.charge.node.text),
            "period": .string(entry.charge.period.description),
            "issuer": .string(entry.issuer.text), "document": .string(entry.document.text),
            "amount": ResultJSON.money(entry.charge.amount.money(in: currency)),
        ]
    }

    private func json(_ booked: BookedActual) -> JSONValue {
        var object = json(booked.entry)
        switch booked.match {
        case .none: object["match"] = "none"
        case .request(let id):
            object["match"] = "request"
            object["request"] = .string(id.text)
        case .unsettled(let id):
            object["match"] = "unsettled"
            object["request"] = .string(id.text)
        case .restated(let event):
            object["match"] = "restated"
            object["event"] = .integer(event)
        }
        return .object(object)
    }

    private func json(_ left: LeftOutActual) -> JSONValue {
        var object = json(left.entry)
        object["reason"] = .string(left.word)
        switch left.reason {
        case .bookedInvoice(let id), .disputedInvoice(let id): object["request"] = .string(id.text)
        case .importedBefore(let event), .importedOtherwise(let event, _):
            object["event"] = .integer(event)
        }
        return .object(object)
    }

    private static func json(_ rows: UnbookedRows) -> JSONValue {
        [
            "reason": .string(rows.reason), "values": .strings(rows.values),
            "rows": .integer(rows.rows), "first_row": .integer(rows.firstRow),
            "sum": .string(rows.sum.description),
        ]
    }
}
