import OutlayBudgets
import OutlayProblems
import OutlayValues

/// Documents that belong together, to be checked against each other.
///
/// Each has been read by itself; what is missing is not checked.
package struct GovernedSet {
    /// A document with the tree it was read from.
    package struct Entry<Document> {
        /// What it says.
        package var document: Document
        /// The top of its tree.
        package var root: DocumentNode

        /// Creates an entry.
        package init(_ document: Document, _ root: DocumentNode) {
            self.document = document
            self.root = root
        }
    }

    /// The budgets.
    package var budgets: [Entry<Budget>] = []
    /// The policies.
    package var policies: [Entry<Policy>] = []
    /// The organisations.
    package var organisations: [Entry<Organisation>] = []
    /// The vendor registers.
    package var vendors: [Entry<VendorRegister>] = []

    /// Creates a set without documents.
    package init() {}

    /// What does not agree between the documents, those of one document together in file order.
    package var problems: [Problem] {
        budgets.indices.flatMap { problems(ofBudget: $0).inFileOrder }
            + policies.flatMap { problems(of: $0).inFileOrder }
            + organisations.flatMap { problems(of: $0).inFileOrder }
    }
}

// MARK: - Budgets

extension GovernedSet {
    private func problems(ofBudget index: Int) -> [Problem] {
        let entry = budgets[index]
        let places = entry.root.budgetLines
        let people = organisations.isEmpty ? nil : organisations.flatMap(\.document.people)
        let names = people.map { Set($0.map(\.id)) }
        let known = Set(budgets.flatMap { $0.document.lines.map(\.node.id) })
        var found: [Problem] = []
        for line in entry.document.lines {
            guard let place = places[line.node.id.text] else { continue }
            if let owner = line.node.owner, let names, !names.contains(owner) {
                found.append(
                    (place["owner"] ?? place).problem(
                        .notInOrganisation,
                        "\(Problem.quoted(owner.text)) is no person of the organisation",
                        because: "the owner of a line answers for it and gets its notices",
                        hint: Suggestion.hint(
                            for: owner.text, among: names.map(\.text).sorted())))
            }
            if let parent = line.node.parent, !known.contains(parent) {
                found.append(unbudgeted(parent, at: place["parent"] ?? place, known))
            }
            if let other = earlierBudget(of: line.node.id, before: index) {
                found.append(twice(line.node.id, place["id"] ?? place, other))
            }
        }
        return found
    }

    /// Returns where an earlier budget of the same year has the line, or nil.
    private func earlierBudget(of id: NodeID, before index: Int) -> DocumentNode? {
        let year = budgets[index].document.year
        for other in budgets[..<index] where other.document.year == year {
            if let place = other.root.budgetLines[id.text] { return place["id"] ?? place }
        }
        return nil
    }

    private func twice(_ id: NodeID, _ place: DocumentNode, _ other: DocumentNode) -> Problem {
        var there = "another document"
        if case .text(let span) = other.location { there = "\(span.path):\(span.start.line)" }
        return place.problem(
            .lineBudgetedTwice, "\(Problem.quoted(id.text)) has two budgets",
            because: "\(there) budgets it as well, and a line gets its money once a year",
            hint: "leave it out of one of the two")
    }

    private func unbudgeted(
        _ id: NodeID, at place: DocumentNode, _ known: Set<NodeID>
    ) -> Problem {
        place.problem(
            .lineNotBudgeted, "no budget has the line \(Problem.quoted(id.text))",
            because: "what is said of a line holds for one that money is given to",
            hint: Suggestion.hint(for: id.text, among: known.map(\.text).sorted()))
    }
}

extension DocumentNode {
    /// The lines of a budget, those inside others too, by their identifiers.
    fileprivate var budgetLines: [String: DocumentNode] {
        var found: [String: DocumentNode] = [:]
        var open = self["lines"]?.items ?? []
        while let line = open.popLast() {
            if let id = line["id"]?.text { found[id] = line }
            open += line["lines"]?.items ?? []
        }
        return found
    }

    /// Returns the first value below that is `text`, in file order, or nil.
    fileprivate func first(_ text: String) -> DocumentNode? {
        switch content {
        case .scalar(text, _): return self
        case .list(let items):
            for item in items { if let found = item.first(text) { return found } }
        case .map(let entries):
            for entry in entries { if let found = entry.value.first(text) { return found } }
        default: break
        }
        return nil
    }
}

// MARK: - Policies

extension GovernedSet {
    private func problems(of entry: Entry<Policy>) -> [Problem] {
        let policy = entry.document
        var found: [Problem] = []
        if !organisations.isEmpty {
            let asked = policy.deciders + [policy.budget.overrideRole].compactMap(\.self)
            let places = ["tiers", "extra", "routes", "budget"].compactMap { entry.root[$0] }
            found += unheld(asked, among: places, of: "the policy")
        }
        let known = Set(budgets.flatMap { $0.document.lines.map(\.node.id) })
        let register = Set(vendors.flatMap { $0.document.vendors.map(\.id) })
        for (condition, place) in zip(policy.conditions, entry.root["extra"]?.items ?? []) {
            guard let when = place["when"] else { continue }
            for node in condition.nodes where !budgets.isEmpty && !known.contains(node) {
                found.append(unbudgeted(node, at: when["node"]?.first(node.text) ?? when, known))
            }
            for vendor in condition.vendors
            where !vendors.isEmpty && !register.contains(vendor) {
                found.append(
                    (when["vendor"]?.first(vendor.text) ?? when).problem(
                        .vendorNotRegistered,
                        "the register has no vendor \(Problem.quoted(vendor.text))",
                        because: "a condition on a vendor goes by the register's identifiers",
                        hint: Suggestion.hint(
                            for: vendor.text, among: register.map(\.text).sorted())))
            }
        }
        return found
    }

    /// Returns a problem for each role that nobody holds at any time, at the first place it is asked for.
    private func unheld(
        _ roles: [RoleID], among places: [DocumentNode], of asker: String
    ) -> [Problem] {
        let held = Set(
            organisations.flatMap { $0.document.people.flatMap { $0.roles.map(\.role) } })
        var seen: Set<RoleID> = []
        return roles.filter { !held.contains($0) && seen.insert($0).inserted }.compactMap { role in
            let place = places.lazy.compactMap { $0.first(role.text) }.first ?? places.first
            return place?.problem(
                .roleNotHeld, "nobody holds the role \(Problem.quoted(role.text))",
                because: "\(asker) asks for it, and no person of the organisation has it",
                hint: Suggestion.hint(for: role.text, among: held.map(\.text).sorted())
                    ?? "give the role to a person in `people`")
        }
    }
}

// MARK: - Organisations

extension GovernedSet {
    private func problems(of entry: Entry<Organisation>) -> [Problem] {
        let organisation = entry.document
        var found: [Problem] = []
        let people = entry.root["people"]?.items ?? []
        let circles = Self.deputyCircles(organisation)
        let known = Set(budgets.flatMap { $0.document.lines.map(\.node.id) })
        for place in people {
            guard let id = place["id"]?.text, let person = organisation.person(PersonID(known: id))
            else { continue }
            if circles.contains(person.id) {
                found.append(
                    (place["deputies"] ?? place).problem(
                        .deputyCircle,
                        "\(Problem.quoted(id)) and their deputies stand in for each other",
                        because: "while all of them are absent nobody stands in",
                        hint: "add a deputy from outside the circle"))
            }
            guard !budgets.isEmpty else { continue }
            for node in person.roles.flatMap(\.nodes) where !known.contains(node) {
                found.append(
                    unbudgeted(node, at: place["roles"]?.first(node.text) ?? place, known))
            }
        }
        let own = GovernedSet(organisation: entry)
        let matrices = [
            ("roles", organisation.duties.roles, "a duty"),
            ("second", organisation.duties.second, "a second person"),
        ]
        for (field, matrix, use) in matrices {
            guard let place = entry.root["duties"]?[field] else { continue }
            let roles = Duty.allCases.flatMap { matrix[$0] ?? [] }
            found += own.unheld(roles, among: [place], of: use)
        }
        return found
    }

    private init(organisation: Entry<Organisation>) {
        self.init()
        organisations = [organisation]
    }

    /// Returns the people whose deputies, with the deputies of those and so on, come round to them and
    /// lead to nobody outside.
    private static func deputyCircles(_ organisation: Organisation) -> Set<PersonID> {
        let only = organisation.people.compactMap { person in
            person.deputies.count == 1 ? (person.id, person.deputies[0]) : nil
        }
        return Dictionary(only, uniquingKeysWith: { first, _ in first }).circles
    }
}
