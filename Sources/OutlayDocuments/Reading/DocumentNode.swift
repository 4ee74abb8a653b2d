import OutlayEncoding
import OutlayProblems

/// One value of a document, the same for YAML and JSON, with its place.
package struct DocumentNode: Sendable {
    /// What the value is.
    package let content: Content
    /// The bytes of the value; a list or map begins at its first item.
    package let range: Range<Int>
    /// The way from the root to the value.
    package let path: NodePath
    /// The text the value stands in.
    package let source: SourceText

    /// What a value of a document is.
    package enum Content: Sendable {
        /// Nothing: a key without a value, `~` or `null`.
        case empty
        /// A text, number, date or word; the shape of its field says which.
        case scalar(String, ScalarStyle)
        /// A list, in the order of the text.
        case list([DocumentNode])
        /// A map, in the order of the text; no key stands in it twice.
        case map([DocumentEntry])
        /// A value whose own problem is already reported.
        case refused
    }
}

/// How a scalar is written, as far as it decides what the scalar may be.
package enum ScalarStyle: Sendable, Hashable {
    /// Without quotes in YAML: its field types it.
    case plain
    /// In quotes: a text or a date.
    case quoted
    /// As lines behind `|` or `>`: a text.
    case block
    /// A JSON number.
    case number
    /// A JSON `true` or `false`.
    case yesNo
}

/// A key of a map and its value.
package struct DocumentEntry: Sendable {
    /// The key.
    package let key: String
    /// The bytes of the key, quotes included.
    package let keyRange: Range<Int>
    /// The value.
    package let value: DocumentNode

    /// The place of the key.
    package var keyLocation: Location {
        value.source.location(keyRange, pointer: value.pointer)
    }
}

/// The way from the root of a document to one of its values.
package final class NodePath: Sendable {
    /// One step down.
    package enum Step: Sendable {
        /// To the value of a map's key, whose bytes are the range.
        case key(String, Range<Int>)
        /// To an item of a list, counted from 0.
        case item(Int)
    }

    /// The way to the map or list above, or nil at the root.
    package let parent: NodePath?
    /// The last step, or nil at the root.
    package let step: Step?

    /// The root's own way.
    package static let root = NodePath(parent: nil, step: nil)

    private init(parent: NodePath?, step: Step?) {
        self.parent = parent
        self.step = step
    }

    /// Returns the way one step further down.
    package func appending(_ step: Step) -> NodePath {
        NodePath(parent: self, step: step)
    }

    /// The way as a JSON pointer (RFC 6901).
    package var pointer: String {
        var names: [String] = []
        var path = self
        while let step = path.step, let parent = path.parent {
            switch step {
            case .key(let key, _):
                names.append(key.replacing("~", with: "~0").replacing("/", with: "~1"))
            case .item(let index): names.append(String(index))
            }
            path = parent
        }
        return names.reversed().map { "/" + $0 }.joined()
    }
}

extension DocumentNode {
    /// The value's place in the document's structure as a JSON pointer (RFC 6901).
    package var pointer: String { path.pointer }

    /// The place of the value, as far as it stands on its first line.
    package var location: Location { source.location(range, pointer: pointer) }

    /// The place of the value's key; the value's own in a list or at the root.
    package var headingLocation: Location {
        if case .key(_, let keyRange) = path.step {
            return source.location(keyRange, pointer: pointer)
        }
        return location
    }

    /// The name of the field the value belongs to; for an item of a list, the list's; nil at the root.
    package var fieldName: String? {
        var path = path
        while let step = path.step, let parent = path.parent {
            if case .key(let key, _) = step { return key }
            path = parent
        }
        return nil
    }

    /// Returns a problem that stands at the value.
    package func problem(
        _ code: ProblemCode, _ summary: String, because reason: String, hint: String? = nil
    ) -> Problem {
        Problem(code, summary, at: location, because: reason, hint: hint)
    }
}
