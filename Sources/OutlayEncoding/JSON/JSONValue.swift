/// A JSON value to be written.
///
/// Money, ratios and other exact numbers are strings; numbers are for counts.
public indirect enum JSONValue: Sendable, Hashable {
    /// Members in the order they are written.
    case object(JSONObject)
    /// Elements in order.
    case array([JSONValue])
    /// A text.
    case string(String)
    /// A number by its JSON text, such as `12`.
    case number(text: String)
    /// `true` or `false`.
    case bool(Bool)
    /// `null`.
    case null
}

/// The members of a JSON object, in the order they were added; no key stands in it twice.
public struct JSONObject: Sendable, Hashable {
    /// A key and its value.
    public struct Member: Sendable, Hashable {
        /// The key.
        public let key: String
        /// The value.
        public var value: JSONValue
    }

    /// The members, in the order they were added.
    public private(set) var members: [Member] = []

    /// Creates an object without members.
    public init() {}

    /// The value of `key`; setting a new key adds it at the end, setting nil removes the member.
    ///
    /// - Complexity: O(*n*) in the number of members.
    public subscript(key: String) -> JSONValue? {
        get { members.first { $0.key == key }?.value }
        set {
            let index = members.firstIndex { $0.key == key }
            switch (index, newValue) {
            case (let index?, let value?): members[index].value = value
            case (let index?, nil): members.remove(at: index)
            case (nil, let value?): members.append(Member(key: key, value: value))
            case (nil, nil): break
            }
        }
    }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
    /// Creates an object with the members of a literal, in their order.
    ///
    /// - Precondition: no key stands in the literal twice.
    public init(dictionaryLiteral elements: (String, JSONValue)...) {
        for (key, value) in elements {
            precondition(self[key] == nil, "the key \(key) stands in an object once")
            members.append(Member(key: key, value: value))
        }
    }
}

extension JSONValue {
    /// Returns the number `value`.
    public static func integer(_ value: some BinaryInteger) -> JSONValue {
        .number(text: String(value))
    }

    /// Returns the string `value`, or null where there is none.
    public static func string(orNull value: String?) -> JSONValue {
        value.map { .string($0) } ?? .null
    }

    /// Returns an array of strings.
    public static func strings(_ values: some Sequence<String>) -> JSONValue {
        .array(values.map { .string($0) })
    }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByStringInterpolation,
    ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral, ExpressibleByNilLiteral,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    /// Creates a string.
    public init(stringLiteral value: String) { self = .string(value) }

    /// Creates a number.
    public init(integerLiteral value: Int) { self = .integer(value) }

    /// Creates `true` or `false`.
    public init(booleanLiteral value: Bool) { self = .bool(value) }

    /// Creates `null`.
    public init(nilLiteral: ()) { self = .null }

    /// Creates an array.
    public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }

    /// Creates an object with the members in the order of the literal.
    ///
    /// - Precondition: no key stands in the literal twice.
    public init(dictionaryLiteral elements: (String, JSONValue)...) {
        var object = JSONObject()
        for (key, value) in elements {
            precondition(object[key] == nil, "the key \(key) stands in an object once")
            object[key] = value
        }
        self = .object(object)
    }
}
