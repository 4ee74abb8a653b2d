"""Measures the ledger's gates beside the same rows written by SQLite alone; run it by `make bench`.

Product and floor work in turn, each on a copy of one ledger, five rounds each; a figure is the median of the
ratios of one round. LEDGER_EVENTS says how large the large ledger is. The exit code is 1 where a gate is missed.
"""

import os
import shutil
import sqlite3
import statistics
import subprocess
import sys
import time

ROUNDS = 5
EVENTS = int(os.environ.get("LEDGER_EVENTS", "100000"))
SMALL = 1000
PYTHON = "/usr/bin/python3"
TOOL = ".build/release/OutlayScenarios"
FLOOR = ".build/bench/ledger_floor"
FOLDER = ".build/bench/ledger"

missed = []


def numbers(*words):
    """Runs a program; returns the numbers that it prints."""
    done = subprocess.run(words, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"bench: exit code {done.returncode} from {' '.join(words)}: {done.stderr}")
    return [float(word) for word in done.stdout.split()]


def measured(*words):
    """Runs a program; returns its seconds, those of its processor, and its most megabytes."""
    start = time.perf_counter()
    process = subprocess.Popen(words, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    if status != 0:
        sys.exit(f"bench: status {status} from {' '.join(words)}")
    return seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def report(name, value, goal, met, detail=""):
    """Prints one figure, its goal and whether it is met."""
    print(f"  {name:<46} {value:>8}  goal {goal:<14} {'met' if met else 'NOT MET':<8} {detail}", flush=True)
    if not met:
        missed.append(name.split()[0])


def path(name):
    return os.path.join(FOLDER, name + ".db")


def copy(ledger, name):
    """Copies a ledger that nobody has open, and returns the path of the copy."""
    shutil.copyfile(ledger, path(name))
    return path(name)


def rows(ledger):
    """Returns what stands in each column of each table: how many cells, and their bytes."""
    connection = sqlite3.connect(ledger)
    found = {}
    for table, in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'"):
        for _, column, *_ in connection.execute(f"PRAGMA table_info({table})").fetchall():
            sums = f'SELECT count("{column}"), sum(length("{column}")) FROM {table}'
            found[table, column] = connection.execute(sums).fetchone()
    connection.close()
    return found


def same_rows(ledger):
    """Compares what product and floor add to a ledger: as many cells in every column, and so in every index,
    and as many bytes, give or take the names of requests."""
    count = 200
    before, added = rows(ledger), {}
    for side, tool, verb in [("product", TOOL, "bench-run"), ("floor", FLOOR, "write")]:
        place = copy(ledger, "rows")
        numbers(tool, verb, place, str(count), "1", "OFF", "rows")
        added[side] = {
            key: (cells[0] - before[key][0], (cells[1] or 0) - (before[key][1] or 0))
            for key, cells in rows(place).items()}
        remove(place)
    for key, (cells, size) in added["product"].items():
        other_cells, other_size = added["floor"][key]
        if cells != other_cells or abs(size - other_size) > max(8 * count, size // 20):
            sys.exit(f"bench: in {'.'.join(key)} the product adds {cells} cells of {size} bytes, the floor"
                     f" {other_cells} of {other_size}")
    tables = sorted({table for (table, _), (cells, _) in added["product"].items() if cells})
    print(f"  both add the same rows: {', '.join(tables)}; balance and chain change in place")


def remove(place):
    for ending in ("", "-wal", "-shm"):
        if os.path.exists(place + ending):
            os.unlink(place + ending)


def rates(name, sides, count, batch, sync, least):
    """Prints the median ratio of the product's and the floor's requests a second."""
    pairs = []
    for turn in range(ROUNDS):
        words = [str(count), str(batch), sync, f"{name[:2]}-{turn}"]
        pairs.append((
            numbers(TOOL, "bench-run", sides[0], *words)[0],
            numbers(FLOOR, "write", sides[1], *words)[0]))
    ratio = statistics.median(product / floor for product, floor in pairs)
    product, floor = (statistics.median(side) for side in zip(*pairs))
    detail = f"{product:,.0f} and {floor:,.0f} requests/s"
    report(name, f"{ratio:.2f}", f"at least {least}", ratio >= least, detail)


def verification(ledger):
    """Prints what verifying takes, all of it, beside a pass that reads and hashes the journal."""
    rounds = [(measured(TOOL, "bench-verify", ledger), measured(FLOOR, "hash", ledger)) for _ in range(ROUNDS)]

    def median(of):
        return statistics.median(of(ours, floor) for ours, floor in rounds)

    ratio = median(lambda ours, floor: ours[0] / floor[0])
    detail = (
        f"{median(lambda ours, _: ours[0]):.1f} s and {median(lambda _, floor: floor[0]):.1f} s; of the processor"
        f" {median(lambda ours, _: ours[1]):.1f} s and {median(lambda _, floor: floor[1]):.1f} s;"
        f" {median(lambda ours, _: ours[2]):,.0f} MB")
    report("G6 verify / reading and hashing in C", f"{ratio:.2f}", "at most 3", ratio <= 3, detail)
    check = statistics.median(
        measured(FLOOR, "structure", ledger)[0] for _ in range(3))
    print(f"     of it, integrity_check alone would take {check:.1f} s; it runs beside the journal, and counts")


def growth(name, small, large, count, most):
    """Prints how much longer writing takes on the large ledger, the product's beside that of SQLite alone.

    Deeper tables and indexes cost both the same, and no goal can take that away; what the product adds of its
    own must not grow."""
    sides = [(TOOL, "bench-run", "product"), (FLOOR, "write", "floor")]
    copies = [[copy(ledger, f"{side}-{size}") for size, ledger in [("small", small), ("large", large)]]
              for _, _, side in sides]
    rounds = []
    # The first turn fills caches.
    for turn in range(ROUNDS + 1):
        grown = []
        for (tool, verb, _), places in zip(sides, copies):
            on_small, on_large = (
                numbers(tool, verb, place, str(count), "1", "OFF", f"growth-{turn}")[0] for place in places)
            grown.append(on_small / on_large)
        rounds.append(grown)
    for places in copies:
        for place in places:
            remove(place)
    ratio = statistics.median(product / floor for product, floor in rounds[1:])
    product, floor = (statistics.median(side) for side in zip(*rounds[1:]))
    detail = f"{product:.2f} and {floor:.2f} times as long as at {SMALL:,}"
    report(name, f"{ratio:.2f}", f"at most {most}", ratio <= most, detail)


def flat(name, work, small, large, turns, calls, limit=1.25):
    """Prints how much longer the same work takes on the large ledger."""
    ratio, on_small, on_large = numbers(TOOL, "bench-flat", small, large, work, str(turns), str(calls))
    detail = f"{on_small:,.1f} and {on_large:,.1f} us"
    if limit:
        report(name, f"{ratio:.2f}", f"at most {limit}", ratio <= limit, detail)
    else:
        print(f"     {name:<43} {ratio:>8.2f}  {detail}")
    return ratio


def main():
    """Builds the floor and the ledgers, and measures everything."""
    os.chdir(os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
    shutil.rmtree(FOLDER, ignore_errors=True)
    os.makedirs(FOLDER)
    subprocess.run(["cc", "-O2", "-o", FLOOR, "Benchmarks/ledger_floor.c", "-lsqlite3"], check=True)
    small, large = path("small"), path("large")
    for ledger, events in [(small, SMALL), (large, EVENTS)]:
        subprocess.run([TOOL, "bench-make", ledger, str(events)], check=True)

    print(f"The ledger beside SQLite alone, {EVENTS:,} requests on 1,000 lines, {ROUNDS} rounds,"
          f" load {os.getloadavg()[0]:.1f}:", flush=True)
    same_rows(small)
    verification(large)
    sides = copy(large, "product"), copy(large, "floor")
    rates("G1 without syncs, product / floor", sides, 2000, 1, "OFF", 0.5)
    # As many as without syncs: among a few hundred, one slow sync of the disk moves the ratio by a fifth.
    rates("G2 with every sync, product / floor", sides, 2000, 1, "FULL", 0.8)
    log, main_file = numbers(TOOL, "bench-syncs", path("syncs"), "100")
    report("G3 syncs of the log for one command", f"{log:g}", "exactly 1", log == 1 and main_file == 0)
    name = f"G4 availability at {EVENTS:,} / at {SMALL:,}"
    ratio, on_small, on_large = numbers(TOOL, "bench-flat", small, large, "available", "15", "2000")
    report(name, f"{1 / ratio:.2f}", "at least 0.8", 1 / ratio >= 0.8, f"{1e6 / on_large:,.0f} a second")
    rates("G5 100 in one transaction, product / floor", sides, 2000, 100, "FULL", 0.5)
    for place in sides:
        remove(place)

    runs = [(measured(TOOL, "balances", small)[0], measured(PYTHON, "-c", "")[0]) for _ in range(21)]
    ratio = statistics.median(ours / theirs for ours, theirs in runs)
    detail = f"{statistics.median(run[0] for run in runs) * 1000:.0f} ms"
    report("G7 balances of 1,000 lines / python3 -c ''", f"{ratio:.2f}", "at most 4", ratio <= 4, detail)
    race = subprocess.run([TOOL, "race"], capture_output=True, text=True)
    report("G8 races of 8 processes", "held" if race.returncode == 0 else "lost", "held", race.returncode == 0)
    print("     " + "\n     ".join(race.stdout.splitlines()))

    print(f"  The same work at {EVENTS:,} and at {SMALL:,} requests, in turn:")
    flat("F12 decision on a request, nothing written", "check", small, large, 15, 500)
    flat("refusal at a line, with its explanation", "refusal", small, large, 15, 200, None)
    flat("refusal above 1,000 lines, with its explanation", "refusal-above", small, large, 7, 20, None)
    flat("submitted request, without syncs", "submit", copy(small, "grown"), copy(large, "growing"), 25, 100, None)
    growth("growth of submitting, product / floor", small, large, 500, 1.1)
    shutil.rmtree(FOLDER)
    if missed:
        sys.exit(f"bench: not met: {', '.join(missed)}")


if __name__ == "__main__":
    main()
