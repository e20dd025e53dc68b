# SPDX-License-Identifier: LGPL-2.1-or-later
"""vnus-brief: its options, forms, bytes and exit codes.

Usage: test-vnus-brief.py PROGRAM
"""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest
from html.parser import HTMLParser

import tap

VISIT = ('vietnam-us', 'biden-vn-2023', '--on', '2023-08-29')
VOID = {'meta', 'br', 'hr', 'img', 'link'}


class Page(HTMLParser):
    """Whether elements are closed in order, and what links where."""

    def __init__(self):
        super().__init__()
        self.open, self.ids, self.links, self.tags = [], [], [], set()
        self.language = None

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        self.tags.add(tag)
        if tag not in VOID:
            self.open.append(tag)
        if tag == 'html':
            self.language = attributes.get('lang')
        if 'id' in attributes:
            self.ids.append(attributes['id'])
        if tag == 'a':
            self.links.append(attributes['href'])

    def handle_endtag(self, tag):
        assert self.open and self.open[-1] == tag, (self.open, tag)
        self.open.pop()


def structure(brief):
    """What a brief in JSON holds without its words."""
    return ([(section['id'], [(item['topic'], item['truth'], item['reasons'], item['sources'], item['evidence'])
                              for item in section['items']]) for section in brief['sections']],
            [source['id'] for source in brief['sources']])


class Brief(unittest.TestCase):
    program = None

    def run_program(self, *arguments, **environment):
        done = subprocess.run([self.program, *arguments], capture_output=True, check=False,
                              env={**os.environ, **environment})
        return done.returncode, done.stdout.decode(), done.stderr.decode()

    def brief(self, *arguments, **environment):
        code, out, err = self.run_program(*arguments, **environment)
        self.assertEqual((code, err), (0, ''))
        return out

    def test_the_same_bytes_everywhere(self):
        for form in ('text', 'markdown', 'html', 'json'):
            for language in ('en', 'vi'):
                options = (*VISIT, '--format', form, '--lang', language)
                texts = {self.brief(*options, LC_ALL=locale, TZ=zone)
                         for locale, zone in (('C', 'UTC'), ('C.UTF-8', 'Asia/Ho_Chi_Minh'), ('POSIX', 'America/New_York'),
                                              ('tr_TR.UTF-8', 'Pacific/Kiritimati'))}
                self.assertEqual(len(texts), 1, options)

    def test_both_languages_are_one_brief(self):
        for subject, day in (('biden-vn-2023', '2023-08-29'), ('biden-vn-2023', '2023-09-20'), ('us-vn', '2024-06-01')):
            english, vietnamese = (json.loads(self.brief('vietnam-us', subject, '--on', day, '--lang', language,
                                                         '--format', 'json')) for language in ('en', 'vi'))
            self.assertEqual(structure(english), structure(vietnamese))
            self.assertNotEqual(english['headline'], vietnamese['headline'])

    def test_json(self):
        brief = json.loads(self.brief(*VISIT, '--known-on', '2023-08-29', '--format', 'json'))
        self.assertEqual(brief['format'], 'vnus-brief')
        self.assertEqual((brief['subject'], brief['standpoint'], brief['known-on']),
                         ('biden-vn-2023', '2023-08-29', '2023-08-29'))
        self.assertNotIn('delegation', [section['id'] for section in brief['sections']])
        numbers = [source['number'] for source in brief['sources']]
        self.assertEqual(numbers, list(range(1, len(numbers) + 1)))
        for section in brief['sections']:
            for item in section['items']:
                self.assertTrue(item['sentence'])
                self.assertTrue(item['sources'], item['sentence'])
                self.assertLessEqual(set(item['sources']), set(numbers))

    def test_html(self):
        for language in ('en', 'vi'):
            text = self.brief(*VISIT, '--format', 'html', '--lang', language)
            page = Page()
            page.feed(text)
            self.assertEqual(page.open, [])
            self.assertEqual(page.language, language)
            self.assertEqual(len(page.ids), len(set(page.ids)), 'an id stands twice')
            self.assertNotIn('script', page.tags)
            self.assertIn('details', page.tags)
            for link in page.links:
                if link.startswith('#'):
                    self.assertIn(link[1:], page.ids)
                else:
                    self.assertRegex(link, r'^https?://')
            # a source leads back to each sentence that leads to it
            for number in re.findall(r'<li id="s(\d+)">', text):
                self.assertRegex(text, rf'(?s)<li id="s{number}">.*?<a href="#r\d+"')
            self.assertNotRegex(text, r'(?:src|url\((?!#))', 'it needs another file')

    def test_markdown(self):
        text = self.brief(*VISIT, '--format', 'markdown')
        self.assertTrue(text.startswith('# US President Joe Biden to visit Vietnam (10–11 September 2023)\n'))
        self.assertIn('\n## Delegation\n\n- The delegation is to include ', text)
        self.assertRegex(text, r'\n1\. .*\n2\. ')

    def test_warnings(self):
        self.assertIn('became public only after 29 August 2023', self.brief(*VISIT))
        known = self.brief(*VISIT, '--known-on', '2023-08-29')
        self.assertNotIn('became public', known)
        self.assertRegex(known, r'\nNote: \[\d+(, \d+)+\] may have become public only after 29 August 2023\.\n')
        register = re.search(r'\n\[(\d+)\] Executives file of the congress-legislators project\n', known)[1]
        self.assertNotRegex(known, rf'\nNote: .*\b{register}\b.* may have')
        self.assertIn('Known on: 29 August 2023', self.brief('vietnam-us', 'biden-vn-2023', '--as-of', '2023-08-29'))

    def test_only_open_sources(self):
        brief = json.loads(self.brief(*VISIT, '--access', 'open', '--format', 'json'))
        self.assertNotIn('article-a', [source['id'] for source in brief['sources']])

    def test_notes_and_depth(self):
        self.assertIn('Annex', self.brief(*VISIT))
        self.assertNotIn('Annex', self.brief(*VISIT, '--notes', 'none'))
        self.assertNotIn('Delegation', self.brief(*VISIT, '--depth', 'headline'))

    def test_output(self):
        with tempfile.TemporaryDirectory() as folder:
            for ending, start in (('html', '<!DOCTYPE html>'), ('md', '# '), ('json', '{'), ('txt', 'US President')):
                path = pathlib.Path(folder) / f'brief.{ending}'
                self.assertEqual(self.brief(*VISIT, '-o', str(path)), '')
                self.assertTrue(path.read_text(encoding='utf-8').startswith(start))

    def test_list(self):
        text = self.brief('vietnam-us')
        self.assertIn('us-vn ', text)
        self.assertIn('\nbiden-vn-2023 ', text)
        self.assertIn('\ntrong-biden-call-2023 ', text)

    def test_relation(self):
        self.assertEqual(self.brief('vietnam-us', '--relation', 'us-vn', '--on', '2023-08-29'),
                         self.brief('vietnam-us', 'us-vn', '--on', '2023-08-29'))

    def test_colophon(self):
        self.assertRegex(self.brief(*VISIT), r'libvnus \d+\.\d+\.\d+ from the chronicle vietnam-us \(.*\s*.*\), digest [0-9a-f]{12}')

    def test_unknown_ids(self):
        for arguments in (('vietnam-us', 'biden-vn-2032'), (*VISIT, '--according-to', 'article-x')):
            code, out, err = self.run_program(*arguments)
            self.assertEqual((code, out), (1, ''))
            self.assertEqual(err.count(','), 2, err)

    def test_bad_data(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / 'bad.json'
            path.write_text('{\n"format": "vnus-chronicle",\n', encoding='utf-8')
            code, out, err = self.run_program(str(path), 'x')
            self.assertEqual((code, out), (1, ''))
            self.assertRegex(err, r'bad\.json:\d+:')

    def test_usage(self):
        for arguments in ((), ('vietnam-us', 'us-vn', 'more'), (*VISIT, '--format', 'pdf'), (*VISIT, '--lang', 'tlh'),
                          (*VISIT, '--depth', 'deep'), (*VISIT, '--for', 'jp'), (*VISIT, '--known-on', 'soon'),
                          (*VISIT, '--notes', 'some'), (*VISIT, '--access', 'shut'), (*VISIT, '--no-such-option')):
            code, out, err = self.run_program(*arguments)
            self.assertEqual((code, out), (2, ''), arguments)
            self.assertTrue(err, arguments)


if __name__ == '__main__':
    Brief.program = sys.argv[1]
    tap.main()
