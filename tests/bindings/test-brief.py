# SPDX-License-Identifier: LGPL-2.1-or-later
"""Briefs as Python sees them."""
import json
import unittest

import gi
import tap

gi.require_version('Vnus', '1')
from gi.repository import Gio, GLib, Vnus  # noqa: E402

SUBJECT = 'biden-vn-2023'


class Brief(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.chronicle = Vnus.Chronicle.open('vietnam-us')

    def make(self, on='2023-08-29', known_on=None, subject=SUBJECT):
        view = self.chronicle.make_view(known_on and Vnus.Date.parse(known_on), None)
        brief = Vnus.Brief.new(view, subject)
        brief.set_standpoint(Vnus.Date.parse(on))
        return brief

    def test_bare(self):
        brief = Vnus.Brief()
        self.assertEqual(brief.get_subject(), '')
        self.assertIsNone(brief.get_chronicle())
        self.assertIsNone(brief.get_standpoint())
        self.assertIsNone(brief.get_perspective())
        self.assertTrue(brief.get_annex())
        self.assertEqual(len(brief.get_sections()), 0)
        self.assertEqual(brief.list_sources(), [])
        with self.assertRaises(GLib.Error) as caught:
            brief.compose()
        self.assertTrue(caught.exception.matches(Vnus.BriefError.quark(), Vnus.BriefError.FAILED))

    def test_bare_section(self):
        section = Vnus.BriefSection()
        self.assertEqual(section.get_id(), '')
        self.assertEqual(len(section.get_items()), 0)
        self.assertIsNone(section.dup_title('en'))

    def test_sections_are_models_of_findings(self):
        brief = self.make()
        brief.compose()
        sections = brief.get_sections()
        self.assertIsInstance(sections, Gio.ListModel)
        self.assertEqual([sections[0].get_id(), sections[1].get_id()], ['headline', 'visit'])
        self.assertEqual(sections[1].dup_title('en'), 'The visit')
        self.assertTrue(set(brief.list_sources()) <= set(self.chronicle.list_ids()))
        for section in sections:
            self.assertNotEqual(section.dup_title('vi'), section.dup_title('en'))
            for item in section.get_items():
                self.assertIsInstance(item, Vnus.Finding)
                self.assertTrue(item.list_evidence(), item.dup_sentence('en'))

    def test_sources_are_in_the_order_of_their_numbers(self):
        brief = self.make(known_on='2023-08-29')
        written = json.loads(brief.to_json('en'))
        self.assertEqual(brief.list_sources(), [source['id'] for source in written['sources']])
        self.assertEqual(brief.list_sources()[0], 'article-a')
        self.assertNotIn('article-b', brief.list_sources())

    def test_renderings(self):
        brief = self.make()
        headline = 'US President Joe Biden to visit Vietnam (10–11 September 2023)'
        self.assertTrue(brief.to_text('en').startswith(headline + '\n===='))
        self.assertTrue(brief.to_markdown('en').startswith('# ' + headline + '\n'))
        self.assertIn('<h1>' + headline + '</h1>', brief.to_html('en'))
        self.assertEqual(json.loads(brief.to_json('en'))['headline'], headline)
        self.assertTrue(brief.to_text('vi').startswith('Tổng thống Hoa Kỳ Joe Biden sẽ thăm Việt Nam (10–11/9/2023)\n'))

    def test_options(self):
        brief = self.make(subject='us-vn')
        brief.set_perspective('vn')
        brief.set_depth(Vnus.BriefDepth.FULL)
        brief.set_register(Vnus.BriefRegister.PRESS)
        brief.set_annex(False)
        text = brief.to_text('vi')
        self.assertIn('Việt Nam và Mỹ bình thường hóa quan hệ', text)
        self.assertNotIn('Phụ lục', text)

    def test_a_change_is_composed_anew(self):
        brief = self.make()
        before = brief.to_text('en')
        brief.set_standpoint(Vnus.Date.parse('2023-09-20'))
        self.assertEqual(len(brief.get_sections()), 0)
        self.assertNotEqual(before, brief.to_text('en'))

    def test_errors(self):
        for subject, known_on, code in (('nothing', None, Vnus.BriefError.NO_SUBJECT),
                                        (SUBJECT, '2020-01-01', Vnus.BriefError.NO_SUBJECT),
                                        ('joe-biden', None, Vnus.BriefError.WRONG_KIND)):
            with self.assertRaises(GLib.Error) as caught:
                self.make(known_on=known_on, subject=subject).compose()
            self.assertTrue(caught.exception.matches(Vnus.BriefError.quark(), code), subject)
        with self.assertRaises(GLib.Error) as caught:
            self.make().to_text('tlh')
        self.assertTrue(caught.exception.matches(Vnus.BriefError.quark(), Vnus.BriefError.NO_LANGUAGE))
        brief = self.make()
        brief.set_perspective('jp')
        with self.assertRaises(GLib.Error) as caught:
            brief.compose()
        self.assertTrue(caught.exception.matches(Vnus.BriefError.quark(), Vnus.BriefError.NO_PARTY))

    def test_subjects(self):
        subjects = Vnus.Brief.list_subjects(self.chronicle)
        self.assertEqual(subjects[0], 'us-vn')
        self.assertIn(SUBJECT, subjects)
        self.assertIn('trong-biden-call-2023', subjects)
        self.assertNotIn('joe-biden', subjects)

    def test_a_snapshot_is_no_view_and_does(self):
        snapshot = self.chronicle.snapshot()
        brief = Vnus.Brief.new(snapshot, SUBJECT)
        brief.set_standpoint(Vnus.Date.parse('2023-08-29'))
        self.assertEqual(brief.to_text('en'), self.make().to_text('en'))
        arguments = ['status-on', [SUBJECT, '2023-08-29']]
        self.assertEqual(Vnus.Inquiry.new(snapshot).ask(*arguments).to_json('en'),
                         Vnus.Inquiry.new(self.chronicle).ask(*arguments).to_json('en'))
        self.assertEqual(Vnus.Timeline.new(snapshot, SUBJECT).to_svg('en'),
                         Vnus.Timeline.new(self.chronicle, SUBJECT).to_svg('en'))

    def test_it_outlives_its_chronicle(self):
        brief = Vnus.Brief.new(Vnus.Chronicle.open('vietnam-us'), SUBJECT)
        brief.set_standpoint(Vnus.Date.parse('2023-08-29'))
        self.assertEqual(brief.to_text('en'), self.make().to_text('en'))


if __name__ == '__main__':
    tap.main()
