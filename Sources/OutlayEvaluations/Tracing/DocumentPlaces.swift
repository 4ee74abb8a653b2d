import OutlayProblems

/// Where the parts of a document stand, by JSON pointers (RFC 6901) such as `/assumptions/seats/value`.
public struct DocumentPlaces: Sendable {
    private let find: @Sendable (_ pointer: String) -> Location?

    /// Creates places from what finds one.
    public init(_ find: @escaping @Sendable (_ pointer: String) -> Location?) {
        self.find = find
    }

    /// Returns the place of what `steps` lead to from the top of the document, or nil where nothing stands there.
    func place(_ steps: String...) -> Location? { place(steps) }

    /// Returns the place of what `steps` lead to from the top of the document, or nil where nothing stands there.
    func place(_ steps: [String]) -> Location? {
        find(
            steps.map { "/" + $0.replacing("~", with: "~0").replacing("/", with: "~1") }.joined())
    }

    /// Returns the place of a field of what stands at `parent`, or nil where nothing stands there.
    func place(ofField field: String, at parent: Location?) -> Location? {
        guard case .text(let span)? = parent, let pointer = span.pointer else { return nil }
        return find(pointer + "/" + field)
    }
}
