import OutlayEconomics
import OutlayEvaluations
import OutlayValues

/// What one input at a time would flip, in words and as a table.
struct SwitchingText {
    let result: EvaluationResult
    let oneWay: OneWaySensitivity
    private let wording: InputWording

    /// How many inputs a sentence names.
    private static let mostNamed = 2

    init(_ result: EvaluationResult, _ oneWay: OneWaySensitivity) {
        self.result = result
        self.oneWay = oneWay
        wording = InputWording(result: result)
    }

    /// Where the money of an option, by index, changes sides, without full stop; nil where no input has a range.
    ///
    /// It names the inputs that move the money most, and of each the nearest place.
    func sentence(about option: Int) -> String? {
        guard !oneWay.bars.isEmpty else { return nil }
        return oneWay.model.baseline == nil ? leadSentence() : signSentence(about: option)
    }

    private func signSentence(about option: Int) -> String? {
        guard let stated = result.gain(of: result.options[option])?.all else { return nil }
        let turn = stated < 0 ? "turns positive" : "turns negative"
        let id = result.options[option].option.id
        let places = oneWay.bars(of: option).compactMap { bar -> String? in
            guard bar.swing(of: option) > 0, let zero = oneWay.switches[bar.input].zero[option]
            else { return nil }
            return place(zero.below, zero.above, of: bar.input, in: id)
        }
        guard !places.isEmpty else {
            return
                "No single number within its reach \(stated < 0 ? "lifts" : "takes") \(result.gainName) "
                + (stated < 0 ? "above 0" : "below 0")
        }
        return "\(result.gainTitle) \(turn) " + Array(places.prefix(Self.mostNamed)).list("or")
    }

    private func leadSentence() -> String? {
        let eligible = result.options.filter { $0.decision.eligibility == .eligible }
        guard eligible.count > 1 else { return nil }
        let takeovers = oneWay.switches.compactMap { change -> (distance: Double, text: String)? in
            let input = oneWay.model.inputs[change.input]
            let stated = input.stated.doubleValue
            let sides = [("below", change.lead.below), ("above", change.lead.above)]
            let nearest = sides.compactMap { word, place in place.map { (word, $0) } }
                .min { ($0.1.value - stated).magnitude < ($1.1.value - stated).magnitude }
            guard let (word, place) = nearest else { return nil }
            let id = result.options[place.option].option.id
            return (
                (place.value - stated).magnitude / max(stated.magnitude, 1e-9),
                "\(result.options[place.option].option.title) \(word) "
                    + "\(wording.phrase(place.value, of: input, in: id)) (now "
                    + "\(wording.number(stated, of: input)))"
            )
        }
        guard let first = takeovers.min(by: { $0.distance < $1.distance }) else {
            return "No single number within its reach changes who costs least"
        }
        return "The lowest cost passes to \(first.text)"
    }

    /// The nearest of two places in words: `below 22 % realisation (now 60 %)`.
    private func place(
        _ below: Double?, _ above: Double?, of index: Int, in option: String
    ) -> String? {
        let input = oneWay.model.inputs[index]
        let stated = input.stated.doubleValue
        let places = [below.map { ("below", $0) }, above.map { ("above", $0) }].compactMap(\.self)
        guard
            let (word, value) = places.min(by: {
                ($0.1 - stated).magnitude < ($1.1 - stated).magnitude
            })
        else { return nil }
        return "\(word) \(wording.phrase(value, of: input, in: option)) (now "
            + "\(wording.number(stated, of: input)))"
    }

    /// How far numbers are looked at.
    static let reachText =
        "A dash: nowhere from 0 to ten times what is stated, or of a share from 0 to 100\(FigureText.narrowSpace)%."

    /// Where each input makes another option the best in money.
    func takeoverTable() -> Table {
        Table(
            caption: "Where another option becomes the best in money",
            columns: [
                Column("Number", widthHint: 40), .number("Now"),
                Column("Passes to", widthHint: 50),
            ],
            rows: oneWay.switches.map { change in
                let input = oneWay.model.inputs[change.input]
                return Row([
                    .text(wording.name(input)), wording.cell(input.stated.doubleValue, of: input),
                    .text(takeovers(change.lead, of: input)),
                ])
            })
    }

    /// The places where each input flips the sign of an option's money and, where asked, who is best in money.
    func table(about option: Int, withTakeovers: Bool) -> Table {
        let hasBaseline = oneWay.model.baseline != nil
        let owner = result.options[option].option
        let bars = oneWay.bars(of: option).filter { bar in
            let lead = oneWay.switches[bar.input].lead
            return bar.swing(of: option) > 0
                || withTakeovers && (lead.below != nil || lead.above != nil)
        }
        let rows = bars.map { bar in
            let input = oneWay.model.inputs[bar.input]
            let change = oneWay.switches[bar.input]
            let zero = change.zero[option]
            var cells: [Cell] = [
                .text(wording.name(input, of: owner.id)),
                wording.cell(input.stated.doubleValue, of: input),
            ]
            if hasBaseline {
                cells += [zero?.below, zero?.above].map { place in
                    place.map { wording.cell($0, of: input) } ?? .empty
                }
            }
            if withTakeovers { cells.append(.text(takeovers(change.lead, of: input))) }
            return Row(cells)
        }
        var columns = [Column("Number", widthHint: 30), .number("Now")]
        if hasBaseline {
            columns += ["below", "above"].map { .number("\(result.gainTitle) is 0 \($0)") }
        }
        if withTakeovers { columns.append(Column("Best in money passes to", widthHint: 40)) }
        var note: String?
        if let change = oneWay.benefitChanges[option] {
            note =
                "\(result.gainTitle) is 0 when all benefits change by "
                + "\(FigureText.shown(100 * change, places: 0, sign: .both))"
                + "\(FigureText.narrowSpace)%."
        }
        return Table(
            caption: (hasBaseline
                ? "Switching values, \(result.gainName) of "
                : "Numbers that move the \(result.comparedCostName) of ")
                + owner.title,
            columns: columns, rows: rows, note: note)
    }

    private func takeovers(_ lead: OneWaySensitivity.Takeover, of input: UncertainInput) -> String {
        let places = [("below", lead.below), ("above", lead.above)].compactMap { word, place in
            place.map {
                "\(result.options[$0.option].option.title) \(word) "
                    + wording.number($0.value, of: input)
            }
        }
        return places.isEmpty ? FigureText.none : places.joined(separator: "; ")
    }
}
