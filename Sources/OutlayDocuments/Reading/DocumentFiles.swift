import OutlayProblems

/// How documents and tables get at files, so that this module opens none itself.
package struct DocumentFiles: Sendable {
    /// Returns the bytes of the regular file at a path.
    package let read: @Sendable (_ path: String) throws(Problem) -> [UInt8]
    /// Returns the names in a folder, sorted by their bytes.
    package let list: @Sendable (_ folder: String) throws(Problem) -> [String]

    /// Creates an access from its two ways.
    package init(
        read: @escaping @Sendable (_ path: String) throws(Problem) -> [UInt8],
        list: @escaping @Sendable (_ folder: String) throws(Problem) -> [String]
    ) {
        self.read = read
        self.list = list
    }
}

/// A file that was read, by its path and the SHA-256 of its bytes.
package struct FileDigest: Sendable, Hashable {
    /// The path it was read by.
    package let path: String
    /// The SHA-256 of its bytes in lower-case hexadecimal digits.
    package let sha256: String

    /// Creates a digest.
    package init(path: String, sha256: String) {
        self.path = path
        self.sha256 = sha256
    }
}
