import Outlay

/// What became of the known answers below a folder.
struct Conformance {
    /// What became of one case.
    enum Outcome: Equatable {
        /// Every answer agrees.
        case passed
        /// Some answer differs, or the library refused; one line each.
        case failed([String])
        /// The case asks for something that is not known here, and what.
        case unsupported(String)
    }

    /// How many cases of a group ended how.
    struct Count: Equatable {
        var passed = 0
        var failed = 0
        var unsupported = 0
        var total: Int { passed + failed + unsupported }
    }

    /// The groups in the order they were found.
    private(set) var groups: [String] = []
    /// What became of the cases of each group.
    private(set) var counts: [String: Count] = [:]
    /// The cases that did not pass, in the order they were found.
    private(set) var faults: [(id: String, outcome: Outcome)] = []
    /// JSON files that hold no known answers, with the reason.
    private(set) var skipped: [(path: String, reason: String)] = []
    /// Files and folders that could not be read, with the reason.
    private(set) var unreadable: [(path: String, reason: String)] = []

    /// How many draws sampled answers are taken from.
    let draws: Int

    /// Runs every case of every file at or below `path`.
    ///
    /// - Parameters:
    ///   - path: A folder or a file.
    ///   - draws: How many draws sampled answers are taken from; at least 1.
    init(below path: String, draws: Int) {
        self.init(below: [path], draws: draws)
    }

    /// Runs every case of every file at or below each of `paths`, in their order.
    ///
    /// - Parameters:
    ///   - paths: Folders or files.
    ///   - draws: How many draws sampled answers are taken from; at least 1.
    init(below paths: [String], draws: Int) {
        self.draws = draws
        for path in paths { add(below: path) }
    }

    private mutating func add(below path: String) {
        let found = KnownAnswerFile.paths(below: path)
        unreadable += found.unreadable.map { ($0, "nothing there can be read") }
        for path in found.files {
            switch KnownAnswerFile.read(path) {
            case .cases(let group, let cases): add(cases, of: group, in: path)
            case .skipped(let reason): skipped.append((path, reason))
            case .unreadable(let reason): unreadable.append((path, reason))
            }
        }
    }

    /// Whether there were cases, and all of them passed.
    var isComplete: Bool { total.passed > 0 && faults.isEmpty && unreadable.isEmpty }

    /// The counts of all groups together.
    var total: Count {
        counts.values.reduce(into: Count()) { total, count in
            total.passed += count.passed
            total.failed += count.failed
            total.unsupported += count.unsupported
        }
    }

    private mutating func add(_ cases: [JSONNode], of group: String, in path: String) {
        if counts[group] == nil { groups.append(group) }
        var count = counts[group] ?? Count()
        for (index, node) in cases.enumerated() {
            let outcome = Self.outcome(of: node, draws: draws)
            switch outcome {
            case .passed: count.passed += 1
            case .failed: count.failed += 1
            case .unsupported: count.unsupported += 1
            }
            if outcome != .passed {
                faults.append((Self.id(of: node) ?? "\(path), case \(index + 1)", outcome))
            }
        }
        counts[group] = count
    }

    /// Returns what becomes of the case that `node` holds.
    static func outcome(of node: JSONNode, draws: Int) -> Outcome {
        do {
            if isFunctionCase(node) {
                let known = try FunctionCase(node, draws: draws)
                let check = try AllFunctionFamilies.check(of: known.function)
                let differences = try known.differences(by: check)
                return differences.isEmpty ? .passed : .failed(differences)
            }
            let known = try KnownCase(node, draws: draws)
            try AllFamilies.check(of: known.method)(known)
            guard known.differences.isEmpty else { return .failed(known.differences) }
            try known.requireNothingLeft()
            return .passed
        } catch CaseFault.unsupported(let reason) {
            return .unsupported(reason)
        } catch CaseFault.faulty(let reason) {
            return .failed(["the case cannot be run: \(reason)"])
        } catch let problem as Problem {
            return .failed(["the library refused: \(problem.inOneLine)"])
        } catch {
            return .failed(["\(error)"])
        }
    }

    /// Whether `node` is a case of a function: it names one.
    static func isFunctionCase(_ node: JSONNode) -> Bool {
        guard case .object(let members) = node.kind else { return false }
        return members.contains { $0.key == "function" }
    }

    private static func id(of node: JSONNode) -> String? {
        try? Fields(node).required("id").text()
    }
}
