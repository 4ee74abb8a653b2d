#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What kind of file system a file lies on.
///
/// A ledger lives on one host: on a network file system locks and syncs may mean nothing.
enum FileSystemKind: Sendable, Hashable {
    /// On this machine, or of a kind that is not known.
    case local
    /// On another machine, by this kind's name.
    case network(String)

    /// The kind of the file system that holds the file or folder at `path`.
    init(holding path: String) {
        #if canImport(Darwin)
            var status = statfs()
            let isFound = statfs(path, &status) == 0
            self = isFound && status.f_flags & UInt32(MNT_LOCAL) == 0 ? .network("network") : .local
        #else
            var status = stat()
            guard stat(path, &status) == 0,
                let mounts = FileSystem.bytes(of: "/proc/self/mountinfo", count: 1 << 20)
            else {
                self = .local
                return
            }
            let device = UInt64(status.st_dev)
            let major = device >> 8 & 0xFFF | device >> 32 & 0xFFFF_F000
            let minor = device & 0xFF | device >> 12 & 0xFFFF_FF00
            self.init(
                ofDevice: "\(major):\(minor)", among: String(decoding: mounts, as: UTF8.self))
        #endif
    }

    /// The kind of the device `device`, such as `8:1`, by Linux's table of mounts.
    ///
    /// - Source: proc_pid_mountinfo(5). What FUSE mounts is counted as remote: most of it is (SSHFS,
    ///   object stores), and its locks are often none.
    init(ofDevice device: String, among mounts: String) {
        let networks: Set = [
            "nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "coda", "ceph", "9p", "lustre",
            "gpfs", "gfs", "gfs2", "ocfs2", "pvfs2", "orangefs", "glusterfs", "beegfs", "virtiofs",
        ]
        for line in mounts.split(separator: "\n") {
            let fields = line.split(separator: " ")
            guard fields.count > 3, fields[2] == device,
                let dash = fields.lastIndex(of: "-"), dash + 1 < fields.count
            else { continue }
            let name = String(fields[dash + 1])
            let isRemote = networks.contains(name) || name == "fuse" || name.hasPrefix("fuse.")
            self = isRemote ? .network(name) : .local
            return
        }
        self = .local
    }
}
