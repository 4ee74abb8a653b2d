"""Measures the daily commands of the ledger as whole processes; run it by `make bench`.

Commands run in turn with their yardstick; a figure is the median of the ratios of one turn. COMMAND_EVENTS
says how large the large ledger is, ACTUALS_ROWS how long the file of actuals. A command that this build does
not have is said to be NOT RUN, and the exit code is 1 then; a goal that is not met is said and does not
fail the run.
"""

import os
import shutil
import statistics
import subprocess
import sys
import time

import actuals
import bench

TURNS = 21
ROUNDS = 5
EVENTS = int(os.environ.get("COMMAND_EVENTS", "1000000"))
SMALL = 1000
TOOL = ".build/release/outlay"
TRIALS = ".build/release/OutlayScenarios"
FOLDER = ".build/bench/commands"
AS_OF = ["--as-of", "2026-11-23"]
MAP = """kind: ActualsMap
rules:
  - {when: {ServiceCategory: Networking}, line: NET}
  - {tags: {environment: dev}, line: DEV}
otherwise: CLOUD
"""

not_run = []


def has(*words):
    """Whether this build has a command."""
    done = subprocess.run([TOOL, *words, "--help"], capture_output=True, text=True)
    return done.returncode == 0 and f"USAGE: outlay {' '.join(words)}" in done.stdout


def skip(name):
    """Says loudly that a figure was not measured."""
    not_run.append(name)
    print(f"  {name:<46} NOT RUN: this build has no `outlay {name.split(':')[0]}`", flush=True)


def report(name, value, goal, detail=""):
    """Prints one figure, its goal and whether it is met."""
    met = "met" if value <= goal else "NOT MET"
    print(f"  {name:<46} {value:>8.2f}  goal at most {goal:<5} {met:<8} {detail}", flush=True)


def code(command):
    """Runs a command once; returns its exit code."""
    return subprocess.run(command, capture_output=True).returncode


def decided(command):
    """Returns a shell line of `command` that ends with 0 where the command decided: a yes or a no."""
    answer = code(command)
    if answer not in (0, 1):
        sys.exit(f"bench: exit code {answer} from {' '.join(command)}")
    # A no is an answer too; what is measured is how long it takes.
    return [*command, "--exit-zero"]


def ledger(events):
    """Returns the path of a ledger of so many requests, which is made once."""
    path = os.path.join(FOLDER, f"{events}.outlay")
    if not os.path.exists(path):
        subprocess.run([TRIALS, "bench-make", path + ".new", str(events)], check=True)
        os.rename(path + ".new", path)
    return path


def budget_check():
    """Measures a check on a large ledger and a small one."""
    if not has("budget", "check"):
        return skip("budget check: large and small ledger")
    words = [TOOL, "budget", "check", "m-0", *AS_OF, "--db"]
    commands = [decided([*words, ledger(EVENTS)]), decided([*words, ledger(SMALL)])]
    yard, large, small = bench.measure_in_turn([bench.YARDSTICK, *commands], TURNS)
    detail = f"{bench.milliseconds(large)}, {bench.milliseconds(small)}, {bench.milliseconds(yard)}"
    report(f"budget check, {EVENTS:,} events / yardstick", bench.median_ratio(large, yard), 2, detail)
    report(f"budget check, {EVENTS:,} / {SMALL:,} events", bench.median_ratio(large, small), 1.2)


def gate():
    """Measures the gate on a shipped evaluation."""
    if not has("gate"):
        return skip("gate: a shipped evaluation")
    command = [TOOL, "gate", "Examples/helpdesk/helpdesk.yaml", *AS_OF]
    answer = code(command)
    if answer not in (0, 1, 3):
        sys.exit(f"bench: exit code {answer} from {' '.join(command)}")
    # Without a ledger it fails closed, after the same work: exit code 3.
    pairs = []
    for turn in range(TURNS + 1):
        ours = timed(command, allowed=(answer,))
        yard = timed(bench.YARDSTICK)
        if turn:
            pairs.append((ours[0], yard[0]))
    ratio = statistics.median(ours / yard for ours, yard in pairs)
    ours, yard = (statistics.median(side) * 1000 for side in zip(*pairs))
    report("gate, help desk / yardstick", ratio, 4, f"{ours:.1f} ms, {yard:.1f} ms; exit code {answer}")


def timed(command, allowed=(0,)):
    """Runs a command, its output thrown away; returns its seconds and its memory in KiB."""
    start = time.perf_counter()
    with subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in allowed:
        sys.exit(f"bench: exit code {process.returncode} from {' '.join(command)}")
    return time.perf_counter() - start, used.ru_maxrss


def booked(rows):
    """Books a file of actuals into a ledger of its own; returns seconds and memory."""
    empty, copy = os.path.join(FOLDER, "cloud.outlay"), os.path.join(FOLDER, "booked.outlay")
    for ending in ("", "-wal", "-shm"):
        if os.path.exists(copy + ending):
            os.unlink(copy + ending)
    if not os.path.exists(empty):
        subprocess.run([TRIALS, "bench-actuals-ledger", empty], check=True)
    shutil.copyfile(empty, copy)
    return timed([
        TOOL, "import", "actuals", actuals.made(rows)[0], "--cost", "BilledCost", "--map",
        os.path.join(FOLDER, "map.yaml"), "--db", copy, "--as", "ana", *AS_OF, "--format", "json"])


def import_actuals():
    """Measures the import of actuals beside Python's csv module."""
    if not has("import", "actuals"):
        return skip("import actuals: a long file")
    with open(os.path.join(FOLDER, "map.yaml"), "w", encoding="utf-8") as file:
        file.write(MAP)
    path, _ = actuals.made(actuals.ROWS)
    read = [actuals.PYTHON, "-c", actuals.READ, path]
    booked(actuals.ROWS)
    pairs = [(booked(actuals.ROWS), timed(read)) for _ in range(ROUNDS)]
    ratio = statistics.median(ours[0] / theirs[0] for ours, theirs in pairs)
    ours, theirs = (statistics.median(side[0] for side in sides) for sides in zip(*pairs))
    report(
        f"import actuals, {actuals.ROWS:,} rows / csv reading", ratio, 1,
        f"{ours:.2f} s, {theirs:.2f} s")
    memory = statistics.median(ours[1] for ours, _ in pairs)
    small = booked(actuals.SMALL)[1]
    report(
        f"its memory, / at {actuals.SMALL:,} rows", memory / small, 1.25, f"{memory / 1024:.0f} MiB")


def main():
    """Measures every command."""
    os.chdir(os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
    os.makedirs(FOLDER, exist_ok=True)
    print("Commands of the ledger, whole processes:")
    budget_check()
    gate()
    import_actuals()
    if not_run:
        sys.exit(f"bench: NOT RUN: {', '.join(not_run)}")


if __name__ == "__main__":
    main()
