/// What runs the case of one method through the library and compares the answers.
typealias Check = @Sendable (KnownCase) throws -> Void

/// Methods whose cases are read and answered alike.
protocol Family: Sendable {
    /// The check of each method, by the name that cases give it.
    static var checks: [String: Check] { get }
}

/// Every family of methods.
enum AllFamilies {
    /// The families; each method stands in one of them.
    static let list: [any Family.Type] = [
        ScoringFamily.self,
        TenderFamily.self,
        OutrankingFamily.self,
        ValueFamily.self,
        WeightsFamily.self,
        ComparisonFamily.self,
        RobustnessFamily.self,
        OrderFamily.self,
        GroupFamily.self,
    ]

    /// Returns the check of the method that cases call `name`.
    ///
    /// - Throws: ``CaseFault/unsupported(_:)`` for an unknown one.
    static func check(of name: String) throws(CaseFault) -> Check {
        for family in list {
            if let check = family.checks[name] { return check }
        }
        throw .unsupported("the method `\(name)` is not known")
    }
}
