import OutlayEncoding
import Testing

struct SHA256StreamTests {
    @Test func `blocks have the digest of the whole`() {
        let bytes = (0..<1000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
        for size in [1, 63, 64, 65, 1000] {
            var stream = SHA256Stream()
            for start in stride(from: 0, to: bytes.count, by: size) {
                bytes[start..<min(start + size, bytes.count)].withUnsafeBytes { stream.update($0) }
            }
            #expect(stream.value == SHA256Value.of(bytes), "blocks of \(size)")
        }
    }

    @Test func `no bytes have the digest of FIPS 180`() {
        #expect(
            SHA256Stream().value.description
                == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    }
}
