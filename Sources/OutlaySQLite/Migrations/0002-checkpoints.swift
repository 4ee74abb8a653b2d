extension Migration {
    /// The checkpoints that were exported.
    ///
    /// They are no events: an export that appended one would move the head that it names. `signature`
    /// has room for what a person signs an anchor with; nothing is written there yet.
    static let checkpoints = Migration(
        number: 2, title: "keep which checkpoints were exported",
        statements: [
            """
            CREATE TABLE checkpoint (
                sequence INTEGER NOT NULL REFERENCES event (sequence) DEFERRABLE INITIALLY DEFERRED,
                exported_milliseconds INTEGER NOT NULL,
                hash BLOB NOT NULL CHECK (length(hash) = 32),
                signature BLOB,
                PRIMARY KEY (sequence, exported_milliseconds)
            ) STRICT, WITHOUT ROWID
            """
        ])
}
