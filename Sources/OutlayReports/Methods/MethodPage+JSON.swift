import OutlayDecisions
import OutlayEncoding

extension MethodPage {
    /// The page for programs.
    package var json: JSONValue {
        [
            "group": .string(kind.rawValue), "name": .string(identifier), "title": .string(title),
            "formula": .string(formula),
            "symbols": .array(
                symbols.map { ["symbol": .string($0.symbol), "meaning": .string($0.meaning)] }),
            "inputs": .array(inputs.map(\.json)), "settings": .array(settings.map(\.json)),
            "when_to_use": .string(whenToUse), "when_not_to_use": .string(orNull: whenNotTo),
            "warning": .string(orNull: warning), "traps": .strings(traps),
            "depends_on_other_bids": dependsOnOtherBids.map { .bool($0) } ?? .null,
            "promises": .array(
                promises.map {
                    [
                        "name": .string($0.promise.rawValue), "words": .string($0.promise.words),
                        "promised": .bool($0.isHeld),
                    ]
                }),
            "source": [
                "author": .string(source.author), "title": .string(source.title),
                "year": .integer(source.year),
            ],
            "example": [
                "origin": .string(origin), "tables": .array(example.map { Self.json($0) }),
                "remarks": .strings(remarks), "options": .strings(steps?.rowNames ?? []),
                "steps": steps?.json ?? [],
            ],
        ]
    }

    private static func json(_ table: Table) -> JSONValue {
        [
            "caption": .string(table.caption), "columns": .strings(table.columns.map(\.title)),
            "rows": .array(table.rows.map { .strings($0.cells.map(\.data)) }),
        ]
    }
}

extension MethodPage.Input {
    fileprivate var json: JSONValue {
        [
            "name": .string(name), "meaning": .string(meaning), "unit": .string(unit),
            "default": .string(orNull: standard), "values": .string(range),
        ]
    }
}
