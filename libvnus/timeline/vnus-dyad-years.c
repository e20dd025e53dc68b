/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 6: relations year by year, as statistics ask for them.
 *
 * A row is a guest, a host and a year. Every number is the answer of a rule, so
 * this stands above the inquiry; it is laid out along time, so it stands here. A
 * number for which no source is declared complete is an empty cell, never 0.
 */
#include <vnus/vnus-dyad-years.h>

#include <string.h>

#include <vnus/vnus-finding.h>
#include <vnus/vnus-level.h>
#include <vnus/vnus-relation.h>

#include "base/vnus-country-private.h"
#include "io/csv-writer-private.h"

#define MAX_YEARS 10000

typedef struct
{
  VnusInquiry   *inquiry;
  VnusChronicle *chronicle;
  const char    *query;   /* (nullable) terms that visits must match as well */
  GPtrArray     *ladders; /* (element-type utf8) borrowed, sorted */
  VnusCsvWriter  writer;
} Table;

/* What the rules say of one relation in one year. */
typedef struct
{
  const char *relation;
  int         year;
  char       *agreements[2]; /* least and most, empty outside coverage */
  GPtrArray  *certain;       /* (element-type utf8) for each ladder, the level or "" */
  GPtrArray  *possible;      /* the levels that are possible, with blanks between them */
} Year;

static int
compare_strings (gconstpointer a,
                 gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static GPtrArray *
list_ladders (VnusChronicle *chronicle)
{
  GPtrArray *ladders = g_ptr_array_new ();

  for (guint i = 0; i < vnus_chronicle_get_n_of_kind (chronicle, VNUS_KIND_LEVEL); i++)
    {
      const char *ladder = vnus_level_get_ladder (VNUS_LEVEL (vnus_chronicle_get_nth_of_kind (chronicle, VNUS_KIND_LEVEL, i)));

      if (ladder != NULL && !g_ptr_array_find_with_equal_func (ladders, ladder, g_str_equal, NULL))
        g_ptr_array_add (ladders, (gpointer) ladder);
    }
  g_ptr_array_sort (ladders, compare_strings);

  return ladders;
}

static void
put_head (Table *self)
{
  static const char *const before[] = { "relation", "guest", "host", "guest_iso3", "host_iso3", "guest_cow", "host_cow",
                                        "year", "visits_min", "visits_max", "visits_coverage" };

  for (guint i = 0; i < G_N_ELEMENTS (before); i++)
    _vnus_csv_writer_put (&self->writer, before[i]);
  for (guint i = 0; i < self->ladders->len; i++)
    {
      g_autofree char *certain = g_strconcat ("level_", self->ladders->pdata[i], NULL);
      g_autofree char *possible = g_strconcat (certain, "_possible", NULL);

      _vnus_csv_writer_put (&self->writer, certain);
      _vnus_csv_writer_put (&self->writer, possible);
    }
  _vnus_csv_writer_put (&self->writer, "agreements_min");
  _vnus_csv_writer_put (&self->writer, "agreements_max");
  _vnus_csv_writer_end_row (&self->writer);
}

static VnusFinding *
ask (Table       *self,
     const char  *rule,
     const char  *first,
     const char  *second,
     GError     **error)
{
  const char *arguments[] = { first, second, NULL };

  return vnus_inquiry_ask (self->inquiry, rule, arguments, error);
}

/* --- Levels --- */

static void
note_level (Table      *self,
            Year       *year,
            const char *id,
            VnusTruth   truth)
{
  VnusRecord *level = vnus_chronicle_lookup (self->chronicle, id);
  const char *ladder = level != NULL && VNUS_IS_LEVEL (level) ? vnus_level_get_ladder (VNUS_LEVEL (level)) : NULL;
  guint i;
  char *before;

  if (ladder == NULL || truth == VNUS_TRUTH_NO ||
      !g_ptr_array_find_with_equal_func (self->ladders, ladder, g_str_equal, &i))
    return;

  if (truth == VNUS_TRUTH_CERTAINLY)
    year->certain->pdata[i] = (gpointer) vnus_record_get_id (level);
  before = year->possible->pdata[i];
  year->possible->pdata[i] = g_strconcat (before, *before != '\0' ? " " : "", id, NULL);
  g_free (before);
}

static gboolean
ask_levels (Table   *self,
            Year    *year,
            GError **error)
{
  g_autofree char *day = g_strdup_printf ("%04d-12-31", year->year);
  g_autoptr (VnusFinding) finding = ask (self, "level-on", year->relation, day, error);

  if (finding == NULL)
    return FALSE;

  for (guint i = 0; i < self->ladders->len; i++)
    {
      g_ptr_array_add (year->certain, (gpointer) "");
      g_ptr_array_add (year->possible, g_strdup (""));
    }
  for (guint i = 0; i < vnus_finding_get_n_records (finding); i++)
    note_level (self, year, vnus_finding_get_record_id (finding, i), vnus_finding_get_record_truth (finding, i));

  return TRUE;
}

/* --- Agreements --- */

/* Those in force at the end of the year; counted only if the sources are declared
 * complete for the agreements of the year. */
static gboolean
ask_agreements (Table   *self,
                Year    *year,
                GError **error)
{
  g_autofree char *day = g_strdup_printf ("%04d-12-31", year->year);
  g_autofree char *query = g_strdup_printf ("kind:agreement relation:%s when:%04d", year->relation, year->year);
  g_autoptr (VnusFinding) all = ask (self, "count", query, NULL, error);
  g_autoptr (VnusFinding) finding = NULL;
  int least = 0, most = 0, bound;

  if (all == NULL)
    return FALSE;
  if (!vnus_finding_get_range (all, NULL, &bound) || bound == VNUS_RANGE_OPEN)
    return TRUE;

  finding = ask (self, "in-force-on", day, NULL, error);
  if (finding == NULL)
    return FALSE;
  for (guint i = 0; i < vnus_finding_get_n_records (finding); i++)
    if (g_strcmp0 (vnus_finding_get_record_sense (finding, i), "in-force") == 0)
      {
        least += vnus_finding_get_record_truth (finding, i) == VNUS_TRUTH_CERTAINLY;
        most += vnus_finding_get_record_truth (finding, i) != VNUS_TRUTH_NO;
      }

  year->agreements[0] = g_strdup_printf ("%d", least);
  year->agreements[1] = g_strdup_printf ("%d", most);
  return TRUE;
}

/* --- Rows --- */

static void
put_number (Table *self,
            int    number)
{
  g_autofree char *text = g_strdup_printf ("%d", number);

  _vnus_csv_writer_put (&self->writer, text);
}

static void
put_cow (Table      *self,
         const char *id)
{
  VnusRecord *record = vnus_chronicle_lookup (self->chronicle, id);
  const char *code = NULL;

  for (guint i = 0; record != NULL && i < vnus_record_get_n_same_as (record); i++)
    if (g_str_has_prefix (vnus_record_get_same_as (record, i), "cow:"))
      code = vnus_record_get_same_as (record, i) + strlen ("cow:");
  _vnus_csv_writer_put (&self->writer, code);
}

/* Empty outside coverage; then the declarations that it rests on. */
static gboolean
put_visits (Table       *self,
            const Year  *year,
            const char  *host,
            GError     **error)
{
  g_autofree char *query = g_strdup_printf ("kind:visit relation:%s host:%s when:%04d%s%s", year->relation, host, year->year,
                                            self->query != NULL ? " " : "", self->query != NULL ? self->query : "");
  g_autoptr (VnusFinding) finding = ask (self, "count", query, NULL, error);
  g_auto (GStrv) coverage = NULL;
  g_autofree char *ids = NULL;
  int least, most;

  if (finding == NULL)
    return FALSE;

  if (!vnus_finding_get_range (finding, &least, &most) || most == VNUS_RANGE_OPEN)
    {
      for (guint i = 0; i < 3; i++)
        _vnus_csv_writer_put (&self->writer, NULL);
      return TRUE;
    }

  coverage = vnus_finding_list_coverage (finding);
  ids = g_strjoinv (" ", coverage);
  put_number (self, least);
  put_number (self, most);
  _vnus_csv_writer_put (&self->writer, ids);
  return TRUE;
}

static gboolean
put_row (Table       *self,
         const Year  *year,
         const char  *guest,
         const char  *host,
         GError     **error)
{
  _vnus_csv_writer_put (&self->writer, year->relation);
  _vnus_csv_writer_put (&self->writer, guest);
  _vnus_csv_writer_put (&self->writer, host);
  _vnus_csv_writer_put (&self->writer, _vnus_country_alpha3 (guest));
  _vnus_csv_writer_put (&self->writer, _vnus_country_alpha3 (host));
  put_cow (self, guest);
  put_cow (self, host);
  put_number (self, year->year);
  if (!put_visits (self, year, host, error))
    return FALSE;

  for (guint i = 0; i < self->ladders->len; i++)
    {
      _vnus_csv_writer_put (&self->writer, year->certain->pdata[i]);
      _vnus_csv_writer_put (&self->writer, year->possible->pdata[i]);
    }
  _vnus_csv_writer_put (&self->writer, year->agreements[0]);
  _vnus_csv_writer_put (&self->writer, year->agreements[1]);
  _vnus_csv_writer_end_row (&self->writer);
  return TRUE;
}

static gboolean
put_year (Table         *self,
          VnusRelation  *relation,
          int            number,
          GError       **error)
{
  const char *a = vnus_relation_get_party (relation, 0), *b = vnus_relation_get_party (relation, 1);
  Year year = { vnus_record_get_id (VNUS_RECORD (relation)), number };
  gboolean is_good;

  year.certain = g_ptr_array_new ();
  year.possible = g_ptr_array_new_with_free_func (g_free);
  is_good = ask_levels (self, &year, error) && ask_agreements (self, &year, error) &&
            put_row (self, &year, a, b, error) && put_row (self, &year, b, a, error);

  g_ptr_array_unref (year.certain);
  g_ptr_array_unref (year.possible);
  g_free (year.agreements[0]);
  g_free (year.agreements[1]);
  return is_good;
}

/* Those of two parties: the one that is asked about, or all. */
static gboolean
put_relations (Table   *self,
               int      first,
               int      last,
               GError **error)
{
  g_autofree char *asked = g_strdup (vnus_inquiry_get_relation (self->inquiry));
  gboolean is_good = TRUE;

  for (guint i = 0; i < vnus_chronicle_get_n_of_kind (self->chronicle, VNUS_KIND_RELATION); i++)
    {
      VnusRecord *relation = vnus_chronicle_get_nth_of_kind (self->chronicle, VNUS_KIND_RELATION, i);

      if (vnus_relation_get_n_parties (VNUS_RELATION (relation)) != 2 ||
          (asked != NULL && !g_str_equal (asked, vnus_record_get_id (relation))))
        continue;

      vnus_inquiry_set_relation (self->inquiry, vnus_record_get_id (relation));
      for (int year = first; year <= last && is_good; year++)
        is_good = put_year (self, VNUS_RELATION (relation), year, error);
    }

  vnus_inquiry_set_relation (self->inquiry, asked);
  return is_good;
}

/**
 * vnus_inquiry_to_dyad_years:
 * @self: an inquiry
 * @first: the first year, from 1 to 9999
 * @last: the last year; not before @first
 * @query: (nullable): terms that visits must match as well, such as `capacity:us-president`
 * @error: return location for an error
 *
 * Writes relations year by year, as comma-separated values: for each of the two
 * directions how many visits there were, then the levels and how many agreements
 * were in force at the end of the year.
 *
 * It is the relation of the inquiry, or every relation of two parties if it has
 * none. Numbers are ranges. They are empty, never 0, for a year for which no
 * source is declared complete; a level is there only if it holds for certain,
 * and beside it are those that are possible.
 *
 * Fails with [error@Vnus.QueryError] or [error@Vnus.InquiryError] if @query cannot
 * be asked.
 *
 * Returns: (transfer full): the table in UTF-8, a header first
 *
 * Since: 0.1
 */
GBytes *
vnus_inquiry_to_dyad_years (VnusInquiry  *self,
                            int           first,
                            int           last,
                            const char   *query,
                            GError      **error)
{
  Table table = { .inquiry = self, .query = query };
  GBytes *bytes = NULL;

  g_return_val_if_fail (VNUS_IS_INQUIRY (self), NULL);
  g_return_val_if_fail (first >= 1 && last >= first && last < MAX_YEARS, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  table.chronicle = vnus_inquiry_get_chronicle (self);
  table.ladders = list_ladders (table.chronicle);
  _vnus_csv_writer_init (&table.writer, 0);
  put_head (&table);
  if (put_relations (&table, first, last, error))
    bytes = _vnus_csv_writer_end (&table.writer);

  _vnus_csv_writer_clear (&table.writer);
  g_ptr_array_unref (table.ladders);
  return bytes;
}
