import Outlay

/// Rankings of several judges put together.
enum GroupFamily: Family {
    static let checks: [String: Check] = ["group.ranks": { try checkRanks($0) }]

    private static func checkRanks(_ known: KnownCase) throws {
        var rankings: [[Int?]] = []
        for item in try known.input.required("rankings").list() {
            rankings.append(try item.integers().map { $0 })
        }
        let ranking = try GroupRanking(ranks: rankings)
        try known.compare("borda", ranking.borda.map { .numbers($0) } ?? .none)
        try known.compare("borda_ranking", ranking.bordaRanks.map { .counts($0) } ?? .none)
        try known.compare("copeland", .counts(ranking.copeland))
        try known.compare("copeland_ranking", .counts(ranking.copelandRanks))
        try known.compare("kendall_w", .optional(ranking.concordance?.coefficient))
    }
}
