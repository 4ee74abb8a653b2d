import OutlayProblems
import OutlayValues

/// An amount split in proportion, to the last minor unit.
public enum Allocation: FinancialFunction {
    /// What readers see of the function.
    public static var descriptor: FunctionDescriptor {
        FunctionDescriptor(
            identifier: "allocation", title: "Splitting an amount", group: .amounts,
            summary:
                "An amount split in proportion to weights, so that the parts add up to it exactly.",
            inputs: [
                FunctionInput("total", "the amount", .exact, unit: "money"),
                FunctionInput("weights", "the weight of each part", .exacts),
                FunctionInput(
                    "currency", "whose minor unit is handed out",
                    .choice(["EUR", "USD", "GBP", "JPY", "KWD"]), .optional("EUR")),
            ],
            results: [
                FunctionResult("parts", "the parts", unit: "money")
            ],
            formula:
                "each part cut to the minor unit; what is left goes to the largest remainders, ties to the first",
            source: "Balinski and Young, Fair Representation, 2nd ed., Brookings 2001, chapter 3",
            examples: [
                FunctionExample(
                    "by hand: 33.333… each, and one cent left",
                    ["total": "100", "weights": "1 1 1"],
                    gives: ["parts": .exacts(["33.34", "33.33", "33.33"])])
            ])
    }

    /// Computes the answer.
    public static func answer(_ inputs: FunctionInputs) throws(Problem) -> FunctionAnswer {
        let currency = try Currency(code: inputs.word("currency", orElse: "EUR"))
        let parts = try Money(inputs.exact("total"), currency).allocated(
            by: inputs.exacts("weights"))
        return FunctionAnswer(
            ["parts": .exacts(parts.map(\.amount))],
            conventions: ["largest remainder in \(currency.code), ties to the first"])
    }
}
