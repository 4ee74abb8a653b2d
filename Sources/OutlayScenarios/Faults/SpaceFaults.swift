import Outlay

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// F3 and F4: no room, and no leave to write.
enum SpaceFaults {
    /// Fills a file system of 2 MiB, makes room again and repeats the command that did not fit.
    static func fillDisk(_ report: FaultReport) throws(Problem) {
        let folder = try TemporaryFolder()
        #if canImport(Darwin)
            report.skip("F3 disk full", "a small file system is mounted on Linux only")
        #else
            guard mount("tmpfs", folder.root, "tmpfs", 0, "size=2m") == 0 else {
                report.skip(
                    "F3 disk full", "no tmpfs can be mounted: \(String(cString: strerror(errno)))")
                return
            }
            defer { umount2(folder.root, Int32(MNT_DETACH)) }
            let path = folder.path("full.db")
            let store = try RaceLedger.plain(at: path)
            var names: [String] = []
            var code: ProblemCode?
            while code == nil, names.count < 20_000 {
                let name = "f\(names.count)"
                code = report.code { () throws(Problem) in
                    try RaceLedger.submit(name, to: store)
                }
                if code == nil { names.append(name) }
            }
            let before = try store.checkpoint().sequence
            mount("tmpfs", folder.root, "tmpfs", UInt(MS_REMOUNT), "size=16m")
            let next = "f\(names.count)"
            try RaceLedger.submit(next, to: store)
            try RaceLedger.submit(next, to: store)
            let after = try store.checkpoint().sequence
            try store.close()
            let fault = RaceLedger.fault(at: path, holding: names + [next])
            report.add(
                "F3 disk full", code == .diskFull && after == before + 1 && fault == nil,
                "after \(names.count) commands \(code?.rawValue ?? "nothing"); with room again the same "
                    + "command twice is \(after - before) event; \(fault ?? "verified")")
        #endif
    }

    /// Tries a file and a folder that may not be written, as a user without rights.
    static func readOnly(_ report: FaultReport) throws(Problem) {
        let folder = try TemporaryFolder()
        let path = folder.path("read.db")
        let store = try RaceLedger.plain(at: path)
        try RaceLedger.submit("a", to: store)
        try store.close()
        for (name, file, directory) in [
            ("read-only file", mode_t(0o444), mode_t(0o777)),
            ("read-only folder", 0o444, 0o555),
            ("writable file in a read-only folder", 0o666, 0o555),
        ] {
            chmod(path, file)
            chmod(folder.root, directory)
            let worker = try Worker(["rights-worker", path])
            let said = try worker.finish().split { $0 == "\n" || $0 == " " }.map(String.init)
            guard said.first != "root" else {
                report.skip("F4 \(name)", "the rights of this user cannot be given up")
                continue
            }
            let isGood =
                said.count == 2 && ["OL455", "OL902"].contains(said[0]) && said[1] == "read"
            report.add(
                "F4 \(name)", isGood, "writing \(said.first ?? "-"), reading \(said.last ?? "-")")
        }
        chmod(folder.root, 0o700)
    }

    /// In a worker: gives up root's rights, then tries to write and to read.
    static func workWithoutRights(_ path: String) {
        if geteuid() == 0 {
            guard setgid(65_534) == 0, setuid(65_534) == 0, geteuid() != 0 else {
                Worker.say("root")
                return
            }
        }
        let report = FaultReport()
        let code = report.code { () throws(Problem) in
            try RaceLedger.submit("b", to: try RaceLedger.open(path))
        }
        let reading = report.code { () throws(Problem) in
            let store = try SQLiteBudgetStore.openForReading(
                path, approvalRules: DocumentApprovalRules())
            guard try store.verify().holds else {
                throw Problem(
                    .rowsDiffer, "the ledger does not hold", because: "it was not damaged")
            }
        }
        Worker.say("\(code?.rawValue ?? "written") \(reading?.rawValue ?? "read")")
    }
}
