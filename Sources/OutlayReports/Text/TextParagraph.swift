/// Rich text broken into lines for a terminal.
struct TextParagraph {
    private typealias Word = [(text: String, role: TextStyle.Role)]
    private let words: [Word]

    /// Splits `text` into words; a word may change its emphasis inside.
    init(_ text: RichText) {
        var words: [Word] = []
        var word: Word = []
        for run in text.runs {
            let (role, shown): (TextStyle.Role, String) =
                switch run {
                case .plain(let text), .emphasis(let text): (.normal, text)
                case .strong(let text): (.strong, text)
                case .code(let text): (.normal, "`\(text)`")
                }
            let pieces = DisplayText.sanitised(shown).split(
                separator: " ", omittingEmptySubsequences: false)
            for (index, piece) in pieces.enumerated() {
                if index > 0, !word.isEmpty {
                    words.append(word)
                    word = []
                }
                if !piece.isEmpty { word.append((String(piece), role)) }
            }
        }
        self.words = word.isEmpty ? words : words + [word]
    }

    /// Returns the lines, each at most `width` columns where its words allow that.
    ///
    /// - Parameters:
    ///   - width: The columns of a line, those of `first` and `rest` included.
    ///   - style: How emphasis is shown.
    ///   - first: What stands before the first line, already styled.
    ///   - indent: The columns that `first` takes, and by which the other lines are indented.
    /// - Returns: At least one line.
    func lines(width: Int, style: TextStyle, first: String = "", indent: Int = 0) -> [String] {
        var lines: [String] = []
        var line = ""
        var used = 0
        for word in words {
            let needed = word.reduce(0) { $0 + DisplayText.width(of: $1.text) }
            let shown = word.map { style.applied($0.role, to: DisplayText.plainSpaced($0.text)) }
                .joined()
            if used > 0, indent + used + 1 + needed > width {
                lines.append(line)
                (line, used) = (shown, needed)
            } else {
                line += (used > 0 ? " " : "") + shown
                used += needed + (used > 0 ? 1 : 0)
            }
        }
        lines.append(line)
        return lines.enumerated().map { index, line in
            (index == 0 ? first : DisplayText.spaces(indent)) + line
        }
    }
}
