#include "outlay_faults.h"

#include <signal.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

struct watched {
    sqlite3_file base;
    int32_t file;
    sqlite3_file *real;
};

static sqlite3_vfs *unix_vfs;
static sqlite3_vfs layer;
static sqlite3_io_methods methods;

static struct outlay_record *records;
static int64_t record_count, record_room;
static int recording;
static int64_t sync_counts[4];
static int64_t step_count, kill_step, fail_step, fail_times, short_offset = -1;
static int32_t fail_code;

static sqlite3_file *real_of(sqlite3_file *file) { return ((struct watched *)file)->real; }

static void add(int32_t kind, int32_t file, int64_t offset, const void *data, int64_t length) {
    if (!recording) return;
    if (record_count == record_room) {
        int64_t room = record_room ? 2 * record_room : 1024;
        struct outlay_record *grown = realloc(records, (size_t)room * sizeof *records);
        if (!grown) abort();
        records = grown;
        record_room = room;
    }
    uint8_t *copy = NULL;
    if (length > 0) {
        copy = malloc((size_t)length);
        if (!copy) abort();
        memcpy(copy, data, (size_t)length);
    }
    records[record_count++] = (struct outlay_record){kind, file, offset, length, copy};
}

/* Counts a step; returns the code it is to fail with. */
static int step(void) {
    step_count++;
    if (kill_step == step_count) raise(SIGKILL);
    if (fail_step && step_count >= fail_step && fail_times > 0) {
        fail_times--;
        return fail_code;
    }
    return SQLITE_OK;
}

static int close_file(sqlite3_file *file) {
    sqlite3_file *real = real_of(file);
    int code = real->pMethods ? real->pMethods->xClose(real) : SQLITE_OK;
    sqlite3_free(real);
    return code;
}

static int read_file(sqlite3_file *file, void *room, int count, sqlite3_int64 offset) {
    struct watched *watched = (struct watched *)file;
    if (watched->file == OUTLAY_MAIN && short_offset >= 0 && offset >= short_offset) {
        memset(room, 0, (size_t)count);
        return SQLITE_IOERR_SHORT_READ;
    }
    return watched->real->pMethods->xRead(watched->real, room, count, offset);
}

static int write_file(sqlite3_file *file, const void *data, int count, sqlite3_int64 offset) {
    struct watched *watched = (struct watched *)file;
    int code = step();
    if (code != SQLITE_OK) return code;
    add(OUTLAY_WRITE, watched->file, offset, data, count);
    return watched->real->pMethods->xWrite(watched->real, data, count, offset);
}

static int truncate_file(sqlite3_file *file, sqlite3_int64 size) {
    struct watched *watched = (struct watched *)file;
    int code = step();
    if (code != SQLITE_OK) return code;
    add(OUTLAY_TRUNCATE, watched->file, size, NULL, 0);
    return watched->real->pMethods->xTruncate(watched->real, size);
}

static int sync_file(sqlite3_file *file, int flags) {
    struct watched *watched = (struct watched *)file;
    int code = step();
    if (code != SQLITE_OK) return code;
    sync_counts[watched->file]++;
    code = watched->real->pMethods->xSync(watched->real, flags);
    if (code == SQLITE_OK) add(OUTLAY_SYNC, watched->file, 0, NULL, 0);
    return code;
}

static int file_size(sqlite3_file *file, sqlite3_int64 *size) {
    return real_of(file)->pMethods->xFileSize(real_of(file), size);
}

static int lock_file(sqlite3_file *file, int level) {
    return real_of(file)->pMethods->xLock(real_of(file), level);
}

static int unlock_file(sqlite3_file *file, int level) {
    return real_of(file)->pMethods->xUnlock(real_of(file), level);
}

static int check_lock(sqlite3_file *file, int *held) {
    return real_of(file)->pMethods->xCheckReservedLock(real_of(file), held);
}

static int control(sqlite3_file *file, int operation, void *argument) {
    return real_of(file)->pMethods->xFileControl(real_of(file), operation, argument);
}

static int sector_size(sqlite3_file *file) {
    return real_of(file)->pMethods->xSectorSize(real_of(file));
}

static int characteristics(sqlite3_file *file) {
    return real_of(file)->pMethods->xDeviceCharacteristics(real_of(file));
}

static int shm_map(sqlite3_file *file, int region, int size, int extend, void volatile **memory) {
    return real_of(file)->pMethods->xShmMap(real_of(file), region, size, extend, memory);
}

static int shm_lock(sqlite3_file *file, int offset, int count, int flags) {
    return real_of(file)->pMethods->xShmLock(real_of(file), offset, count, flags);
}

static void shm_barrier(sqlite3_file *file) {
    real_of(file)->pMethods->xShmBarrier(real_of(file));
}

static int shm_unmap(sqlite3_file *file, int delete_it) {
    return real_of(file)->pMethods->xShmUnmap(real_of(file), delete_it);
}

static int32_t kind_of(int flags) {
    if (flags & SQLITE_OPEN_MAIN_DB) return OUTLAY_MAIN;
    if (flags & SQLITE_OPEN_WAL) return OUTLAY_WAL;
    if (flags & SQLITE_OPEN_MAIN_JOURNAL) return OUTLAY_JOURNAL;
    return OUTLAY_OTHER;
}

static int open_file(
    sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *opened) {
    (void)vfs;
    struct watched *watched = (struct watched *)file;
    watched->base.pMethods = NULL;
    watched->file = kind_of(flags);
    watched->real = sqlite3_malloc(unix_vfs->szOsFile);
    if (!watched->real) return SQLITE_NOMEM;
    memset(watched->real, 0, (size_t)unix_vfs->szOsFile);
    int code = unix_vfs->xOpen(unix_vfs, name, watched->real, flags, opened);
    if (code != SQLITE_OK) {
        sqlite3_free(watched->real);
        return code;
    }
    watched->base.pMethods = &methods;
    return SQLITE_OK;
}

static int32_t kind_of_name(const char *name) {
    size_t length = strlen(name);
    if (length > 4 && strcmp(name + length - 4, "-wal") == 0) return OUTLAY_WAL;
    if (length > 8 && strcmp(name + length - 8, "-journal") == 0) return OUTLAY_JOURNAL;
    return OUTLAY_OTHER;
}

static int delete_file(sqlite3_vfs *vfs, const char *name, int sync_folder) {
    (void)vfs;
    int code = step();
    if (code != SQLITE_OK) return code;
    add(OUTLAY_DELETE, kind_of_name(name), sync_folder, NULL, 0);
    return unix_vfs->xDelete(unix_vfs, name, sync_folder);
}

int outlay_faults_install(void) {
    if (unix_vfs) return sqlite3_vfs_register(&layer, 1);
    unix_vfs = sqlite3_vfs_find(NULL);
    if (!unix_vfs) return SQLITE_ERROR;
    layer = *unix_vfs;
    layer.pNext = NULL;
    layer.zName = "outlay-faults";
    layer.szOsFile = sizeof(struct watched);
    layer.xOpen = open_file;
    layer.xDelete = delete_file;
    methods = (sqlite3_io_methods){
        2,           close_file,   read_file,   write_file,      truncate_file, sync_file,
        file_size,   lock_file,    unlock_file, check_lock,      control,       sector_size,
        characteristics, shm_map,  shm_lock,    shm_barrier,     shm_unmap,     NULL,
        NULL};
    return sqlite3_vfs_register(&layer, 1);
}

void outlay_faults_remove(void) {
    if (unix_vfs) sqlite3_vfs_register(unix_vfs, 1);
}

void outlay_faults_reset(void) {
    for (int64_t index = 0; index < record_count; index++) free((void *)records[index].data);
    record_count = 0;
    recording = 0;
    memset(sync_counts, 0, sizeof sync_counts);
    step_count = kill_step = fail_step = fail_times = 0;
    fail_code = 0;
    short_offset = -1;
}

void outlay_faults_record(int on) { recording = on; }

void outlay_faults_mark(int64_t number) { add(OUTLAY_MARK, OUTLAY_OTHER, number, NULL, 0); }

int64_t outlay_faults_count(void) { return record_count; }

struct outlay_record outlay_faults_at(int64_t index) { return records[index]; }

int64_t outlay_faults_syncs(int32_t file) { return sync_counts[file]; }

int64_t outlay_faults_steps(void) { return step_count; }

void outlay_faults_kill_before(int64_t number) {
    kill_step = number > 0 ? step_count + number : 0;
}

void outlay_faults_fail_from(int64_t number, int32_t code, int64_t times) {
    fail_step = number > 0 ? step_count + number : 0;
    fail_code = code;
    fail_times = times;
}

void outlay_faults_short_read_from(int64_t offset) { short_offset = offset; }

int outlay_faults_run(void *handle, const char *sql) {
    return sqlite3_exec(handle, sql, NULL, NULL, NULL);
}
