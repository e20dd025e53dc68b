# SPDX-License-Identifier: LGPL-2.1-or-later
"""Runs the benches one after the other and makes one table of their figures.

    suite.py FOLDER NAME=PROGRAM [ARGUMENT]… [-- NAME=PROGRAM …]

The table is printed and left in FOLDER as performance.txt and performance.json.
Each program prints its figures as lines `# figure {…}`. VNUS_BENCH names those
that are wanted, with commas; all by default.
"""
import json
import os
import pathlib
import platform
import subprocess
import sys


def split(arguments):
    commands = [[]]
    for argument in arguments:
        if argument == '--':
            commands.append([])
        else:
            commands[-1].append(argument)
    for command in commands:
        name, _, program = command[0].partition('=')
        yield name, [program] + command[1:]


def run(name, command):
    if command[0].endswith('.py'):
        command = [sys.executable] + command
    print(f'{name} …', file=sys.stderr, flush=True)
    result = subprocess.run(command, stdout=subprocess.PIPE, encoding='utf-8', check=False)
    figures = [dict(json.loads(line[len('# figure '):]), bench=name)
               for line in result.stdout.splitlines() if line.startswith('# figure ')]
    if result.returncode != 0:
        print(f'{name}: ended with {result.returncode}', file=sys.stderr)
    return figures, result.returncode == 0


def bound(figure):
    if 'at-most' in figure:
        return f"≤ {figure['at-most']:g}"
    return f"≥ {figure['at-least']:g}" if 'at-least' in figure else ''


def is_good(figure):
    return (figure['median'] <= figure.get('at-most', float('inf')) and
            figure['median'] >= figure.get('at-least', float('-inf')))


def number(value):
    return f'{value:.3g}' if value < 1000 else f'{value:.0f}'


def table(figures):
    rows = [('bench', 'figure', 'median', 'middle half', 'wanted', '', 'absolutes')]
    for figure in figures:
        rows.append((figure['bench'], figure['what'], number(figure['median']),
                     f"{number(figure['low'])} to {number(figure['high'])}", bound(figure),
                     '' if is_good(figure) else 'MISSED', figure['absolutes']))
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    return '\n'.join('  '.join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip() for row in rows) + '\n'


def main():
    folder = pathlib.Path(sys.argv[1])
    wanted = os.environ.get('VNUS_BENCH', '').split(',') if os.environ.get('VNUS_BENCH') else None
    figures, good = [], True
    for name, command in split(sys.argv[2:]):
        if wanted is None or name in wanted:
            found, ended = run(name, command)
            figures += found
            good = good and ended
    text = table(figures)
    print(text)
    (folder / 'performance.txt').write_text(text, encoding='utf-8')
    (folder / 'performance.json').write_text(json.dumps({
        'machine': platform.machine(), 'processors': os.cpu_count(), 'scale': os.environ.get('VNUS_TEST_SCALE', '1'),
        'figures': figures}, ensure_ascii=False, indent=2) + '\n', encoding='utf-8')
    return 0 if good and all(is_good(figure) for figure in figures) else 1


sys.exit(main())
