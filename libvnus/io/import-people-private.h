/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: persons as registers print them: “President Anwar Sadat, Prime Minister
 * Mustafa Khalil”.
 *
 * A person’s id is the folded name, so that spellings with and without diacritics
 * are one; a name that is a surname alone is told apart by the state, and that of
 * somebody newly elected by the year as well. Whether two of them are one is not
 * for an importer to decide.
 */
#pragma once

#include <vnus/vnus-event.h>

#include "io/import-title-private.h"

G_BEGIN_DECLS

/* Reads the persons of @text, all of @state, as participants (element-type
 * VnusParticipant). Where not all of them can be read, NULL. */
GPtrArray *_vnus_people_read       (VnusImport       *import,
                                    const char       *text,
                                    const char       *state,
                                    VnusRole          role,
                                    const VnusOrigin *origin) G_GNUC_WARN_UNUSED_RESULT;

/* Whether a word may stand in a name: it has a capital, or is a particle. */
gboolean    _vnus_people_may_name  (const char       *word);

/* Those whom a guest met, as remarks name them: without a country they are of the
 * one that is visited, except where statesmen of many meet. So a surname alone is
 * not read, nor two holders of one office, nor anybody whom the remarks name in
 * several countries, unless the chronicle knows of which one the person is.
 *
 * First all texts are surveyed: @survey (element-type utf8 utf8) tells where each
 * person was met. Ids and names of states are borrowed. */
/* What is printed of each; NULL if not all are read. */
GArray     *_vnus_people_parse_met (const char       *text) G_GNUC_WARN_UNUSED_RESULT;
GHashTable *_vnus_people_survey_new (void) G_GNUC_WARN_UNUSED_RESULT;
void        _vnus_people_survey    (GHashTable       *survey,
                                    GArray           *people,
                                    const char       *state);
GPtrArray  *_vnus_people_read_met  (VnusImport       *import,
                                    GHashTable       *survey,
                                    GArray           *people,
                                    const char       *state,
                                    const VnusOrigin *origin) G_GNUC_WARN_UNUSED_RESULT;

/* Whether somebody is among the participants of an event. */
gboolean    _vnus_people_take_part  (VnusEvent        *event,
                                     const char       *actor);

/* The president of the United States of a surname, such as “Clinton”, at a time;
 * NULL if there was none. The records are made. */
VnusParticipant *_vnus_people_us_president (VnusImport       *import,
                                            const char       *surname,
                                            const VnusOrigin *origin) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
