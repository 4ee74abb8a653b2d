/// Text in a grid of equally wide columns, as a terminal shows it.
package enum DisplayText {
    /// Returns the columns that `text` takes.
    ///
    /// East Asian wide characters and emoji take two, combining and format characters none.
    package static func width(of text: String) -> Int {
        text.reduce(0) { $0 + width(of: $1) }
    }

    private static func width(of character: Character) -> Int {
        let scalars = character.unicodeScalars
        // U+FE0F asks for the emoji form, which is wide whatever the base is; two regional
        // indicators make a flag.
        let isEmoji = {
            ($0 as Unicode.Scalar).value == 0xFE0F || (0x1_F1E6...0x1_F1FF).contains($0.value)
        }
        if scalars.count > 1, scalars.contains(where: isEmoji) { return 2 }
        return scalars.first.map(width(of:)) ?? 0
    }

    private static func width(of scalar: Unicode.Scalar) -> Int {
        if scalar.value < 0x300 { return scalar == "\u{AD}" ? 0 : 1 }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: return WideScalars.contains(scalar) ? 2 : 1
        }
    }

    /// Returns `text` on one line, safe to print: line breaks and tabs become spaces, and the
    /// control characters that could steer a terminal or reverse the reading order become U+FFFD.
    package static func sanitised(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x09, 0x0A, 0x0D, 0x2028, 0x2029: result.append(" ")
            case 0x00...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069:
                result.append("\u{FFFD}")
            default: result.append(scalar)
            }
        }
        return String(result)
    }

    /// Returns `text` with the no-break spaces of figures as plain spaces.
    static func plainSpaced(_ text: String) -> String {
        String(text.map { $0 == "\u{202F}" || $0 == "\u{A0}" ? " " : $0 })
    }

    /// Returns `text` filled up with spaces to `width` columns.
    static func padded(_ text: String, to width: Int, _ alignment: Column.Alignment) -> String {
        let missing = max(0, width - self.width(of: text))
        let before =
            switch alignment {
            case .start: 0
            case .center: missing / 2
            case .end: missing
            }
        return spaces(before) + text + spaces(missing - before)
    }

    /// Returns `count` spaces.
    static func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }

    /// Returns `text` in lines of at most `width` columns, broken at spaces and, where one word is
    /// wider than a line, inside it.
    static func wrapped(_ text: String, to width: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in text.split(separator: " ").flatMap({ pieces(of: $0, width) }) {
            if line.isEmpty {
                line = word
            } else if self.width(of: line) + 1 + self.width(of: word) <= width {
                line += " " + word
            } else {
                lines.append(line)
                line = word
            }
        }
        return lines + [line]
    }

    private static func pieces(of word: Substring, _ width: Int) -> [String] {
        var pieces: [String] = []
        var piece = ""
        var used = 0
        for character in word {
            let needed = self.width(of: character)
            if used + needed > width, !piece.isEmpty {
                pieces.append(piece)
                (piece, used) = ("", 0)
            }
            piece.append(character)
            used += needed
        }
        return pieces + [piece]
    }
}
