# SPDX-License-Identifier: LGPL-2.1-or-later
"""Runs a module's unittest cases and prints TAP, one line a case.

A test ends in `tap.main ()` where others end in `unittest.main ()`. A case
that fails in several subtests is one line; the report of each is a comment.
"""
import sys
import traceback
import unittest


class Result(unittest.TestResult):
    def __init__(self):
        super().__init__()
        self.number = 0
        self.reports = []

    def startTest(self, test):
        super().startTest(test)
        self.number += 1
        self.reports = []
        self.skip_reason = None

    def report(self, err):
        self.reports.append(''.join(traceback.format_exception(*err)))

    def addError(self, test, err):
        super().addError(test, err)
        self.report(err)

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self.report(err)

    def addSubTest(self, test, subtest, err):
        super().addSubTest(test, subtest, err)
        if err is not None:
            self.reports.append(str(subtest))
            self.report(err)

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self.skip_reason = reason

    def addUnexpectedSuccess(self, test):
        super().addUnexpectedSuccess(test)
        self.reports.append('passed, but is marked as failing')

    def stopTest(self, test):
        super().stopTest(test)
        verdict = 'not ok' if self.reports else 'ok'
        note = ''
        if self.skip_reason is not None and not self.reports:
            note = ' # SKIP ' + self.skip_reason
        print(f'{verdict} {self.number} {test.id().removeprefix("__main__.")}{note}')
        for line in '\n'.join(self.reports).splitlines():
            print('#', line)
        sys.stdout.flush()


def main(names=()):
    """Runs all cases, or those that are named: Class, or Class.case."""
    module = sys.modules['__main__']
    loader = unittest.defaultTestLoader
    suite = loader.loadTestsFromNames(names, module) if names else loader.loadTestsFromModule(module)
    result = Result()
    print(f'1..{suite.countTestCases()}')
    suite.run(result)
    # Trouble outside of any case (setUpClass, setUpModule) has no line of its own.
    if not result.wasSuccessful() and not result.number:
        print('Bail out!', *result.errors[:1])
    sys.exit(not result.wasSuccessful())
