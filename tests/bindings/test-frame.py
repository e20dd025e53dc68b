# SPDX-License-Identifier: LGPL-2.1-or-later
"""The table of pandas that examples/python/vnus_frame.py makes."""
import pathlib
import sys
import unittest

import gi
gi.require_version('Vnus', '1')
from gi.repository import Gio, Vnus

import tap

TESTS = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(TESTS.parent / 'examples' / 'python'))
try:
    import vnus_frame
except ImportError as missing:
    vnus_frame, reason = None, str(missing)
else:
    reason = ''


@unittest.skipIf(vnus_frame is None, f'needs python3-pandas: {reason}')
class Frame(unittest.TestCase):
    def setUp(self):
        file = Gio.File.new_for_path(str(TESTS / 'corpus' / 'ruritania.json'))
        self.chronicle = Vnus.Chronicle.load_file(file, Vnus.LoadFlags.NONE, None)

    def test_columns(self):
        frame = vnus_frame.find(self.chronicle, 'kind:visit host:rt')
        self.assertEqual(frame.index.name, 'id')
        self.assertEqual(list(frame.index), ['v1', 'v3', 'v2', 'v4'])
        self.assertEqual(list(frame.columns), ['kind', 'label', 'date', 'start_min', 'start_max', 'end_min', 'end_max',
                                               'truth', 'sources'])
        self.assertEqual(list(frame['kind']), ['visit'] * 4)
        self.assertEqual(list(frame['truth']), ['certainly'] * 3 + ['possibly'])
        self.assertEqual(frame.loc['v1', 'sources'], 's1 s2')
        self.assertEqual(frame.loc['v1', 'date'], '2002-03-04/2002-03-06')

    def test_truth_is_ordered(self):
        frame = vnus_frame.find(self.chronicle, 'kind:visit host:rt')
        self.assertTrue(frame['truth'].cat.ordered)
        self.assertEqual(list(frame[frame['truth'] > 'possibly'].index), ['v1', 'v3', 'v2'])

    def test_days(self):
        frame = vnus_frame.find(self.chronicle, 'kind:visit host:rt')
        first = Vnus.Date.parse('2002-03-04').get_earliest_start()
        self.assertEqual(frame.loc['v1', 'start_min'], first)
        self.assertEqual(frame.loc['v1', 'end_max'], first + 2)
        self.assertTrue(frame.loc[['v4'], 'start_min'].isna().all())

    def test_empty(self):
        self.assertEqual(len(vnus_frame.find(self.chronicle, 'kind:visit kind:topic')), 0)


if __name__ == '__main__':
    tap.main()
