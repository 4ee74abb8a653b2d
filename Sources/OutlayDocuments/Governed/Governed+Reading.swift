import OutlayBudgets

extension Budget {
    /// Reads a Budget document and checks it as a whole.
    ///
    /// Nothing is opened here: the caller reads the document's bytes.
    ///
    /// - Parameters:
    ///   - bytes: The document in UTF-8, YAML or JSON; at most 4 MiB.
    ///   - path: What problems call the document. It is JSON where this ends in `.json` or the text begins
    ///     with `{`, else YAML.
    ///   - defaults: What holds where it leaves out its currency or revision.
    /// - Throws: ``DocumentProblems`` with every problem in file order.
    public init(
        reading bytes: [UInt8], path: String, defaults: DocumentDefaults = DocumentDefaults()
    ) throws(DocumentProblems) {
        self = try .written(bytes, path, defaults)
    }
}

extension Policy {
    /// Reads a Policy document and checks it as a whole, its own tests aside: ``testResults(vendors:)``.
    ///
    /// - Parameters:
    ///   - bytes: The document in UTF-8, YAML or JSON; at most 4 MiB.
    ///   - path: What problems call the document; see ``Budget/init(reading:path:defaults:)``.
    ///   - defaults: What holds where it leaves out its currency, first day or revision.
    /// - Throws: ``DocumentProblems`` with every problem in file order.
    public init(
        reading bytes: [UInt8], path: String, defaults: DocumentDefaults = DocumentDefaults()
    ) throws(DocumentProblems) {
        self = try .written(bytes, path, defaults)
    }
}

extension Organisation {
    /// Reads an Organisation document and checks it as a whole.
    ///
    /// - Parameters:
    ///   - bytes: The document in UTF-8, YAML or JSON; at most 4 MiB.
    ///   - path: What problems call the document; see ``Budget/init(reading:path:defaults:)``.
    ///   - defaults: What holds where it leaves out its currency, first day or revision.
    /// - Throws: ``DocumentProblems`` with every problem in file order.
    public init(
        reading bytes: [UInt8], path: String, defaults: DocumentDefaults = DocumentDefaults()
    ) throws(DocumentProblems) {
        self = try .written(bytes, path, defaults)
    }
}

extension VendorRegister {
    /// Reads a Vendors document and checks it as a whole.
    ///
    /// - Parameters:
    ///   - bytes: The document in UTF-8, YAML or JSON; at most 4 MiB.
    ///   - path: What problems call the document; see ``Budget/init(reading:path:defaults:)``.
    ///   - defaults: What holds where it leaves out its revision.
    /// - Throws: ``DocumentProblems`` with every problem in file order.
    public init(
        reading bytes: [UInt8], path: String, defaults: DocumentDefaults = DocumentDefaults()
    ) throws(DocumentProblems) {
        self = try .written(bytes, path, defaults)
    }
}

extension WrittenDocument {
    fileprivate static func written(
        _ bytes: [UInt8], _ path: String, _ defaults: DocumentDefaults
    ) throws(DocumentProblems) -> Self {
        try GovernedReader<Self>(DocumentSource.read(path: path, bytes: bytes)).read(defaults)
    }
}
