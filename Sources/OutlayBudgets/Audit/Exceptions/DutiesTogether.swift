import OutlayProblems

/// Persons who did two things on one request that are kept apart, or changed the books alone.
public enum DutiesTogether: AuditException {
    /// What the rest of the program needs to know of it.
    public static let descriptor = AuditExceptionDescriptor(
        "conflicting-duties", title: "Conflicting duties in one hand",
        reason: "Who asks, approves, orders, receives and books alone is checked by nobody.",
        source: "GAO-14-704G (2014), 10.03 and 10.12 to 10.14: segregation of duties")

    private struct Conflict: Hashable {
        var person: PersonID
        var duties: String
    }

    /// Returns one finding for each person and pair of duties, and one for each person who made changes that
    /// need two persons without a second one.
    public static func findings(
        in journal: AuditJournal, _ settings: AuditSettings
    ) throws(Problem) -> [AuditFinding] {
        let together = try together(journal)
        let alone = try alone(journal)
        return together + alone
    }

    private static func together(_ journal: AuditJournal) throws(Problem) -> [AuditFinding] {
        var found: [Conflict: (requests: [RequestID], sum: MinorUnits, events: [Int64])] = [:]
        for history in journal.histories {
            guard let request = history.latest else { continue }
            let pairs = try pairs(journal, history)
            for person in Set(history.acts.map(\.person)).sorted() {
                let acts = history.acts.filter { $0.person == person }
                for pair in pairs {
                    let first = acts.filter { $0.kind.duty == pair.first }
                    let second = acts.filter { $0.kind.duty == pair.second }
                    guard !first.isEmpty, !second.isEmpty else { continue }
                    let key = Conflict(
                        person: person,
                        duties: "\(pair.first.rawValue) and \(pair.second.rawValue)")
                    var entry = found[key] ?? ([], .zero, [])
                    entry.requests.append(history.id)
                    entry.sum = try entry.sum + request.total
                    entry.events += (first + second).map(\.sequence)
                    found[key] = entry
                }
            }
        }
        let order = found.sorted { ($0.key.person, $0.key.duties) < ($1.key.person, $1.key.duties) }
        return order.map { key, entry in
            AuditFinding(
                self, key.person.text, "did what is kept apart on the same request",
                [
                    AuditFigure("duties", .text(key.duties)),
                    AuditFigure("count", .count(entry.requests.count)),
                    AuditFigure("sum", .amount(entry.sum)),
                    AuditFigure(
                        "requests", .text(entry.requests.map(\.text).joined(separator: " "))),
                ],
                events: entry.events)
        }
    }

    /// The pairs that are kept apart: under a single person the standard ones, which nothing enforces there.
    private static func pairs(
        _ journal: AuditJournal, _ history: RequestHistory
    ) throws(Problem) -> [DutiesMatrix.Pair] {
        guard let last = history.acts.last else { return [] }
        let duties = try journal.duties(on: last.date)
        return duties.mode == .singlePerson || duties.apart.isEmpty
            ? DutiesMatrix.standardPairs : duties.apart
    }

    private static func alone(_ journal: AuditJournal) throws(Problem) -> [AuditFinding] {
        var found: [PersonID: (kinds: Set<String>, events: [Int64])] = [:]
        for entry in journal.entries {
            let event = entry.event
            guard event.body.kind.needsTwoPersons,
                entry.confirmer == nil || entry.confirmer == entry.person,
                try journal.duties(on: event.effective).mode == .singlePerson
            else { continue }
            var known = found[event.actor] ?? ([], [])
            known.kinds.insert(event.body.kind.rawValue)
            known.events.append(entry.sequence)
            found[event.actor] = known
        }
        return found.sorted { $0.key < $1.key }.map { person, entry in
            AuditFinding(
                self, person.text, "changed the books without a second person",
                [
                    AuditFigure("count", .count(entry.events.count)),
                    AuditFigure("kinds", .text(entry.kinds.sorted().joined(separator: " "))),
                ],
                events: entry.events)
        }
    }
}

extension EventKind {
    /// The duty that an act on a request exercises, or nil.
    fileprivate var duty: Duty? {
        switch self {
        case .submitted, .amended: .request
        case .approved, .rejected, .returned: .approve
        case .ordered: .order
        case .received: .receive
        case .invoiced, .credited: .bookInvoices
        default: nil
        }
    }

    /// Whether it changes the rules or the books themselves.
    fileprivate var needsTwoPersons: Bool {
        switch self {
        case .linesSet, .yearOpened, .allotted, .revised, .lapsed, .transferred, .documentLoaded,
            .periodSet, .carriedForward:
            true
        default: false
        }
    }
}
