import OutlayProblems
import OutlayValues

/// A fiscal year, or one of its quarters or months.
public struct PeriodID: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// The number that names the fiscal year, 1 … 9999.
    public let year: Int
    /// What part of a year it is.
    public let division: FiscalDivision
    /// Which one, from 1.
    public let ordinal: Int

    /// Creates the whole year `year`.
    public init(year: Int) {
        self.init(checked: year, .yearly, 1)
    }

    /// Creates a part of a year, or nil where there is none such.
    public init?(year: Int, _ division: FiscalDivision, _ ordinal: Int) {
        guard (1...9999).contains(year), (1...division.count).contains(ordinal) else { return nil }
        self.init(checked: year, division, ordinal)
    }

    private init(checked year: Int, _ division: FiscalDivision, _ ordinal: Int) {
        self.year = year
        self.division = division
        self.ordinal = ordinal
    }

    /// Creates the month of `date` in the fiscal years of `calendar`.
    public init(monthOf date: CalendarDate, in calendar: FiscalCalendar) {
        let fiscalYear = calendar.fiscalYear(containing: date)
        let ahead = (date.month - calendar.startMonth + 12) % 12
        self.init(checked: fiscalYear.number, .monthly, ahead + 1)
    }

    /// Reads a name such as `FY2027`, `FY2027-Q1` or `FY2027-M01`.
    ///
    /// - Throws: ``ProblemCode/badPeriod``.
    public init(parsing text: String) throws(Problem) {
        guard let period = Self.parsed(text) else {
            throw Problem(
                .badPeriod, "\(Problem.quoted(text)) is not a period",
                because: "a period is a fiscal year, a quarter or a month of one",
                hint: "write FY2027, FY2027-Q1 or FY2027-M01")
        }
        self = period
    }

    private static func parsed(_ text: String) -> PeriodID? {
        var text = text
        return text.withUTF8 { parsed($0) }
    }

    private static func parsed(_ bytes: UnsafeBufferPointer<UInt8>) -> PeriodID? {
        guard bytes.count > 2, bytes[0] == UInt8(ascii: "F"), bytes[1] == UInt8(ascii: "Y") else {
            return nil
        }
        let digits = bytes.dropFirst(2).prefix { $0 != UInt8(ascii: "-") }
        guard let year = number(digits), digits.first != UInt8(ascii: "0") else { return nil }
        let part = bytes[digits.endIndex...]
        guard part.count > 2 else { return part.isEmpty ? PeriodID(year: year) : nil }
        guard let ordinal = number(part.dropFirst(2)) else { return nil }
        switch part[part.startIndex + 1] {
        case UInt8(ascii: "Q") where part.count == 3:
            return PeriodID(year: year, .quarterly, ordinal)
        case UInt8(ascii: "M") where part.count == 4:
            return PeriodID(year: year, .monthly, ordinal)
        default: return nil
        }
    }

    /// Returns the number that up to four digits write, or nil; 0 is none.
    private static func number(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
        guard (1...4).contains(digits.count) else { return nil }
        var number = 0
        for digit in digits {
            guard (0x30...0x39).contains(digit) else { return nil }
            number = number * 10 + Int(digit - 0x30)
        }
        return number > 0 ? number : nil
    }

    /// The name, such as `FY2027-M01`.
    public var description: String {
        String(unsafeUninitializedCapacity: 32) { bytes in
            var count = 0
            func put(_ byte: UInt8) {
                bytes[count] = byte
                count += 1
            }
            func put(_ number: Int, _ leastDigits: Int) {
                var power = leastDigits > 1 ? 10 : 1
                while number / power > 9 { power *= 10 }
                while power > 0 {
                    put(UInt8(ascii: "0") + UInt8(number / power % 10))
                    power /= 10
                }
            }
            put(UInt8(ascii: "F"))
            put(UInt8(ascii: "Y"))
            if year < 0 { put(UInt8(ascii: "-")) }
            put(abs(year), 1)
            guard division != .yearly else { return count }
            put(UInt8(ascii: "-"))
            put(division == .quarterly ? UInt8(ascii: "Q") : UInt8(ascii: "M"))
            put(ordinal, division == .quarterly ? 1 : 2)
            return count
        }
    }

    /// The year it belongs to.
    public var wholeYear: PeriodID { PeriodID(year: year) }

    /// Returns the period of `division` that this month, quarter or year begins in.
    public func period(of division: FiscalDivision) -> PeriodID {
        let firstMonth = (ordinal - 1) * 12 / self.division.count
        return PeriodID(checked: year, division, firstMonth * division.count / 12 + 1)
    }

    /// Returns the periods of `division` of the same year, in order.
    public func siblings(_ division: FiscalDivision) -> [PeriodID] {
        (1...division.count).map { PeriodID(checked: year, division, $0) }
    }

    /// Returns whether `left` comes first: by year, years before their parts, then by ordinal.
    public static func < (left: PeriodID, right: PeriodID) -> Bool {
        (left.year, left.division.count, left.ordinal)
            < (right.year, right.division.count, right.ordinal)
    }
}
