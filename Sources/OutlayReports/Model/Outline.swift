/// Things within things, each with a value and what is said of it.
public struct Outline: Sendable, Hashable {
    /// One thing of an outline.
    public struct Item: Sendable, Hashable {
        /// Its name, as it is typed.
        public var label: String
        /// What it amounts to.
        public var value: Cell
        /// What is said of it, one line each.
        public var texts: [RichText]
        /// The things within it.
        public var items: [Item]

        /// Creates an item.
        public init(_ label: String, _ value: Cell, texts: [RichText] = [], items: [Item] = []) {
            self.label = label
            self.value = value
            self.texts = texts
            self.items = items
        }
    }

    /// The things at the top.
    public var items: [Item]

    /// Creates an outline.
    public init(_ items: [Item]) {
        self.items = items
    }

    /// The items from the top down, each with the names of those it stands in.
    public var table: Table {
        func rows(_ items: [Item], level: Int) -> [Row] {
            items.flatMap { item in
                [
                    Row([
                        .number(shown: "\(level)", data: "\(level)"), .text(item.label),
                        item.value, .text(item.texts.map(\.text).joined(separator: "; ")),
                    ])
                ] + rows(item.items, level: level + 1)
            }
        }
        return Table(
            columns: [
                .number("Level"), Column("Figure"), .number("Value"),
                Column("How it comes about", widthHint: 60),
            ], rows: rows(items, level: 0))
    }
}
