import OutlayProblems
import OutlayValues
import Testing

@testable import OutlayEconomics

@Suite struct CommitmentTests {
    @Test(arguments: [
        ("0", "0", "1", "0"), ("0.75", "0.75", "0.25", "0"), ("1", "1", "0", "0"),
        ("1.4", "1", "0", "0.4"),
    ])
    func `the four scenarios of FOCUS`(
        use: String, used: String, unused: String, overage: String
    ) throws {
        let split = try CommitmentUse(commitment: .one, use: exact(use))
        #expect(split.used == exact(used))
        #expect(split.unused == exact(unused))
        #expect(split.overage == exact(overage))
    }

    @Test(arguments: 0..<100)
    func `used and unused make up the commitment`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let (commitment, use) = (random.amount(), random.amount())
        let split = try CommitmentUse(commitment: commitment, use: use)
        #expect(try split.used + split.unused == commitment, "seed \(seed)")
        #expect(try split.used + split.overage == use, "seed \(seed)")
    }

    @Test func `what is not used in its period is lost`() throws {
        let rates = try CommitmentRates(onDemand: exact("0.40"), committed: exact("0.26"))
        let cost = try rates.cost(of: ["10", "4", "14", "0"].map(exact), committing: exact("10"))
        #expect(cost.total == exact("12"))
        #expect(cost.onDemandOnly == exact("11.2"))
        #expect(cost.wasted == exact("4.16"))
        #expect(cost.effectiveSavings == exact("-0.8"))
        #expect(try rates.breakEvenUtilisation() == exact("0.65"))
    }

    @Test(arguments: [
        (UpfrontPayment.all, "8760", "0"), (.partial, "4380", "365"), (.none, "0", "730"),
    ])
    func `a commitment costs the same however it is paid`(
        upfront: UpfrontPayment, oneTime: String, monthly: String
    ) throws {
        let payments = try CommitmentPayments(
            hourlyCommitment: .one, hoursPerYear: exact("8760"), years: .one, upfront: upfront)
        #expect(payments.oneTime == exact(oneTime))
        #expect(payments.perMonthAverage == exact(monthly))
        #expect(payments.effectiveCostPerHour == .one)
        #expect(
            try CommitmentPayments.effectiveHourlyRate(
                upfront: payments.oneTime, monthly: payments.perMonthAverage, months: exact("12"),
                hoursPerYear: exact("8760")) == .one)
    }

    @Test func `negative commitments, rates and terms are refused`() {
        #expect(
            refusal {
                try CommitmentUse(commitment: exact("-1"), use: .one)
            }?.code == .negativeQuantity)
        #expect(
            refusal {
                try CommitmentRates(onDemand: .one, committed: exact("-1"))
            }?.code == .negativePrice)
        #expect(
            refusal {
                try CommitmentPayments.effectiveHourlyRate(
                    upfront: .one, monthly: .one, months: .zero, hoursPerYear: .one)
            }?.code == .outOfRange)
    }
}
