import Testing

/// The numbers of each group, by the comment that heads it in `ProblemCode.swift`.
private let groups: [String: ClosedRange<Int>] = [
    "Reading a document": 1...99,
    "One value of a document": 1...99,
    "Values that must agree": 1...99,
    "Catalogues and quotes": 100...149,
    "Values and arithmetic": 150...199,
    "Results of an evaluation": 200...299,
    "Tenders and tradeoffs": 250...259,
    "Financial functions": 300...349,
    "Budgets and the ledger": 400...449,
    "Files of the ledger": 450...489,
    "Policies and approvals": 500...549,
    "The business case: rules of `outlay lint`": 601...639,
    "The business case: suppressions": 640...649,
    "Budget, Policy, Organisation and Vendors documents": 700...719,
    "Requests": 720...739,
    "Rows of imports": 750...759,
    "Actuals of other systems": 760...779,
    "Who acts on a ledger": 780...799,
    "Commands and files": 900...999,
]

/// Returns the codes of `file` that occur twice, are misspelt, or stand outside the numbers of their group.
func faultyCodes(in file: SourceFile) -> [String] {
    var range: ClosedRange<Int>?
    var seen: Set<Int> = []
    var faults: [String] = []
    for line in file.text.split(separator: "\n").map({ $0.drop { $0 == " " } }) {
        if line.hasPrefix("// ") {
            range = groups[String(line.dropFirst(3))]
            if range == nil { faults.append("unknown group: \(line)") }
        }
        guard line.hasPrefix("case "), line.contains(" = \"") else { continue }
        let code = line.split(separator: "\"").last ?? ""
        guard code.hasPrefix("OL"), code.count == 5, let number = Int(code.dropFirst(2)) else {
            faults.append("misspelt: \(line)")
            continue
        }
        if !seen.insert(number).inserted { faults.append("twice: \(code)") }
        if range?.contains(number) != true { faults.append("outside its group: \(code)") }
    }
    return faults
}

/// Returns the codes of the ledger in `file` whose words no test records: a code with words behind it,
/// such as `OL450 the ledger is busy`.
func unrecordedCodes(of file: SourceFile, in tests: [SourceFile]) -> [String] {
    let codes = file.text.matches(of: /= "(OL[45][0-9]{2})"/).map { String($0.1) }
    let recorded = Set(
        tests.flatMap { test in
            test.text.matches(of: /(OL[45][0-9]{2})\]?:? [`a-z0-9]/).map { String($0.1) }
        })
    return codes.filter { !recorded.contains($0) }
}

@Suite struct ProblemCodeTests {
    private let path = "Sources/OutlayProblems/ProblemCode.swift"

    @Test func `codes are unique and stand in their groups`() {
        let file = SourceTree.file(path)
        #expect(faultyCodes(in: file) == [])
        #expect(file.text.contains("case syntax = \"OL001\""))
    }

    @Test func `the words of every problem of the ledger are recorded`() {
        let tests = SourceTree.files.filter {
            $0.path.hasPrefix("Tests/") && !$0.path.hasPrefix("Tests/RepositoryTests/")
        }
        #expect(unrecordedCodes(of: SourceTree.file(path), in: tests) == [])
    }

    @Test func `a code without recorded words is found`() {
        let codes = SourceFile(path, "case a = \"OL401\"\ncase b = \"OL402\"")
        let tests = [
            SourceFile("Tests/A.txt", "OL401 `x` is not a name"),
            SourceFile("Tests/B.swift", "#expect(code == \"OL402\") // OL402 /tiers"),
        ]
        #expect(unrecordedCodes(of: codes, in: tests) == ["OL402"])
    }

    @Test func `a code in the wrong place is found`() {
        let text = """
            enum ProblemCode: String {
                // Reading a document
                case a = "OL001"
                case b = "OL100"
                case c = "OL001"
                case d = "OL1"
                // Elsewhere
                case e = "OL002"
            }
            """
        #expect(
            faultyCodes(in: SourceFile(path, text)) == [
                "outside its group: OL100", "twice: OL001", "misspelt: case d = \"OL1\"",
                "unknown group: // Elsewhere", "outside its group: OL002",
            ])
    }
}
