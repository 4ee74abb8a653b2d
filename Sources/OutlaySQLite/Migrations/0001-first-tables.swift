extension Migration {
    /// The first tables.
    ///
    /// The journal (`event`, `posting`) and the end of its chain (`chain`) are the store's own; the
    /// other tables have the columns of `LedgerTable` in OutlayBudgets. References are checked when a
    /// transaction ends, because an event's rows come in the order of their meaning.
    static let firstTables = Migration(
        number: 1, title: "make the first tables",
        statements: journalTables + structureTables + requestTables + billTables + indexes)
}

private let journalTables = [
    """
    CREATE TABLE chain (
        book INTEGER PRIMARY KEY CHECK (book = 1),
        head_sequence INTEGER NOT NULL CHECK (head_sequence >= 0),
        head_hash BLOB NOT NULL CHECK (length(head_hash) = 32),
        recorded_milliseconds INTEGER NOT NULL,
        is_closed INTEGER NOT NULL CHECK (is_closed IN (0, 1))
    ) STRICT
    """,
    """
    CREATE TABLE event (
        sequence INTEGER PRIMARY KEY CHECK (sequence > 0),
        idempotency_key TEXT UNIQUE,
        kind TEXT NOT NULL,
        effective TEXT NOT NULL CHECK (length(effective) = 10),
        recorded_milliseconds INTEGER NOT NULL,
        actor TEXT NOT NULL,
        body TEXT NOT NULL,
        hash BLOB NOT NULL CHECK (length(hash) = 32)
    ) STRICT
    """,
    """
    CREATE TABLE posting (
        sequence INTEGER NOT NULL REFERENCES event (sequence) DEFERRABLE INITIALLY DEFERRED,
        number INTEGER NOT NULL CHECK (number > 0),
        node TEXT NOT NULL REFERENCES node (id) DEFERRABLE INITIALLY DEFERRED,
        period TEXT NOT NULL,
        bucket TEXT NOT NULL
            CHECK (bucket IN ('allotted', 'reserved', 'committed', 'actual', 'excused')),
        amount INTEGER NOT NULL CHECK (amount <> 0),
        PRIMARY KEY (sequence, number)
    ) STRICT, WITHOUT ROWID
    """,
    """
    INSERT INTO chain (book, head_sequence, head_hash, recorded_milliseconds, is_closed)
    VALUES (1, 0, zeroblob(32), 0, 1)
    """,
]

private let structureTables = [
    """
    CREATE TABLE setting (
        ledger TEXT PRIMARY KEY NOT NULL,
        currency TEXT NOT NULL CHECK (length(currency) = 3),
        start_month INTEGER NOT NULL CHECK (start_month BETWEEN 1 AND 12),
        year_naming TEXT NOT NULL,
        accrues_receipts INTEGER NOT NULL CHECK (accrues_receipts IN (0, 1)),
        carries_money INTEGER NOT NULL CHECK (carries_money IN (0, 1)),
        future_years TEXT NOT NULL CHECK (future_years IN ('track', 'refuse')),
        purpose TEXT NOT NULL CHECK (purpose IN ('use', 'test'))
    ) STRICT
    """,
    """
    CREATE TABLE node (
        id TEXT PRIMARY KEY NOT NULL,
        parent TEXT REFERENCES node (id) DEFERRABLE INITIALLY DEFERRED,
        title TEXT NOT NULL,
        kind TEXT NOT NULL,
        expenditure TEXT,
        control TEXT NOT NULL CHECK (control IN ('hard', 'soft', 'track')),
        warn_basis_points INTEGER CHECK (warn_basis_points >= 0),
        tolerance_basis_points INTEGER NOT NULL CHECK (tolerance_basis_points >= 0),
        tolerance_amount INTEGER NOT NULL CHECK (tolerance_amount >= 0),
        phasing TEXT NOT NULL,
        owner TEXT,
        valid_from TEXT,
        valid_to TEXT
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE period (
        id TEXT PRIMARY KEY NOT NULL,
        start TEXT NOT NULL CHECK (length(start) = 10),
        "end" TEXT NOT NULL CHECK (length("end") = 10 AND "end" >= start),
        state TEXT NOT NULL CHECK (state IN ('open', 'soft_closed', 'closed'))
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE balance (
        node TEXT NOT NULL REFERENCES node (id) DEFERRABLE INITIALLY DEFERRED,
        period TEXT NOT NULL,
        allotted INTEGER NOT NULL,
        reserved INTEGER NOT NULL CHECK (reserved >= 0),
        committed INTEGER NOT NULL CHECK (committed >= 0),
        actual INTEGER NOT NULL,
        excused INTEGER NOT NULL CHECK (excused >= 0),
        cap INTEGER CHECK (cap IS NULL OR reserved + committed + actual <= cap),
        PRIMARY KEY (node, period)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE document (
        kind TEXT NOT NULL CHECK (kind IN ('policy', 'organisation', 'vendors', 'budget',
            'proposal')),
        id TEXT NOT NULL,
        revision INTEGER NOT NULL CHECK (revision > 0),
        effective_from TEXT NOT NULL CHECK (length(effective_from) = 10),
        body TEXT NOT NULL,
        hash TEXT NOT NULL CHECK (length(hash) = 64),
        sequence INTEGER NOT NULL CHECK (sequence > 0),
        PRIMARY KEY (kind, id, revision)
    ) STRICT
    """,
]

private let requestTables = [
    """
    CREATE TABLE request (
        id TEXT PRIMARY KEY NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('draft', 'submitted', 'approved', 'ordered', 'closed',
            'withdrawn', 'rejected', 'returned', 'expired', 'cancelled', 'not_awarded')),
        revision INTEGER NOT NULL CHECK (revision > 0),
        requester TEXT NOT NULL,
        last_editor TEXT NOT NULL,
        vendor TEXT,
        framework TEXT,
        details TEXT NOT NULL,
        currency TEXT NOT NULL CHECK (length(currency) = 3),
        rate TEXT,
        total INTEGER NOT NULL,
        foreign_total INTEGER NOT NULL,
        submitted TEXT NOT NULL CHECK (length(submitted) = 10),
        expires TEXT,
        approved_on TEXT,
        ordered_by TEXT,
        approval TEXT NOT NULL,
        amendment TEXT,
        sequence INTEGER NOT NULL CHECK (sequence > 0)
    ) STRICT
    """,
    """
    CREATE TABLE request_line (
        request TEXT NOT NULL REFERENCES request (id) DEFERRABLE INITIALLY DEFERRED,
        number INTEGER NOT NULL CHECK (number > 0),
        node TEXT NOT NULL REFERENCES node (id) DEFERRABLE INITIALLY DEFERRED,
        period TEXT NOT NULL,
        foreign_amount INTEGER NOT NULL,
        foreign_billed INTEGER NOT NULL,
        foreign_raise INTEGER NOT NULL,
        foreign_open INTEGER NOT NULL,
        amount INTEGER NOT NULL,
        billed INTEGER NOT NULL,
        reserved INTEGER NOT NULL CHECK (reserved >= 0),
        committed INTEGER NOT NULL CHECK (committed >= 0),
        carried_to INTEGER,
        PRIMARY KEY (request, number)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE request_revision (
        request TEXT NOT NULL REFERENCES request (id) DEFERRABLE INITIALLY DEFERRED,
        number INTEGER NOT NULL CHECK (number > 0),
        hash TEXT NOT NULL CHECK (length(hash) = 64),
        submission_hash TEXT NOT NULL CHECK (length(submission_hash) = 64),
        editor TEXT NOT NULL,
        frozen TEXT NOT NULL CHECK (length(frozen) = 10),
        submitted TEXT,
        content TEXT NOT NULL,
        sequence INTEGER NOT NULL CHECK (sequence > 0),
        PRIMARY KEY (request, number)
    ) STRICT
    """,
    """
    CREATE TABLE framework (
        id TEXT PRIMARY KEY NOT NULL,
        title TEXT NOT NULL,
        vendors TEXT NOT NULL,
        ceiling INTEGER NOT NULL,
        guaranteed_minimum INTEGER NOT NULL,
        start TEXT NOT NULL CHECK (length(start) = 10),
        "end" TEXT NOT NULL CHECK (length("end") = 10),
        called_off INTEGER NOT NULL,
        minimum_node TEXT REFERENCES node (id) DEFERRABLE INITIALLY DEFERRED,
        minimum_period TEXT,
        minimum_open INTEGER NOT NULL,
        sequence INTEGER NOT NULL CHECK (sequence > 0)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE override (
        request TEXT NOT NULL,
        node TEXT NOT NULL REFERENCES node (id) DEFERRABLE INITIALLY DEFERRED,
        period TEXT NOT NULL,
        authority TEXT NOT NULL,
        reason TEXT NOT NULL CHECK (reason <> ''),
        amount INTEGER NOT NULL CHECK (amount >= 0),
        used INTEGER NOT NULL CHECK (used >= 0),
        expires TEXT,
        is_over INTEGER NOT NULL CHECK (is_over IN (0, 1)),
        sequence INTEGER NOT NULL CHECK (sequence > 0),
        PRIMARY KEY (request, node, period, authority)
    ) STRICT, WITHOUT ROWID
    """,
]

private let billTables = [
    """
    CREATE TABLE invoice (
        issuer TEXT NOT NULL,
        number TEXT NOT NULL,
        request TEXT NOT NULL REFERENCES request (id) DEFERRABLE INITIALLY DEFERRED,
        kind TEXT NOT NULL CHECK (kind IN ('invoice', 'credit')),
        credits TEXT,
        date TEXT NOT NULL CHECK (length(date) = 10),
        foreign_amount INTEGER NOT NULL,
        currency TEXT NOT NULL CHECK (length(currency) = 3),
        rate TEXT,
        booked INTEGER NOT NULL,
        credited INTEGER NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('booked', 'disputed', 'dropped')),
        parts TEXT NOT NULL,
        is_final INTEGER NOT NULL CHECK (is_final IN (0, 1)),
        booked_by TEXT NOT NULL,
        sequence INTEGER NOT NULL CHECK (sequence > 0),
        PRIMARY KEY (issuer, number)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE receipt (
        request TEXT NOT NULL REFERENCES request (id) DEFERRABLE INITIALLY DEFERRED,
        number TEXT NOT NULL,
        date TEXT NOT NULL CHECK (length(date) = 10),
        foreign_amount INTEGER NOT NULL,
        parts TEXT NOT NULL,
        receiver TEXT NOT NULL,
        sequence INTEGER NOT NULL CHECK (sequence > 0),
        PRIMARY KEY (request, number)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE overrun (
        sequence INTEGER NOT NULL REFERENCES event (sequence) DEFERRABLE INITIALLY DEFERRED,
        node TEXT NOT NULL REFERENCES node (id) DEFERRABLE INITIALLY DEFERRED,
        period TEXT NOT NULL,
        cause TEXT NOT NULL,
        amount INTEGER NOT NULL,
        PRIMARY KEY (sequence, node, period)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE evidence (
        hash TEXT NOT NULL CHECK (length(hash) = 64),
        sequence INTEGER NOT NULL REFERENCES event (sequence) DEFERRABLE INITIALLY DEFERRED,
        name TEXT NOT NULL,
        size INTEGER NOT NULL CHECK (size >= 0),
        media_type TEXT NOT NULL,
        request TEXT,
        PRIMARY KEY (hash, sequence)
    ) STRICT, WITHOUT ROWID
    """,
]

private let indexes = [
    "CREATE INDEX posting_by_node ON posting (node, sequence)",
    "CREATE INDEX node_by_parent ON node (parent)",
    "CREATE INDEX request_by_vendor ON request (vendor, submitted) WHERE vendor IS NOT NULL",
    "CREATE INDEX request_by_requester ON request (requester, submitted)",
    "CREATE INDEX request_by_day ON request (submitted)",
    """
    CREATE INDEX request_bought ON request (vendor)
    WHERE state IN ('approved', 'ordered', 'closed')
    """,
    """
    CREATE INDEX request_open ON request (id)
    WHERE state IN ('approved', 'ordered', 'submitted')
    """,
    "CREATE INDEX request_amended ON request (id) WHERE amendment IS NOT NULL",
    // The lines of a budget line and year by what they use, the largest first.
    """
    CREATE INDEX request_line_by_use ON request_line
        (node, substr(period, 1, instr(period || '-', '-') - 1),
        -(reserved + committed + billed), request)
    """,
    "CREATE INDEX request_line_further ON request_line (number) WHERE number > 1",
    "CREATE INDEX override_by_node ON override (node, authority)",
    "CREATE INDEX overrun_by_node ON overrun (node)",
    "CREATE INDEX evidence_by_event ON evidence (sequence)",
    """
    CREATE INDEX request_line_held ON request_line (node)
    WHERE reserved > 0 OR committed > 0
    """,
    "CREATE INDEX invoice_by_request ON invoice (request)",
    "CREATE INDEX invoice_by_date ON invoice (issuer, date)",
    "CREATE INDEX invoice_disputed ON invoice (issuer, number) WHERE state = 'disputed'",
]
