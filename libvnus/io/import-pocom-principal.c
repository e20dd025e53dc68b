/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: principal officers become tenures.
 *
 * A term begins with the entry on duty. An appointment alone is no start, except in
 * positions of which the register tells no entry at all: there the appointment is it.
 */
#include "io/import-pocom-private.h"
#include "io/import-title-private.h"

#include <string.h>

#include <vnus/vnus-tenure.h>

/* Whether any row of the position tells of an entry on duty. */
static gboolean
tells_of_entries (const PocomList *list)
{
  for (guint i = 0; i < list->rows->len; i++)
    {
      const PocomRow *row = g_ptr_array_index (list->rows, i);

      if (row->dates[POCOM_STARTED] != NULL)
        return TRUE;
    }

  return FALSE;
}

/* An end as it is written in an interval; of “on or before” nothing is left. */
static char *
write_end (const PocomRow *row,
           PocomStep       step)
{
  g_autoptr (VnusDate) date = row->dates[step] != NULL ? _vnus_pocom_bound_date (row->beside[step], row->dates[step]) : NULL;
  g_autofree char *text = date != NULL ? vnus_date_to_string (date) : g_strdup (step == POCOM_ENDED && row->is_open ? "9999" : "");

  return *text != '[' ? g_steal_pointer (&text) : g_strdup ("");
}

/* NULL if nothing is known of the term. One that ends before it begins, which is told,
 * has an end that nobody knows. */
static VnusDate *
make_during (VnusImport     *import,
             const PocomRow *row,
             PocomStep       start,
             gboolean       *is_reversed)
{
  const char *field = start == POCOM_STARTED ? "started" : "appointed";
  g_autofree char *from = write_end (row, start);
  g_autofree char *to = write_end (row, POCOM_ENDED);
  VnusDate *during = _vnus_import_dup_span (import, field, from, "ended", to, is_reversed);

  return *is_reversed ? _vnus_import_dup_span (import, field, from, "ended", NULL, is_reversed) : during;
}

/* Numbers */

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  const PocomRow *row_a = *(PocomRow *const *) a, *row_b = *(PocomRow *const *) b;

  if (row_a->known == NULL || row_b->known == NULL)
    return row_a->known == row_b->known ? strcmp (row_a->locator, row_b->locator) : row_a->known == NULL ? 1 : -1;

  return vnus_date_compare (row_a->known, row_b->known);
}

typedef struct
{
  int n_rows, n_terms;
} Count;

/* The term of @row: the how manieth record of its holder, and the how manieth term. */
static Count
count_term (GHashTable     *counts,
            const PocomRow *row)
{
  Count *count = g_hash_table_lookup (counts, row->holder);

  if (count == NULL)
    {
      count = g_new0 (Count, 1);
      g_hash_table_insert (counts, (gpointer) row->holder, count);
    }
  count->n_rows++;
  if (!row->is_consecutive || count->n_terms == 0)
    count->n_terms++;

  return *count;
}

/* Records */

static gboolean
is_acting (const PocomRow *row)
{
  return strstr (row->list->id, "ad-interim") != NULL ||
         (row->note != NULL && (g_str_has_prefix (row->note, "Served as Acting") || g_str_has_prefix (row->note, "Acting ")));
}

/* When somebody was appointed, who entered on duty on another day, and what else is told. */
static void
add_note (VnusImport     *import,
          const PocomRow *row,
          PocomStep       start,
          gboolean        is_reversed)
{
  gboolean has_appointment = start == POCOM_STARTED && row->dates[POCOM_APPOINTED] != NULL &&
                             (row->dates[POCOM_STARTED] == NULL ||
                              !vnus_date_equal (row->dates[POCOM_APPOINTED], row->dates[POCOM_STARTED]));
  g_autoptr (GString) texts = g_string_new (NULL);
  g_autoptr (VnusText) note = NULL;

  for (guint i = 0; i < POCOM_N_STEPS; i++)
    if (row->beside[i] != NULL || (i == POCOM_ENDED && is_reversed))
      {
        g_autofree char *text = _vnus_pocom_join_day (row->beside[i] != NULL ? row->beside[i] : "Ended", row->dates[i]);

        g_string_append_printf (texts, "%s%s.", texts->len > 0 ? " " : "", text);
      }
  if (row->note != NULL)
    g_string_append_printf (texts, "%s%s", texts->len > 0 ? " " : "", row->note);
  if (texts->len > 0)
    _vnus_import_count_note (import);

  if (has_appointment)
    {
      const VnusTextArg args[] = { { "date", .date = row->dates[POCOM_APPOINTED] }, { "text", NULL, texts->str } };

      note = _vnus_import_text (texts->len > 0 ? "pocom.appointed-note" : "pocom.appointed", args, texts->len > 0 ? 2 : 1);
    }
  else if (texts->len > 0)
    note = vnus_text_new ("en", texts->str);
  if (note != NULL)
    vnus_record_set_note (row->record, note);
}

static char *
choose_id (VnusImport     *import,
           const PocomRow *row,
           Count           count)
{
  const char *known = _vnus_import_known_id (import, VNUS_KIND_TENURE, POCOM_SOURCE, row->locator);

  if (known != NULL)
    return g_strdup (known);
  if (count.n_rows > 1)
    return g_strdup_printf ("%s-%s-%d", row->holder, row->office, count.n_rows);

  return g_strconcat (row->holder, "-", row->office, NULL);
}

static void
make_tenure (VnusImport *import,
             PocomRow   *row,
             PocomStep   start,
             GHashTable *counts)
{
  const VnusOrigin origin = _vnus_pocom_origin (row);
  Count count = count_term (counts, row);
  g_autofree char *id = choose_id (import, row, count);
  gboolean is_reversed = FALSE;
  g_autoptr (VnusDate) during = make_during (import, row, start, &is_reversed);
  VnusTenure *tenure;

  row->record = _vnus_import_record (import, VNUS_KIND_TENURE, id, NULL);
  if (row->record == NULL)
    return;

  tenure = VNUS_TENURE (row->record);
  vnus_tenure_set_person (tenure, row->holder);
  vnus_tenure_set_office (tenure, row->office);
  if (during != NULL)
    vnus_tenure_set_during (tenure, during);
  else
    (void) vnus_record_set_presence (row->record, "during", VNUS_PRESENCE_UNKNOWN, NULL);
  vnus_tenure_set_term (tenure, count.n_terms);
  vnus_tenure_set_how (tenure, is_acting (row) ? VNUS_TENURE_START_ACTING : VNUS_TENURE_START_APPOINTED);
  add_note (import, row, start, is_reversed);
  _vnus_historian_cite (row->record, &origin);
}

/* Somebody who never held an office has no term: the office tells of it. */
static void
note_nominee (VnusImport     *import,
              const PocomRow *row)
{
  VnusText *name = _vnus_pocom_get_name (import, row->holder);
  const VnusTextArg args[] = { { "person", name, name != NULL ? NULL : row->holder },
                               { "text", NULL, row->note } };
  g_autoptr (VnusText) text = _vnus_import_text (row->note != NULL ? "pocom.nominee-note" : "pocom.nominee", args,
                                                 row->note != NULL ? 2 : 1);

  _vnus_pocom_note_office (import, row->office, text);
}

static void
end_row (VnusImport *import,
         PocomRow   *row)
{
  if (row->twin != NULL)
    row->record = row->twin->record;

  if (row->record != NULL)
    _vnus_import_end_row (import, row->record);
  else
    {
      row->list->is_whole = FALSE;
      _vnus_import_end_row_as (import, VNUS_ROW_OUTCOME_REFUSED);
    }
}

static void
make_row (Pocom      *self,
          VnusImport *import,
          PocomRow   *row,
          PocomStep   start,
          GHashTable *counts)
{
  const VnusOrigin origin = _vnus_pocom_origin (row);

  _vnus_import_begin_row (import, row->list->file, row->line);
  if (row->twin == NULL)
    {
      row->holder = _vnus_pocom_take_person (self, import, row->person, &origin);
      row->office = row->holder != NULL ? _vnus_pocom_take_office (self, import, row, &origin) : NULL;
    }

  if (row->never_served && row->office != NULL)
    {
      note_nominee (import, row);
      return;
    }
  if (row->office != NULL)
    make_tenure (import, row, start, counts);
  end_row (import, row);
}

void
_vnus_pocom_make_tenures (Pocom      *self,
                          VnusImport *import,
                          PocomList  *list)
{
  PocomStep start = tells_of_entries (list) ? POCOM_STARTED : POCOM_APPOINTED;
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  g_ptr_array_sort (list->rows, compare_rows);
  /* Those who served first: what is told of the others stays with their office. */
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < list->rows->len; i++)
      {
        PocomRow *row = g_ptr_array_index (list->rows, i);

        if (row->never_served == (pass == 1))
          make_row (self, import, row, start, counts);
      }

  _vnus_pocom_note_list (import, list);
  _vnus_pocom_cover (import, list);
}
