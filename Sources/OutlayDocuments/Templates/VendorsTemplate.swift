import OutlayBudgets

/// The template `vendors`.
enum VendorsTemplate {
    /// The vendors that the templates of evaluations name.
    static let template = DocumentTemplate(
        name: "vendors", kind: VendorRegister.form.name, title: "Vendor register",
        question: "to which vendors money may go, and which of them are one party",
        details: [.id, .title], command: "vendors load",
        remarks: [
            "All vendors are samples, named as in the templates of evaluations: put your own in their place.",
            "",
            "  outlay validate FILE              finds every mistake",
            "  outlay vendors load FILE          makes it the ledger's register; later versions are loaded likewise",
            "  outlay schema vendors.vendors     explains a field",
        ],
        standardID: "vendors", body: body)

    private static let body = """
        vendors:
          # By `id` evaluations, orders and rules of the policy refer to the vendor.
          - id: vendor-a
            legal_name: "Sample: Vendor A Ltd"
            # Vendors of one group are one party: what is bought from them is summed up.
            group: vendor-a
            # The SHA-256 of the bank details, by which a change or a double shows without keeping them here:
            #   printf %s 'DE02120300000000202051' | sha256sum
            # bank_detail_hash: 64 hexadecimal digits
          - {id: vendor-a-services, legal_name: "Sample: Vendor A Services Ltd", group: vendor-a}
          - {id: vendor-b, legal_name: "Sample: Vendor B Inc."}
          - {id: vendor-c, legal_name: "Sample: Vendor C B.V."}
          - {id: lessor-c, legal_name: "Sample: Lessor C Ltd"}
          - {id: provider-a, legal_name: "Sample: Provider A GmbH"}
          - {id: provider-b, legal_name: "Sample: Provider B SARL"}
          - {id: provider-c, legal_name: "Sample: Provider C AG"}
          - {id: incumbent, legal_name: "Sample: Incumbent Corp."}
          - {id: rival, legal_name: "Sample: Rival plc"}
          - {id: integrator-b, legal_name: "Sample: Integrator B Ltd"}
        """
}
