/// The size of text in a drawing, estimated without a font.
///
/// The widths are those of a broad sans serif (DejaVu Sans), so that text in another font is
/// narrower than reckoned and nothing overlaps.
enum ChartText {
    /// The size of most texts, in units of the drawing.
    static let size = 12.0
    /// The size of ticks and remarks.
    static let smallSize = 11.0

    /// Returns the width of `text`.
    static func width(_ text: String, size: Double = size, bold: Bool = false) -> Double {
        let ems = text.reduce(0.0) { $0 + self.ems(of: $1) }
        return ems * size * (bold ? 1.1 : 1)
    }

    private static func ems(of character: Character) -> Double {
        switch DisplayText.width(of: String(character)) {
        case 0: return 0
        case 2: return 1.05
        default: break
        }
        switch character {
        case "\u{202F}": return 0.2
        case "i", "j", "l", "I", "'", ".", ",", ":", ";", "|", " ", "\u{A0}": return 0.34
        case "f", "r", "t", "(", ")", "[", "]", "/", "-": return 0.41
        case "m", "w", "M", "W", "@", "%", "+", "−", "=", "…": return 0.95
        default: return character.isUppercase ? 0.72 : 0.63
        }
    }

    /// Returns `text`, cut and ended by `…` where it is wider than `limit`.
    static func fitted(_ text: String, to limit: Double, size: Double = size) -> String {
        guard width(text, size: size) > limit else { return text }
        var result = text
        while !result.isEmpty, width(result + "…", size: size) > limit { result.removeLast() }
        while result.last == " " { result.removeLast() }
        return result + "…"
    }
}
