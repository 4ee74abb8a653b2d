import ArgumentParser
import Outlay

/// `outlay audit verify`: whether a ledger is whole and the one that it was.
struct AuditVerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Verify the ledger; exit code 6 where it does not hold.",
        discussion: """
            outlay audit verify
            outlay audit verify --anchor anchors/2026-10-31.txt --evidence evidence/

            Follows the chain, replays the journal, compares every row byte for byte, and recounts the balances. \
            The chain alone does not show a journal that was cut off or written anew; anchors that are kept \
            elsewhere do.
            """)

    @Option(
        help: ArgumentHelp(
            "A file of anchors that was kept elsewhere; repeatable.", valueName: "file"))
    var anchor: [String] = []

    @Option(
        help: ArgumentHelp(
            "The folder with the files that the ledger names as evidence.", valueName: "folder"))
    var evidence: String?

    @OptionGroup var ledger: LedgerOptions

    func run() throws {
        try ledger.answer(schema: "audit-verify") { session in
            var anchors: [(path: String, anchor: Anchor)] = []
            for path in anchor {
                anchors += try SQLiteBudgetStore.anchors(inFileAt: path).map { (path, $0) }
            }
            let found = try session.withStore { (store) throws(Problem) in
                (
                    verification: try store.verify(
                        anchors: anchors.map(\.anchor.checkpoint), evidenceFolder: evidence),
                    exports: try store.checkpointExports()
                )
            }
            if let problem = found.verification.problem(of: session.path) { throw problem }
            let settings = try session.read { (reader) throws(Problem) in
                try reader.requireSettings()
            }
            return answer(
                found.verification, found.exports, anchors, settings, session.path,
                try session.auditRemarks())
        }
    }

    private func answer(
        _ found: Verification, _ exports: [CheckpointExport],
        _ anchors: [(path: String, anchor: Anchor)], _ settings: LedgerSettings, _ path: String,
        _ remarks: [Problem]
    ) -> Answer {
        let chain = found.chain == .intact ? "chain intact" : "chain intact but not anchored"
        let head = found.head.description
        var parts = [
            "\(found.events) \(found.events == 1 ? "entry" : "entries"), \(chain), "
                + "head \(head.prefix(12))"
        ]
        parts += anchors.map { _, anchor in
            "anchor \(anchor.exported) (entry \(anchor.checkpoint.sequence)) matches"
        }
        if let evidence = found.evidence { parts.append(evidence.summary) }
        var facts = [
            Fact("Ledger", RichText(settings.ledgerID.text)), Fact("File", .code(path)),
            Fact("Head", .code(head)),
        ]
        if let last = exports.last {
            facts.append(
                Fact(
                    "Last anchor made",
                    RichText(
                        "entry \(last.checkpoint.sequence), "
                            + RecordedTime.text(last.exportedMilliseconds))))
        }
        if found.evidence == nil {
            facts.append(Fact("Evidence", RichText("not looked at: name its folder by --evidence")))
        }
        return Answer(
            schema: "audit-verify",
            report: Report(title: parts.joined(separator: " · "), summary: [.facts(facts)]),
            result: json(found, exports, anchors, settings), findings: remarks,
            inputs: [])
    }

    private func json(
        _ found: Verification, _ exports: [CheckpointExport],
        _ anchors: [(path: String, anchor: Anchor)], _ settings: LedgerSettings
    ) -> JSONValue {
        [
            "ledger": .string(settings.ledgerID.text),
            "chain": .string(found.chain.description), "entries": .integer(found.events),
            "head": .string(found.head.description),
            "anchors": .array(
                anchors.map { path, anchor in
                    [
                        "file": .string(path), "exported": .string(anchor.exported.description),
                        "entry": .integer(anchor.checkpoint.sequence),
                        "hash": .string(anchor.checkpoint.hash.description),
                    ]
                }),
            "exports": .integer(exports.count),
            "evidence": found.evidence.map {
                ["files": .integer($0.count), "matching": .integer($0.matching)]
            } ?? .null,
        ]
    }

    /// The shape of the JSON result.
    static let resultShape = ObjectShape(
        "verification", "A ledger that holds; one that does not is an error.",
        [
            Field("ledger", .text(), "The ledger's name.", required: true),
            Field(
                "chain", .choice(["intact", "intact but not anchored"]), "What the chain proves.",
                required: true),
            Field(
                "entries", .integer(0...Int.max), "How many entries were followed.",
                required: true),
            Field("head", .text(), "The hash of the last one.", required: true),
            Field(
                "anchors",
                .list(
                    of: .object(
                        ObjectShape(
                            "anchor", "An anchor that was kept elsewhere, and matches.",
                            AuditAnchorCommand.anchorFields))), "The anchors, all of which match.",
                required: true),
            Field(
                "exports", .integer(0...Int.max), "How many anchors were made of the ledger.",
                required: true),
            Field(
                "evidence",
                .object(
                    ObjectShape(
                        "evidence", "The files that the ledger names.",
                        [
                            Field(
                                "files", .integer(0...Int.max), "How many are named.",
                                required: true),
                            Field(
                                "matching", .integer(0...Int.max),
                                "How many have the bytes that were named.", required: true),
                        ])), "The evidence; null where it was not looked at."),
        ])
}
