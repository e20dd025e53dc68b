# SPDX-License-Identifier: LGPL-2.1-or-later
import gi

gi.require_version('Vnus', '1')
from gi.repository import Vnus  # noqa: E402

VISIT = 'lorry-ruritania-2024'

chronicle = Vnus.Chronicle.open('ruritania.json')
print('as it stands in the document:', chronicle.lookup(VISIT).get_when().to_string())

# All sources together: a view shows what their claims come to.
view = chronicle.make_view(None, None)
print('according to all sources:', view.lookup(VISIT).get_when().to_string())
for claim in view.list_claims(VISIT, 'when'):
    sources = [claim.get_citation(i).get_source() for i in range(claim.get_n_citations())]
    print(' ', claim.get_value().to_string(), claim.get_standing().value_nick, sources)

# What was public on 2 May, before the Court Circular came out.
may = chronicle.make_view(Vnus.Date.parse('2024-05-02'), None)
print('known on 2 May:', may.lookup(VISIT).get_when().to_string())

# An answer is a finding: its truth, its value, its sentence.
finding = Vnus.Inquiry.new(view).ask('elapsed', ['graustark-ruritania-established', '2024-07', 'years'])
print(Vnus.Truth.to_string(finding.get_truth()), finding.dup_value())
print(finding.dup_sentence('en'))
