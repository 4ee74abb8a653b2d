import Testing

private let rootEntries: Set = [
    ".ci", ".gitignore", ".swift-format", "ARCHITECTURE.md", "Benchmarks", "CHANGELOG.md",
    "CONTRIBUTING.md", "Examples", "LICENSE", "Makefile", "NOTICE", "Package.swift", "README.md",
    "Sources", "Tests", "catalogs", "docs", "schema",
]

/// Returns what is wrong with the decision records: gaps in their numbers, missing sections.
func faultyDecisions(in files: [SourceFile]) -> [String] {
    let records = files.filter { $0.folder == "docs/decisions" }.sorted { $0.path < $1.path }
    let sections = ["Context", "Decision", "Alternatives", "Consequences"]
    return records.enumerated().flatMap { index, record in
        let number = String(String(10_001 + index).dropFirst())
        var faults = sections.filter { !record.text.contains("\n## \($0)\n") }
            .map { "\(record.path): no section \($0)" }
        if !record.name.hasPrefix(number + "-") || !record.text.hasPrefix("# \(number) ") {
            faults.append("\(record.path): should be number \(number)")
        }
        return faults
    }
}

/// Returns the dependencies of `package` that are not pinned to one version.
func unpinnedDependencies(in package: SourceFile) -> [String] {
    package.text.split(separator: "\n").map { $0.drop { $0 == " " } }
        .filter { $0.hasPrefix(".package(") && !$0.contains("exact: \"") }.map(String.init)
}

/// Returns the targets that `make` is told in `document` to make and `makefile` does not have.
func missingTargets(of makefile: SourceFile, namedIn document: SourceFile) -> [String] {
    namedTargets(in: document).filter { !makefile.text.contains("\n\($0):") }
}

/// Returns the targets named in the code of a Markdown document: in a line of code or between backticks.
func namedTargets(in document: SourceFile) -> [String] {
    let beginnings = ["\n    make ", "\nmake ", "$ make ", "`make "]
    return beginnings.flatMap { beginning in
        document.text.components(separatedBy: beginning).dropFirst()
            .map { String($0.prefix { $0.isLetter }) }.filter { !$0.isEmpty }
    }
}

extension String {
    fileprivate func components(separatedBy separator: String) -> [Substring] {
        var rest = self[...]
        var parts: [Substring] = []
        while let range = rest.firstRange(of: separator) {
            parts.append(rest[..<range.lowerBound])
            rest = rest[range.upperBound...]
        }
        return parts + [rest]
    }
}

@Suite struct DocumentTests {
    @Test func `the root holds what it should`() {
        let entries = Set(SourceTree.files.map { String($0.path.prefix { $0 != "/" }) })
        #expect(entries.subtracting(rootEntries) == [])
        for required in ["ARCHITECTURE.md", "LICENSE", "NOTICE", "README.md", ".ci"] {
            #expect(entries.contains(required))
        }
    }

    @Test func `decision records are numbered without gaps and complete`() {
        #expect(faultyDecisions(in: SourceTree.files) == [])
        #expect(SourceTree.files.contains { $0.folder == "docs/decisions" })
    }

    @Test func `every dependency is pinned`() {
        #expect(unpinnedDependencies(in: SourceTree.file("Package.swift")) == [])
    }

    @Test func `documented make targets exist`() {
        let makefile = SourceTree.file("Makefile")
        for name in ["README.md", "CONTRIBUTING.md", "Benchmarks/README.md"] {
            #expect(missingTargets(of: makefile, namedIn: SourceTree.file(name)) == [])
        }
        let named = namedTargets(in: SourceTree.file("README.md"))
        #expect(named.contains("demo") && named.contains("test"))
    }

    @Test func `a gap and a missing section are found`() {
        let complete = "\n\n## Context\n\n## Decision\n\n## Alternatives\n\n## Consequences\n"
        let first = SourceFile("docs/decisions/0001-a.md", "# 0001 A" + complete)
        let third = SourceFile("docs/decisions/0003-c.md", "# 0003 C" + complete)
        let bare = SourceFile("docs/decisions/0002-b.md", "# 0002 B\n")
        #expect(faultyDecisions(in: [first]) == [])
        #expect(
            faultyDecisions(in: [first, third])
                == ["docs/decisions/0003-c.md: should be number 0002"])
        #expect(faultyDecisions(in: [first, bare]).count == 4)
    }

    @Test func `a dependency that may move is found`() {
        let text =
            "  .package(url: \"a\", exact: \"1.0.0\"),\n  .package(url: \"b\", from: \"1.0.0\"),"
        #expect(unpinnedDependencies(in: SourceFile("Package.swift", text)).count == 1)
    }

    @Test func `a target that is not there is found`() {
        let makefile = SourceFile("Makefile", "\ndemo: release\n")
        let document = SourceFile("README.md", "\n    make demo\n    make tests  # `make check`\n")
        #expect(missingTargets(of: makefile, namedIn: document) == ["tests", "check"])
    }
}
