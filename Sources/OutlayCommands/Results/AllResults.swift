import Outlay

/// What one command's JSON looks like.
struct ResultSchema {
    /// The name behind `outlay/` in the envelope's `schema`.
    let name: String
    /// What stands in the envelope's `result`.
    let shape: Shape

    init(_ name: String, _ shape: ObjectShape) {
        self.name = name
        self.shape = .object(shape)
    }

    /// What the command prints with `--format json`: the envelope with its result.
    var envelope: Shape { .object(ResultEnvelope.shape(of: self)) }

    /// The JSON Schema of what the command prints with `--format json`.
    var jsonSchema: JSONValue {
        JSONSchema.draft07(
            of: envelope, title: "Result of \(name)", id: "urn:outlay:result:\(name)-1",
            writtenBy: .tool)
    }
}

/// The list of JSON results.
enum AllResults {
    /// Every result, in the order of the commands.
    static let all: [ResultSchema] = [
        ResultSchema("init", InitCommand.resultShape),
        ResultSchema("new", NewCommand.resultShape),
        ResultSchema("validate", ValidateCommand.resultShape),
        ResultSchema("lint", LintCommand.resultShape),
        ResultSchema("schema", SchemaCommand.resultShape),
        ResultSchema("rule", RuleCommand.resultShape),
        ResultSchema("compare", CompareCommand.resultShape),
        ResultSchema("tco", TCOCommand.resultShape),
        ResultSchema("cashflow", CashflowCommand.resultShape),
        ResultSchema("why", WhyCommand.resultShape),
        ResultSchema("diff", DiffCommand.resultShape),
        ResultSchema("sensitivity", SensitivityCommand.resultShape),
        ResultSchema("rank", RankCommand.resultShape),
        ResultSchema("weights", WeightsCommand.resultShape),
        ResultSchema("method-list", MethodListCommand.resultShape),
        ResultSchema("method-show", MethodShowCommand.resultShape),
        ResultSchema("tender-points", TenderPointsCommand.resultShape),
        ResultSchema("tender-award", TenderAwardCommand.resultShape),
        ResultSchema("calc", CalcCommand.resultShape),
        ResultSchema("calc-list", CalcCommand.listShape),
        ResultSchema("calc-function", CalcCommand.functionShape),
        ResultSchema("catalog-list", CatalogListCommand.resultShape),
        ResultSchema("catalog-show", CatalogShowCommand.resultShape),
        ResultSchema("catalog-search", CatalogSearchCommand.resultShape),
        ResultSchema("catalog-check", CatalogCheckCommand.resultShape),
        ResultSchema("import-quote", ImportQuoteCommand.resultShape),
        ResultSchema("import-actuals", ImportActualsCommand.resultShape),
        ResultSchema("panel-sheet", PanelSheetCommand.resultShape),
        ResultSchema("panel-import", PanelImportCommand.resultShape),
        ResultSchema("panel-show", PanelShowCommand.resultShape),
        ResultSchema("freeze-criteria", FreezeCriteriaCommand.resultShape),
        ResultSchema("gate", GateCommand.resultShape),
        ResultSchema("db-init", DBInitCommand.resultShape),
        ResultSchema("db-status", DBStatusCommand.resultShape),
        ResultSchema("db-backup", DBBackupCommand.resultShape),
        ResultSchema("db-snapshot", DBSnapshotCommand.resultShape),
        ResultSchema("whoami", WhoamiCommand.resultShape),
        ResultSchema("budget-load", DocumentLoadReport.resultShape),
        ResultSchema("budget-show", BudgetShowCommand.resultShape),
        ResultSchema("budget-check", BudgetCheckCommand.resultShape),
        ResultSchema("budget-reserve", RequestActResult.shape),
        ResultSchema("budget-commit", RequestActResult.shape),
        ResultSchema("budget-release", RequestActResult.shape),
        ResultSchema("budget-transfer", BudgetTransferCommand.resultShape),
        ResultSchema("policy-load", DocumentLoadReport.resultShape),
        ResultSchema("policy-show", PolicyShowCommand.resultShape),
        ResultSchema("policy-path", PolicyPathCommand.resultShape),
        ResultSchema("policy-test", PolicyTestCommand.resultShape),
        ResultSchema("org-load", DocumentLoadReport.resultShape),
        ResultSchema("vendors-load", DocumentLoadReport.resultShape),
        ResultSchema("proposals-show", ProposalsShowCommand.resultShape),
        ResultSchema("proposals-withdraw", ProposalsWithdrawCommand.resultShape),
        ResultSchema("confirm", ConfirmCommand.resultShape),
        ResultSchema("request-create", RequestCreateCommand.resultShape),
        ResultSchema("request-submit", RequestActResult.shape),
        ResultSchema("request-show", RequestShowCommand.resultShape),
        ResultSchema("request-list", RequestListCommand.resultShape),
        ResultSchema("request-diff", RequestDiffCommand.resultShape),
        ResultSchema("request-amend", RequestActResult.shape),
        ResultSchema("request-withdraw", RequestActResult.shape),
        ResultSchema("approve", RequestActResult.shape),
        ResultSchema("return", RequestActResult.shape),
        ResultSchema("reject", RequestActResult.shape),
        ResultSchema("order", RequestActResult.shape),
        ResultSchema("receive", RequestActResult.shape),
        ResultSchema("invoice", RequestActResult.shape),
        ResultSchema("credit", RequestActResult.shape),
        ResultSchema("cancel", RequestActResult.shape),
        ResultSchema("delegate", DelegateCommand.resultShape),
        ResultSchema("override", OverrideCommand.resultShape),
        ResultSchema("year-status", YearStatusCommand.resultShape),
        ResultSchema("year-open", YearStanding.actShape),
        ResultSchema("year-carry", YearStanding.actShape),
        ResultSchema("year-lapse", YearStanding.actShape),
        ResultSchema("year-close", YearStanding.actShape),
        ResultSchema("notices", NoticesCommand.resultShape),
        ResultSchema("audit-verify", AuditVerifyCommand.resultShape),
        ResultSchema("audit-anchor", AuditAnchorCommand.resultShape),
        ResultSchema("audit-log", AuditLogCommand.resultShape),
        ResultSchema("audit-reperform", AuditReperformCommand.resultShape),
        ResultSchema("audit-exceptions", AuditExceptionsCommand.resultShape),
        ResultSchema("contract-list", ContractListCommand.resultShape),
        ResultSchema("contract-renewals", ContractRenewalsCommand.resultShape),
        ResultSchema("framework-make", FrameworkMakeCommand.resultShape),
        ResultSchema("framework-list", FrameworkListCommand.resultShape),
        ResultSchema("framework-end", FrameworkEndCommand.resultShape),
        ResultSchema("completions", CompletionsCommand.resultShape),
        ResultSchema("manual", ManualCommand.resultShape),
        ResultSchema("version", VersionCommand.resultShape),
    ]
}
