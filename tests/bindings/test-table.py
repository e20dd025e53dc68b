# SPDX-License-Identifier: LGPL-2.1-or-later
"""Tables: sheets as the csv module of Python reads them."""
import csv
import io
import json
import pathlib
import tempfile
import unittest

import gi
import tap

gi.require_version('Vnus', '1')
from gi.repository import GLib, Vnus  # noqa: E402


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


class Importing(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.path = pathlib.Path(folder.name, 'table.csv')
        self.chronicle = Vnus.Chronicle.open('vietnam-us')
        self.importer = Vnus.Importer.new('csv')

    def read(self, text):
        self.path.write_text(text, encoding='utf-8', newline='')
        return self.importer.read([str(self.path)], self.chronicle, None)

    def test_edited_sheet(self):
        text = bytes(self.chronicle.to_csv(Vnus.Kind.VISIT).get_data()).decode('utf-8')
        self.assertEqual(len(self.read(text)), 0)
        changes = self.read(text.replace('2023-09-10/2023-09-11', '2023-09-10'))
        self.assertEqual([change.get_record_id() for change in changes], ['biden-vn-2023'])
        self.assertEqual(len(self.importer.list_issues()), 0)

    def test_mapping(self):
        mapping = Vnus.Mapping.load_bytes(GLib.Bytes.new(b'[topic]\nid={Name:id}\nlabel.en={Name}\nnote.en=[{Note}]\n'), 'm.ini')
        self.assertEqual(mapping.get_name(), 'm.ini')
        self.assertEqual(mapping.list_columns(), ['Name', 'Note'])
        self.assertIsNone(self.importer.get_mapping())
        self.importer.set_mapping(mapping)
        self.assertEqual(self.importer.get_mapping(), mapping)
        changes = self.read('Name\nSông Hồng\n#REF!\n')
        self.assertEqual([change.get_record_id() for change in changes], ['song-hong'])
        self.assertEqual([(issue.get_tag(), issue.get_place()) for issue in self.importer.list_issues()],
                         [('damaged-cell', f'{self.path}:3:1')])

    def test_shipped_mappings(self):
        self.assertIn('colt', Vnus.Mapping.list_shipped())
        for name in Vnus.Mapping.list_shipped():
            self.assertEqual(Vnus.Mapping.open(name).get_name(), name)


class Exports(unittest.TestCase):
    def setUp(self):
        self.chronicle = Vnus.Chronicle.open('vietnam-us')
        self.query = Vnus.Query.parse('kind:visit host:vn')

    def test_colt(self):
        data, left_out = self.chronicle.to_colt()
        rows = list(csv.DictReader(io.StringIO(bytes(data.get_data()).decode('utf-8'), newline='')))
        self.assertGreater(left_out, 0)
        self.assertEqual({row['LeaderCountryISO'] for row in rows} - {'USA', 'VNM', ''}, set())

    def test_timelinejs(self):
        data, left_out = self.chronicle.to_timelinejs(self.query, 'vi')
        timeline = json.loads(bytes(data.get_data()).decode('utf-8'))
        self.assertEqual(len(timeline['events']) + left_out, len(self.query.run(self.chronicle)))

    def test_dyad_years(self):
        inquiry = Vnus.Inquiry.new(self.chronicle)
        data = inquiry.to_dyad_years(1992, 1994, 'capacity:us-president')
        rows = list(csv.DictReader(io.StringIO(bytes(data.get_data()).decode('utf-8'), newline='')))
        visits = [(row['year'], row['visits_min'], row['visits_max']) for row in rows if row['host'] == 'vn']
        self.assertEqual(visits, [('1992', '', ''), ('1993', '', ''), ('1994', '0', '0')],
                         'empty outside coverage, which begins in 1993')

    def test_icalendar(self):
        try:
            data, left_out = self.chronicle.to_icalendar(self.query, 'en')
        except GLib.Error as error:
            self.assertIn('libical-glib', error.message)
            return
        text = bytes(data.get_data()).decode('utf-8')
        self.assertEqual(text.count('BEGIN:VEVENT') + left_out, len(self.query.run(self.chronicle)))


if __name__ == '__main__':
    tap.main()
