/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5c: whether sources are declared complete for a scope on all days of a
 * span. */
#include "inquiry/vnus-ask-private.h"

#include <vnus/vnus-coverage.h>
#include <vnus/vnus-query.h>

#include <string.h>

#include "chronicle/vnus-chronicle-private.h"
#include "chronicle/vnus-query-private.h"
#include "inquiry/vnus-refutation-private.h"

/* --- Scopes --- */

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

/* Whoever is a guest also takes part, and in the capacity that is named; a role
 * without a name may be anybody's. */
static gboolean
is_implied_by_role (const char *key,
                    const char *wanted_key,
                    char      **declared,
                    char      **wanted)
{
  if (!g_str_equal (wanted_key, "role") ||
      !(g_str_equal (key, "capacity") || g_str_equal (key, "participant") || g_str_equal (key, "actor")))
    return FALSE;

  for (guint i = 0; wanted[i] != NULL; i++)
    {
      const char *colon = strchr (wanted[i], ':');

      if (colon == NULL || !g_strv_contains ((const char *const *) declared, colon + 1))
        return FALSE;
    }

  return TRUE;
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
has_key (const VnusQuery *query,
         const char      *key)
{
  for (guint i = 0; i < vnus_query_get_n_terms (query); i++)
    if (g_str_equal (vnus_query_get_key (query, i), key))
      return TRUE;

  return FALSE;
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

  /* Rules look for nothing but what took place, unless they are asked for a status. */
  if (g_str_equal (key, "status") && !negated && g_strv_contains ((const char *const *) values, "held") &&
      !has_key (wanted, key))
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

/* --- Lists --- */

/* The kinds that a query asks for. */
static VnusKinds
get_kinds (const VnusQuery *query)
{
  VnusKinds kinds = ~0u;

  for (guint i = 0; i < query->n_terms; i++)
    {
      const VnusQueryTerm *term = query->terms[i];
      VnusKinds choices = 0;

      if (term->key->matter != VNUS_MATTER_KIND)
        continue;
      for (guint j = 0; j < term->n_choices; j++)
        choices |= term->choices[j].kinds;
      kinds &= term->negated ? ~choices : choices;
    }

  return kinds;
}

/* Whether a record of @kind tells of @key by a list, which is seldom complete:
 * that all visits are recorded does not say that all places of each are, nor in
 * which capacity everybody came. */
static gboolean
is_told_by_list (const VnusQueryKey *key,
                 guint               kind)
{
  switch (key->matter)
    {
    case VNUS_MATTER_TEXT:
    case VNUS_MATTER_ROLE:
    case VNUS_MATTER_CAPACITY:
    case VNUS_MATTER_HOLDING:
    case VNUS_MATTER_ACTOR:
    case VNUS_MATTER_SOURCE:
      return TRUE;

    case VNUS_MATTER_RANK: /* of the record, or else of whoever takes part */
      if (key->fields[kind][0] == NULL)
        return TRUE;
      break;

    default:
      break;
    }

  for (guint i = 0; i < VNUS_KEY_MAX_FIELDS && key->fields[kind][i] != NULL; i++)
    if (key->fields[kind][i]->is_list)
      return TRUE;

  return FALSE;
}

/* Of every visit it is told who came, though not always in which office. */
static gboolean
is_of_guests (VnusChronicle       *view,
              const VnusQueryTerm *term)
{
  if (term->key->matter != VNUS_MATTER_ROLE)
    return FALSE;

  for (guint i = 0; i < term->n_choices; i++)
    {
      const VnusQueryChoice *choice = &term->choices[i];

      if ((choice->role != VNUS_ROLE_GUEST && choice->role != VNUS_ROLE_HEAD) ||
          _vnus_lookup_office (view, choice->id) != NULL)
        return FALSE;
    }

  return TRUE;
}

static gboolean
may_be_in_list (VnusChronicle       *view,
                const VnusQueryTerm *term,
                VnusKinds            kinds)
{
  for (guint kind = 1; kind < VNUS_N_KINDS; kind++)
    if ((kinds & 1u << kind) != 0 && is_told_by_list (term->key, kind))
      return !is_of_guests (view, term);

  return FALSE;
}

/* Whether @declared speaks of just what a term asks. */
static gboolean
names_term (const VnusQuery *declared,
            const VnusQuery *wanted,
            guint            position)
{
  const char *wanted_key = vnus_query_get_key (wanted, position);
  g_auto (GStrv) wanted_values = vnus_query_list_values (wanted, position);

  for (guint i = 0; i < vnus_query_get_n_terms (declared); i++)
    {
      const char *key = vnus_query_get_key (declared, i);
      g_auto (GStrv) values = vnus_query_list_values (declared, i);

      if ((g_str_equal (key, wanted_key) && g_strv_equal ((const char *const *) values, (const char *const *) wanted_values)) ||
          is_implied_by_role (key, wanted_key, values, wanted_values))
        return TRUE;
    }

  return FALSE;
}

/* Whether a record within @declared may match @sought and yet not be found, as a
 * list does not name what is asked. */
static gboolean
may_be_silent (VnusChronicle   *view,
               const VnusQuery *declared,
               const VnusQuery *sought)
{
  const VnusKinds kinds = get_kinds (sought);

  for (guint i = 0; i < sought->n_terms; i++)
    if (may_be_in_list (view, sought->terms[i], kinds) && !names_term (declared, sought, i))
      return TRUE;

  return FALSE;
}

static gpointer
read_scope (VnusChronicle *view,
            gconstpointer  coverage,
            gconstpointer  of)
{
  return vnus_query_parse (vnus_coverage_get_scope ((VnusCoverage *) coverage), NULL);
}

static gpointer
ref_query (gpointer query)
{
  return vnus_query_ref (query);
}

static const VnusMemo scope_memo = { read_scope, ref_query, (GDestroyNotify) vnus_query_unref };

/* Every term of the scope must be implied by @wanted: fewer terms match more. */
static gboolean
scope_includes (VnusChronicle   *view,
                VnusCoverage    *declared,
                const VnusQuery *wanted,
                const VnusQuery *sought)
{
  g_autoptr (VnusQuery) query = _vnus_view_recall (view, &scope_memo, declared, NULL);

  if (query == NULL)
    return FALSE;

  for (guint i = 0; i < vnus_query_get_n_terms (query); i++)
    if (!is_implied (view, query, i, wanted))
      return FALSE;

  return !may_be_silent (view, query, sought);
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
              const char    *scope,
              const char    *search)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (Span));
  g_autoptr (VnusQuery) wanted = vnus_query_parse (scope, NULL);
  g_autoptr (VnusQuery) sought = vnus_query_parse (search, NULL);
  guint n = wanted != NULL && sought != NULL ? vnus_chronicle_get_n_of_kind (view, VNUS_KIND_COVERAGE) : 0;

  for (guint i = 0; i < n; i++)
    {
      VnusRecord *record = vnus_chronicle_get_nth_of_kind (view, VNUS_KIND_COVERAGE, i);
      VnusCoverage *coverage = VNUS_COVERAGE (record);
      Span span = { .id = vnus_record_get_id (record) };
      VnusRecord *lacking;

      if (vnus_coverage_get_scope (coverage) == NULL || vnus_coverage_get_during (coverage) == NULL ||
          !scope_includes (view, coverage, wanted, sought) ||
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
  return _vnus_ask_search_is_covered (ask, finding, scope, scope, from, to);
}

gboolean
_vnus_ask_search_is_covered (VnusAsk     *ask,
                             VnusFinding *finding,
                             const char  *scope,
                             const char  *search,
                             int          from,
                             int          to)
{
  g_autoptr (GArray) spans = gather_spans (ask->view, finding, scope, search);
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
