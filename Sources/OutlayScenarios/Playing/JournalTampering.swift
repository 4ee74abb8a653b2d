import Foundation
import GRDB
import Outlay

/// Alters a ledger file behind the engine's back, as somebody with a database tool would.
enum JournalTampering {
    /// Alters the event number `sequence` of the file at `path`, or what is behind it.
    static func alter(
        _ path: String, _ kind: Scenario.Tampering, at sequence: Int64
    ) throws(Problem) {
        do {
            var configuration = Configuration()
            configuration.foreignKeysEnabled = false
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            try queue.write { try alter($0, kind, at: sequence) }
            try queue.close()
        } catch {
            throw Problem(
                .unwritableFile, "the copy could not be altered", at: .file(path),
                because: "a copy is altered by SQL", underlying: String(describing: error))
        }
    }

    private static func alter(
        _ database: Database, _ kind: Scenario.Tampering, at sequence: Int64
    ) throws {
        switch kind {
        case .edit: try edit(database, sequence)
        case .editRehashOne:
            try edit(database, sequence)
            try rehash(database, from: sequence, to: sequence)
        case .delete:
            try database.execute(
                sql: "DELETE FROM posting WHERE sequence = ?1", arguments: [sequence])
            try database.execute(
                sql: "DELETE FROM event WHERE sequence = ?1", arguments: [sequence])
        case .swap:
            for (from, to) in [(sequence, -1), (sequence + 1, sequence), (-1, sequence + 1)] {
                try database.execute(
                    sql: "PRAGMA ignore_check_constraints = ON")
                try database.execute(
                    sql: "UPDATE event SET sequence = ?2 WHERE sequence = ?1",
                    arguments: [from, to])
            }
        case .truncate:
            for table in ["posting", "overrun", "evidence", "event"] {
                try database.execute(
                    sql: "DELETE FROM \(table) WHERE sequence >= ?1", arguments: [sequence])
            }
            try moveHead(database)
        case .rewriteAll:
            try edit(database, sequence)
            try rehash(database, from: sequence, to: .max)
            try moveHead(database)
        }
    }

    /// Changes the actor of an event, as a forger would who wants another to have done it.
    private static func edit(_ database: Database, _ sequence: Int64) throws {
        try database.execute(
            sql: """
                UPDATE event SET body = replace(body, '{"actor":"', '{"actor":"x'),
                    actor = 'x' || actor
                WHERE sequence = ?1
                """, arguments: [sequence])
    }

    private static func rehash(_ database: Database, from first: Int64, to last: Int64) throws {
        let before = try Data.fetchOne(
            database, sql: "SELECT hash FROM event WHERE sequence = ?1", arguments: [first - 1])
        var hash = before.flatMap { SHA256Value(Array($0)) } ?? .zero
        let rows = try Row.fetchAll(
            database,
            sql: "SELECT sequence, body FROM event WHERE sequence BETWEEN ?1 AND ?2 "
                + "ORDER BY sequence", arguments: [first, last])
        for row in rows {
            let (sequence, body): (Int64, String) = (row[0], row[1])
            hash = SHA256Value.link(hash, Array(body.utf8))
            try database.execute(
                sql: "UPDATE event SET hash = ?2 WHERE sequence = ?1",
                arguments: [sequence, Data(hash.bytes)])
        }
    }

    private static func moveHead(_ database: Database) throws {
        try database.execute(
            sql: """
                UPDATE chain SET
                    head_sequence = (SELECT coalesce(max(sequence), 0) FROM event),
                    head_hash = (SELECT coalesce(
                        (SELECT hash FROM event ORDER BY sequence DESC LIMIT 1), zeroblob(32)))
                """)
    }
}
