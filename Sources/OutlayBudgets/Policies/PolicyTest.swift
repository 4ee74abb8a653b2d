import OutlayEncoding
import OutlayProblems
import OutlayValues

/// A row of a policy's own test table: a sample request, and the path it is expected to take.
public struct PolicyTest: Sendable, Hashable {
    /// What it shows.
    public var name: String
    /// The sample request.
    public var request: Sample
    /// What is expected of it; what is left out is not compared.
    public var expected: Expectation

    /// A sample request, in the words of a policy.
    public struct Sample: Sendable, Hashable {
        /// Its total contract value.
        public var total: MinorUnits
        /// The day, by default the policy's first.
        public var date: CalendarDate?
        /// Who asks.
        public var requester: PersonID
        /// The vendor, or nil.
        public var vendor: VendorID?
        /// Whether something was bought from the vendor before.
        public var hasBoughtBefore: Bool
        /// The charged lines, each with its ancestors behind it.
        public var lines: [[NodeID]]
        /// Whether it is an investment.
        public var isCapital: Bool
        /// What it says of itself.
        public var details: RequestDetails
        /// Earlier purchases of the same requester, vendor and category: days before, and totals.
        public var earlier: [Earlier]

        /// Creates a sample of a total, by `requester`.
        public init(total: MinorUnits) {
            self.total = total
            requester = PersonID(known: "requester")
            hasBoughtBefore = false
            lines = []
            isCapital = false
            details = RequestDetails()
            earlier = []
        }
    }

    /// A purchase before the sample.
    public struct Earlier: Sendable, Hashable {
        /// How many days before.
        public var daysBefore: Int
        /// Its total.
        public var total: MinorUnits

        /// Creates a purchase.
        public init(daysBefore: Int, total: MinorUnits) {
            self.daysBefore = daysBefore
            self.total = total
        }
    }

    /// What is expected of a sample.
    public struct Expectation: Sendable, Hashable {
        /// The path, as ``ApprovalPlan/path`` writes it.
        public var path: [[String]]?
        /// The flags, in the order of ``AnswerFlag``.
        public var flags: [AnswerFlag]?
        /// The refusal.
        public var refusal: RefusalCode?

        /// Creates an expectation.
        public init(
            path: [[String]]? = nil, flags: [AnswerFlag]? = nil, refusal: RefusalCode? = nil
        ) {
            self.path = path
            self.flags = flags
            self.refusal = refusal
        }
    }

    /// Creates a test.
    public init(_ name: String, _ request: Sample, expects expected: Expectation) {
        self.name = name
        self.request = request
        self.expected = expected
    }
}

/// What came of a policy test.
public struct PolicyTestResult: Sendable, Hashable {
    /// The test.
    public var test: PolicyTest
    /// The path found, empty for a refusal.
    public var path: [[String]]
    /// The flags found.
    public var flags: [AnswerFlag]
    /// The refusal found, or nil.
    public var refusal: RefusalCode?

    /// Whether everything that the test expects was found.
    public var passed: Bool {
        let expected = test.expected
        return refusal == expected.refusal && expected.path.map { $0 == path } ?? true
            && expected.flags.map { $0 == flags } ?? true
    }
}

extension Policy {
    /// Plans each sample of the policy's own tests and compares what comes out with what is expected.
    ///
    /// - Parameter vendors: The register by which vendors are the same party.
    /// - Returns: A result for each test, in order.
    /// - Throws: ``ProblemCode/ledgerOverflow`` where totals do not add up in 64 bits.
    public func testResults(
        vendors: VendorRegister = .empty
    ) throws(Problem) -> [PolicyTestResult] {
        var results: [PolicyTestResult] = []
        for test in tests {
            var result = PolicyTestResult(test: test, path: [], flags: [])
            switch try Policy.plan(for: context(of: test.request, vendors)) {
            case .granted(let plan): (result.path, result.flags) = (plan.path, plan.flags)
            case .refused(let refusal): result.refusal = refusal.code
            }
            results.append(result)
        }
        return results
    }

    private func context(
        of sample: PolicyTest.Sample, _ vendors: VendorRegister
    ) -> PlanningContext {
        let date = sample.date ?? effectiveFrom
        let facts = RequestFacts(
            request: RequestID(known: "sample"), revision: 1, requester: sample.requester,
            lastEditor: sample.requester, vendor: sample.vendor, framework: nil,
            details: sample.details, total: sample.total, charges: [], currency: currency,
            submitted: date, overriddenBy: [])
        let earlier = sample.earlier.enumerated().map { index, purchase in
            EarlierPurchase(
                RequestID(known: "earlier-\(index + 1)"), requester: sample.requester,
                vendor: sample.vendor, category: sample.details.category, total: purchase.total,
                date: date.adding(days: -purchase.daysBefore))
        }
        return PlanningContext(
            policy: self, facts: facts, lines: sample.lines, isCapital: sample.isCapital,
            vendors: vendors, earlier: earlier, hasBoughtBefore: sample.hasBoughtBefore)
    }
}
