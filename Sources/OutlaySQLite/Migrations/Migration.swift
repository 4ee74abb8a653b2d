/// One step from a version of the tables to the next.
///
/// A released migration is never edited: files out there were made by it.
struct Migration: Sendable {
    /// The version that it makes, counted from 1.
    let number: Int
    /// What it does, as one phrase.
    let title: String
    /// The statements, in order.
    let statements: [String]
}
