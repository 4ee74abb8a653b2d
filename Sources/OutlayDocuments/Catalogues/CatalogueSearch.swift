import OutlayProblems
import OutlayValues

/// The rows of a catalogue that meet conditions, in an order.
package struct CatalogueSearch {
    /// By which column rows are ordered.
    package struct Order: Sendable, Hashable {
        /// The column's name.
        package var column: String
        /// Whether the largest come first.
        package var isDescending: Bool

        /// Reads an order such as `price` or `price:desc`.
        ///
        /// - Throws: ``ProblemCode/badFilter`` for another word behind the colon.
        package init(parsing text: String, argument: String) throws(Problem) {
            let parts = text.split(separator: ":", omittingEmptySubsequences: false)
            let direction = parts.count > 1 ? String(parts[parts.count - 1]) : "asc"
            guard ["asc", "desc"].contains(direction) else {
                throw Problem(
                    .badFilter, "\(Problem.quoted(text)) is not an order", at: .argument(argument),
                    because: "behind a column's name stands nothing, :asc or :desc",
                    hint: Suggestion.hint(for: direction, among: ["asc", "desc"]))
            }
            column = parts.count > 1 ? parts.dropLast().joined(separator: ":") : text
            isDescending = direction == "desc"
        }
    }

    /// The indices of the rows found, in their order; rows without a value to order by come last.
    package let rows: [Int]
    /// What became of the rows.
    package let counts: RowCounts
    /// The indices, in the metadata, of the columns that the question is about: the key, those of the
    /// conditions and of the order, and the prices found with their days.
    package let columns: [Int]

    /// Searches `catalogue`.
    ///
    /// - Throws: ``ProblemCode/unknownColumn`` or ``ProblemCode/badFilter``.
    package init(
        _ catalogue: Catalogue, _ filter: RowFilter, order: Order? = nil
    ) throws(Problem) {
        let metadata = catalogue.metadata
        let test = try RowTest(
            filter, columns: metadata.columns.map(\.name), types: metadata.columns.map(\.type))
        var counts = RowCounts()
        var rows = catalogue.table.rows.indices.filter { row in
            counts.take(
                test.outcome(texts: { catalogue.text(row: row, column: $0) }), of: test)
        }
        var columns = [try catalogue.column(metadata.key)] + test.columns
        if let order {
            let column = try catalogue.column(order.column)
            rows = Self.ordered(rows, of: catalogue, by: column, order.isDescending)
            columns.append(column)
        }
        columns += Self.priceColumns(of: catalogue, rows, beside: columns)
        self.rows = rows
        self.counts = counts
        self.columns = columns.reduce(into: []) { list, column in
            if !list.contains(column) { list.append(column) }
        }
    }

    private static func ordered(
        _ rows: [Int], of catalogue: Catalogue, by column: Int, _ isDescending: Bool
    ) -> [Int] {
        let keyed = rows.map { row in
            (row, (try? catalogue.content(row: row, column: column)) ?? nil)
        }
        return keyed.sorted { left, right in
            guard let first = left.1, let second = right.1 else {
                return left.1 != nil && right.1 == nil
                    || (left.1 == nil) == (right.1 == nil) && left.0 < right.0
            }
            if first == second { return left.0 < right.0 }
            return isDescending ? second.precedes(first) : first.precedes(second)
        }
        .map(\.0)
    }

    /// Returns the prices to show with their days: those already shown, else all that some row has.
    private static func priceColumns(
        of catalogue: Catalogue, _ rows: [Int], beside shown: [Int]
    ) -> [Int] {
        let all = catalogue.metadata.columns
        let prices = all.indices.filter { index in
            if case .price = all[index].type { true } else { false }
        }
        let named = prices.filter(shown.contains)
        let wanted =
            named.isEmpty
            ? prices.filter { index in
                rows.contains { !catalogue.text(row: $0, column: index).isEmpty }
            } : named
        let days = wanted.compactMap { index -> Int? in
            guard case .price(let terms) = all[index].type, case .column(let day)? = terms.date
            else { return nil }
            return all.firstIndex { $0.name == day }
        }
        return wanted + days
    }
}

extension CatalogueCell.Content {
    /// Returns whether the content comes before `other` of the same column.
    fileprivate func precedes(_ other: CatalogueCell.Content) -> Bool {
        switch (self, other) {
        case (.number(let left), .number(let right)): left < right
        case (.date(let left), .date(let right)): left < right
        case (.text(let left), .text(let right)):
            left.utf8.lexicographicallyPrecedes(right.utf8)
        case (.yesNo(let left), .yesNo(let right)): !left && right
        default: false
        }
    }
}
