import Outlay

/// The names that cases give to errors, with the codes that mean them.
enum FunctionErrors {
    private static let codes: [String: Set<ProblemCode>] = [
        "currencyMismatch": [.mixedCurrencies],
        "dateBeforeBase": [.dateBeforeBase],
        "emptyInput": [.emptyInput],
        "invalidDate": [.badDate],
        "invalidRate": [.rateOutOfDomain, .badNumber, .outOfRange],
        "lengthMismatch": [.lengthMismatch],
        // Gold and test codes are no currencies here, so that no rate can be missing.
        "missingRate": [.missingRate, .unknownCurrency],
        "invalidParameters": [.outOfRange, .fieldsExclude, .missingField],
        "invalidTiers": [.invalidTiers],
        "negativePrice": [.negativePrice],
        "negativeQuantity": [.negativeQuantity, .badAllocation],
        "neverRepaid": [.neverRepaid],
        "noRealRoot": [.noRealRoot],
        "noSignChange": [.noSignChange],
        "noTimeSpan": [.noTimeSpan],
        "nonFinite": [.nonFinite],
        "pueBelowOne": [.pueBelowOne],
        "periodOutOfRange": [.periodOutOfRange],
        "rateOutOfDomain": [.rateOutOfDomain],
        "rootNotRepresentable": [.rootNotRepresentable],
        "salvageExceedsCost": [.salvageExceedsCost],
        "zeroDenominator": [.zeroDenominator],
        "zeroLife": [.zeroLife],
    ]

    /// Returns the codes that `error` stands for.
    static func codes(of error: String) throws(CaseFault) -> Set<ProblemCode> {
        guard let codes = codes[error] else {
            throw .unsupported("the error `\(error)` is not known")
        }
        return codes
    }
}
