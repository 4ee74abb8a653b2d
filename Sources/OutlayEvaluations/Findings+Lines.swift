import OutlayEconomics
import OutlayProblems

/// What readers must know of lines that are not there.
extension Findings {
    /// What comes with any choice and is easily forgotten: one other option that states it is enough to ask.
    static let entryCategories = [
        "implementation", "migration", "training", CostLine.leavingCategory,
    ]

    /// What runs beside most choices: asked for where at least half of the other options state it.
    static let runningCategories = [CostLine.labourCategory, "energy"]

    /// Returns a warning for each option without a cost category that it should have a stand on.
    ///
    /// That is one of ``entryCategories`` that another option has, one of ``runningCategories`` that at least
    /// half of the others have, or any category that at least half of the others have, one of them with all
    /// that this one has: what it has of its own may stand in for it, such as a subscription for hardware and
    /// its upkeep. The baseline is in use already, and so is another offer of its vendor: they need nothing
    /// that the others pay only once. A line with the amount 0 is a stand.
    func missingLines() -> [Problem] {
        result.options.compactMap { option in
            let others = result.options.filter {
                $0.option.id != option.option.id && !$0.economics.costs.isEmpty
            }
            let missing = asked(of: others).filter { category in
                let holders = others.filter { has($0, category) }
                guard !holders.isEmpty, !has(option, category) else { return false }
                if !Self.entryCategories.contains(category) {
                    guard 2 * holders.count >= others.count else { return false }
                    let isNamed = Self.runningCategories.contains(category)
                    let hasMore = { (other: OptionResult) in hasAll(of: option, other) }
                    guard isNamed || (!isInUse(option) && holders.contains(where: hasMore)) else {
                        return false
                    }
                }
                return !(isInUse(option) && holders.allSatisfy { isPaidOnce(category, in: $0) })
            }
            return missing.isEmpty ? nil : finding(missing, of: option, among: others)
        }
    }

    /// The categories that an option may be asked for: the usual ones, then those of `options` in order.
    private func asked(of options: [OptionResult]) -> [String] {
        var categories = Self.entryCategories + Self.runningCategories
        for line in options.flatMap(\.economics.costs)
        where !categories.contains(line.line.category) {
            categories.append(line.line.category)
        }
        return categories
    }

    /// Whether `other` has every cost category that `option` has, which has one.
    private func hasAll(of option: OptionResult, _ other: OptionResult) -> Bool {
        !option.economics.costs.isEmpty
            && option.economics.costs.allSatisfy { has(other, $0.line.category) }
    }

    private func isInUse(_ option: OptionResult) -> Bool {
        guard let baseline = result.baseline else { return false }
        if option.option.id == baseline.option.id { return true }
        return option.option.vendor.map { $0 == baseline.option.vendor } ?? false
    }

    private func finding(
        _ missing: [String], of option: OptionResult, among others: [OptionResult]
    ) -> Problem {
        let holders = others.filter { other in missing.contains { has(other, $0) } }
        return Problem(
            .missingLine, "\(option.option.title) states no \(missing.list("or"))",
            at: place(option.option),
            because: "\(holders.map(\.option.title).list("and")) "
                + "\(holders.count == 1 ? "does" : "do"), and what is left out looks like a saving",
            hint: "add the line, or state it with `amount: 0`")
    }

    private func has(_ option: OptionResult, _ category: String) -> Bool {
        option.economics.costs.contains { $0.line.category == category }
    }

    /// Whether each line of a category falls due in one year of the study alone.
    private func isPaidOnce(_ category: String, in option: OptionResult) -> Bool {
        option.economics.costs.filter { $0.line.category == category }
            .allSatisfy { Set($0.entries.map(\.payment.column)).count <= 1 }
    }
}
