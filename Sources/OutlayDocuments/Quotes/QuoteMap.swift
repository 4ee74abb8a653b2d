import OutlayEconomics
import OutlayEncoding
import OutlayProblems
import OutlayValues

/// How a vendor's CSV quote is read into a catalogue.
package struct QuoteMap: Sendable, Hashable {
    /// One column of the quote that is taken over.
    package struct Column: Sendable, Hashable {
        /// Its name in the quote.
        package var from: String
        /// What it becomes in the catalogue.
        package var to: CatalogueColumn
    }

    /// The identifier of the catalogue that is written.
    package var id: String
    /// What the catalogue holds, in one line.
    package var title: String
    /// Who quotes.
    package var vendor: String
    /// Whether the prices hold tax.
    package var taxBasis: Tax.Basis
    /// The day of the quote.
    package var quoted: CalendarDate
    /// The last day the quote is valid, where it says so.
    package var validUntil: CalendarDate?
    /// How the file is laid out.
    package var layout: CSVOptions
    /// How its numbers are written.
    package var numbers: QuoteNumbers
    /// The quote's column that names a row.
    package var key: String
    /// The columns taken over, in the order of the catalogue.
    package var columns: [Column]
    /// The columns left out on purpose.
    package var ignored: [String]
}

/// How the numbers of a quote are written.
package struct QuoteNumbers: Sendable, Hashable {
    /// What stands in front of decimals.
    package var decimal: Unicode.Scalar
    /// What stands between groups of three digits, or nil where digits are not grouped.
    package var grouping: Unicode.Scalar?

    /// Returns the number that `text` writes, with a point and without groups.
    ///
    /// Groups, where there are any, hold three digits each behind a first one of one to three.
    ///
    /// - Throws: ``ProblemCode/badNumber`` without a location.
    package func plainText(of text: String) throws(Problem) -> String {
        let isNegative = text.hasPrefix("-")
        let digits = text.unicodeScalars.dropFirst(isNegative ? 1 : 0)
        let parts = digits.split(separator: decimal, omittingEmptySubsequences: false)
        guard parts.count <= 2, let whole = parts.first else { throw refusal(of: text) }
        var plain = String.UnicodeScalarView(whole)
        if let grouping, whole.contains(grouping) {
            let groups = whole.split(separator: grouping, omittingEmptySubsequences: false)
            let isRegular =
                (1...3).contains(groups[0].count) && groups.dropFirst().allSatisfy { $0.count == 3 }
            guard isRegular else { throw refusal(of: text) }
            plain = String.UnicodeScalarView(groups.joined())
        }
        let decimals = parts.count == 2 ? "." + String(parts[1]) : ""
        let number = (isNegative ? "-" : "") + String(plain) + decimals
        // The point is decimal here, or none was written.
        guard !String(plain).contains("."), (try? ExactDecimal(parsing: number)) != nil else {
            throw refusal(of: text)
        }
        return number
    }

    private func refusal(of text: String) -> Problem {
        let groups =
            grouping.map { ", groups of three digits by `\($0)`" } ?? ", digits not grouped"
        return Problem(
            .badNumber, "\(Problem.quoted(text)) is not a number",
            because: "the map says that decimals stand behind `\(decimal)`\(groups)",
            hint: "correct the cell, or `decimal` and `grouping` of the map")
    }
}
