import OutlayProblems

/// There is a choice: at least three options that differ in more than details.
public enum ThreeOptionsRule: LintRule {
    /// What the rule is.
    public static let descriptor = LintRuleDescriptor(
        code: .fewOptions,
        title: "fewer than three options are compared",
        what:
            "It counts the options that are evaluated; variants of one option (`like`) count once, rejected "
            + "ones not at all.",
        why:
            "Two options are a yes or no in disguise, and a single one is no choice: an error. A wider field is "
            + "what shows that the answer was looked for.",
        fix:
            "Add the status quo, the least that would do, and another way to meet the need. An option that was "
            + "set aside early stays as `rejected`, with its reason.",
        example: LintExample(
            bad: "    rejected: The gate has no room for a desk",
            good: "    description: Students sit at the gate on busy days"),
        source: "\(LintSource.greenBook): a short-list of options; "
            + "\(LintSource.alternatives): consider a diverse range of alternatives")

    private static let enough = 3

    /// Finds an evaluation with fewer than three options.
    public static func check(_ subject: LintSubject) -> LintVerdict {
        let options = subject.result.options.map(\.option)
        var groups: Set<String> = []
        for option in options { groups.insert(origin(of: option, in: options)) }
        guard groups.count < enough else { return .kept }
        let count = groups.count
        return .found([
            finding(
                count == 1
                    ? "there is only one option" : "there are only \(count) options",
                at: subject.place("options"),
                because: count == 1
                    ? "nothing is compared where there is nothing to choose from"
                    : "\(options.map(\.title).list("and")) leave nothing between yes and no",
                hint:
                    "add the status quo, the least that would do, and another way to meet the need",
                severity: count == 1 ? .error : nil)
        ])
    }

    /// Returns the option that a variant leads back to.
    private static func origin(
        of option: PurchaseOption, in options: [PurchaseOption]
    ) -> String {
        var current = option
        var seen: Set<String> = []
        while let next = current.variantOf, seen.insert(current.id).inserted {
            guard let other = options.first(where: { $0.id == next }) else { return next }
            current = other
        }
        return current.id
    }
}
