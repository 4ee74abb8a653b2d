import Outlay

/// A file of scenarios, read strictly: a key or an operation that is not known is an error.
struct ScenarioFile: Sendable {
    /// The currency of all amounts.
    let currency: Currency
    /// The scenarios in order.
    let scenarios: [Scenario]

    /// Reads the bytes of a file.
    ///
    /// - Throws: The first problem of the text or of what it says.
    init(_ bytes: [UInt8], path: String) throws(Problem) {
        let source = try SourceText(path: path, bytes: bytes)
        let root = Item(try JSONReader.read(source), in: source, at: "the file")
        let fields = try root.fields()
        let version = try fields.required("version")
        guard try version.count() == 1 else {
            throw Problem(
                .unknownVersion, "a version of scenarios that is not known",
                at: source.location(version.node.range), because: "version 1 is played")
        }
        let code = try fields.required("currency")
        currency = try Self.currency(code)
        fields.pass(over: "note")
        scenarios = try fields.required("scenarios").list().map { (item) throws(Problem) in
            try ScenarioReader.scenario(item)
        }
        try fields.requireNothingLeft()
    }

    private static func currency(_ item: Item) throws(Problem) -> Currency {
        let code = try item.text()
        do throws(Problem) {
            return try Currency(code: code)
        } catch {
            throw error.located(at: item.source.location(item.node.range))
        }
    }
}
