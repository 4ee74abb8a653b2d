import ArgumentParser
import Outlay

/// `outlay whoami`: who the ledger takes you for, and what you may do there.
struct WhoamiCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "whoami", abstract: "Say who you are to the ledger, and which roles you hold.",
        discussion: """
            outlay whoami --db ledger.outlay

            On a local file you are who the operating system says you are; the Organisation document maps its users \
            to people. docs/threat-model.md says what that can protect against, and what not.
            """)

    @OptionGroup var ledger: LedgerOptions

    func run() throws {
        try ledger.answer(schema: "whoami") { session in
            let identity = try session.identity()
            let asOf = session.asOf
            let roles = try session.read { (reader) throws(Problem) -> [RoleAssignment] in
                guard let id = identity.person,
                    let organisation = try reader.organisation(inForceOn: asOf)
                else { return [] }
                return organisation.person(id)?.roles.filter { $0.days.contains(asOf) } ?? []
            }
            let person = identity.person?.text
            let held = roles.map { role in
                let lines = role.nodes.map(\.text).joined(separator: ", ")
                return role.role.text + (lines.isEmpty ? "" : " for \(lines)")
            }
            return Answer(
                schema: "whoami",
                report: Report(
                    title: person ?? "Nobody in the organisation",
                    summary: [
                        .facts([
                            Fact("System user", RichText(identity.account)),
                            Fact(
                                "Roles",
                                RichText(held.isEmpty ? "none" : held.joined(separator: "; "))),
                        ])
                    ]),
                result: [
                    "account": .string(identity.account), "person": .string(orNull: person),
                    "assumed": .bool(identity.isAssumed),
                    "roles": .array(
                        roles.map { role in
                            [
                                "role": .string(role.role.text),
                                "lines": .strings(role.nodes.map(\.text)),
                            ]
                        }),
                ])
        }
    }

    /// The shape of the JSON result.
    static let resultShape = ObjectShape(
        "identity", "Who acts.",
        [
            Field("account", .text(), "The system's user.", required: true),
            Field("person", .text(), "Who that is in the organisation; null for nobody."),
            Field("assumed", .yesNo, "Whether `--as` says so.", required: true),
            Field(
                "roles",
                .list(
                    of: .object(
                        ObjectShape(
                            "held role", "A role that is held on the day.",
                            [
                                Field("role", .text(), "The role.", required: true),
                                Field(
                                    "lines", .list(of: .text()),
                                    "The budget lines it is held for; empty for all.",
                                    required: true),
                            ]))), "The roles held.", required: true),
        ])
}
