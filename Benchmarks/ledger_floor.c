/* The floor of the ledger's gates: the same rows as the product writes, by SQLite's functions alone.
 *
 *   ledger_floor write DB COUNT BATCH SYNC PREFIX    prints requests written a second
 *   ledger_floor hash DB                             prints the seconds to read and hash the journal
 *   ledger_floor structure DB                        runs SQLite's own check of the file
 *
 * DB is a copy of a ledger that the product made, so tables, indexes and sizes are the product's. A
 * request is one event with its hash, two postings, a request with one line, two balance rows and the
 * head of the chain; its texts are those of the last request in the file.
 */
#include <sqlite3.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static sqlite3 *db;

static void must(int code) {
    if (code == SQLITE_OK || code == SQLITE_ROW || code == SQLITE_DONE) return;
    fprintf(stderr, "ledger_floor: %s\n", sqlite3_errmsg(db));
    exit(1);
}

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

/* SHA-256 by FIPS 180-4, section 6.2. */
static const uint32_t round_constants[64] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

static uint32_t turn(uint32_t word, int count) { return word >> count | word << (32 - count); }

static void compress(uint32_t state[8], const uint8_t *block) {
    uint32_t words[64], v[8];
    for (int i = 0; i < 16; i++)
        words[i] = (uint32_t)block[4 * i] << 24 | (uint32_t)block[4 * i + 1] << 16 |
                   (uint32_t)block[4 * i + 2] << 8 | block[4 * i + 3];
    for (int i = 16; i < 64; i++) {
        uint32_t a = words[i - 15], b = words[i - 2];
        words[i] = words[i - 16] + (turn(a, 7) ^ turn(a, 18) ^ a >> 3) + words[i - 7] +
                   (turn(b, 17) ^ turn(b, 19) ^ b >> 10);
    }
    memcpy(v, state, sizeof v);
    for (int i = 0; i < 64; i++) {
        uint32_t s1 = turn(v[4], 6) ^ turn(v[4], 11) ^ turn(v[4], 25);
        uint32_t s0 = turn(v[0], 2) ^ turn(v[0], 13) ^ turn(v[0], 22);
        uint32_t t1 = v[7] + s1 + ((v[4] & v[5]) ^ (~v[4] & v[6])) + round_constants[i] + words[i];
        uint32_t t2 = s0 + ((v[0] & v[1]) ^ (v[0] & v[2]) ^ (v[1] & v[2]));
        memmove(v + 1, v, 7 * sizeof *v);
        v[4] += t1;
        v[0] = t1 + t2;
    }
    for (int i = 0; i < 8; i++) state[i] += v[i];
}

/* Replaces `hash` by the digest of itself followed by `bytes`. */
static void link_hash(uint8_t hash[32], const uint8_t *bytes, size_t count) {
    uint32_t state[8] = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                         0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
    uint8_t block[128];
    size_t filled = 32, total = count + 32;
    memcpy(block, hash, 32);
    while (count > 0) {
        size_t part = 64 - filled < count ? 64 - filled : count;
        memcpy(block + filled, bytes, part);
        filled += part, bytes += part, count -= part;
        if (filled == 64) compress(state, block), filled = 0;
        while (filled == 0 && count >= 64) compress(state, bytes), bytes += 64, count -= 64;
    }
    size_t length = filled < 56 ? 64 : 128;
    memset(block + filled, 0, length - filled);
    block[filled] = 0x80;
    for (int i = 0; i < 8; i++) block[length - 1 - (size_t)i] = (uint8_t)((uint64_t)total * 8 >> 8 * i);
    compress(state, block);
    if (length == 128) compress(state, block + 64);
    for (int i = 0; i < 32; i++) hash[i] = (uint8_t)(state[i / 4] >> (24 - 8 * (i % 4)));
}

static sqlite3_stmt *prepare(const char *sql) {
    sqlite3_stmt *statement;
    must(sqlite3_prepare_v3(db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL));
    return statement;
}

static void run(sqlite3_stmt *statement) {
    must(sqlite3_step(statement));
    sqlite3_reset(statement);
}

static char *text_of(const char *sql) {
    sqlite3_stmt *statement = prepare(sql);
    if (sqlite3_step(statement) != SQLITE_ROW) must(SQLITE_ERROR);
    char *copy = strdup((const char *)sqlite3_column_text(statement, 0));
    sqlite3_finalize(statement);
    return copy;
}

static void text(sqlite3_stmt *statement, int index, const char *value) {
    sqlite3_bind_text(statement, index, value, -1, SQLITE_STATIC);
}

static int pages_in_log;

static int count_pages(void *context, sqlite3 *connection, const char *name, int pages) {
    (void)context, (void)connection, (void)name;
    pages_in_log = pages;
    return SQLITE_OK;
}

static void write_requests(long count, long batch, const char *prefix) {
    char *body = text_of("SELECT body FROM event ORDER BY sequence DESC LIMIT 1");
    char *approval = text_of("SELECT approval FROM request ORDER BY rowid DESC LIMIT 1");
    char *details = text_of("SELECT details FROM request ORDER BY rowid DESC LIMIT 1");
    size_t length = strlen(body);
    sqlite3_stmt *begin = prepare("BEGIN IMMEDIATE"), *commit = prepare("COMMIT");
    sqlite3_stmt *head = prepare(
        "SELECT head_sequence, head_hash, recorded_milliseconds FROM chain");
    sqlite3_stmt *key = prepare("SELECT body FROM event WHERE idempotency_key = ?1");
    sqlite3_stmt *look = prepare(
        "SELECT * FROM balance WHERE node = ?1 AND period = 'FY2026'");
    sqlite3_stmt *take = prepare(
        "UPDATE balance SET reserved = reserved + ?2 WHERE node = ?1 AND period = 'FY2026' "
        "AND (cap IS NULL OR reserved + committed + actual + ?2 <= cap)");
    sqlite3_stmt *request = prepare(
        "INSERT INTO request (id, state, revision, requester, last_editor, details, currency, total, "
        "foreign_total, submitted, approval, sequence) "
        "VALUES (?1, 'submitted', 1, 'ana', 'ana', ?2, 'USD', ?3, ?3, '2026-02-16', ?4, ?5)");
    sqlite3_stmt *line = prepare(
        "INSERT INTO request_line (request, number, node, period, foreign_amount, foreign_billed, "
        "foreign_raise, foreign_open, amount, billed, reserved, committed) "
        "VALUES (?1, 1, ?2, 'FY2026-M02', ?3, 0, 0, ?3, ?3, 0, ?3, 0)");
    sqlite3_stmt *event = prepare(
        "INSERT INTO event (sequence, idempotency_key, kind, effective, recorded_milliseconds, actor, "
        "body, hash) VALUES (?1, ?2, 'submitted', '2026-02-16', ?3, 'ana', ?4, ?5)");
    sqlite3_stmt *posting = prepare(
        "INSERT INTO posting (sequence, number, node, period, bucket, amount) "
        "VALUES (?1, ?2, ?3, 'FY2026', 'reserved', ?4)");
    sqlite3_stmt *move = prepare(
        "UPDATE chain SET head_sequence = ?1, head_hash = ?2, recorded_milliseconds = ?4, "
        "is_closed = 0 WHERE head_sequence = ?3");
    for (long start = 0; start < count; start += batch) {
        run(begin);
        if (sqlite3_step(head) != SQLITE_ROW) must(SQLITE_ERROR);
        int64_t sequence = sqlite3_column_int64(head, 0);
        uint8_t hash[32];
        memcpy(hash, sqlite3_column_blob(head, 1), 32);
        int64_t recorded = sqlite3_column_int64(head, 2);
        sqlite3_reset(head);
        for (long number = start; number < start + batch && number < count; number++) {
            char id[64], node[16];
            const char *nodes[2] = {node, "DEPT"};
            int64_t amount = 100 + number % 900;
            snprintf(id, sizeof id, "%s-%ld", prefix, number);
            snprintf(node, sizeof node, "L%ld", number * 7919 % 1000);
            sequence++;
            text(key, 1, id), run(key);
            for (int i = 0; i < 2; i++) text(look, 1, nodes[i]), run(look);
            for (int i = 0; i < 2; i++) {
                text(take, 1, nodes[i]), sqlite3_bind_int64(take, 2, amount), run(take);
                if (sqlite3_changes(db) != 1) must(SQLITE_ERROR);
            }
            text(request, 1, id), text(request, 2, details), text(request, 4, approval);
            sqlite3_bind_int64(request, 3, amount), sqlite3_bind_int64(request, 5, sequence);
            run(request);
            text(line, 1, id), text(line, 2, node), sqlite3_bind_int64(line, 3, amount), run(line);
            link_hash(hash, (const uint8_t *)body, length);
            sqlite3_bind_int64(event, 1, sequence), text(event, 2, id);
            sqlite3_bind_int64(event, 3, ++recorded), text(event, 4, body);
            sqlite3_bind_blob(event, 5, hash, 32, SQLITE_TRANSIENT), run(event);
            for (int i = 0; i < 2; i++) {
                sqlite3_bind_int64(posting, 1, sequence), sqlite3_bind_int(posting, 2, i + 1);
                text(posting, 3, nodes[i]), sqlite3_bind_int64(posting, 4, amount), run(posting);
            }
            sqlite3_bind_int64(move, 1, sequence);
            sqlite3_bind_blob(move, 2, hash, 32, SQLITE_TRANSIENT);
            sqlite3_bind_int64(move, 3, sequence - 1), sqlite3_bind_int64(move, 4, recorded);
            run(move);
        }
        run(commit);
        /* The product moves its log into the file as often. */
        if (pages_in_log >= 2000)
            sqlite3_wal_checkpoint_v2(db, NULL, SQLITE_CHECKPOINT_PASSIVE, NULL, NULL);
    }
    sqlite3_stmt *all[] = {begin, commit, head, key, look, take, request, line, event, posting, move};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) sqlite3_finalize(all[i]);
}

int main(int count, char **words) {
    if (count < 3) return 2;
    must(sqlite3_open(words[2], &db));
    if (strcmp(words[1], "hash") == 0) {
        double start = now();
        uint8_t hash[32] = {0};
        sqlite3_stmt *all = prepare("SELECT body, hash FROM event ORDER BY sequence");
        while (sqlite3_step(all) == SQLITE_ROW) {
            link_hash(hash, sqlite3_column_blob(all, 0), (size_t)sqlite3_column_bytes(all, 0));
            if (memcmp(hash, sqlite3_column_blob(all, 1), 32) != 0) must(SQLITE_ERROR);
        }
        printf("%f\n", now() - start);
        return 0;
    }
    if (strcmp(words[1], "structure") == 0) {
        must(sqlite3_exec(db, "PRAGMA cache_size = -65536", NULL, NULL, NULL));
        puts(text_of("PRAGMA integrity_check(1)"));
        return 0;
    }
    if (count < 7) return 2;
    char sync[64];
    snprintf(sync, sizeof sync, "PRAGMA synchronous = %s", words[5]);
    must(sqlite3_exec(db, "PRAGMA journal_mode = WAL; PRAGMA foreign_keys = ON; "
        "PRAGMA cache_size = -65536; PRAGMA wal_autocheckpoint = 0", NULL, NULL, NULL));
    must(sqlite3_exec(db, sync, NULL, NULL, NULL));
    sqlite3_wal_hook(db, count_pages, NULL);
    long requests = atol(words[3]);
    double start = now();
    write_requests(requests, atol(words[4]), words[6]);
    printf("%f\n", (double)requests / (now() - start));
    must(sqlite3_close(db));
    return 0;
}
