/// Why a known-answer case could not be compared with what the library says.
enum CaseFault: Error, Equatable {
    /// The case asks for something that is not known here.
    case unsupported(String)
    /// The case does not hold what its method needs.
    case faulty(String)
}
