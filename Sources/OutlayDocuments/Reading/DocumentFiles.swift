import OutlayProblems

/// How catalogues get at their files, so that the library opens none itself.
public struct DocumentFiles: Sendable {
    /// Returns the bytes of the regular file at a path.
    public let read: @Sendable (_ path: String) throws(Problem) -> [UInt8]
    /// Returns the names in a folder, sorted by their bytes.
    public let list: @Sendable (_ folder: String) throws(Problem) -> [String]

    /// Creates an access from its two ways.
    public init(
        read: @escaping @Sendable (_ path: String) throws(Problem) -> [UInt8],
        list: @escaping @Sendable (_ folder: String) throws(Problem) -> [String]
    ) {
        self.read = read
        self.list = list
    }
}

/// A file that was read, by its path and the SHA-256 of its bytes.
public struct FileDigest: Sendable, Hashable {
    /// The path it was read by.
    public let path: String
    /// The SHA-256 of its bytes in lower-case hexadecimal digits.
    public let sha256: String

    /// Creates a digest.
    package init(path: String, sha256: String) {
        self.path = path
        self.sha256 = sha256
    }
}
