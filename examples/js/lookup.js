// SPDX-License-Identifier: LGPL-2.1-or-later
// When a visit was, and who took part in which capacity.
//
// gjs -m lookup.js CHRONICLE VISIT
import System from 'system';
import Vnus from 'gi://Vnus?version=1';

function nameOf(chronicle, id) {
    const label = chronicle.lookup(id)?.get_label();
    return label ? label.get_best('en') : id;
}

const [name, id] = ARGV;
const chronicle = Vnus.Chronicle.open(name).make_view(null, null);
const visit = chronicle.lookup(id);
if (!(visit instanceof Vnus.Visit)) {
    printerr(`“${id}” is no visit; the nearest ids: ${chronicle.suggest_ids(id).join(', ')}`);
    System.exit(1);
}

print(`${nameOf(chronicle, id)}: ${visit.get_when().format('en', Vnus.DateStyle.PROSE)}`);
for (let i = 0; i < visit.get_n_participants(); i++) {
    const participant = visit.get_participant(i);
    const ids = [participant.get_capacity(), participant.get_actor()].filter(part => part !== null);
    const group = participant.get_note()?.get_best('en') ?? ''; // of people without names
    print(`  ${ids.map(part => nameOf(chronicle, part)).join(' ') || group}`);
}
