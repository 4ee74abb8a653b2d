import OutlayEconomics
import OutlayEncoding
import OutlayEvaluations
import OutlayProblems
import OutlayValues

/// Catalogues that remember what was looked up in them.
final class RecordingCells: CatalogueCells {
    private let catalogues: any CatalogueCells
    private var cells: [String: [String: CatalogueCell]] = [:]
    private var columns: [String: [ExactDecimal]] = [:]

    init(_ catalogues: any CatalogueCells) {
        self.catalogues = catalogues
    }

    func cell(_ reference: String, column: String) throws(Problem) -> CatalogueCell {
        let cell = try catalogues.cell(reference, column: column)
        cells[reference, default: [:]][column] = cell
        return cell
    }

    func numbers(inColumn reference: String) throws(Problem) -> [ExactDecimal] {
        let numbers = try catalogues.numbers(inColumn: reference)
        columns[reference] = numbers
        return numbers
    }

    /// The cells, by their rows and columns.
    var cellsJSON: JSONValue {
        var rows = JSONObject()
        for (reference, found) in cells.sorted(by: { $0.key < $1.key }) {
            var row = JSONObject()
            for (column, cell) in found.sorted(by: { $0.key < $1.key }) { row[column] = cell.json }
            rows[reference] = .object(row)
        }
        return .object(rows)
    }

    /// The columns, by their names.
    var columnsJSON: JSONValue {
        var object = JSONObject()
        for (reference, numbers) in columns.sorted(by: { $0.key < $1.key }) {
            object[reference] = .strings(numbers.map(\.description))
        }
        return .object(object)
    }
}

/// The catalogue cells that a frozen revision keeps, and no others.
struct FrozenCells: CatalogueCells {
    private let cells: FrozenFields
    private let columns: FrozenFields

    init(_ inputs: FrozenInputs) throws(Problem) {
        cells = try FrozenFields(inputs.cells, "cells")
        columns = try FrozenFields(inputs.columns, "columns")
    }

    func cell(_ reference: String, column: String) throws(Problem) -> CatalogueCell {
        let row = try FrozenFields(cells[reference], reference)
        return try CatalogueCell(frozen: FrozenFields(row[column], "\(reference) \(column)"))
    }

    func numbers(inColumn reference: String) throws(Problem) -> [ExactDecimal] {
        try columns.elements(reference).map { element throws(Problem) in
            guard case .string(let text) = element else {
                throw FrozenFields.damaged("`\(reference)` holds no numbers")
            }
            return try ExactDecimal(parsing: text)
        }
    }
}

extension CatalogueCell {
    fileprivate var json: JSONValue {
        [
            "catalogue": .string(catalogue), "column": .string(column),
            "content": content?.json ?? .null,
            "currency": .string(orNull: currency?.code),
            "date": .string(orNull: date?.description),
            "period": .string(orNull: period?.rawValue), "row": .string(row),
            "source": .string(orNull: source), "tax": .string(orNull: taxBasis?.rawValue),
            "text": .string(text), "unit": .string(unit),
            "valid_until": .string(orNull: validUntil?.description),
        ]
    }

    fileprivate init(frozen fields: FrozenFields) throws(Problem) {
        self.init(
            catalogue: try fields.text("catalogue"), row: try fields.text("row"),
            column: try fields.text("column"),
            content: try fields["content"].map { value throws(Problem) in
                try Content(frozen: FrozenFields(value, "content"))
            },
            text: try fields.text("text"), unit: try fields.text("unit"),
            currency: try fields.optionalText("currency").map { text throws(Problem) in
                try Currency(code: text)
            },
            period: fields["period"] == nil ? nil : try fields.word("period"),
            date: try fields.optionalDate("date"), source: try fields.optionalText("source"),
            taxBasis: fields["tax"] == nil ? nil : try fields.word("tax"),
            validUntil: try fields.optionalDate("valid_until"))
    }
}

extension CatalogueCell.Content {
    fileprivate var json: JSONValue {
        switch self {
        case .number(let number): ["number": .string(number.description)]
        case .text(let text): ["text": .string(text)]
        case .yesNo(let value): ["yes_no": .bool(value)]
        case .date(let date): ["date": .string(date.description)]
        }
    }

    fileprivate init(frozen fields: FrozenFields) throws(Problem) {
        if fields["number"] != nil {
            self = .number(try fields.decimal("number"))
        } else if fields["date"] != nil {
            self = .date(try fields.date("date"))
        } else if case .bool(let value)? = fields["yes_no"] {
            self = .yesNo(value)
        } else {
            self = .text(try fields.text("text"))
        }
    }
}
