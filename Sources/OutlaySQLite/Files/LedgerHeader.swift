import OutlayProblems

/// What the first bytes of a ledger file say, read without SQLite and without touching the file.
///
/// - Source: "Database File Format", sqlite.org/fileformat2.html, section 1.3, read 2026-11-23.
struct LedgerHeader: Sendable, Hashable {
    /// The number by which a file says that it is a ledger of Outlay: `OUTL`.
    static let applicationID: UInt32 = 0x4F55_544C

    /// The number of the last migration that made the file's tables.
    let schemaVersion: Int
    /// Whether the file is written through a write-ahead log.
    let usesWriteAheadLog: Bool

    /// Reads the header of the file at `path`.
    ///
    /// - Throws: ``ProblemCode/unreadableFile``, ``ProblemCode/damagedLedger`` where it is not a
    ///   database, ``ProblemCode/notALedger`` where it is another program's.
    init(ofFileAt path: String) throws(Problem) {
        switch FileSystem.kind(of: path) {
        case .none: throw FileSystem.unreadable(path)
        case .other:
            throw Problem(
                .unreadableFile, "\(Problem.quoted(path, limit: 200)) is not a file",
                at: .file(path), because: "a ledger is one regular file")
        case .file: break
        }
        guard let bytes = FileSystem.bytes(of: path, count: 100) else {
            throw FileSystem.unreadable(path)
        }
        guard bytes.count == 100, bytes.starts(with: Array("SQLite format 3\0".utf8)) else {
            throw Problem(
                .damagedLedger, "\(Problem.quoted(path, limit: 200)) is not a ledger, or damaged",
                at: .file(path),
                because: "its first bytes are not those of an SQLite database",
                hint: "check the path; restore a backup if it is the ledger")
        }
        func number(at offset: Int) -> UInt32 {
            bytes[offset..<offset + 4].reduce(0) { $0 << 8 | UInt32($1) }
        }
        guard number(at: 68) == Self.applicationID else {
            throw Problem(
                .notALedger, "\(Problem.quoted(path, limit: 200)) is not a ledger of Outlay",
                at: .file(path),
                because:
                    "its application id is \(number(at: 68)), a ledger's \(Self.applicationID)",
                hint: "check the path")
        }
        schemaVersion = Int(number(at: 60))
        usesWriteAheadLog = bytes[18] == 2
    }
}
