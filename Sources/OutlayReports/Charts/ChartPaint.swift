/// A colour of a chart: a class that the style sheet may repaint, and the colour without one.
enum ChartPaint: Hashable {
    /// Text and marks that carry the message.
    case ink
    /// Axes, ticks and remarks.
    case soft
    /// The ground.
    case paper
    /// Lines that guide the eye.
    case grid
    /// One of the series, by its number.
    case series(Int)
    /// Text on the colour of a series.
    case onSeries(Int)

    /// The colours of series, told apart by people with any colour vision.
    ///
    /// - Source: Masataka Okabe and Kei Ito, "Color Universal Design", 2008,
    ///   https://jfly.uni-koeln.de/color/, with grey for black and without yellow, which white
    ///   paper swallows.
    static let seriesColours = [
        "#0072B2", "#D55E00", "#009E73", "#E69F00", "#56B4E9", "#CC79A7", "#595959",
    ]

    /// The number of the series' colour, which repeats.
    static func slot(_ series: Int) -> Int { series % seriesColours.count }

    /// The attributes of a shape filled with the colour.
    var fill: String { "class=\"\(name("fill"))\" fill=\"\(colour)\"" }

    /// The attributes of a text in the colour around which the ground covers what lies below.
    var fillWithHalo: String {
        "class=\"\(name("fill")) halo\" fill=\"\(colour)\" stroke=\"\(Self.paper.colour)\""
            + " stroke-width=\"4\" stroke-linejoin=\"round\" paint-order=\"stroke\""
    }

    /// The attributes of a line drawn in the colour.
    var stroke: String { "class=\"\(name("line"))\" stroke=\"\(colour)\"" }

    /// The class of the colour where it is used as `role`, `fill` or `line`.
    private func name(_ role: String) -> String {
        switch self {
        case .ink: role == "fill" ? "ink" : "mark"
        case .soft: role == "fill" ? "soft" : "axis"
        case .paper: role == "fill" ? "paper" : "gap"
        case .grid: "grid"
        case .series(let number): "\(role)-\(Self.slot(number))"
        case .onSeries(let number): "on-\(Self.slot(number))"
        }
    }

    /// The colour without a style sheet, as `#rrggbb`.
    var colour: String {
        switch self {
        case .ink: "#1b1d21"
        case .soft: "#5a6068"
        case .paper: "#ffffff"
        case .grid: "#e6e8ec"
        case .series(let number): Self.seriesColours[Self.slot(number)]
        case .onSeries(let number): Self.inkOnSeries[Self.slot(number)]
        }
    }

    /// White or near-black for each series, whichever stands out more.
    private static let inkOnSeries = [
        "#ffffff", "#111111", "#111111", "#111111", "#111111", "#111111", "#ffffff",
    ]
}
