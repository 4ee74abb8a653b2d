import OutlayEncoding
import OutlayProblems
import OutlayValues

/// What a file of actuals comes to, before the ledger is asked.
public struct ActualsBatch: Sendable {
    /// The path as the user gave it.
    public var path: String
    /// The SHA-256 of the file.
    public var hash: SHA256Value
    /// The rows behind the header.
    public var rows: Int
    /// The exact sum of all rows that stand in the file, those that are left out included.
    public var total: ExactDecimal
    /// What is to be booked, in the order of its keys.
    public var groups: [ActualsGroup]
    /// What no rule fits, the largest sums first.
    public var unmatched: [UnbookedRows]
    /// What a rule leaves out, in the order of the reasons.
    public var leftOut: [UnbookedRows]
    /// Rows that stand in the file before, those counted only once among them; the first 1 000.
    public var duplicates: [DuplicateRow]
    /// How many there are in all.
    public var duplicateCount: Int
    /// What the amounts are in.
    public var currency: Currency

    /// The exact sum of what is to be booked.
    ///
    /// - Throws: ``ProblemCode/overflow``.
    public func exactBooked() throws(Problem) -> ExactDecimal {
        var sum = ExactDecimal.zero
        for group in groups { sum = try sum + group.exact }
        return sum
    }

    /// What is booked, each document, line and month rounded once.
    ///
    /// - Throws: ``ProblemCode/ledgerOverflow``.
    public func booked() throws(Problem) -> MinorUnits {
        var sum = MinorUnits.zero
        for group in groups { sum = try sum + group.amount }
        return sum
    }

    /// What rounding adds to the exact sum.
    ///
    /// - Throws: ``ProblemCode/overflow``.
    public func roundingDifference() throws(Problem) -> ExactDecimal {
        try booked().money(in: currency).amount - exactBooked()
    }

    /// Compares the sum of all rows with a total from elsewhere, exactly: the sum, rounded half to even to
    /// as many decimals as the total is written with, is the total.
    ///
    /// - Parameter text: The total, such as `4321.07`.
    /// - Throws: ``ProblemCode/controlTotalDiffers``, or ``ProblemCode/badNumber``.
    public func check(controlTotal text: String) throws(Problem) {
        let expected = try ExactDecimal(parsing: text)
        // A number that cannot be read keeps its own reason.
        let decimals = text.split(separator: ".", omittingEmptySubsequences: false)
        let places = decimals.count == 2 ? decimals[1].utf8.count : 0
        let found = total.rounded(toPlaces: places, .halfEven)
        guard found == expected else {
            throw Problem(
                .controlTotalDiffers,
                "the rows add up to \(found.text(places: places)), not \(Problem.quoted(text))",
                at: .file(path),
                because: "the exact sum of \(rows) rows is \(total), "
                    + "\(try (total - expected).description) away from the control total",
                hint: "look for rows that are missing or stand twice; nothing was booked")
        }
    }
}

/// Rows of one document that fall on one line and month.
public struct ActualsGroup: Sendable, Hashable {
    /// Who bills, as ``ImportedActual/issuer`` has it; empty where the file does not say.
    public var issuer: LedgerText
    /// The document; empty where the file names none.
    public var document: LedgerText
    /// The budget line.
    public var node: NodeID
    /// The month.
    public var period: PeriodID
    /// The order or contract it is for, or nil.
    public var request: RequestID?
    /// The exact sum.
    public var exact: ExactDecimal
    /// The sum rounded half to even to minor units.
    public var amount: MinorUnits
    /// How many rows.
    public var rows: Int
    /// The first of them, from 1.
    public var firstRow: Int
}

/// Rows that are not booked, with what they have in common.
public struct UnbookedRows: Sendable, Hashable {
    /// Why.
    public var reason: String
    /// What they have in common: the columns that rules look at.
    public var values: [String]
    /// How many rows.
    public var rows: Int
    /// The first of them, from 1.
    public var firstRow: Int
    /// Their exact sum.
    public var sum: ExactDecimal
}

/// A row that stands in the file before.
public struct DuplicateRow: Sendable, Hashable {
    /// Its number, from 1; the header does not count.
    public var row: Int
    /// The number of the first row that says the same.
    public var first: Int
}

/// What becomes of rows that stand in a file twice.
public enum DuplicateHandling: String, Sendable, Hashable, CaseIterable {
    /// The file is refused.
    case refuse
    /// They are counted, and listed: a source without row numbers may bill the same thing twice.
    case keep
}
