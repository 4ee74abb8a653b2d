import OutlayReports

/// An invented report in which every block, style and chart occurs once.
let sampleReport = Report(
    title: "Printers 2027 & after",
    subtitle: "EV-7 · EUR · 2 years · 8\u{202F}% end of year",
    summary: [
        .paragraph(
            .strong("Recommendation: lease.") + " It costs EUR\u{A0}2\u{202F}600 less than "
                + .emphasis("buying") + "; see " + .code("a|b `c`") + "."),
        .facts([Fact("TCO", "EUR\u{A0}9\u{202F}400"), Fact("NPV", "EUR\u{A0}+2\u{202F}600")]),
        .callout(.warning, "NPV and cash NPV differ in sign"),
        .callout(.note, "knock-out residency gives up EUR\u{A0}310 NPV"),
    ],
    sections: [
        ReportSection(
            id: "cost", title: "Leasing is cheaper", question: "What does it cost over its life?",
            blocks: [.chart(sampleBars), .table(sampleTable)]),
        ReportSection(
            id: "value", title: "Buying prints faster",
            blocks: [.chart(sampleContributions), .chart(sampleScatter)]),
        ReportSection(
            id: "cash", title: "It pays back in year 2", question: "When does it pay back?",
            blocks: [
                .chart(sampleLines),
                .list(["Toner at last year's price", "12. March: the quote ends"]),
            ]),
    ],
    footer: ["Outlay 0.1.0 · as of 2026-11-20"])

private let euro = Measure(unit: "EUR", places: 0, dataPlaces: 2)

let sampleBars = StackedBarChart(
    title: "Cost by category, present value, EUR",
    summary: "Leasing costs EUR 9 400 in all, buying EUR 12 000.",
    categories: ["devices", "toner", "resale"],
    bars: [
        .init("Lease", values: [6400.4, 3000, nil], total: 9400.4),
        .init("Buy, then sell on", values: [10_000, 3000, -1000], total: 12_000, note: "baseline"),
    ], measure: euro, totalTitle: "TCO")

let sampleContributions = ContributionChart(
    title: "Value by criterion, points", summary: "Buying leads by 5 points.",
    criteria: ["Speed (60)", "Noise (40)"],
    bars: [
        .init("Lease", values: [30, 20.25], total: 50.25),
        .init("Buy, then sell on", values: [45, 10], total: 55),
    ])

let sampleScatter = ScatterChart(
    title: "Value against cost", summary: "Both lie on the frontier.",
    costTitle: "TCO, present value, EUR",
    points: [
        .init(
            "Lease", cost: 9400.4, value: 50.25, isOnFrontier: true, note: "on the frontier",
            series: 0),
        .init("Buy, then sell on", cost: 12_000, value: 55, isOnFrontier: true, series: 1),
        .init(
            "Borrow", cost: 9000, value: 52, isExcluded: true, note: "excluded: residency",
            series: 2),
    ], measure: euro)

let sampleLines = LineChart(
    title: "Cumulative net cash flow, EUR", summary: "The lease pays back in year 2.",
    periods: ["Start", "2027", "2028"],
    lines: [.init("Lease", values: [-1000, -200.5, 2600], series: 0)], measure: euro,
    sign: .both)

private let sampleTable = Table(
    caption: "Lease by year, EUR",
    columns: [Column("Category", widthHint: 20), .number("Initial"), .number("Total")],
    rows: [
        Row(["One-off", .empty, .empty], style: .header),
        Row(["set-up | 印刷", euro.cell(500), euro.cell(500)]),
        Row(["Recurring", .empty, .empty], style: .header),
        Row([.text("toner", tone: .good), .empty, euro.cell(3000)]),
        Row([.text("=1+1", tone: .bad), .empty, euro.cell(-1234.567)], style: .muted),
        Row(["TCO", euro.cell(500), euro.cell(9400.4, sign: .both)], style: .total),
    ], note: Table.roundedIndividually)
