# SPDX-License-Identifier: LGPL-2.1-or-later
"""Prints how many cases passed, failed and were skipped in a meson log.

Usage: count.py LOG STATUS

LOG is meson's --logbase: LOG.json tells about programs, LOG.junit.xml about the
cases of those that print TAP; STATUS is what meson exited with. A program that
prints no TAP is one case. A program that failed in none of its cases (it
crashed, hung, or stopped early) adds a failed one; so does a run of no test at
all, and a status that no log explains.
"""
import collections
import json
import re
import sys
import xml.etree.ElementTree as ElementTree

PASSED, FAILED, SKIPPED = 'passed', 'failed', 'skipped'
OF_PROGRAM = {'OK': PASSED, 'EXPECTEDFAIL': PASSED, 'SKIP': SKIPPED}

# What a test prints stands in meson's XML as it is, colours included.
NOT_XML = re.compile('[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]')


def outcome(case):
    if case.find('failure') is not None or case.find('error') is not None:
        return FAILED
    return SKIPPED if case.find('skipped') is not None else PASSED


def cases(junit):
    """Test program → the outcomes of its cases; only those that print TAP."""
    with open(junit, encoding='utf-8') as file:
        tree = ElementTree.fromstring(NOT_XML.sub('?', file.read()))
    found = {}
    for suite in tree.iter('testsuite'):
        _, dot, program = suite.get('name').partition('.')
        if dot:
            found[program] = [outcome(case) for case in suite.iter('testcase')]
    return found


def count(log, status):
    tap = cases(log + '.junit.xml')
    total = collections.Counter()
    with open(log + '.json', encoding='utf-8') as lines:
        for line in lines:
            program = json.loads(line)
            name = program['name']
            whole = OF_PROGRAM.get(program['result'], FAILED)
            total.update(tap.get(name, [whole]))
            if whole == FAILED and FAILED not in tap.get(name, [whole]):
                total[FAILED] += 1
    if not total or (status != 0 and not total[FAILED]):
        total[FAILED] += 1
    return total


if __name__ == '__main__':
    numbers = count(sys.argv[1], int(sys.argv[2]))
    print(numbers[PASSED], numbers[FAILED], numbers[SKIPPED])
