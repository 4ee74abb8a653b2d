import OutlayBudgets
import OutlayEncoding
import OutlayProblems
import OutlayValues

extension ContractDates {
    /// The dates as a frozen revision keeps them.
    var json: JSONValue {
        [
            "break_months": breakMonths.map { .integer($0) } ?? .null,
            "metered": .strings(metered.map(\.text)),
            "months": .integer(months),
            "notice_days": noticeDays.map { .integer($0) } ?? .null,
            "renewal_count": .integer(renewalCount),
            "renewal_months": .integer(renewalMonths),
            "renews": .bool(renewsAutomatically),
            "start": .string(start.description),
            "yearly_renewal": .array(
                yearlyRenewal.sorted { $0.key < $1.key }.map {
                    .strings([$0.key.text, $0.value.amount.description])
                }),
        ]
    }

    /// Reads what ``json`` wrote.
    ///
    /// - Throws: ``ProblemCode/badFreeze`` for anything else.
    init(frozen fields: FrozenFields, _ currency: Currency) throws(Problem) {
        func count(_ key: String) throws(Problem) -> Int? {
            fields[key] == nil ? nil : try fields.integer(key)
        }
        var yearly: [NodeID: Money] = [:]
        for element in try fields.elements("yearly_renewal") {
            guard case .array(let pair) = element, pair.count == 2,
                case .string(let name) = pair[0],
                case .string(let amount) = pair[1]
            else { throw FrozenFields.damaged("`yearly_renewal` is no list of amounts") }
            yearly[try NodeID(name)] = Money(try ExactDecimal(parsing: amount), currency)
        }
        var metered: [NodeID] = []
        for element in try fields.elements("metered") {
            guard case .string(let name) = element else {
                throw FrozenFields.damaged("`metered` is no list of lines")
            }
            metered.append(try NodeID(name))
        }
        guard case .bool(let renews)? = fields["renews"] else {
            throw FrozenFields.damaged("`renews` is missing")
        }
        let months = try fields.integer("months")
        let renewalMonths = try fields.integer("renewal_months")
        guard months >= 1, renewalMonths >= 1 else {
            throw FrozenFields.damaged("a term has at least one month")
        }
        self.init(
            start: try fields.date("start"), months: months,
            renewalCount: try fields.integer("renewal_count"), renewalMonths: renewalMonths,
            breakMonths: try count("break_months"), renewsAutomatically: renews,
            noticeDays: try count("notice_days"), yearlyRenewal: yearly, metered: metered)
    }
}
