extension ProblemCode {
    /// The rules of reading documents of git revisions and of comparing them.
    var revisionRule: ProblemRule {
        switch self {
        case .noGit:
            ProblemRule(
                "git cannot be run",
                "A document of a revision, written REV:path, is read by the program `git`, which is looked for in "
                    + "the folders of PATH. Two files need no git.")
        case .noRepository:
            ProblemRule(
                "the folder is in no git repository",
                "REV:path names a revision of the repository that the current folder is in. git says so too where "
                    + "another user owns the repository and it is not named in `safe.directory`.")
        case .unknownRevision:
            ProblemRule(
                "a revision is not known",
                "A revision is a branch, a tag, a commit or what git makes of one, such as HEAD~1. A shallow clone "
                    + "may not have it: fetch more of the history.")
        case .notInRevision:
            ProblemRule(
                "a file is not in a revision",
                "A path behind REV: begins at the root of the repository, one with `./` in front at the current "
                    + "folder. `git ls-tree -r --name-only REV` lists the files of a revision.")
        case .gitFailed:
            ProblemRule(
                "git failed",
                "git was run and could not do what it was asked to; the cause is what it says itself."
            )
        default:
            ProblemRule(
                "two evaluations are in different currencies",
                "Money of two currencies is not subtracted. What is stated otherwise, and each figure before and "
                    + "after, are shown all the same.")
        }
    }
}
