import OutlayProblems

extension [Problem] {
    /// The problems in the order of their places in one file, those without a place first.
    ///
    /// Where a value is not of its type, whatever else was found at its place follows from that and
    /// is left out, so that one mistake is one problem.
    package var inFileOrder: [Problem] {
        let ordered = enumerated().sorted { left, right in
            let (leftStart, rightStart) = (left.element.start, right.element.start)
            return leftStart == rightStart ? left.offset < right.offset : leftStart < rightStart
        }
        var mistyped: Set<TextSpan> = []
        return ordered.map(\.element).filter { problem in
            guard case .text(let span)? = problem.location else { return true }
            if mistyped.contains(span) { return false }
            if problem.code.isAboutType { mistyped.insert(span) }
            return true
        }
    }
}

extension Problem {
    /// Where the problem stands in its file; before everything where it stands at no line.
    fileprivate var start: TextPosition {
        guard case .text(let span)? = location else { return TextPosition(line: 0, column: 0) }
        return span.start
    }
}

extension ProblemCode {
    /// Whether the code says that a value is not what its field takes.
    fileprivate var isAboutType: Bool {
        switch self {
        case .wrongType, .badNumber, .badDate, .unknownChoice, .outOfRange, .badIdentifier,
            .unknownCurrency, .tooPrecise, .unknownUnit, .wrongLength:
            true
        default: false
        }
    }
}
