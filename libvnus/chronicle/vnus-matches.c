/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 4: what a query found: rows of the index and their truths, and columns
 * made from them. */
#include "chronicle/vnus-matches-struct-private.h"
#include "chronicle/vnus-record-name-private.h"

#include <string.h>

/**
 * VnusMatches:
 *
 * The records that match a query, in the order of time.
 *
 * It is a list model of [class@Vnus.Match], each made when it is asked for.
 * Many at once are best taken as columns, which make no objects:
 *
 * ```python
 * matches = query.run(chronicle)
 * ids = matches.get_ids()
 * starts = array('i', matches.make_days(Vnus.Boundary.EARLIEST_START).get_data())
 * ```
 *
 * What it found stays as it is, whatever becomes of the chronicle.
 *
 * Since: 0.1
 */

static GType
vnus_matches_get_item_type (GListModel *model)
{
  return VNUS_TYPE_MATCH;
}

static guint
vnus_matches_get_n_items (GListModel *model)
{
  return VNUS_MATCHES (model)->found.n;
}

static gpointer
vnus_matches_get_item (GListModel *model,
                       guint       position)
{
  VnusMatches *self = VNUS_MATCHES (model);

  return position < self->found.n
           ? _vnus_match_new (_vnus_matches_get_row (self, position)->record, (VnusTruth) self->found.truths[position])
           : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = vnus_matches_get_item_type;
  iface->get_n_items = vnus_matches_get_n_items;
  iface->get_item = vnus_matches_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (VnusMatches, vnus_matches, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

G_DEFINE_ENUM_TYPE (VnusBoundary, vnus_boundary,
                    G_DEFINE_ENUM_VALUE (VNUS_BOUNDARY_UNSET, "unset"),
                    G_DEFINE_ENUM_VALUE (VNUS_BOUNDARY_EARLIEST_START, "earliest-start"),
                    G_DEFINE_ENUM_VALUE (VNUS_BOUNDARY_LATEST_START, "latest-start"),
                    G_DEFINE_ENUM_VALUE (VNUS_BOUNDARY_EARLIEST_END, "earliest-end"),
                    G_DEFINE_ENUM_VALUE (VNUS_BOUNDARY_LATEST_END, "latest-end"))

static void
vnus_matches_finalize (GObject *object)
{
  VnusMatches *self = VNUS_MATCHES (object);

  g_free (self->found.ids);
  if (self->truths != NULL)
    g_bytes_unref (self->truths);
  else
    g_free (self->found.rows);
  g_clear_pointer (&self->postings, _vnus_postings_unref);

  G_OBJECT_CLASS (vnus_matches_parent_class)->finalize (object);
}

static void
vnus_matches_class_init (VnusMatchesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vnus_matches_finalize;
}

static void
vnus_matches_init (VnusMatches *self)
{
}

/* Gives back what is not needed, where it is much. */
static void
fit (VnusFound *found)
{
  const VnusFound all = *found;

  if (found->room < 1000 || found->n > found->room / 2)
    return;

  _vnus_found_init (found, all.n);
  memcpy (found->ids, all.ids, all.n * sizeof *all.ids);
  memcpy (found->rows, all.rows, all.n * sizeof *all.rows);
  memcpy (found->truths, all.truths, all.n * sizeof *all.truths);
  found->n = all.n;
  found->has_ids = all.has_ids;
  g_free (all.ids);
  g_free (all.rows);
}

VnusMatches *
_vnus_matches_new (VnusPostings    *postings,
                   VnusKinds        kinds,
                   const VnusFound *found)
{
  VnusMatches *self = g_object_new (VNUS_TYPE_MATCHES, NULL);

  self->postings = _vnus_postings_ref (postings);
  self->kinds = kinds;
  self->found = *found;
  fit (&self->found);
  self->found.ids[self->found.n] = NULL;

  return self;
}

const VnusRow *
_vnus_matches_get_row (VnusMatches *self,
                       guint        position)
{
  return _vnus_postings_get_row (self->postings, self->found.rows[position]);
}

/**
 * vnus_matches_get_size:
 * @self: matches
 *
 * Gets how many records match, certainly or possibly.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
guint
vnus_matches_get_size (VnusMatches *self)
{
  g_return_val_if_fail (VNUS_IS_MATCHES (self), 0);

  return self->found.n;
}

/**
 * vnus_matches_get_record:
 * @self: matches
 * @position: a position, from 0
 *
 * Gets a record.
 *
 * Returns: (transfer none) (nullable): the record, or `NULL` past the end
 *
 * Since: 0.1
 */
VnusRecord *
vnus_matches_get_record (VnusMatches *self,
                         guint        position)
{
  g_return_val_if_fail (VNUS_IS_MATCHES (self), NULL);

  return position < self->found.n ? _vnus_matches_get_row (self, position)->record : NULL;
}

/**
 * vnus_matches_get_truth:
 * @self: matches
 * @position: a position, from 0
 *
 * Gets whether a record matches certainly or possibly.
 *
 * Returns: the truth; `NO` past the end
 *
 * Since: 0.1
 */
VnusTruth
vnus_matches_get_truth (VnusMatches *self,
                        guint        position)
{
  g_return_val_if_fail (VNUS_IS_MATCHES (self), VNUS_TRUTH_NO);

  return position < self->found.n ? (VnusTruth) self->found.truths[position] : VNUS_TRUTH_NO;
}

/**
 * vnus_matches_get_count:
 * @self: matches
 * @min: (out) (optional): return location for the number of those that match certainly
 * @max: (out) (optional): return location for the number of those that match at all
 *
 * Gets how many of the records match, as a range.
 *
 * These are records of the chronicle. How many there were in the world is
 * another question, which needs coverage.
 *
 * Since: 0.1
 */
void
vnus_matches_get_count (VnusMatches *self,
                        int         *min,
                        int         *max)
{
  int certain = 0;

  g_return_if_fail (VNUS_IS_MATCHES (self));

  for (guint i = 0; i < self->found.n; i++)
    certain += self->found.truths[i] == VNUS_TRUTH_CERTAINLY;

  if (min != NULL)
    *min = certain;
  if (max != NULL)
    *max = (int) self->found.n;
}

/**
 * vnus_matches_get_unit:
 * @self: matches
 *
 * Gets what is counted: `visits` if the query asks for visits alone, `records`
 * if it asks for several kinds.
 *
 * Returns: a stable word, the plural of a kind
 *
 * Since: 0.1
 */
const char *
vnus_matches_get_unit (VnusMatches *self)
{
  static const char *const units[VNUS_N_KINDS] = {
    "records",  "states",    "organizations", "persons",      "offices",    "tenures",         "accreditations",
    "places",   "topics",    "sources",       "levels",       "relations",  "stages",          "journeys",
    "visits",   "meetings",  "statements",    "measures",     "agreements", "treaty-actions",  "mechanisms",
    "indicators", "observations", "coverages", "assertions",  "judgements",
  };

  g_return_val_if_fail (VNUS_IS_MATCHES (self), NULL);

  if (self->kinds == VNUS_KINDS_EVENTS)
    return "events";
  for (guint kind = 1; kind < VNUS_N_KINDS; kind++)
    if (self->kinds == 1u << kind)
      return units[kind];

  return units[VNUS_KIND_UNSET];
}

/* Columns */

/**
 * vnus_matches_get_ids:
 * @self: matches
 *
 * Gets the ids of the records, as a column.
 *
 * Returns: (transfer none) (array zero-terminated=1): the ids
 *
 * Since: 0.1
 */
const char * const *
vnus_matches_get_ids (VnusMatches *self)
{
  g_return_val_if_fail (VNUS_IS_MATCHES (self), NULL);

  if (!self->found.has_ids)
    for (guint i = 0; i < self->found.n; i++)
      self->found.ids[i] = _vnus_postings_get_row_id (self->postings, self->found.rows[i]);
  self->found.has_ids = TRUE;

  return self->found.ids;
}

/**
 * vnus_matches_get_truths:
 * @self: matches
 *
 * Gets the truths, as a column of one byte each: 1 is possibly, 2 is certainly.
 *
 * Returns: (transfer none): the bytes
 *
 * Since: 0.1
 */
GBytes *
vnus_matches_get_truths (VnusMatches *self)
{
  g_return_val_if_fail (VNUS_IS_MATCHES (self), NULL);

  if (self->truths == NULL)
    self->truths = g_bytes_new_with_free_func (self->found.truths, self->found.n, g_free, self->found.rows);

  return self->truths;
}

/**
 * vnus_matches_make_kinds:
 * @self: matches
 *
 * Makes a column of the kinds, one byte each, with the values of
 * [enum@Vnus.Kind].
 *
 * Returns: (transfer full): the bytes
 *
 * Since: 0.1
 */
GBytes *
vnus_matches_make_kinds (VnusMatches *self)
{
  guint8 *kinds;

  g_return_val_if_fail (VNUS_IS_MATCHES (self), NULL);

  kinds = g_new (guint8, self->found.n);
  for (guint i = 0; i < self->found.n; i++)
    kinds[i] = _vnus_matches_get_row (self, i)->kind;

  return g_bytes_new_take (kinds, self->found.n);
}

/**
 * vnus_matches_make_days:
 * @self: matches
 * @boundary: one of the four
 *
 * Makes a column of days that bound the time of the records.
 *
 * Each is a 32-bit integer in the byte order of the machine: the number of days
 * since 1970-01-01, or [const@Vnus.DAY_MIN] or [const@Vnus.DAY_MAX] where there
 * is no bound.
 *
 * Returns: (transfer full): the bytes
 *
 * Since: 0.1
 */
GBytes *
vnus_matches_make_days (VnusMatches  *self,
                        VnusBoundary  boundary)
{
  gint32 *days;

  g_return_val_if_fail (VNUS_IS_MATCHES (self), NULL);
  g_return_val_if_fail (boundary != VNUS_BOUNDARY_UNSET, NULL);

  days = g_new (gint32, self->found.n);
  for (guint i = 0; i < self->found.n; i++)
    {
      const VnusRow *row = _vnus_matches_get_row (self, i);

      days[i] = boundary == VNUS_BOUNDARY_EARLIEST_START ? row->earliest_start
                : boundary == VNUS_BOUNDARY_LATEST_START ? row->latest_start
                : boundary == VNUS_BOUNDARY_EARLIEST_END ? row->earliest_end
                                                         : row->latest_end;
    }

  return g_bytes_new_take (days, self->found.n * sizeof (gint32));
}

/* A column of one text for each row; @text makes it. */
static char **
list_texts (VnusMatches *self,
            char *(*text) (VnusMatches *self, const VnusRow *row, const char *language),
            const char  *language)
{
  char **texts = g_new (char *, (gsize) self->found.n + 1);

  for (guint i = 0; i < self->found.n; i++)
    texts[i] = text (self, _vnus_matches_get_row (self, i), language);
  texts[self->found.n] = NULL;

  return texts;
}

static VnusRecord *
look_up (gconstpointer postings,
         const char   *id)
{
  const VnusRow *row = _vnus_postings_find_row (postings, id);

  return row != NULL ? row->record : NULL;
}

static char *
label_of (VnusMatches   *self,
          const VnusRow *row,
          const char    *language)
{
  return _vnus_record_dup_name_by (row->record, look_up, self->postings, language);
}

/**
 * vnus_matches_list_labels:
 * @self: matches
 * @language: a language, such as `en`
 *
 * Lists what the records are called: their labels in a language, or the next best
 * that there is. A record without one is called by what its fields tell, such as
 * “second term of Ann Ash as President”, or by its id.
 *
 * Returns: (transfer full) (array zero-terminated=1): the labels
 *
 * Since: 0.1
 */
char **
vnus_matches_list_labels (VnusMatches *self,
                          const char  *language)
{
  g_return_val_if_fail (VNUS_IS_MATCHES (self), NULL);
  g_return_val_if_fail (language != NULL, NULL);

  return list_texts (self, label_of, language);
}

static char *
date_of (VnusMatches   *self,
         const VnusRow *row,
         const char    *language)
{
  return row->date != NULL ? vnus_date_to_string (row->date) : g_strdup ("");
}

/**
 * vnus_matches_list_dates:
 * @self: matches
 *
 * Lists the times of the records as EDTF; the empty string where there is none.
 *
 * Returns: (transfer full) (array zero-terminated=1): the dates
 *
 * Since: 0.1
 */
char **
vnus_matches_list_dates (VnusMatches *self)
{
  g_return_val_if_fail (VNUS_IS_MATCHES (self), NULL);

  return list_texts (self, date_of, NULL);
}

static char *
sources_of (VnusMatches   *self,
            const VnusRow *row,
            const char    *language)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; i < vnus_record_get_n_citations (row->record); i++)
    {
      const char *source = vnus_citation_get_source (vnus_record_get_citation (row->record, i));

      if (!g_ptr_array_find_with_equal_func (ids, source, g_str_equal, NULL))
        g_ptr_array_add (ids, (gpointer) source);
    }
  g_ptr_array_add (ids, NULL);

  return g_strjoinv (" ", (char **) ids->pdata);
}

/**
 * vnus_matches_list_sources:
 * @self: matches
 *
 * Lists the sources that the records cite: ids with blanks between them, each
 * once.
 *
 * Returns: (transfer full) (array zero-terminated=1): the sources, one string for each record
 *
 * Since: 0.1
 */
char **
vnus_matches_list_sources (VnusMatches *self)
{
  g_return_val_if_fail (VNUS_IS_MATCHES (self), NULL);

  return list_texts (self, sources_of, NULL);
}
