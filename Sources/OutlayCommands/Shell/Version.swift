/// The version of the tool and of its result schemas.
enum Version {
    /// The tool's semantic version.
    static let tool = "0.1.0"
    /// The version of every JSON result: the minor number grows with additions, the major with breaks.
    static let results = "1.0"
}
