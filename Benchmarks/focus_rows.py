#!/usr/bin/python3
"""Writes a FOCUS file of any length, the same for the same arguments.

    focus_rows.py SAMPLE ROWS OUTPUT

Rows are those of SAMPLE, a file in FOCUS 1.0, over and over, each with an `Id`, a cost and charge hours of
its own; so that they are as long and as full of quotes as real ones, and none stands twice. Costs have 11
decimals and come from a linear congruential generator with a fixed seed. The year is 2026.
"""

import csv
import sys


def main():
    sample, count, output = sys.argv[1], int(sys.argv[2]), sys.argv[3]
    with open(sample, newline="") as file:
        rows = list(csv.reader(file))
    header, body = rows[0], rows[1:]
    column = {name: index for index, name in enumerate(header)}
    quoted = [[is_quoted(cell) for cell in row] for row in body]
    costs = ["BilledCost", "EffectiveCost", "ListCost", "ContractedCost"]
    state, total = 20261123, 0
    with open(output, "w", newline="", encoding="utf-8") as file:
        file.write(",".join(f'"{name}"' for name in header) + "\n")
        for number in range(count):
            row = list(body[number % len(body)])
            state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
            digits = (state >> 24) % 10**12
            total += digits
            for name in costs:
                row[column[name]] = f"{digits // 10**11}.{digits % 10**11:011d}"
            month, day, hour = number // 100_000 % 12 + 1, number // 3_000 % 28 + 1, number % 23
            day_text = f"2026-{month:02d}-{day:02d}"
            row[column["Id"]] = str(number)
            row[column["BillingCurrency"]] = "USD"
            row[column["BillingPeriodStart"]] = f"2026-{month:02d}-01 00:00:00"
            row[column["ChargePeriodStart"]] = f"{day_text} {hour:02d}:00:00"
            row[column["ChargePeriodEnd"]] = f"{day_text} {hour + 1:02d}:00:00"
            flags = quoted[number % len(body)]
            file.write(",".join(map(written, row, flags)) + "\n")
    print(f"{total // 10**11}.{total % 10**11:011d}")


def is_quoted(cell):
    """Numbers and NULL stand bare, as in the sample; all else stands in quotes."""
    return cell != "NULL" and not cell.replace(".", "", 1).lstrip("-").isdigit()


def written(cell, quotes):
    return '"' + cell.replace('"', '""') + '"' if quotes else cell


if __name__ == "__main__":
    main()
