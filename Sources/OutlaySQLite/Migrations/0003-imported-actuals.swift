extension Migration {
    /// What was booked of other systems' documents.
    static let importedActuals = Migration(
        number: 3, title: "remember which documents actuals were imported from",
        statements: [
            """
            CREATE TABLE imported_actual (
                issuer TEXT NOT NULL,
                document TEXT NOT NULL,
                node TEXT NOT NULL REFERENCES node (id) DEFERRABLE INITIALLY DEFERRED,
                period TEXT NOT NULL,
                amount INTEGER NOT NULL,
                request TEXT REFERENCES request (id) DEFERRABLE INITIALLY DEFERRED,
                source TEXT NOT NULL,
                sequence INTEGER NOT NULL CHECK (sequence > 0),
                PRIMARY KEY (issuer, document, node, period)
            ) STRICT, WITHOUT ROWID
            """,
            "CREATE INDEX imported_actual_by_node ON imported_actual (node)",
            "CREATE INDEX imported_actual_by_request ON imported_actual (request)",
        ])
}
