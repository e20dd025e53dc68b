# SPDX-License-Identifier: LGPL-2.1-or-later
"""The published schema against real documents, good and bad."""
import json
import pathlib
import unittest

import gi
import tap

try:
    import jsonschema
except ImportError:
    jsonschema = None

gi.require_version('Vnus', '1')
from gi.repository import Vnus  # noqa: E402

TESTS = pathlib.Path(__file__).resolve().parent.parent
CORPUS = TESTS / 'corpus/documents'
SHIPPED = TESTS.parent / 'libvnus/data'

# What needs more than one value to be seen, or is no JSON at all.
UNSEEN_CODES = {'not-json', 'duplicate-key', 'duplicate-id', 'dangling-reference', 'wrong-kind'}
UNSEEN = {
    'amount-too-long.json', 'citation-field-id.json', 'citation-member-of-no-list.json', 'citation-no-such-member.json',
    'citation-unknown-field.json', 'citation-value-bad-date.json', 'citation-value-bad-word.json',
    'citation-value-no-list.json', 'citation-value-of-member-list.json', 'date-month-13.json', 'date-no-such-day.json',
    'date-american.json', 'date-one-digit-month.json', 'date-reversed.json', 'date-season.json',
    'integer-exponent.json', 'presence-of-value.json', 'stop-bad-date.json',
}


def read(path):
    return json.loads(path.read_text(encoding='utf-8'))


def invalid():
    for line in (CORPUS / 'invalid.tsv').read_text(encoding='utf-8').splitlines():
        if not line.startswith('#') and line.split('\t')[0].endswith('.json'):
            yield line.split('\t')[:2]


@unittest.skipIf(jsonschema is None, 'no python3-jsonschema')
class Schema(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        schema = json.loads(Vnus.document_dup_schema())
        jsonschema.Draft202012Validator.check_schema(schema)
        cls.validator = jsonschema.Draft202012Validator(schema)
        cls.schema = schema

    def test_every_kind_and_field(self):
        kinds = self.schema['$defs']['record']['properties']['kind']['enum']
        self.assertEqual(len(kinds), len(self.schema['$defs']['record']['allOf']))
        for kind in kinds:
            described = self.schema['$defs'][kind]['properties']
            names = Vnus.field_list_names(Vnus.Kind.from_string(kind))
            self.assertEqual(list(described), ['kind', 'id', *names, 'presence', 'citations'])

    def test_good(self):
        shipped = [SHIPPED / f'{name}.json' for name in Vnus.Chronicle.list_shipped()]
        good = [*shipped, *CORPUS.glob('valid/*.json'), *CORPUS.glob('loose/*.json'), CORPUS / 'example.json']
        self.assertGreater(len(good), 6)
        for path in good:
            with self.subTest(path.name):
                self.validator.validate(read(path))

    def test_bad(self):
        accepted = set()
        n_refused = 0
        for name, code in invalid():
            if code in UNSEEN_CODES or name.startswith('lines-'):
                continue
            if self.validator.is_valid(read(CORPUS / 'invalid' / name)):
                accepted.add(name)
            else:
                n_refused += 1
        self.assertEqual(accepted, UNSEEN)
        self.assertGreater(n_refused, 80)


if __name__ == '__main__':
    tap.main()
