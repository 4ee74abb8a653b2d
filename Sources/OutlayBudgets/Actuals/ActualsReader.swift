import OutlayEncoding
import OutlayProblems
import OutlayValues

/// What a reader of actuals knows of the ledger.
public struct ActualsLedger: Sendable {
    /// The currency of all amounts.
    public var currency: Currency
    /// The fiscal years.
    public var calendar: FiscalCalendar
    /// The lines there are.
    public var lines: Set<NodeID>

    /// Creates what a reader knows.
    public init(currency: Currency, calendar: FiscalCalendar, lines: Set<NodeID>) {
        self.currency = currency
        self.calendar = calendar
        self.lines = lines
    }

    /// Reads it from a ledger.
    ///
    /// - Throws: ``ProblemCode/notOpened``, or a problem of the store.
    public init(_ reader: some LedgerReader) throws(Problem) {
        let settings = try reader.requireSettings()
        self.init(
            currency: settings.currency, calendar: settings.calendar,
            lines: Set(try reader.nodes().map(\.id)))
    }
}

/// Reads a file of actuals of any length, in bounded memory, and sums it up exactly by document, line and
/// month.
///
/// Rows that have the same texts in the columns that matter share a way through the map, so that most rows
/// cost one look-up and one addition.
///
///     var reader = ActualsReader(
///         path: path, layout: .focus(cost: "BilledCost"), map: map, ledger: try ActualsLedger(books))
///     let batch = try reader.read(&file)
public struct ActualsReader {
    /// The most rows in a list that a person reads.
    static let listLimit = 1000

    private let path: String
    private let layout: ActualsLayout
    private let duplicates: DuplicateHandling
    private let blockSize: Int
    private var sums: ActualsSums
    private var columns = ActualsColumns()
    private var fingerprints = RowFingerprints()
    private var ways = ActualsWays()
    private var rows = 0

    /// Creates a reader.
    public init(
        path: String, layout: ActualsLayout, map: ActualsMap = .empty, ledger: ActualsLedger,
        duplicates: DuplicateHandling = .refuse
    ) {
        self.init(
            path: path, layout: layout, map: map, ledger: ledger, duplicates: duplicates,
            blockSize: 1 << 18)
    }

    init(
        path: String, layout: ActualsLayout, map: ActualsMap, ledger: ActualsLedger,
        duplicates: DuplicateHandling, blockSize: Int
    ) {
        self.path = path
        self.layout = layout
        self.duplicates = duplicates
        self.blockSize = blockSize
        sums = ActualsSums(layout: layout, map: map, ledger: ledger)
    }

    private var options: CSVOptions {
        CSVOptions(delimiter: layout.delimiter, skippedLines: layout.skippedLines)
    }

    /// Reads a file from its first byte to its last, a second time only where a row seems to stand in it twice.
    ///
    /// - Returns: What is to be booked and what is not; nothing is booked yet.
    /// - Throws: The first problem, with its row and column: ``ProblemCode/unknownActualsColumn``,
    ///   ``ProblemCode/actualsCurrency``, ``ProblemCode/unknownActualsLine``, ``ProblemCode/duplicateActuals``,
    ///   ``ProblemCode/badNumber``, ``ProblemCode/badDate``, ``ProblemCode/emptyCell``, what
    ///   a CSV file cannot be, or a problem of `source`.
    public mutating func read(_ source: inout some ByteSource) throws(Problem) -> ActualsBatch {
        try sums.map.check(sums.ledger.lines)
        var digest = SHA256Stream()
        var stream = CSVStream(path: path, options: options, blockSize: blockSize)
        try stream.forEachRecord(
            of: &source, watch: { digest.update($0) },
            header: { header throws(Problem) in
                columns = try ActualsColumns(
                    header.map(\.text), layout: layout, map: sums.map, path: path)
            },
            body: { record, places throws(Problem) in try take(record, places) })
        let twice = try confirmed(&source)
        if let first = twice.first, duplicates == .refuse { throw refusal(of: first, twice.count) }
        return try sums.batch(
            path: path, hash: digest.value, rows: rows, columns: columns,
            duplicates: Array(twice.prefix(Self.listLimit)), duplicateCount: twice.count)
    }

    @inline(__always)
    private mutating func take(_ record: CSVRecord, _ places: CSVPlaces) throws(Problem) {
        rows += 1
        fingerprints.note(RowFingerprints.hash(record.rawBytes))
        let cost = record.bytes(columns.cost)
        guard let number = DecimalField.read(cost, decimalSign: layout.decimalSign.byte) else {
            throw sums.badNumber(record, columns.cost, places)
        }
        let date = record.bytes(columns.date)
        let way: Int
        if date.beginsWithDay, let known = ways.find(record, columns.keys, month: date) {
            way = known
        } else {
            way = try sums.way(of: record, columns, places)
            ways.keep(way)
        }
        try sums.add(number, to: way)
    }

    /// Returns the rows that stand in the file before, after a second look where one is needed.
    private func confirmed(_ source: inout some ByteSource) throws(Problem) -> [DuplicateRow] {
        let suspects = fingerprints.suspects
        guard !suspects.isEmpty else { return [] }
        try source.rewind()
        var seen: [SHA256Value: Int] = [:]
        var found: [DuplicateRow] = []
        var stream = CSVStream(path: path, options: options, blockSize: blockSize)
        func look(_ record: CSVRecord) {
            let bytes = record.rawBytes
            guard suspects.contains(RowFingerprints.hash(bytes)) else { return }
            let digest = SHA256Value.of(bytes)
            if let first = seen[digest] {
                found.append(DuplicateRow(row: record.number, first: first))
            } else {
                seen[digest] = record.number
            }
        }
        try stream.forEachRecord(
            of: &source, header: { _ in }, body: { record, _ in look(record) })
        return found
    }

    private func refusal(of first: DuplicateRow, _ count: Int) -> Problem {
        Problem(
            .duplicateActuals, "row \(first.row) says what row \(first.first) says",
            at: .file(path),
            because: count == 1
                ? "a row that stands twice would be counted twice"
                : "\(count) rows stand in the file twice and would be counted twice",
            hint: "remove them, or say that rows without numbers may repeat")
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether a day `YYYY-MM-DD` stands there, alone or in front of a time.
    @inline(__always)
    fileprivate var beginsWithDay: Bool {
        guard count >= 10, count == 10 || self[10] == 0x54 || self[10] == 0x20,
            self[4] == 0x2D, self[7] == 0x2D
        else { return false }
        @inline(__always) func digits(_ range: Range<Int>) -> Int {
            var number = 0
            for index in range {
                let digit = Int(self[index]) - 0x30
                number = (0...9).contains(digit) ? number * 10 + digit : -100_000
            }
            return number
        }
        let (year, month, day) = (digits(0..<4), digits(5..<7), digits(8..<10))
        return year > 0 && (1...12).contains(month) && day > 0
            && day <= CalendarDate.days(inMonth: month, of: year)
    }
}

extension CSVRecord {
    /// The bytes of the whole record, without its line end.
    var rawBytes: UnsafeRawBufferPointer { raw(range) }
}
