import Testing

/// Suites about more than one source file.
private let crossCutting: Set = [
    "BadInputTests", "DemoApprovalTests", "DeterminismTests", "ExitCodeTests", "GoldenTests",
    "HostileInputTests", "LedgerExitCodeTests", "LedgerProblemTests", "MainJobTests",
    "ProblemsTests", "PublishedCasesTests", "PublishedFormatsTests", "ShippedEvaluationsTests",
]

/// Returns the test files that stand beside no source: `Tests/MTests/Path/XTests.swift` needs a file
/// `Sources/M/Path/X.swift`, a folder of that name, or a type `X` declared in the module.
func unmirroredTests(in files: [SourceFile]) -> [String] {
    let kinds: Set = ["struct", "enum", "class", "actor", "protocol", "typealias"]
    let paths = Set(files.flatMap { [$0.path, $0.folder + "/"] })
    return files.filter { file in
        let parts = file.path.split(separator: "/")
        guard parts.count > 2, parts[0] == "Tests", parts[1] != "RepositoryTests",
            file.stem.hasSuffix("Tests"), !crossCutting.contains(file.stem)
        else { return false }
        let module = parts[1].dropLast("Tests".count)
        let subject = String(file.stem.dropLast("Tests".count))
        let beside = (["Sources", module] + parts[2...].dropLast()).joined(separator: "/")
        let isFileOrFolder = ["\(beside)/\(subject).swift", "\(beside)/\(subject)/"]
            .contains(where: paths.contains)
        return !isFileOrFolder
            && !files.contains { source in
                source.module == String(module)
                    && zip(source.tokens, source.tokens.dropFirst()).contains {
                        kinds.contains($0.text) && $1.text == subject
                    }
            }
    }
    .map(\.path)
}

/// Returns the files with tests whose names do not end in `Tests`.
func misnamedTests(in files: [SourceFile]) -> [String] {
    files.filter { file in
        file.path.hasPrefix("Tests/") && !file.stem.hasSuffix("Tests")
            && zip(file.tokens, file.tokens.dropFirst()).contains {
                $0.text == "@" && $1.text == "Test"
            }
    }
    .map(\.path)
}

/// Returns the tests whose names are no sentences.
func unnamedTests(in files: [SourceFile]) -> [String] {
    files.flatMap { file in
        file.tokens.indices.compactMap { index -> String? in
            guard file.tokens[index].text == "Test", index > 0, file.tokens[index - 1].text == "@",
                let function = file.tokens[index...].firstIndex(where: { $0.text == "func" }),
                file.tokens[function + 1].text != "`"
            else { return nil }
            return "\(file.path):\(file.tokens[function].line)"
        }
    }
}

@Suite struct MirrorTests {
    @Test func `test folders mirror the sources`() {
        #expect(unmirroredTests(in: SourceTree.swift) == [])
    }

    @Test func `tests stand in files named after them`() {
        #expect(misnamedTests(in: SourceTree.swift) == [])
    }

    @Test func `names of tests are sentences`() {
        #expect(unnamedTests(in: SourceTree.swift) == [])
    }

    @Test func `a test without its source is found`() {
        let files = [
            SourceFile("Sources/M/Path/A.swift", "struct A {}\nenum Inner {}"),
            SourceFile("Tests/MTests/Path/ATests.swift", ""),
            SourceFile("Tests/MTests/InnerTests.swift", ""),
            SourceFile("Tests/MTests/PathTests.swift", ""),
            SourceFile("Tests/MTests/Support.swift", ""),
            SourceFile("Tests/MTests/Other/BTests.swift", ""),
        ]
        #expect(unmirroredTests(in: files) == ["Tests/MTests/Other/BTests.swift"])
    }

    @Test func `a test in a support file is found`() {
        let test = "@Test func `a`() {}"
        let files = [SourceFile("Tests/A.swift", test), SourceFile("Tests/ATests.swift", test)]
        #expect(misnamedTests(in: files) == ["Tests/A.swift"])
    }

    @Test func `a test without a sentence is found`() {
        let text = "@Test(arguments: [1])\nfunc works(a: Int) {}\n@Test func `it works`() {}"
        #expect(unnamedTests(in: [SourceFile("ATests.swift", text)]) == ["ATests.swift:2"])
    }
}
