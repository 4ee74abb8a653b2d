import COutlayFaults
import Foundation
import Outlay
import OutlayStreams

/// F2: the power is cut.
///
/// What was synced is there; of every later write the whole, nothing, or the first sectors.
enum PowerFaults {
    static func run(
        sessions: Int, imagesPerCut: Int, _ report: FaultReport
    ) throws(Problem) {
        let folder = try TemporaryFolder()
        let path = folder.path("power.db")
        try RaceLedger.plain(at: path).close()
        let start = try FileReading.bytes(of: path)
        let names = try record(path, sessions: sessions)
        let log = (0..<outlay_faults_count()).map { outlay_faults_at($0) }
        defer { outlay_faults_reset() }
        let syncs = log.indices.filter { log[$0].kind == Int32(OUTLAY_SYNC.rawValue) }
        var cuts = syncs.flatMap { [$0, $0 + 1] }
        var numbers = SplitMix64(seed: 2)
        for _ in 0..<(imagesPerCut - 1) * 60 {
            cuts.append(Int.random(in: 1...log.count, using: &numbers))
        }
        var (images, broken, lost, first) = (0, 0, 0, "")
        for cut in cuts {
            let acknowledged = log[..<cut].filter { $0.kind == Int32(OUTLAY_MARK.rawValue) }
                .map { names[Int($0.offset)] }
            for _ in 0..<imagesPerCut {
                images += 1
                let place = folder.path("image.db")
                for ending in ["", "-wal", "-shm"] { TemporaryFolder.remove(place + ending) }
                try Image(start, log[..<cut], &numbers).write(to: place)
                guard let fault = RaceLedger.fault(at: place, holding: acknowledged) else {
                    continue
                }
                if fault.contains("lost") { lost += 1 } else { broken += 1 }
                if first.isEmpty { first = ", cut \(cut): \(fault)" }
            }
        }
        report.add(
            "F2 power cut", broken == 0 && lost == 0,
            "\(names.count) commands, \(syncs.count) syncs, \(cuts.count) cuts, \(images) images: "
                + "\(broken) broken, \(lost) lost an acknowledged command" + first)
    }

    /// Raises requests in some sessions with every call recorded; returns their names.
    private static func record(
        _ path: String, sessions: Int
    ) throws(Problem) -> [String] {
        outlay_faults_install()
        outlay_faults_reset()
        outlay_faults_record(1)
        defer {
            outlay_faults_record(0)
            outlay_faults_remove()
        }
        var names: [String] = []
        for session in 0..<sessions {
            let store = try RaceLedger.open(path)
            for number in 0..<12 {
                let name = "p\(session)-\(number)"
                try RaceLedger.submit(name, to: store)
                outlay_faults_mark(Int64(names.count))
                names.append(name)
            }
            try store.close()
        }
        return names
    }
}

/// What the files may look like after a cut.
private struct Image {
    private var main: [UInt8]
    private var log: [UInt8]?

    init(
        _ start: [UInt8], _ records: ArraySlice<outlay_record>, _ numbers: inout SplitMix64
    ) {
        main = start
        let lastSync = Self.lastSyncs(records)
        let anySync = records.lastIndex { $0.kind == Int32(OUTLAY_SYNC.rawValue) } ?? -1
        var generation = 0
        for index in records.indices {
            let record = records[index]
            let isLog = record.file == Int32(OUTLAY_WAL.rawValue)
            guard isLog || record.file == Int32(OUTLAY_MAIN.rawValue) else { continue }
            let isDurable = index <= lastSync[isLog ? generation + 1 : 0] ?? -1
            switch UInt32(record.kind) {
            case OUTLAY_DELETE.rawValue:
                generation += 1
                // Removing a name is on the disk after its folder, or anything later, is.
                let isGone = record.offset == 1 || index < anySync || Bool.random(using: &numbers)
                if isGone { log = nil }
            case OUTLAY_WRITE.rawValue:
                var length = Int(record.length)
                if !isDurable {
                    switch numbers.next() % 3 {
                    case 0: continue
                    case 1: length = Int.random(in: 0...length / 512, using: &numbers) * 512
                    default: break
                    }
                }
                let bytes = UnsafeBufferPointer(start: record.data, count: length)
                let offset = Int(record.offset)
                if isLog {
                    var file = log ?? []
                    Self.put(bytes, at: offset, into: &file)
                    log = file
                } else {
                    Self.put(bytes, at: offset, into: &main)
                }
            case OUTLAY_TRUNCATE.rawValue:
                guard isDurable || Bool.random(using: &numbers) else { continue }
                let size = Int(record.offset)
                if isLog {
                    log = log.map { Array($0.prefix(size)) }
                } else {
                    main = Array(main.prefix(size))
                }
            default: break
            }
        }
    }

    /// Returns where each file was last synced: 0 is the main file, n the log's n-th life.
    private static func lastSyncs(_ records: ArraySlice<outlay_record>) -> [Int: Int] {
        var found: [Int: Int] = [:]
        var generation = 0
        for index in records.indices {
            let record = records[index]
            let isLog = record.file == Int32(OUTLAY_WAL.rawValue)
            if isLog, record.kind == Int32(OUTLAY_DELETE.rawValue) { generation += 1 }
            guard record.kind == Int32(OUTLAY_SYNC.rawValue) else { continue }
            found[isLog ? generation + 1 : 0] = index
        }
        return found
    }

    private static func put(
        _ bytes: UnsafeBufferPointer<UInt8>, at offset: Int, into file: inout [UInt8]
    ) {
        if file.count < offset + bytes.count {
            file += [UInt8](repeating: 0, count: offset + bytes.count - file.count)
        }
        for (index, byte) in bytes.enumerated() { file[offset + index] = byte }
    }

    func write(to path: String) throws(Problem) {
        try FileReading.write(main, to: path)
        if let log { try FileReading.write(log, to: path + "-wal") }
    }
}
