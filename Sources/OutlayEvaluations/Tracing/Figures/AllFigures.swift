/// Every family of figures, in the order readers meet them.
enum AllFigures {
    /// The families; a new one is a file in this folder and a line here.
    static let list: [any FigureFamily.Type] = [
        CostFigures.self,
        GainFigures.self,
        BridgeFigures.self,
        ReturnFigures.self,
        PricePerformanceFigures.self,
        CashflowFigures.self,
        ContractFigures.self,
        ValueFigures.self,
        RankFigures.self,
        RequirementFigures.self,
        TradeoffFigures.self,
        RangeFigures.self,
        ScenarioFigures.self,
        DrawFigures.self,
        WeightFigures.self,
        AssumptionFigures.self,
        SourceFigures.self,
    ]
}
