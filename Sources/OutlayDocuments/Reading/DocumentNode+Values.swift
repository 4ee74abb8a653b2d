import OutlayProblems
import OutlayValues

/// The value read as what its shape says; nil where it is something else, which checking reports.
extension DocumentNode {
    /// Whether nothing is given, as in `owner:`.
    package var isEmpty: Bool {
        if case .empty = content { true } else { false }
    }

    /// The value as a text, whatever it looks like.
    package var text: String? {
        if case .scalar(let text, _) = content { text } else { nil }
    }

    /// The value as an exact number.
    package var decimal: ExactDecimal? {
        guard case .scalar(let text, let style) = content, style == .plain || style == .number
        else { return nil }
        return try? ExactDecimal(parsing: text)
    }

    /// The value as growth per year: a fraction above -1.
    var growth: ExactDecimal? {
        decimal.flatMap { $0 > ExactDecimal(-1) ? $0 : nil }
    }

    /// The value as a whole number.
    package var integer: Int? {
        guard decimal != nil else { return nil }
        return text.flatMap { Int($0) }
    }

    /// The value as yes or no: `true` or `false` without quotes.
    package var yesNo: Bool? {
        guard case .scalar(let text, let style) = content, style == .plain || style == .yesNo
        else { return nil }
        return Bool(text)
    }

    /// The value as a day.
    package var date: CalendarDate? {
        text.flatMap { try? CalendarDate(parsing: $0) }
    }

    /// The value as a currency.
    package var currency: Currency? {
        text.flatMap { try? Currency(code: $0) }
    }

    /// The items of a list, none where the value is something else.
    package var items: [DocumentNode] {
        if case .list(let items) = content { items } else { [] }
    }

    /// The entries of a map, none where the value is something else.
    package var entries: [DocumentEntry] {
        if case .map(let entries) = content { entries } else { [] }
    }

    /// The value of the field `key`, nil where it is absent or empty.
    ///
    /// - Complexity: O(*n*) in the number of entries.
    package subscript(key: String) -> DocumentNode? {
        entries.first { $0.key == key }.map(\.value).flatMap { $0.isEmpty ? nil : $0 }
    }
}

extension DocumentNode {
    /// Returns the value at a JSON pointer, or the nearest one above it.
    package func part(at pointer: String) -> DocumentNode {
        let steps = pointer.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
        return part(at: steps.map(String.init))
    }

    /// Returns the value at the steps of a JSON pointer, or the nearest one above it.
    package func part(at steps: [String]) -> DocumentNode {
        var node = self
        for step in steps {
            let name = step.replacing("~1", with: "/").replacing("~0", with: "~")
            guard let next = node.child(name) else { return node }
            node = next
        }
        return node
    }

    /// Returns the value of a field, or the item of a list, by its name in a pointer.
    private func child(_ name: String) -> DocumentNode? {
        guard case .list(let items) = content else { return self[name] }
        return Int(name).flatMap { items.indices.contains($0) ? items[$0] : nil }
    }
}
