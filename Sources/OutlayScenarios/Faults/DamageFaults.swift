import Foundation
import GRDB
import Outlay

/// F5 and F8: files that were damaged, altered, or written by other versions.
enum DamageFaults {
    /// Damages a copy in many ways; each must be named, with exit code 6.
    static func run(_ report: FaultReport) throws(Problem) {
        let folder = try TemporaryFolder()
        let path = folder.path("whole.db")
        let store = try RaceLedger.plain(at: path)
        for number in 0..<60 { try RaceLedger.submit("d\(number)", to: store) }
        let anchor = try store.checkpoint()
        let live = folder.path("live.db")
        try FileReading.write(FileReading.bytes(of: path), to: live)
        try FileReading.write(FileReading.bytes(of: path + "-wal"), to: live + "-wal")
        try store.close()
        let whole = try FileReading.bytes(of: path)

        func expect(_ name: String, _ change: (inout [UInt8]) -> Void) throws(Problem) {
            var bytes = whole
            change(&bytes)
            try judge(name, bytes, nil)
        }
        func judge(_ name: String, _ bytes: [UInt8], _ log: [UInt8]?) throws(Problem) {
            let place = folder.path("damaged.db")
            for ending in ["", "-wal", "-shm"] { TemporaryFolder.remove(place + ending) }
            try FileReading.write(bytes, to: place)
            if let log { try FileReading.write(log, to: place + "-wal") }
            report.damage("F5 \(name)", place, anchor)
        }
        try expect("header") { $0.replaceSubrange(0..<8, with: Array("garbage!".utf8)) }
        try expect("page") {
            $0.replaceSubrange(4096 * 3..<4096 * 3 + 12, with: [UInt8](repeating: 255, count: 12))
        }
        try expect("file cut in half") { $0.removeLast($0.count / 2 / 4096 * 4096) }
        var log = try FileReading.bytes(of: live + "-wal")
        log[log.count / 2] ^= 1
        try judge("log damaged in the middle", try FileReading.bytes(of: live), log)
        log = try FileReading.bytes(of: live + "-wal")
        log[log.count - 100] ^= 1
        try judge("log damaged at its tail", try FileReading.bytes(of: live), log)
        let changes = [
            ("flipped amount", "UPDATE balance SET reserved = reserved + 1 WHERE node = 'L0'"),
            (
                "flipped amount of a posting",
                "UPDATE posting SET amount = amount + 1 WHERE number = 1"
            ),
            ("deleted row", "DELETE FROM request_line WHERE request = 'd7'"),
            ("deleted event", "DELETE FROM event WHERE sequence = 20"),
            ("altered request", "UPDATE request SET state = 'approved' WHERE id = 'd9'"),
        ]
        for (name, sql) in changes {
            let place = folder.path("altered.db")
            for ending in ["", "-wal", "-shm"] { TemporaryFolder.remove(place + ending) }
            try FileReading.write(whole, to: place)
            try Self.sql(sql, place)
            report.damage("F5 \(name)", place, anchor)
        }
        for kind in [Scenario.Tampering.truncate, .rewriteAll] {
            let place = folder.path("altered.db")
            for ending in ["", "-wal", "-shm"] { TemporaryFolder.remove(place + ending) }
            try FileReading.write(whole, to: place)
            try JournalTampering.alter(place, kind, at: 30)
            report.damage("F5 journal, \(kind.rawValue)", place, anchor)
        }
    }

    /// Opens files of an older and a newer version, and of another program.
    static func versions(_ report: FaultReport) throws(Problem) {
        let folder = try TemporaryFolder()
        let path = folder.path("version.db")
        let store = try RaceLedger.plain(at: path)
        try RaceLedger.submit("old", to: store)
        let head = try store.checkpoint()
        try store.close()
        let older = folder.path("older.db")
        try FileReading.write(FileReading.bytes(of: path), to: older)
        try sql(
            "DROP TABLE checkpoint; DROP TABLE imported_actual; DROP TABLE delegation; "
                + "ALTER TABLE framework DROP COLUMN approved_by; ALTER TABLE framework DROP COLUMN agreed; "
                + "DROP INDEX request_number; DROP INDEX request_line_holding; "
                + "CREATE INDEX request_line_held ON request_line (node) "
                + "WHERE reserved > 0 OR committed > 0; "
                + "PRAGMA user_version = 1", older)
        let kept = try FileReading.bytes(of: older)
        try RaceLedger.submit("new", to: try RaceLedger.open(older))
        let fault = RaceLedger.fault(at: older, holding: ["old", "new"], anchor: head)
        let isKept = try FileReading.bytes(of: older + ".schema-1").count == kept.count
        report.add(
            "F8 older tables", fault == nil && isKept,
            (fault ?? "brought up to date on a copy, verified and written to")
                + ", the file of before is \(isKept ? "kept" : "LOST")")
        for (name, pragma, wanted) in [
            ("F8 newer tables", "PRAGMA user_version = 99", ProblemCode.newerLedger),
            ("F8 another program's file", "PRAGMA application_id = 7", .notALedger),
        ] {
            let copy = folder.path("copy.db")
            TemporaryFolder.remove(copy)
            try FileReading.write(FileReading.bytes(of: path), to: copy)
            try sql(pragma, copy)
            let before = try FileReading.bytes(of: copy)
            let code = report.code { () throws(Problem) in _ = try RaceLedger.open(copy) }
            let isSame = try FileReading.bytes(of: copy) == before
            report.add(
                name, code == wanted && isSame,
                "\(code?.rawValue ?? "opened"), the file is \(isSame ? "as it was" : "CHANGED")")
        }
    }

    private static func sql(_ sql: String, _ path: String) throws(Problem) {
        do {
            var configuration = Configuration()
            configuration.foreignKeysEnabled = false
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            try queue.write { try $0.execute(sql: sql) }
            try queue.close()
        } catch {
            throw Problem(
                .unwritableFile, "the copy could not be altered", at: .file(path),
                because: "a copy is altered by SQL", underlying: String(describing: error))
        }
    }
}

extension FaultReport {
    /// Looks for damage in the ledger at `path`: it must be named, with the exit code of damage.
    fileprivate func damage(_ fault: String, _ path: String, _ anchor: Checkpoint) {
        var found: Problem?
        do throws(Problem) {
            let store = try SQLiteBudgetStore.openForReading(
                path, approvalRules: DocumentApprovalRules())
            found = try store.verify(anchor: anchor).problem(of: path)
        } catch {
            found = error
        }
        let name = found.map { "\($0.code.rawValue), \($0.reason)" } ?? "NOT FOUND"
        add(fault, found?.code.outcome == .damaged, name)
    }
}
