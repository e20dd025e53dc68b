# SPDX-License-Identifier: LGPL-2.1-or-later
"""Tables: sheets as the csv module of Python reads them."""
import csv
import io
import unittest

import gi
import tap

gi.require_version('Vnus', '1')
from gi.repository import Vnus  # noqa: E402


def sheet(chronicle, kind):
    text = bytes(chronicle.to_csv(kind).get_data()).decode('utf-8')
    return list(csv.reader(io.StringIO(text, newline=''), strict=True))


class Sheets(unittest.TestCase):
    def setUp(self):
        self.chronicle = Vnus.Chronicle.open('vietnam-us')

    def test_has_every_record_and_field(self):
        kinds = [kind for kind in Vnus.Kind.__enum_values__.values() if kind != Vnus.Kind.UNSET]
        for kind in kinds:
            with self.subTest(kind=kind.value_nick):
                head, *rows = sheet(self.chronicle, kind)
                fields = [name.split('.')[0] for name in head]
                self.assertEqual(list(dict.fromkeys(fields)),
                                 ['kind', 'id', *Vnus.Field.list_names(kind), 'presence', 'citations'])
                self.assertEqual(len(rows), self.chronicle.get_n_of_kind(kind))
                self.assertEqual({len(row) for row in rows} - {len(head)}, set())

    def test_cells(self):
        head, *rows = sheet(self.chronicle, Vnus.Kind.VISIT)
        visit = next(dict(zip(head, row)) for row in rows if row[1] == 'biden-vn-2023')
        self.assertEqual(visit['when'], '2023-09-10/2023-09-11')
        self.assertEqual(visit['host'], 'vn')
        self.assertEqual(visit['participants'].splitlines()[0], 'joe-biden | role=guest | capacity=us-president')
        self.assertIn('Tổng thống Joe Biden', visit['label.vi'])


if __name__ == '__main__':
    tap.main()
