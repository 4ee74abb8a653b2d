import Dispatch

/// Returns what `work` makes of each of 0 ..< `count`, in that order, worked out on all cores.
///
/// Calls of `work` run at the same time, so each may change only what is its own.
func sideBySide<Piece>(_ count: Int, _ work: (Int) -> Piece) -> [Piece] {
    withoutActuallyEscaping(work) { work in
        nonisolated(unsafe) let work = work
        return [Piece](unsafeUninitializedCapacity: count) { pieces, finished in
            nonisolated(unsafe) let places = pieces
            DispatchQueue.concurrentPerform(iterations: count) { index in
                places.initializeElement(at: index, to: work(index))
            }
            finished = count
        }
    }
}
