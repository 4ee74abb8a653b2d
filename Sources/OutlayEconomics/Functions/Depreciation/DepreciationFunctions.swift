import OutlayProblems

private let assetInputs = [
    FunctionInput("cost", "what the asset cost", .anyNumber, unit: "money"),
    FunctionInput(
        "salvage", "what it is written down to", .anyNumber, unit: "money", .optional("0")),
    FunctionInput("life", "its life", .anyNumber, unit: "periods"),
]
private let factorInput = FunctionInput(
    "factor", "the multiple of the straight-line share", .anyNumber, .optional("2"))
private let scheduleResult = FunctionResult(
    "depreciation", "the amount of each period", unit: "money")

extension FunctionInputs {
    fileprivate func asset() throws(Problem) -> DepreciableAsset {
        try DepreciableAsset(
            cost: number("cost"), salvage: number("salvage", orElse: 0), life: number("life"))
    }
}

/// Depreciation in equal amounts: SLN.
public enum StraightLineDepreciation: FinancialFunction {
    /// What readers see of the function.
    public static var descriptor: FunctionDescriptor {
        FunctionDescriptor(
            identifier: "straight-line", title: "Straight-line depreciation",
            group: .depreciation,
            summary: "Depreciation in equal amounts.", inputs: assetInputs,
            results: [scheduleResult], formula: "(cost − salvage) / life",
            source: "Microsoft, SLN function, support.microsoft.com, read 2026-11-23",
            examples: [
                FunctionExample(
                    "by hand: 300 / 3",
                    ["cost": "400", "salvage": "100", "life": "3"],
                    gives: ["depreciation": [100.0, 100.0, 100.0]])
            ])
    }

    /// Computes the answer.
    public static func answer(_ inputs: FunctionInputs) throws(Problem) -> FunctionAnswer {
        FunctionAnswer(["depreciation": .numbers(try inputs.asset().straightLine())])
    }
}

/// Depreciation by the sum of the years' digits: SYD.
public enum SumOfYearsDigitsDepreciation: FinancialFunction {
    /// What readers see of the function.
    public static var descriptor: FunctionDescriptor {
        FunctionDescriptor(
            identifier: "sum-of-years-digits", title: "Sum-of-years'-digits depreciation",
            group: .depreciation,
            summary: "Depreciation in proportion to the years left.", inputs: assetInputs,
            results: [scheduleResult],
            formula: "(cost − salvage) × (life − t + 1) / (life × (life + 1) / 2)",
            source: "Microsoft, SYD function, support.microsoft.com, read 2026-11-23",
            examples: [
                FunctionExample(
                    "by hand: 8100 in parts of 5 : 4 : 3 : 2 : 1",
                    ["cost": "9000", "salvage": "900", "life": "5"],
                    gives: ["depreciation": [2700.0, 2160.0, 1620.0, 1080.0, 540.0]])
            ])
    }

    /// Computes the answer.
    public static func answer(_ inputs: FunctionInputs) throws(Problem) -> FunctionAnswer {
        FunctionAnswer(["depreciation": .numbers(try inputs.asset().sumOfYearsDigits())])
    }
}

/// Depreciation by a constant share of the book value: DDB, or VDB period by period.
public enum DecliningBalanceDepreciation: FinancialFunction {
    /// What readers see of the function.
    public static var descriptor: FunctionDescriptor {
        FunctionDescriptor(
            identifier: "declining-balance", title: "Declining-balance depreciation",
            group: .depreciation,
            summary:
                "Depreciation by a constant share of the book value, with or without a switch.",
            inputs: assetInputs + [
                factorInput,
                FunctionInput(
                    "switch-to-straight-line",
                    "whether the rest is written off evenly once that is more",
                    .flag, .optional("no")),
            ],
            results: [scheduleResult],
            formula:
                "min(book value × factor / life, book value − salvage), or (book value − salvage) / years "
                + "left where that is more and the switch is on",
            source: "Microsoft, DDB and VDB functions, support.microsoft.com, read 2026-11-23",
            examples: [
                FunctionExample(
                    "by hand: 40 % a year, then evenly",
                    [
                        "cost": "25000", "life": "5", "switch-to-straight-line": "yes",
                    ],
                    gives: ["depreciation": [10000.0, 6000.0, 3600.0, 2700.0, 2700.0]])
            ])
    }

    /// Computes the answer.
    public static func answer(_ inputs: FunctionInputs) throws(Problem) -> FunctionAnswer {
        let switches = inputs.flag("switch-to-straight-line", orElse: false)
        let amounts = try inputs.asset().decliningBalance(
            factor: inputs.number("factor", orElse: 2), switchesToStraightLine: switches)
        return FunctionAnswer(
            ["depreciation": .numbers(amounts)],
            conventions: [switches ? "switches to straight line" : "no switch to straight line"])
    }
}

/// Depreciation by a share rounded to three decimals: Excel's DB.
public enum FixedDecliningBalanceDepreciation: FinancialFunction {
    /// What readers see of the function.
    public static var descriptor: FunctionDescriptor {
        FunctionDescriptor(
            identifier: "fixed-declining-balance", title: "Fixed declining-balance depreciation",
            group: .depreciation,
            summary:
                "Depreciation as Excel's DB computes it, by a share rounded to three decimals.",
            inputs: assetInputs + [
                FunctionInput(
                    "first-year-months", "the months of the first year", .anyNumber,
                    .optional("12"))
            ],
            results: [scheduleResult],
            formula: "book value × round(1 − (salvage / cost)^(1/life), 3) × months / 12",
            source: "Microsoft, DB function, support.microsoft.com, read 2026-11-23",
            examples: [
                FunctionExample(
                    "Microsoft, DB function",
                    [
                        "cost": "1000000", "salvage": "100000", "life": "6",
                        "first-year-months": "7",
                    ],
                    gives: [
                        "depreciation": [
                            186083.33333333334, 259639.41666666666, 176814.44275, 120410.63551275,
                            81999.64278418275, 55841.75673602845, 15845.098473848073,
                        ]
                    ])
            ])
    }

    /// Computes the answer.
    public static func answer(_ inputs: FunctionInputs) throws(Problem) -> FunctionAnswer {
        let months = Int(exactly: inputs.number("first-year-months", orElse: 12)) ?? 0
        return FunctionAnswer(
            [
                "depreciation": .numbers(
                    try inputs.asset().fixedDecliningBalance(firstYearMonths: months))
            ], conventions: ["share rounded to three decimals, as in Excel"])
    }
}

/// Declining-balance depreciation between two times: VDB.
public enum VariableDecliningBalance: FinancialFunction {
    /// What readers see of the function.
    public static var descriptor: FunctionDescriptor {
        FunctionDescriptor(
            identifier: "vdb", title: "Declining-balance depreciation of a span",
            group: .depreciation,
            summary:
                "Declining-balance depreciation between two times, which may lie within periods.",
            inputs: assetInputs + [
                FunctionInput(
                    "start-period", "the time from which on", .anyNumber, unit: "periods"),
                FunctionInput("end-period", "the time up to which", .anyNumber, unit: "periods"),
                factorInput,
                FunctionInput(
                    "switch-to-straight-line",
                    "whether the rest is written off evenly once that is more",
                    .flag, .optional("yes")),
            ],
            results: [FunctionResult("depreciation", "the amount of the span", unit: "money")],
            formula: "Σ depreciation of each period × the part of it that lies in the span",
            source: "Microsoft, VDB function, support.microsoft.com, read 2026-11-23",
            examples: [
                FunctionExample(
                    "Microsoft, VDB function: 315.00",
                    [
                        "cost": "2400", "salvage": "300", "life": "10", "start-period": "0",
                        "end-period": "0.875", "factor": "1.5",
                    ],
                    gives: ["depreciation": 315.0]),
                FunctionExample(
                    "Microsoft, VDB function: 396.31",
                    [
                        "cost": "2400", "salvage": "300", "life": "120", "start-period": "6",
                        "end-period": "18",
                    ],
                    gives: ["depreciation": 396.30605326475086]),
            ])
    }

    /// Computes the answer.
    public static func answer(_ inputs: FunctionInputs) throws(Problem) -> FunctionAnswer {
        let switches = inputs.flag("switch-to-straight-line", orElse: true)
        let amount = try inputs.asset().decliningBalance(
            from: inputs.number("start-period"), to: inputs.number("end-period"),
            factor: inputs.number("factor", orElse: 2), switchesToStraightLine: switches)
        return FunctionAnswer(
            ["depreciation": .number(amount)],
            conventions: [switches ? "switches to straight line" : "no switch to straight line"])
    }
}
