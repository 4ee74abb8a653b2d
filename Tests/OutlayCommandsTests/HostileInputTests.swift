import Foundation
import Testing

/// Inputs that try to crash, hang or fill the machine.
@Suite struct HostileInputTests {
    /// The most private memory a run may take, in KiB, and the most seconds.
    private static let memoryLimit = 200 << 10
    private static let seconds: Int32 = 60

    /// Runs the tool with little memory.
    private static let bounded = [
        "/bin/sh", "-c", "ulimit -d \(memoryLimit) && exec \"$@\"", "sh",
    ]

    struct Sample: Sendable, CustomTestStringConvertible {
        /// The name of the file; its record bears the same.
        let name: String
        let make: @Sendable () -> [UInt8]
        var testDescription: String { name }

        init(_ name: String, _ make: @escaping @Sendable () -> [UInt8]) {
            self.name = name
            self.make = make
        }
    }

    private static let head = """
        apiVersion: outlay/v1
        kind: Evaluation
        metadata: {id: desk, title: A desk}
        currency: EUR
        horizon: {start: 2027-01-01, years: 3}
        tax: {prices: net, recoverable: 1}
        discount_rate: {value: 0.08}
        options:
          old: {costs: [{id: upkeep, category: maintenance, amount: 9000, at: start}]}

        """

    private static func text(_ text: String) -> [UInt8] { Array(text.utf8) }

    private static func repeated(_ text: String, _ count: Int) -> [UInt8] {
        Array(String(repeating: text, count: count).utf8)
    }

    /// Returns nine levels of ten aliases each, 10⁹ leaves in all.
    private static var aliasBomb: String {
        var lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
        for level in 1..<9 {
            let aliases = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
            lines.append("a\(level): &a\(level) [\(aliases)]")
        }
        return head + lines.joined(separator: "\n") + "\n"
    }

    static let samples = [
        Sample("long-scalar.yaml") { text(head + "baseline: ") + repeated("E", 1 << 20) },
        Sample("long-key.yaml") { text(head) + repeated("k", 1 << 20) + text(": 1\n") },
        Sample("long-line.json") { text("{\"kind\": \"") + repeated("x", 1 << 20) + text("\"}") },
        Sample("many-brackets.yaml") { repeated("[", 10_000) },
        Sample("many-flow-maps.yaml") { repeated("{a: ", 10_000) },
        Sample("many-dashes.yaml") { repeated("- ", 10_000) + text("x\n") },
        Sample("many-block-maps.yaml") {
            (0..<2000).flatMap { text(String(repeating: " ", count: $0) + "a:\n") }
        },
        Sample("many-brackets.json") { repeated("[", 10_000) },
        Sample("many-objects.json") { repeated("{\"a\":", 10_000) },
        Sample("alias-bomb.yaml") { text(aliasBomb) },
        Sample("self-alias.yaml") { text(head + "assumptions: &a {seats: *a}\n") },
        Sample("many-values.yaml") { text(head + "criteria:\n") + repeated("- 1\n", 200_000) },
        Sample("many-repeated-keys.yaml") { text(head) + repeated("currency: EUR\n", 20_000) },
        Sample("five-megabytes.yaml") { text(head + "# ") + repeated("x", 5 << 20) },
        Sample("latin-1.yaml") { text(head + "need: B") + [0xFC, 10] },
        Sample("overlong.yaml") { text(head + "need: ") + [0xC0, 0xAF, 10] },
        Sample("surrogate.yaml") { text(head + "need: ") + [0xED, 0xA0, 0x80, 10] },
        Sample("null-byte.yaml") { text(head + "need: a") + [0] + text("b\n") },
        Sample("delete-character.yaml") { text(head + "need: a\u{7F}b\n") },
        Sample("escape-sequence.yaml") { text(head + "need: \u{1B}[31mred\n") },
        Sample("byte-order-mark.yaml") { [0xEF, 0xBB, 0xBF] },
        Sample("utf-16.yaml") {
            [0xFF, 0xFE] + head.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        },
        Sample("carriage-returns.yaml") {
            text(head.replacing("EUR", with: "EURO").replacing("\n", with: "\r\n"))
        },
        Sample("empty.yaml") { [] },
        Sample("empty.json") { [] },
    ]

    @Test(arguments: samples)
    func `a hostile document is refused in little time and memory`(sample: Sample) throws {
        let folder = try TemporaryFolder()
        try folder.write(sample.make(), to: sample.name)
        let run = try Transcript.expect(
            "hostile-" + sample.name, ["validate", sample.name, "--as-of", "2026-11-23"],
            in: folder.path, wrapper: Self.bounded)
        #expect(run.end == .exit(2))
        #expect(run.messages.utf8.count < 1 << 20)
    }

    @Test func `a document of nothing but mistakes is refused with the first thousand`() throws {
        let folder = try TemporaryFolder()
        let fields = (0..<20_000).flatMap { Self.text("field\($0): 1\n") }
        try folder.write(Self.text(Self.head) + fields, to: "a.yaml")
        let run = ToolRun(["validate", "a.yaml"], in: folder.path, wrapper: Self.bounded)
        #expect(run.end == .exit(2))
        #expect(run.messages.hasSuffix("1000 errors, nothing computed\n"))
    }

    @Test func `the memory limit of these tests ends a run that needs more`() throws {
        let tight = ["/bin/sh", "-c", "ulimit -d 8192 && exec \"$@\"", "sh"]
        let folder = try TemporaryFolder()
        try folder.write(Self.repeated("a: 1\n", 400_000), to: "a.yaml")
        let run = ToolRun(["validate", "a.yaml"], in: folder.path, wrapper: tight)
        #expect(run.end != .exit(2))
    }

    @Test func `hostile tables are refused in little time and memory`() throws {
        let folder = try TemporaryFolder()
        try folder.write(Self.text("a,b\n") + Self.repeated("\"", 1 << 20), to: "quotes.csv")
        try folder.write(Self.repeated("a,", 1 << 20) + Self.text("\n1\n"), to: "columns.csv")
        try folder.write(Self.text("a,b\n1,") + [0xFF] + Self.text("\n"), to: "bytes.csv")
        for name in ["quotes", "columns", "bytes"] {
            let run = try Transcript.expect(
                "hostile-table-" + name, ["rank", name + ".csv", "--weight", "a=1"],
                in: folder.path, wrapper: Self.bounded)
            #expect(run.end == .exit(2))
        }
    }

    @Test(arguments: [
        ("a-folder", "."), ("a-device", "/dev/zero"),
        ("a-pipe", "pipe.yaml"), ("a-missing-file", "nowhere.yaml"),
        ("a-missing-folder", "nowhere/a.yaml"), ("a-file-as-folder", "a.yaml/b.yaml"),
        ("an-empty-path", ""), ("a-long-path", String(repeating: "x", count: 300)),
        ("a-loop-of-links", "loop.yaml"),
    ])
    func `a path that is no document is refused at once`(name: String, path: String) throws {
        let folder = try TemporaryFolder()
        try folder.write(Self.text(Self.head), to: "a.yaml")
        #expect(mkfifo(folder.path + "/pipe.yaml", 0o600) == 0)
        #expect(symlink("loop.yaml", folder.path + "/loop.yaml") == 0)
        let run = try Transcript.expect(
            "path-" + name, ["compare", path], in: folder.path, wrapper: Self.bounded)
        #expect(run.end == .exit(2))
    }

    @Test func `endless standard input is refused`() throws {
        let run = ToolRun(["validate", "-"], input: "/dev/zero", wrapper: Self.bounded)
        #expect(run.end == .exit(2))
        #expect(run.messages.contains("[OL003]"), "\(run.messages)")
    }

    @Test func `an unreadable file is refused`() throws {
        let folder = try TemporaryFolder()
        try folder.write(Self.text(Self.head), to: "secret.yaml")
        #expect(chmod(folder.path, 0o755) == 0 && chmod(folder.path + "/secret.yaml", 0) == 0)
        guard let wrapper = Unprivileged.wrapper else { return }
        let run = try Transcript.expect(
            "path-an-unreadable-file", ["validate", "secret.yaml"], in: folder.path,
            wrapper: wrapper)
        #expect(run.end == .exit(2))
    }
}
