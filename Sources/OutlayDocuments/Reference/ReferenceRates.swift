import OutlayProblems
import OutlayValues

/// The exchange rates that come with the tool, so that a copied binary needs no other file.
package enum ReferenceRates {
    /// Returns the ECB's euro foreign exchange reference rates.
    ///
    /// - Throws: A ``Problem`` only if the table that was built in is damaged.
    /// - Complexity: O(days × currencies); read it once.
    package static func ecb() throws(Problem) -> ExchangeRates {
        try ExchangeRates(
            parsing: ecbTable, base: .eur, source: "ECB euro foreign exchange reference rates",
            path: "ECB reference rates")
    }
}
