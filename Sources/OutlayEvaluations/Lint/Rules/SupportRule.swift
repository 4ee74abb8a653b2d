import OutlayProblems
import OutlayValues

/// What is bought is supported for as long as it is used.
public enum SupportRule: LintRule {
    /// What the rule is.
    public static let descriptor = LintRuleDescriptor(
        code: .supportEnds,
        title: "support for a product ends inside the horizon",
        what:
            "It looks up the products that an option names (`product: product-lifecycles/KEY`) and sets the end of "
            + "their support beside the end of the option's years. Extended support that lasts longer makes it a "
            + "note.",
        why:
            "A product without support gets no security fixes: it has to be replaced or paid for before the "
            + "case says so.",
        fix:
            "Choose a release whose support lasts, cost the upgrade, or shorten the option's `horizon`.",
        example: LintExample(
            bad: "    product: product-lifecycles/postgresql/15",
            good: "    product: product-lifecycles/postgresql/18"),
        source:
            "\(LintSource.costGuide): cover the whole life cycle; end-of-life dates of endoflife.date"
    )

    /// Finds products whose support ends too early.
    public static func check(_ subject: LintSubject) -> LintVerdict {
        let options = subject.result.options
        guard options.contains(where: { !$0.option.products.isEmpty }) else {
            return .unchecked(because: "no option names its `product`")
        }
        return .found(
            options.flatMap { option in
                option.option.products.compactMap { finding($0, of: option, subject) }
            })
    }

    private static func finding(
        _ product: ProductSupport, of option: OptionResult, _ subject: LintSubject
    ) -> Problem? {
        let end = option.economics.study.horizon.end
        let isOver: Bool
        switch product.support {
        case .open: return nil
        case .ended: isOver = true
        case .until(let day):
            guard day < end else { return nil }
            isOver = day < subject.result.asOf
        }
        let until: String? =
            if case .until(let day) = product.support { day.description } else { nil }
        let isExtended = product.extendedUntil.map { $0 >= end } ?? false
        let ending = until.map { isOver ? "ended on \($0)" : "ends on \($0)" } ?? "has ended"
        return finding(
            "support for \(product.title) \(ending)", at: subject.place(option.option),
            because: "\(option.option.title) is counted on to \(end)"
                + (isExtended
                    ? ", and only extended support lasts so long"
                    : product.extendedUntil.map { "; extended support ends on \($0)" } ?? ""),
            hint:
                "choose a release whose support lasts, or add what the upgrade or extended support costs",
            severity: isExtended ? .note : nil)
    }
}
