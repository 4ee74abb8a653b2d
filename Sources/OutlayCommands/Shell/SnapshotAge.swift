import ArgumentParser

/// How old a snapshot is, or may be: such as `1d`, `12h` or `30m`.
struct SnapshotAge: Comparable, ExpressibleByArgument {
    /// The age.
    let milliseconds: Int64

    /// The units, the largest first.
    private static let units: [(suffix: Character, milliseconds: Int64)] = [
        ("d", 86_400_000), ("h", 3_600_000), ("m", 60_000),
    ]

    /// Creates an age.
    init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    /// Reads a whole number with its unit.
    init?(argument: String) {
        guard let suffix = argument.last,
            let unit = Self.units.first(where: { $0.suffix == suffix }),
            argument.dropLast().utf8.allSatisfy({ $0 &- 48 < 10 }),
            let count = Int64(argument.dropLast()), count <= 100_000
        else { return nil }
        milliseconds = count * unit.milliseconds
    }

    /// The age in the largest unit that fits, cut to whole ones.
    var words: String {
        let unit = Self.units.first { milliseconds >= $0.milliseconds } ?? ("m", 60_000)
        return "\(milliseconds / unit.milliseconds)\(unit.suffix)"
    }

    /// What the help shows.
    var defaultValueDescription: String { words }

    /// Returns whether `left` is younger.
    static func < (left: SnapshotAge, right: SnapshotAge) -> Bool {
        left.milliseconds < right.milliseconds
    }
}
