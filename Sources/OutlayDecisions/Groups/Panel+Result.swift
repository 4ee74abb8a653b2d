import OutlayProblems

extension Panel {
    /// Turns every member's scores into values and combines them.
    ///
    /// A member with a conflict on an option is left out of all scores of that option, and of no other. What
    /// a member did not score is unknown: it is left out of the cell, never counted as nothing.
    ///
    /// - Parameters:
    ///   - options: The options judged; scores of others are not looked at.
    ///   - rankedOptions: Those of them that may be chosen, which members' rankings are of.
    ///   - tree: The criteria; the panel judges the leaves that say so.
    /// - Returns: A cell for each option and criterion of the panel, and each member's own order.
    /// - Throws: ``ProblemCode/unknownLevel`` or ``ProblemCode/wrongType`` for a score that its criterion's
    ///   scale does not know, ``ProblemCode/duplicateIdentifier`` for two ballots of one member; each names
    ///   the member.
    /// - Complexity: O(members × options × criteria), and for the rankings O(members × options²).
    public func result(
        for options: [String], ranking rankedOptions: [String], by tree: CriterionTree
    ) throws(Problem) -> PanelResult {
        var names: Set<String> = []
        for ballot in ballots where !names.insert(ballot.member).inserted {
            throw Problem(
                .duplicateIdentifier, "two ballots are of `\(ballot.member)`",
                at: .part("member \(ballot.member)"), because: "each member is heard once")
        }
        let leaves = tree.leaves.filter { $0.measure.judge == .panel }
        var cells: [PanelResult.Cell] = []
        for option in options {
            for leaf in leaves { cells.append(try cell(option, leaf)) }
        }
        let rankedOptions = options.filter(rankedOptions.contains)
        var members: [PanelResult.Member] = []
        for index in ballots.indices {
            members.append(member(index, options, rankedOptions, leaves, cells))
        }
        let ranked = members.filter { member in member.ranks.count { $0 != nil } > 1 }
        return PanelResult(
            panel: self, criteria: leaves.map(\.id), options: options, cells: cells,
            members: members, rankedOptions: rankedOptions,
            ranking: ranked.isEmpty ? nil : try GroupRanking(ranks: ranked.map(\.ranks)))
    }

    private func cell(
        _ option: String, _ leaf: CriterionTree.Leaf
    ) throws(Problem) -> PanelResult.Cell {
        var values: [Double?] = []
        for ballot in ballots { values.append(try value(of: ballot, option, leaf)) }
        let group = GroupValue(values.compactMap(\.self))
        return PanelResult.Cell(
            option: option, criterion: leaf.id, values: values, group: group,
            value: group?.combined(by: rule),
            isDisputed: group?.isDisputed(from: disagreement.doubleValue) ?? false)
    }

    private func value(
        of ballot: Ballot, _ option: String, _ leaf: CriterionTree.Leaf
    ) throws(Problem) -> Double? {
        guard ballot.conflict(on: option) == nil,
            let score = ballot.scores[option]?[leaf.id]
        else { return nil }
        if let value = leaf.measure.valueFunction.value(of: score) { return value }
        let place = Location.part("member \(ballot.member), option \(option)")
        guard case .levels(let levels) = leaf.measure.valueFunction else {
            throw Problem(
                .wrongType, "`\(score)` on `\(leaf.id)` is not a number", at: place,
                because: "the criterion's scale is one of numbers")
        }
        throw Problem(
            .unknownLevel, "`\(score)` is not a level of `\(leaf.id)`", at: place,
            because: "the levels are " + levels.map { "`\($0.name)`" }.joined(separator: ", "),
            hint: Suggestion.hint(for: score.description, among: levels.map(\.name)))
    }

    private func member(
        _ index: Int, _ options: [String], _ rankedOptions: [String],
        _ leaves: [CriterionTree.Leaf], _ cells: [PanelResult.Cell]
    ) -> PanelResult.Member {
        let ballot = ballots[index]
        let total = leaves.reduce(0) { $0 + $1.position.weight }
        var values: [Double?] = []
        var missing: [PanelResult.Gap] = []
        for (row, option) in options.enumerated() {
            let own = cells[row * leaves.count..<(row + 1) * leaves.count]
            var sum: Double? = total > 0 ? 0 : nil
            for (cell, leaf) in zip(own, leaves) {
                if let value = cell.values[index] {
                    sum = sum.map { $0 + value * leaf.position.weight / total }
                } else {
                    sum = nil
                    guard ballot.conflict(on: option) == nil else { continue }
                    missing.append(.init(option: option, criterion: leaf.id))
                }
            }
            values.append(sum)
        }
        let conflicts = ballot.conflicts.filter { options.contains($0.option) }
        return PanelResult.Member(
            id: ballot.member, values: values,
            ranks: Self.ranks(of: values, options, among: rankedOptions), conflicts: conflicts,
            excluded: conflicts.map(\.option).filter { option in
                leaves.contains { ballot.scores[option]?[$0.id] != nil }
            }, missing: missing)
    }

    /// Returns the rank of each of `ranked` by its value, those without one left out.
    private static func ranks(
        of values: [Double?], _ options: [String], among ranked: [String]
    ) -> [Int?] {
        let own = zip(options, values).filter { ranked.contains($0.0) }.map(\.1)
        let ranks = Ranking.competition(scores: own.compactMap(\.self))
        var next = ranks.makeIterator()
        return own.map { $0 == nil ? nil : next.next() }
    }
}
