extension ProblemCode {
    /// The rules of the file that a ledger is kept in.
    var ledgerFileRule: ProblemRule {
        switch self {
        case .ledgerBusy:
            ProblemRule(
                "another process writes to the ledger",
                "One command is written at a time. The wait has an end, so that a process that stopped in the "
                    + "middle holds nobody up for ever. Nothing of the command was done; try again."
            )
        case .notALedger:
            ProblemRule(
                "the database belongs to another program",
                "A ledger says in its first bytes that it is one. Another program's file is not touched."
            )
        case .newerLedger:
            ProblemRule(
                "the ledger was written by a newer version",
                "Its tables may mean something that this version does not know. Use the newer version."
            )
        case .olderLedger:
            ProblemRule(
                "the ledger was written by an older version",
                "Reading changes nothing, so an older ledger is brought up to date when it is next opened for "
                    + "writing: on a copy beside it, which then takes its place.")
        case .ledgerNotWritable:
            ProblemRule(
                "the ledger cannot be written",
                "Writing needs the file and its folder, where SQLite keeps its log. Reports need neither."
            )
        case .diskFull:
            ProblemRule(
                "the disk is full",
                "Nothing of the command was kept, and what was acknowledged before it is safe. Make room and "
                    + "try again; the same idempotency key makes sure that nothing is done twice.")
        case .networkFileSystem:
            ProblemRule(
                "the ledger lies on a network file system",
                "Locks and syncs there may mean nothing, and then money is spent twice or lost. A ledger lives "
                    + "on one host.")
        case .durabilityRefused:
            ProblemRule(
                "the ledger cannot be kept safe from a power cut",
                "Every acknowledged command is on the disk. Where the settings for that do not hold, nothing is "
                    + "written at all.")
        case .badAnchor:
            ProblemRule(
                "a file of anchors says something else",
                "An anchor is one line: the format and its version, the day, the number of the event, its "
                    + "hash and the ledger. It is read as it was exported, or not at all.")
        case .evidenceDiffers:
            ProblemRule(
                "evidence is missing or altered",
                "The ledger keeps the SHA-256 of every file that backs an event. A file that hashes otherwise "
                    + "is not the one that was looked at.")
        default: ledgerIntegrityRule
        }
    }

    private var ledgerIntegrityRule: ProblemRule {
        switch self {
        case .ledgerReplaced:
            ProblemRule(
                "the ledger was replaced while it was open",
                "What would be written to the old file would be lost with it. Open the ledger again."
            )
        case .missingLog:
            ProblemRule(
                "the ledger's write-ahead log is missing",
                "While a ledger is in use its last events stand in a second file, whose name ends in -wal. A "
                    + "copy of the first file alone lacks them. Copy with a backup, or close the ledger first."
            )
        case .damagedLog:
            ProblemRule(
                "the ledger's write-ahead log is damaged",
                "An entry that was whole is no more, though others stand behind it. SQLite would drop all of "
                    + "them without a word, acknowledged events among them. Restore a backup.")
        case .brokenChain:
            ProblemRule(
                "the journal was altered",
                "Each event carries the hash of the one before. The first event whose hash does not fit is "
                    + "named: it, or the one before it, was changed, moved or removed.")
        case .anchorMismatch:
            ProblemRule(
                "the journal is not the one that was anchored",
                "A checkpoint kept elsewhere says which hash an event had. The chain alone cannot tell a "
                    + "journal that was cut off at its end, or wholly rewritten; the checkpoint can."
            )
        case .rowsDiffer:
            ProblemRule(
                "the tables do not follow from the journal",
                "Every balance and state is what the events make of it. A row that is not was changed behind "
                    + "the ledger's back.")
        default:
            ProblemRule(
                "the ledger is damaged",
                "The file does not hold what a ledger holds, or contradicts itself. Keep it as it is, and "
                    + "restore a backup.")
        }
    }
}
