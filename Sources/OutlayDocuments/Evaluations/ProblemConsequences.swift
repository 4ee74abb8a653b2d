import OutlayProblems

extension [Problem] {
    /// Returns these problems of a document's form with those of its meaning, without the ones that only
    /// follow from another.
    ///
    /// A scale with a faulty part cannot be judged. Where both find a value of the wrong type, the meaning
    /// knows better what belongs there.
    func joined(withMeaning meaning: [Problem]) -> [Problem] {
        let faultyValues = filter { $0.code != .missingField && $0.code != .unknownField }
        let own = meaning.filter { problem in
            !faultyValues.contains { $0.causes(problem) }
        }
        let refined = meaning.filter { $0.code == .wrongType }.compactMap(\.pointer)
        let form = filter { problem in
            problem.code != .wrongType || !refined.contains { $0 == problem.pointer }
        }
        return form + own
    }
}

extension Problem {
    /// The place in the document's structure, where the problem has one.
    fileprivate var pointer: String? {
        if case .text(let span)? = location { span.pointer } else { nil }
    }

    fileprivate func causes(_ other: Problem) -> Bool {
        guard let pointer, let place = other.pointer else { return false }
        return other.code == .badScale && pointer.hasPrefix(place + "/")
    }
}
