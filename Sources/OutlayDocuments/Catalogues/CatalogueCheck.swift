import OutlayProblems
import OutlayValues

/// What is doubtful or wrong in a catalogue, row by row.
package struct CatalogueCheck: Sendable {
    /// One thing found.
    package struct Finding: Sendable, Hashable {
        /// What kind of thing it is; the code's severity says whether it is a fault or a warning.
        package var code: ProblemCode
        /// The row's key, or nil for the table as a whole.
        package var row: String?
        /// The line of the table's file, or nil for the table as a whole.
        package var line: Int?
        /// The columns concerned.
        package var columns: [String]
        /// What was found and why it counts.
        package var text: String
    }

    /// How old the prices of a catalogue are.
    package struct Ages: Sendable, Hashable {
        /// The count of prices.
        package var prices = 0
        /// The prices older than the age asked about.
        package var stale = 0
        /// The prices without a date.
        package var undated = 0
        /// The newest day of a price, not after the day of the check.
        package var newest: CalendarDate?

        /// The share of prices that are stale, nil where there are no prices.
        package var staleShare: Double? {
            prices == 0 ? nil : Double(stale) / Double(prices)
        }
    }

    /// What was found: the table as a whole first, then row by row.
    package private(set) var findings: [Finding] = []
    /// How old the prices are.
    package private(set) var ages = Ages()
    private let catalogue: Catalogue
    private let asOf: CalendarDate
    private let limitDays: Int

    /// Checks every cell of `catalogue`.
    ///
    /// - Parameters:
    ///   - catalogue: The catalogue.
    ///   - asOf: The day that ages are counted on; a later price is impossible.
    ///   - limitDays: The days beyond which a price is stale.
    package init(_ catalogue: Catalogue, asOf: CalendarDate, limitDays: Int) {
        self.catalogue = catalogue
        self.asOf = asOf
        self.limitDays = limitDays
        findings = catalogue.warnings.map { warning in
            Finding(code: warning.code, columns: [], text: warning.reason)
        }
        let shared = Set(catalogue.rowsWithSharedKey)
        for row in catalogue.table.rows.indices {
            if shared.contains(row) {
                add(.duplicateIdentifier, row, [catalogue.metadata.key], "another row has its key")
            }
            checkValues(row)
            checkPrices(row)
        }
    }

    /// Whether a value is impossible or the table differs from its metadata.
    package var hasFault: Bool { findings.contains { $0.code.severity == .error } }

    private mutating func add(
        _ code: ProblemCode, _ row: Int, _ columns: [String], _ text: String
    ) {
        let line = catalogue.table.rows[row].first.map {
            catalogue.table.source.position(at: $0.range.lowerBound).line
        }
        findings.append(
            Finding(
                code: code, row: catalogue.key(ofRow: row), line: line, columns: columns,
                text: text))
    }

    private mutating func checkValues(_ row: Int) {
        for column in catalogue.metadata.columns.indices {
            do throws(Problem) {
                let content = try catalogue.content(row: row, column: column)
                // A price needs a currency; its day is a cell of its own.
                if content != nil, case .price(let terms) = catalogue.metadata.columns[column].type
                {
                    _ = try catalogue.currency(terms, row: row)
                }
            } catch {
                let text = Problem.quoted(catalogue.text(row: row, column: column))
                let isEmpty = error.code == .emptyCell
                add(
                    error.code == .badCell ? .impossibleValue : error.code, row,
                    [catalogue.metadata.columns[column].name],
                    isEmpty ? "empty: \(error.reason)" : "\(text): \(error.reason)")
            }
        }
    }

    /// Counts the row's prices by their days, and names those of one day together.
    private mutating func checkPrices(_ row: Int) {
        var undated: [String] = []
        var dated: [(date: CalendarDate, columns: [String])] = []
        for (index, column) in catalogue.metadata.columns.enumerated() {
            guard case .price(let terms) = column.type,
                !catalogue.text(row: row, column: index).isEmpty
            else { continue }
            ages.prices += 1
            let date: CalendarDate?
            do throws(Problem) {
                date = try catalogue.priceDate(terms, row: row)
            } catch {
                // The cell of the day is reported as such.
                continue
            }
            guard let date else {
                undated.append(column.name)
                continue
            }
            if let group = dated.firstIndex(where: { $0.date == date }) {
                dated[group].columns.append(column.name)
            } else {
                dated.append((date, [column.name]))
            }
        }
        if !undated.isEmpty {
            ages.undated += undated.count
            add(.undatedPrice, row, undated, "no day is stated")
        }
        for (date, columns) in dated {
            let age = date.days(until: asOf)
            if age < 0 {
                add(.impossibleValue, row, columns, "dated \(date), after \(asOf)")
                continue
            }
            ages.newest = max(ages.newest ?? date, date)
            if age > limitDays {
                ages.stale += columns.count
                add(.stalePrice, row, columns, "dated \(date), \(age) days old")
            }
        }
    }
}
