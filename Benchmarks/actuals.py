"""Measures the import of actuals beside Python's csv module merely reading them; run it by `make bench`.

Product and Python read one file in turn, five rounds, after one round that warms the file up; the figure is the
median of the ratios of one round. ACTUALS_ROWS says how many rows. The product sums exactly, looks for
rows that stand twice and hashes the file; Python does nothing with a row. A goal that is not met is said
and does not fail the run; a sum that is not the generator's does.
"""

import os
import statistics
import subprocess
import sys
import time

ROUNDS = 5
ROWS = int(os.environ.get("ACTUALS_ROWS", "1000000"))
SMALL = 100_000
PYTHON = "/usr/bin/python3"
TOOL = ".build/release/OutlayScenarios"
SAMPLE = "Tests/OutlayBudgetsTests/Actuals/Data/focus-1.0-sample-1000.csv"
FOLDER = ".build/bench"
READ = """
import csv, sys
with open(sys.argv[1], newline="", encoding="utf-8") as file:
    for row in csv.reader(file):
        pass
"""


def made(rows):
    """Writes a file of `rows` rows unless it is there; returns its path and the exact sum."""
    path = os.path.join(FOLDER, f"focus-{rows}.csv")
    note = path + ".sum"
    if not os.path.exists(note):
        done = subprocess.run(
            [PYTHON, "Benchmarks/focus_rows.py", SAMPLE, str(rows), path],
            check=True, capture_output=True, text=True)
        with open(note, "w", encoding="utf-8") as file:
            file.write(done.stdout.strip())
    with open(note, encoding="utf-8") as file:
        return path, file.read()


def timed(*words):
    """Runs a program; returns its seconds on the clock and of the processor, its memory in KiB, and
    what it prints."""
    start = time.perf_counter()
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as process:
        printed = process.stdout.read()
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    clock = time.perf_counter() - start
    if process.returncode != 0:
        sys.exit(f"bench: exit code {process.returncode} from {' '.join(words[:2])}")
    return clock, used.ru_utime + used.ru_stime, used.ru_maxrss, printed.split()


def product(path, total):
    """Reads a file by the product; returns its seconds and its memory."""
    clock, busy, memory, printed = timed(TOOL, "bench-actuals", path)
    if printed[1] != total:
        sys.exit(f"bench: the rows of {path} add up to {total}, not {printed[1]}")
    return clock, busy, memory


def report(name, value, goal, met, detail=""):
    """Prints one figure, its goal and whether it is met."""
    print(f"  {name:<44} {value:>8}  goal {goal:<14} {'met' if met else 'NOT MET':<8} {detail}")


def main():
    """Makes the files and measures."""
    os.chdir(os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
    os.makedirs(FOLDER, exist_ok=True)
    large, total = made(ROWS)
    small, small_total = made(SMALL)
    size = os.path.getsize(large) / 1e6
    print(f"Actuals: {ROWS:,} FOCUS rows of {size:,.0f} MB, {ROUNDS} rounds:")
    product(large, total)
    timed(PYTHON, "-c", READ, large)
    rounds = [(product(large, total), timed(PYTHON, "-c", READ, large)) for _ in range(ROUNDS)]
    for place, name in ((0, "clock"), (1, "processor")):
        ratio = statistics.median(ours[place] / theirs[place] for ours, theirs in rounds)
        ours, theirs = (statistics.median(side[place] for side in sides) for sides in zip(*rounds))
        report(
            f"import / Python's csv reading, {name}", f"{ratio:.2f}", "at most 1", ratio <= 1,
            f"{ours:.1f} s and {theirs:.1f} s")
    memory = statistics.median(ours[2] for ours, _ in rounds)
    growth = memory / product(small, small_total)[2]
    report(
        f"memory at {ROWS:,} / at {SMALL:,} rows", f"{growth:.2f}", "at most 1.25",
        growth <= 1.25, f"{memory / 1024:.0f} MiB")


if __name__ == "__main__":
    main()
