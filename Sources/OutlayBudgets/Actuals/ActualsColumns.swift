import OutlayEncoding
import OutlayProblems

/// Where the columns of a file of actuals are, from 0.
struct ActualsColumns {
    /// The amount.
    var cost = 0
    var currency: Int?
    var date = 0
    var issuer: Int?
    var vendor: Int?
    var line: Int?
    var request: Int?
    var tags: Int?
    /// The ways to name a document, as far as the file has their columns.
    var document: [[(column: Int, length: Int?)]] = []
    /// The columns that rules look at, by name.
    var conditions: [String: Int] = [:]
    /// The columns whose texts decide the way of a row, each once.
    var keys: [Int] = []

    init() {}

    /// Finds the columns.
    ///
    /// - Throws: ``ProblemCode/unknownActualsColumn``.
    init(
        _ names: [String], layout: ActualsLayout, map: ActualsMap, path: String
    ) throws(Problem) {
        func find(_ name: String) throws(Problem) -> Int {
            guard let index = names.firstIndex(of: name) else {
                throw Problem(
                    .unknownActualsColumn, "there is no column \(Problem.quoted(name))",
                    at: .file(path),
                    because: "the file has \(names.count) columns, and this one is read",
                    hint: Suggestion.hint(for: name, among: names)
                        ?? "name a column such as "
                        + names.prefix(4).map { Problem.quoted($0) }.list("or"))
            }
            return index
        }
        func findNamed(_ name: String?) throws(Problem) -> Int? {
            guard let name else { return nil }
            return try find(name)
        }
        cost = try find(layout.cost)
        currency = try findNamed(layout.currency)
        date = try find(layout.date)
        issuer = try findNamed(layout.issuer)
        vendor = try findNamed(layout.vendor)
        line = try findNamed(layout.line)
        request = try findNamed(layout.request)
        if map.looksAtTags { tags = try find(layout.tags ?? "Tags") }
        for name in map.columns { conditions[name] = try find(name) }
        document = layout.document.compactMap { parts in
            let found = parts.compactMap { part in
                names.firstIndex(of: part.column).map { (column: $0, length: part.length) }
            }
            return found.count == parts.count ? found : nil
        }
        var seen: Set<Int> = []
        let named = [currency, issuer, vendor, line, request, tags].compactMap(\.self)
        // Of the date only the month decides, which is looked at apart from these.
        let all =
            named + document.flatMap { $0.map(\.column) }
            + map.columns.compactMap {
                conditions[$0]
            }
        keys = all.filter { seen.insert($0).inserted }
    }
}

/// The ways of rows through the map, by the texts of the columns that decide them.
///
/// Memory is bounded: where too many texts were seen, it begins anew.
struct ActualsWays {
    private static let entryLimit = 1 << 16
    private static let byteLimit = 1 << 24

    private struct Entry {
        var hash: UInt64
        var start: Int
        var end: Int
        var way: Int
    }

    private var slots = [Int32](repeating: -1, count: 1 << 12)
    private var entries: [Entry] = []
    private var pool: [UInt8] = []
    private var key: [UInt8] = []
    private var keyHash: UInt64 = 0

    /// Returns the way of a record whose texts were seen before, in the month that `month` begins with.
    mutating func find(
        _ record: CSVRecord, _ columns: [Int], month: UnsafeBufferPointer<UInt8>
    ) -> Int? {
        key.removeAll(keepingCapacity: true)
        key.append(contentsOf: UnsafeBufferPointer(rebasing: month[..<7]))
        for column in columns {
            let bytes = record.raw(record.range(column))
            key.append(contentsOf: bytes)
            // No field holds a byte of zero, so the texts cannot run into each other.
            key.append(0)
        }
        keyHash = key.withUnsafeBytes { RowFingerprints.hash($0) }
        var slot = Int(truncatingIfNeeded: keyHash) & (slots.count - 1)
        while slots[slot] >= 0 {
            let entry = entries[Int(slots[slot])]
            if entry.hash == keyHash, entry.end - entry.start == key.count,
                matches(entry.start)
            {
                return entry.way
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    private func matches(_ start: Int) -> Bool {
        pool.withUnsafeBytes { pool in
            key.withUnsafeBytes { key in
                var offset = 0
                while offset + 8 <= key.count {
                    let left = pool.loadUnaligned(fromByteOffset: start + offset, as: UInt64.self)
                    let right = key.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
                    if left != right { return false }
                    offset += 8
                }
                while offset < key.count {
                    if pool[start + offset] != key[offset] { return false }
                    offset += 1
                }
                return true
            }
        }
    }

    /// Keeps the way of the record that was last looked for.
    mutating func keep(_ way: Int) {
        if entries.count >= Self.entryLimit || pool.count + key.count > Self.byteLimit {
            entries.removeAll(keepingCapacity: true)
            pool.removeAll(keepingCapacity: true)
            slots = [Int32](repeating: -1, count: slots.count)
        }
        entries.append(
            Entry(hash: keyHash, start: pool.count, end: pool.count + key.count, way: way))
        pool += key
        if entries.count * 2 > slots.count {
            slots = [Int32](repeating: -1, count: slots.count * 2)
            for index in entries.indices { place(index) }
        } else {
            place(entries.count - 1)
        }
    }

    private mutating func place(_ index: Int) {
        var slot = Int(truncatingIfNeeded: entries[index].hash) & (slots.count - 1)
        while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = Int32(index)
    }
}
