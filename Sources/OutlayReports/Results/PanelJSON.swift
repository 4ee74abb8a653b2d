import OutlayDecisions
import OutlayEncoding
import OutlayEvaluations

extension EvaluationResult {
    /// The panel for programs: every member's values, what they amount to, and who disagrees; null without one.
    public var panelJSON: JSONValue {
        guard let panel else { return .null }
        return [
            "combine": .string(panel.panel.rule.rawValue),
            "disagreement": .string(panel.panel.disagreement.description),
            "criteria": .strings(panel.criteria),
            "members": .array(
                zip(panel.panel.ballots, panel.members).map { ballot, member in
                    [
                        "id": .string(member.id), "date": .string(ballot.date.description),
                        "options": Self.options(of: member, in: panel),
                        "conflicts": .array(
                            member.conflicts.map { conflict in
                                [
                                    "option": .string(conflict.option),
                                    "reason": .string(conflict.reason),
                                    "scores_left_out": .bool(
                                        member.excluded.contains(conflict.option)),
                                ]
                            }),
                        "missing": .array(
                            member.missing.map { gap in
                                [
                                    "option": .string(gap.option),
                                    "criterion": .string(gap.criterion),
                                ]
                            }),
                    ]
                }),
            "awaited": .strings(panel.panel.awaited),
            "cells": .array(panel.cells.map { Self.json(of: $0, in: panel) }),
            "ranking": Self.ranking(of: panel),
        ]
    }

    /// The seal for programs; null without one.
    public var sealJSON: JSONValue {
        guard let seal = evaluation.criteriaSeal else { return .null }
        return [
            "file": .string(seal.file), "sealed_on": .string(seal.date.description),
            "sha256": .string(seal.sha256), "unchanged": .bool(seal.changes.isEmpty),
            "weights_from_data": .bool(evaluation.hasWeightsFromData),
            "changes": .array(
                seal.changes.map { change in
                    [
                        "place": .string(change.place),
                        "sealed": .string(orNull: change.sealed),
                        "now": .string(orNull: change.now),
                    ]
                }),
            "known_when_sealed": .strings(seal.remarks),
        ]
    }

    private static func options(
        of member: PanelResult.Member, in panel: PanelResult
    ) -> JSONValue {
        .array(
            zip(panel.options, member.values).map { option, value in
                let rank = panel.rankedOptions.firstIndex(of: option).flatMap { member.ranks[$0] }
                return [
                    "option": .string(option), "value": ResultJSON.value(value),
                    "rank": rank.map { .integer($0) } ?? .null,
                ]
            })
    }

    private static func json(of cell: PanelResult.Cell, in panel: PanelResult) -> JSONValue {
        let members = zip(panel.panel.ballots, cell.values).map { ballot, value -> JSONValue in
            let note = ballot.notes[cell.option]?[cell.criterion]
            return [
                "member": .string(ballot.member), "value": ResultJSON.value(value),
                "note": .string(orNull: note),
            ]
        }
        return [
            "option": .string(cell.option), "criterion": .string(cell.criterion),
            "value": ResultJSON.value(cell.value),
            "scores": .integer(cell.group?.values.count ?? 0),
            "range": ResultJSON.value(cell.group?.range),
            "standard_deviation": ResultJSON.value(cell.group?.standardDeviation),
            "disagree": .bool(cell.isDisputed), "members": .array(members),
        ]
    }

    private static func ranking(of panel: PanelResult) -> JSONValue {
        guard let ranking = panel.ranking else { return .null }
        let (borda, bordaRanks) = (ranking.borda, ranking.bordaRanks)
        let copelandRanks = ranking.copelandRanks
        return [
            "options": .array(
                panel.rankedOptions.enumerated().map { index, option in
                    [
                        "option": .string(option),
                        "borda": ResultJSON.ratio(borda?[index]),
                        "borda_rank": bordaRanks.map { .integer($0[index]) } ?? .null,
                        "copeland": .integer(ranking.copeland[index]),
                        "copeland_rank": .integer(copelandRanks[index]),
                    ]
                }),
            "complete_members": .integer(ranking.completeJudges.count),
            "kendall_w": ResultJSON.ratio(ranking.concordance?.coefficient),
            "kendall_w_corrected": ResultJSON.ratio(ranking.concordance?.corrected),
            "has_ties": ranking.concordance.map { .bool($0.hasTies) } ?? .null,
        ]
    }
}
