import OutlayEconomics
import OutlayProblems
import OutlayValues

/// What a contract binds to: its value, the costs of leaving, and the charges of the fiscal years.
enum ContractFigures: FigureFamily {
    static func figures(of result: EvaluationResult) throws(Problem) -> [Figure] {
        var figures: [Figure] = []
        for option in result.options {
            guard let contract = option.contract else { continue }
            let signed = Signed(
                frame: OptionFrame(result: result, option: option), contract: contract)
            figures += try signed.figures()
        }
        return figures
    }
}

/// The contract of one option.
private struct Signed: Sendable {
    let frame: OptionFrame
    let contract: Contract

    func figures() throws(Problem) -> [Figure] {
        var figures = [value, committed, leaving]
        for part in contract.parts { figures.append(figure(of: part)) }
        for year in try contract.chargesByYear() {
            figures.append(charges(year.fiscalYear, year.amount))
        }
        return figures + contract.charges.map(charge)
    }

    // MARK: - Value

    private func name(of part: Contract.Part) -> FigureName {
        frame.name(
            .all, "contract", part.isLeaving ? "leaving" : "value", .stated(part.line),
            .word(term(part.column)))
    }

    /// A year of the contract, which may lie behind the horizon.
    private func term(_ column: Int) -> String { frame.years.text(column) }

    private var value: Figure {
        Figure(frame.name(.all, "contract", "value"), "contract value of \(frame.title)") {
            caption throws(Problem) in
            sum(
                contract.value, contract.parts.filter { !$0.isLeaving }, caption,
                notes: [
                    "Net payments to vendors within the term, \(termText); without leaving costs."
                ])
        }
    }

    private var committed: Figure {
        Figure(
            frame.name(.all, "contract", "committed"), "what \(frame.title) commits to"
        ) { caption throws(Problem) in
            caption.explained(
                .money(contract.committed.amount, contract.committed.currency),
                formula: .sum(ofParts: contract.commitments.count),
                parts: contract.commitments.map { commitment in
                    // Where all of a payment is committed, its own figure says how it comes about.
                    let whole = contract.parts.first {
                        $0.line == commitment.line && $0.column == commitment.column
                            && $0.net == commitment.net
                    }
                    return Explanation.Part(
                        "\(commitment.line) \(term(commitment.column))",
                        .money(commitment.net.amount, commitment.net.currency),
                        whole.map { name(of: $0) })
                }, rule: contract.commitments.isEmpty ? "no line binds before the break" : nil,
                origins: Evaluation.origins(
                    at: frame.evaluation.places?.place("options", frame.option.option.id, "term")),
                notes: [
                    "Net payments to vendors that cannot be cancelled before \(breakText), without "
                        + "use that nobody has agreed to pay for."
                ])
        }
    }

    private var breakText: String {
        guard let term = frame.option.option.term else {
            return "an open end, so those at the start"
        }
        guard let months = term.breakMonths else { return "the end of the term" }
        return "the break after \(months) months"
    }

    private var leaving: Figure {
        Figure(frame.name(.all, "contract", "leaving"), "costs of leaving \(frame.title)") {
            caption throws(Problem) in
            sum(
                contract.leavingCosts, contract.parts.filter(\.isLeaving), caption,
                notes: ["Net payments of the category \(CostLine.leavingCategory)."])
        }
    }

    private var termText: String {
        guard let term = frame.option.option.term else {
            return "open end, \(Contract.openEndMonths) months counted"
        }
        return "\(term.months) months"
    }

    private func sum(
        _ value: Money, _ parts: [Contract.Part], _ caption: Figure.Caption, notes: [String]
    ) -> Explanation {
        caption.explained(
            .money(value.amount, value.currency), formula: .sum(ofParts: parts.count),
            parts: parts.map {
                Explanation.Part(
                    "\($0.line) \(term($0.column))", .money($0.net.amount, $0.net.currency),
                    name(of: $0))
            }, rule: parts.isEmpty ? "no line is paid for it" : nil,
            origins: Evaluation.origins(
                at: frame.evaluation.places?.place("options", frame.option.option.id, "term")),
            notes: notes)
    }

    private func figure(of part: Contract.Part) -> Figure {
        let title =
            "payments of \(part.line) of \(frame.title) under the contract "
            + frame.years.phrase(part.column)
        return Figure(name(of: part), title, isPrinted: false) { caption throws(Problem) in
            let line = frame.option.economics.costs.first { $0.line.id == part.line }
            let entries = (line?.counted(.all) ?? []).filter { $0.payment.column == part.column }
            let net = try entries.map(\.net).sum()
            let settled = Money(net, frame.currency).rounded(.halfEven)
            let places = frame.currency.minorUnitPlaces
            var notes = ["Rounded per line and year first, so that contract amounts re-add."]
            guard settled == part.net, let line else {
                if let cap = frame.option.option.term?.priceCapPerYear {
                    notes.append("Prices that grow are taken at the contract's cap of \(cap).")
                }
                return caption.explained(
                    .money(part.net.amount, part.net.currency),
                    rule: "the net payments of the line within the term, rounded",
                    origins: Evaluation.origins(at: line?.line.place), notes: notes)
            }
            let side = CostSide(frame: frame, kind: .costs, coverage: .all)
            let cost = try entries.map(\.cost).sum()
            let word = frame.years.word(part.column)
            // Where tax is not recovered, what a line costs is more than what is signed for.
            let isNet = cost == net
            return caption.explained(
                .money(part.net.amount, part.net.currency),
                formula: .rounded(.part(0), places: places),
                parts: [
                    Explanation.Part(
                        isNet ? part.line : "\(part.line) without tax",
                        .money(net, frame.currency),
                        isNet ? side.name(.stated(part.line), word) : nil)
                ], origins: Evaluation.origins(at: line.line.place), notes: notes)
        }
    }

    // MARK: - Charges

    private func name(of charge: Contract.Charge) -> FigureName {
        frame.name(
            .all, "charges", .word(charge.fiscalYear.name), .stated(charge.category))
    }

    private func charges(_ year: FiscalYear, _ amount: Money) -> Figure {
        Figure(
            frame.name(.all, "charges", .word(year.name)),
            "charges of \(frame.title) in \(year.name)"
        ) { caption throws(Problem) in
            let parts = contract.charges.filter { $0.fiscalYear == year }.map {
                Explanation.Part(
                    $0.category, .money($0.amount.amount, $0.amount.currency), name(of: $0))
            }
            return caption.explained(
                .money(amount.amount, amount.currency), formula: .sum(ofParts: parts.count),
                parts: parts,
                notes: [
                    "Payments to vendors due in \(year.name), \(year.start) to \(year.end), with the "
                        + "tax that is not recovered."
                ])
        }
    }

    private func charge(_ charge: Contract.Charge) -> Figure {
        let year = charge.fiscalYear.name
        return Figure(
            name(of: charge), "charges of category \(charge.category) of \(frame.title) in \(year)"
        ) { caption throws(Problem) in
            let dues = contract.parts.filter { $0.category == charge.category }.flatMap { part in
                part.charges.filter { $0.fiscalYear == charge.fiscalYear }.map { (part, $0) }
            }
            return caption.explained(
                .money(charge.amount.amount, charge.amount.currency),
                formula: .sum(ofParts: dues.count),
                parts: dues.map { part, due in
                    Explanation.Part(
                        "\(part.line) due \(due.day)",
                        .money(due.amount.amount, due.amount.currency))
                }, notes: ["A year's charge is split over its due days to the last minor unit."])
        }
    }
}
