# SPDX-License-Identifier: LGPL-2.1-or-later
"""Briefs: composed, read section by section, refused."""
import json
import unittest

import gi
import tap

gi.require_version('Vnus', '1')
from gi.repository import GLib, Vnus  # noqa: E402


class Brief(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.chronicle = Vnus.Chronicle.open('vietnam-us').make_view(None, None)

    def brief(self, subject='biden-vn-2023'):
        brief = Vnus.Brief.new(self.chronicle, subject)
        brief.set_standpoint(Vnus.Date.parse('2023-08-29'))
        return brief

    def test_subjects(self):
        subjects = Vnus.Brief.list_subjects(self.chronicle)
        self.assertIn('biden-vn-2023', subjects)
        self.assertIn('us-vn', subjects)
        self.assertNotIn('joe-biden', subjects)

    def test_every_sentence_has_a_source(self):
        brief = self.brief()
        brief.compose()
        sections = list(brief.get_sections())
        self.assertTrue(sections)
        for section in sections:
            with self.subTest(section=section.dup_title('en')):
                self.assertNotEqual(section.dup_title('vi'), section.dup_title('en'))
                for item in section.get_items():
                    self.assertTrue(item.list_evidence(), item.dup_sentence('en'))
        self.assertTrue(set(brief.list_sources()) <= set(self.chronicle.list_ids()))

    def test_two_languages(self):
        brief = self.brief()
        self.assertIn('Joe Biden', brief.to_text('en'))
        self.assertIn('Việt Nam', brief.to_text('vi'))

    def test_formats(self):
        brief = self.brief()
        self.assertTrue(brief.to_markdown('en').startswith('# '))
        self.assertIn('<html', brief.to_html('en'))
        self.assertEqual(json.loads(brief.to_json('en'))['subject'], 'biden-vn-2023')

    def test_refused(self):
        for subject, code in (('no-such-event', Vnus.BriefError.NO_SUBJECT),
                              ('joe-biden', Vnus.BriefError.WRONG_KIND)):
            with self.subTest(subject=subject), self.assertRaisesRegex(GLib.Error, subject) as caught:
                self.brief(subject).compose()
            self.assertTrue(caught.exception.matches(Vnus.BriefError.quark(), code))


if __name__ == '__main__':
    tap.main()
