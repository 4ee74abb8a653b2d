/// What eight trials in a row have drawn, one trial per lane.
@frozen
public struct SimulationDraws {
    /// The trial of the first lane.
    public let firstTrial: Int
    @usableFromInline let numbers: UnsafePointer<SIMD8<Double>>
    /// Which numbers of a trial each input has.
    @usableFromInline let places: UnsafeBufferPointer<Range<Int>>
    /// How far apart the numbers of one group of trials lie.
    @usableFromInline let stride: Int

    /// What the input at this index drew, or what it drew in one of its periods, from 0.
    @inlinable
    public subscript(input: Int, period: Int = 0) -> SIMD8<Double> {
        let place = places[input].lowerBound + period
        precondition(places[input].contains(place), "the input is drawn in such a period")
        return numbers[place * stride]
    }
}
