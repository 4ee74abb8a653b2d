import Dispatch

/// Work cut into blocks of fixed size that run on every core.
///
/// The blocks depend on the count and the size alone, never on how many cores there are, and their
/// results come back in order: what is computed from them is the same on one core and on many.
public enum Blocks {
    /// How many cores the blocks run on.
    public enum Cores: Sendable, Hashable {
        /// One after the other, on the calling thread.
        case one
        /// On every core of the machine.
        case all
    }

    /// Calls `body` for each block of the indices `0 ..< count`, at the same time where `cores` allows.
    ///
    /// - Parameters:
    ///   - count: How many indices there are; 0 or more.
    ///   - size: How many indices a block has, the last one aside; 1 or more.
    ///   - cores: Where the blocks run.
    ///   - body: Takes the block's number, from 0, and its indices.
    @inlinable
    public static func forEach(
        of count: Int, size: Int, on cores: Cores = .all,
        _ body: @Sendable (_ block: Int, _ indices: Range<Int>) -> Void
    ) {
        let blocks = number(of: count, size: size)
        @Sendable func run(_ block: Int) {
            body(block, block * size..<min((block + 1) * size, count))
        }
        if blocks < 2 || cores == .one {
            for block in 0..<blocks { run(block) }
        } else {
            DispatchQueue.concurrentPerform(iterations: blocks) { run($0) }
        }
    }

    /// Returns what `body` gives for each block of the indices `0 ..< count`, in the blocks' order.
    ///
    /// - Parameters:
    ///   - count: How many indices there are; 0 or more.
    ///   - size: How many indices a block has, the last one aside; 1 or more.
    ///   - cores: Where the blocks run.
    ///   - body: Takes the block's number, from 0, and its indices.
    /// - Returns: One element per block.
    @inlinable
    public static func map<Element: Sendable>(
        of count: Int, size: Int, on cores: Cores = .all,
        _ body: @Sendable (_ block: Int, _ indices: Range<Int>) -> Element
    ) -> [Element] {
        let blocks = number(of: count, size: size)
        // A table of one block is scored in microseconds; it does without the machinery.
        if blocks == 1 { return [body(0, 0..<count)] }
        return [Element](unsafeUninitializedCapacity: blocks) { elements, initialized in
            // Each block writes its own place and no other.
            nonisolated(unsafe) let places = elements
            forEach(of: count, size: size, on: cores) { block, indices in
                places.initializeElement(at: block, to: body(block, indices))
            }
            initialized = blocks
        }
    }

    @inlinable
    static func number(of count: Int, size: Int) -> Int {
        precondition(count >= 0 && size > 0, "a count is 0 or more, a block's size 1 or more")
        return (count + size - 1) / size
    }
}
