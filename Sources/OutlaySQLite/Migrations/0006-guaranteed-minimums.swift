extension Migration {
    /// What the call-offs of an agreement come to, and who approved its guaranteed minimum.
    static let guaranteedMinimums = Migration(
        number: 6, title: "keep who approved what an agreement guarantees, and what is agreed on",
        statements: [
            "ALTER TABLE framework ADD COLUMN approved_by TEXT",
            "ALTER TABLE framework ADD COLUMN agreed INTEGER NOT NULL DEFAULT 0",
            "UPDATE framework SET agreed = guaranteed_minimum - minimum_open",
        ])
}
