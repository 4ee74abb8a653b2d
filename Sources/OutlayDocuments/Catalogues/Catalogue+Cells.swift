import OutlayProblems
import OutlayValues

extension Catalogue {
    /// Returns a cell with all that its column and row say of it.
    ///
    /// - Parameters:
    ///   - row: The index of the row.
    ///   - column: The index of the column in the metadata.
    /// - Returns: The cell; its content is nil where it is empty.
    /// - Throws: ``ProblemCode/badCell`` for a cell that is not what its column says,
    ///   ``ProblemCode/emptyCell`` for a required one that is empty, ``ProblemCode/impossibleValue`` for a
    ///   number outside its column's range; with the place in the table.
    package func cell(row: Int, column: Int) throws(Problem) -> CatalogueCell {
        let description = metadata.columns[column]
        let text = text(row: row, column: column)
        var cell = CatalogueCell(
            catalogue: metadata.id, row: key(ofRow: row), column: description.name,
            content: try content(row: row, column: column), text: text, unit: "",
            source: try source(ofRow: row))
        switch description.type {
        case .number(let unit, _, _): cell.unit = unit
        case .price(let terms): try apply(terms, to: &cell, row: row)
        default: break
        }
        return cell
    }

    /// Returns what the row names as its source; where no column does, the catalogue's only one.
    private func source(ofRow row: Int) throws(Problem) -> String? {
        guard let name = metadata.rowSource else {
            return metadata.sources.count == 1 ? metadata.sources[0].name : nil
        }
        let source = text(row: row, column: try column(name))
        return source.isEmpty ? nil : source
    }

    /// Returns the day of the price in a cell, or nil where nothing says it.
    ///
    /// - Throws: ``ProblemCode/badCell`` when the cell of the date is none.
    package func priceDate(
        _ terms: PriceTerms, row: Int
    ) throws(Problem) -> CalendarDate? {
        switch terms.date {
        case nil: return nil
        case .stated(let date): return date
        case .column(let name):
            guard case .date(let date)? = try content(row: row, column: column(name)) else {
                return nil
            }
            return date
        }
    }

    /// Returns the currency of the price in a cell.
    ///
    /// - Throws: ``ProblemCode/badCell`` when the cell of the currency is none.
    func currency(_ terms: PriceTerms, row: Int) throws(Problem) -> Currency {
        switch terms.currency {
        case .stated(let currency): return currency
        case .column(let name):
            let column = try column(name)
            do {
                return try Currency(code: text(row: row, column: column))
            } catch {
                throw refusal(row: row, column: column, because: error.summary, hint: error.hint)
            }
        }
    }

    private func apply(
        _ terms: PriceTerms, to cell: inout CatalogueCell, row: Int
    ) throws(Problem) {
        guard cell.content != nil else { return }
        cell.currency = try currency(terms, row: row)
        let per: String? =
            switch terms.per {
            case nil: nil
            case .stated(let unit): unit
            case .column(let name): text(row: row, column: try column(name))
            }
        let code = cell.currency?.code ?? ""
        cell.unit = per.flatMap { $0.isEmpty ? nil : "\(code)/\($0)" } ?? code
        cell.period = per.flatMap(PriceTerms.period)
        cell.date = try priceDate(terms, row: row)
        cell.taxBasis = metadata.taxBasis
        cell.validUntil = metadata.validUntil
    }

    /// Returns what a cell says, nil where it is empty.
    func content(row: Int, column: Int) throws(Problem) -> CatalogueCell.Content? {
        let description = metadata.columns[column]
        let text = text(row: row, column: column)
        guard !text.isEmpty else {
            guard !description.isRequired else {
                throw Problem(
                    .emptyCell, named(row: row, column: column) + " is empty",
                    at: location(row: row, column: column),
                    because: "the column `\(description.name)` has a value in every row")
            }
            return nil
        }
        do {
            return try description.type.content(of: text)
        } catch {
            guard error.code != .impossibleValue else {
                throw Problem(
                    .impossibleValue,
                    named(row: row, column: column) + " is \(Problem.quoted(text))",
                    at: location(row: row, column: column), because: error.reason)
            }
            throw refusal(row: row, column: column, because: error.reason, hint: error.hint)
        }
    }

    private func refusal(
        row: Int, column: Int, because reason: String, hint: String?
    ) -> Problem {
        let text = Problem.quoted(text(row: row, column: column))
        return Problem(
            .badCell,
            named(row: row, column: column)
                + " is \(text), not \(metadata.columns[column].type.noun)",
            at: location(row: row, column: column), because: reason, hint: hint)
    }

    private func named(row: Int, column: Int) -> String {
        "`\(metadata.columns[column].name)` of \(Problem.quoted(key(ofRow: row), limit: 80)) in "
            + "`\(table.source.path)`"
    }
}

extension CatalogueColumnType {
    /// What a cell of the type is called, with its article.
    package var noun: String {
        switch self {
        case .text: "a text"
        case .number: "a number"
        case .price: "a price"
        case .date: "a date"
        case .month: "a month"
        case .yesNo: "a yes-no value"
        }
    }

    /// Returns what the text of a cell says; it is not empty.
    ///
    /// - Throws: A problem without a place that says why it is none, ``ProblemCode/impossibleValue`` for a
    ///   number outside the range.
    package func content(of text: String) throws(Problem) -> CatalogueCell.Content {
        switch self {
        case .text: return .text(text)
        case .number(_, let minimum, let maximum):
            let number = try ExactDecimal(parsing: text)
            if let minimum, number < minimum { throw Self.impossible("at least \(minimum)") }
            if let maximum, maximum < number { throw Self.impossible("at most \(maximum)") }
            return .number(number)
        case .price:
            let number = try ExactDecimal(parsing: text)
            if number.isNegative { throw Self.impossible("at least 0") }
            return .number(number)
        case .date: return .date(try CalendarDate(parsing: text))
        case .month(let form):
            guard let day = form.firstDay(of: text) else {
                throw Problem(
                    .badDate, "\(Problem.quoted(text)) is not a month",
                    because: "January 2009 is written \(form.rawValue) in this column")
            }
            return .date(day)
        case .yesNo:
            switch text {
            case "true", "1": return .yesNo(true)
            case "false", "0": return .yesNo(false)
            default:
                throw Problem(
                    .badCell, "\(Problem.quoted(text)) is not a yes-no value",
                    because: "a yes-no value is true, false, 1 or 0")
            }
        }
    }

    private static func impossible(_ rule: String) -> Problem {
        Problem(.impossibleValue, "a value is impossible", because: "a value here is \(rule)")
    }
}
