import Outlay

/// The weights of a document's criteria as they stood in git before the first quote.
enum WeightHistory {
    private static let place = Location.argument("--history")

    /// Returns what git says of the weights in the document at `path` before the first quote; nothing is known where
    /// git is not asked, or no quote has a day.
    static func weights(
        of path: String, now root: DocumentNode, _ result: EvaluationResult, isAsked: Bool
    ) -> EarlierWeights {
        guard isAsked, let day = result.firstQuoteDay else { return .unknown }
        return weights(of: path, now: root, before: day)
    }

    /// Returns what the last commit before `day` says of the weights in the document at `path`.
    ///
    /// What cannot be found out is said, never thrown: the rule that asks then counts as not checked.
    private static func weights(
        of path: String, now root: DocumentNode, before day: CalendarDate
    ) -> EarlierWeights {
        do throws(Problem) {
            return try recorded(path, root, day)
        } catch {
            return .unavailable(because: "\(error.summary): \(error.reason)")
        }
    }

    private static func recorded(
        _ path: String, _ root: DocumentNode, _ day: CalendarDate
    ) throws(Problem) -> EarlierWeights {
        guard !path.hasPrefix("/"), path != "-" else {
            return .unavailable(
                because: "\(Problem.quoted(path)) is no path below the current folder")
        }
        let repository = try GitRepository(at: place)
        let rooted = try RevisionFiles("HEAD", at: place).rooted("./" + path)
        let commits = try repository.history(of: rooted, at: place)
        guard let commit = commits.first(where: { $0.day < day }) else {
            return .unavailable(
                because: commits.isEmpty
                    ? "\(Problem.quoted(path)) is in no commit"
                    : "\(Problem.quoted(path)) is in no commit before \(day), the day of the first quote"
            )
        }
        let bytes = try repository.bytes(
            of: rooted, in: commit.commit, revision: commit.commit,
            limit: FileAccess.documentLimit, at: place)
        let name = "commit " + commit.commit.prefix(12)
        let source = DocumentSource.read(path: name, bytes: bytes)
        guard let old = source.root, source.problems.isEmpty else {
            return .unavailable(because: "the document of \(name) cannot be read")
        }
        let changes = SealedCriteria.changes(
            from: SealedCriteria.content(of: old), to: SealedCriteria.content(of: root))
        return .known(
            version: name, date: commit.day, changes: changes.filter(\.isOfWeights))
    }
}

extension CriteriaSeal.Change {
    /// Whether a weight differs: stated, derived, or that of a criterion that came or went.
    fileprivate var isOfWeights: Bool {
        let steps = place.split(separator: ".")
        return steps.last == "weight" || steps.contains("weighting")
            || (steps.first == "criteria" && steps.dropLast().last == "criteria")
    }
}
