import OutlayEconomics
import OutlayProblems
import OutlayValues

/// Every year that is charged says where its money comes from.
public enum FundingRule: LintRule {
    /// What the rule is.
    public static let descriptor = LintRuleDescriptor(
        code: .unfundedYear,
        title: "a year of charges names no budget",
        severity: .note,
        what:
            "It asks `purchase: {funding: …}` for a word on each fiscal year that the proposed option charges: "
            + "approved, planned or requested, and where.",
        why:
            "A contract of three years is paid from three budgets, of which most often one exists.",
        fix:
            "Add each year: `funding: {FY2027: approved in CC-410, FY2028: in the medium-term plan}`.",
        example: LintExample(
            bad: "  funding: {FY2027: approved in CC-410}",
            good: "  funding: {FY2027: approved in CC-410, FY2028: in the medium-term plan, "
                + "FY2029: in the medium-term plan}"),
        source: "\(LintSource.caseGuide), financial case: affordability in every year")

    /// Finds years that are charged and not funded.
    public static func check(_ subject: LintSubject) throws(Problem) -> LintVerdict {
        guard let proposal = subject.proposal, let contract = proposal.contract else {
            return .kept
        }
        let funding = subject.evaluation.purchase?.funding ?? [:]
        let charges = contract.charges.filter {
            !$0.amount.amount.isZero && funding[$0.fiscalYear.name] == nil
        }
        var years: [String] = []
        for charge in charges where !years.contains(charge.fiscalYear.name) {
            years.append(charge.fiscalYear.name)
        }
        guard !years.isEmpty else { return .kept }
        let total = try charges.map(\.amount.amount).sum()
        let currency = subject.study.currency
        let amount = NumberText(places: currency.minorUnitPlaces).text(of: total)
        return .found([
            finding(
                "nothing says which budget bears \(years.list("and"))",
                at: subject.place("purchase"),
                because: "\(proposal.option.title) charges \(currency.code) \(amount) then",
                hint: "add `funding: {\(years[0]): …}` to `purchase`")
        ])
    }
}
