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
        return Report(
            title: "Contracts that end or go on within \(days) days",
            subtitle: "as of \(date)",
            summary: rows.isEmpty
                ? [.paragraph("There are none.")]
                : [
                    .table(
                        Table(
                            columns: [
                                Column("Request"), Column("What", widthHint: 36), Column("Vendor"),
                                Column("Notice by"), Column("Ends"), Column("Then"),
                                .number("Contract"), Column(""),
                            ], rows: rows))
                ])
    }

    /// The list for programs.
    public var json: JSONValue {
        [
            "within_days": .integer(days),
            "renewals": .array(
                renewals.map { renewal in
                    [
                        "request": .string(renewal.request.text),
                        "title": .string(renewal.title.text),
                        "vendor": .string(orNull: renewal.vendor?.text),
                        "requester": .string(renewal.requester.text),
                        "end": .string(renewal.end.description),
                        "notice": .string(orNull: renewal.notice?.description),
                        "renews": .bool(renewal.renewsAutomatically),
                        "notice_passed": .bool(renewal.isNoticePassed(on: date)),
                        "contract_value": ResultJSON.money(renewal.contractValue),
                    ]
                }),
        ]
    }
}

extension ContractRenewal {
    fileprivate func state(on date: CalendarDate) -> String {
        if isNoticePassed(on: date) { return "goes on, notice passed" }
        return renewsAutomatically ? "goes on unless cancelled" : "ends"
    }
}
