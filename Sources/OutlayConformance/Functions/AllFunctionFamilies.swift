import Outlay

/// What runs the case of one function through the library and returns what it found.
///
/// A problem it throws counts as an answer: the error of the case.
typealias FunctionCheck = @Sendable (FunctionCase) throws -> Figure

/// Functions whose cases are read and answered alike.
protocol FunctionFamily: Sendable {
    /// The check of each function, by the name that cases give it.
    static var checks: [String: FunctionCheck] { get }
}

/// Every family of functions.
enum AllFunctionFamilies {
    /// The families; each function stands in one of them.
    static let list: [any FunctionFamily.Type] = [
        RateOfReturnFamily.self,
        FinancialFamily.self,
        AmountFamily.self,
        SamplingFamily.self,
        MonteCarloFamily.self,
        PricingFamily.self,
        GrowthFamily.self,
    ]

    /// Returns the check of the function that cases call `name`.
    ///
    /// - Throws: ``CaseFault/unsupported(_:)`` for an unknown one.
    static func check(of name: String) throws(CaseFault) -> FunctionCheck {
        for family in list {
            if let check = family.checks[name] { return check }
        }
        throw .unsupported("the function `\(name)` is not known")
    }
}
