# SPDX-License-Identifier: LGPL-2.1-or-later
"""Queries and what they find, as Python sees them."""
import array
import pathlib
import unittest

import gi
gi.require_version('Vnus', '1')
from gi.repository import Gio, GLib, Vnus

import tap

CORPUS = pathlib.Path(__file__).resolve().parent.parent / 'corpus'
NO, POSSIBLY, CERTAINLY = Vnus.Truth.NO, Vnus.Truth.POSSIBLY, Vnus.Truth.CERTAINLY


def load():
    file = Gio.File.new_for_path(str(CORPUS / 'ruritania.json'))
    return Vnus.Chronicle.load_file(file, Vnus.LoadFlags.NONE, None)


def parse(text):
    return Vnus.Query.parse(text)


class Queries(unittest.TestCase):
    def test_text(self):
        query = parse('host:vn kind:visit|meeting -type:private')
        self.assertEqual(query.to_string(), 'kind:meeting|visit host:vn -type:private')
        self.assertTrue(query.equal(parse(query.to_string())))
        self.assertEqual(query.hash(), parse(query.to_string()).hash())
        self.assertEqual(query.get_n_terms(), 3)
        self.assertEqual([query.get_key(i) for i in range(4)], ['kind', 'host', 'type', None])
        self.assertEqual(query.list_values(0), ['meeting', 'visit'])
        self.assertEqual(query.list_values(3), [])
        self.assertEqual([query.is_negated(i) for i in range(4)], [False, False, True, False])

    def test_errors(self):
        for text, code, offset in (
                ('kind:visit hanoi', Vnus.QueryError.SYNTAX, 16),
                ('hots:vn', Vnus.QueryError.UNKNOWN_KEY, 0),
                ('kind:trip', Vnus.QueryError.BAD_VALUE, 5),
                ('text:' + 'a' * Vnus.QUERY_MAX_LENGTH, Vnus.QueryError.TOO_LONG, Vnus.QUERY_MAX_LENGTH)):
            with self.assertRaises(GLib.Error) as caught:
                parse(text)
            self.assertTrue(caught.exception.matches(Vnus.query_error_quark(), code))
            self.assertEqual(tuple(Vnus.Query.check(text)), (False, code, offset))
        self.assertEqual(tuple(Vnus.Query.check('kind:visit')), (True, Vnus.QueryError.FAILED, -1))

    def test_setters(self):
        query = (Vnus.Query.new()
                 .with_kind(Vnus.Kind.VISIT).with_host('rt').with_capacity('zd-president').with_holding('zd-president')
                 .with_when(Vnus.Window.UNSET, Vnus.Date.parse('2002')).with_status(Vnus.Status.HELD)
                 .with_topic('trade').with_place('rt').with_participant(Vnus.Role.GUEST, 'bob')
                 .with_rank(Vnus.Rank.UNSET, Vnus.Rank.MINISTER).with_term('source', ['s1', 's2'], False))
        self.assertEqual(query.to_string(),
                         'kind:visit host:rt capacity:zd-president holding:zd-president when:2002 status:held '
                         'topic:trade place:rt role:guest:bob rank:..minister source:s1|s2')
        self.assertEqual(query.run(load()).get_ids(), ['v1'])
        with self.assertRaises(GLib.Error) as caught:
            Vnus.Query.new().with_when(Vnus.Window.WITHIN, Vnus.Date.parse('[2002,2004]'))
        self.assertTrue(caught.exception.matches(Vnus.query_error_quark(), Vnus.QueryError.BAD_VALUE))

    def test_ids(self):
        chronicle = load()
        self.assertTrue(parse('host:rt').check_ids(chronicle))
        for text, code in (('host:rtt', Vnus.QueryError.UNKNOWN_ID), ('topic:rt', Vnus.QueryError.WRONG_KIND)):
            with self.assertRaises(GLib.Error) as caught:
                parse(text).check_ids(chronicle)
            self.assertTrue(caught.exception.matches(Vnus.query_error_quark(), code))


class Matches(unittest.TestCase):
    def setUp(self):
        self.chronicle = load()
        self.query = parse('kind:visit host:rt')
        self.matches = self.query.run(self.chronicle)

    def test_list(self):
        self.assertEqual([(match.get_record().get_id(), match.get_truth()) for match in self.matches],
                         [('v1', CERTAINLY), ('v3', CERTAINLY), ('v2', CERTAINLY), ('v4', POSSIBLY)])
        self.assertEqual(len(self.matches), self.matches.get_size())
        self.assertEqual(self.matches.get_record(0), self.chronicle.lookup('v1'))
        self.assertIsNone(self.matches.get_record(4))
        self.assertEqual([self.matches.get_truth(i) for i in range(5)], [CERTAINLY] * 3 + [POSSIBLY, NO])
        self.assertEqual(self.query.test(self.chronicle, self.chronicle.lookup('v5')), NO)
        self.assertEqual(self.query.test(self.chronicle, self.chronicle.lookup('v1')), CERTAINLY)

    def test_counts(self):
        self.assertEqual(tuple(self.matches.get_count()), (3, 4))
        self.assertEqual(self.matches.get_unit(), 'visits')
        years = self.matches.count_by(Vnus.Grouping.YEAR)
        self.assertEqual([(year.get_key(), year.get_min(), year.get_max()) for year in years],
                         [('2002', 1, 2), ('2003', 1, 2), ('', 0, 1)])

    def test_columns(self):
        self.assertEqual(self.matches.get_ids(), ['v1', 'v3', 'v2', 'v4'])
        self.assertEqual(list(self.matches.get_truths().get_data()), [2, 2, 2, 1])
        self.assertEqual(set(self.matches.make_kinds().get_data()), {int(Vnus.Kind.VISIT)})
        starts = array.array('i', self.matches.make_days(Vnus.Boundary.EARLIEST_START).get_data())
        self.assertEqual(Vnus.Date.new_day(starts[0]).get_text(), '2002-03-04')
        self.assertEqual(starts[3], Vnus.DAY_MIN)
        self.assertEqual(self.matches.list_labels('en')[:2], ['Visit of Bob to the Old Capital', 'visit of Bob to rt-port-authority, 30 Dec 2002 or 1 Jun 2003'])
        self.assertEqual(self.matches.list_dates(), ['2002-03-04/2002-03-06', '[2002-12-30,2003-06-01]', '2003', ''])
        self.assertEqual(self.matches.list_sources(), ['s1 s2', 's1', 's1', 's1'])

    def test_found_stays(self):
        del self.chronicle
        self.assertEqual(self.matches[0].get_record().get_host(), 'rt')

    def test_bare_objects(self):
        self.assertEqual((len(Vnus.Matches()), Vnus.Matches().get_ids(), Vnus.Matches().get_unit()), (0, [], 'records'))
        self.assertIsNone(Vnus.Match().get_record())
        self.assertEqual((Vnus.Count().get_key(), Vnus.Count().get_min(), Vnus.Count().get_max()), ('', 0, 0))
        self.assertEqual(len(Vnus.Matches().count_by(Vnus.Grouping.KIND)), 0)


if __name__ == '__main__':
    tap.main()
