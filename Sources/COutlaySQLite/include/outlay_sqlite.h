#ifndef OUTLAY_SQLITE_H
#define OUTLAY_SQLITE_H

/*
 * What of SQLite cannot be called from Swift: functions with a variable number of arguments.
 */

/*
 * Keeps SQLite from counting the memory it uses, for which it takes a lock at each allocation.
 *
 * Has to be called before SQLite's first connection in this process. Returns SQLITE_OK, or SQLITE_MISUSE
 * where SQLite is in use already and stays as it is.
 */
int outlay_sqlite_count_no_memory(void);

#endif
