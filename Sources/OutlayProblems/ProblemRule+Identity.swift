extension ProblemCode {
    /// The rules of who acts on a ledger.
    var identityRule: ProblemRule {
        switch self {
        case .noLedgerNamed:
            ProblemRule(
                "no ledger is named",
                "A ledger is a file that `--db`, the variable OUTLAY_DB or the project's `ledger` names. None is "
                    + "made by accident: a check against an empty ledger would say nothing.")
        case .unknownAccount:
            ProblemRule(
                "the system's user is nobody in the organisation",
                "On a local file you are who the operating system says you are. The Organisation document maps its "
                    + "users to people by `account`; who is not in it may look, but not act.")
        case .actingForbidden:
            ProblemRule(
                "nobody acts in another's name",
                "`--as` is for ledgers that were opened for trying things out (`outlay db init --test`). In all others "
                    + "you act as yourself, or on behalf of somebody who delegated to you.")
        case .testLedger:
            ProblemRule(
                "the ledger is for trying things out",
                "In a test ledger anybody may act in any name and on any day, so that its entries prove nothing about "
                    + "real people. Every output says so.")
        case .staleSnapshot:
            ProblemRule(
                "a snapshot of a ledger is too old",
                "A gate without a ledger reads a snapshot of one. What was spent since is not in it, so an old one, or "
                    + "one that does not say its age, decides nothing.")
        case .nothingChosen:
            ProblemRule(
                "nothing says which option is bought",
                "A gate looks at one purchase: the option that `--option` names, else the document's "
                    + "`recommendation`.")
        case .noPolicyTests:
            ProblemRule(
                "the policy has no tests to run",
                "A policy states sample requests and the path each is expected to take, in `tests`. Without one, "
                    + "running its tests would say yes to whatever it says.")
        case .yearNotSettled:
            ProblemRule(
                "the fiscal year is not settled",
                "At the end of a year come first the bills and what was received without one, then the commitments "
                    + "that are carried forward, last what lapses. `--anyway` goes on; what was received keeps its "
                    + "money in the year.")
        default:
            ProblemRule("somebody acts on a ledger", "Every act on a ledger has a person.")
        }
    }
}
