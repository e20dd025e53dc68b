# SPDX-License-Identifier: LGPL-2.1-or-later
"""Tables: sheets as the csv module of Python reads them."""
import csv
import io
import json
import pathlib
import re
import tempfile
import unittest

import gi
import tap

gi.require_version('Vnus', '1')
from gi.repository import Gio, GLib, Vnus  # noqa: E402


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


class Page(unittest.TestCase):
    """What docs/tables.md says of cells, transformations and tags is so."""

    def setUp(self):
        root = pathlib.Path(__file__).resolve().parent.parent.parent
        self.page = (root / 'docs/tables.md').read_text(encoding='utf-8')

    def test_cells(self):
        cells = re.search('^```cells\\n(.*?)^```$', self.page, re.M | re.S)[1].splitlines()
        self.assertGreater(len(cells), 5)
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, 'cells.csv')
            for line in cells:
                kind, column, cell = line.split('\t')
                row = {'kind': kind, 'id': 'x', 'citations': 'article-a', column: cell}
                text = io.StringIO()
                csv.writer(text).writerows([row.keys(), row.values()])
                path.write_text(text.getvalue(), encoding='utf-8', newline='')
                importer, chronicle = Vnus.Importer.new('csv'), Vnus.Chronicle.new('c')
                importer.read([str(path)], chronicle, None).apply(chronicle)
                with self.subTest(line=line):
                    self.assertEqual(importer.to_text('en').count('[bad-cell]'), 0, importer.to_text('en'))
                    head, *rows = sheet(chronicle, Vnus.kind_from_string(kind))
                    self.assertEqual([dict(zip(head, row))[column] for row in rows], [cell])

    def test_transformations(self):
        with self.assertRaises(GLib.Error) as caught:
            Vnus.Mapping.load_bytes(GLib.Bytes.new(b'[topic]\nid={A:none}\n'), 'm.ini')
        names = re.search('expected one of (.*), or a group', caught.exception.message)[1].split(', ')
        self.assertGreater(len(names), 8)
        for name in names:
            self.assertRegex(self.page, f'(?m)^\\|.*`{name}`.*\\|')

    def test_tags(self):
        source = pathlib.Path(__file__).resolve().parent.parent.parent / 'libvnus/io/import-csv.c'
        tags = re.findall('issue \\(self, (?:[^"]*\\? )?"([a-z-]+)"', source.read_text(encoding='utf-8'))
        self.assertGreater(len(set(tags)), 8)
        for tag in tags:
            self.assertIn(f'`{tag}`', self.page)


class Exports(unittest.TestCase):
    def setUp(self):
        self.chronicle = Vnus.Chronicle.open('vietnam-us')
        self.query = Vnus.Query.parse('kind:visit host:vn')

    def test_colt(self):
        data, left_out = self.chronicle.to_colt()
        rows = list(csv.DictReader(io.StringIO(bytes(data.get_data()).decode('utf-8'), newline='')))
        self.assertGreater(left_out, 0)
        self.assertEqual({row['LeaderCountryISO'] for row in rows} - {'USA', 'VNM', ''}, set())

    def test_colt_has_an_id_for_each_leader(self):
        """Also where several came together: the mapping refuses an id that stands twice."""
        guests = [{'actor': 'a-one', 'role': 'guest'}, {'actor': 'b-two', 'role': 'guest'}]
        records = [{'kind': 'state', 'id': state, 'label': {'en': state}} for state in ('rt', 'zd')]
        records += [{'kind': 'person', 'id': guest['actor'], 'label': {'en': guest['actor']}} for guest in guests]
        records += [{'kind': 'source', 'id': 's', 'label': {'en': 's'}},
                    {'kind': 'visit', 'id': 'v', 'when': '2001-02-03', 'host': 'rt', 'status': 'held', 'participants': guests}]
        for record in records:
            if record['kind'] != 'source':
                record['citations'] = [{'source': 's'}]
        document = {'format': 'vnus-chronicle', 'version': 1, 'id': 'c', 'records': records}
        chronicle = Vnus.Chronicle.load_bytes(GLib.Bytes.new(json.dumps(document).encode()), 'c.json', Vnus.LoadFlags.NONE)
        data, left_out = chronicle.to_colt()
        rows = csv.DictReader(io.StringIO(bytes(data.get_data()).decode('utf-8'), newline=''))
        self.assertEqual([row['TripID'] for row in rows], ['v', 'v-b-two'])

    def test_colt_both_ways(self):
        trips = [
            {'TripID': '12-BRA-VNM-345', 'LeaderID': '77', 'LeaderCountryOrIGO': 'Brazil', 'LeaderCountryISO': 'BRA',
             'LeaderTitle': 'President', 'LeaderSurname': 'Lula', 'LeaderFullName': 'Luiz Inácio Lula',
             'CountryVisited': 'Vietnam', 'CountryVisitedISO': 'VNM', 'CityVisited': 'Hanoi',
             'TripStartDate': '2025-03-27', 'TripEndDate': '2025-03-29', 'TripYear': '2025', 'TripDuration': '3',
             'AttendedMultilatEvent': 'Yes', 'Notes': 'x; y | z'},
            {'TripID': '12-BRA-VNM-346', 'LeaderID': '77', 'LeaderCountryOrIGO': 'Brazil', 'LeaderCountryISO': 'BRA',
             'LeaderTitle': 'President', 'LeaderSurname': 'Lula', 'LeaderFullName': 'Luiz Inácio Lula',
             'CountryVisited': 'Soviet Union', 'CountryVisitedISO': 'SUN', 'CityVisited': 'Unknown',
             'TripStartDate': '1990-05-01', 'TripEndDate': '1990-05-01', 'TripYear': '1990', 'TripDuration': '1',
             'AttendedMultilatEvent': 'No', 'Notes': ''}]
        importer, chronicle = Vnus.Importer.new('csv'), Vnus.Chronicle.new('c')
        importer.set_mapping(Vnus.Mapping.open('colt'))
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, 'colt.csv')
            with path.open('w', encoding='latin-1', newline='') as file:
                writer = csv.DictWriter(file, trips[0])
                writer.writeheader()
                writer.writerows(trips)
            changes = importer.read([str(path)], chronicle, None)
            self.assertEqual(len(importer.list_issues()), 0, importer.to_text('en'))
            self.assertEqual(len(changes.check(chronicle)), 0)
            changes.apply(chronicle)
            self.assertEqual(len(importer.read([str(path)], chronicle, None)), 0)

        data, left_out = chronicle.to_colt()
        self.assertEqual(left_out, 0)
        back = list(csv.DictReader(io.StringIO(bytes(data.get_data()).decode('utf-8'), newline='')))
        for trip, row in zip(trips, back, strict=True):
            unknown = {'AttendedMultilatEvent': '', 'CityVisited': ''} if trip['CityVisited'] == 'Unknown' else {}
            self.assertEqual({name: row[name] for name in trip}, {**trip, **unknown})

    def test_save(self):
        data, _ = self.chronicle.to_colt()
        with tempfile.TemporaryDirectory() as folder:
            file = Gio.File.new_for_path(folder).get_child('colt.csv')
            self.assertTrue(Vnus.save_bytes(file, data, None))
            self.assertEqual(file.load_contents(None)[1], data.get_data())
            with self.assertRaises(GLib.Error) as caught:
                Vnus.save_bytes(file.get_child('below'), data, None)
            self.assertTrue(caught.exception.matches(Gio.io_error_quark(), Gio.IOErrorEnum.NOT_DIRECTORY))

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
