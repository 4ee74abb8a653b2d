/// Where a problem stands.
public enum Location: Sendable, Hashable {
    /// A marked stretch of a text file.
    case text(TextSpan)
    /// A whole file or folder, by the path the user gave.
    case file(String)
    /// A command-line option or argument, such as `--as-of`.
    case argument(String)
    /// A named part of a computation that has no text, such as `option northwind`.
    case part(String)
}

/// A place in a text: a line and a column, both counted from 1, columns in Unicode scalars.
public struct TextPosition: Sendable, Hashable, Comparable {
    /// The line, from 1.
    public var line: Int
    /// The column, from 1, in Unicode scalars.
    public var column: Int

    /// Creates a position.
    public init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    /// Returns whether `left` comes before `right` in the text.
    public static func < (left: TextPosition, right: TextPosition) -> Bool {
        (left.line, left.column) < (right.line, right.column)
    }
}

/// A stretch of a text file, with the line it stands on so that showing it needs no file.
public struct TextSpan: Sendable, Hashable {
    /// The path as the user gave it; `-` is standard input.
    public var path: String
    /// The first marked character.
    public var start: TextPosition
    /// The position behind the last marked character; on the line of `start`.
    public var end: TextPosition
    /// The text of the line of `start`, without its line end.
    public var line: String
    /// The place in the document's structure as a JSON pointer (RFC 6901), where it has one.
    public var pointer: String?

    /// Creates a span; an `end` before `start` moves there, one on a later line to the end of
    /// `line`.
    public init(
        path: String, start: TextPosition, end: TextPosition, line: String,
        pointer: String? = nil
    ) {
        self.path = path
        self.start = start
        let lineEnd = TextPosition(line: start.line, column: line.unicodeScalars.count + 1)
        self.end = max(start, end.line > start.line ? lineEnd : end)
        self.line = line
        self.pointer = pointer
    }
}
