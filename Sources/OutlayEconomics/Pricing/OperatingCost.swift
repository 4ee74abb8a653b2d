import OutlayProblems
import OutlayValues

/// What running something costs.
public enum OperatingCost {
    /// Returns the cost of energy: watts / 1 000 × hours × PUE × price.
    ///
    ///     try OperatingCost.energy(watts: 21.5, hours: 1_840, pue: 1, pricePerKWh: 0.285)   // 11.2746
    ///
    /// - Parameters:
    ///   - watts: The mean power of the machines, 0 or more.
    ///   - hours: The hours they run, 0 or more.
    ///   - pue: Power usage effectiveness: the energy of the site over that of its machines, 1 or more.
    ///   - pricePerKWh: The price of a kilowatt-hour, 0 or more.
    /// - Returns: The unrounded cost.
    /// - Throws: ``ProblemCode/pueBelowOne``, ``ProblemCode/negativeQuantity``, ``ProblemCode/negativePrice``,
    ///   ``ProblemCode/overflow``.
    /// - Source: ISO/IEC 30134-2:2016, *Power usage effectiveness (PUE)*.
    public static func energy(
        watts: ExactDecimal, hours: ExactDecimal, pue: ExactDecimal = .one,
        pricePerKWh: ExactDecimal
    ) throws(Problem) -> ExactDecimal {
        try Problem.requireQuantity(watts, "power")
        try Problem.requireQuantity(hours, "count of hours")
        try Problem.requirePrice(pricePerKWh, "price of energy")
        try requirePUE(pue)
        return try watts.multiplied(by: hours).multiplied(by: pue).multiplied(
            by: pricePerKWh, dividedBy: ExactDecimal(1000))
    }

    /// Throws where `pue` is below 1.
    static func requirePUE(_ pue: ExactDecimal) throws(Problem) {
        guard pue < .one else { return }
        throw Problem(
            .pueBelowOne, "the PUE is \(pue)",
            because: "a site takes at least the energy of its machines, so a PUE is 1 or more",
            hint: "write 1 where nothing is lost, or the site's own figure")
    }

    /// Returns the cost of being down: hours × (1 − availability) × cost of an hour.
    ///
    /// - Parameters:
    ///   - availability: The share of the hours in which it works, 0 … 1.
    ///   - hours: The hours looked at, such as 8 760 for a year; 0 or more.
    ///   - costPerHour: What an hour without it costs, 0 or more.
    /// - Returns: The unrounded cost.
    /// - Throws: ``ProblemCode/outOfRange`` for another availability, ``ProblemCode/negativeQuantity``,
    ///   ``ProblemCode/negativePrice``, ``ProblemCode/overflow``.
    public static func downtime(
        availability: ExactDecimal, hours: ExactDecimal, costPerHour: ExactDecimal
    ) throws(Problem) -> ExactDecimal {
        guard !availability.isNegative, availability <= .one else {
            throw Problem(
                .outOfRange, "an availability of \(availability)",
                because: "a thing works for none (0) up to all (1) of the time",
                hint: "write fractions of 1: 0.999 is 99.9 %")
        }
        try Problem.requireQuantity(hours, "count of hours")
        try Problem.requirePrice(costPerHour, "cost of an hour")
        return try hours.multiplied(by: ExactDecimal.one - availability)
            .multiplied(by: costPerHour)
    }
}
