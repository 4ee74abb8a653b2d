/// One thing that an evaluation states, such as a line or a source, with what is said of it.
///
/// Two evaluations differ in meaning where their statements do; order, layout and comments are in none.
struct Statement: Sendable, Hashable {
    /// What kind of thing it is.
    let kind: Kind
    /// What it is called, unique within its kind.
    let subject: String
    /// What is said of it, each by the name of its field.
    let fields: [Field]
    /// The option that it belongs to, where it belongs to one.
    let option: String?

    /// One thing said.
    struct Field: Sendable, Hashable {
        let name: String
        let text: String
    }

    /// What is said of it, in words.
    var summary: String {
        fields.map { $0.name.isEmpty ? $0.text : "\($0.name) \($0.text)" }
            .joined(separator: ", ")
    }

    init(
        _ kind: Kind, _ subject: String, option: String? = nil, _ fields: [(String, String?)]
    ) {
        self.kind = kind
        self.subject = subject
        self.option = option
        self.fields = fields.compactMap { name, text in text.map { Field(name: name, text: $0) } }
    }

    /// What kind of thing is stated.
    enum Kind: String, Sendable, CaseIterable {
        case evaluation
        case assumption
        case correlation
        case scenario
        case index
        case option
        case line
        case knockOut = "knock-out"
        case criterion
        case performance
        case panel = "panel score"
        case tradeoff
        case source
        case rate = "exchange rate"
        case fact = "catalogue fact"
    }
}
