# SPDX-License-Identifier: LGPL-2.1-or-later
"""Boxed values: made, read back, compared."""
import unittest

import gi
import tap

gi.require_version('Vnus', '1')
from gi.repository import GLib, Vnus  # noqa: E402


class Text(unittest.TestCase):
    def setUp(self):
        self.text = Vnus.Text.new_many(['en', 'vi'], ['Vietnam', 'Việt Nam'])

    def test_languages(self):
        self.assertEqual(self.text.list_languages(), ['en', 'vi'])
        self.assertEqual(self.text.get('vi'), 'Việt Nam')
        self.assertIsNone(self.text.get('fr'))
        self.assertIn(self.text.get_best('fr'), ['Vietnam', 'Việt Nam'])

    def test_with_language_leaves_the_first_alone(self):
        more = self.text.with_language('fr', 'Viêt Nam')
        self.assertEqual(more.get('fr'), 'Viêt Nam')
        self.assertIsNone(self.text.get('fr'))
        self.assertFalse(more.equal(self.text))
        self.assertTrue(Vnus.Text.new('en', 'a').equal(Vnus.Text.new('en', 'a')))


class Amount(unittest.TestCase):
    def test_keeps_its_digits(self):
        amount = Vnus.Amount.parse('123860000000', Vnus.Bound.MORE_THAN, 'USD')
        self.assertEqual(amount.get_number(), '123860000000')
        self.assertEqual(amount.get_bound(), Vnus.Bound.MORE_THAN)
        self.assertEqual(amount.get_unit(), 'USD')
        self.assertEqual(amount.to_double(), 123.86e9)

    def test_order(self):
        eleven = Vnus.Amount.parse('0.11', Vnus.Bound.EXACT, None)
        twelve = Vnus.Amount.parse('0.12', Vnus.Bound.EXACT, None)
        self.assertLess(eleven.compare(twelve), 0)

    def test_error_quotes_the_input(self):
        with self.assertRaisesRegex(GLib.Error, 'many'):
            Vnus.Amount.parse('many', Vnus.Bound.EXACT, None)


class Parts(unittest.TestCase):
    """Participants, stops, designations and citations grow by with_ methods."""

    note = Vnus.Text.new('en', 'as printed')
    date = Vnus.Date.parse('2023-09-10')

    def test_participant(self):
        guest = (Vnus.Participant.new('joe-biden', Vnus.Role.GUEST)
                 .with_capacity('us-president').with_side('us').with_note(self.note))
        self.assertEqual((guest.get_actor(), guest.get_role()), ('joe-biden', Vnus.Role.GUEST))
        self.assertEqual((guest.get_capacity(), guest.get_side()), ('us-president', 'us'))
        self.assertTrue(guest.get_note().equal(self.note))
        self.assertIsNone(Vnus.Participant.new(None, Vnus.Role.MEMBER).get_actor())

    def test_stop(self):
        stop = Vnus.Stop.new('hanoi').with_when(self.date).with_note(self.note)
        self.assertEqual(stop.get_place(), 'hanoi')
        self.assertTrue(stop.get_when().equal(self.date))
        self.assertTrue(stop.get_note().equal(self.note))

    def test_designation(self):
        self.assertEqual(Vnus.Designation.new('vn', self.note).get_side(), 'vn')

    def test_citation(self):
        value = Vnus.Value.new_date(self.date)
        citation = (Vnus.Citation.new('article-a', '1.1').with_field('when').with_value(value)
                    .with_rank(Vnus.CitationRank.PREFERRED).with_known(self.date).with_note(self.note))
        self.assertEqual((citation.get_source(), citation.get_locator()), ('article-a', '1.1'))
        self.assertEqual((citation.get_field(), citation.get_rank()), ('when', Vnus.CitationRank.PREFERRED))
        self.assertTrue(citation.get_value().equal(value))
        self.assertTrue(citation.get_known().equal(self.date))
        self.assertTrue(citation.get_note().equal(self.note))


class Value(unittest.TestCase):
    """Each type of value gives back what it was made of, and nothing else."""

    def test_plain(self):
        kind = Vnus.ValueType
        for value, expected_kind, read, expected in (
                (Vnus.Value.new_text('x'), kind.TEXT, Vnus.Value.get_string, 'x'),
                (Vnus.Value.new_reference('us'), kind.REFERENCE, Vnus.Value.get_string, 'us'),
                (Vnus.Value.new_integer(-3), kind.INTEGER, Vnus.Value.get_integer, -3),
                (Vnus.Value.new_boolean(True), kind.BOOLEAN, Vnus.Value.get_boolean, True)):
            with self.subTest(kind=expected_kind):
                self.assertEqual(value.get_value_type(), expected_kind)
                self.assertEqual(read(value), expected)

    def test_boxed(self):
        kind = Vnus.ValueType
        text = Vnus.Text.new('en', 'x')
        for new, read, expected_kind, item in (
                (Vnus.Value.new_localised, Vnus.Value.get_localised, kind.LOCALISED, text),
                (Vnus.Value.new_date, Vnus.Value.get_date, kind.DATE, Vnus.Date.parse('2023')),
                (Vnus.Value.new_amount, Vnus.Value.get_amount, kind.AMOUNT,
                 Vnus.Amount.parse('2', Vnus.Bound.EXACT, None)),
                (Vnus.Value.new_participant, Vnus.Value.get_participant, kind.PARTICIPANT,
                 Vnus.Participant.new('a', Vnus.Role.GUEST)),
                (Vnus.Value.new_stop, Vnus.Value.get_stop, kind.STOP, Vnus.Stop.new('hanoi')),
                (Vnus.Value.new_designation, Vnus.Value.get_designation, kind.DESIGNATION,
                 Vnus.Designation.new('us', text))):
            with self.subTest(kind=expected_kind):
                self.assertEqual(new(item).get_value_type(), expected_kind)
                self.assertTrue(read(new(item)).equal(item))

    def test_enum(self):
        value = Vnus.Value.new_enum(Vnus.Status.__gtype__, Vnus.Status.HELD)
        self.assertEqual(value.get_value_type(), Vnus.ValueType.ENUM)
        self.assertEqual(value.get_enum_type(), Vnus.Status.__gtype__)
        self.assertEqual(value.to_string(), 'held')

    def test_list(self):
        items = [Vnus.Value.new_text('a'), Vnus.Value.new_text('b')]
        value = Vnus.Value.new_list(items)
        self.assertEqual(value.get_n_items(), 2)
        self.assertTrue(value.get_item(1).equal(items[1]))


if __name__ == '__main__':
    tap.main()
