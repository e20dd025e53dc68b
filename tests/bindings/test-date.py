# SPDX-License-Identifier: LGPL-2.1-or-later
"""Dates as Python sees them."""
import datetime
import unittest

import gi
gi.require_version('Vnus', '1')
from gi.repository import GLib, Vnus

import tap

parse = Vnus.Date.parse
NO, POSSIBLY, CERTAINLY = Vnus.Truth.NO, Vnus.Truth.POSSIBLY, Vnus.Truth.CERTAINLY


def number(text):
    return (datetime.date.fromisoformat(text) - datetime.date(1970, 1, 1)).days


class Dates(unittest.TestCase):
    def test_text_and_bounds(self):
        date = parse('?1995-?07')
        self.assertEqual((date.get_text(), date.to_string()), ('?1995-?07', '1995-07?'))
        self.assertEqual((date.get_earliest_start(), date.get_latest_start()), (number('1995-07-01'), number('1995-07-31')))
        self.assertEqual((date.get_earliest_end(), date.get_latest_end()), (number('1995-07-01'), number('1995-07-31')))
        self.assertEqual(date.get_kind(), Vnus.DateKind.DAY)
        self.assertEqual(date.get_level(), Vnus.DateLevel.TWO)
        self.assertEqual(date.get_precision(), Vnus.DatePrecision.MONTH)
        self.assertEqual(date.get_qualifier(Vnus.DateComponent.MONTH), Vnus.DateQualifier.UNCERTAIN)
        self.assertEqual(date.get_qualifier(Vnus.DateComponent.DAY), Vnus.DateQualifier.NONE)
        self.assertFalse(date.is_single_day())
        self.assertEqual(date.get_year_range(), (True, 1995, 1995))

    def test_ends(self):
        date = parse('../1995-07-11')
        self.assertTrue(date.is_start_open())
        self.assertFalse(date.is_start_unknown())
        self.assertEqual(date.get_earliest_start(), Vnus.DAY_MIN)
        self.assertIsNone(date.dup_start())
        self.assertEqual(date.dup_end().get_text(), '1995-07-11')
        date = parse('1995/')
        self.assertFalse(date.is_end_open())
        self.assertTrue(date.is_end_unknown())
        self.assertEqual(date.get_latest_end(), Vnus.DAY_MAX)
        self.assertEqual(parse('1995-07').to_extent().get_text(), '1995-07-01/1995-07-31')

    def test_construction(self):
        self.assertEqual(Vnus.Date.new_ymd(1995, 7, 0).get_text(), '1995-07')
        with self.assertRaises(TypeError, msg='what Python makes of a constructor without a result'):
            Vnus.Date.new_ymd(1995, 2, 29)
        self.assertEqual(Vnus.Date.new_day(number('2023-09-10')).get_text(), '2023-09-10')
        date = GLib.Date.new_dmy(11, GLib.DateMonth.JULY, 1995)
        self.assertEqual(Vnus.Date.new_from_g_date(date).get_text(), '1995-07-11')
        time = GLib.DateTime.new_utc(2023, 9, 10, 17, 0, 0)
        self.assertEqual(Vnus.Date.new_from_date_time(time).get_text(), '2023-09-10')

    def test_errors(self):
        codes = {
            'July 1995': Vnus.DateError.SYNTAX,
            '1995-13': Vnus.DateError.RANGE,
            '1995-02-29': Vnus.DateError.NO_SUCH_DAY,
            '1996/1995': Vnus.DateError.REVERSED,
            '2001-21': Vnus.DateError.UNSUPPORTED,
        }
        for text, code in codes.items():
            with self.subTest(text), self.assertRaises(GLib.Error) as caught:
                parse(text)
            self.assertTrue(caught.exception.matches(Vnus.DateError.quark(), code))
            self.assertEqual(Vnus.Date.check(text)[:2], (False, code))
        self.assertEqual(Vnus.Date.check('1995-13')[2], 5)
        self.assertTrue(Vnus.Date.check('1995-12')[0])
        self.assertEqual(Vnus.Date.classify('2001-21'), Vnus.DateLevel.ONE)
        self.assertEqual(Vnus.Date.classify('July 1995'), Vnus.DateLevel.INVALID)

    def test_identity_and_order(self):
        a, b = parse('?1995'), parse('1995?')
        self.assertTrue(a.equal(b) and a.hash() == b.hash() and a.compare(b) == 0)
        self.assertLess(parse('1995/..').compare(parse('1996')), 0)
        self.assertGreater(parse('1995/..').compare_latest(parse('1994')), 0)

    def test_questions(self):
        month, day = parse('1995-07'), parse('1995-07-11')
        self.assertEqual(month.is_same_day(day), POSSIBLY)
        self.assertEqual(month.is_before(parse('1995-08')), CERTAINLY)
        self.assertEqual(month.is_after(day), POSSIBLY)
        self.assertEqual(day.is_not_after(parse('1995-07-31')), CERTAINLY)
        self.assertEqual(day.is_within(month.to_extent()), CERTAINLY)
        self.assertEqual(month.to_extent().covers(day), CERTAINLY)
        self.assertEqual(day.intersects(parse('1996')), NO)
        self.assertEqual(day.relate(parse('1995-07-12')), Vnus.Allen.MEETS)
        self.assertEqual(day.has_relation(month, Vnus.Allen.EQUALS), POSSIBLY)
        morrow = parse('1995-07-12')
        self.assertEqual(day.relate_between_places(morrow), Vnus.Allen.BEFORE | Vnus.Allen.MEETS | Vnus.Allen.EQUALS)
        self.assertEqual(day.has_relation_between_places(morrow, Vnus.Allen.EQUALS), POSSIBLY)

    def test_elapsed(self):
        days, years = Vnus.DateUnit.DAYS, Vnus.DateUnit.YEARS
        self.assertEqual(parse('1995-07').elapsed(parse('2023-07'), years), (True, 27, 28))
        self.assertEqual(parse('1995-07').elapsed(parse('2023-07/..'), days), (True, 10197, 10257))
        self.assertEqual(parse('1995/').get_length(years), (False, 0, Vnus.DAY_MAX))
        self.assertEqual(parse('1942-11-20').get_completed_years(parse('2023-09-10')), (True, 80, 80))

    def test_anniversaries(self):
        base, leap_day = parse('2013-07'), parse('2000-02-29')
        policy = Vnus.LeapPolicy
        self.assertEqual(base.get_anniversary(2023, policy.UNSET).get_text(), '2023-07')
        self.assertEqual(base.get_nth_anniversary(10, policy.UNSET).get_text(), '2023-07')
        self.assertEqual(base.get_anniversary_number(2023), (True, 10, 10))
        self.assertEqual(leap_day.get_anniversary(2023, policy.FEB28).get_text(), '2023-02-28')
        self.assertIsNone(leap_day.get_anniversary(2023, policy.SKIP))
        self.assertEqual(leap_day.is_anniversary_on(parse('2023-03-01'), policy.MAR1), CERTAINLY)

    def test_wording(self):
        style, date = Vnus.DateStyle, parse('2023-09-10/2023-09-11')
        self.assertEqual(date.format('en', style.PROSE), '10–11 September 2023')
        self.assertEqual(date.format('en', style.WHEN), 'on 10–11 September 2023')
        self.assertEqual(date.format('vi', style.SHORT), '10–11/9/2023')
        self.assertIsNone(date.format('tlh', style.PROSE))

    def test_references(self):
        date = parse('1995-07')
        again = date.ref()
        date.unref()
        del date
        self.assertEqual(again.get_text(), '1995-07')

    def test_sets_of_relations(self):
        both = Vnus.Allen.BEFORE | Vnus.Allen.DURING
        self.assertEqual(Vnus.Allen.to_string(both), 'before,during')
        self.assertEqual(Vnus.Allen.from_string('before,during'), (True, both))
        self.assertEqual(Vnus.Allen.invert(both), Vnus.Allen.AFTER | Vnus.Allen.CONTAINS)


if __name__ == '__main__':
    tap.main()
