import OutlayBudgets
import OutlayProblems
import OutlayValues

extension VendorRegister: WrittenDocument {
    /// How a vendor register is written.
    package static let form = GovernedForm(
        name: "Vendors", schema: "vendors", ledgerKind: .vendors,
        shape: ObjectShape(
            "Vendors", "The vendors that money may go to.",
            GovernedForm.heading(
                "Vendors",
                metadata: GovernedForm.metadata(
                    idRequired: false, id: "vendors", standard: "vendors")) + [
                    GovernedForm.effectiveFrom,
                    Field(
                        "vendors", .list(of: .object(vendor)), "The vendors.", required: true,
                        example: "[{id: northwind, legal_name: Northwind GmbH}]"),
                ]),
        facts: [], standardID: { _ in "vendors" })

    private static let vendor = ObjectShape(
        "vendor", "A vendor, by its identifier in the register.",
        [
            Field(
                "id", GovernedForm.name, "By what everything refers to it.", required: true,
                example: "northwind"),
            Field(
                "legal_name", GovernedForm.line, "The name in the register of companies.",
                required: true, example: "Northwind GmbH"),
            Field(
                "group", .text(TextRule(length: 1...64)),
                "The group of companies it belongs to; vendors of one group are one party."),
            Field(
                "bank_detail_hash", GovernedForm.digest,
                "The SHA-256 of its bank details; vendors of one account are one party."),
        ])
}
