import Foundation
import Outlay
import Testing

/// `outlay diff` over files and revisions, with git as a process of its own.
@Suite struct DiffCommandTests {
    private static let day = ["--as-of", "2026-11-23"]

    private static func document(seats: Int = 60, price: String = "price") -> String {
        """
        apiVersion: outlay/v1
        kind: Evaluation
        metadata: {id: D-1, title: Desk}
        currency: USD
        tax: {prices: net, recoverable: 1}
        horizon: {start: 2027-01-01, years: 1}
        discount_rate: {value: 0}
        assumptions: {seats: \(seats)}
        options:
          saas:
            from: prices/a
            vendor: v
            costs:
              - {id: seats, category: subscription, quantity: seats, unit_cost: {column: \(price)}, every: year, escalation: 0}

        """
    }

    private static func write(price: Int, into repository: TestRepository) throws {
        let table = "id,price\na,\(price)\n"
        try repository.write("catalogs/prices.csv", table)
        try repository.write(
            "catalogs/prices.yaml",
            """
            apiVersion: outlay/v1
            kind: CatalogueMetadata
            metadata: {id: prices, title: Prices}
            file: prices.csv
            sha256: \(SHA256Digest.of(Array(table.utf8)))
            rows: 1
            extracted: 2026-11-01
            sources: [{file: list.txt}]
            key: id
            columns:
              - {name: id, type: text, required: true}
              - {name: price, type: price, currency: USD, per: year, date: 2026-11-01}

            """)
    }

    /// A repository with three commits: the first document, five seats more, a dearer catalogue.
    private static func repository() throws -> TestRepository {
        let repository = try TestRepository()
        try write(price: 10, into: repository)
        try repository.write("evaluations/desk.yaml", document())
        try repository.commit()
        try repository.write("evaluations/desk.yaml", document(seats: 65))
        try repository.commit()
        try write(price: 12, into: repository)
        try repository.commit()
        return repository
    }

    @Test func `a revision is compared with the file`() throws {
        let repository = try Self.repository()
        let run = ToolRun(
            ["diff", "HEAD~2:evaluations/desk.yaml", "evaluations/desk.yaml"] + Self.day,
            in: repository.path)
        #expect(run.end == .exit(0), "\(run.messages)")
        // 60 × 10 became 65 × 12.
        #expect(run.output.contains("saas costs USD 180.00 more over its life."), "\(run.output)")
        #expect(run.output.contains("assumption      seats"))
        #expect(run.output.contains("catalogue fact  saas.seats from prices/a, price"))
        #expect(run.output.contains("HEAD~2:catalogs/prices.csv"))
    }

    @Test func `catalogues are those of the revision`() throws {
        let repository = try Self.repository()
        let run = ToolRun(
            ["diff", "HEAD~1:evaluations/desk.yaml", "main:evaluations/desk.yaml"] + Self.day,
            in: repository.path)
        #expect(run.end == .exit(0), "\(run.messages)")
        #expect(run.output.contains("saas costs USD 130.00 more over its life."), "\(run.output)")
        // The line's price, and the cell it comes from.
        #expect(run.output.contains("2 things are stated otherwise"), "\(run.output)")
    }

    @Test func `a path with a point in front begins at the current folder`() throws {
        let repository = try Self.repository()
        let run = ToolRun(
            ["diff", "HEAD:./desk.yaml", "HEAD:../evaluations/desk.yaml"] + Self.day,
            in: repository.path + "/evaluations")
        #expect(run.end == .exit(0), "\(run.messages)")
        #expect(run.output.contains("There are no differences in meaning."))
    }

    @Test func `a file whose name looks like a revision is a file`() throws {
        let repository = try Self.repository()
        try repository.write("HEAD:desk.yaml", Self.document(seats: 61))
        let run = ToolRun(
            ["diff", "HEAD:evaluations/desk.yaml", "HEAD:desk.yaml"] + Self.day,
            in: repository.path)
        #expect(run.end == .exit(0), "\(run.messages)")
        #expect(run.output.contains("65      61"), "\(run.output)")
    }

    @Test func `one document may come from standard input`() throws {
        let repository = try Self.repository()
        let run = ToolRun(
            ["diff", "HEAD:evaluations/desk.yaml", "-"] + Self.day, in: repository.path,
            input: repository.path + "/evaluations/desk.yaml")
        #expect(run.end == .exit(0), "\(run.messages)")
        #expect(run.output.contains("There are no differences in meaning."))
        let twice = ToolRun(["diff", "-", "-"], in: repository.path)
        #expect(twice.end == .exit(2))
        #expect(twice.messages.contains("both documents are standard input"))
    }

    /// Whatever stands before the colon reaches git as one argument, never as an option or a shell's word.
    @Test(arguments: [
        "--help:x.yaml", "-p:x.yaml", "$(touch pwned):x.yaml", ";touch pwned:x.yaml",
        "HEAD@{upload-pack}:x.yaml", "..:x.yaml", " :x.yaml", "--output=pwned:x.yaml",
    ])
    func `a hostile revision is no revision`(name: String) throws {
        let repository = try Self.repository()
        let run = ToolRun(["diff", "--", name, "evaluations/desk.yaml"], in: repository.path)
        #expect(run.end == .exit(2), "\(run.output)\(run.messages)")
        #expect(run.messages.contains("error[OL909]"), "\(run.messages)")
        #expect(!FileManager.default.fileExists(atPath: repository.path + "/pwned"))
    }

    @Test(arguments: [
        ("HEAD:../../etc/passwd", "OL910"), ("HEAD:/etc/passwd", "OL910"),
        ("HEAD:evaluations", "OL910"), ("HEAD:.git/config", "OL910"), (":x.yaml", "OL901"),
        ("HEAD:", "OL901"), ("HEAD:catalogs/prices.yaml", "OL008"),
    ])
    func `a path that is no evaluation of the revision is refused`(
        name: String, code: String
    ) throws {
        let repository = try Self.repository()
        let run = ToolRun(["diff", name, "evaluations/desk.yaml"], in: repository.path)
        #expect(run.end == .exit(2), "\(run.output)\(run.messages)")
        #expect(run.messages.contains("error[\(code)]"), "\(run.messages)")
    }

    @Test func `problems of a revision name it`() throws {
        let repository = try Self.repository()
        try repository.write("evaluations/desk.yaml", Self.document(price: "cost"))
        try repository.commit()
        let run = ToolRun(
            ["diff", "HEAD:evaluations/desk.yaml", "HEAD~1:evaluations/desk.yaml"],
            in: repository.path)
        #expect(run.end == .exit(2))
        #expect(run.messages.contains("--> HEAD:evaluations/desk.yaml:14:"), "\(run.messages)")
    }

    // MARK: - Without git

    @Test func `two files need no git`() throws {
        let run = ToolRun(
            ["diff", "Examples/helpdesk/helpdesk.yaml", "Examples/helpdesk/helpdesk.yaml"]
                + Self.day, wrapper: ["/usr/bin/env", "PATH=/nowhere"])
        #expect(run.end == .exit(0), "\(run.messages)")
    }

    @Test func `what keeps a revision from being read is recorded`() throws {
        let repository = try Self.repository()
        let folder = try TemporaryFolder()
        let above = URL(filePath: folder.path).deletingLastPathComponent().path
        let document = "evaluations/desk.yaml"
        let cases: [(name: String, revision: String, folder: String, wrapper: [String])] = [
            ("no-git", "HEAD:" + document, repository.path, ["/usr/bin/env", "PATH=/nowhere"]),
            (
                "no-repository", "HEAD:" + document, folder.path,
                ["/usr/bin/env", "GIT_CEILING_DIRECTORIES=" + above]
            ),
            ("unknown-revision", "nowhere:" + document, repository.path, []),
            ("not-in-revision", "HEAD:evaluation/desk.yaml", repository.path, []),
        ]
        for example in cases {
            let run = try Transcript.expect(
                example.name, ["diff", example.revision, document], in: example.folder,
                wrapper: example.wrapper)
            #expect(run.end == .exit(2))
        }
    }

    @Test func `a git that dies is told apart from one that says no`() throws {
        let folder = try TemporaryFolder()
        try folder.write("git", "#!/bin/sh\nkill -9 $$\n")
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o755], ofItemAtPath: folder.path + "/git")
        let run = try Transcript.expect(
            "git-failed", ["diff", "HEAD:a.yaml", "b.yaml"],
            wrapper: ["/usr/bin/env", "PATH=" + folder.path])
        #expect(run.end == .exit(2))
    }
}
