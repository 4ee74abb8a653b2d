/// What is left in a write-ahead log, read without SQLite.
///
/// SQLite takes the first frame whose checksum is wrong for the end of the log, and silently drops
/// everything behind. After a power cut that is right: what is torn was never acknowledged, and
/// nothing can stand behind it, because the next command is written only when this one is on the
/// disk. A whole commit behind a wrong frame, and more behind that, therefore means damage.
///
/// - Source: "WAL-mode File Format", sqlite.org/walformat.html, read 2026-11-23.
struct WriteAheadLog: Sendable, Hashable {
    /// The number of frames that are whole, from the beginning.
    let wholeFrames: Int
    /// The first frame, from 1, that was whole when something was written behind it and is no more;
    /// 0 for the head of the log.
    let damagedFrame: Int?

    /// Reads the log at `path`; nil where there is none, or nothing in it.
    init?(at path: String) {
        guard case .file(let size) = FileSystem.kind(of: path), size > 32,
            let head = FileSystem.bytes(of: path, count: 32), head.count == 32
        else { return nil }
        let isBigEndian = head[3] & 1 == 1
        guard Self.number(head, 0) & ~1 == 0x377F_0682,
            let pageSize = Int(exactly: Self.number(head, 8)), pageSize >= 512,
            pageSize <= 65_536
        else { return nil }
        let salts = Array(head[16..<24])
        var sums = Checksum(isBigEndian: isBigEndian)
        sums.add(head[..<24])
        let frameSize = 24 + pageSize
        guard sums.matches(head[24..<32]) else {
            // Frames are written only when the head with their salts is on the disk.
            let first = FileSystem.bytes(of: path, from: 32, count: 24) ?? []
            wholeFrames = 0
            damagedFrame = first.count == 24 && Array(first[8..<16]) == salts ? 0 : nil
            return
        }
        var whole = 0
        var firstWrong: Int?
        var commitBehind = false
        var damaged: Int?
        var index = 0
        while damaged == nil,
            let frame = FileSystem.bytes(of: path, from: 32 + index * frameSize, count: frameSize),
            frame.count == frameSize, Array(frame[8..<16]) == salts
        {
            index += 1
            if firstWrong == nil {
                var next = sums
                next.add(frame[..<8])
                next.add(frame[24...])
                if next.matches(frame[16..<24]) {
                    sums = next
                    whole = index
                    continue
                }
                firstWrong = index
            } else if commitBehind {
                damaged = firstWrong
            }
            if Self.number(frame, 4) != 0 { commitBehind = true }
        }
        (wholeFrames, damagedFrame) = (whole, damaged)
    }

    private static func number(_ bytes: [UInt8], _ offset: Int) -> UInt32 {
        bytes[offset..<offset + 4].reduce(0) { $0 << 8 | UInt32($1) }
    }

    /// The running checksum of a log.
    private struct Checksum {
        let isBigEndian: Bool
        private var first: UInt32 = 0
        private var second: UInt32 = 0

        init(isBigEndian: Bool) {
            self.isBigEndian = isBigEndian
        }

        mutating func add(_ bytes: ArraySlice<UInt8>) {
            bytes.withUnsafeBytes { room in
                for offset in stride(from: 0, to: room.count - 7, by: 8) {
                    let even = room.loadUnaligned(fromByteOffset: offset, as: UInt32.self)
                    let odd = room.loadUnaligned(fromByteOffset: offset + 4, as: UInt32.self)
                    first &+= (isBigEndian ? even.bigEndian : even.littleEndian) &+ second
                    second &+= (isBigEndian ? odd.bigEndian : odd.littleEndian) &+ first
                }
            }
        }

        func matches(_ bytes: ArraySlice<UInt8>) -> Bool {
            let words = [0, 4].map { offset in
                bytes.dropFirst(offset).prefix(4).reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
            }
            return words == [first, second]
        }
    }
}
