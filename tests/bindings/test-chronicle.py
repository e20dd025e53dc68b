# SPDX-License-Identifier: LGPL-2.1-or-later
"""A small chronicle: joined, asked, looked at from a day."""
import unittest

import gi
import tap

gi.require_version('Vnus', '1')
from gi.repository import GLib, Vnus  # noqa: E402


def source(name, published):
    record = Vnus.Source.new(name)
    record.set_published(Vnus.Date.parse(published))
    return record


def person(name, label, cited):
    record = Vnus.Person.new(name)
    record.set_label(Vnus.Text.new('en', label))
    record.add_citation(Vnus.Citation.new(cited, None))
    return record


def a_visit():
    record = Vnus.Visit.new('a-visit')
    record.set_when(Vnus.Date.parse('2023-09'))
    record.add_participant(Vnus.Participant.new('vo-van-thuong', Vnus.Role.GUEST))
    record.add_citation(Vnus.Citation.new('early', '1'))
    day = Vnus.Value.new_date(Vnus.Date.parse('2023-09-10'))
    record.add_citation(Vnus.Citation.new('late', '2').with_field('when').with_value(day))
    return record


def small():
    chronicle = Vnus.Chronicle.new('small')
    chronicle.add_many([source('early', '2023-08-29'), source('late', '2023-09-12'),
                        person('vo-van-thuong', 'Võ Văn Thưởng', 'early'),
                        person('joe-biden', 'Joe Biden', 'late'), a_visit()])
    return chronicle


class Chronicle(unittest.TestCase):
    def test_is_a_list(self):
        chronicle = small()
        self.assertEqual(len(chronicle), 5)
        self.assertEqual([record.get_id() for record in chronicle], chronicle.list_ids())
        self.assertEqual(chronicle.get_n_of_kind(Vnus.Kind.PERSON), 2)
        self.assertEqual(chronicle.get_nth_of_kind(Vnus.Kind.PERSON, 0).get_id(), 'joe-biden')
        self.assertIsNone(chronicle.get_nth_of_kind(Vnus.Kind.PERSON, 2))

    def test_lookup(self):
        chronicle = small()
        self.assertEqual(chronicle.lookup('joe-biden').get_kind(), Vnus.Kind.PERSON)
        self.assertTrue(chronicle.lookup('joe-biden').is_sealed())
        self.assertIsNone(chronicle.lookup('nobody'))
        self.assertEqual(chronicle.find_by_name('vo van thuong'), ['vo-van-thuong'])
        self.assertEqual(chronicle.suggest_ids('jo-biden')[0], 'joe-biden')
        self.assertIn('a-visit', chronicle.list_referrers('vo-van-thuong'))

    def test_second_record_of_an_id_is_refused(self):
        chronicle = small()
        twin = Vnus.Person.new('joe-biden')
        with self.assertRaisesRegex(GLib.Error, 'joe-biden') as caught:
            chronicle.add_many([Vnus.Person.new('new'), twin])
        self.assertTrue(caught.exception.matches(Vnus.ChronicleError.quark(),
                                                 Vnus.ChronicleError.DUPLICATE_ID))
        self.assertIsNone(chronicle.lookup('new'))
        self.assertFalse(twin.is_sealed())

    def test_claims(self):
        claims = small().list_claims('a-visit', 'when')
        self.assertEqual([claim.get_value().to_string() for claim in claims], ['2023-09', '2023-09-10'])
        own, day = claims
        self.assertTrue(own.is_own())
        self.assertEqual(day.get_standing(), Vnus.ClaimStanding.CHOSEN)
        self.assertEqual(day.get_ground(), Vnus.ClaimGround.PRECISE)
        self.assertEqual([day.get_citation(i).get_source() for i in range(day.get_n_citations())], ['late'])

    def test_claims_on_the_ends_of_a_span(self):
        stage = Vnus.Stage.new('a-stage')
        stage.set_during(Vnus.Date.parse('2013-07-25/..'))
        stage.add_citation(Vnus.Citation.new('early', '1'))
        told = Vnus.Value.new_date(Vnus.Date.parse('2013-07/2023-09-10'))
        stage.add_citation(Vnus.Citation.new('late', '2').with_field('during').with_value(told))
        chronicle = small()
        chronicle.add(stage)

        start, end, both = chronicle.list_claims('a-stage', 'during')
        self.assertEqual({start.get_standing(), end.get_standing()}, {Vnus.ClaimStanding.PART})
        self.assertEqual(both.get_value().to_string(), '2013-07-25/2023-09-10')
        self.assertEqual([claim.is_composed() for claim in (start, end, both)], [False, False, True])
        self.assertEqual([both.get_citation(i).get_source() for i in range(2)], ['early', 'late'])
        view = chronicle.make_view(None, None)
        self.assertEqual(view.lookup('a-stage').get_during().get_text(), '2013-07-25/2023-09-10')

    def test_view_by_day(self):
        chronicle = small()
        before = Vnus.Date.parse('2023-08-29')
        view = chronicle.make_view(before, None)
        self.assertTrue(view.is_read_only())
        self.assertTrue(view.get_known_on().equal(before))
        self.assertEqual(view.list_according_to(), [], 'NULL, which Python has as an empty list')
        self.assertIn('vo-van-thuong', view.list_ids())
        self.assertNotIn('joe-biden', view.list_ids())
        self.assertEqual(view.lookup('a-visit').get_when().get_text(), '2023-09')

    def test_known_vaguely(self):
        chronicle = small()
        view = chronicle.make_view(Vnus.Date.parse('2023-09'), None)
        self.assertEqual(view.is_known('a-visit', None), Vnus.Truth.CERTAINLY)
        self.assertEqual(view.is_known('a-visit', 'when'), Vnus.Truth.POSSIBLY)
        self.assertEqual(view.is_known('a-visit', 'participants/vo-van-thuong'), Vnus.Truth.CERTAINLY)
        self.assertEqual(view.is_known('nobody', None), Vnus.Truth.NO)
        claims = view.list_claims('a-visit', 'when')
        self.assertEqual([claim.is_known() for claim in claims], [Vnus.Truth.CERTAINLY, Vnus.Truth.POSSIBLY])

    def test_snapshot(self):
        chronicle = small()
        snapshot = chronicle.snapshot()
        chronicle.add(Vnus.Place.new('hanoi'))
        self.assertEqual((len(chronicle), len(snapshot)), (6, 5))
        self.assertTrue(snapshot.is_read_only())

    def test_view_by_access(self):
        chronicle = small()
        open_source = source('open', '2023-08-29')
        open_source.set_access(Vnus.Access.OPEN)
        chronicle.add(open_source)
        self.assertEqual(chronicle.list_sources(Vnus.Access.OPEN), ['open'])

    def test_view_by_source(self):
        view = small().make_view(None, ['late'])
        self.assertEqual(view.list_according_to(), ['late'])
        self.assertIn('joe-biden', view.list_ids())
        self.assertNotIn('vo-van-thuong', view.list_ids())


if __name__ == '__main__':
    tap.main()
