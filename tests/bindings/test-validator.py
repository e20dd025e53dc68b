# SPDX-License-Identifier: LGPL-2.1-or-later
"""A chronicle with faults, looked through."""
import json
import unittest

import gi
import tap

gi.require_version('Vnus', '1')
from gi.repository import GLib, Vnus  # noqa: E402

RECORDS = [
    {'kind': 'state', 'id': 'vn', 'label': {'en': 'Vietnam', 'vi': 'Việt Nam'}, 'citations': [{'source': 'a'}]},
    {'kind': 'source', 'id': 'a', 'published': '2016-05-01'},
    {'kind': 'visit', 'id': 'visit', 'when': '2016-05-23', 'host': 'vm', 'status': 'announced',
     'places': ['vn'], 'citations': [{'source': 'a'}]},
]


def load(records):
    document = {'format': 'vnus-chronicle', 'version': 1, 'id': 'test', 'records': records}
    data = GLib.Bytes.new(json.dumps(document).encode())
    return Vnus.Chronicle.load_bytes(data, 'test', Vnus.LoadFlags.LENIENT)


class Validator(unittest.TestCase):
    def setUp(self):
        self.validator = Vnus.Validator.new(load(RECORDS))

    def test_issues(self):
        issues = self.validator.list_issues()
        self.assertEqual(len(issues), 1)
        issue = issues[0]
        self.assertEqual(issue.get_tag(), 'dangling-reference')
        self.assertEqual(issue.get_severity(), Vnus.Severity.ERROR)
        self.assertEqual(issue.get_truth(), Vnus.Truth.CERTAINLY)
        self.assertEqual((issue.get_record_id(), issue.get_path()), ('visit', 'host'))
        self.assertIsNone(issue.get_place())
        self.assertEqual(issue.dup_explanation('en'), '“vm” is the id of no record.')
        self.assertIn('vn', issue.dup_suggestion('vi'))
        self.assertIn('[dangling-reference]', issue.to_text('vi'))
        self.assertEqual(json.loads(issue.to_json('en'))['path'], 'host')

    def test_standpoint(self):
        self.assertIsNone(self.validator.get_standpoint())
        self.validator.set_standpoint(Vnus.Date.parse('2016-06'))
        self.assertEqual({issue.get_tag() for issue in self.validator.list_issues()},
                         {'dangling-reference', 'no-word-after'})

    def test_report(self):
        issues = self.validator.list_issues()
        self.assertIn('1 error', self.validator.to_text(issues, 'en'))
        report = json.loads(self.validator.to_json(issues, 'en'))
        self.assertEqual((report['chronicle'], report['errors'], len(report['issues'])), ('test', 1, 1))
        self.assertEqual(self.validator.get_chronicle().get_id(), 'test')

    def test_tags(self):
        tags = Vnus.Validator.list_tags()
        self.assertIn('conflict', tags)
        for tag in tags:
            with self.subTest(tag=tag):
                self.assertNotEqual(Vnus.Validator.get_tag_severity(tag), Vnus.Severity.UNSET)
                self.assertTrue(Vnus.Validator.dup_tag_summary(tag, 'vi').endswith('.'))
        self.assertIsNone(Vnus.Validator.dup_tag_summary('no-tag', 'en'))


if __name__ == '__main__':
    tap.main()
