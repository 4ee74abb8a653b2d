import Foundation
import Outlay
import Testing

extension TrialLedger {
    /// The request that is asked for where a test needs one.
    static let request = "REQ-2026-031"

    /// Makes a ledger in which the help desk is asked for, and approved by the first of its approvers.
    ///
    /// - Parameters:
    ///   - isSinglePerson: Whether one person has all duties.
    ///   - lie: Changes what was frozen before it is kept, as a tool that lies would.
    /// - Returns: The ledger.
    /// - Throws: What keeps it from being made.
    static func approvedInPart(
        isSinglePerson: Bool = false, lie: (String) -> String = { $0 }
    ) throws -> TrialLedger {
        let ledger = try helpdesk { name, text in
            isSinglePerson && name == "organisation" ? text.singlePerson : text
        }
        try ledger.freeze(request, on: "2026-11-10", lie: lie)
        try ledger.execute("owner.itops", on: "2026-11-12", [Approve(try RequestID(request))])
        return ledger
    }

    /// Freezes the help desk with so many seats as a revision, and submits it where that is asked.
    ///
    /// - Parameters:
    ///   - request: The request.
    ///   - seats: How many seats are asked for.
    ///   - number: The number that the revision gets.
    ///   - isSubmitted: Whether it is submitted as well.
    ///   - day: The day of both.
    ///   - lie: Changes what was frozen before it is kept.
    /// - Throws: What keeps it from being frozen.
    func freeze(
        _ request: String, seats: Int = 65, as number: Int = 1, submitting isSubmitted: Bool = true,
        on day: String = TrialLedger.day, lie: (String) -> String = { $0 }
    ) throws {
        let path = ToolRun.root + "/" + Self.evaluation
        let text = try Self.shipped("helpdesk").replacing(
            "seats: {value: 65", with: "seats: {value: \(seats)")
        let freeze = try EvaluationFreeze(
            reading: Array(text.utf8), path: path,
            files: DocumentFiles(
                read: { path throws(Problem) in
                    throw Problem(.unreadableFile, path, because: "there is none")
                }, list: { _ in [] }))
        let store = try SQLiteBudgetStore.openForReading(
            self.path, approvalRules: DocumentApprovalRules())
        let date = try CalendarDate(parsing: day)
        let id = try RequestID(request)
        let revision = try store.read { (reader) throws(Problem) in
            let purchase = try PurchaseCase(
                freeze.evaluation.run(asOf: date), choosing: .award("northwind"),
                under: PurchaseTerms(policy: reader.policy(inForceOn: date)?.reference))
            return try FrozenRevision(
                purchase, submission: purchase.submission(id, in: reader), inputs: freeze.inputs)
        }
        try store.close()
        let content = lie(revision.content)
        var submit = revision.submission
        submit.revision = RevisionReference(
            number: number, hash: SHA256Value.of(Array(content.utf8)))
        let draft = Draft(revision.submission, content: content)
        try execute("pm.support", on: day, isSubmitted ? [draft, submit] : [draft])
    }

    /// Freezes the help desk's first option by the tool, and hands it in.
    func submitted(_ request: String, on day: String = TrialLedger.day) -> [ToolRun] {
        [
            run(
                ["request", "create", Self.evaluation, "--option", "northwind", "--id", request],
                as: "pm.support", on: day),
            run(["request", "submit", request], as: "pm.support", on: day),
        ]
    }

    /// Changes a text of the file past the tool, to another one of its length.
    func alter(_ text: String, _ other: String) throws {
        var bytes = Array(try Data(contentsOf: URL(filePath: path)))
        let (old, new) = (Array(text.utf8), Array(other.utf8))
        try #require(old.count == new.count)
        var changes = 0
        for start in 0...(bytes.count - old.count)
        where bytes[start] == old[0] && bytes[start..<(start + old.count)].elementsEqual(old) {
            bytes.replaceSubrange(start..<(start + old.count), with: new)
            changes += 1
        }
        try #require(changes > 0, "\(text)")
        try Data(bytes).write(to: URL(filePath: path))
    }
}

extension String {
    /// The organisation of a small firm.
    var singlePerson: String {
        guard let duties = range(of: "duties:") else { return self }
        return self[..<duties.lowerBound] + "duties: single-person\n"
    }
}
