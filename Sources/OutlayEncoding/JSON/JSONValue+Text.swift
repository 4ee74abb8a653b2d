extension JSONValue {
    /// Returns the JSON text, without a line end behind it.
    ///
    /// U+2028 and U+2029 are escaped, so that the text may stand in a script as well.
    ///
    /// - Parameter indentation: The blanks of one level; nil writes one line without blanks.
    /// - Returns: A text by RFC 8259.
    public func text(indentation: Int? = nil) -> String {
        var writer = JSONWriter(indentation: indentation, isCanonical: false)
        writer.write(self, level: 0)
        return writer.text
    }

    /// The one text that all equal values have, to be hashed.
    ///
    /// Keys are sorted by their UTF-8 bytes; there are no blanks; strings and keys are in Unicode
    /// Normalization Form C, and only `"`, `\` and control characters are escaped; numbers have no
    /// trailing zeros behind the point, and no negative zero. Numbers with an exponent stay as
    /// they are.
    public var canonicalText: String {
        var writer = JSONWriter(indentation: nil, isCanonical: true)
        writer.write(self, level: 0)
        return writer.text
    }
}

/// Writes JSON text.
private struct JSONWriter {
    let indentation: Int?
    let isCanonical: Bool
    private(set) var text = ""

    init(indentation: Int?, isCanonical: Bool) {
        self.indentation = indentation
        self.isCanonical = isCanonical
    }

    mutating func write(_ value: JSONValue, level: Int) {
        switch value {
        case .object(let object): write(object, level: level)
        case .array(let elements):
            writeList(elements, "[", "]", level: level) { writer, element in
                writer.write(element, level: level + 1)
            }
        case .string(let string): write(string)
        case .number(let number): write(number: number)
        case .bool(let bool): text += bool ? "true" : "false"
        case .null: text += "null"
        }
    }

    private mutating func write(_ object: JSONObject, level: Int) {
        let members =
            isCanonical
            ? object.members.map { ($0.key.normalFormC, $0.value) }
                .sorted { $0.0.utf8.lexicographicallyPrecedes($1.0.utf8) }
            : object.members.map { ($0.key, $0.value) }
        writeList(members, "{", "}", level: level) { writer, member in
            writer.write(member.0)
            writer.text += writer.indentation == nil ? ":" : ": "
            writer.write(member.1, level: level + 1)
        }
    }

    private mutating func writeList<Element>(
        _ elements: [Element], _ opening: String, _ closing: String, level: Int,
        _ write: (inout JSONWriter, Element) -> Void
    ) {
        text += opening
        for (index, element) in elements.enumerated() {
            if index > 0 { text += "," }
            breakLine(level + 1)
            write(&self, element)
        }
        if !elements.isEmpty { breakLine(level) }
        text += closing
    }

    private mutating func breakLine(_ level: Int) {
        guard let indentation else { return }
        text += "\n" + String(repeating: " ", count: level * indentation)
    }

    private mutating func write(number: String) {
        precondition(
            JSONNumber.length(of: Array(number.utf8)[...]) == number.utf8.count,
            "\(number) is not the text of a JSON number")
        text += isCanonical ? JSONNumber.canonical(number) : number
    }

    private mutating func write(_ string: String) {
        let string = isCanonical ? string.normalFormC : string
        text += "\""
        defer { text += "\"" }
        guard string.utf8.contains(where: Self.mayNeedEscape) else {
            text += string
            return
        }
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            case "\u{8}": text += "\\b"
            case "\u{C}": text += "\\f"
            case "\u{0}"..."\u{1F}":
                text += "\\u00" + hexadecimal(UInt8(truncatingIfNeeded: scalar.value)).lowercased()
            case "\u{2028}" where !isCanonical: text += "\\u2028"
            case "\u{2029}" where !isCanonical: text += "\\u2029"
            default: text.unicodeScalars.append(scalar)
            }
        }
    }

    /// Returns whether `byte` is escaped, or begins a scalar that may be (U+2000 … U+2FFF).
    private static func mayNeedEscape(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == quote || byte == UInt8(ascii: "\\") || byte == 0xE2
    }
}
