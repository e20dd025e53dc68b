# SPDX-License-Identifier: LGPL-2.1-or-later
"""Columns of matches in Python, against a list of dicts that is there already."""
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


def figure(what, ratios, bound, absolutes):
    ratios = sorted(ratios)
    n = len(ratios)
    values = {'what': what, 'median': statistics.median(ratios), 'low': ratios[n // 4], 'high': ratios[n - 1 - n // 4],
              'at-most': bound, 'absolutes': absolutes}
    good = 'ok' if values['median'] <= bound else 'not ok'
    print(f"{good} 1 - {what}: {values['median']:.2f}, wanted at most {bound}")
    print('# figure ' + json.dumps(values))


def main():
    n_events = 1000000 if float(os.environ.get('VNUS_TEST_SCALE', '1')) >= 100 else 100000
    document = subprocess.run([sys.argv[1], '--events', str(n_events)], stdout=subprocess.PIPE, check=True).stdout
    chronicle = Vnus.Chronicle.load_bytes(GLib.Bytes.new(document), 'world.json', Vnus.LoadFlags.NONE)
    matches = Vnus.Query.parse('kind:visit').run(chronicle)
    n = matches.get_size()

    def columns():
        starts = array.array('i', matches.make_days(Vnus.Boundary.EARLIEST_START).get_data())
        ends = array.array('i', matches.make_days(Vnus.Boundary.LATEST_END).get_data())
        truths = array.array('B', matches.get_truths().get_data())
        kinds = array.array('B', matches.make_kinds().get_data())
        return len(starts) + len(ends) + len(truths) + len(kinds)

    rows = [{'start': i, 'end': i, 'truth': 2, 'kind': 1} for i in range(n)]

    def dicts():
        starts = array.array('i', [row['start'] for row in rows])
        ends = array.array('i', [row['end'] for row in rows])
        truths = array.array('B', [row['truth'] for row in rows])
        kinds = array.array('B', [row['kind'] for row in rows])
        return len(starts) + len(ends) + len(truths) + len(kinds)

    columns(), dicts()
    times = [(measure(columns), measure(dicts)) for _ in range(ROUNDS)]
    figure(f'{n} matches as four columns in Python, to the same from a list of dicts', [a / b for a, b in times], 1,
           f'columns {min(a for a, b in times) * 1e9 / n:.1f} ns a row; dicts {min(b for a, b in times) * 1e9 / n:.1f} ns a row')
    print('1..1')


main()
