import OutlayEconomics
import OutlayProblems
import OutlayValues

extension LineInputs {
    /// Returns the steps of a price list, or nil after reporting why they are none.
    func tiers(_ node: DocumentNode) -> [PriceTier]? {
        var tiers: [PriceTier] = []
        for item in node.items {
            guard let price = item["unit_cost"]?.decimal else { return nil }
            tiers.append(PriceTier(upTo: item["up_to"]?.decimal, unitPrice: price))
        }
        do {
            return try TierTable(tiers).tiers
        } catch {
            document.problems.append(error.located(at: node.location))
            return nil
        }
    }

    /// Returns the lines that a share names, or nil after reporting one that the option does not have.
    func lines(_ node: DocumentNode) -> [String]? {
        let ids = node.items.map { item in
            document.reference(item, to: "line", among: lineIDs)
        }
        return ids.contains(nil) ? nil : ids.compactMap(\.self)
    }

    /// Returns the amounts of a schedule, or nil after reporting what cannot be placed in the horizon.
    func schedule(_ node: DocumentNode) -> AmountSchedule? {
        let horizon = document.horizon
        let knowsHorizon = document.root["horizon"]?["start"]?.date != nil
        if case .list = node.content {
            let amounts = node.items.compactMap(\.decimal)
            guard amounts.count == node.items.count else { return nil }
            for item in node.items { checkMinorUnits(item) }
            guard !knowsHorizon || amounts.count == horizon.years else {
                document.problems.append(
                    node.problem(
                        .wrongLength, "the schedule has \(amounts.count) amounts",
                        because:
                            "the horizon has \(horizon.years) years, and a list has one for each",
                        hint: "write 0 for a year without, or name the years: "
                            + "`{\(horizon.start.year): …}`"))
                return nil
            }
            return .studyYears(amounts)
        }
        var entries: [AmountSchedule.Entry] = []
        for entry in node.entries {
            guard let amount = entry.value.decimal,
                let time = scheduleTime(entry, in: knowsHorizon ? horizon : nil)
            else { return nil }
            checkMinorUnits(entry.value)
            entries.append(AmountSchedule.Entry(time, amount))
        }
        return .dated(entries)
    }

    private func scheduleTime(
        _ entry: DocumentEntry, in horizon: Horizon?
    ) -> AmountSchedule.Time? {
        guard let day = EvaluationReader.day(entry.key) else { return nil }
        let isYear = entry.key.utf8.count == 4
        if let horizon {
            let year = isYear ? day.year - horizon.start.year + 1 : horizon.year(containing: day)
            // Money of a day before the start is counted at the start.
            guard year <= horizon.years, year >= 1 || !isYear else {
                let last = horizon.start.year + horizon.years - 1
                document.problems.append(
                    Problem(
                        .outsideHorizon, "`\(entry.key)` is outside the horizon",
                        at: entry.keyLocation,
                        because: isYear
                            ? "its years begin in \(horizon.start.year) to \(last)"
                            : "the horizon runs from \(horizon.start) to \(horizon.end)",
                        hint: "correct the year, or the horizon"))
                return nil
            }
        }
        return isYear ? .year(day.year) : .day(day)
    }

    /// Returns growth by one rate a year, or nil where one is none, which its shape reports.
    func growth(_ items: [DocumentNode]) -> Escalation? {
        let rates = items.compactMap(\.growth)
        guard !rates.isEmpty, rates.count == items.count else { return nil }
        return Escalation(ratesPerYear: rates)
    }

    /// Returns the growth that an escalation states, or nil after reporting an index that cannot be had.
    func statedGrowth(_ node: DocumentNode) -> Escalation? {
        if let rate = node["rate"]?.growth { return Escalation(ratePerYear: rate) }
        if let rates = node["rates"]?.items { return growth(rates) }
        guard let name = node["index"], let series = document.index(name) else { return nil }
        return Escalation(
            Indexation(
                series, plus: node["plus"]?.growth ?? .zero, floor: node["floor"]?.growth,
                cap: node["cap"]?.growth))
    }
}
