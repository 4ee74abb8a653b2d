import OutlayProblems

/// Bytes that come in blocks, such as those of an open file.
///
/// The core opens no files: who does hands their bytes on through this.
public protocol ByteSource {
    /// Fills the beginning of `buffer` and returns how many bytes it put there; 0 only at the end.
    ///
    /// - Throws: A ``Problem`` where the bytes cannot be read.
    mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(Problem) -> Int

    /// Goes back to the first byte.
    ///
    /// - Throws: A ``Problem`` where the bytes come only once, as those of a pipe do.
    mutating func rewind() throws(Problem)
}

/// Bytes in memory as a source.
public struct BytesInMemory: ByteSource {
    private let bytes: [UInt8]
    private let blockSize: Int
    private var offset = 0

    /// Creates a source of `bytes` that hands on at most `blockSize` of them at once.
    public init(_ bytes: [UInt8], blockSize: Int = 1 << 20) {
        precondition(blockSize > 0, "a block has at least one byte")
        self.bytes = bytes
        self.blockSize = blockSize
    }

    /// Copies the next bytes.
    public mutating func read(
        into buffer: UnsafeMutableRawBufferPointer
    ) throws(Problem) -> Int {
        let count = min(blockSize, buffer.count, bytes.count - offset)
        buffer.copyBytes(from: bytes[offset..<offset + count])
        offset += count
        return count
    }

    /// Goes back to the first byte.
    public mutating func rewind() throws(Problem) { offset = 0 }
}
