import OutlayBudgets

/// A filter of requests as SQL, each text of it a parameter.
struct RequestConditions {
    private var conditions: [String] = []
    private var texts: [String] = []

    /// The states of requests that are not over, as the index of them has it.
    static let openStates = "state IN ('approved', 'ordered', 'submitted')"

    /// Creates the conditions of a filter, ``RequestFilter/expiredOn`` aside.
    init(_ filter: RequestFilter) {
        // The words are those of the states, so none of them needs a parameter.
        if let states = filter.states {
            let words = states.map { "'\($0.rawValue)'" }.sorted().joined(separator: ", ")
            conditions.append("state IN (\(words))")
            // SQLite takes a partial index only where its own condition is asked for.
            if states.isSubset(of: [.approved, .ordered, .submitted]) {
                conditions.append(Self.openStates)
            }
        }
        require("vendor =", filter.vendor?.text)
        require("requester =", filter.requester?.text)
        require("submitted >=", filter.submittedFrom?.description)
        require("submitted <=", filter.submittedTo?.description)
    }

    /// The condition, or nil where every request is meant.
    var sql: String? {
        conditions.isEmpty ? nil : conditions.joined(separator: " AND ")
    }

    /// Returns these conditions and one more, which ends in the operator before `text`.
    func and(_ condition: String, _ text: String? = nil) -> RequestConditions {
        var result = self
        if text == nil {
            result.conditions.append(condition)
        } else {
            result.require(condition, text)
        }
        return result
    }

    private mutating func require(_ condition: String, _ text: String?) {
        guard let text else { return }
        texts.append(text)
        conditions.append("\(condition) ?\(texts.count)")
    }

    /// Binds the texts.
    func bind(to statement: PreparedStatement) {
        for (index, text) in texts.enumerated() { statement.bind(Int32(index + 1), text) }
    }
}
