# SPDX-License-Identifier: LGPL-2.1-or-later
"""Each claim of the two articles holds in the shipped chronicle.

A line of corpus/seed-claims.tsv is a claim, a record, what is looked at, what is
expected there, and the view through which one looks:

    a, b, a+b   according to these articles alone
    known:DATE  what was public on a day, of all sources
    all         all that the chronicle has

What is looked at is one of

    FIELD           the value: `held`, `2023-09-10`, `more-than 5 USD`
    FIELD.LANGUAGE  a localised value in one language
    FIELD/MEMBER    a member of a list: the role and capacity of a participant, the
                    date of a stop, `certainly` for any other
    FIELD[INDEX]    the role and capacity of a participant, who may have no name
    claims:FIELD    SOURCE RANK VALUE: what one source gives as its own value
    rule:RULE ARG…  the truth of the answer, its value as JSON, or both; the answer
                    may say more than is expected
"""
import collections
import csv
import functools
import json
import pathlib
import unittest

import gi
import tap

gi.require_version('Vnus', '1')
from gi.repository import Vnus  # noqa: E402

LINES = pathlib.Path(__file__).parents[1] / 'corpus' / 'seed-claims.tsv'
CLAIMS = [f'A{n:03}' for n in range(1, 96)] + [f'B{n:03}' for n in range(1, 128)]
SOURCES = {'a': ['article-a'], 'b': ['article-b'], 'a+b': ['article-a', 'article-b'], 'all': None}
TRUTHS = ('no', 'possibly', 'certainly')

# Rules that are still to be written. Their lines are skipped, and told as such;
# a rule that is there must not stand here.
AWAITED_RULES = set()

held = []
waiting = collections.Counter()


def read_lines():
    with LINES.open(encoding='utf-8', newline='') as file:
        return list(csv.DictReader(file, delimiter='\t', quoting=csv.QUOTE_NONE))


@functools.cache
def chronicle():
    return Vnus.Chronicle.open('vietnam-us')


@functools.cache
def view(name):
    day = name.removeprefix('known:')
    if day != name:
        return chronicle().make_view(Vnus.Date.parse(day), None)
    return chronicle().make_view(None, SOURCES[name])


@functools.cache
def listed(name):
    """What is in a view, without what is only carried along."""
    return frozenset(view(name).list_ids())


# What a record shows

def words(*values):
    return ' '.join(value for value in values if value)


def of_participant(participant):
    return words(participant.get_role().value_nick, participant.get_capacity())


def of_member(value):
    """The id of a member of a list, and what is expected of it."""
    if value.get_value_type() == Vnus.ValueType.PARTICIPANT:
        return value.get_participant().get_actor(), of_participant(value.get_participant())
    if value.get_value_type() == Vnus.ValueType.STOP:
        stop = value.get_stop()
        return stop.get_place(), stop.get_when().to_string() if stop.get_when() else ''
    return value.get_string(), 'certainly'


def items(value):
    return [value.get_item(i) for i in range(value.get_n_items())] if value else []


def shown(record, field):
    """What is found under FIELD, FIELD.LANGUAGE, FIELD/MEMBER or FIELD[INDEX]; None if nothing is."""
    if field == 'kind':
        return Vnus.Kind.to_string(record.get_kind())

    name, slash, member = field.partition('/')
    if slash:
        return dict(map(of_member, items(record.dup_value(name)))).get(member)

    name, dot, language = field.partition('.')
    if dot:
        text = record.dup_value(name)
        return text and text.get_localised().get(language)

    name, bracket, index = field.rstrip(']').partition('[')
    if bracket:
        people = [of_participant(item.get_participant()) for item in items(record.dup_value(name))]
        return people[int(index)] if int(index) < len(people) else None

    value = record.dup_value(field)
    return value and value.to_string()


# What a source gives as its own value

def of_rank(rank):
    """A rank as a word; one that is not given is normal."""
    return 'normal' if rank == Vnus.CitationRank.UNSET else rank.value_nick


def of_claims(name, record, field):
    """SOURCE RANK VALUE of each claim for a field."""
    found = set()
    for claim in view(name).list_claims(record, field):
        for citation in [claim.get_citation(i) for i in range(claim.get_n_citations())]:
            if citation.get_value():
                found.add(words(citation.get_source(), of_rank(citation.get_rank()),
                                of_text(citation.get_value())))
    return found


def of_text(value):
    text = value.get_localised()
    if text is None:
        return value.to_string()
    return json.dumps({language: text.get(language) for language in text.list_languages()},
                      ensure_ascii=False, separators=(',', ':'))


# What an answer says

def says(answer, expected):
    """Whether an answer says all that is expected; it may say more, but no other numbers."""
    if isinstance(expected, dict):
        return isinstance(answer, dict) and all(key in answer and says(answer[key], expected[key]) for key in expected)
    if isinstance(expected, list) and expected and isinstance(expected[0], dict):
        return all(any(says(item, wanted) for item in answer) for wanted in expected)
    return answer == expected


def rule_of(line):
    """The id of the rule that a line asks, or None."""
    field = line['field']
    return field.removeprefix('rule:').split(' ')[0] if field.startswith('rule:') else None


def ask(name, question):
    rule, *arguments = question.split(' ')
    if rule == 'count':
        arguments = [' '.join(arguments)]
    finding = Vnus.Inquiry.new(view(name)).ask(rule, arguments)
    return Vnus.Truth.to_string(finding.get_truth()), json.loads(finding.dup_value())


def split_answer(expected):
    truth, _, value = expected.partition(' ')
    if truth in TRUTHS:
        return truth, json.loads(value) if value else None
    return None, json.loads(expected)


# A line

class Checker(unittest.TestCase):
    maxDiff = None

    def check_rule(self, line):
        truth, value = ask(line['view'], line['field'].removeprefix('rule:'))
        expected_truth, expected = split_answer(line['expected'])
        if expected_truth is not None:
            self.assertEqual(truth, expected_truth)
        if expected is not None:
            self.assertTrue(says(value, expected), f'{value} does not say {expected}')

    def check(self, line):
        self.assertIn(line['record'], listed(line['view']), 'not in the view')
        if line['field'].startswith('rule:'):
            self.check_rule(line)
        elif line['field'].startswith('claims:'):
            self.assertIn(line['expected'],
                          of_claims(line['view'], line['record'], line['field'].removeprefix('claims:')))
        else:
            self.assertEqual(shown(view(line['view']).lookup(line['record']), line['field']), line['expected'])


class Claims(Checker):
    def hold(self, line):
        rule = rule_of(line)
        if rule in AWAITED_RULES:
            waiting[rule] += 1
            self.skipTest(f'waits for the rule {rule}')
        self.check(line)
        held.append(line['claim'])


def add_cases():
    for line in read_lines():
        setattr(Claims, 'test_' + line['claim'], lambda self, line=line: self.hold(line))


class Corpus(unittest.TestCase):
    def test_has_each_claim_once(self):
        self.assertEqual([line['claim'] for line in read_lines()], CLAIMS)

    def test_awaits_no_rule_that_is_there(self):
        self.assertEqual(AWAITED_RULES & set(Vnus.Inquiry.list_rules()), set())
        self.assertLessEqual(AWAITED_RULES, {rule_of(line) for line in read_lines()})


class Faults(Checker):
    """A wrong line fails, whatever it looks at."""

    def refuse(self, **changes):
        line = dict(zip(('record', 'field', 'expected', 'view'), changes.pop('line').split('\t')))
        self.check(line)
        with self.assertRaises(AssertionError, msg=str(changes)):
            self.check(line | changes)

    def test_value(self):
        line = 'kerry-vn-2022-09\twhen\t2022-09\tb'
        self.refuse(line=line, expected='2022-09-01')
        self.refuse(line=line, field='status')
        self.refuse(line=line, view='a')
        self.refuse(line=line, record='kerry-vn')
        self.refuse(line='asean\tlabel.en\tAssociation of Southeast Asian Nations\tall', field='label.de')

    def test_member(self):
        self.refuse(line='biden-vn-2023\tplaces/hanoi\tcertainly\ta', field='places/da-nang')
        self.refuse(line='biden-vn-2023\tstops/hanoi\t2023-09-10\ta', expected='2023-09-11')
        line = 'biden-vn-2023\tparticipants/jon-finer\tmember us-deputy-national-security-advisor\tb'
        self.refuse(line=line, expected='member us-national-security-advisor')
        self.refuse(line=line, view='a')
        self.refuse(line='merkley-vn-2023-04\tparticipants[1]\tmember\tb', field='participants[2]')

    def test_claims(self):
        line = 'joe-biden\tclaims:label\tarticle-b deprecated {"en":"Joe Bien","vi":"Joe Bien"}\tb'
        self.refuse(line=line, expected='article-b normal {"en":"Joe Bien","vi":"Joe Bien"}')
        self.refuse(line=line, expected='article-a deprecated {"en":"Joe Bien","vi":"Joe Bien"}')

    def test_rule(self):
        line = ('us-vn-comprehensive\trule:elapsed us-vn-comprehensive 2023-09-10 years'
                '\tcertainly {"range":[10,10],"unit":"years"}\ta')
        self.refuse(line=line, expected='possibly {"range":[10,10],"unit":"years"}')
        self.refuse(line=line, expected='certainly {"range":[10,null]}')
        self.refuse(line=line, expected='{"range":[10,10],"unit":"months"}')
        self.refuse(line=line, expected='{"records":[{"id":"us-vn-comprehensive"}]}')
        self.refuse(line=line, field='rule:elapsed us-vn-comprehensive 2023-09-10 months')


def tearDownModule():
    held_lines = f'# {len(held)} of {len(read_lines())}'
    waits = ''.join(f', {n} wait for rule {rule}' for rule, n in sorted(waiting.items()))
    print(held_lines + (' held' + waits if waits else ''))


add_cases()

if __name__ == '__main__':
    tap.main()
