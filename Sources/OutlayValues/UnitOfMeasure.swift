import OutlayProblems

/// A unit of measure that converts exactly to the others of its dimension.
///
/// Units are written as in the table of ``all``, letter case included: `MB` is 1 000 000 bytes,
/// `MiB` 1 048 576. Periods are those of the nominal year of prices (``PricePeriod``).
public struct UnitOfMeasure: Sendable, Hashable {
    /// The text that names the unit, such as `GiB`.
    public let symbol: String
    /// What the unit measures.
    public let dimension: Dimension
    /// How many of the dimension's smallest unit this one is.
    public let factor: Int

    /// What a unit measures; only units of one dimension convert into each other.
    public enum Dimension: Sendable, Hashable {
        /// An amount of data, counted in bytes.
        case data
        /// Data per time, counted in bits per second.
        case dataRate
        /// A duration, counted in seconds.
        case time
        /// Power, counted in watts.
        case power
        /// Energy, counted in watt-seconds.
        case energy
        /// A count of one kind of thing, such as `seat`, which converts into no other kind.
        case count(String)
    }

    /// Every unit, by dimension and size.
    ///
    /// - Source: BIPM, *The International System of Units*, 9th ed. 2019, tables 7 and 8 (prefixes,
    ///   min, h, d); IEC 80000-13:2008, clause 4 (Ki, Mi, Gi, Ti, Pi); month, quarter and year by
    ///   convention.
    public static let all: [UnitOfMeasure] =
        family(
            .data,
            [
                ("B", 1), ("kB", 1000), ("KiB", 1 << 10), ("MB", 1_000_000), ("MiB", 1 << 20),
                ("GB", 1_000_000_000), ("GiB", 1 << 30), ("TB", 1_000_000_000_000),
                ("TiB", 1 << 40), ("PB", 1_000_000_000_000_000), ("PiB", 1 << 50),
            ])
        + family(
            .dataRate,
            [
                ("bit/s", 1), ("kbit/s", 1000), ("Mbit/s", 1_000_000), ("Gbit/s", 1_000_000_000),
                ("Tbit/s", 1_000_000_000_000),
            ])
        + family(.time, [("s", 1), ("min", 60), ("h", 3600)])
        + family(.time, PricePeriod.allCases.dropFirst().map { ($0.rawValue, $0.hours * 3600) })
        + family(.power, [("W", 1), ("kW", 1000), ("MW", 1_000_000)])
        + family(.energy, [("Wh", 3600), ("kWh", 3_600_000), ("MWh", 3_600_000_000)])
        + ["core", "item", "seat", "user", "vCPU"].flatMap { family(.count($0), [($0, 1)]) }

    /// Finds a unit by its symbol.
    ///
    /// - Throws: ``ProblemCode/unknownUnit`` when no unit is written so, with the nearest one as
    ///   the hint.
    public init(symbol: String) throws(Problem) {
        guard let unit = Self.bySymbol[symbol] else {
            let symbols = Self.all.map(\.symbol)
            throw Problem(
                .unknownUnit, "\(Problem.quoted(symbol)) is not a unit of measure",
                because: "units are written by their symbols, letter case included",
                hint: Suggestion.hint(for: symbol, among: symbols)
                    ?? "known units are \(symbols.joined(separator: ", "))")
        }
        self = unit
    }

    /// Returns `value` of this unit in `other`, exact up to ``ExactDecimal/carriedPlaces`` decimals
    /// and rounded half to even beyond.
    ///
    /// - Throws: ``ProblemCode/incompatibleUnits`` when the units measure different things, or
    ///   ``ProblemCode/overflow``.
    public func convert(
        _ value: ExactDecimal, to other: UnitOfMeasure
    ) throws(Problem) -> ExactDecimal {
        guard dimension == other.dimension else { throw incompatible(with: other) }
        return try value.multiplied(
            by: ExactDecimal(factor), dividedBy: ExactDecimal(other.factor))
    }

    /// Returns the energy of `power` of `powerUnit` drawn for `duration` of `timeUnit`, in
    /// `energyUnit`.
    ///
    /// - Throws: ``ProblemCode/incompatibleUnits`` when a unit measures something else, or
    ///   ``ProblemCode/overflow``.
    public static func energy(
        of power: ExactDecimal, _ powerUnit: UnitOfMeasure,
        for duration: ExactDecimal, _ timeUnit: UnitOfMeasure, in energyUnit: UnitOfMeasure
    ) throws(Problem) -> ExactDecimal {
        guard powerUnit.dimension == .power else {
            throw powerUnit.incompatible(with: watt)
        }
        guard timeUnit.dimension == .time else {
            throw timeUnit.incompatible(with: hour)
        }
        guard energyUnit.dimension == .energy else {
            throw energyUnit.incompatible(with: wattHour)
        }
        let wattSeconds = try ExactDecimal(powerUnit.factor) * ExactDecimal(timeUnit.factor)
        return try (power * duration).multiplied(
            by: wattSeconds, dividedBy: ExactDecimal(energyUnit.factor))
    }

    private static let watt = UnitOfMeasure("W", .power, 1)
    private static let hour = UnitOfMeasure("h", .time, 3600)
    private static let wattHour = UnitOfMeasure("Wh", .energy, 3600)
    private static let bySymbol = Dictionary(uniqueKeysWithValues: all.map { ($0.symbol, $0) })

    private static func family(
        _ dimension: Dimension, _ units: [(symbol: String, factor: Int)]
    ) -> [UnitOfMeasure] {
        units.map { UnitOfMeasure($0.symbol, dimension, $0.factor) }
    }

    private init(_ symbol: String, _ dimension: Dimension, _ factor: Int) {
        self.symbol = symbol
        self.dimension = dimension
        self.factor = factor
    }

    private func incompatible(with other: UnitOfMeasure) -> Problem {
        Problem(
            .incompatibleUnits, "`\(symbol)` does not convert to `\(other.symbol)`",
            because: "one measures \(dimension.name), the other \(other.dimension.name)",
            hint: Self.hint(dimension))
    }

    private static func hint(_ dimension: Dimension) -> String {
        let symbols = all.filter { $0.dimension == dimension }.map { "`\($0.symbol)`" }
        return symbols.count == 1
            ? "\(symbols[0]) converts into no other unit"
            : "use one of \(symbols.joined(separator: ", "))"
    }
}

extension UnitOfMeasure.Dimension {
    fileprivate var name: String {
        switch self {
        case .data: "data"
        case .dataRate: "data per time"
        case .time: "time"
        case .power: "power"
        case .energy: "energy"
        case .count(let thing): "a count of `\(thing)`"
        }
    }
}
