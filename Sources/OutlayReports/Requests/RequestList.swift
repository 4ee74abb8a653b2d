import OutlayBudgets
import OutlayEncoding
import OutlayProblems
import OutlayValues

/// Requests with where they stand and whom they wait for, for people and programs.
package struct RequestList {
    /// A request of the list.
    package struct Entry {
        /// The request.
        package var request: Request
        /// The number of its draft, where one waits to be submitted.
        package var draft: Int?
        /// Who may decide now.
        package var next: [PersonID]

        /// Reads a request's entry.
        ///
        /// - Throws: A ``Problem`` where the ledger is damaged.
        package init(
            _ request: Request, in reader: some LedgerReader, on date: CalendarDate
        ) throws(Problem) {
            self.request = request
            draft =
                request.state.takesRevisions
                ? try reader.revisions(of: request.id).last { $0.isDraft }?.number : nil
            let waits = request.state == .submitted || request.amendment != nil
            next = waits ? try reader.path(of: request.id, on: date)?.next ?? [] : []
        }
    }

    /// The requests, in the order of their names.
    package var entries: [Entry]
    /// The ledger's currency.
    package var currency: Currency

    /// Creates a list.
    package init(_ entries: [Entry], in currency: Currency) {
        self.entries = entries
        self.currency = currency
    }

    /// The list as `outlay request list` prints it.
    package var report: Report {
        let rows = entries.map { entry in
            let request = entry.request
            let draft = entry.draft.map { $0 == request.revision ? "" : ", r\($0) drafted" } ?? ""
            return Row([
                .text(request.id.text), .text(request.details.title.text),
                .text(request.state.words + (request.amendment == nil ? "" : ", change order")),
                .text("r\(request.revision)\(draft)"),
                .money(request.total.money(in: currency), places: currency.minorUnitPlaces),
                .text(request.requester.text),
                .text(entry.next.map(\.text).joined(separator: ", ")),
                .text(request.expires.map(\.description) ?? ""),
            ])
        }
        let count = entries.count
        return Report(
            title: "\(count) \(count == 1 ? "request" : "requests")", subtitle: currency.code,
            summary: rows.isEmpty
                ? []
                : [
                    .table(
                        Table(
                            columns: [
                                Column("Request"), Column("What", widthHint: 36), Column("State"),
                                Column("Revision"), .number("Total"), Column("Requester"),
                                Column("Waits for"), Column("Until"),
                            ], rows: rows))
                ])
    }

    /// The list for programs.
    package var json: JSONValue {
        [
            "requests": .array(
                entries.map { entry in
                    let request = entry.request
                    return [
                        "id": .string(request.id.text),
                        "title": .string(request.details.title.text),
                        "state": .string(request.state.rawValue),
                        "revision": .integer(request.revision),
                        "draft": entry.draft.map { .integer($0) } ?? .null,
                        "change_order": .bool(request.amendment != nil),
                        "requester": .string(request.requester.text),
                        "vendor": .string(orNull: request.vendor?.text),
                        "total": ResultJSON.money(request.total.money(in: currency)),
                        "next": .strings(entry.next.map(\.text)),
                        "submitted": .string(
                            orNull: request.state == .draft ? nil : request.submitted.description),
                        "expires": .string(orNull: request.expires?.description),
                    ]
                })
        ]
    }
}

extension RequestState {
    /// What readers see.
    package var words: String { rawValue.replacing("_", with: " ") }
}
