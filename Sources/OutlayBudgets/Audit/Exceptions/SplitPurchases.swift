import OutlayProblems
import OutlayValues

/// Purchases from one vendor group within some days that together reach a higher tier than each alone.
public enum SplitPurchases: AuditException {
    /// What the rest of the program needs to know of it.
    public static let descriptor = AuditExceptionDescriptor(
        "split-purchases", title: "Purchases that may be one, split",
        reason: "Parts of one purchase take a shorter path of approval than the whole would.",
        source: "FAR 13.003(c)(2): requirements are not broken down to stay below a threshold")

    private struct Purchase {
        var history: RequestHistory
        var request: Request
        var total: MinorUnits
    }

    /// Returns each longest run of purchases from one vendor group within the settings' days that together
    /// reach a higher tier than the largest of them.
    public static func findings(
        in journal: AuditJournal, _ settings: AuditSettings
    ) throws(Problem) -> [AuditFinding] {
        var found: [AuditFinding] = []
        for (party, purchases) in try parties(journal) {
            var reported = 0
            for first in purchases.indices {
                let start = purchases[first].request.submitted
                let end =
                    purchases[first...].firstIndex {
                        start.days(until: $0.request.submitted) > settings.splitDays
                    } ?? purchases.count
                guard end > reported, end - first > 1 else { continue }
                let run = Array(purchases[first..<end])
                guard let finding = try finding(party, run, journal) else { continue }
                reported = end
                found.append(finding)
            }
        }
        return found
    }

    /// Returns the purchases of each vendor group, by day; those that came to nothing are left out.
    private static func parties(
        _ journal: AuditJournal
    ) throws(Problem) -> [(party: [VendorID], purchases: [Purchase])] {
        var grouped: [(party: [VendorID], purchases: [Purchase])] = []
        for history in journal.histories {
            guard let request = history.latest, let vendor = request.vendor,
                ![.withdrawn, .rejected, .returned, .expired].contains(request.state)
            else { continue }
            let party = try journal.vendors(on: request.submitted).party(of: vendor).sorted()
            let purchase = Purchase(
                history: history, request: request,
                total: max(request.total, request.details.contractValue ?? .zero))
            if let index = grouped.firstIndex(where: { $0.party.contains(vendor) }) {
                grouped[index].purchases.append(purchase)
                grouped[index].party = Array(Set(grouped[index].party + party)).sorted()
            } else {
                grouped.append((party, [purchase]))
            }
        }
        grouped.sort { $0.party.lexicographicallyPrecedes($1.party) }
        return grouped.map { party, purchases in
            (
                party,
                purchases.sorted {
                    ($0.request.submitted, $0.history.id) < ($1.request.submitted, $1.history.id)
                }
            )
        }
    }

    private static func finding(
        _ party: [VendorID], _ run: [Purchase], _ journal: AuditJournal
    ) throws(Problem) -> AuditFinding? {
        guard let last = run.last, let first = run.first,
            let policy = try journal.policy(last.request.approval.policy)
        else { return nil }
        var (sum, largest) = (MinorUnits.zero, MinorUnits.zero)
        for purchase in run {
            sum = try sum + purchase.total
            largest = max(largest, purchase.total)
        }
        guard policy.tier(of: sum) > policy.tier(of: largest) else { return nil }
        let end = policy.tiers[policy.tier(of: largest)].below
        var people: [String] = []
        for purchase in run where !people.contains(purchase.request.requester.text) {
            people.append(purchase.request.requester.text)
        }
        return AuditFinding(
            self, party.map(\.text).joined(separator: " "),
            "\(run.count) purchases together reach a tier that none reaches alone",
            [
                AuditFigure("requests", .text(run.map(\.history.id.text).joined(separator: " "))),
                AuditFigure("count", .count(run.count)), AuditFigure("sum", .amount(sum)),
                AuditFigure("largest", .amount(largest)),
                AuditFigure("tier_end", .amount(end ?? largest)),
                AuditFigure("first_day", .date(first.request.submitted)),
                AuditFigure("last_day", .date(last.request.submitted)),
                AuditFigure("requesters", .text(people.joined(separator: " "))),
            ],
            events: run.compactMap { $0.history.states.first?.sequence })
    }
}
