import OutlayEconomics
import OutlayProblems
import OutlayValues

/// One cell of a catalogue, with all that makes it checkable.
package struct CatalogueCell: Sendable, Hashable {
    /// The catalogue's identifier.
    package var catalogue: String
    /// The row's key.
    package var row: String
    /// The column's name.
    package var column: String
    /// What the cell says, or nil where it is empty: not stated by the source.
    package var content: Content?
    /// The cell's text.
    package var text: String
    /// The unit of a number, such as `GiB` or `USD/hour`; empty where there is none.
    package var unit: String
    /// The currency of a price.
    package var currency: Currency?
    /// The period a price is for, where it is for a stretch of time.
    package var period: PricePeriod?
    /// The day of a price, where the catalogue gives one.
    package var date: CalendarDate?
    /// The row's source, where the catalogue gives one.
    package var source: String?
    /// Whether a price holds tax, where the catalogue says so.
    package var taxBasis: Tax.Basis?
    /// The last day the catalogue's prices may be relied on, where it says so.
    package var validUntil: CalendarDate?

    /// What a cell says, by its column's type.
    package enum Content: Sendable, Hashable {
        case number(ExactDecimal)
        case text(String)
        case yesNo(Bool)
        case date(CalendarDate)
    }
}

/// Something that looks catalogue cells up.
package protocol CatalogueCells {
    /// Returns a cell of the row `reference`, written `catalogue/row`.
    ///
    /// - Throws: A ``Problem`` without a location when there is no such catalogue, row or column, or the
    ///   cell is not what its column says.
    func cell(_ reference: String, column: String) throws(Problem) -> CatalogueCell

    /// Returns the numbers of a column, written `catalogue/column`, in the order of the rows; empty cells are left
    /// out.
    ///
    /// - Throws: A ``Problem`` without a location when there is no such catalogue or column, or a cell holds no
    ///   number.
    func numbers(inColumn reference: String) throws(Problem) -> [ExactDecimal]
}
