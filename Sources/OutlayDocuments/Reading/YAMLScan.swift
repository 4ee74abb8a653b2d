import OutlayEncoding
import OutlayProblems
import Yams

/// Finds where the parts of a YAML text end; the parser says only where they begin.
struct YAMLScan {
    private let source: SourceText
    private var bytes: [UInt8] { source.bytes }

    init(_ source: SourceText) {
        self.source = source
    }

    /// Returns the byte at a mark of the parser, the text's begin where there is none.
    func offset(_ mark: Mark?) -> Int {
        guard let mark else { return source.contentStart }
        return source.offset(of: TextPosition(line: mark.line, column: mark.column))
    }

    /// Returns where a value begins whose anchor or tag begins at `start`.
    func skippingProperties(from start: Int) -> Int {
        var offset = start
        while offset < bytes.count,
            bytes[offset] == UInt8(ascii: "&") || bytes[offset] == UInt8(ascii: "!")
        {
            offset = skippingBlanks(from: endOfWord(at: offset))
        }
        return offset
    }

    /// Returns the end of the run without blanks, brackets and commas that begins at `start`.
    func endOfWord(at start: Int) -> Int {
        let ends = Set(" \t\r\n,[]{}".utf8)
        return bytes[start...].firstIndex { ends.contains($0) } ?? bytes.count
    }

    /// Returns the end of the line of `start`, without the blanks before it.
    func endOfLine(at start: Int) -> Int {
        var end = bytes[start...].firstIndex { $0 == 10 || $0 == 13 } ?? bytes.count
        while end > start, bytes[end - 1] == 32 || bytes[end - 1] == 9 { end -= 1 }
        return end
    }

    /// Returns the end of the scalar that begins at `start` and has the value `text`.
    func scalarEnd(_ text: String, at start: Int) -> Int {
        guard start < bytes.count else { return bytes.count }
        switch bytes[start] {
        case UInt8(ascii: "\""): return quotedEnd(at: start, escape: UInt8(ascii: "\\"))
        case UInt8(ascii: "'"): return quotedEnd(at: start, escape: nil)
        case UInt8(ascii: "|"), UInt8(ascii: ">"): return endOfLine(at: start)
        default: return plainEnd(text, at: start)
        }
    }

    /// Returns the end of the list or map that begins at `start` and whose last item ends at `last`.
    func collectionEnd(from start: Int, last: Int) -> Int {
        guard start < bytes.count else { return last }
        let closing: UInt8
        switch bytes[start] {
        case UInt8(ascii: "["): closing = UInt8(ascii: "]")
        case UInt8(ascii: "{"): closing = UInt8(ascii: "}")
        default: return max(start, last)
        }
        var offset = skippingBlanks(from: max(start + 1, last))
        while offset < bytes.count, bytes[offset] != closing, ",:?".utf8.contains(bytes[offset]) {
            offset = skippingBlanks(from: offset + 1)
        }
        return offset < bytes.count && bytes[offset] == closing ? offset + 1 : max(start + 1, last)
    }

    /// Returns the first byte from `start` on that is neither blank nor line end nor part of a comment.
    private func skippingBlanks(from start: Int) -> Int {
        var offset = start
        while offset < bytes.count {
            switch bytes[offset] {
            case 32, 9, 10, 13: offset += 1
            case UInt8(ascii: "#"): offset = endOfLine(at: offset)
            default: return offset
            }
        }
        return offset
    }

    private func quotedEnd(at start: Int, escape: UInt8?) -> Int {
        let quote = bytes[start]
        var offset = start + 1
        while offset < bytes.count {
            if bytes[offset] == escape {
                offset += 2
            } else if bytes[offset] == quote {
                let isDoubled =
                    escape == nil && offset + 1 < bytes.count && bytes[offset + 1] == quote
                guard isDoubled else { return offset + 1 }
                offset += 2
            } else {
                offset += 1
            }
        }
        return bytes.count
    }

    /// A plain scalar may run over several lines, which its value joins by one blank each.
    private func plainEnd(_ text: String, at start: Int) -> Int {
        var end = start
        for byte in text.utf8 where byte != 32 && byte != 9 && byte != 10 {
            var offset = end
            while offset < bytes.count, [32, 9, 10, 13].contains(bytes[offset]) { offset += 1 }
            guard offset < bytes.count, bytes[offset] == byte else { return end }
            end = offset + 1
        }
        return end
    }
}
