import Crypto

/// The SHA-256 digest of bytes that come in blocks.
///
/// - Source: FIPS 180-4, section 6.2, through swift-crypto.
public struct SHA256Stream {
    private var hash = SHA256()

    /// Creates the digest of no bytes.
    public init() {}

    /// Takes in the next bytes.
    public mutating func update(_ bytes: UnsafeRawBufferPointer) {
        hash.update(bufferPointer: bytes)
    }

    /// The digest of all bytes so far.
    public var value: SHA256Value {
        let digest = hash.finalize()
        guard let value = SHA256Value(Array(digest)) else {
            preconditionFailure("a SHA-256 digest has 32 bytes")
        }
        return value
    }
}
