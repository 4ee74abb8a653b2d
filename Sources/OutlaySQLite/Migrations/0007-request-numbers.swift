extension Migration {
    /// The highest number of a year's requests, found without looking at the others.
    ///
    /// A number has as many digits as people gave it, so that it is compared by their count, then as text.
    static let requestNumbers = Migration(
        number: 7, title: "find the highest number of a year's requests in an index alone",
        statements: [
            """
            CREATE INDEX request_number ON request
                (substr(id, 1, 9), length(ltrim(substr(id, 10), '0')), ltrim(substr(id, 10), '0'), id)
            WHERE id GLOB 'REQ-[0-9][0-9][0-9][0-9]-[0-9]*' AND substr(id, 10) NOT GLOB '*[^0-9]*'
            """
        ])
}
