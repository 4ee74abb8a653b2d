import OutlayValues

extension KnockOut {
    /// Returns how an option with `answer` stands; nil, nothing known, is neither a pass nor a fail.
    ///
    /// Texts are compared exactly, letter case included. An answer of another type than the
    /// requirement's fails it; ``accepts(_:)`` tells such answers apart.
    public func outcome(for answer: Performance?) -> KnockOutOutcome {
        guard let answer else { return .unknown }
        return isMet(by: answer) ? .passed : .failed(found: answer)
    }

    /// Returns whether `answer` is of the requirement's type: a number for a number, a level listed.
    public func accepts(_ answer: Performance) -> Bool {
        switch (requirement, answer) {
        case (.equals(let wanted), _): wanted.isSameType(as: answer)
        case (.isOneOf(let wanted), _): wanted.contains { $0.isSameType(as: answer) }
        case (.numberAtLeast, .number), (.numberAtMost, .number): true
        case (.levelAtLeast(_, of: let levels), .text(let level)),
            (.levelAtMost(_, of: let levels), .text(let level)):
            levels.contains(level)
        case (.before, .date), (.after, .date), (.dateAtLeast, .date), (.dateAtMost, .date): true
        default: false
        }
    }

    /// The requirement in words, such as "EU", "at least 99.5 %" or "one of EU, CH".
    public var requirementInWords: String {
        switch requirement {
        case .equals(let wanted): inWords(wanted)
        case .isOneOf(let wanted):
            (wanted.count == 1 ? "" : "one of ") + wanted.map(inWords).joined(separator: ", ")
        case .numberAtLeast(let bound): "at least " + inWords(.number(bound))
        case .numberAtMost(let bound): "at most " + inWords(.number(bound))
        case .levelAtLeast(let level, of: _): "at least \(level)"
        case .levelAtMost(let level, of: _): "at most \(level)"
        case .before(let day): "before \(day)"
        case .after(let day): "after \(day)"
        case .dateAtLeast(let day): "\(day) or later"
        case .dateAtMost(let day): "\(day) or earlier"
        }
    }

    /// Returns `answer` with the knock-out's unit where it is a number, such as "99.5 %".
    public func inWords(_ answer: Performance) -> String {
        if case .number(let number) = answer, !unit.isEmpty { return "\(number) \(unit)" }
        return answer.description
    }

    private func isMet(by answer: Performance) -> Bool {
        switch (requirement, answer) {
        case (.equals(let wanted), _): answer == wanted
        case (.isOneOf(let wanted), _): wanted.contains(answer)
        case (.numberAtLeast(let bound), .number(let number)): number >= bound
        case (.numberAtMost(let bound), .number(let number)): number <= bound
        case (.levelAtLeast(let bound, of: let levels), .text(let level)):
            Self.isOrdered(bound, level, in: levels)
        case (.levelAtMost(let bound, of: let levels), .text(let level)):
            Self.isOrdered(level, bound, in: levels)
        case (.before(let day), .date(let date)): date < day
        case (.after(let day), .date(let date)): date > day
        case (.dateAtLeast(let day), .date(let date)): date >= day
        case (.dateAtMost(let day), .date(let date)): date <= day
        default: false
        }
    }

    private static func isOrdered(_ lower: String, _ upper: String, in levels: [String]) -> Bool {
        guard let low = levels.firstIndex(of: lower), let high = levels.firstIndex(of: upper) else {
            return false
        }
        return low <= high
    }
}

extension Performance {
    /// Returns whether `other` is of the same type, whatever it says.
    fileprivate func isSameType(as other: Performance) -> Bool {
        switch (self, other) {
        case (.number, .number), (.text, .text), (.yesNo, .yesNo), (.date, .date): true
        default: false
        }
    }
}
