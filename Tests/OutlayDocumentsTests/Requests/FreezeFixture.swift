import Foundation
import Outlay
import OutlayDocuments

/// Freezes documents that come with the tool, and keeps a ledger to submit to.
enum FreezeFixture {
    static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static let paths: [String] = {
        let folder = root.appending(path: "catalogs/evaluations").path
        let shipped = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return shipped.filter { $0.hasSuffix(".yaml") }.sorted()
            .map { "catalogs/evaluations/" + $0 }
            + ["Examples/helpdesk/helpdesk.yaml", "Examples/panel/intranet.yaml"]
    }()

    static let files = DocumentFiles(
        read: { path throws(Problem) in
            guard let data = FileManager.default.contents(atPath: path) else {
                throw Problem(
                    .unreadableFile, "no file", at: .file(path), because: "a test asks for it")
            }
            return Array(data)
        },
        list: { folder throws(Problem) in
            ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
        })

    static func text(_ path: String) throws -> String {
        String(decoding: try files.read(root.appending(path: path).path), as: UTF8.self)
    }

    /// Freezes the document at `path`, changed as a text by `edit`.
    static func freeze(
        _ path: String, edit: (String) -> String = { $0 }
    ) throws -> EvaluationFreeze {
        try EvaluationFreeze(
            reading: Array(edit(text(path)).utf8), path: root.appending(path: path).path,
            files: files,
            catalogues: CatalogueLibrary(
                folder: root.appending(path: "catalogs").path, files: files))
    }

    static func day(_ text: String) -> CalendarDate {
        do {
            return try CalendarDate(parsing: text)
        } catch {
            preconditionFailure("\(text): \(error.summary)")
        }
    }

    /// A ledger with many open years.
    static func ledger(_ currency: Currency) throws -> Books {
        var books = Books(approvalRules: DocumentApprovalRules())
        let settings = LedgerSettings(
            ledgerID: "test", currency: currency, calendar: .calendarYear)
        _ = try books.execute(
            OpenLedger(settings, years: Array(2000...2060)),
            context: CommandContext(
                actor: PersonID("ana"), moment: LedgerMoment(on: day("2026-11-20"))))
        return books
    }

    /// Freezes the purchase of an option of a frozen document.
    static func revision(
        _ freeze: EvaluationFreeze, _ option: String, asOf: String = "2026-11-20",
        under terms: PurchaseTerms = PurchaseTerms()
    ) throws -> FrozenRevision {
        let purchase = try PurchaseCase(
            try freeze.evaluation.run(asOf: day(asOf)),
            choosing: .award(option, reason: "a test"), under: terms)
        return try FrozenRevision(
            purchase,
            submission: purchase.submission(
                RequestID("R1"), in: ledger(terms.rate?.to ?? purchase.currency)),
            inputs: freeze.inputs)
    }
}
