import Foundation
import OutlayBudgets
import OutlayEncoding
import OutlayProblems
import OutlayValues

extension ScenarioPlayer {
    /// Alters a copy of the journal and says what verification sees without and with a checkpoint.
    func tamper(_ operation: JSONValue) throws -> String {
        let event = Int(sequences[Int(operation["seq"].integer ?? 1) - 1]) - 1
        let journal = try Self.altered(books.events, operation["kind"].text ?? "", at: event)
        func verdict(_ anchor: Checkpoint?) -> String {
            let found = Verification(
                of: journal, rows: books.rowText(), anchors: anchor.map { [$0] } ?? [],
                approvalRules: books.approvalRules)
            if case .broken = found.chain { return "broken" }
            return "ok"
        }
        return "chain:\(verdict(nil)) anchor:\(verdict(try books.checkpoint()))"
    }

    private static func altered(
        _ events: [StoredEvent], _ kind: String, at index: Int
    ) throws -> [StoredEvent] {
        var journal = events
        switch kind {
        case "edit": journal[index].bytes = forged(journal[index].bytes)
        case "edit_rehash_one":
            journal[index].bytes = forged(journal[index].bytes)
            journal[index].hash = SHA256Value.link(
                index > 0 ? journal[index - 1].hash : .zero, journal[index].bytes)
        case "delete": journal.remove(at: index)
        case "swap": journal.swapAt(index, index + 1)
        case "truncate": journal.removeSubrange(index...)
        case "rewrite_all":
            journal[index].bytes = forged(journal[index].bytes)
            var hash = index > 0 ? journal[index - 1].hash : .zero
            for place in index..<journal.count {
                hash = SHA256Value.link(hash, journal[place].bytes)
                journal[place].hash = hash
            }
        default: throw Failure(description: "unknown kind \(kind)")
        }
        return journal
    }

    /// Changes one digit of an amount.
    private static func forged(_ bytes: [UInt8]) -> [UInt8] {
        var text = String(decoding: bytes, as: UTF8.self)
        if let range = text.range(of: "0000,") ?? text.range(of: "0000]") {
            text.replaceSubrange(range.lowerBound...range.lowerBound, with: "1")
        }
        return Array(text.utf8)
    }

    /// Says what was available on a day, as known after an operation.
    func asOf(_ operation: JSONValue) throws -> String {
        let known = operation["known_seq"].integer.map { sequences[Int($0) - 1] }
        let line = try books.balance(
            of: NodeID(known: operation["line"].text ?? ""), in: PeriodID(year: Self.year),
            asOf: lastDate, knownAfter: known)
        return "available=\(line.available.text(in: currency)) "
            + "enc=\(line.committed.text(in: currency)) act=\(line.actual.text(in: currency))"
    }
}
