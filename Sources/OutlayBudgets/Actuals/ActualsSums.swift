import OutlayEncoding
import OutlayProblems
import OutlayValues

/// The sums of a file of actuals, and how a row finds the one it belongs to.
struct ActualsSums {
    let layout: ActualsLayout
    let map: ActualsMap
    let ledger: ActualsLedger

    private enum Key: Hashable {
        case booked(
            issuer: String, document: String, node: NodeID, period: PeriodID, request: RequestID?)
        case unmatched([String])
        case leftOut(String)
        /// What no list has room for.
        case others
    }

    private struct Way {
        var key: Key
        var sum = DecimalSum()
        var rows = 0
        var firstRow: Int
    }

    private var places: [Key: Int] = [:]
    private var ways: [Way] = []
    private var unmatchedCount = 0

    init(layout: ActualsLayout, map: ActualsMap, ledger: ActualsLedger) {
        self.layout = layout
        self.map = map
        self.ledger = ledger
    }

    @inline(__always)
    mutating func add(_ number: DecimalField, to way: Int) throws(Problem) {
        try ways[way].sum.add(number)
        ways[way].rows += 1
    }

    /// Returns the way of a record, whose texts were not seen before.
    mutating func way(
        of record: CSVRecord, _ columns: ActualsColumns, _ places: CSVPlaces
    ) throws(Problem) -> Int {
        let period = try period(record, columns, places)
        try checkCurrency(record, columns, places)
        let key = try key(record, columns, period, places)
        if let known = self.places[key] { return known }
        self.places[key] = ways.count
        ways.append(Way(key: key, firstRow: record.number))
        return ways.count - 1
    }

    private func text(_ record: CSVRecord, _ column: Int?) -> String? {
        guard let column else { return nil }
        let text = record.text(column)
        return text.isEmpty || text == "NULL" ? nil : text
    }

    private func period(
        _ record: CSVRecord, _ columns: ActualsColumns, _ places: CSVPlaces
    ) throws(Problem) -> PeriodID {
        let text = record.text(columns.date)
        let day = String(text.prefix(10))
        let rest = text.dropFirst(10)
        do throws(Problem) {
            guard rest.isEmpty || rest.first == "T" || rest.first == " " else {
                throw Problem(
                    .badDate, "\(Problem.quoted(text)) is not a date",
                    because: "a date is YYYY-MM-DD, with or without a time behind it")
            }
            return PeriodID(monthOf: try CalendarDate(parsing: day), in: ledger.calendar)
        } catch {
            throw error.located(at: places.location(record.range(columns.date)))
        }
    }

    private func checkCurrency(
        _ record: CSVRecord, _ columns: ActualsColumns, _ places: CSVPlaces
    ) throws(Problem) {
        guard let column = columns.currency else { return }
        let code = record.text(column)
        guard code != ledger.currency.code else { return }
        throw Problem(
            .actualsCurrency, "row \(record.number) is in \(Problem.quoted(code))",
            at: places.location(record.range(column)),
            because: "the ledger is kept in \(ledger.currency.code), and actuals are not converted",
            hint: "import a file in \(ledger.currency.code)")
    }

    private mutating func key(
        _ record: CSVRecord, _ columns: ActualsColumns, _ period: PeriodID, _ places: CSVPlaces
    ) throws(Problem) -> Key {
        let rule = try rule(for: record, columns, places)
        if case .leaveOut(let reason) = rule?.outcome { return .leftOut(reason) }
        var (line, vendor, request): (NodeID?, VendorID?, RequestID?) = (nil, nil, nil)
        if case .book(let named, let seller, let order) = rule?.outcome {
            (line, vendor, request) = (named, seller, order)
        }
        if line == nil { line = try name(record, columns.line, places) }
        if request == nil { request = try name(record, columns.request, places) }
        if vendor == nil { vendor = try name(record, columns.vendor, places) }
        guard let line = line ?? map.otherwise else { return unmatched(record, columns) }
        // The lines that the map names were checked before.
        if let column = columns.line, !ledger.lines.contains(line) {
            throw Problem(
                .unknownActualsLine,
                "row \(record.number) names the line \(Problem.quoted(line.text))",
                at: places.location(record.range(column)),
                because: "the ledger has no such line",
                hint: Suggestion.hint(for: line.text, among: ledger.lines.map(\.text).sorted())
                    ?? "map the rows to a line of the ledger")
        }
        let issuer = vendor.map { "vendor:\($0.text)" } ?? text(record, columns.issuer)
        let document = document(record, columns)
        return .booked(
            issuer: issuer ?? "", document: document, node: line, period: period,
            request: request)
    }

    private mutating func unmatched(_ record: CSVRecord, _ columns: ActualsColumns) -> Key {
        var values = map.columns.map { name in
            "\(name)=" + (text(record, columns.conditions[name]) ?? "")
        }
        if map.looksAtTags { values.append("Tags=" + (text(record, columns.tags) ?? "")) }
        let key = Key.unmatched(values)
        if places[key] == nil {
            guard unmatchedCount < ActualsReader.listLimit else { return .others }
            unmatchedCount += 1
        }
        return key
    }

    private func document(_ record: CSVRecord, _ columns: ActualsColumns) -> String {
        for parts in columns.document {
            let texts = parts.map { part in
                text(record, part.column).map { text in
                    part.length.map { String(text.prefix($0)) } ?? text
                }
            }
            let said = texts.compactMap(\.self)
            guard said.count == parts.count, !said.isEmpty else { continue }
            let name = said.joined(separator: " ")
            return map.invoices[name] ?? name
        }
        return ""
    }

    private func name<Name: LedgerName>(
        _ record: CSVRecord, _ column: Int?, _ places: CSVPlaces
    ) throws(Problem) -> Name? {
        guard let column, let text = text(record, column) else { return nil }
        do throws(Problem) {
            return try Name(text)
        } catch {
            throw error.located(at: places.location(record.range(column)))
        }
    }

    private func rule(
        for record: CSVRecord, _ columns: ActualsColumns, _ places: CSVPlaces
    ) throws(Problem) -> ActualsRule? {
        var tags: JSONObject?
        for rule in map.rules {
            let meets = rule.conditions.allSatisfy { condition in
                guard let column = columns.conditions[condition.column] else { return false }
                return condition.values.contains(record.text(column))
            }
            guard meets else { continue }
            guard !rule.tags.isEmpty else { return rule }
            if tags == nil { tags = try readTags(record, columns.tags, places) }
            let isTagged = rule.tags.allSatisfy { condition in
                guard case .string(let value) = tags?[condition.column] else { return false }
                return condition.values.contains(value)
            }
            if isTagged { return rule }
        }
        return nil
    }

    private func readTags(
        _ record: CSVRecord, _ column: Int?, _ places: CSVPlaces
    ) throws(Problem) -> JSONObject {
        guard let column, let text = text(record, column) else { return JSONObject() }
        guard let value = try? JSONValue(parsing: text), case .object(let object) = value else {
            throw Problem(
                .badCell, "row \(record.number) has tags that cannot be read",
                at: places.location(record.range(column)),
                because: "tags are one JSON object of texts", hint: "see FOCUS, key-value format")
        }
        return object
    }
}

// MARK: - What they come to

extension ActualsSums {
    /// Returns why the amount of a record cannot be read.
    func badNumber(_ record: CSVRecord, _ column: Int, _ places: CSVPlaces) -> Problem {
        let text = record.text(column)
        let location = places.location(record.range(column))
        guard !text.isEmpty, text != "NULL" else {
            return Problem(
                .emptyCell, "row \(record.number) has no amount", at: location,
                because: "every row of actuals states what it costs",
                hint: "remove the row, or name another cost column")
        }
        do throws(Problem) {
            _ = try ExactDecimal(parsing: text)
        } catch {
            return error.located(at: location)
        }
        return Problem(
            .badNumber, "\(Problem.quoted(text)) is not a number", at: location,
            because: "decimals stand behind `\(layout.decimalSign.rawValue)`, and a number has at "
                + "most 38 digits")
    }

    /// Returns all sums.
    func batch(
        path: String, hash: SHA256Value, rows: Int, columns: ActualsColumns,
        duplicates: [DuplicateRow], duplicateCount: Int
    ) throws(Problem) -> ActualsBatch {
        var total = ExactDecimal.zero
        var groups: [ActualsGroup] = []
        var (unmatched, leftOut): ([UnbookedRows], [UnbookedRows]) = ([], [])
        for way in ways {
            let sum = try way.sum.value
            total = try total + sum
            func unbooked(_ reason: String, _ values: [String]) -> UnbookedRows {
                UnbookedRows(
                    reason: reason, values: values, rows: way.rows, firstRow: way.firstRow,
                    sum: sum)
            }
            switch way.key {
            case .booked(let issuer, let document, let node, let period, let request):
                let rounded = Money(sum, ledger.currency).rounded(.halfEven)
                groups.append(
                    ActualsGroup(
                        issuer: try LedgerText(issuer), document: try LedgerText(document),
                        node: node, period: period, request: request, exact: sum,
                        amount: try MinorUnits(rounded), rows: way.rows, firstRow: way.firstRow))
            case .unmatched(let values): unmatched.append(unbooked("no rule fits", values))
            case .others: unmatched.append(unbooked("no rule fits", ["and others"]))
            case .leftOut(let reason): leftOut.append(unbooked(reason, []))
            }
        }
        groups.sort { $0.order.lexicographicallyPrecedes($1.order) }
        unmatched.sort {
            ($1.sum.magnitude, $0.values.joined()) < ($0.sum.magnitude, $1.values.joined())
        }
        leftOut.sort { $0.reason < $1.reason }
        return ActualsBatch(
            path: path, hash: hash, rows: rows, total: total, groups: groups,
            unmatched: unmatched, leftOut: leftOut, duplicates: duplicates,
            duplicateCount: duplicateCount, currency: ledger.currency)
    }
}

extension ActualsGroup {
    /// What groups are put in order by.
    fileprivate var order: [String] {
        [issuer.text, document.text, node.text, period.description, request?.text ?? ""]
    }
}

extension ActualsMap {
    /// Checks that every line that a rule names is one of `lines`.
    ///
    /// - Throws: ``ProblemCode/unknownActualsLine``.
    func check(_ lines: Set<NodeID>) throws(Problem) {
        func check(_ line: NodeID?, _ place: String) throws(Problem) {
            guard let line, !lines.contains(line) else { return }
            throw Problem(
                .unknownActualsLine, "the map names the line \(Problem.quoted(line.text))",
                at: .part(place), because: "the ledger has no such line",
                hint: Suggestion.hint(for: line.text, among: lines.map(\.text).sorted()))
        }
        for (index, rule) in rules.enumerated() {
            if case .book(let line, _, _) = rule.outcome {
                try check(line, "/rules/\(index)/line")
            }
        }
        try check(otherwise, "/otherwise")
    }
}
