"""Measures whole processes, start-up included, against stated goals; run it by `make bench`.

The commands of a group run in turn, over and over, so that a busy machine slows all of them
alike. Each figure is the median of the ratios of one turn. Goals that are not met are said and
do not fail the run; a command that fails does.
"""

import gzip
import os
import shlex
import shutil
import statistics
import sys
import time

REPEATS = 21
BIG_REPEATS = 15
MEGABYTE = 1_000_000
AS_OF = ["--as-of", "2026-11-23"]
PYTHON = "/usr/bin/python3"
TOOL = ".build/release/outlay"
PACKED_TABLE = "Benchmarks/data/cloud-prices.csv.gz"
TABLE = ".build/bench/cloud-prices.csv"

YARDSTICK = [PYTHON, "-c", ""]
VERSION = [TOOL, "version"]
COMPARE = [TOOL, "compare", "Examples/helpdesk/helpdesk.yaml", *AS_OF]
READ = [
    PYTHON,
    "-c",
    "import csv, sys; print(sum(1 for _ in csv.reader(open(sys.argv[1]))))",
    TABLE,
]
RANK = [
    *(TOOL, "rank", TABLE),
    *("--where", "currency=USD vcpu>0 memory_gib>0"),
    *("--weight", "price_per_hour=60:min", "--weight", "vcpu=20", "--weight", "memory_gib=20"),
    *("--top", "10"),
    *AS_OF,
]


def measure(command):
    """Runs `command`, its output thrown away; returns its seconds and its peak memory in bytes."""
    with open(os.devnull, "wb") as null:
        files = [(os.POSIX_SPAWN_DUP2, null.fileno(), 1)]
        start = time.perf_counter()
        process = os.posix_spawn(command[0], command, os.environ, file_actions=files)
        _, status, usage = os.wait4(process, 0)
        seconds = time.perf_counter() - start
    code = os.waitstatus_to_exitcode(status)
    if code != 0:
        sys.exit(f"bench: exit code {code} from: {shown(command)}")
    unit = 1 if sys.platform == "darwin" else 1024
    return seconds, usage.ru_maxrss * unit


def measure_in_turn(commands, repeats):
    """Returns, for each command, its list of (seconds, bytes); a first turn warms up uncounted."""
    turns = [[measure(command) for command in commands] for _ in range(repeats + 1)]
    return list(zip(*turns[1:]))


def median_ratio(numerators, denominators):
    """Returns the median over the turns of one command's seconds by another's."""
    pairs = zip(numerators, denominators)
    return statistics.median(above[0] / below[0] for above, below in pairs)


def milliseconds(runs):
    """Returns the median time of `runs` as text."""
    return f"{statistics.median(run[0] for run in runs) * 1000:.1f} ms"


def shown(command):
    """Returns `command` as a person would type it."""
    return shlex.join(command)


def report(name, value, goal, met, detail):
    """Prints one figure, its goal and whether it is met."""
    print(f"  {name:<38} {value:>8}  goal {goal:<12} {'met' if met else 'NOT MET':<8} {detail}")


def measure_small():
    """Measures the commands that are done before a person notices."""
    commands = [YARDSTICK, VERSION, COMPARE]
    yardstick, version, compare = measure_in_turn(commands, REPEATS)
    print(f"Times of `{shown(YARDSTICK)}` ({milliseconds(yardstick)}), {REPEATS} turns:")
    for name, runs, most in [("outlay version", version, 1), ("outlay compare", compare, 2)]:
        ratio = median_ratio(runs, yardstick)
        report(name, f"{ratio:.2f}", f"at most {most}", ratio <= most, milliseconds(runs))


def measure_big():
    """Measures ranking a table of 140,180 prices against merely reading it in Python."""
    read, rank = measure_in_turn([READ, RANK], BIG_REPEATS)
    size = os.path.getsize(TABLE) / MEGABYTE
    print(
        f"A table of {size:.1f} MB, read by Python's csv module in {milliseconds(read)}, "
        f"{BIG_REPEATS} turns:"
    )
    faster = median_ratio(read, rank)
    peak = max(run[1] for run in rank) / MEGABYTE
    name = "outlay rank, times faster"
    report(name, f"{faster:.2f}", "at least 1.5", faster >= 1.5, f"{milliseconds(rank)}; hoped 3")
    report("outlay rank, peak memory in MB", f"{peak:.0f}", "at most 200", peak <= 200, "")


def main():
    """Unpacks the table, measures everything and names the commands."""
    os.chdir(os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
    os.makedirs(os.path.dirname(TABLE), exist_ok=True)
    with gzip.open(PACKED_TABLE) as packed, open(TABLE, "wb") as table:
        shutil.copyfileobj(packed, table)
    measure_small()
    measure_big()
    print("Commands:")
    for command in [YARDSTICK, VERSION, COMPARE, READ, RANK]:
        print("  " + shown(command))


if __name__ == "__main__":
    main()
