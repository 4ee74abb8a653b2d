import ArgumentParser
import Outlay

/// The `outlay` command.
struct Tool: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "outlay",
        abstract:
            "Compare technology purchases: value, life-cycle cost and the case for each option.",
        version: Version.tool,
        subcommands: [
            InitCommand.self,
            NewCommand.self,
            ValidateCommand.self,
            LintCommand.self,
            SchemaCommand.self,
            RuleCommand.self,
            CompareCommand.self,
            TCOCommand.self,
            CashflowCommand.self,
            WhyCommand.self,
            DiffCommand.self,
            SensitivityCommand.self,
            ReportCommand.self,
            RankCommand.self,
            WeightsCommand.self,
            MethodCommand.self,
            TenderCommand.self,
            CalcCommand.self,
            CatalogCommand.self,
            ImportCommand.self,
            PanelCommand.self,
            FreezeCommand.self,
            GateCommand.self,
            DBCommand.self,
            WhoamiCommand.self,
            BudgetCommand.self,
            PolicyCommand.self,
            OrgCommand.self,
            VendorsCommand.self,
            ProposalsCommand.self,
            ConfirmCommand.self,
            RequestCommand.self,
            ApproveCommand.self,
            ReturnCommand.self,
            RejectCommand.self,
            OrderCommand.self,
            ReceiveCommand.self,
            InvoiceCommand.self,
            CreditCommand.self,
            CancelCommand.self,
            DelegateCommand.self,
            OverrideCommand.self,
            YearCommand.self,
            NoticesCommand.self,
            AuditCommand.self,
            ContractCommand.self,
            FrameworkCommand.self,
            CompletionsCommand.self,
            ManualCommand.self,
            VersionCommand.self,
        ])

    func run() throws {
        throw Group.missingSubcommand(of: Self.self)
    }
}

/// Starts the tool.
public enum OutlayTool {
    /// Runs the command that `arguments` (without the program's name) ask for.
    ///
    /// - Returns: The exit code of the process.
    public static func run(_ arguments: [String]) -> Int32 {
        Console.ignoreFailedWrites()
        do {
            var command = try Tool.parseAsRoot(arguments)
            try command.run()
            return ExitStatus.passed
        } catch let end as CommandEnd {
            return end.exitCode
        } catch let problem as Problem {
            return Usage.report(problem)
        } catch {
            return Usage.end(with: error, arguments: arguments)
        }
    }
}
