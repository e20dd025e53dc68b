/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: what the importers of the Office of the Historian's registers, and of
 * what goes with them, know beforehand: sources, states, persons by their ids
 * there. It is a document that comes with the library, importing.json.
 *
 * Whatever is taken from it becomes a record of the import, cited by the row that
 * was known first.
 */
#pragma once

#include "io/import-private.h"

G_BEGIN_DECLS

/* Where the row that is being read comes from. */
typedef struct
{
  const char *source;  /* such as us-historian-travels; its record is made */
  const char *locator; /* the id of the row there */
  VnusDate   *known;   /* (nullable) when it became public */
} VnusOrigin;

/* What is known beforehand. Borrowed; it is never changed. */
VnusChronicle *_vnus_historian_get_chronicle (void);

/* Makes the record of a source and tells the import of it. */
void        _vnus_historian_source  (VnusImport       *import,
                                     const char       *id);

VnusCitation *_vnus_historian_citation (const VnusOrigin *origin) G_GNUC_WARN_UNUSED_RESULT;
/* Cites the origin for the record as a whole. */
void        _vnus_historian_cite    (VnusRecord       *record,
                                     const VnusOrigin *origin);

/* The record of this id: made, copied from what is known beforehand, or new. NULL
 * with an issue if another kind has the id. It is to be cited by the caller. */
VnusRecord *_vnus_historian_make    (VnusImport       *import,
                                     VnusKind          kind,
                                     const char       *id);
/* The same, cited by that of its origins which was known first. */
VnusRecord *_vnus_historian_take    (VnusImport       *import,
                                     VnusKind          kind,
                                     const char       *id,
                                     const VnusOrigin *origin);

/* The id of the state that the registers call @slug, such as `korea-south`. What
 * is not known beforehand gets the slug as its id and @printed as its name. */
const char *_vnus_historian_state   (VnusImport       *import,
                                     const char       *slug,
                                     const char       *printed,
                                     const VnusOrigin *origin);

/* The id of that state, which need not be made; NULL if the slug has no letter. A
 * place of its name is none. */
char       *_vnus_historian_dup_state_id (VnusImport *import,
                                          const char *slug) G_GNUC_WARN_UNUSED_RESULT;
/* Names a state that is not known beforehand. */
void        _vnus_historian_name_state (VnusRecord *record,
                                        const char *slug,
                                        const char *name);
/* A continent is no state. */
gboolean    _vnus_historian_is_no_state (const char *slug);
/* A name that is none of those the record has is another spelling. */
void        _vnus_historian_add_name (VnusRecord *record,
                                      const char *name);

/* Whether a state is known beforehand as one of today’s. */
gboolean    _vnus_historian_is_of_today (const char *state);
/* What a state goes by: its slug, @name (nullable), and what is known beforehand. */
GStrv       _vnus_historian_list_names (const char *state,
                                        const char *slug,
                                        const char *name) G_GNUC_WARN_UNUSED_RESULT;
/* @folded, of [func@Vnus.fold_name], without the names of states that are known
 * beforehand, those of @state and of the United States excepted. */
char       *_vnus_historian_cut_other_states (const char *folded,
                                              const char *state) G_GNUC_WARN_UNUSED_RESULT;

/* The relation of a state, which is made, with the United States. */
VnusRecord *_vnus_historian_relation (VnusImport     *import,
                                      const char     *state,
                                      const VnusOrigin *origin);

/* The id of the person whom the registers call @key, such as `kerry-john-forbes`;
 * @name is “John Forbes Kerry”. */
const char *_vnus_historian_person  (VnusImport       *import,
                                     const char       *key,
                                     const char       *name,
                                     const VnusOrigin *origin);

/* The person of a family name, such as “Clinton”, who held an office of the United
 * States at a time; NULL if that is nobody, or not known. */
const char *_vnus_historian_us_holder (VnusImport       *import,
                                       const char       *office,
                                       const char       *family_name,
                                       VnusDate         *when);
/* The terms of a person in an office (element-type VnusDate), in their order; of
 * the chronicle, if nothing is known beforehand. */
GPtrArray  *_vnus_historian_list_terms (VnusImport       *import,
                                        const char       *person,
                                        const char       *office) G_GNUC_WARN_UNUSED_RESULT;

/* What is known beforehand of the same as `bioguide:K000148`; NULL if nothing. */
const char *_vnus_historian_same_as (VnusImport       *import,
                                     const char       *same_as);

G_END_DECLS
