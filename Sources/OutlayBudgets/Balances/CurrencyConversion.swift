import OutlayProblems
import OutlayValues

/// How amounts of an order become amounts of the ledger.
struct CurrencyConversion {
    /// The currency of the order or the bill.
    var from: Currency
    /// The ledger's currency.
    var to: Currency
    /// One unit of ``from`` in ``to``; nil where they are the same currency.
    var rate: ExactDecimal?

    /// Returns why such a conversion cannot be, or nil.
    static func refusal(
        from: Currency, to: Currency, rate: ExactDecimal?
    ) -> Refusal? {
        if from == to {
            return rate == nil || rate == .one ? nil : Refusal(.badRate)
        }
        guard let rate, rate > .zero else { return Refusal(.badRate) }
        return nil
    }

    /// Returns `amount` in the ledger's currency, rounded once, half to even.
    ///
    /// - Throws: ``ProblemCode/ledgerOverflow``.
    func converted(_ amount: MinorUnits) throws(Problem) -> MinorUnits {
        guard let rate, from != to else { return amount }
        let product: ExactDecimal
        do throws(Problem) {
            product = try amount.money(in: from).amount.multiplied(by: rate, carrying: 30)
        } catch {
            throw MinorUnits.overflow("an amount")
        }
        return try MinorUnits(Money(product, to).rounded(.halfEven))
    }

    /// Returns an amount of the ledger's currency in the order's, rounded once, half to even.
    ///
    /// - Throws: ``ProblemCode/ledgerOverflow``.
    func reversed(_ amount: MinorUnits) throws(Problem) -> MinorUnits {
        guard let rate, from != to else { return amount }
        let quotient: ExactDecimal
        do throws(Problem) {
            quotient = try amount.money(in: to).amount.divided(by: rate)
        } catch {
            throw MinorUnits.overflow("an amount")
        }
        return try MinorUnits(Money(quotient, from).rounded(.halfEven))
    }
}

extension MinorUnits {
    /// Splits the amount in proportion to `weights`, handing out every minor unit by the largest
    /// remainder, ties to the earliest.
    ///
    /// - Throws: ``ProblemCode/badAllocation`` where no weight is above 0.
    func split(by weights: [MinorUnits]) throws(Problem) -> [MinorUnits] {
        if weights.count == 1 { return [self] }
        let shares = weights.map { ExactDecimal(Int($0.count)) }
        return try money(in: .eur).allocated(by: shares).map { part throws(Problem) in
            try MinorUnits(part)
        }
    }
}

/// Reads the amounts that people and programs write.
public enum LedgerAmount {
    /// Returns the amount that `text` says, in minor units of `currency`.
    ///
    /// - Returns: The amount, or ``RefusalCode/badScale`` for more decimals than the currency has, or
    ///   ``RefusalCode/badAmount`` for what is no number, is not above 0 or needs more than 64 bits.
    public static func read(_ text: String, in currency: Currency) -> Ruling<MinorUnits> {
        guard let number = try? ExactDecimal(parsing: text) else { return .refused(bad(text)) }
        let money = Money(number, currency)
        guard money.isSettled else {
            return .refused(Refusal(.badScale, note: LedgerText(known: Problem.quoted(text))))
        }
        guard let count = money.minorUnits, count > 0 else { return .refused(bad(text)) }
        return .granted(MinorUnits(count))
    }

    private static func bad(_ text: String) -> Refusal {
        Refusal(.badAmount, note: LedgerText(known: Problem.quoted(text)))
    }
}
