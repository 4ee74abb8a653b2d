import OutlayEncoding
import OutlayProblems
import OutlayValues

/// Reads the lines of a budget, those below others too, and finds which do not fit together.
final class BudgetLineReader {
    /// What amounts are in.
    let currency: Currency
    /// The lines so far, in the order of the document.
    private(set) var lines: [BudgetLine] = []
    /// Where each of them stands.
    private var places: [String] = []

    init(currency: Currency) {
        self.currency = currency
    }

    /// Reads a line and those that stand in it; nil where it cannot be read.
    @discardableResult
    func read(_ value: StrictValue, below parent: NodeID?) -> NodeID? {
        value.fields { fields in
            let id: NodeID? = fields.required("id") { $0.name() }
            var node = Node(id ?? NodeID(known: "unread"))
            node.parent = Self.parent(of: node, fields, parent)
            node.title = fields.optional("title", .empty) { $0.ledgerText() }
            node.owner = fields.optional("owner") { $0.name() }
            node.kind = fields.optional("kind", .costCentre) { $0.choice(NodeKind.self) }
            node.expenditure = fields.optional("capex_opex") {
                $0.choice(ExpenditureChoice.self)?.expenditure
            }
            let approved = fields.required("approved") { $0.amount(currency) }
            let accounts =
                fields.optional("accounts") { value in
                    value.distinct(value.list { $0.text(limit: 64) })
                } ?? []
            Self.readControl(into: &node, fields, currency)
            node.phasing = Self.phasing(fields, approved ?? .zero, currency)
            Self.readDays(into: &node, fields)
            if let id, let approved {
                node.id = id
                lines.append(BudgetLine(node, approved: approved, accounts: accounts))
                places.append(value.pointer)
            }
            fields.optional("lines") { value in
                value.list { read($0, below: id ?? node.id) }
            }
            return id
        }
    }

    private static func parent(
        of node: Node, _ fields: StrictFields, _ above: NodeID?
    ) -> NodeID? {
        guard let field = fields["parent"] else { return above }
        let parent: NodeID? = field.name()
        if let above, let parent, parent != above {
            field.report(
                Problem(
                    .badBudgetLine,
                    "\(Problem.quoted(node.id.text)) stands below \(Problem.quoted(above.text))",
                    because: "its parent is said to be \(Problem.quoted(parent.text))",
                    hint: "leave `parent` out of a line that stands in another"))
        }
        return parent ?? above
    }

    private static func readControl(
        into node: inout Node, _ fields: StrictFields, _ currency: Currency
    ) {
        node.control = fields.optional("control", .hard) { $0.choice(ControlMode.self) }
        node.warnLevel = fields.optional("warn_at") { $0.share() }
        fields.reportExclusive(["block_at", "tolerance"])
        node.tolerance = fields.optional("tolerance", .zero) { $0.share() }
        if let field = fields["block_at"], let share = field.share() {
            if let beyond = try? BasisPoints(share.count - 10_000) {
                node.tolerance = beyond
            } else {
                field.report(
                    Problem(
                        .badBudgetLine, "the line blocks below what it is given",
                        because: "`block_at` is 1 where all of `approved` may be used, more with a "
                            + "tolerance",
                        hint: "approve less, or flag it earlier by `warn_at`"))
            }
        }
        node.toleranceAmount = fields.optional("tolerance_amount", .zero) {
            $0.amount(currency)
        }
    }

    private static func readDays(into node: inout Node, _ fields: StrictFields) {
        node.validFrom = fields.optional("valid_from") { $0.date() }
        node.validTo = fields.optional("valid_to") { $0.date() }
        if let first = node.validFrom, let last = node.validTo, last < first {
            fields["valid_to"]?.report(
                Problem(
                    .outOfRange, "it ends on \(last), before it begins",
                    because: "its first day is \(first), and `valid_to` is its last"))
        }
    }
}

// MARK: - Phasing

extension BudgetLineReader {
    /// Reads `periods` and `scope`: a division in even parts, or what each quarter or month gets.
    private static func phasing(
        _ fields: StrictFields, _ approved: MinorUnits, _ currency: Currency
    ) -> Phasing {
        let scope = fields.optional("scope") { $0.choice(ControlScope.self) }
        guard let field = fields["periods"] else {
            checkScope(scope, .yearly, fields)
            return .none
        }
        var phasing = Phasing(division: .yearly, weights: [], scope: scope ?? .year)
        if case .array = field.value {
            guard let parts = field.list({ $0.decimal() }) else { return phasing }
            switch parts.count {
            case 4: phasing.division = .quarterly
            case 12: phasing.division = .monthly
            default:
                field.report(
                    Problem(
                        .wrongLength, "`periods` has \(parts.count) parts",
                        because: "a year has 4 quarters or 12 months",
                        hint: "give 4 or 12 amounts, or write `quarterly`"))
                return phasing
            }
            phasing.weights = weights(parts, approved, currency, field)
        } else {
            phasing.division =
                field.choice(PeriodChoice.self).map(\.division) ?? .yearly
        }
        checkScope(scope, phasing.division, fields)
        return phasing
    }

    private static func checkScope(
        _ scope: ControlScope?, _ division: FiscalDivision, _ fields: StrictFields
    ) {
        guard let scope, scope != .year, division == .yearly else { return }
        fields["scope"]?.report(
            Problem(
                .badBudgetLine, "an annual line has no periods to bind over",
                because: "`scope: \(scope.rawValue)` looks at the periods of a year",
                hint: "add `periods: quarterly` or `periods: monthly`"))
    }

    /// Returns the weights of the parts, which add up to what is approved, or to 1; none for even parts.
    private static func weights(
        _ parts: [ExactDecimal], _ approved: MinorUnits, _ currency: Currency,
        _ field: StrictValue
    ) -> [ExactDecimal] {
        do throws(Problem) {
            var sum = ExactDecimal.zero
            for part in parts { sum = try sum + part }
            let whole = approved.money(in: currency).amount
            guard sum == whole || sum == .one else {
                throw Problem(
                    .badBudgetLine, "the periods add up to \(sum)",
                    because: "\(whole) is approved; they add up to that, or as shares to 1",
                    hint: "correct one of them")
            }
            if sum == whole {
                for part in parts { _ = try MinorUnits(Money(part, currency)) }
            }
            return sum.isZero ? [] : parts
        } catch {
            field.report(error)
            return []
        }
    }
}

// MARK: - Whether they fit together

extension BudgetLineReader {
    /// Records lines that stand twice, and those that are below themselves.
    func reportMisfits(to value: StrictValue) {
        var first: [NodeID: String] = [:]
        for (line, place) in zip(lines, places) {
            guard let earlier = first[line.node.id] else {
                first[line.node.id] = place
                continue
            }
            value.report(
                Problem(
                    .lineBudgetedTwice, "\(Problem.quoted(line.node.id.text)) has two budgets",
                    at: .part(place + "/id"),
                    because:
                        "it is budgeted at `\(earlier)` as well, and a line gets its money once a "
                        + "year", hint: "add the two up, or give one of them another id"))
        }
        let parents = Dictionary(
            lines.compactMap { line in line.node.parent.map { (line.node.id, $0) } },
            uniquingKeysWith: { first, _ in first })
        let circles = parents.circles
        for (line, place) in zip(lines, places) where circles.contains(line.node.id) {
            value.report(
                Problem(
                    .badBudgetLine, "\(Problem.quoted(line.node.id.text)) stands below itself",
                    at: .part(place + "/parent"),
                    because: "the lines above a line end at one without a parent"))
        }
    }
}
