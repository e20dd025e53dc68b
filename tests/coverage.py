# SPDX-License-Identifier: LGPL-2.1-or-later
"""Sums up what gcovr found in the build folder that is the current one.

Usage: coverage.py TOP LINES BRANCHES

Prints lines and branches by folder of libvnus/, and exits with 1 if less per cent of
them are run than LINES and BRANCHES. Writes coverage.txt, each file with the lines
that nothing ran, and coverage.json.
"""
import collections
import json
import subprocess
import sys

# What has branches that are no decisions of the library: checks of arguments, which
# only a broken program fails, and the definitions of types by GObject's macros; of
# C++, throwing.
NO_DECISIONS = r'.*(g_return_(val_)?if_fail|g_return_(val_)?if_reached|g_assert|G_DEFINE_|g_once_init_enter).*'


def measure(top):
    subprocess.run(['gcovr', '--root', top, '--filter', top + '/libvnus/', '--object-directory', '.', '-j', '2',
                    '--exclude-throw-branches', '--exclude-branches-by-pattern', NO_DECISIONS,
                    '--exclude', '.*/libvnus/draw/.*', '--exclude', '.*/generate-.*', '--exclude', '.*/build.*',
                    '--json-summary', 'coverage.json', '--txt', 'coverage.txt', 'libvnus'], check=True)
    with open('coverage.json', encoding='utf-8') as file:
        return json.load(file)['files']


def per_cent(part, whole):
    return 100 * part / whole if whole else 100.0


def summarise(found):
    """Folder → lines, lines run, branches, branches run; the whole under 'libvnus'."""
    folders = collections.defaultdict(lambda: [0, 0, 0, 0])
    for file in found:
        numbers = [file['line_total'], file['line_covered'], file['branch_total'], file['branch_covered']]
        for folder in ['libvnus', '/'.join(file['filename'].split('/')[:2])]:
            folders[folder] = [a + b for a, b in zip(folders[folder], numbers)]
    return folders


def main(top, least_lines, least_branches):
    folders = summarise(measure(top))
    print(f'{"folder":24} {"lines":>7} {"run":>7} {"branches":>9} {"run":>7}')
    for name, (lines, lines_run, branches, branches_run) in sorted(folders.items()):
        print(f'{name:24} {lines:7} {per_cent(lines_run, lines):6.1f}% {branches:9} {per_cent(branches_run, branches):6.1f}%')
    lines, lines_run, branches, branches_run = folders['libvnus']
    return per_cent(lines_run, lines) < least_lines or per_cent(branches_run, branches) < least_branches


if __name__ == '__main__':
    sys.exit(main(sys.argv[1], float(sys.argv[2]), float(sys.argv[3])))
