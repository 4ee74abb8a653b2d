/// The migrations in order; the last one's number is the version of the tables.
enum AllMigrations {
    static let list: [Migration] = [
        .firstTables, .checkpoints, .importedActuals, .delegations, .holdings,
        .guaranteedMinimums, .requestNumbers,
    ]
}
