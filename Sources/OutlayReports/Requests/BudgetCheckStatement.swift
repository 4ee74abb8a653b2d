import OutlayBudgets
import OutlayEncoding
import OutlayEvaluations
import OutlayProblems
import OutlayValues

/// The check of a budget as a script and a person ask for it: whether it fits, what is left, and what else comes.
package struct BudgetCheckStatement {
    /// The lines, and what keeps the request from them.
    package var budget: BudgetCheck
    /// The check of the evaluation behind the request; nil where it was raised without one.
    package var purchase: PurchaseCheck?
    /// What else the lines will likely be charged and nothing holds yet.
    package var expected: [ExpectedSpending]
    /// The revision of the budget that gives each line its money.
    package var revisions: [NodeID: Int]
    /// The ledger's currency.
    package var currency: Currency

    /// Creates a statement.
    package init(
        _ budget: BudgetCheck, _ purchase: PurchaseCheck?, expected: [ExpectedSpending],
        revisions: [NodeID: Int], in currency: Currency
    ) {
        self.budget = budget
        self.purchase = purchase
        self.expected = expected
        self.revisions = revisions
        self.currency = currency
    }

    /// The line that is left with least, which decides; one that has no money yet does only where no other is charged.
    package var tightest: BudgetCheck.Line? {
        let funded = budget.lines.filter { !$0.isUnfunded }
        return (funded.isEmpty ? budget.lines : funded).min { $0.after < $1.after }
    }

    // MARK: For people

    /// The statement: each line down to what is left, the ways out, and what is expected.
    ///
    /// - Throws: A ``Problem`` when a sum does not fit.
    package func blocks() throws(Problem) -> [Block] {
        var blocks: [Block] = []
        let left = Set(purchase?.unbudgetedYears ?? [])
        for line in budget.lines where !left.contains(line.year) {
            blocks.append(.table(try table(of: line)))
        }
        if let pending = budget.pending(in: currency) { blocks.append(.paragraph(pending)) }
        let ways = purchase?.waysOut(in: currency) ?? []
        if !ways.isEmpty { blocks.append(.list(ways.map { RichText($0) })) }
        if !expected.isEmpty {
            blocks.append(.table(try PurchaseCheck.table(expected, after: budget, in: currency)))
        }
        return blocks
    }

    private func table(of line: BudgetCheck.Line) throws(Problem) -> Table {
        let places = currency.minorUnitPlaces
        func cell(_ amount: MinorUnits) -> Cell {
            .money(amount.money(in: currency), places: places)
        }
        func counted(_ title: String, _ count: Int, _ one: String, _ many: String) -> String {
            count == 0 ? title : "\(title) (\(count) \(count == 1 ? one : many))"
        }
        let revision = revisions[line.node.id].map { " (rev \($0))" } ?? ""
        let share = try line.usedShare()
        let title = line.node.title.isEmpty ? "" : " \(line.node.title.text)"
        return Table(
            caption: "\(line.node.id.text)\(title), \(line.year), \(currency.code)",
            columns: [Column(""), .number(currency.code), .number("Used")],
            rows: [
                Row([.text("allotted" + revision), cell(line.allotted), .empty]),
                Row([
                    .text(counted("committed", line.orderCount, "order", "orders")),
                    cell(try line.committed.negated()), .empty,
                ]),
                Row([
                    .text(counted("reserved", line.others.count, "other", "others")),
                    cell(try line.reservedByOthers.negated()), .empty,
                ]),
                Row([.text("actual"), cell(try line.actual.negated()), .empty]),
                Row([.text("available"), cell(line.available), .empty], style: .total),
                Row([.text("this request"), cell(try line.requested.negated()), .empty]),
                Row(
                    [
                        .text("after"), cell(line.after),
                        share.map { .percentage($0.doubleValue, places: 1) } ?? .empty,
                    ], style: .total),
            ])
    }

    /// What everybody should know: what is missing, lines above their warning level, years without money.
    ///
    /// - Throws: A ``Problem`` when a sum does not fit.
    package func findings() throws(Problem) -> [Problem] {
        var found: [Problem] = []
        if let refusal = budget.refusal { found.append(refusal.problem(in: currency)) }
        for line in budget.lines where !line.after.isNegative {
            guard try line.isAboveWarnLevel(), let level = line.node.warnLevel else { continue }
            let used = try line.allotted - line.after
            found.append(
                Problem(
                    .overWarnLevel,
                    "`\(line.node.id.text)` would use \(used.text(in: currency)) of "
                        + "\(line.allotted.text(in: currency)) in \(line.year)",
                    because: "its warning level is "
                        + level.share(of: line.allotted).text(in: currency),
                    hint: "\(line.after.text(in: currency)) would be left"))
        }
        if let purchase, !purchase.unbudgetedYears.isEmpty {
            let years = purchase.unbudgetedYears.map(\.description).list("and")
            let verb = purchase.unbudgetedYears.count == 1 ? "commits" : "commit"
            found.append(
                Problem(
                    .yearWithoutBudget,
                    "\(years) \(verb) \(purchase.unbudgeted.amount) \(purchase.unbudgeted.currency.code)",
                    because: "there is no budget for that yet"))
        }
        return found
    }

    // MARK: For programs

    /// The statement for programs: the line that decides at the top, every line below.
    ///
    /// - Throws: A ``Problem`` when a sum does not fit.
    package func json() throws(Problem) -> JSONObject {
        func money(_ amount: MinorUnits) -> JSONValue {
            ResultJSON.money(amount.money(in: currency))
        }
        func members(_ line: BudgetCheck.Line) throws(Problem) -> JSONObject {
            [
                "budget": .string("\(line.node.id.text)/\(line.year)"),
                "allotted": money(line.allotted), "committed": money(line.committed),
                "reserved": money(line.reservedByOthers), "actual": money(line.actual),
                "available": money(line.available), "request": money(line.requested),
                "after": money(line.after),
                "used": ResultJSON.ratio(try line.usedShare()?.doubleValue),
            ]
        }
        var result = try tightest.map { line throws(Problem) in try members(line) } ?? JSONObject()
        result["fits"] = .bool(budget.refusal == nil)
        result["short_by"] = budget.refusal?.shortBy.map(money) ?? .null
        var lines: [JSONValue] = []
        for line in budget.lines {
            var row = try members(line)
            row["title"] = .string(line.node.title.text)
            row["orders"] = .integer(line.orderCount)
            row["above_warn_level"] = .bool(try line.isAboveWarnLevel())
            row["others"] = .array(
                line.others.map {
                    ["request": .string($0.request.text), "amount": money($0.amount)]
                })
            lines.append(.object(row))
        }
        result["lines"] = .array(lines)
        result["ways_out"] = waysJSON(money)
        result["unbudgeted_years"] = .strings(
            purchase?.unbudgetedYears.map(\.description) ?? [])
        result["unbudgeted"] = purchase.map { ResultJSON.money($0.unbudgeted) } ?? .null
        result["expected"] = .array(
            expected.map { item in
                [
                    "kind": .string(item.kind.rawValue), "subject": .string(item.subject.text),
                    "line": .string(item.node.text), "year": .string(item.year.description),
                    "amount": money(item.amount),
                    "date": .string(orNull: item.date?.description),
                ]
            })
        return result
    }

    private func waysJSON(_ money: (MinorUnits) -> JSONValue) -> JSONValue {
        [
            "fits_at": .array(
                (purchase?.fitting ?? []).map { value in
                    [
                        "name": .string(value.name), "unit": .string(value.unit),
                        "value": .string(value.value.description),
                    ]
                }),
            "transfer": purchase?.transfer.map { transfer in
                ["amount": money(transfer.amount), "line": .string(transfer.node.text)]
            } ?? .null,
            "override": purchase?.override.map { way in
                ["policy": .string(way.policy.text), "role": .string(way.role.text)]
            } ?? .null,
        ]
    }
}
