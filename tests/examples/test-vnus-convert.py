# SPDX-License-Identifier: LGPL-2.1-or-later
"""vnus-convert as its readers meet it. Usage: test-vnus-convert.py PROGRAM CHRONICLE"""
import csv
import io
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

import tap

PROGRAM, CHRONICLE = sys.argv[1:3]
del sys.argv[1:3]


def run(*arguments):
    return subprocess.run([PROGRAM, *arguments], capture_output=True)


def convert(*arguments):
    done = run(CHRONICLE, *arguments)
    assert done.returncode == 0, done.stderr
    return done.stdout.decode('utf-8')


def rows(text):
    return list(csv.DictReader(io.StringIO(text, newline='')))


class Documents(unittest.TestCase):
    def test_json(self):
        document = json.loads(convert('--to', 'json'))
        lines = convert('--to', 'jsonl').splitlines()
        self.assertEqual(document['format'], 'vnus-chronicle')
        self.assertEqual([json.loads(line) for line in lines[1:]], document['records'])

    def test_ending_implies_form(self):
        with tempfile.TemporaryDirectory() as folder:
            for ending in ('json', 'jsonl'):
                path = pathlib.Path(folder, 'x.' + ending)
                self.assertEqual(convert('-o', str(path)), '')
                self.assertEqual(path.read_text(encoding='utf-8'), convert('--to', ending))


class Sheets(unittest.TestCase):
    def test_sheet(self):
        visits = rows(convert('--to', 'csv', '--kind', 'visit'))
        self.assertEqual([visit['id'] for visit in visits], ['v1', 'v2', 'v3', 'v4', 'v5', 'v6'])
        self.assertEqual(visits[0]['host'], 'rt')

    def test_view(self):
        for view in (['--according-to', 's2'], ['--known-on', '2000'], ['--as-of', '2000']):
            visits = rows(convert('--to', 'csv', '--kind', 'visit', *view))
            self.assertEqual([visit['id'] for visit in visits], ['v1'])


class Others(unittest.TestCase):
    def test_colt(self):
        trips = rows(convert('--to', 'colt'))
        self.assertEqual([trip['TripID'] for trip in trips], ['v1', 'v5'])
        self.assertEqual((trips[0]['TripStartDate'], trips[0]['TripDuration']), ('2002-03-04', '3'))
        self.assertEqual((trips[-1]['TripYear'], trips[-1]['TripStartDate'], trips[-1]['TripDuration']), ('2005', '', ''))
        self.assertNotIn('No', {cell for trip in trips for cell in trip.values()})

    def test_dyad_years(self):
        years = rows(convert('--to', 'dyad-year', '--years', '2001/2005', '--relation', 'rt-zd'))
        self.assertEqual([year['year'] for year in years], [str(year) for year in range(2001, 2006) for _ in range(2)])
        self.assertEqual({year['relation'] for year in years}, {'rt-zd'})
        for year in years:
            self.assertEqual(year['visits_coverage'] == '', year['visits_min'] == '')

    def test_left_out_is_told(self):
        for form in ('colt', 'timelinejs', 'ics'):
            done = run(CHRONICLE, '--to', form)
            if done.returncode == 0:
                self.assertRegex(done.stderr.decode('utf-8'), 'vnus-convert: [0-9]+ left out: ')

    def test_query(self):
        for arguments in (['--query', 'kind:visit when:2003'], ['--query', 'kind:visit when:2003', '--relation', 'rt-zd']):
            events = json.loads(convert('--to', 'timelinejs', *arguments))['events']
            self.assertEqual([event['unique_id'] for event in events], ['v2'])
        self.assertIn('v1', convert('--to', 'timelinejs', '--relation', 'rt-zd'))


# What https://timeline.knightlab.com/docs/json-format.html demands: the names of
# the members of each object, the required ones first, and which are objects.
def check_date(case, date):
    case.assertIn('year', date)
    case.assertLessEqual(set(date), {'year', 'month', 'day', 'hour', 'minute', 'second', 'millisecond', 'display_date', 'format'})
    case.assertTrue('day' not in date or 'month' in date)
    for name, least, most in (('year', -9999, 9999), ('month', 1, 12), ('day', 1, 31)):
        case.assertTrue(least <= date.get(name, least) <= most)
        case.assertIsInstance(date.get(name, 1), int)


def check_slide(case, slide, needs_date):
    case.assertLessEqual(set(slide), {'start_date', 'end_date', 'text', 'media', 'group', 'display_date', 'background',
                                      'autolink', 'unique_id'})
    case.assertTrue('start_date' in slide or not needs_date)
    for name in ('start_date', 'end_date'):
        if name in slide:
            check_date(case, slide[name])
    case.assertLessEqual(set(slide['text']), {'headline', 'text'})
    for text in (*slide['text'].values(), slide.get('group', ''), slide.get('display_date', '')):
        case.assertIsInstance(text, str)
    case.assertNotRegex(slide['text']['headline'], '[<>]')
    case.assertRegex(slide['text'].get('text', ''), r'^(<p>[^<>]*</p>)*$')


class TimelineJs(unittest.TestCase):
    def check(self, *arguments):
        timeline = json.loads(run(*arguments, '--to', 'timelinejs').stdout)
        self.assertLessEqual({'events'}, set(timeline))
        self.assertLessEqual(set(timeline), {'events', 'title', 'eras', 'scale'})
        check_slide(self, timeline['title'], False)
        for slide in timeline['events']:
            check_slide(self, slide, True)
        ids = [slide['unique_id'] for slide in timeline['events']]
        self.assertEqual(len(ids), len(set(ids)))
        return {slide['unique_id']: slide for slide in timeline['events']}

    def test_form(self):
        self.check(CHRONICLE)
        for language in ('en', 'vi'):
            self.check('vietnam-us', '--lang', language)

    def test_precision(self):
        events = self.check('vietnam-us')
        self.assertEqual(events['biden-vn-2023']['start_date'], {'year': 2023, 'month': 9, 'day': 10})
        self.assertEqual(events['biden-vn-2023']['end_date'], {'year': 2023, 'month': 9, 'day': 11})
        self.assertEqual(events['us-vn-comprehensive']['start_date'], {'year': 2013, 'month': 7})
        self.assertNotIn('end_date', events['us-vn-comprehensive'])
        self.assertIn('not recorded', events['biden-vn-2023']['text']['text'])


class Calendars(unittest.TestCase):
    def read(self, *arguments):
        done = run(*arguments, '--to', 'ics')
        if b'built without calendars' in done.stderr:
            self.skipTest('built without calendars')
        lines = done.stdout.decode('utf-8')
        self.assertTrue(all(len(line.encode('utf-8')) <= 75 for line in lines.split('\r\n')))
        self.assertNotIn('\n', lines.replace('\r\n', ''))
        entries, entry = {}, None
        for line in lines.replace('\r\n ', '').replace('\r\n\t', '').split('\r\n'):
            name, _, value = line.partition(':')
            if line == 'BEGIN:VEVENT':
                entry = {}
            elif line == 'END:VEVENT':
                entries[entry['UID'].split('@')[0]] = entry
            elif entry is not None:
                entry[name] = value
        self.assertIn('\r\nVERSION:2.0\r\n', lines)
        return entries, lines

    def test_days(self):
        entries, text = self.read('vietnam-us')
        visit = entries['biden-vn-2023']
        self.assertEqual(visit['DTSTART;VALUE=DATE'], '20230910')
        self.assertEqual(visit['DTEND;VALUE=DATE'], '20230912', 'the end is the first day after it')
        self.assertEqual(visit['STATUS'], 'TENTATIVE')
        self.assertRegex(visit['DTSTAMP'], r'^\d{8}T000000Z$')
        self.assertNotIn('phuc-harris-bangkok-2022', {key for key, entry in entries.items() if 'DTSTART;VALUE=DATE' not in entry})
        self.assertRegex(text.replace('\r\n ', ''), r'X-WR-CALDESC:\d+ records are not in this calendar')

    def test_vague_dates_are_left_out(self):
        entries, _ = self.read(CHRONICLE)
        self.assertIn('v1', entries)
        self.assertNotIn('v3', entries)

    def test_same_bytes(self):
        self.assertEqual(self.read('vietnam-us', '--lang', 'vi')[1], self.read('vietnam-us', '--lang', 'vi')[1])


class Errors(unittest.TestCase):
    def test_status(self):
        for arguments, status, message in (
                ((), 2, 'CHRONICLE'),
                ((CHRONICLE,), 2, '--to'),
                ((CHRONICLE, '--to', 'xlsx'), 2, 'jsonl'),
                ((CHRONICLE, '-o', 'x.xlsx'), 2, 'ending'),
                ((CHRONICLE, '--to', 'csv'), 2, 'treaty-action'),
                ((CHRONICLE, '--to', 'csv', '--kind', 'trip'), 2, 'visit'),
                ((CHRONICLE, '--to', 'json', '--known-on', 'July'), 2, 'July'),
                ((CHRONICLE, '--to', 'ics', '--lang', 'fr'), 2, 'en or vi'),
                ((CHRONICLE, '--to', 'dyad-year'), 2, '1995/2023'),
                ((CHRONICLE, '--to', 'dyad-year', '--years', '2005/2001'), 2, '1995/2023'),
                ((CHRONICLE, '--to', 'dyad-year', '--years', '2001/2005', '--on', 'July'), 1, 'July'),
                ((CHRONICLE, '--to', 'timelinejs', '--query', 'hots:rt'), 2, 'hots'),
                ((CHRONICLE, '--to', 'timelinejs', '--relation', 'rt-zz'), 1, 'rt-zz'),
                ((CHRONICLE, '--to', 'csv', '--kind', 'visit', '--query', 'kind:visit'), 2, '--query'),
                ((CHRONICLE, '--to', 'json', '--relation', 'rt-zd'), 2, '--relation'),
                ((CHRONICLE, '--to', 'json', '--according-to', 's9'), 1, 's1'),
                ((CHRONICLE, '--to', 'json', '-o', '/nowhere/x'), 1, '/nowhere/x'),
                (('no-such', '--to', 'json'), 1, 'no-such')):
            with self.subTest(arguments=arguments):
                done = run(*arguments)
                self.assertEqual(done.returncode, status, done.stderr)
                self.assertIn(message, done.stderr.decode('utf-8'))
                self.assertEqual(done.stdout, b'')


if __name__ == '__main__':
    tap.main()
