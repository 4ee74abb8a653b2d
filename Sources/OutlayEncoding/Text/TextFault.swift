import OutlayProblems

let lineFeed = UInt8(ascii: "\n")
let carriageReturn = UInt8(ascii: "\r")
let tab = UInt8(ascii: "\t")
let quote = UInt8(ascii: "\"")

/// What no text may hold, with the offset of its first byte.
enum TextFault {
    case utf16
    case notUTF8(Int)
    case controlCharacter(Int)

    /// Returns why `bytes` are not UTF-8, or nil where they are.
    static func firstEncodingFault(in bytes: UnsafeRawBufferPointer) -> TextFault? {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return .utf16 }
        do {
            _ = try UTF8Span(validating: bytes.assumingMemoryBound(to: UInt8.self).span)
            return nil
        } catch {
            return .notUTF8(error.byteOffsets.lowerBound)
        }
    }

    /// Returns the first control character that is neither tab nor line end, or nil.
    static func firstControlCharacter(in bytes: UnsafeRawBufferPointer) -> TextFault? {
        bytes.firstIndex(where: isForbiddenControl).map { .controlCharacter($0) }
    }

    /// Returns whether `byte` is a control character (U+0000 … U+001F) that no text may hold.
    static func isForbiddenControl(_ byte: UInt8) -> Bool {
        byte < 0x20 && byte != tab && byte != lineFeed && byte != carriageReturn
    }

    /// Returns the problem with its place in `text`.
    func problem(in text: SourceText) -> Problem {
        switch self {
        case .utf16:
            return Problem(
                .notUTF8, "the text is UTF-16", at: .file(text.path),
                because: "only UTF-8 is read", hint: "save the file as UTF-8")
        case .notUTF8(let offset):
            let byte = hexadecimal(text.bytes[offset])
            return Problem(
                .notUTF8, "byte 0x\(byte) is not UTF-8", at: text.location(offset..<offset + 1),
                because: "only UTF-8 is read; byte \(offset + 1) of the file breaks its rules",
                hint: "save the file as UTF-8")
        case .controlCharacter(let offset):
            let code = codePoint(Unicode.Scalar(text.bytes[offset]))
            return Problem(
                .controlCharacter, "the control character \(code)",
                at: text.location(offset..<offset + 1),
                because: "of the control characters a text holds only tabs and line ends",
                hint: "remove it")
        }
    }
}

/// Returns the two hexadecimal digits of `byte`, in capitals.
func hexadecimal(_ byte: UInt8) -> String {
    (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
}

/// Returns the name of a scalar that does not show, such as `U+00A0`.
func codePoint(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}

/// Returns `text` to be quoted in a message: at most 40 scalars, without line ends and controls.
func shortened(_ text: String) -> String {
    let scalars = text.unicodeScalars
    let kept = scalars.count > 40 ? String(scalars.prefix(37)) + "..." : text
    return kept.unicodeScalars.reduce(into: "") { shown, scalar in
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: shown += codePoint(scalar)
        default: shown.unicodeScalars.append(scalar)
        }
    }
}
