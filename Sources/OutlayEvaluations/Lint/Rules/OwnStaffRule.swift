import OutlayEconomics
import OutlayProblems

/// Nothing is put in by the vendor alone.
public enum OwnStaffRule: LintRule {
    /// What the rule is.
    public static let descriptor = LintRuleDescriptor(
        code: .noOwnStaff,
        title: "implementation takes no own staff",
        what:
            "It asks an option that pays for implementation or migration for labour (category `labour`, or a line "
            + "of staff time) in the same study year or the one after it.",
        why:
            "Own people gather requirements, clean data, test and train. That is most often as much again as the "
            + "vendor's part, and left out it is taken from other work.",
        fix:
            "Add a line of category `labour` with `staff` or `quantity` × `unit_cost`, and say `funded: payroll` "
            + "or `budget`.",
        example: LintExample(
            bad: "",
            good:
                "- {id: project, category: labour, staff: 2, hours: 200, rate: 55, at: start, funded: payroll, "
                + "source: ledger}"),
        source: "\(LintSource.costGuide): include all costs, government staff among them; "
            + "\(LintSource.greenBook): staff time at its full cost")

    private static let categories: Set = ["implementation", "migration"]

    /// Finds options that are put in without own staff.
    public static func check(_ subject: LintSubject) -> LintVerdict {
        .found(
            subject.rivals.compactMap { option in
                let efforts = option.economics.costs.filter {
                    categories.contains($0.line.category) && subject.pays($0)
                        && !isLabour($0.line)
                }
                guard let first = efforts.first,
                    let year = efforts.flatMap(\.entries).map(\.payment.column).min()
                else { return nil }
                let staffed = option.economics.costs.contains { line in
                    isLabour(line.line)
                        && line.entries.contains {
                            !$0.cost.isZero && (year...year + 1).contains($0.payment.column)
                        }
                }
                guard !staffed else { return nil }
                return finding(
                    "\(option.option.title) is put in without own staff",
                    at: subject.place(first.line, of: option.option),
                    because:
                        "it pays for \(first.line.category), and no labour stands beside it in that year or the next",
                    hint: "add a line of category `labour` with the time of your own people")
            })
    }

    private static func isLabour(_ line: CostLine) -> Bool {
        line.category == CostLine.labourCategory || line.model is StaffModel
    }
}
