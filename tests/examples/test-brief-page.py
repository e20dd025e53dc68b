# SPDX-License-Identifier: LGPL-2.1-or-later
"""Pages of briefs as a browser, a screen reader and a printer meet them.

Usage: test-brief-page.py VNUS-BRIEF STYLE-SHEET NAMES

NAMES is a file of hostile names, one a line; “\\u202e” and the like are the
characters that they stand for, “x*10000” is a long name.
"""
import html.parser
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

import tap

VOID = {'meta', 'br', 'hr', 'img', 'input', 'link'}
PAGES = [('biden-vn-2023', ['--as-of', '2023-08-29']), ('biden-vn-2023', ['--as-of', '2023-09-09']),
         ('biden-vn-2023', ['--on', '2024-06-01']), ('us-vn', ['--on', '2024-06-01', '--for', 'vn']),
         ('obama-vn-2016', ['--on', '2016-06-01', '--register', 'press']), ('trong-biden-call-2023', ['--on', '2023-04-01'])]


class Page(html.parser.HTMLParser):
    """Fails on what is not well-formed, and collects what there is."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.open, self.ids, self.links, self.langs, self.tags, self.headings = [], [], [], [], [], []
        self.faults = []

    def handle_starttag(self, tag, attributes):
        names = [name for name, value in attributes]
        values = dict(attributes)
        if len(set(names)) != len(names):
            self.faults.append(f'{tag} repeats an attribute')
        if tag not in VOID:
            self.open.append(tag)
        self.tags.append((tag, values))
        if 'id' in values:
            self.ids.append(values['id'])
        if tag == 'a':
            self.links.append(values.get('href', ''))
        if 'lang' in values:
            self.langs.append((tag, values['lang']))
        if re.fullmatch('h[1-6]', tag):
            self.headings.append(int(tag[1]))
        self.faults += [f'{tag} has a handler {name}' for name in names if name.startswith('on')]

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.faults.append(f'</{tag}> closes nothing')

    def check(self):
        return self.faults + [f'<{tag}> is not closed' for tag in self.open]


def luminance(colour):
    channels = [int(colour[i:i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def hostile_names(path):
    for line in pathlib.Path(path).read_text(encoding='utf-8').splitlines():
        if line and not line.startswith('#'):
            name = re.sub(r'\\u([0-9a-f]{4})', lambda match: chr(int(match[1], 16)), line)
            yield 'x' * 10000 if name == 'x*10000' else name


def hostile_chronicle(name):
    cited = [{'source': 's'}]
    return {'format': 'vnus-chronicle', 'version': 1, 'id': 'hostile', 'records': [
        {'kind': 'state', 'id': 'aa', 'label': {'en': name}, 'citations': cited},
        {'kind': 'state', 'id': 'bb', 'label': {'en': 'Bee'}, 'citations': cited},
        {'kind': 'person', 'id': 'p', 'label': {'en': name}, 'of': 'bb', 'citations': cited},
        {'kind': 'place', 'id': 'c', 'label': {'en': name}, 'within': 'aa'},
        {'kind': 'source', 'id': 's', 'label': {'en': name}, 'title': {'en': name}, 'publisher': name, 'language': 'en',
         'published': '2000-01-01', 'url': 'javascript:alert(1)'},
        {'kind': 'relation', 'id': 'aa-bb', 'label': {'en': name}, 'parties': ['aa', 'bb'], 'citations': cited},
        {'kind': 'statement', 'id': 'q', 'label': {'en': name}, 'when': '2000-01-01', 'wording': {'en': name},
         'stance': 'wishes', 'about': ['aa-bb'], 'status': 'held',
         'participants': [{'actor': 'p', 'role': 'speaker'}], 'citations': [{'source': 's', 'locator': name[:50]}]},
        {'kind': 'visit', 'id': 'v', 'label': {'en': name}, 'when': '2000-01-01', 'host': 'aa', 'places': ['c'], 'status': 'held',
         'participants': [{'actor': 'p', 'role': 'guest'}], 'note': {'en': name}, 'citations': cited}]}


class BriefPage(unittest.TestCase):
    program, style, names = None, None, None
    made = []

    def brief(self, *arguments):
        done = subprocess.run([self.program, *arguments], capture_output=True, check=False)
        self.assertEqual((done.returncode, done.stderr), (0, b''))
        return done.stdout.decode('utf-8')

    def pages(self):
        if not self.made:
            self.made.extend((language, self.brief('vietnam-us', subject, *options, '--lang', language, '--format', 'html'))
                             for subject, options in PAGES for language in ('en', 'vi'))
        return self.made

    def test_well_formed(self):
        for language, text in self.pages():
            page = Page()
            page.feed(text)
            with self.subTest(language=language):
                self.assertEqual(page.check(), [])
                self.assertEqual(len(set(page.ids)), len(page.ids))
                self.assertTrue(text.startswith('<!DOCTYPE html>'))
                self.assertEqual(page.langs[0], ('html', language))

    def test_links_resolve(self):
        for language, text in self.pages():
            page = Page()
            page.feed(text)
            inner = [link[1:] for link in page.links if link.startswith('#')]
            with self.subTest(language=language):
                self.assertGreater(len(inner), 20)
                self.assertEqual(set(inner) - set(page.ids), set())
                self.assertTrue(all(link.startswith(('#', 'https://', 'http://')) for link in page.links))

    def test_footnotes_lead_both_ways(self):
        for language, text in self.pages():
            references = {number: set(re.findall(r'href="#s(\d+)"', body))
                          for number, body in re.findall(r'<span class="refs" id="r(\d+)">(.*?)</span>', text)}
            sources = {number: set(re.findall(r'href="#r(\d+)"', body))
                       for number, body in re.findall(r'<li id="s(\d+)">(.*?)</li>', text, re.S)}
            with self.subTest(language=language):
                self.assertTrue(references)
                for number, cited in references.items():
                    self.assertTrue(cited)
                    for source in cited:
                        self.assertIn(number, sources[source])
                self.assertEqual(sum(map(len, references.values())), sum(map(len, sources.values())))

    def test_accessible(self):
        for language, text in self.pages():
            page = Page()
            page.feed(text)
            with self.subTest(language=language):
                self.assertEqual(page.headings[0], 1)
                self.assertEqual(page.headings.count(1), 1)
                self.assertTrue(all(after - before <= 1 for before, after in zip(page.headings, page.headings[1:])))
                self.assertIn('main', [tag for tag, attributes in page.tags])
                for tag, attributes in page.tags:
                    if 'aria-labelledby' in attributes:
                        self.assertLessEqual(set(attributes['aria-labelledby'].split()), set(page.ids))
                    if tag == 'svg':
                        self.assertEqual(attributes.get('role'), 'img')
                if language == 'vi':
                    self.assertIn(('cite', 'en'), page.langs)

    def test_evidence_is_one_click_away(self):
        for language, text in self.pages():
            with self.subTest(language=language):
                self.assertEqual(text.count('<div class="item">'), text.count('<details>'))

    def test_needs_nothing_else(self):
        for language, text in self.pages():
            with self.subTest(language=language):
                self.assertNotRegex(text, r'<(script|link|iframe|object|embed|img)\b')
                self.assertNotRegex(text, r'url\((?!#)|@import|\bsrc=')

    def test_contrast(self):
        css = pathlib.Path(self.style).read_text(encoding='utf-8')
        light, dark = [dict(re.findall(r'--([a-z-]+):\s*(#[0-9a-f]{6})', block))
                       for block in re.findall(r':root \{(.*?)\}', css, re.S)[:2]]
        for scheme in (light, {**light, **dark}):
            for ink in ('ink', 'faint', 'link'):
                self.assertGreaterEqual(contrast(scheme[ink], scheme['paper']), 4.5, ink)
            self.assertGreaterEqual(contrast(scheme['mark-ink'], scheme['mark']), 4.5)
            self.assertGreaterEqual(contrast(scheme['link'], scheme['mark']), 4.5)

    def test_paper(self):
        css = pathlib.Path(self.style).read_text(encoding='utf-8')
        self.assertIn('@media print', css)
        self.assertIn('prefers-color-scheme: dark', css)

    def test_hostile_names(self):
        n = 0
        for name in hostile_names(self.names):
            with self.subTest(name=name[:40]), tempfile.TemporaryDirectory() as folder:
                path = os.path.join(folder, 'hostile.json')
                pathlib.Path(path).write_text(json.dumps(hostile_chronicle(name)), encoding='utf-8')
                for subject in ('v', 'aa-bb'):
                    text = self.brief(path, subject, '--on', '2001-01-01', '--format', 'html')
                    page = Page()
                    page.feed(text)
                    self.assertEqual(page.check(), [])
                    self.assertNotIn('script', [tag for tag, attributes in page.tags])
                    self.assertEqual(len(set(page.ids)), len(page.ids))
                    self.assertTrue(all(link.startswith('#') for link in page.links))
                    self.assertEqual(len(re.findall('<(?:b|i|em|img)>', text)), 0)
                n += 1
        self.assertGreater(n, 10)


if __name__ == '__main__':
    BriefPage.program, BriefPage.style, BriefPage.names = sys.argv[1:4]
    tap.main()
