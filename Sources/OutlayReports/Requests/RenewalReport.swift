import OutlayBudgets
import OutlayEncoding
import OutlayEvaluations
import OutlayValues

/// The contracts that end or go on soon, for people and for calendars.
public struct RenewalList: Sendable {
    /// The contracts, the earliest deadline first.
    public var renewals: [ContractRenewal]
    /// The day that they are looked at.
    public var date: CalendarDate
    /// The days that are looked ahead.
    public var days: Int

    /// Creates a list.
    public init(_ renewals: [ContractRenewal], on date: CalendarDate, within days: Int) {
        self.renewals = renewals
        self.date = date
        self.days = days
    }

    /// The list as `outlay contract renewals` prints it.
    public var report: Report {
        Report(
            title: "Contracts that end or go on within \(days) days", subtitle: "as of \(date)",
            summary: [ContractRenewal.block(renewals, on: date)])
    }

    /// The list for programs.
    public var json: JSONValue {
        [
            "within_days": .integer(days),
            "renewals": .array(renewals.map { $0.json(on: date) }),
        ]
    }
}

/// Every contract that something was bought by, for people and programs.
public struct ContractList: Sendable {
    /// The contracts, by request.
    public var contracts: [ContractRenewal]
    /// The day that they are looked at.
    public var date: CalendarDate

    /// Creates a list.
    public init(_ contracts: [ContractRenewal], on date: CalendarDate) {
        self.contracts = contracts
        self.date = date
    }

    /// The list as `outlay contract list` prints it.
    public var report: Report {
        let count = contracts.count
        return Report(
            title: "\(count) \(count == 1 ? "contract" : "contracts")", subtitle: "as of \(date)",
            summary: [ContractRenewal.block(contracts, on: date)])
    }

    /// The list for programs.
    public var json: JSONValue {
        ["contracts": .array(contracts.map { $0.json(on: date) })]
    }
}

extension ContractRenewal {
    fileprivate static func block(_ renewals: [ContractRenewal], on date: CalendarDate) -> Block {
        guard !renewals.isEmpty else { return .paragraph("There are none.") }
        let rows = renewals.map { renewal in
            Row([
                .text(renewal.request.text), .text(renewal.title.text),
                .text(renewal.vendor?.text ?? ""),
                .text(renewal.notice?.description ?? ""),
                .text(renewal.end.description), .text(renewal.state(on: date)),
                .money(
                    renewal.contractValue, places: renewal.contractValue.currency.minorUnitPlaces),
                .text(renewal.contractValue.currency.code),
            ])
        }
        return .table(
            Table(
                columns: [
                    Column("Request"), Column("What", widthHint: 36), Column("Vendor"),
                    Column("Notice by"), Column("Ends"), Column("Then"), .number("Contract"),
                    Column(""),
                ], rows: rows))
    }

    fileprivate func json(on date: CalendarDate) -> JSONValue {
        [
            "request": .string(request.text), "title": .string(title.text),
            "vendor": .string(orNull: vendor?.text), "requester": .string(requester.text),
            "end": .string(end.description), "notice": .string(orNull: notice?.description),
            "renews": .bool(renewsAutomatically),
            "notice_passed": .bool(isNoticePassed(on: date)),
            "contract_value": ResultJSON.money(contractValue),
        ]
    }

    fileprivate func state(on date: CalendarDate) -> String {
        if end < date { return "ended" }
        if isNoticePassed(on: date) { return "goes on, notice passed" }
        return renewsAutomatically ? "goes on unless cancelled" : "ends"
    }
}
