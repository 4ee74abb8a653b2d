import OutlayProblems

extension ExchangeRates {
    /// Reads a table such as the ECB's reference rates: a head `date,USD,GBP,…`, then one row a
    /// day.
    ///
    /// A cell holds the units of its currency for one unit of `base`; an empty one means no rate.
    /// Rows are in order of their dates. Lines end in LF or CRLF; nothing is quoted and no blanks
    /// stand around cells.
    ///
    /// - Parameters:
    ///   - text: The table.
    ///   - base: The currency that all quotations are per one unit of.
    ///   - source: Where the rates come from, as shown to the reader.
    ///   - path: The path of the table, for the places of problems.
    /// - Throws: A ``Problem`` with the cell's place, at the first cell that breaks a rule.
    public init(
        parsing text: String, base: Currency, source: String, path: String
    ) throws(Problem) {
        var lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .map { Substring($0.last == UInt8(ascii: "\r") ? $0.dropLast() : $0) }
        if lines.last == "" { lines.removeLast() }
        let head = Row(lines.first ?? "", number: 1, path: path)
        let currencies = try head.currencies(notBeing: base)
        var days: [Day] = []
        for (index, line) in lines.enumerated().dropFirst() {
            let row = Row(line, number: index + 1, path: path)
            days.append(try row.day(quoting: currencies, after: days.last?.date))
        }
        try self.init(base: base, source: source, days: days)
    }
}

/// One line of a table of rates.
private struct Row {
    let line: Substring
    let number: Int
    let path: String
    let cells: [Substring]

    init(_ line: Substring, number: Int, path: String) {
        self.line = line
        self.number = number
        self.path = path
        cells = line.split(separator: ",", omittingEmptySubsequences: false)
    }

    func currencies(notBeing base: Currency) throws(Problem) -> [Currency] {
        guard cells[0] == "date" else {
            throw Problem(
                .unknownColumn, "the table does not begin with a column `date`",
                at: location(of: 0),
                because: "the head of a table of rates is `date` and currency codes",
                hint: "write a head such as `date,USD,GBP`")
        }
        var currencies: [Currency] = []
        for (index, cell) in cells.enumerated().dropFirst() {
            let currency = try located(index) { () throws(Problem) in
                try Currency(code: String(cell))
            }
            guard currency != base, !currencies.contains(currency) else {
                throw Problem(
                    .badCell, "the column `\(currency.code)` has no place here",
                    at: location(of: index),
                    because: currency == base
                        ? "the rates are per one \(base.code)" : "there already is one",
                    hint: "remove the column")
            }
            currencies.append(currency)
        }
        return currencies
    }

    func day(
        quoting currencies: [Currency], after previous: CalendarDate?
    ) throws(Problem) -> ExchangeRates.Day {
        guard cells.count == currencies.count + 1 else {
            throw Problem(
                .raggedRow, "row \(number) has \(cells.count) cells", at: location(of: 0),
                because: "the head has \(currencies.count + 1)",
                hint: "leave a cell empty where there is no rate")
        }
        let date = try located(0) { () throws(Problem) in
            try CalendarDate(parsing: String(cells[0]))
        }
        if let previous, date <= previous {
            throw Problem(
                .badSeries, "the row of \(date) stands behind the one of \(previous)",
                at: location(of: 0), because: "rows are in order of their dates, one a day",
                hint: "sort the rows by date")
        }
        var quotations: [Currency: ExactDecimal] = [:]
        for (index, currency) in currencies.enumerated() where !cells[index + 1].isEmpty {
            quotations[currency] = try located(index + 1) { () throws(Problem) in
                let value = try ExactDecimal(parsing: String(cells[index + 1]))
                try ExchangeRate.requirePositive(value, of: currency)
                return value
            }
        }
        return ExchangeRates.Day(date, quotations)
    }

    private func located<Value>(
        _ index: Int, _ read: () throws(Problem) -> Value
    ) throws(Problem) -> Value {
        do {
            return try read()
        } catch {
            throw error.located(at: location(of: index))
        }
    }

    private func location(of index: Int) -> Location {
        let before = cells[..<index].reduce(0) { $0 + $1.unicodeScalars.count + 1 }
        let start = TextPosition(line: number, column: before + 1)
        let end = TextPosition(
            line: number, column: start.column + cells[index].unicodeScalars.count)
        return .text(TextSpan(path: path, start: start, end: end, line: String(line)))
    }
}
