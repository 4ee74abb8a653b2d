import OutlayProblems

/// A currency of ISO 4217 that has minor units.
public struct Currency: Sendable, Hashable {
    /// The alphabetic code, such as `EUR`.
    public let code: String
    /// The decimals of a settled amount: EUR 2, JPY 0, KWD 3.
    public let minorUnitPlaces: Int

    /// The euro.
    public static let eur = Currency(code: "EUR", minorUnitPlaces: 2)
    /// The US dollar.
    public static let usd = Currency(code: "USD", minorUnitPlaces: 2)

    /// What people write for a currency although ISO 4217 has another code for it.
    private static let commonNames = [
        "RMB": "CNY", "CNH": "CNY", "NTD": "TWD", "UKP": "GBP", "STG": "GBP", "SFR": "CHF",
    ]

    private init(code: String, minorUnitPlaces: Int) {
        self.code = code
        self.minorUnitPlaces = minorUnitPlaces
    }

    /// Finds a currency by its alphabetic code, in capitals.
    ///
    /// - Throws: ``ProblemCode/unknownCurrency`` when ISO 4217 has no such code, or gives it no
    ///   minor units (gold, test codes).
    public init(code: String) throws(Problem) {
        if code == "EUR" || code == "USD" {  // Nearly all lookups, without reading the table.
            self = code == "EUR" ? .eur : .usd
            return
        }
        guard let entry = CurrencyTable.entries[code] else {
            throw Problem(
                .unknownCurrency, "\(Problem.quoted(code)) is not a currency",
                because: "a currency is three capitals of ISO 4217, such as EUR",
                hint: Self.commonNames[code].map { "did you mean `\($0)`?" }
                    ?? Suggestion.hint(for: code, among: CurrencyTable.payable))
        }
        guard let places = entry.minorUnitPlaces else {
            throw Problem(
                .unknownCurrency, "`\(code)` has no minor unit",
                because:
                    "ISO 4217 lists \(entry.name) without one, so no amount in it can be settled",
                hint: "use the currency that is paid")
        }
        self.init(code: code, minorUnitPlaces: places)
    }

    /// The currency's English name in ISO 4217.
    public var name: String { CurrencyTable.entries[code]?.name ?? code }
}
