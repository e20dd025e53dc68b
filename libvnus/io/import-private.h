/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: one import on its way, for the formats.
 *
 * A format reads one file after the other. What is one entry to its source is a
 * *row*: begun with its place, ended with what became of it. A row makes records,
 * or adds to some that other rows made. When all files are read the format may
 * finish what needs all rows at once; then each record is compared with the
 * chronicle that it is to join: it is added, merged into what is there, or found
 * to be there already. The fate of its record is the outcome of a row.
 *
 * An import belongs to one thread.
 */
#pragma once

#include <vnus/vnus-date.h>
#include <vnus/vnus-importer.h>
#include <vnus/vnus-record.h>

#include "chronicle/vnus-issue-private.h"

G_BEGIN_DECLS

typedef struct _VnusImport VnusImport;

/* A row of the table of formats. */
typedef struct
{
  const char *name;   /* as it is asked for, such as `travels` */
  const char *ending; /* of the files to be taken from a folder, such as `.xml` */

  /* What the format keeps while it reads; NULL if it keeps nothing. */
  gpointer (*begin)     (VnusImport *import);
  void     (*end)       (gpointer    state);

  /* Reads a whole file. @name is its path as places tell it. */
  void     (*read_file) (VnusImport *import,
                         gpointer    state,
                         GFile      *file,
                         const char *name);
  /* All files are read. May be NULL. */
  void     (*finish)    (VnusImport *import,
                         gpointer    state);
} VnusImportFormat;

extern const VnusImportFormat _vnus_import_csv;
extern const VnusImportFormat _vnus_import_travels;
extern const VnusImportFormat _vnus_import_visits;
extern const VnusImportFormat _vnus_import_executives;
extern const VnusImportFormat _vnus_import_gsh;
extern const VnusImportFormat _vnus_import_pocom;
extern const VnusImportFormat _vnus_import_rdcr;

/* Rows. Each row that is begun must be ended. */
void        _vnus_import_begin_row     (VnusImport     *self,
                                        const char     *file,
                                        int             line);
/* @record: the one that the row is about: its fate is the outcome. */
void        _vnus_import_end_row       (VnusImport     *self,
                                        VnusRecord     *record);
/* The row is not ended yet: it is begun again when all rows are read. */
void        _vnus_import_put_row_off   (VnusImport     *self);
/* The row made no record: it was noted, or refused, which an issue must explain. */
void        _vnus_import_end_row_as    (VnusImport     *self,
                                        VnusRowOutcome  outcome);
/* A text that the rules could not read and that stays as the note it was. */
void        _vnus_import_count_note    (VnusImport     *self);

/* Records. The one of this id, made on the first call: @is_new tells. NULL if
 * another kind has the id, which is an issue. Borrowed; it may be filled in until
 * the import ends. */
VnusRecord *_vnus_import_record        (VnusImport     *self,
                                        VnusKind        kind,
                                        const char     *id,
                                        gboolean       *is_new);
/* The same with a copy of @pattern to begin with. */
VnusRecord *_vnus_import_copy          (VnusImport     *self,
                                        VnusRecord     *pattern);
/* A whole new record, of an id that no record which was made has. @replaces: it is
 * all that is to be said; if the chronicle has the record it is not merged. */
VnusRecord *_vnus_import_take          (VnusImport     *self,
                                        VnusRecord     *record,
                                        gboolean        replaces);
/* Cites @source at @locator for a record, or a field of it; @known, @field, @value
 * and @note may be NULL. */
void        _vnus_import_cite          (VnusRecord     *record,
                                        const char     *source,
                                        const char     *locator,
                                        VnusDate       *known,
                                        const char     *field,
                                        VnusValue      *value,
                                        VnusText       *note);
/* What many rows speak of is cited by the one of them that was known first: each
 * may tell that it does. @locator is copied. TRUE the first time. */
gboolean    _vnus_import_cite_earliest (VnusImport     *self,
                                        VnusRecord     *record,
                                        const char     *source,
                                        const char     *locator,
                                        VnusDate       *known);
/* A record that was made, or else the one of the chronicle, which is not to be
 * changed. NULL if there is none. */
VnusRecord *_vnus_import_lookup        (VnusImport     *self,
                                        const char     *id);
VnusRecord *_vnus_import_lookup_made   (VnusImport     *self,
                                        const char     *id);
/* What a name of the caller's stood for before, such as the state of a slug: a record
 * that was made. NULL if it was not remembered. */
VnusRecord *_vnus_import_recall        (VnusImport     *self,
                                        VnusKind        kind,
                                        const char     *name);
void        _vnus_import_remember      (VnusImport     *self,
                                        const char     *name,
                                        VnusRecord     *record);
/* The id under which the chronicle has what @source tells at @locator; NULL if
 * it has not. An id once given stays, whatever the rules would give today. */
const char *_vnus_import_known_id      (VnusImport     *self,
                                        VnusKind        kind,
                                        const char     *source,
                                        const char     *locator);
/* The id of the record of the chronicle that is the same as `pocom:kerry-john-forbes`. */
const char *_vnus_import_known_same_as (VnusImport     *self,
                                        const char     *same_as);
/* What the columns of tables mean; NULL if nobody said. */
VnusMapping   *_vnus_import_get_mapping (VnusImport    *self);
/* What the import joins; NULL if nothing. */
VnusChronicle *_vnus_import_get_into   (VnusImport     *self);

/* The source of the change set; the last one counts. */
void        _vnus_import_set_source    (VnusImport     *self,
                                        const char     *source_id);

/* Issues. @tag and @key are constants. The place is that of the row, if one is
 * begun. Returns what is to explain it, to be filled in; borrowed. */
VnusPhrase *_vnus_import_issue         (VnusImport     *self,
                                        const char     *tag,
                                        VnusSeverity    severity,
                                        const char     *key);
VnusPhrase *_vnus_import_issue_at      (VnusImport     *self,
                                        const char     *tag,
                                        VnusSeverity    severity,
                                        const char     *key,
                                        const char     *file,
                                        int             line);
/* Of the issue that was added last. */
VnusPhrase *_vnus_import_suggest       (VnusImport     *self,
                                        const char     *key);
void        _vnus_import_issue_record  (VnusImport     *self,
                                        const char     *id,
                                        const char     *path);

/* What a row has, or an issue. */

/* @id is that of the row at @source: the row is the first that has it in this
 * import. Else an issue tells where the first one is. */
gboolean    _vnus_import_claim_row     (VnusImport     *self,
                                        const char     *id);
/* Whether such a row has been read. What the chronicle has of another one may be of
 * a file that is not read this time. */
gboolean    _vnus_import_has_row       (VnusImport     *self,
                                        const char     *id);
void        _vnus_import_miss          (VnusImport     *self,
                                        const char     *field);
/* A span by its two ends, as registers write them: nothing is unknown, a year of
 * 9999 open. NULL if neither is known or, with an issue, if one is no date. */
VnusDate   *_vnus_import_dup_span      (VnusImport     *self,
                                        const char     *start_field,
                                        const char     *start,
                                        const char     *end_field,
                                        const char     *end,
                                        gboolean       *is_bad) G_GNUC_WARN_UNUSED_RESULT;
/* One date, as registers write them. */
VnusDate   *_vnus_import_dup_date      (VnusImport     *self,
                                        const char     *field,
                                        const char     *text,
                                        gboolean       *is_bad) G_GNUC_WARN_UNUSED_RESULT;

/* Of the issue that was added last: its place is that column of its line, from 1. */
void        _vnus_import_issue_column  (VnusImport     *self,
                                        guint           column);

/* Wording takes its time: texts that many rows need are kept by a name of the
 * caller's. Borrowed; NULL if there is none. */
VnusText   *_vnus_import_find_text     (VnusImport     *self,
                                        const char     *name);
/* @text: (transfer full) */
VnusText   *_vnus_import_keep_text     (VnusImport     *self,
                                        const char     *name,
                                        VnusText       *text);

/* What reads a file may read others after it: it is kept until somebody takes it or
 * the import ends. A reader remembers the names that it has met; so that they remain
 * few, not each is kept. Returns: (transfer full), NULL if there is none. */
gpointer      _vnus_import_take_reader     (VnusImport     *self);
void          _vnus_import_keep_reader     (VnusImport     *self,
                                            gpointer        reader,
                                            GDestroyNotify  free_reader);

/* Whether it was cancelled: then nothing more need be done. */
gboolean      _vnus_import_is_cancelled    (VnusImport *self);
GCancellable *_vnus_import_get_cancellable (VnusImport *self);
/* Tells how many bytes of the file have been read. */
void          _vnus_import_progress        (VnusImport *self,
                                            gsize       n_bytes);

/* Names. What registers print first is not what comes first in a row: which of two
 * spellings of one name a record goes by does not depend on the order of the rows. */
gboolean    _vnus_import_is_better_name (const char    *name,
                                         const char    *than);
/* Adds a name that is neither the English one nor an alias, in the order of the names. */
void        _vnus_import_add_alias      (VnusRecord    *record,
                                         const char    *name);

/* What @before becomes when @made, of other sources, is added to it: nothing that
 * is there goes; what differs is a claim beside it. */
VnusRecord *_vnus_import_merge         (VnusRecord     *before,
                                        VnusRecord     *made) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
