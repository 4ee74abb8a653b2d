/// A JSON value that was read, with the bytes it stands on.
public struct JSONNode: Sendable, Hashable {
    /// What the value is.
    public var kind: Kind
    /// The bytes of the value in its ``SourceText``, quotes and brackets included.
    public var range: Range<Int>

    /// Creates a node.
    public init(kind: Kind, range: Range<Int>) {
        self.kind = kind
        self.range = range
    }

    /// The kinds of JSON values.
    public indirect enum Kind: Sendable, Hashable {
        /// Members in the order of the text; a key that stands there twice stands here twice.
        case object([Member])
        /// Elements in order.
        case array([JSONNode])
        /// A string, its escapes resolved.
        case string(String)
        /// A number, by its text.
        case number(text: String)
        /// `true` or `false`.
        case bool(Bool)
        /// `null`.
        case null
    }

    /// A key and its value.
    public struct Member: Sendable, Hashable {
        /// The key, its escapes resolved.
        public var key: String
        /// The bytes of the key, quotes included.
        public var keyRange: Range<Int>
        /// The value.
        public var value: JSONNode

        /// Creates a member.
        public init(key: String, keyRange: Range<Int>, value: JSONNode) {
            self.key = key
            self.keyRange = keyRange
            self.value = value
        }
    }
}
