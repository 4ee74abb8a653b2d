/// Text in runs of one emphasis each.
public struct RichText: Sendable, Hashable {
    /// A stretch of text of one emphasis.
    public enum Run: Sendable, Hashable {
        /// Text as it is.
        case plain(String)
        /// What a reader in a hurry must see.
        case strong(String)
        /// A term or a title.
        case emphasis(String)
        /// Something to type, or a name from a document.
        case code(String)

        /// The characters of the run.
        public var text: String {
            switch self {
            case .plain(let text), .strong(let text), .emphasis(let text), .code(let text): text
            }
        }
    }

    /// The runs in reading order.
    public var runs: [Run]

    /// Creates a text from runs.
    public init(_ runs: [Run] = []) {
        self.runs = runs
    }

    /// Creates a plain text.
    public init(_ text: String) {
        runs = [.plain(text)]
    }

    /// The characters without their emphasis.
    public var text: String { runs.map(\.text).joined() }

    /// Returns a text of one strong run.
    public static func strong(_ text: String) -> RichText { RichText([.strong(text)]) }

    /// Returns a text of one emphasised run.
    public static func emphasis(_ text: String) -> RichText { RichText([.emphasis(text)]) }

    /// Returns a text of one run of code.
    public static func code(_ text: String) -> RichText { RichText([.code(text)]) }

    /// Returns `left` followed by `right`.
    public static func + (left: RichText, right: RichText) -> RichText {
        RichText(left.runs + right.runs)
    }
}

extension RichText: ExpressibleByStringInterpolation {
    /// Creates a plain text.
    public init(stringLiteral text: String) {
        self.init(text)
    }
}
