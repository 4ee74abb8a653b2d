import Testing

@Suite struct WhyCommandTests {
    private static let helpdesk = ["why", "Examples/helpdesk/helpdesk.yaml"]
    private static let day = ["--as-of", "2026-11-23"]

    private func why(_ arguments: String...) -> ToolRun {
        ToolRun(Self.helpdesk + arguments + Self.day)
    }

    @Test func `a figure is shown unrounded and as tables round it`() {
        let run = why("northwind.tco", "--depth", "0")
        #expect(run.end == .exit(0))
        #expect(run.output.contains("northwind.tco is EUR 295 762.13, shown as 295 762."))
    }

    @Test func `an override is traced`() {
        let run = why("northwind.costs.seats.2028", "--set", "seats=80")
        let formula = "= seats 80 × unit price 89 × months in a year 12 × (1 + growth 7 %)"
        #expect(run.output.contains(formula))
        #expect(run.output.contains("set for this run by --set"))
    }

    @Test func `without a figure every printed name is listed`() {
        let run = why()
        #expect(run.end == .exit(0))
        #expect(run.output == why("--list").output)
        for name in [
            "northwind.tco", "northwind.cash.tco", "northwind.npv", "northwind.cash.npv",
            "northwind.bcr", "northwind.payback", "northwind.benefits", "northwind.costs",
            "northwind.costs.subscription.2028", "northwind.benefits.agent-time.2028",
            "northwind.net.2028", "northwind.contract.value", "northwind.contract.leaving",
            "northwind.charges.FY2027", "northwind.value", "northwind.value.usability",
            "northwind.rank", "northwind.knock_outs.sso", "northwind.dominated",
            "weights.usability", "assumptions.seats", "sources.quote-nw",
            "crossover.exit_time.above", "discount_rate", "knock_outs.residency.price",
        ] {
            #expect(run.output.contains("\n" + name + " "), "\(name)")
        }
    }

    @Test(arguments: [
        (["northwind.tca"], "error[OL905]: there is no figure `northwind.tca`"),
        (["northwind.tco", "--depth", "-1"], "error[OL901]"),
        (["northwind.tco", "--depth", "1", "--all"], "`--depth` changes nothing here"),
        (["--depth", "1"], "`--depth` changes nothing here"),
        (["northwind.tco", "--list"], "`--list` stands beside a figure"),
    ])
    func `what cannot be explained is refused`(arguments: [String], message: String) {
        let run = ToolRun(Self.helpdesk + arguments + Self.day)
        #expect(run.end == .exit(2))
        #expect(run.output == "")
        #expect(run.messages.contains(message), "\(run.messages)")
    }
}
