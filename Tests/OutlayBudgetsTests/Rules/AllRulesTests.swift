import Testing

@testable import OutlayBudgets

@Suite struct AllRulesTests {
    @Test func `every worked example gives what it says`() throws {
        for rule in AllRules.descriptors {
            #expect(!rule.examples.isEmpty, "\(rule.identifier)")
            for example in rule.examples {
                #expect(
                    try example.outcome() == example.expected,
                    "\(rule.identifier): \(example.title)")
            }
        }
    }

    @Test func `each rule has a name of its own, a title, inputs and a source`() {
        let rules = AllRules.descriptors
        #expect(Set(rules.map(\.identifier)).count == rules.count)
        for rule in rules {
            #expect(!rule.title.isEmpty && !rule.source.isEmpty, "\(rule.identifier)")
            #expect(!rule.inputs.isEmpty, "\(rule.identifier)")
            #expect(Set(rule.inputs.map(\.name)).count == rule.inputs.count)
            #expect(
                rule.identifier.allSatisfy { $0 == "-" || ("a"..."z").contains($0) },
                "\(rule.identifier)")
        }
    }

    @Test func `a rule shows each refusal that it gives by an example, or another rule does`() {
        let shown = Set(AllRules.descriptors.flatMap { $0.examples.map(\.expected) })
        // Reached through settings that the examples of their rules leave open, and tested beside them.
        let elsewhere: Set<RefusalCode> = [.routeNotAdmitted]
        for rule in AllRules.descriptors {
            for code in rule.refusals where !elsewhere.contains(code) {
                #expect(
                    shown.contains("refused:" + code.rawValue),
                    "\(rule.identifier): \(code.rawValue)")
            }
        }
    }

    @Test func `refusals of decisions are named in the documented order`() {
        #expect(
            AllRules.decision.flatMap { $0.descriptor.refusals } == [
                .notPending, .revisionMoved, .selfApproval, .lastEditor, .overrideApprover,
                .delegationNotValid, .delegationLimit, .alreadyApproved, .notAnApprover,
                .alreadyApproved,
            ])
    }

    @Test func `refusals of planning are named in the documented order`() {
        #expect(
            AllRules.planning.flatMap { $0.descriptor.refusals } == [
                .routeNotAdmitted, .evidenceMissing, .frameworkVendor, .frameworkPeriod,
                .routeNotAdmitted, .reasonNotAccepted, .evidenceMissing, .routeNotAdmitted,
                .reasonNotAccepted, .emergencyCeiling, .routeNotAdmitted, .reasonNotAccepted,
                .quotesMissing, .evidenceMissing,
            ])
    }
}
