import OutlayEconomics
import OutlayEncoding
import OutlayValues

/// How figures stand in JSON: never as binary floating point.
package enum ResultJSON {
    /// Returns an amount rounded to the minor unit, as `{"amount": "295762.30", "currency": "EUR"}`.
    package static func money(_ money: Money) -> JSONValue {
        [
            "amount": .string(
                FigureText.data(money.amount, places: money.currency.minorUnitPlaces)),
            "currency": .string(money.currency.code),
        ]
    }

    /// Returns an unrounded amount, such as a present value, rounded to the minor unit.
    package static func money(_ amount: Double, _ currency: Currency) -> JSONValue {
        [
            "amount": .string(FigureText.data(amount, places: currency.minorUnitPlaces)),
            "currency": .string(currency.code),
        ]
    }

    /// Returns a value of 0 … 100 with six decimals, or null.
    package static func value(_ value: Double?) -> JSONValue {
        .string(orNull: value.map { FigureText.data($0, places: 6) })
    }

    /// Returns a ratio or a count of years with four decimals, or null.
    package static func ratio(_ ratio: Double?) -> JSONValue {
        .string(orNull: ratio.map { FigureText.data($0, places: 4) })
    }

    /// Returns a rate as a fraction with six decimals, or null.
    package static func rate(_ rate: Double?) -> JSONValue {
        .string(orNull: rate.map { FigureText.data($0, places: 6) })
    }

    /// Returns both figures of a pair.
    package static func twice<Figure>(
        _ pair: Twice<Figure>, _ json: (Figure) -> JSONValue
    ) -> JSONValue {
        ["all": json(pair.all), "cash": json(pair.cash)]
    }
}
