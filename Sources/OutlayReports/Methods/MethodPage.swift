import OutlayDecisions
import OutlayEncoding
import OutlayProblems
import OutlayValues

/// What a reader is told of one method of any kind, its worked example computed.
package struct MethodPage: Sendable {
    /// What the method is for.
    package let kind: MethodKind
    /// The stable identifier.
    package let identifier: String
    /// The name as prose uses it.
    package let title: String
    /// The formula in plain text.
    package let formula: String
    /// The symbols of the formula and of the figures on the way, with what they are; none where the formula
    /// explains its own.
    package var symbols: [(symbol: String, meaning: String)] = []
    /// What the method works on.
    package let inputs: [Input]
    /// What it may be told beside that.
    package var settings: [Input] = []
    /// When it answers the question.
    package let whenToUse: String
    /// When it misleads; nil where ``traps`` say it.
    package var whenNotTo: String?
    /// What a reader of its results must be told; nil where there is nothing.
    package var warning: String?
    /// What can go wrong, one sentence each; none where ``whenNotTo`` says it.
    package var traps: [String] = []
    /// Whether a bid's points hang on the other bids; nil where the method gives no points for prices.
    package var dependsOnOtherBids: Bool?
    /// What it promises and what it does not; none where no promises are known of methods of its kind.
    package var promises: [Promise] = []
    /// Where it is defined.
    package let source: PublishedSource
    /// Where the worked example comes from.
    package let origin: String
    /// The tables of the worked example: what goes in, then what comes out.
    package let example: [Table]
    /// What is to be known of the example's result, such as how far comparisons agree.
    package var remarks: [String] = []
    /// The figures on the way to the example's result; nil where the formula has none.
    package var steps: StepTables?

    /// One thing that a method takes.
    package struct Input: Sendable {
        /// Its name, as users write it.
        package let name: String
        /// What it says.
        package let meaning: String
        /// The unit, empty where it has none.
        package let unit: String
        /// What holds without it; nil where it must be given.
        package let standard: String?
        /// The values allowed, in words.
        package let range: String
    }

    /// Something that a method may hold for any table that it takes.
    package struct Promise: Sendable {
        /// What is promised.
        package let promise: MethodPromise
        /// Whether the method holds it.
        package let isHeld: Bool
    }
}

extension FigureText {
    /// Returns the shortest decimal that reads back as `number`, with digits grouped.
    package static func asStated(_ number: Double) -> String {
        decimal(number).map { asStated.text(of: $0) } ?? number.description
    }

    /// Returns the shortest decimal that reads back as `number`, for programs.
    package static func plain(_ number: Double) -> String {
        decimal(number)?.description ?? number.description
    }

    private static func decimal(_ number: Double) -> ExactDecimal? {
        try? ExactDecimal(nearest: number, places: ExactDecimal.carriedPlaces)
    }
}

extension Cell {
    /// Returns a number with the decimals it has.
    package static func asStated(_ number: Double) -> Cell {
        .number(shown: FigureText.asStated(number), data: FigureText.plain(number))
    }

    /// Returns an exact number with the decimals it has.
    package static func asStated(_ number: ExactDecimal) -> Cell {
        .number(shown: FigureText.asStated.text(of: number), data: number.description)
    }
}
