import OutlayValues

/// Places on the straight way between two exact numbers.
enum Straight {
    /// Returns how far `number` is on the way from `start` to `end`, 0 … 1; the ends differ.
    static func fraction(
        of number: ExactDecimal, from start: ExactDecimal, to end: ExactDecimal
    ) -> Double {
        let rising = start < end
        if rising ? number <= start : number >= start { return 0 }
        if rising ? number >= end : number <= end { return 1 }
        return difference(number, start) / difference(end, start)
    }

    private static func difference(_ left: ExactDecimal, _ right: ExactDecimal) -> Double {
        // The exact difference loses nothing; one too long for it has ends far apart.
        (try? left - right)?.doubleValue ?? left.doubleValue - right.doubleValue
    }
}
