import OutlayEconomics
import OutlayProblems
import OutlayValues

/// The price indices that come with the tool, so that a copied binary needs no other file.
package enum ReferenceIndices {
    /// The names that documents refer to.
    package static let names = ["us-cpi-u"]

    /// Returns the series called `name`, month by month.
    ///
    /// - Throws: ``ProblemCode/unknownName`` for another name; a ``Problem`` if the table that was built in is
    ///   damaged.
    /// - Complexity: O(months); read it once.
    package static func series(_ name: String) throws(Problem) -> IndexSeries {
        guard names.contains(name) else {
            throw Problem(
                .unknownName, "there is no index \(Problem.quoted(name))",
                because: "the tool comes with \(names.joined(separator: ", "))",
                hint: Suggestion.hint(for: name, among: names))
        }
        var values: [IndexSeries.Value] = []
        for line in consumerPriceTable.split(separator: "\n") {
            let cells = line.split(separator: ",")
            guard cells.count == 2, let year = Int(cells[0].prefix(4)),
                let month = Int(cells[0].suffix(2)),
                let day = CalendarDate(year: year, month: month, day: 1)
            else {
                throw Problem(
                    .badSeries, "a row of \(name) cannot be read",
                    because: "it is \(Problem.quoted(String(line)))",
                    hint: "build the tool anew")
            }
            values.append(
                IndexSeries.Value(from: day, value: try ExactDecimal(parsing: String(cells[1]))))
        }
        return try IndexSeries(
            id: name, values: values, source: "US Bureau of Labor Statistics, CPI-U")
    }
}
