extension Migration {
    /// What people lent by acts of their own.
    static let delegations = Migration(
        number: 4, title: "keep the delegations that people make themselves",
        statements: [
            """
            CREATE TABLE delegation (
                number INTEGER NOT NULL CHECK (number > 0),
                principal TEXT NOT NULL,
                delegate TEXT NOT NULL,
                start TEXT NOT NULL,
                "end" TEXT NOT NULL,
                amount_limit INTEGER,
                categories TEXT NOT NULL,
                sequence INTEGER NOT NULL CHECK (sequence > 0),
                PRIMARY KEY (number)
            ) STRICT, WITHOUT ROWID
            """
        ])
}
