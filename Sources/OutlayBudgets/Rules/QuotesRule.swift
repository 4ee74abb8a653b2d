import OutlayProblems
import OutlayValues

/// A competitive purchase needs valid quotes of so many distinct vendors.
///
/// Two vendors of one party count once; a quote counts up to and on its last day.
public enum QuotesRule: PlanningRule {
    /// What the rest of the program needs to know of the rule.
    public static let descriptor = RuleDescriptor(
        identifier: "quotes",
        title: "Competition needs valid quotes of distinct vendors",
        inputs: [
            RuleInput("tiers.quotes", "how many, by tier", standard: "0"),
            RuleInput("request.quotes", "the vendors and the last day of each", standard: "none"),
        ],
        refusals: [.quotesMissing],
        source: "FAR 13.106-1: promoting competition, quotations of at least three sources",
        examples: [
            RuleExample("two vendors, of which one is asked twice", gives: "manager") {
                () throws(Problem) in try quotes([("V1", 9), ("V1", 0), ("V2", 9)])
            },
            RuleExample("the second one ended yesterday", gives: "refused:quotes_missing") {
                () throws(Problem) in try quotes([("V1", 9), ("V2", -1)])
            },
            RuleExample("two vendors of one group", gives: "refused:quotes_missing") {
                () throws(Problem) in try quotes([("V1", 9), ("V3", 9)])
            },
        ])

    /// Refuses where valid quotes are missing.
    public static func apply(
        _ context: PlanningContext, to draft: inout PlanDraft
    ) throws(Problem) -> Refusal? {
        let facts = context.facts
        guard draft.quotes > 0 else { return nil }
        var parties: [VendorID] = []
        for quote in facts.details.quotes where quote.validUntil >= facts.submitted {
            let isKnown = parties.contains { context.vendors.isSameParty($0, quote.vendor) }
            if !isKnown { parties.append(quote.vendor) }
        }
        guard parties.count < draft.quotes else { return nil }
        return Refusal(
            .quotesMissing, subject: LedgerText(known: facts.request.text),
            note: LedgerText(known: "\(parties.count) of \(draft.quotes) vendors"))
    }

    private static func quotes(_ list: [(String, Int)]) throws(Problem) -> String {
        var example = try RuleCase()
        example.policy.tiers[0].quotes = 2
        example.vendors = VendorRegister(
            revision: 1,
            ["V1", "V3"].map { Vendor(VendorID(known: $0), legalName: $0, group: "G") })
        example.facts.details.quotes = list.map { vendor, days in
            QuoteOnFile(
                vendor: VendorID(known: vendor), validUntil: RuleCase.today.adding(days: days))
        }
        return try example.path()
    }
}
