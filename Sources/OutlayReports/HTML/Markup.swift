/// Text inside HTML and SVG.
enum Markup {
    /// Returns `text` so that it stands for itself in content and in quoted attributes.
    ///
    /// Control characters, which neither language allows, become U+FFFD.
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            case "\t", "\n", "\r": result += " "
            case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{FFFE}", "\u{FFFF}":
                result += "\u{FFFD}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// Returns `text` as content, with its days marked up so that no line breaks within one.
    static func content(_ text: String) -> String {
        let bytes = Array(escaped(text).utf8)
        var result: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if isDay(at: index, in: bytes) {
                result += Array("<time>".utf8) + bytes[index..<index + 10] + Array("</time>".utf8)
                index += 10
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// Whether `2027-01-31` or its like stands at `start`, with no digit beside it.
    private static func isDay(at start: Int, in bytes: [UInt8]) -> Bool {
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        func isDigit(_ index: Int) -> Bool {
            bytes.indices.contains(index) && digits.contains(bytes[index])
        }
        guard start + 10 <= bytes.count, !isDigit(start - 1), !isDigit(start + 10) else {
            return false
        }
        return (0..<10).allSatisfy { place in
            place == 4 || place == 7
                ? bytes[start + place] == UInt8(ascii: "-") : isDigit(start + place)
        }
    }
}
