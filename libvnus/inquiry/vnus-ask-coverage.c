/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5c: whether sources are declared complete for a scope on all days of a
 * span. */
#include "inquiry/vnus-ask-private.h"

#include <vnus/vnus-coverage.h>

#include <string.h>

#include "chronicle/vnus-chronicle-private.h"

/* --- Scopes --- */

/* Every term of @declared must be among those of @wanted: fewer terms match
 * more. That only what took place is covered is enough, since rules look for
 * nothing else. */
static gboolean
scope_includes (const char *declared,
                const char *wanted)
{
  g_auto (GStrv) terms = g_strsplit (declared, " ", -1);
  g_auto (GStrv) all = g_strsplit (wanted, " ", -1);

  for (guint i = 0; terms[i] != NULL; i++)
    if (*terms[i] != '\0' && !g_str_equal (terms[i], "status:held") &&
        !g_strv_contains ((const char *const *) all, terms[i]))
      return FALSE;

  return TRUE;
}

/* --- Declarations --- */

/* A declaration is void in a view that hides one of its sources. */
static gboolean
are_sources_in_view (VnusChronicle *view,
                     const char    *id)
{
  g_auto (GStrv) according_to = vnus_chronicle_list_according_to (view);
  VnusCoverage *coverage = VNUS_COVERAGE (_vnus_chronicle_lookup_base (view, id));

  if (according_to == NULL)
    return TRUE;

  for (guint i = 0; i < vnus_coverage_get_n_sources (coverage); i++)
    if (!g_strv_contains ((const char *const *) according_to, vnus_coverage_get_source (coverage, i)))
      return FALSE;

  return TRUE;
}

/* The days that @coverage certainly covers, cut at the day of knowledge. */
static void
get_core (VnusChronicle *view,
          VnusDate      *during,
          int           *from,
          int           *to)
{
  VnusDate *known_on = vnus_chronicle_get_known_on (view);

  *from = vnus_date_get_latest_start (during);
  *to = vnus_date_get_earliest_end (during);
  if (known_on != NULL)
    *to = MIN (*to, vnus_date_get_earliest_start (known_on));
}

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

static GArray *
gather_spans (VnusChronicle *view,
              const char    *scope)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (Span));
  guint n = vnus_chronicle_get_n_of_kind (view, VNUS_KIND_COVERAGE);

  for (guint i = 0; i < n; i++)
    {
      VnusRecord *record = vnus_chronicle_get_nth_of_kind (view, VNUS_KIND_COVERAGE, i);
      VnusCoverage *coverage = VNUS_COVERAGE (record);
      Span span = { .id = vnus_record_get_id (record) };

      if (vnus_coverage_get_scope (coverage) == NULL || vnus_coverage_get_during (coverage) == NULL ||
          !scope_includes (vnus_coverage_get_scope (coverage), scope) || !are_sources_in_view (view, span.id) ||
          _vnus_is_known (view, record, NULL) != VNUS_TRUTH_CERTAINLY)
        continue;

      get_core (view, vnus_coverage_get_during (coverage), &span.from, &span.to);
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
  g_autoptr (GArray) spans = gather_spans (ask->view, scope);
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
