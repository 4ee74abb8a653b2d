import OutlayProblems

/// Every financial function, in the order that lists show.
public enum AllFunctions {
    /// The functions.
    public static let list: [any FinancialFunction.Type] = [
        NetPresentValue.self,
        DatedNetPresentValue.self,
        InternalRateOfReturn.self,
        DatedInternalRateOfReturn.self,
        ModifiedRateOfReturn.self,
        FisherRates.self,
        AnnuityPresentValue.self,
        AnnuityFutureValue.self,
        AnnuityPayment.self,
        AnnuityPeriods.self,
        AnnuityRate.self,
        AnnuityFactor.self,
        CapitalRecoveryFactor.self,
        SinglePresentValue.self,
        Amortisation.self,
        Payback.self,
        DiscountedPayback.self,
        SimplePayback.self,
        BenefitCostRatio.self,
        ProfitabilityIndex.self,
        ReturnOnInvestment.self,
        AnnualisedReturn.self,
        SavingsToInvestmentRatio.self,
        AdjustedRateOfReturn.self,
        NetSavings.self,
        EquivalentAnnualCost.self,
        EconomicLife.self,
        SwitchingValue.self,
        BreakEvenQuantity.self,
        BreakEvenMonths.self,
        PricePerformance.self,
        StraightLineDepreciation.self,
        SumOfYearsDigitsDepreciation.self,
        DecliningBalanceDepreciation.self,
        FixedDecliningBalanceDepreciation.self,
        VariableDecliningBalance.self,
        MACRS.self,
        TaxShield.self,
        LeaseOrBuy.self,
        ImplicitLeaseRate.self,
        RoundingFunction.self,
    ]

    /// What readers see of each function, in the list's order.
    public static var descriptors: [FunctionDescriptor] { list.map { $0.descriptor } }

    /// Returns the function with this identifier.
    ///
    /// - Throws: ``ProblemCode/unknownName`` for an unknown one, with the nearest as a hint.
    public static func function(
        named identifier: String
    ) throws(Problem) -> any FinancialFunction.Type {
        let descriptors = descriptors
        guard let index = descriptors.firstIndex(where: { $0.identifier == identifier }) else {
            throw Problem(
                .unknownName, "there is no function \(Problem.quoted(identifier))",
                because: "a function is called as `outlay calc --list` calls it",
                hint: Suggestion.hint(for: identifier, among: descriptors.map(\.identifier)))
        }
        return list[index]
    }

    /// Computes one figure from inputs as a user writes them.
    ///
    ///     try AllFunctions.answer("npv", ["rate": "0.08", "flows": "-100 60 60"])
    ///
    /// - Throws: A ``Problem`` for an unknown function, for an input, or where there is no answer.
    public static func answer(
        _ identifier: String, _ inputs: [FunctionText]
    ) throws(Problem) -> FunctionAnswer {
        let function = try function(named: identifier)
        return try function.answer(
            FunctionInputs(reading: inputs, for: function.descriptor))
    }
}
