# SPDX-License-Identifier: LGPL-2.1-or-later
"""Importers: files in, a change set and issues out."""
import pathlib
import tempfile
import unittest

import gi
import tap

gi.require_version('Vnus', '1')
from gi.repository import GLib, Vnus  # noqa: E402

TRIPS = '''<trips>
<trip role="president" who="obama-barack"><id>2960</id><name>Barack Obama</name>
<start-date>2009-02-19</start-date><end-date>2009-02-19</end-date>
<country id="canada">Canada</country><locale>Ottawa</locale></trip>
<trip role="president" who="obama-barack"><id>2961</id></trip>
</trips>'''


class Importer(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.path = pathlib.Path(folder.name) / 'trips.xml'
        self.path.write_text(TRIPS, encoding='utf-8')
        self.importer = Vnus.Importer.new('travels')

    def check_rows(self):
        count = self.importer.count_rows
        self.assertEqual(count(Vnus.RowOutcome.UNSET), 2)
        self.assertEqual(count(Vnus.RowOutcome.MADE), 1)
        self.assertEqual(count(Vnus.RowOutcome.REFUSED), 1)

    def test_read(self):
        self.assertIn('travels', Vnus.Importer.list_formats())
        self.assertEqual(self.importer.get_format(), 'travels')
        reports = []
        self.importer.connect('progress', lambda importer, fraction, file: reports.append(fraction))
        changes = self.importer.read([str(self.path)], None, None)
        self.check_rows()
        self.assertTrue(reports)
        self.assertEqual(self.importer.count_notes(), 0)
        issues = self.importer.list_issues()
        self.assertEqual([issue.get_place() for issue in issues], ['%s:5' % self.path])
        self.assertIn('2 rows read', self.importer.to_text('en'))
        chronicle = Vnus.Chronicle.new('test')
        changes.apply(chronicle)
        self.assertEqual(chronicle.get_n_of_kind(Vnus.Kind.VISIT), 1)

    def test_read_async(self):
        loop = GLib.MainLoop()
        results = []

        def done(importer, result):
            results.append(importer.read_finish(result))
            loop.quit()

        self.importer.read_async([str(self.path)], None, GLib.PRIORITY_DEFAULT, None, done)
        loop.run()
        self.check_rows()
        self.assertGreater(len(results[0]), 0)

    def test_failure(self):
        with self.assertRaises(GLib.Error) as caught:
            self.importer.read(['/nowhere.xml'], None, None)
        self.assertTrue(caught.exception.matches(Vnus.ImporterError.quark(), Vnus.ImporterError.NO_FILE))


if __name__ == '__main__':
    tap.main()
