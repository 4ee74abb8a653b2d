import OutlayBudgets
import OutlayEncoding
import OutlayProblems
import OutlayValues

/// What was bought, as a release package of the Open Contracting Data Standard 1.1.
///
/// A request is one contracting process; each event that says something new of it is one release: the
/// request is planning, with its quotes tender; the last approval is the award, the order the contract;
/// invoices, credit notes and receipts are implementation; a change order is an amendment with its
/// rationale. Identifiers follow from the names of requests and the numbers of events, dates from the
/// journal, so that the same journal gives the same bytes.
///
/// - Source: Open Contracting Data Standard 1.1.5, release schema and reference.
public enum OCDSPackage {
    /// Returns the package of a journal.
    ///
    /// - Throws: ``ProblemCode/notOpened``, or a ``Problem`` where a vendor register cannot be read.
    public static func json(
        of journal: AuditJournal, by publisher: OCDSPublisher
    ) throws(Problem) -> JSONValue {
        guard let settings = journal.settings else {
            throw Problem(
                .notOpened, "the journal is empty",
                because: "a ledger is opened before anything is bought", hint: "open it first")
        }
        let names = try journal.vendorNames()
        var processes: [RequestID: OCDSProcess] = [:]
        var releases: [JSONValue] = []
        for entry in journal.entries {
            for request in entry.requests {
                var process =
                    processes[request]
                    ?? OCDSProcess(
                        request, publisher: publisher, currency: settings.currency, names: names)
                if let release = process.release(for: entry.event) { releases.append(release) }
                processes[request] = process
            }
        }
        let last = journal.entries.last?.event.recordedMilliseconds ?? 0
        return [
            "uri": .string(publisher.uri), "version": "1.1",
            "publishedDate": .string(RecordedTime.text(last)),
            "publisher": ["name": .string(publisher.name), "uid": .string(publisher.identifier)],
            "releases": .array(releases),
        ]
    }
}
