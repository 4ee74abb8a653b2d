extension Migration {
    /// What requests hold, found without looking at the requests.
    static let holdings = Migration(
        number: 5, title: "find what requests hold of a line in an index alone",
        statements: [
            "DROP INDEX request_line_held",
            """
            CREATE INDEX request_line_holding ON request_line
                (node, period, request, reserved, committed)
            WHERE reserved > 0 OR committed > 0
            """,
        ])
}
