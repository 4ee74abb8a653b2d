import OutlayDecisions
import OutlayEncoding

/// How methods and their scores stand in JSON.
package enum MethodJSON {
    /// Returns every setting of a method with the value that holds, as `[{"name": "v", "value": "0.5"}]`.
    package static func settings(of choice: MethodChoice) -> JSONValue {
        .array(
            choice.allSettings.map { ["name": .string($0.name), "value": .string($0.value)] })
    }

    /// Returns a score with six decimals, or as many as show four digits of a small one.
    package static func score(_ score: Double) -> String {
        FigureText.data(score, places: max(6, StepTables.places(for: [score])))
    }
}
