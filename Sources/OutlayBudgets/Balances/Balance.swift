import OutlayProblems

/// A balance row: the money of a line in a period, with what all lines below it use.
public struct Balance: Sendable, Hashable {
    /// What the row is found by.
    public var key: BalanceKey
    /// See ``Bucket/allotted``.
    public var allotted: MinorUnits
    /// See ``Bucket/reserved``; never below 0.
    public var reserved: MinorUnits
    /// See ``Bucket/committed``; never below 0.
    public var committed: MinorUnits
    /// See ``Bucket/actual``; below 0 where more came back than was paid.
    public var actual: MinorUnits
    /// See ``Bucket/excused``; never below 0.
    public var excused: MinorUnits
    /// The most that ``used()`` may be, or nil where nothing binds the row: allotted, tolerance and
    /// ``excused``.
    public var cap: MinorUnits?

    /// Creates the row of `key` without money.
    public init(_ key: BalanceKey, cap: MinorUnits? = nil) {
        self.key = key
        self.cap = cap
        allotted = .zero
        reserved = .zero
        committed = .zero
        actual = .zero
        excused = .zero
    }

    /// Returns what is reserved, committed and spent.
    ///
    /// - Throws: ``ProblemCode/ledgerOverflow``.
    public func used() throws(Problem) -> MinorUnits {
        try reserved + committed + actual
    }

    /// Returns what is allotted and not used; below 0 where the line is overdrawn.
    ///
    /// - Throws: ``ProblemCode/ledgerOverflow``.
    public func available() throws(Problem) -> MinorUnits {
        try allotted - used()
    }

    /// The amount of one bucket.
    public subscript(bucket: Bucket) -> MinorUnits {
        get {
            switch bucket {
            case .allotted: allotted
            case .reserved: reserved
            case .committed: committed
            case .actual: actual
            case .excused: excused
            }
        }
        set {
            switch bucket {
            case .allotted: allotted = newValue
            case .reserved: reserved = newValue
            case .committed: committed = newValue
            case .actual: actual = newValue
            case .excused: excused = newValue
            }
        }
    }
}
