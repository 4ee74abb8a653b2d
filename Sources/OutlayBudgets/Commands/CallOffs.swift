import OutlayProblems
import OutlayValues

extension SubmissionPlan {
    /// Counts the request against the agreement it calls off, or returns why it may not.
    mutating func callOff(
        on date: CalendarDate, _ reader: some LedgerReader
    ) throws(Problem) -> Refusal? {
        guard let id = request.framework else { return nil }
        let subject = LedgerText(known: id.text)
        guard var framework = try reader.framework(id) else {
            return Refusal(.unknownFramework, subject: subject)
        }
        guard framework.start <= date, date <= framework.end else {
            return Refusal(.frameworkPeriod, subject: subject)
        }
        guard let vendor = request.vendor, framework.vendors.contains(vendor) else {
            return Refusal(.frameworkVendor, subject: subject)
        }
        if let replaced, replaced.request.framework == id {
            framework.calledOff = max(
                .zero, try framework.calledOff - replaced.request.total)
        }
        if let refusal = try framework.take(request.total) { return refusal }
        framework.sequence = request.sequence
        self.framework = framework
        return nil
    }
}

extension Framework {
    /// Counts `amount` as called off, or returns why the ceiling does not allow it.
    mutating func take(_ amount: MinorUnits) throws(Problem) -> Refusal? {
        let room = try ceiling - calledOff
        guard amount <= room else {
            var refusal = Refusal(.frameworkCeiling, subject: LedgerText(known: id.text))
            refusal.available = room
            refusal.requested = amount
            refusal.shortBy = try amount - room
            return refusal
        }
        calledOff = try calledOff + amount
        return nil
    }
}

extension Request {
    /// What the request counts for in the agreement that it calls off: nothing before it is approved, its
    /// total while it is an order, and what was billed of it once it is over.
    func agreed(_ lines: [RequestLine]) throws(Problem) -> MinorUnits {
        guard !state.isApproved else { return total }
        var sum = MinorUnits.zero
        for line in lines { sum = try sum + line.billed }
        return sum
    }
}

extension LedgerReader {
    /// Returns the agreement that a request calls off, or nil; `known` is it where it was changed already.
    func agreement(
        of request: Request, known: Framework?
    ) throws(Problem) -> Framework? {
        guard known == nil, let id = request.framework else { return known }
        return try framework(id)
    }

    /// Returns the agreement of a request after `amount` less was called off, or nil where it has none.
    func framework(
        of request: Request, givingBack amount: MinorUnits
    ) throws(Problem) -> Framework? {
        guard let id = request.framework, amount.isPositive, var framework = try framework(id)
        else { return nil }
        framework.calledOff = max(.zero, try framework.calledOff - amount)
        framework.sequence = try nextSequence()
        return framework
    }
}
