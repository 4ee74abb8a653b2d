import Crypto

/// SHA-256 digests as lower-case hexadecimal text.
///
/// - Source: FIPS 180-4, section 6.2, through swift-crypto.
public enum SHA256Digest {
    /// Returns the 64 hexadecimal digits of the digest of `bytes`.
    public static func of(_ bytes: UnsafeRawBufferPointer) -> String {
        var hash = SHA256()
        hash.update(bufferPointer: bytes)
        return hash.finalize().reduce(into: "") { text, byte in
            text += (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }
    }

    /// Returns the 64 hexadecimal digits of the digest of `bytes`.
    public static func of(_ bytes: [UInt8]) -> String {
        bytes.withUnsafeBytes { of($0) }
    }

    /// Returns the 64 hexadecimal digits of the digest of `text` in UTF-8.
    public static func of(_ text: String) -> String {
        of(Array(text.utf8))
    }
}
