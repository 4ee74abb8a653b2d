import OutlayBudgets
import OutlayEncoding
import OutlayProblems
import OutlayValues

/// The money of budget lines for people and programs.
package struct BalanceReport {
    /// The lines, in the order shown.
    package var lines: [LineBalance]
    /// The ledger's currency.
    package var currency: Currency

    /// Creates a report.
    package init(_ lines: [LineBalance], in currency: Currency) {
        self.lines = lines
        self.currency = currency
    }

    /// Returns all lines as one table.
    ///
    /// - Parameter withPeriods: Whether each row says its period, where they differ.
    /// - Returns: The table.
    /// - Throws: ``ProblemCode/ledgerOverflow``.
    package func table(withPeriods: Bool = false) throws(Problem) -> Table {
        Table(
            columns: [
                Column("Line"), Column(withPeriods ? "Period" : "Title", widthHint: 28),
                Column("Control"),
                .number("Allotted"), .number("Reserved"), .number("Committed"), .number("Actual"),
                .number("Available"), .number("Used"),
            ],
            rows: try lines.map { line throws(Problem) in
                Row([
                    .text(line.node.id.text),
                    .text(withPeriods ? line.period.description : line.node.title.text),
                    .text(line.node.control.rawValue), cell(line.allotted), cell(line.reserved),
                    cell(line.committed), cell(line.actual), cell(line.available),
                    try Self.share(of: line),
                ])
            })
    }

    /// Returns one line as the statement that ends in what is available.
    ///
    /// - Parameters:
    ///   - line: The line.
    ///   - orders: How many orders stand behind what is committed, or nil where that is not counted.
    ///   - pending: How many requests stand behind what is reserved, or nil where that is not counted.
    /// - Returns: The table.
    /// - Throws: ``ProblemCode/ledgerOverflow``.
    package func statement(
        of line: LineBalance, orders: Int? = nil, pending: Int? = nil
    ) throws(Problem) -> Table {
        func counted(_ title: String, _ count: Int?, _ one: String, _ many: String) -> String {
            count.map { "\(title) (\($0) \($0 == 1 ? one : many))" } ?? title
        }
        func taken(_ amount: MinorUnits) throws(Problem) -> Cell { cell(try amount.negated()) }
        return Table(
            columns: [Column(""), .number(currency.code)],
            rows: [
                Row([.text("allotted"), cell(line.allotted)]),
                Row([
                    .text(counted("committed", orders, "order", "orders")),
                    try taken(line.committed),
                ]),
                Row([
                    .text(counted("reserved", pending, "request", "requests")),
                    try taken(line.reserved),
                ]),
                Row([.text("actual"), try taken(line.actual)]),
                Row([.text("available"), cell(line.available)], style: .total),
            ])
    }

    private func cell(_ amount: MinorUnits) -> Cell {
        .money(amount.money(in: currency), places: currency.minorUnitPlaces)
    }

    private static func share(of line: LineBalance) throws(Problem) -> Cell {
        try line.usedShare().map { .percentage($0.doubleValue, places: 1) } ?? .empty
    }

    /// Returns the lines for programs.
    ///
    /// - Throws: ``ProblemCode/ledgerOverflow``.
    package func json() throws(Problem) -> JSONValue {
        .array(try lines.map { line throws(Problem) in try json(of: line) })
    }

    /// Returns one line for programs: all five figures, with the cap and the share that is used.
    ///
    /// - Throws: ``ProblemCode/ledgerOverflow``.
    package func json(of line: LineBalance) throws(Problem) -> JSONValue {
        func money(_ amount: MinorUnits) -> JSONValue {
            ResultJSON.money(amount.money(in: currency))
        }
        return [
            "line": .string(line.node.id.text), "title": .string(line.node.title.text),
            "period": .string(line.period.description),
            "control": .string(line.node.control.rawValue), "allotted": money(line.allotted),
            "reserved": money(line.reserved), "committed": money(line.committed),
            "actual": money(line.actual), "available": money(line.available),
            "cap": line.cap.map(money) ?? .null,
            "used": .string(
                orNull: try line.usedShare().map { FigureText.data($0.doubleValue, places: 4) }),
        ]
    }
}
