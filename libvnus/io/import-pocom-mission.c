/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: chiefs of mission become accreditations.
 *
 * A row became public with the credentials, or the last step before them that is told;
 * its end with the end. What stands beside a date stays with the citation of its field.
 */
#include "io/import-pocom-private.h"
#include "io/import-stay-private.h"
#include "io/import-title-private.h"

#include <string.h>

#include <vnus/vnus-citation.h>
#include <vnus/vnus-fold.h>
#include <vnus/vnus-organization.h>

VnusOrigin
_vnus_pocom_origin (const PocomRow *row)
{
  return (VnusOrigin) { .source = POCOM_SOURCE, .locator = row->locator, .known = row->known };
}

/* Receivers */

/* `czechoslovakia-1993` → “Czechoslovakia”, `two-sicilies` → “Two Sicilies”,
 * `port-au-prince` → “Port au Prince” */
static char *
make_name (const char *slug)
{
  static const char *const small[] = { "of", "the", "and", "au", "aux", "de", "del", "la", "le", "el", "do", "da", NULL };
  g_auto (GStrv) words = g_strsplit_set (slug, "- ", -1);
  GString *name = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      gboolean is_year = i > 0 && words[i + 1] == NULL && strlen (words[i]) == 4 && strspn (words[i], "0123456789") == 4;

      if (*words[i] == '\0' || is_year)
        continue;
      if (i == 0 || !g_strv_contains (small, words[i]))
        *words[i] = g_ascii_toupper (*words[i]);
      g_string_append_printf (name, "%s%s", name->len > 0 ? " " : "", words[i]);
    }

  return g_string_free (name, FALSE);
}

static const char *
take_state (VnusImport       *import,
            const char       *slug,
            const VnusOrigin *origin)
{
  g_autofree char *name = make_name (slug);

  return _vnus_historian_state (import, slug, name, origin);
}

/* What stands behind “to the” in the title of a mission. */
static char *
make_organization_name (const PocomList *list)
{
  static const char *const joints[] = { " to the ", " Council of the ", " to " };

  for (guint i = 0; list->title != NULL && i < G_N_ELEMENTS (joints); i++)
    {
      const char *found = strstr (list->title, joints[i]);

      if (found != NULL)
        return g_strdup (found + strlen (joints[i]));
    }

  return make_name (list->id);
}

static const char *
take_organization (VnusImport       *import,
                   const PocomList  *list,
                   const VnusOrigin *origin)
{
  g_autofree char *same_as = g_strconcat ("historian:", list->id, NULL);
  const char *known = _vnus_historian_same_as (import, same_as);
  g_autofree char *name = known == NULL ? make_organization_name (list) : NULL;
  g_autofree char *own = known == NULL ? vnus_fold_to_id (name) : NULL;
  VnusRecord *record = known != NULL || own != NULL
                         ? _vnus_historian_take (import, VNUS_KIND_ORGANIZATION, known != NULL ? known : own, origin)
                         : NULL;

  if (record == NULL)
    return NULL;

  if (vnus_record_get_label (record) == NULL && name != NULL)
    {
      g_autoptr (VnusText) label = vnus_text_new ("en", name);

      vnus_record_set_label (record, label);
      vnus_record_add_same_as (record, same_as);
      vnus_organization_set_organization_type (VNUS_ORGANIZATION (record), VNUS_ORGANIZATION_TYPE_INTERNATIONAL_ORGANIZATION);
    }
  return vnus_record_get_id (record);
}

/* Who was sent as what, and where: FALSE with an issue if that cannot be told. */
static gboolean
resolve (Pocom      *self,
         VnusImport *import,
         PocomRow   *row)
{
  const VnusOrigin origin = _vnus_pocom_origin (row);
  const PocomList *list = row->list;

  row->to = list->kind == POCOM_ORGANIZATION ? take_organization (import, list, &origin)
                                             : take_state (import, row->territory != NULL ? row->territory : list->id, &origin);
  row->holder = row->to != NULL ? _vnus_pocom_take_person (self, import, row->person, &origin) : NULL;
  row->office = row->holder != NULL ? _vnus_pocom_take_office (self, import, row, &origin) : NULL;
  if (row->office == NULL)
    return FALSE;

  if (list->kind == POCOM_COUNTRY)
    (void) _vnus_historian_relation (import, row->to, &origin);
  return TRUE;
}

/* Ids: person, receiver and year; with the id of the row where that is not enough. */

static char *
make_year_id (const PocomRow *row)
{
  g_autofree char *day = row->known != NULL ? vnus_date_to_string (row->known) : NULL;

  if (day == NULL || !g_ascii_isdigit (*day))
    return NULL;
  if (strlen (day) > 4)
    day[4] = '\0';
  return g_strjoin ("-", row->holder, row->to, day, NULL);
}

static char *
make_row_id (const PocomRow *row)
{
  g_autofree char *locator = vnus_fold_to_id (row->locator);

  return g_strjoin ("-", row->holder, locator != NULL ? locator : row->to, NULL);
}

static char *
choose_id (VnusImport     *import,
           GHashTable     *counts,
           const PocomRow *row)
{
  const char *known = _vnus_import_known_id (import, VNUS_KIND_ACCREDITATION, POCOM_SOURCE, row->locator);
  g_autofree char *id = NULL;

  if (known != NULL)
    return g_strdup (known);

  id = make_year_id (row);
  if (id != NULL && GPOINTER_TO_UINT (g_hash_table_lookup (counts, id)) == 1)
    return g_steal_pointer (&id);
  return make_row_id (row);
}

/* Citations */

/* Backs @field; @text, if any, is printed beside it. */
static void
cite_field (VnusRecord       *record,
            const VnusOrigin *origin,
            const char       *field,
            const char       *text)
{
  g_autoptr (VnusText) note = text != NULL ? vnus_text_new ("en", text) : NULL;

  _vnus_import_cite (record, origin->source, origin->locator, origin->known, field, NULL, note);
}

static void
keep_beside (VnusImport     *import,
             const PocomRow *row,
             const char     *field,
             const char     *text)
{
  const VnusOrigin origin = _vnus_pocom_origin (row);

  cite_field (row->record, &origin, field, text);
  _vnus_import_count_note (import);
}

/* Steps */

static VnusDate *
dup_bound (const PocomRow *row,
           PocomStep       step)
{
  return row->dates[step] != NULL ? _vnus_pocom_bound_date (row->beside[step], row->dates[step]) : NULL;
}

static void
add_appointment (VnusImport     *import,
                 const PocomRow *row)
{
  g_autoptr (VnusDate) appointed = dup_bound (row, POCOM_APPOINTED);
  g_autoptr (VnusDate) arrived = dup_bound (row, POCOM_ARRIVED);

  if (appointed != NULL)
    vnus_accreditation_set_appointed (VNUS_ACCREDITATION (row->record), appointed);
  if (row->beside[POCOM_APPOINTED] != NULL)
    keep_beside (import, row, appointed != NULL ? "appointed" : "office", row->beside[POCOM_APPOINTED]);
  if (arrived != NULL)
    vnus_accreditation_set_arrived (VNUS_ACCREDITATION (row->record), arrived);
  if (row->beside[POCOM_ARRIVED] != NULL)
    keep_beside (import, row, arrived != NULL ? "arrived" : "office", row->beside[POCOM_ARRIVED]);
}

/* The start of a mission is that of the credentials, or of charge of it. Returns what no
 * field tells. */
static char *
add_start (VnusImport     *import,
           const PocomRow *row,
           PocomStart      usual)
{
  g_autoptr (VnusDate) started = dup_bound (row, POCOM_STARTED);
  const char *beside = row->beside[POCOM_STARTED];
  gboolean is_whole;
  PocomStart start = _vnus_pocom_read_start (beside, usual, &is_whole);
  gboolean is_arrival = start == POCOM_START_CHARGE && row->dates[POCOM_ARRIVED] == NULL;

  if (started == NULL || (start != POCOM_START_CREDENTIALS && !is_arrival))
    return beside != NULL || started != NULL
             ? _vnus_pocom_join_day (beside != NULL ? beside : "Started", row->dates[POCOM_STARTED])
             : NULL;

  if (is_arrival)
    vnus_accreditation_set_arrived (VNUS_ACCREDITATION (row->record), started);
  else
    vnus_accreditation_set_credentials (VNUS_ACCREDITATION (row->record), started);
  if (!is_whole)
    keep_beside (import, row, is_arrival ? "arrived" : "credentials", beside);
  return NULL;
}

static void
add_end (VnusImport     *import,
         const PocomRow *row)
{
  VnusAccreditation *record = VNUS_ACCREDITATION (row->record);
  VnusOrigin origin = _vnus_pocom_origin (row);
  g_autoptr (VnusDate) left = dup_bound (row, POCOM_ENDED);
  const char *beside = row->beside[POCOM_ENDED];
  gboolean is_whole;
  VnusMissionEnd how = _vnus_pocom_read_end (beside, &is_whole);

  if (left == NULL && !row->never_served)
    (void) vnus_record_set_presence (row->record, "left", row->is_open ? VNUS_PRESENCE_NONE : VNUS_PRESENCE_UNKNOWN, NULL);
  if (left == NULL && beside == NULL)
    return;

  origin.known = row->dates[POCOM_ENDED] != NULL ? row->dates[POCOM_ENDED] : row->known;
  if (how != VNUS_MISSION_END_UNSET && !row->never_served)
    {
      vnus_accreditation_set_how_ended (record, how);
      _vnus_pocom_cite_later (row->record, &origin, "how-ended");
    }
  if (left != NULL)
    {
      vnus_accreditation_set_left (record, left);
      _vnus_pocom_cite_later (row->record, &origin, "left");
    }
  if (!is_whole)
    {
      cite_field (row->record, &origin, "left", beside);
      _vnus_import_count_note (import);
    }
}

/* Notes */

static void
add_residence (VnusImport       *import,
               VnusRecord       *record,
               const char       *place,
               const char       *state,
               const VnusOrigin *origin)
{
  const char *id = _vnus_place_take (import, place, NULL, state, origin);

  if (id == NULL || vnus_accreditation_get_resident_at (VNUS_ACCREDITATION (record)) != NULL)
    return;

  vnus_accreditation_set_resident_at (VNUS_ACCREDITATION (record), id);
  cite_field (record, origin, "resident-at", NULL);
}

/* What the receiver was called goes with it where the state is called otherwise. */
static void
add_commission (VnusImport     *import,
                const PocomRow *row,
                const char     *receiver)
{
  const VnusOrigin origin = _vnus_pocom_origin (row);
  VnusText *name = row->to != NULL ? _vnus_pocom_get_name (import, row->to) : NULL;

  if (name == NULL || g_strcmp0 (vnus_text_get_best (name, "en"), receiver) != 0)
    cite_field (row->record, &origin, "to", receiver);
}

static void
add_note (VnusImport     *import,
          const PocomRow *row,
          const char     *start)
{
  VnusAccreditation *record = VNUS_ACCREDITATION (row->record);
  const VnusOrigin origin = _vnus_pocom_origin (row);
  g_auto (PocomNote) note = { FALSE };
  g_autofree char *text = NULL;

  _vnus_pocom_read_note (&note, row->note);
  if (note.is_recess)
    vnus_accreditation_set_recess (record, TRUE);
  if (note.confirmed != NULL)
    vnus_accreditation_set_confirmed (record, note.confirmed);
  if (note.commissioned != NULL)
    add_commission (import, row, note.commissioned);
  if (note.residence != NULL)
    add_residence (import, row->record, note.residence, NULL, &origin);
  if (row->never_served)
    {
      if (note.nominated != NULL)
        vnus_accreditation_set_nominated (record, note.nominated);
      vnus_accreditation_set_how_ended (record, _vnus_pocom_read_never (row->note));
    }

  text = start != NULL && note.rest != NULL ? g_strconcat (start, ". ", note.rest, NULL)
                                            : g_strdup (start != NULL ? start : note.rest);
  if (text != NULL)
    {
      g_autoptr (VnusText) words = vnus_text_new ("en", text);

      vnus_record_set_note (row->record, words);
      _vnus_import_count_note (import);
    }
}

/* Where an envoy lived may have been told by a file that is not read this time. */
static void
carry_residence (VnusImport *import,
                 VnusRecord *record)
{
  VnusChronicle *into = _vnus_import_get_into (import);
  VnusRecord *before = into != NULL ? vnus_chronicle_lookup (into, vnus_record_get_id (record)) : NULL;
  const char *place = before != NULL && VNUS_IS_ACCREDITATION (before)
                        ? vnus_accreditation_get_resident_at (VNUS_ACCREDITATION (before))
                        : NULL;

  for (guint i = 0; place != NULL && i < vnus_record_get_n_citations (before); i++)
    {
      VnusCitation *citation = vnus_record_get_citation (before, i);
      const char *locator = vnus_citation_get_locator (citation);

      if (g_strcmp0 (vnus_citation_get_field (citation), "resident-at") != 0 ||
          !g_str_equal (vnus_citation_get_source (citation), POCOM_SOURCE) || locator == NULL ||
          _vnus_import_has_row (import, locator))
        continue;
      vnus_accreditation_set_resident_at (VNUS_ACCREDITATION (record), place);
      vnus_record_add_citation (record, citation);
    }
}

/* “Kyle McCarter, US Ambassador to Kenya” */
static void
add_label (VnusImport     *import,
           const PocomRow *row)
{
  VnusText *name = _vnus_pocom_get_name (import, row->holder);
  VnusText *office = _vnus_pocom_get_name (import, row->office);
  g_autofree char *kept = g_strconcat ("accreditation ", row->office, NULL);
  VnusText *pattern = _vnus_import_find_text (import, kept);
  g_autoptr (VnusText) label = NULL;

  if (name == NULL || office == NULL)
    return;

  if (pattern == NULL)
    pattern = _vnus_import_keep_text (import, kept,
                                      _vnus_import_text ("title.holder", (const VnusTextArg[]) { { "office", office },
                                                                                                  { "person", NULL, "\001" } }, 2));
  label = _vnus_import_fill_text (pattern, name);
  vnus_record_set_label (row->record, label);
}

static void
make_accreditation (VnusImport *import,
                    PocomRow   *row)
{
  VnusAccreditation *record = VNUS_ACCREDITATION (row->record);
  const VnusOrigin origin = _vnus_pocom_origin (row);
  PocomStart usual;
  VnusEnvoyClass class = _vnus_pocom_class_of (row->role, &usual);
  g_autofree char *start = NULL;

  add_label (import, row);
  vnus_accreditation_set_person (record, row->holder);
  vnus_accreditation_set_office (record, row->office);
  vnus_accreditation_set_to (record, row->to);
  if (class != VNUS_ENVOY_CLASS_UNSET)
    vnus_accreditation_set_class (record, class);
  _vnus_historian_cite (row->record, &origin);
  add_appointment (import, row);
  start = add_start (import, row, usual);
  add_end (import, row);
  add_note (import, row, start);
  carry_residence (import, row->record);
}

static void
count_ids (PocomList  *list,
           GHashTable *counts)
{
  for (guint i = 0; i < list->rows->len; i++)
    {
      const PocomRow *row = g_ptr_array_index (list->rows, i);
      char *id = row->office != NULL && row->twin == NULL ? make_year_id (row) : NULL;

      if (id != NULL)
        g_hash_table_insert (counts, id, GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, id)) + 1));
    }
}

static void
make_row (VnusImport *import,
          PocomRow   *row,
          GHashTable *counts)
{
  g_autofree char *id = NULL;

  if (row->twin != NULL)
    row->record = row->twin->record;
  else if (row->office != NULL)
    {
      id = choose_id (import, counts, row);
      row->record = _vnus_import_record (import, VNUS_KIND_ACCREDITATION, id, NULL);
      if (row->record != NULL)
        make_accreditation (import, row);
    }

  if (row->record != NULL)
    {
      _vnus_import_end_row (import, row->record);
      return;
    }
  row->list->is_whole = FALSE;
  _vnus_import_end_row_as (import, VNUS_ROW_OUTCOME_REFUSED);
}

/* Concurrent accreditations */

/* The record of a chief of mission, made or of the chronicle. */
static VnusRecord *
find_chief (Pocom      *self,
            VnusImport *import,
            const char *id)
{
  const PocomRow *row = g_hash_table_lookup (self->rows, id);
  const char *known = row == NULL ? _vnus_import_known_id (import, VNUS_KIND_ACCREDITATION, POCOM_SOURCE, id) : NULL;

  if (row != NULL)
    return row->record;

  return known != NULL ? _vnus_import_copy (import, _vnus_import_lookup (import, known)) : NULL;
}

/* “london_uk” */
static char *
make_place_name (const char *place)
{
  g_autofree char *plain = g_strndup (place, strcspn (place, "_"));

  return make_name (plain);
}

static void
make_concurrent (Pocom                 *self,
                 VnusImport            *import,
                 const PocomConcurrent *concurrent)
{
  g_autofree char *place = concurrent->place != NULL ? make_place_name (concurrent->place) : NULL;
  VnusRecord *last = NULL;

  for (guint i = 0; i < pocom_count (concurrent->chiefs); i++)
    {
      VnusRecord *record = find_chief (self, import, g_ptr_array_index (concurrent->chiefs, i));
      const PocomRow *row = g_hash_table_lookup (self->rows, g_ptr_array_index (concurrent->chiefs, i));
      const VnusOrigin origin = { .source = POCOM_SOURCE, .locator = concurrent->id, .known = row != NULL ? row->known : NULL };
      const char *state;

      if (record == NULL)
        continue;
      state = concurrent->territory != NULL ? take_state (import, concurrent->territory, &origin) : NULL;
      if (place != NULL && g_strcmp0 (state, vnus_accreditation_get_to (VNUS_ACCREDITATION (record))) != 0)
        add_residence (import, record, place, state, &origin);
      last = record;
    }

  if (last != NULL)
    {
      _vnus_import_end_row (import, last);
      return;
    }
  _vnus_import_miss (import, "chief-id");
  _vnus_import_end_row_as (import, VNUS_ROW_OUTCOME_REFUSED);
}

static void
resolve_list (Pocom      *self,
              VnusImport *import,
              PocomList  *list)
{
  for (guint i = 0; i < list->rows->len; i++)
    {
      PocomRow *row = g_ptr_array_index (list->rows, i);

      if (row->twin != NULL)
        continue;
      _vnus_import_begin_row (import, list->file, row->line);
      if (!resolve (self, import, row))
        row->office = NULL;
      _vnus_import_put_row_off (import);
    }
}

static void
make_list (VnusImport *import,
           PocomList  *list,
           GHashTable *counts)
{
  for (guint i = 0; i < list->rows->len; i++)
    {
      PocomRow *row = g_ptr_array_index (list->rows, i);

      _vnus_import_begin_row (import, list->file, row->line);
      make_row (import, row, counts);
    }
  _vnus_pocom_note_list (import, list);
  _vnus_pocom_cover (import, list);
}

void
_vnus_pocom_make_missions (Pocom      *self,
                           VnusImport *import)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->lists->len; i++)
    {
      PocomList *list = g_ptr_array_index (self->lists, i);

      if (list->kind == POCOM_POSITION)
        continue;
      resolve_list (self, import, list);
      count_ids (list, counts);
    }

  for (guint i = 0; i < self->lists->len && !_vnus_import_is_cancelled (import); i++)
    {
      PocomList *list = g_ptr_array_index (self->lists, i);

      if (list->kind == POCOM_POSITION)
        _vnus_pocom_make_tenures (self, import, list);
      else
        make_list (import, list, counts);
    }

  for (guint i = 0; i < self->concurrents->len; i++)
    {
      const PocomConcurrent *concurrent = g_ptr_array_index (self->concurrents, i);

      _vnus_import_begin_row (import, concurrent->file, concurrent->line);
      make_concurrent (self, import, concurrent);
    }
}
