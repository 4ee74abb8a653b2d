import OutlayBudgets
import OutlayEconomics
import OutlayEncoding
import OutlayEvaluations
import OutlayProblems
import OutlayValues

extension RequestReview {
    /// The screen for programs: everything that ``report()`` shows.
    ///
    /// - Throws: A ``Problem`` when a sum does not fit.
    public func json() throws(Problem) -> JSONValue {
        [
            "request": .string(request.id.text),
            "state": .string(request.state.rawValue),
            "revision": .integer(number), "present_revision": .integer(request.revision),
            "frozen": revision.map {
                ["number": .integer($0.number), "sha256": .string($0.hash.description)]
            } ?? .null,
            "title": .string(request.details.title.text),
            "requester": .string(request.requester.text),
            "last_editor": .string(request.lastEditor.text),
            "vendor": .string(orNull: request.vendor?.text),
            "need": .string(orNull: purchase?.result.evaluation.need),
            "decision": [
                "award": .string(request.details.award.rawValue),
                "option": .string(orNull: request.details.option?.text),
                "rank": request.details.rank.map { .integer($0) } ?? .null,
                "reason": .string(request.details.choiceReason.text),
                "review_on": .string(orNull: request.details.reviewOn?.description),
            ],
            "amounts": try amountsJSON(),
            "quote": [
                "valid_until": .string(orNull: quoteValidUntil?.description),
                "days_left": quoteDaysLeft.map { .integer($0) } ?? .null,
            ],
            "budget": try budget.json(in: ledgerCurrency),
            "unbudgeted_years": .strings(unbudgetedYears.map(\.description)),
            "alternatives": .array(alternatives.map(json)),
            "requirements": .array(knockOutPrices.map(json)),
            "obstacles": .array(obstacles.map(Self.json)),
            "findings": .array(findings.map(Self.json)),
            "contract": contractDates.map(Self.json) ?? .null,
            "path": path.map(Self.json) ?? .null,
            "acts": .array(try acts.map(json)),
            "since_own_decision": try sinceOwnDecision.map { since throws(Problem) in
                [
                    "revision": .integer(since.act.revision),
                    "rise": ResultJSON.money(since.rise.money(in: ledgerCurrency)),
                    "difference": try since.difference?.json() ?? .null,
                ]
            } ?? .null,
        ]
    }

    /// The approvals for programs: the path with its steps, and every act; nil before submission.
    ///
    /// - Throws: A ``Problem`` when a sum does not fit.
    package func pathJSON() throws(Problem) -> JSONValue? {
        guard let path, case .object(var object) = Self.json(path) else { return nil }
        object["request"] = .string(request.id.text)
        object["revision"] = .integer(number)
        object["planned"] = .bool(request.state == .draft)
        object["acts"] = .array(try acts.map(json))
        return .object(object)
    }

    private func amountsJSON() throws(Problem) -> JSONValue {
        guard let purchase else {
            return ["total": ResultJSON.money(request.total.money(in: ledgerCurrency))]
        }
        return [
            "total": ResultJSON.money(request.total.money(in: ledgerCurrency)),
            "contract_value": ResultJSON.money(purchase.contractValue),
            "committed": ResultJSON.money(purchase.committed),
            "leaving_costs": ResultJSON.money(purchase.leavingCosts),
            "expected": ResultJSON.twice(purchase.expected) {
                ResultJSON.money($0, purchase.currency)
            },
            "years": .array(
                try purchase.chargesByYear().map {
                    ["year": .string($0.year.description), "amount": ResultJSON.money($0.amount)]
                }),
        ]
    }

    private func json(_ other: Alternative) -> JSONValue {
        let currency = purchase?.currency ?? ledgerCurrency
        let npv = purchase?.result.netPresentValue(of: other.option)
        return [
            "option": .string(other.option.option.id),
            "title": .string(other.option.option.title),
            "rank": other.option.rank.map { .integer($0) } ?? .null,
            "value": ResultJSON.value(other.option.decision.value),
            "tco": ResultJSON.twice(other.option.totalCostOfOwnership) {
                ResultJSON.money($0, currency)
            },
            "npv": npv.map { ResultJSON.twice($0) { ResultJSON.money($0, currency) } } ?? .null,
            "choice_costs_more_by": ResultJSON.money(other.costOfChoice, currency),
            "why_not": .string(other.reason),
            "open_requirements": .strings(
                purchase?.result.openRequirements(of: other.option) ?? []),
        ]
    }

    private func json(_ price: KnockOutPrice) -> JSONValue {
        let currency = purchase?.currency ?? ledgerCurrency
        return [
            "kind": .string(price.kind.rawValue), "id": .string(price.id),
            "excluded": .strings(price.excluded), "value": ResultJSON.value(price.value),
            "npv": price.netPresentValue.map { ResultJSON.money($0, currency) } ?? .null,
            "cost_saving": price.costSaving.map { ResultJSON.money($0, currency) } ?? .null,
        ]
    }

    /// Returns a problem for programs, as all JSON about requests does.
    static func json(_ problem: Problem) -> JSONValue {
        [
            "code": .string(problem.code.rawValue),
            "severity": .string(problem.severity.rawValue), "message": .string(problem.summary),
            "because": .string(problem.reason), "hint": .string(orNull: problem.hint),
        ]
    }

    private static func json(_ dates: ContractDates) -> JSONValue {
        [
            "start": .string(dates.start.description), "end": .string(dates.end.description),
            "last_end": .string(dates.lastEnd.description),
            "break": .string(orNull: dates.breakDay?.description),
            "notice": .string(orNull: dates.notice(before: dates.end)?.description),
            "renews": .bool(dates.renewsAutomatically),
        ]
    }

    private static func json(_ path: RequestPath) -> JSONValue {
        [
            "policy": .string(path.policy.id.text),
            "policy_revision": .integer(path.policy.revision),
            "standing": .string(path.standing.rawValue),
            "next": .strings(path.next.map(\.text)),
            "steps": .array(
                path.steps.map { step in
                    [
                        "step": .string(step.step.text), "group": .integer(step.group + 1),
                        "reasons": .strings(step.step.reasons),
                        "missing": .integer(step.missing), "open": .bool(step.isOpen),
                        "candidates": .strings(step.candidates.map(\.person.text)),
                        "delegates": .array(
                            step.candidates.filter { $0.basis == .delegate }.map { candidate in
                                [
                                    "person": .string(candidate.person.text),
                                    "for": .string(orNull: candidate.principal?.text),
                                ]
                            }),
                        "approved_by": .strings(step.votes.map { path.acts[$0].person.text }),
                    ]
                }),
        ]
    }

    private func json(_ reviewed: ReviewedAct) throws(Problem) -> JSONValue {
        let act = reviewed.act
        return [
            "person": .string(act.person.text), "for": .string(orNull: act.principal?.text),
            "decision": .string(act.decision.rawValue), "revision": .integer(act.revision),
            "date": .string(act.date.description), "reason": .string(act.reason.text),
            "outdated": .string(orNull: act.outdated?.rawValue),
            "rise": reviewed.rise.map { ResultJSON.money($0.money(in: ledgerCurrency)) } ?? .null,
            "change": .string(orNull: try reviewed.difference?.inShort()),
        ]
    }
}

extension BudgetCheck {
    /// The check for programs; all five figures of each line, and what the request leaves.
    ///
    /// - Throws: A ``Problem`` when a sum does not fit.
    public func json(in currency: Currency) throws(Problem) -> JSONValue {
        func money(_ amount: MinorUnits) -> JSONValue {
            ResultJSON.money(amount.money(in: currency))
        }
        var members: [JSONValue] = []
        for row in lines {
            members.append([
                "line": .string(row.node.id.text), "title": .string(row.node.title.text),
                "year": .string(row.year.description), "allotted": money(row.allotted),
                "committed": money(row.committed), "orders": .integer(row.orderCount),
                "reserved_by_others": money(row.reservedByOthers),
                "others": .array(
                    row.others.map {
                        ["request": .string($0.request.text), "amount": money($0.amount)]
                    }),
                "actual": money(row.actual), "available": money(row.available),
                "request": money(row.requested), "after": money(row.after),
                "used": ResultJSON.ratio(try row.usedShare()?.doubleValue),
                "above_warn_level": .bool(try row.isAboveWarnLevel()),
            ])
        }
        return [
            "lines": .array(members), "fits": .bool(refusal == nil),
            "refusal": .string(orNull: refusal?.code.rawValue),
            "short_by": refusal?.shortBy.map(money) ?? .null,
        ]
    }
}

extension RevisionDifference {
    /// The difference for programs.
    ///
    /// - Throws: ``ProblemCode/overflow``.
    public func json() throws(Problem) -> JSONValue {
        func pair(_ pair: Pair<Money>) -> JSONValue {
            ["before": ResultJSON.money(pair.before), "after": ResultJSON.money(pair.after)]
        }
        return [
            "same": .bool(isEmpty), "summary": .string(try inShort()),
            "option": [
                "before": .string(orNull: choice.before.option),
                "after": .string(orNull: choice.after.option),
            ],
            "contract_value": pair(contractValue), "committed": pair(committed),
            "contract_change": try contractChange().map(ResultJSON.money) ?? .null,
            "contract_change_share": ResultJSON.ratio(try contractShare()?.doubleValue),
            "years": .array(
                years.map { year in
                    [
                        "year": .string(year.year.description),
                        "before": ResultJSON.money(year.amount.before),
                        "after": ResultJSON.money(year.amount.after),
                    ]
                }),
            "rank": [
                "before": rank.before.map { .integer($0) } ?? .null,
                "after": rank.after.map { .integer($0) } ?? .null,
            ],
            "term_months": [
                "before": termMonths.before.map { .integer($0) } ?? .null,
                "after": termMonths.after.map { .integer($0) } ?? .null,
            ],
            "quotes": .array(
                quotes.map { quote in
                    [
                        "vendor": .string(quote.vendor),
                        "before": .string(orNull: quote.validUntil.before?.description),
                        "after": .string(orNull: quote.validUntil.after?.description),
                    ]
                }),
            "changes": .array(
                evaluation.changes.map { change in
                    [
                        "kind": .string(change.kind), "subject": .string(change.subject),
                        "field": .string(orNull: change.field.isEmpty ? nil : change.field),
                        "before": .string(orNull: change.before),
                        "after": .string(orNull: change.after),
                    ]
                }),
        ]
    }
}
