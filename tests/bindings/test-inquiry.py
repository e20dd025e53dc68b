# SPDX-License-Identifier: LGPL-2.1-or-later
"""Findings and inquiries as Python sees them."""
import json
import unittest

import gi
import tap

gi.require_version('Vnus', '1')
from gi.repository import GLib, Vnus  # noqa: E402


class Finding(unittest.TestCase):
    def test_bare(self):
        finding = Vnus.Finding()
        self.assertEqual(finding.get_rule(), '')
        self.assertEqual(finding.get_truth(), Vnus.Truth.POSSIBLY)
        self.assertEqual(finding.get_reasons(), Vnus.Reasons.NONE)
        self.assertFalse(finding.is_disputed())
        self.assertEqual(finding.get_range(), (False, 0, 0))
        self.assertIsNone(finding.get_unit())
        self.assertIsNone(finding.get_date())
        self.assertEqual(finding.get_n_records(), 0)
        self.assertIsNone(finding.get_record_id(0))
        self.assertEqual(finding.get_record_truth(0), Vnus.Truth.NO)
        self.assertEqual(finding.get_record_range(0), (False, 0, 0))
        self.assertIsNone(finding.get_record_sense(0))
        for texts in (finding.list_evidence(), finding.list_counter_evidence(),
                      finding.list_coverage(), finding.list_missing_coverage()):
            self.assertEqual(texts, [])
        self.assertEqual(finding.get_n_steps(), 0)
        self.assertIsNone(finding.dup_step(0, 'en'))
        self.assertIsNone(finding.dup_sentence('en'))
        self.assertEqual(finding.dup_value(), 'null')
        self.assertEqual(finding.explain('en'), '')
        self.assertEqual(finding.to_text('en'), '')
        self.assertIsNone(json.loads(finding.to_json('en'))['value'])
        self.assertEqual(Vnus.RANGE_OPEN, 2 ** 31 - 1)


class Difference(unittest.TestCase):
    def setUp(self):
        chronicle = Vnus.Chronicle.open('vietnam-us')
        self.before = Vnus.Inquiry.new(chronicle.make_view(Vnus.Date.parse('2023-08-30'), None))
        self.after = Vnus.Inquiry.new(chronicle.make_view(Vnus.Date.parse('2023-09-12'), None))

    def test_bare(self):
        self.assertEqual(len(Vnus.FindingDifference()), 0)
        self.assertEqual(json.loads(Vnus.FindingDifference().to_json('en'))['changes'], [])
        change = Vnus.FindingChange()
        self.assertIsNone(change.get_rule())
        self.assertIsNone(change.get_question())
        self.assertIsNone(change.get_before())
        self.assertIsNone(change.get_after())
        self.assertIsNone(change.dup_sentence('en'))
        self.assertEqual(change.to_text('en'), '')
        self.assertEqual(change.list_arguments() + change.list_causes(), [])
        self.assertEqual(change.list_new_sources() + change.list_old_sources(), [])

    def test_one(self):
        difference = self.before.compare(self.after, ['level-on us-vn 2023-09-12'])
        self.assertEqual(difference.get_n_questions(), 1)
        change, = difference
        self.assertEqual(change.get_rule(), 'level-on')
        self.assertEqual(change.list_arguments(), ['us-vn', '2023-09-12'])
        self.assertIn('us-vn-comprehensive-strategic', change.list_causes())
        self.assertIn('vnanet-342388', change.list_new_sources())
        self.assertIn(change.dup_sentence('vi'), difference.to_text('vi'))

    def test_all(self):
        difference = self.before.compare(self.after, None)
        changes = json.loads(difference.to_json('vi'))
        self.assertEqual(len(changes['changes']), len(difference))
        self.assertEqual(changes['questions'], difference.get_n_questions())
        self.assertIn('conflicts', self.after.list_questions())
        for change in changes['changes']:
            self.assertTrue(change['before'] or change['after'])


class Inquiry(unittest.TestCase):
    def setUp(self):
        self.chronicle = Vnus.Chronicle.open('vietnam-us')
        self.inquiry = Vnus.Inquiry.new(self.chronicle)

    def test_properties(self):
        self.assertIsNone(Vnus.Inquiry().get_chronicle())
        self.assertEqual(self.inquiry.get_chronicle(), self.chronicle)
        self.inquiry.set_standpoint(Vnus.Date.parse('2023-08-29'))
        self.assertEqual(self.inquiry.props.standpoint.to_string(), '2023-08-29')
        self.inquiry.set_relation('us-vn')
        self.assertEqual(self.inquiry.get_relation(), 'us-vn')
        self.assertIn('Sources used: article-a', self.inquiry.dup_colophon(['article-a'], 'en'))
        self.assertIn(self.chronicle.dup_digest(), self.inquiry.dup_colophon(None, 'en'))
        self.assertEqual(Vnus.Inquiry().dup_colophon(None, 'en'), '')

    def test_ask(self):
        finding = self.inquiry.ask('elapsed', ['us-vn-comprehensive', '2023-09-10', 'years'])
        self.assertEqual(finding.get_truth(), Vnus.Truth.CERTAINLY)
        self.assertEqual(finding.get_range(), (True, 10, 10))
        self.assertEqual(finding.get_unit(), 'years')
        self.assertEqual(finding.list_evidence(), ['us-vn-comprehensive'])
        self.assertIn('10 full years', finding.dup_sentence('en'))
        self.assertEqual(json.loads(finding.to_json('vi'))['value'], {'range': [10, 10], 'unit': 'years'})

    def test_errors(self):
        for rule, arguments, code in (('elapse', [], Vnus.InquiryError.UNKNOWN_RULE),
                                      ('elapsed', None, Vnus.InquiryError.WRONG_NUMBER),
                                      ('elapsed', ['us-vn-x', '2020', 'years'], Vnus.InquiryError.UNKNOWN_ID)):
            with self.assertRaises(GLib.Error) as caught:
                self.inquiry.ask(rule, arguments)
            self.assertTrue(caught.exception.matches(Vnus.inquiry_error_quark(), code))

    def test_rules(self):
        self.assertIn('elapsed', Vnus.Inquiry.list_rules())
        self.assertEqual(Vnus.Inquiry.get_rule_parameters('elapsed'), 'RECORD DATE UNIT')
        self.assertTrue(Vnus.Inquiry.dup_rule_statement('elapsed', 'vi'))
        self.assertIsNone(Vnus.Inquiry.dup_rule_formula('no-such', 'en'))


class Plans(unittest.TestCase):
    """A visit that is to come has the rank that it will have."""

    ARGUMENTS = ['biden-vn-2023', '1995']

    def setUp(self):
        self.chronicle = Vnus.Chronicle.open('vietnam-us')

    def ask(self, rule, arguments, standpoint, known_on=None):
        view = self.chronicle.make_view(known_on and Vnus.Date.parse(known_on), None)
        inquiry = Vnus.Inquiry.new(view)
        inquiry.set_standpoint(Vnus.Date.parse(standpoint))
        return inquiry.ask(rule, arguments)

    def test_rank_is_the_same_from_every_day(self):
        for standpoint in ('2023-08-29', '2023-09', '2023-09-10', '2023-09-20'):
            with self.subTest(standpoint=standpoint):
                finding = self.ask('rank-in-first-term', self.ARGUMENTS, standpoint)
                self.assertEqual(finding.get_truth(), Vnus.Truth.CERTAINLY)
                self.assertEqual(finding.get_range(), (True, 2, 2))

    def test_nobody_knows_who_comes_before_a_plan(self):
        finding = self.ask('rank-in-first-term', self.ARGUMENTS, '2023-08-29', known_on='2023-08-29')
        self.assertEqual(finding.get_truth(), Vnus.Truth.POSSIBLY)
        self.assertEqual(finding.get_range(), (True, 2, Vnus.RANGE_OPEN))
        self.assertTrue(finding.get_reasons() & Vnus.Reasons.NO_COVERAGE)

    def test_assertion_is_not_contradicted_by_being_early(self):
        for standpoint in ('2023-08-29', '2023-09-20'):
            with self.subTest(standpoint=standpoint):
                finding = self.ask('assertion', ['a073'], standpoint)
                self.assertEqual(json.loads(finding.to_json('en'))['value'], {'verdict': 'confirmed'})

    def test_what_was_cancelled_has_no_rank(self):
        chronicle = Vnus.Chronicle.new('cancelled')
        for record in self.chronicle:
            if record.get_id() == 'biden-vn-2023':
                record = record.duplicate()
                cancelled = Vnus.Value.new_enum(Vnus.Status, int(Vnus.Status.CANCELLED))
                record.add_citation(Vnus.Citation.new('article-a', '1.1').with_field('status')
                                    .with_value(cancelled).with_known(Vnus.Date.parse('2024')))
            chronicle.add(record)
        inquiry = Vnus.Inquiry.new(chronicle.make_view(None, None))
        for standpoint in (None, Vnus.Date.parse('2023-08-29')):
            with self.subTest(standpoint=standpoint and standpoint.to_string()):
                inquiry.set_standpoint(standpoint)
                self.assertEqual(inquiry.ask('rank-in-first-term', self.ARGUMENTS).get_truth(), Vnus.Truth.NO)


if __name__ == '__main__':
    tap.main()
