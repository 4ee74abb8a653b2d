#ifndef OUTLAY_FAULTS_H
#define OUTLAY_FAULTS_H

#include <stdint.h>

/*
 * A layer between SQLite and its "unix" file system that counts, records and disturbs what SQLite
 * asks of files. For tests and measurements: nothing that is shipped links it. Not thread-safe: it
 * watches one connection of one thread.
 */

/* The files of a database, by what SQLite opened them as. */
enum outlay_file { OUTLAY_MAIN = 0, OUTLAY_WAL = 1, OUTLAY_JOURNAL = 2, OUTLAY_OTHER = 3 };

/* What was asked of a file. */
enum outlay_kind {
    OUTLAY_WRITE = 0,    /* `length` bytes at `offset` */
    OUTLAY_TRUNCATE = 1, /* to `offset` bytes */
    OUTLAY_SYNC = 2,
    OUTLAY_DELETE = 3,   /* `offset` is 1 where the folder was synced too */
    OUTLAY_MARK = 4      /* `offset` is the number given to outlay_faults_mark */
};

/* One thing that was asked; `data` belongs to the log. */
struct outlay_record {
    int32_t kind;
    int32_t file;
    int64_t offset;
    int64_t length;
    const uint8_t *data;
};

/* Makes the layer SQLite's default; returns SQLite's result code. Calling it again does nothing. */
int outlay_faults_install(void);
/* Makes SQLite's own file system the default again. */
void outlay_faults_remove(void);
/* Forgets every record, counter and disturbance. */
void outlay_faults_reset(void);

/* Starts (1) or stops (0) keeping records. */
void outlay_faults_record(int on);
/* Adds a record of the caller's own, such as the number of an acknowledged command. */
void outlay_faults_mark(int64_t number);
int64_t outlay_faults_count(void);
struct outlay_record outlay_faults_at(int64_t index);

/* How many syncs the files of a kind have had since the last reset. */
int64_t outlay_faults_syncs(int32_t file);
/* How many writes, truncations, syncs and deletions there were since the last reset. */
int64_t outlay_faults_steps(void);

/* Ends the process by SIGKILL just before the step-th step from now; 0 never. */
void outlay_faults_kill_before(int64_t step);
/* Lets `times` steps, from the step-th from now on, fail with SQLite's code `code`; 0 never. */
void outlay_faults_fail_from(int64_t step, int32_t code, int64_t times);
/* Lets reads of the main file from `offset` on come back short. */
void outlay_faults_short_read_from(int64_t offset);

/* Runs SQL on an SQLite handle; returns SQLite's result code. For settings that no product uses. */
int outlay_faults_run(void *handle, const char *sql);

#endif
