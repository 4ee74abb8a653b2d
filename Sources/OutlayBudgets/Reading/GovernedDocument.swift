import OutlayEncoding

/// A dated, versioned document whose bytes decide: a policy, an organisation or a vendor register.
///
/// Its canonical text holds every setting, those that were left to their defaults too, so that a default that
/// changes later does not change what a stored document says.
public protocol GovernedDocument: Sendable, Hashable {
    /// The document as a value, every setting written out.
    var json: JSONValue { get }

    /// Reads a document.
    ///
    /// - Throws: ``DocumentFaults`` with every problem and its JSON pointer.
    init(json: JSONValue) throws(DocumentFaults)
}

extension GovernedDocument {
    /// The canonical JSON text in UTF-8, which two equal documents share.
    public var canonicalBytes: [UInt8] { Array(json.canonicalText.utf8) }

    /// The SHA-256 digest of ``canonicalBytes``, as 64 hexadecimal digits.
    public var hash: String { SHA256Digest.of(canonicalBytes) }
}
