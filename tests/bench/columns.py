# SPDX-License-Identifier: LGPL-2.1-or-later
"""Columns of matches in Python, against a list of dicts that is there already; and how
they, and iterating, grow with the chronicle."""
import array
import json
import os
import statistics
import subprocess
import sys
import time

import gi
gi.require_version('Vnus', '1')
from gi.repository import GLib, Vnus

ROUNDS = 7


def measure(work):
    start = time.process_time()
    work()
    return time.process_time() - start


def figure(number, what, ratios, bound, absolutes):
    ratios = sorted(ratios)
    n = len(ratios)
    values = {'what': what, 'median': statistics.median(ratios), 'low': ratios[n // 4], 'high': ratios[n - 1 - n // 4],
              'at-most': bound, 'absolutes': absolutes}
    good = 'ok' if values['median'] <= bound else 'not ok'
    print(f"{good} {number} - {what}: {values['median']:.2f}, wanted at most {bound}")
    print('# figure ' + json.dumps(values))


def load(n_events):
    document = subprocess.run([sys.argv[1], '--events', str(n_events)], stdout=subprocess.PIPE, check=True).stdout
    return Vnus.Chronicle.load_bytes(GLib.Bytes.new(document), 'world.json', Vnus.LoadFlags.NONE)


def find_visits(chronicle):
    return Vnus.Query.parse('kind:visit').run(chronicle)


def read_columns(matches):
    starts = array.array('i', matches.make_days(Vnus.Boundary.EARLIEST_START).get_data())
    ends = array.array('i', matches.make_days(Vnus.Boundary.LATEST_END).get_data())
    truths = array.array('B', matches.get_truths().get_data())
    kinds = array.array('B', matches.make_kinds().get_data())
    return len(starts) + len(ends) + len(truths) + len(kinds)


def compare_columns(number, chronicle):
    matches = find_visits(chronicle)
    n = matches.get_size()
    rows = [{'start': i, 'end': i, 'truth': 2, 'kind': 1} for i in range(n)]

    def columns():
        return read_columns(matches)

    def dicts():
        starts = array.array('i', [row['start'] for row in rows])
        ends = array.array('i', [row['end'] for row in rows])
        truths = array.array('B', [row['truth'] for row in rows])
        kinds = array.array('B', [row['kind'] for row in rows])
        return len(starts) + len(ends) + len(truths) + len(kinds)

    columns(), dicts()
    times = [(measure(columns), measure(dicts)) for _ in range(ROUNDS)]
    figure(number, f'{n} matches as four columns in Python, to the same from a list of dicts', [a / b for a, b in times], 1,
           f'columns {min(a for a, b in times) * 1e9 / n:.1f} ns a row; dicts {min(b for a, b in times) * 1e9 / n:.1f} ns a row')


def weigh(chronicle):
    """Nanoseconds a record to iterate in Python, and a row to get as columns."""
    matches = find_visits(chronicle)

    def iterate():
        return sum(len(record.get_id()) for record in chronicle)

    def columns():
        for _ in range(n_times):
            read_columns(matches)

    n_records, n_rows = chronicle.get_n_items(), matches.get_size()
    n_times = 1 + 100000 // n_rows
    columns()
    return (min(measure(iterate) for _ in range(2)) * 1e9 / n_records,
            min(measure(columns) for _ in range(3)) * 1e9 / n_rows / n_times)


def tell_growth(number, sizes, weights):
    # Few rows stay in the cache from one time to the next, many do not.
    for i, (what, most) in enumerate((('iterating in Python, a record', 2), ('columns in Python, a row', 5))):
        values = [weights[size][i] for size in sizes]
        figure(number + i, f'{what}, among {sizes[-1]} events, to among {sizes[1]}', [values[-1] / values[1]], most,
               ', '.join(f'{value:.4g}' for value in values) + ' ns')


def main():
    sizes = [1000, 10000, 100000] + ([1000000] if float(os.environ.get('VNUS_TEST_SCALE', '1')) >= 100 else [])
    weights = {}
    for size in sizes:
        chronicle = load(size)
        weights[size] = weigh(chronicle)
    compare_columns(1, chronicle)
    tell_growth(2, sizes, weights)
    print('1..3')


main()
