/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5c: whether sources are declared complete for a scope on all days of a
 * span. */
#include "inquiry/vnus-ask-private.h"

#include <vnus/vnus-coverage.h>
#include <vnus/vnus-query.h>

#include <string.h>

#include "inquiry/vnus-refutation-private.h"

/* --- Scopes --- */

/* Whether one of the values is @value, or a role in which @value takes part. */
static gboolean
names_value (char       **values,
             const char  *value)
{
  for (guint i = 0; values[i] != NULL; i++)
    {
      const char *id = strchr (values[i], ':');

      if (g_str_equal (values[i], value) || (id != NULL && g_str_equal (id + 1, value)))
        return TRUE;
    }

  return FALSE;
}

/* Whether everything that has one of @wanted for @key has one of @declared. */
static gboolean
values_include (VnusChronicle *view,
                const char    *key,
                char         **declared,
                char         **wanted)
{
  for (guint i = 0; wanted[i] != NULL; i++)
    {
      const char *value = wanted[i];

      if (g_strv_contains ((const char *const *) declared, value))
        continue;
      if (g_str_equal (key, "host") &&
          g_strv_contains ((const char *const *) declared, _vnus_body_root (view, value)))
        continue;
      return FALSE;
    }

  return TRUE;
}

/* Whoever is a guest also takes part, and in the capacity that is named. */
static gboolean
is_implied_by_role (const char *key,
                    const char *wanted_key,
                    char      **declared,
                    char      **wanted)
{
  if (!g_str_equal (wanted_key, "role") ||
      !(g_str_equal (key, "capacity") || g_str_equal (key, "participant") || g_str_equal (key, "actor")))
    return FALSE;

  for (guint i = 0; declared[i] != NULL; i++)
    if (names_value (wanted, declared[i]))
      return TRUE;

  return FALSE;
}

/* Whoever looks for one host looks for no other one. */
static gboolean
excludes_hosts (VnusChronicle *view,
                const char    *key,
                const char    *wanted_key,
                char         **excluded,
                char         **wanted)
{
  if (!g_str_equal (key, "host") || !g_str_equal (wanted_key, "host"))
    return FALSE;

  for (guint i = 0; wanted[i] != NULL; i++)
    if (g_strv_contains ((const char *const *) excluded, wanted[i]) ||
        g_strv_contains ((const char *const *) excluded, _vnus_body_root (view, wanted[i])))
      return FALSE;

  return TRUE;
}

static gboolean
is_implied (VnusChronicle   *view,
            const VnusQuery *declared,
            guint            position,
            const VnusQuery *wanted)
{
  const char *key = vnus_query_get_key (declared, position);
  g_auto (GStrv) values = vnus_query_list_values (declared, position);
  gboolean negated = vnus_query_is_negated (declared, position);

  /* Rules look for nothing but what took place. */
  if (g_str_equal (key, "status") && !negated && g_strv_contains ((const char *const *) values, "held"))
    return TRUE;

  for (guint i = 0; i < vnus_query_get_n_terms (wanted); i++)
    {
      const char *wanted_key = vnus_query_get_key (wanted, i);
      g_auto (GStrv) wanted_values = vnus_query_list_values (wanted, i);

      if (negated && !vnus_query_is_negated (wanted, i) &&
          excludes_hosts (view, key, wanted_key, values, wanted_values))
        return TRUE;
      if (vnus_query_is_negated (wanted, i) != negated)
        continue;
      if (g_str_equal (key, wanted_key) &&
          (negated ? g_strv_equal ((const char *const *) values, (const char *const *) wanted_values)
                   : values_include (view, key, values, wanted_values)))
        return TRUE;
      if (!negated && is_implied_by_role (key, wanted_key, values, wanted_values))
        return TRUE;
    }

  return FALSE;
}

/* Keys of lists, which are seldom complete: that all visits are recorded does not
 * say that all places of each are. */
static const char *const list_keys[] = { "place", "topic", "participant", "actor", "purpose", "occasion", "part-of",
                                         "outcome-of", "about", "announces", "text", "party", NULL };

static gboolean
has_term (const VnusQuery *query,
          const char      *key,
          char           **values)
{
  for (guint i = 0; i < vnus_query_get_n_terms (query); i++)
    {
      g_auto (GStrv) own = vnus_query_list_values (query, i);

      if (g_str_equal (vnus_query_get_key (query, i), key) &&
          g_strv_equal ((const char *const *) own, (const char *const *) values))
        return TRUE;
    }

  return FALSE;
}

/* Of every visit it is told who came. */
static gboolean
is_of_guests (char **values)
{
  for (guint i = 0; values[i] != NULL; i++)
    if (!g_str_has_prefix (values[i], "guest") && !g_str_has_prefix (values[i], "head"))
      return FALSE;

  return TRUE;
}

/* Whether a record within @declared may match @wanted and yet not be found, as a
 * list does not name what is asked. */
static gboolean
may_be_silent (const VnusQuery *declared,
               const VnusQuery *wanted)
{
  for (guint i = 0; i < vnus_query_get_n_terms (wanted); i++)
    {
      const char *key = vnus_query_get_key (wanted, i);
      g_auto (GStrv) values = vnus_query_list_values (wanted, i);
      gboolean is_list = g_strv_contains (list_keys, key) || (g_str_equal (key, "role") && !is_of_guests (values));

      if (is_list && !has_term (declared, key, values))
        return TRUE;
    }

  return FALSE;
}

/* Every term of @declared must be implied by @wanted: fewer terms match more. */
static gboolean
scope_includes (VnusChronicle *view,
                const char    *declared,
                const char    *wanted)
{
  g_autoptr (VnusQuery) declared_query = vnus_query_parse (declared, NULL);
  g_autoptr (VnusQuery) wanted_query = vnus_query_parse (wanted, NULL);

  if (declared_query == NULL || wanted_query == NULL)
    return FALSE;

  for (guint i = 0; i < vnus_query_get_n_terms (declared_query); i++)
    if (!is_implied (view, declared_query, i, wanted_query))
      return FALSE;

  return !may_be_silent (declared_query, wanted_query);
}

/* --- Declarations --- */

/* The days that a declaration certainly covers. A view has it only with all its
 * sources, and cuts it at the day of knowledge. */
typedef struct
{
  int         from, to;
  const char *id;
} Span;

static int
compare_spans (gconstpointer a,
               gconstpointer b)
{
  const Span *span_a = a, *span_b = b;

  if (span_a->from != span_b->from)
    return span_a->from < span_b->from ? -1 : 1;

  return strcmp (span_a->id, span_b->id);
}

static void
add_refuted (VnusFinding  *finding,
             VnusCoverage *coverage,
             VnusRecord   *record)
{
  VnusPhrase *step = _vnus_phrase_new ("finding.step-refuted");

  _vnus_phrase_add_text (step, "coverage", vnus_record_get_id (VNUS_RECORD (coverage)));
  _vnus_phrase_add_record (step, "record", vnus_record_get_id (record));
  _vnus_finding_add_step (finding, step);
}

static GArray *
gather_spans (VnusChronicle *view,
              VnusFinding   *finding,
              const char    *scope)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (Span));
  guint n = vnus_chronicle_get_n_of_kind (view, VNUS_KIND_COVERAGE);

  for (guint i = 0; i < n; i++)
    {
      VnusRecord *record = vnus_chronicle_get_nth_of_kind (view, VNUS_KIND_COVERAGE, i);
      VnusCoverage *coverage = VNUS_COVERAGE (record);
      Span span = { .id = vnus_record_get_id (record) };
      VnusRecord *lacking;

      if (vnus_coverage_get_scope (coverage) == NULL || vnus_coverage_get_during (coverage) == NULL ||
          !scope_includes (view, vnus_coverage_get_scope (coverage), scope) ||
          _vnus_is_known (view, record, NULL) != VNUS_TRUTH_CERTAINLY)
        continue;

      lacking = _vnus_coverage_get_refutation (view, coverage);
      if (lacking != NULL)
        {
          add_refuted (finding, coverage, lacking);
          continue;
        }

      span.from = vnus_date_get_latest_start (vnus_coverage_get_during (coverage));
      span.to = vnus_date_get_earliest_end (vnus_coverage_get_during (coverage));
      if (span.from <= span.to)
        g_array_append_val (spans, span);
    }
  g_array_sort (spans, compare_spans);

  return spans;
}

/* --- What is missing --- */

static void
append_day (GString *text,
            int      day)
{
  g_autoptr (VnusDate) date = NULL;
  g_autofree char *string = NULL;

  if (day == VNUS_DAY_MIN || day == VNUS_DAY_MAX)
    {
      g_string_append (text, "..");
      return;
    }

  date = vnus_date_new_day (day);
  string = vnus_date_to_string (date);
  g_string_append (text, string);
}

static void
add_missing (VnusFinding *finding,
             const char  *scope,
             int          from,
             int          to)
{
  g_autoptr (GString) text = g_string_new (scope);

  g_string_append (text, " when:");
  append_day (text, from);
  if (from != to)
    {
      g_string_append_c (text, '/');
      append_day (text, to);
    }
  _vnus_finding_add_missing (finding, text->str);
}

gboolean
_vnus_ask_is_covered (VnusAsk     *ask,
                      VnusFinding *finding,
                      const char  *scope,
                      int          from,
                      int          to)
{
  g_autoptr (GArray) spans = gather_spans (ask->view, finding, scope);
  gint64 next = from; /* the first day that is not covered yet */

  for (guint i = 0; i < spans->len && next <= to; i++)
    {
      const Span *span = &g_array_index (spans, Span, i);

      if (span->from <= next && span->to >= next)
        {
          next = (gint64) span->to + 1;
          _vnus_finding_add_coverage (finding, span->id);
        }
    }
  if (next > to || from > to)
    return TRUE;

  add_missing (finding, scope, (int) next, to);
  _vnus_finding_add_reason (finding, VNUS_REASONS_NO_COVERAGE);
  return FALSE;
}
