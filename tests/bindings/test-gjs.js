// SPDX-License-Identifier: LGPL-2.1-or-later
// A few calls of each kind as JavaScript makes them; prints TAP.
import System from 'system';
import Vnus from 'gi://Vnus?version=1';

function assert(condition, message) {
    if (!condition)
        throw new Error(message);
}

const cases = {
    'truth/order-and-nicks'() {
        const {NO, POSSIBLY, CERTAINLY} = Vnus.Truth;
        assert(Vnus.truth_and(CERTAINLY, POSSIBLY) === POSSIBLY, 'and');
        assert(Vnus.truth_or(NO, POSSIBLY) === POSSIBLY, 'or');
        assert(Vnus.truth_not(NO) === CERTAINLY, 'not');
        assert(Vnus.truth_to_string(POSSIBLY) === 'possibly', 'to_string');
    },
    'truth/from-string'() {
        const [known, truth] = Vnus.truth_from_string('certainly');
        assert(known && truth === Vnus.Truth.CERTAINLY, 'a nick');
        assert(!Vnus.truth_from_string('maybe')[0], 'no nick');
    },
    'reasons/list'() {
        const reasons = Vnus.Reasons.DATE_VAGUE | Vnus.Reasons.NO_EVIDENCE;
        assert(Vnus.reasons_list(reasons).join() === 'date-vague,no-evidence', 'list');
        assert(Vnus.reasons_to_string(Vnus.Reasons.NONE) === '', 'none');
    },
};

let failed = 0;
let number = 0;
print(`1..${Object.keys(cases).length}`);
for (const [name, run] of Object.entries(cases)) {
    number++;
    try {
        run();
        print(`ok ${number} /gjs/${name}`);
    } catch (error) {
        failed++;
        print(`not ok ${number} /gjs/${name}`);
        print(`# ${error}\n${error.stack ?? ''}`.trimEnd().replaceAll('\n', '\n# '));
    }
}
System.exit(failed ? 1 : 0);
