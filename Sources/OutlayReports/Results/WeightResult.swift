import OutlayDecisions
import OutlayEncoding

extension WeightSheet {
    /// The weights for programs.
    public var json: JSONValue {
        [
            "compared_with": .string(orNull: comparison?.identifier),
            "criteria": .array(lines.map(\.json)),
            "levels": .array(levels.map(\.json)),
            "weight_options": .strings(options),
            "document": .string(orNull: document),
        ]
    }
}

extension WeightSheet.Line {
    fileprivate var json: JSONValue {
        [
            "id": .string(id), "title": .string(title), "group": .string(orNull: group),
            "is_group": .bool(isGroup), "share": .string(FigureText.data(share, places: 12)),
            "weight": .string(FigureText.data(weight, places: 12)),
            "compared": .string(orNull: compared.map { FigureText.data($0, places: 12) }),
            "range": range.map { range in
                [
                    "worst": .string(range.worst), "best": .string(range.best),
                    "unit": .string(range.unit),
                    "direction": .string(orNull: range.direction?.rawValue),
                    "from_data": .bool(range.isFromData),
                    "one_percent": .string(
                        orNull: range.onePercent.map { FigureText.data($0, places: 6) }),
                ]
            } ?? .null,
        ]
    }
}

extension WeightSheet.Level {
    fileprivate var json: JSONValue {
        [
            "group": .string(orNull: group), "method": .string(method?.identifier ?? "stated"),
            "warning": .string(orNull: method?.warning),
            "consistency": consistency.map(Self.json) ?? .null,
            "remarks": .strings(remarks),
        ]
    }

    private static func json(_ consistency: WeightConsistency) -> JSONValue {
        func text(_ number: Double?) -> JSONValue {
            .string(orNull: number.map { FigureText.data($0, places: 6) })
        }
        switch consistency {
        case .pairwise(let pairwise):
            return [
                "lambda_max": text(pairwise.principalEigenvalue), "index": text(pairwise.index),
                "ratio": text(pairwise.ratio),
                "random_index_table": .string(PairwiseConsistency.randomIndexTable),
                "worst": .array(
                    pairwise.worst.map { deviation in
                        [
                            "of": .string(deviation.stated.of),
                            "over": .string(deviation.stated.over),
                            "ratio": text(deviation.stated.ratio),
                            "implied": text(deviation.implied),
                        ]
                    }),
            ]
        case .bestWorst(let bestWorst):
            return ["deviation": text(bestWorst.deviation), "ratio": text(bestWorst.ratio)]
        }
    }
}
