/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: the records that may match a query, found by the terms of one of its
 * terms: that which finds the fewest, among the kinds and days that the others leave.
 *
 * Too many are found, never too few: what is found is asked again in memory. */
#include "store/candidates-private.h"

#include <vnus/vnus-relation.h>

#include "chronicle/vnus-query-plan-private.h"
#include "model/vnus-kind-private.h"
#include "model/vnus-reference-private.h"

static void
finder_init (VnusFinder *self)
{
  *self = (VnusFinder) { FOUND_BY_KIND, _vnus_store_set_new (), NULL, _vnus_store_set_new (), G_MAXINT64 };
}

static void
finder_clear (VnusFinder *self)
{
  g_clear_pointer (&self->whats, g_hash_table_unref);
  g_clear_pointer (&self->fields, g_hash_table_unref);
  g_clear_pointer (&self->others, g_hash_table_unref);
}

/* Also what a view may show without the value that is asked for. */
static void
add_hiding (const VnusSearch *search,
            VnusFinder       *finder)
{
  if (search->is_viewed)
    g_hash_table_add (finder->whats, g_strdup (VNUS_TERM_HIDING));
}

/* --- Kinds --- */

static VnusKinds
find_kinds (const VnusQuery *query)
{
  VnusKinds kinds = VNUS_KINDS_ANY;

  for (guint i = 0; query != NULL && i < query->n_terms; i++)
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

/* --- Relations --- */

static gboolean
take_root (const VnusSqlValue  *columns,
           guint                n_columns,
           gpointer             user_data,
           GError             **error)
{
  *(gboolean *) user_data = TRUE;
  return TRUE;
}

/* Whether nothing is above any of the parties, so that pairs of them are terms. */
static gboolean
ask_are_roots (const VnusSearch  *search,
               GPtrArray         *parties,
               gboolean          *are_roots,
               GError           **error)
{
  static const char sql[] = "SELECT id FROM terms WHERE id IN (SELECT value FROM TEXTS($1)) AND field IN ('of', 'within', 'broader')";
  g_autofree char *json = _vnus_store_json_of ((const char *const *) parties->pdata, parties->len);
  const VnusSqlValue param = _vnus_sql_text (json);
  gboolean has_above = FALSE;

  if (!_vnus_sql_run (search->engine, sql, &param, 1, take_root, &has_above, search->cancellable, error))
    return FALSE;

  *are_roots = !has_above;
  return TRUE;
}

static gboolean
use_pair (const VnusSearch  *search,
          VnusFinder        *finder,
          const char        *a,
          const char        *b,
          GError           **error)
{
  static const char sql[] =
    "SELECT DISTINCT id FROM terms WHERE what = $1 AND field = 'among'"
    " AND id IN (SELECT id FROM terms WHERE what = $2 AND field = 'among')";
  const VnusSqlValue params[] = { _vnus_sql_text (a), _vnus_sql_text (b) };

  g_hash_table_add (finder->whats, _vnus_store_pair_of (a, b));

  /* Among many: found by their own ids, which are terms of what they are part of. */
  return _vnus_sql_run (search->engine, sql, params, G_N_ELEMENTS (params), _vnus_store_take_id, finder->others, search->cancellable, error);
}

typedef struct
{
  GPtrArray *parties; /* (element-type utf8) */
  gboolean   differ;  /* sources name others */
} Parties;

static void
take_party (VnusRecord *record,
            const char *path,
            const char *id,
            VnusKinds   targets,
            gpointer    user_data)
{
  Parties *parties = user_data;
  char buffer[64];

  if (!g_str_equal (_vnus_reference_field (record, path, buffer, sizeof buffer), "parties"))
    return;
  parties->differ = parties->differ || g_str_has_prefix (path, "citations/");
  g_ptr_array_add (parties->parties, g_strdup (id));
}

/* The parties of the relations that a term names. */
static gboolean
ask_parties (const VnusSearch     *search,
             const VnusQueryTerm  *term,
             Parties              *parties,
             GError              **error)
{
  static const char sql[] = "SELECT body FROM records WHERE kind = 'relation' AND id IN (SELECT value FROM TEXTS($1))";
  g_autoptr (GHashTable) ids = _vnus_store_set_new ();
  VnusStoreReader reader;
  gboolean good;

  for (guint i = 0; i < term->n_choices; i++)
    g_hash_table_add (ids, g_strdup (term->choices[i].id));

  _vnus_store_reader_init (&reader);
  good = _vnus_store_ask_set (search->engine, sql, ids, _vnus_store_reader_take, &reader, search->cancellable, error);
  for (guint i = 0; good && i < reader.records->len; i++)
    _vnus_record_foreach_reference (g_ptr_array_index (reader.records, i), take_party, parties);
  parties->differ = parties->differ || reader.records->len > 1;
  _vnus_store_reader_clear (&reader);

  return good;
}

static gboolean
use_relation (const VnusSearch     *search,
              const VnusQueryTerm  *term,
              VnusFinder           *finder,
              GError              **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  Parties parties = { names, FALSE };
  gboolean are_roots = FALSE;

  finder->way = FOUND_BY_WHAT;
  g_hash_table_add (finder->whats, g_strdup (VNUS_TERM_ABSENT "relation"));
  add_hiding (search, finder);
  for (guint i = 0; i < term->n_choices; i++)
    g_hash_table_add (finder->whats, g_strdup (term->choices[i].id));

  if (!ask_parties (search, term, &parties, error) ||
      (names->len > 0 && !ask_are_roots (search, names, &are_roots, error)))
    return FALSE;
  if (names->len >= 2 && are_roots && !parties.differ)
    return use_pair (search, finder, g_ptr_array_index (names, 0), g_ptr_array_index (names, 1), error);

  for (guint i = 0; i < (parties.differ ? names->len : MIN (names->len, 1)); i++)
    g_hash_table_add (finder->whats, g_strdup (g_ptr_array_index (names, i)));
  return _vnus_store_add_parts (search->engine, finder->whats, search->cancellable, error);
}

/* --- Terms --- */

static gboolean
has_ids (const VnusQueryTerm *term)
{
  for (guint i = 0; i < term->n_choices; i++)
    if (term->choices[i].id == NULL)
      return FALSE;

  return TRUE;
}

static void
add_ids (const VnusQueryTerm *term,
         GHashTable          *ids)
{
  for (guint i = 0; i < term->n_choices; i++)
    g_hash_table_add (ids, g_strdup (term->choices[i].id));
}

static gboolean
use_field_of_kind (const VnusSearch *search,
                   VnusField        *field,
                   VnusFinder       *finder)
{
  g_hash_table_add (finder->fields, g_strdup (field->name));
  if (field->is_list)
    return TRUE;

  g_hash_table_add (finder->whats, g_strconcat (VNUS_TERM_ABSENT, field->name, NULL));
  add_hiding (search, finder);
  return _vnus_store_has_absent_term (field->name);
}

/* Fields of references alone, each of which has a term where it has no value, or
 * needs none. */
static gboolean
use_field (const VnusSearch    *search,
           const VnusQueryTerm *term,
           VnusFinder          *finder)
{
  const VnusQueryKey *key = term->key;

  if ((key->types & ~(1u << VNUS_VALUE_TYPE_REFERENCE | 1u << VNUS_VALUE_TYPE_STOP)) != 0 || !has_ids (term))
    return FALSE;

  finder->fields = _vnus_store_set_new ();
  g_hash_table_add (finder->fields, g_strdup (VNUS_TERM_KIND)); /* of what hides */
  for (guint kind = 1; kind < VNUS_N_KINDS; kind++)
    for (guint i = 0; i < VNUS_KEY_MAX_FIELDS && key->fields[kind][i] != NULL; i++)
      if (!use_field_of_kind (search, key->fields[kind][i], finder))
        return FALSE;

  return TRUE;
}

static gboolean
use_holders (const VnusSearch  *search,
             VnusFinder        *finder,
             GError           **error)
{
  static const char sql[] =
    "SELECT DISTINCT held.what FROM terms AS office JOIN terms AS held ON held.id = office.id"
    " WHERE office.what IN (SELECT value FROM TEXTS($1)) AND office.kind = 'tenure' AND held.field = 'person'";
  g_autoptr (GHashTable) persons = _vnus_store_set_new ();
  gboolean good = _vnus_store_add_parts (search->engine, finder->whats, search->cancellable, error) &&
                  _vnus_store_ask_set (search->engine, sql, finder->whats, _vnus_store_take_id, persons, search->cancellable, error);

  g_hash_table_unref (finder->whats);
  finder->whats = g_steal_pointer (&persons);

  return good;
}

/* Makes the finder of a term; it stays one by kind if there is none. */
static gboolean
use_term (const VnusSearch     *search,
          const VnusQueryTerm  *term,
          VnusFinder           *finder,
          GError              **error)
{
  switch (term->key->matter)
    {
    case VNUS_MATTER_ID:
      finder->way = FOUND_BY_ID;
      for (guint i = 0; i < term->n_choices; i++)
        g_hash_table_add (finder->whats, g_strdup (term->choices[i].text));
      return TRUE;

    case VNUS_MATTER_TEXT:
      finder->way = FOUND_BY_NAME;
      for (guint i = 0; i < term->n_choices; i++)
        g_hash_table_add (finder->whats, g_strdup (term->choices[i].folded));
      return TRUE;

    case VNUS_MATTER_SOURCE:
      finder->way = FOUND_BY_WHAT;
      for (guint i = 0; i < term->n_choices; i++)
        g_hash_table_add (finder->whats, g_strdup (term->choices[i].text));
      return TRUE;

    case VNUS_MATTER_RELATION:
      return use_relation (search, term, finder, error);

    case VNUS_MATTER_FIELD:
      if (!use_field (search, term, finder))
        return TRUE;
      break;

    case VNUS_MATTER_ROLE:
    case VNUS_MATTER_CAPACITY:
    case VNUS_MATTER_ACTOR:
    case VNUS_MATTER_HOLDING:
      if (!has_ids (term))
        return TRUE;
      break;

    default:
      return TRUE;
    }

  finder->way = FOUND_BY_WHAT;
  add_ids (term, finder->whats);
  if (term->key->matter == VNUS_MATTER_HOLDING)
    return use_holders (search, finder, error);

  return _vnus_store_add_parts (search->engine, finder->whats, search->cancellable, error);
}

/* --- Choosing --- */

/* How many terms may find something. */
static guint
count_finding (const VnusQuery *query)
{
  guint n = 0;

  for (guint i = 0; query != NULL && i < query->n_terms; i++)
    n += !query->terms[i]->negated && query->terms[i]->key->matter != VNUS_MATTER_KIND;

  return n;
}

static gboolean
choose (const VnusSearch  *search,
        VnusFinder        *best,
        GError           **error)
{
  const gboolean is_choice = count_finding (search->query) > 1;

  for (guint i = 0; search->query != NULL && i < search->query->n_terms && best->n > 0; i++)
    {
      VnusFinder other;

      if (search->query->terms[i]->negated)
        continue;
      finder_init (&other);
      if (!use_term (search, search->query->terms[i], &other, error) || (is_choice && !_vnus_candidates_count (search, &other, error)))
        {
          finder_clear (&other);
          return FALSE;
        }
      if (other.way != FOUND_BY_KIND && (other.n < best->n || !is_choice))
        {
          finder_clear (best);
          *best = other;
        }
      else
        {
          finder_clear (&other);
        }
    }

  return TRUE;
}

/* --- Finding --- */

static gboolean
find_by_kind (const VnusSearch  *search,
              VnusFinder        *finder,
              GHashTable        *ids,
              GError           **error)
{
  g_hash_table_add (finder->whats, g_strdup (VNUS_TERM_KIND));
  add_hiding (search, finder);

  return _vnus_candidates_find_by_terms (search, finder, ids, error);
}

static gboolean
find_by_names (const VnusSearch  *search,
               GHashTable        *names,
               GHashTable        *ids,
               GError           **error)
{
  static const char sql[] = "SELECT DISTINCT id FROM names WHERE name >= $1 AND name < $2";
  GHashTableIter iter;
  gpointer name;

  g_hash_table_iter_init (&iter, names);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    {
      g_autofree char *start = g_strdup (name), *end = NULL;
      VnusSqlValue params[2];

      _vnus_store_clip_name (start);
      end = g_strconcat (start, "\xf4\x8f\xbf\xbf", NULL);
      params[0] = _vnus_sql_text (start);
      params[1] = _vnus_sql_text (end);
      if (!_vnus_sql_run (search->engine, sql, params, G_N_ELEMENTS (params), _vnus_store_take_id, ids, search->cancellable, error))
        return FALSE;
    }

  return TRUE;
}

static void
add_all (GHashTable *some,
         GHashTable *ids)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, some);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_hash_table_insert (ids, g_strdup (id), NULL);
}

static gboolean
carry_out (const VnusSearch  *search,
           VnusFinder        *finder,
           GHashTable        *ids,
           GError           **error)
{
  switch (finder->way)
    {
    case FOUND_BY_ID:
      add_all (finder->whats, ids);
      return TRUE;

    case FOUND_BY_NAME:
      return find_by_names (search, finder->whats, ids, error);

    case FOUND_BY_WHAT:
      add_all (finder->others, ids);
      return _vnus_candidates_find_by_terms (search, finder, ids, error);

    default:
      return find_by_kind (search, finder, ids, error);
    }
}

gboolean
_vnus_candidates_gather (VnusSqlEngine      *engine,
                         const VnusQuery    *query,
                         gboolean            is_viewed,
                         const VnusLacking  *lacking,
                         const VnusDate     *during,
                         guint               n_most,
                         GHashTable         *ids,
                         GCancellable       *cancellable,
                         GError            **error)
{
  VnusSearch search = { engine, cancellable, query, is_viewed, find_kinds (query), VNUS_DAY_MIN, VNUS_DAY_MAX, lacking, n_most };
  VnusFinder finder;
  gboolean good;

  if (query != NULL)
    {
      gint32 first, last;

      _vnus_query_get_window (query, &first, &last);
      search.first = first;
      search.last = last;
    }
  if (during != NULL)
    {
      search.first = MAX (search.first, vnus_date_get_earliest_start (during));
      search.last = MIN (search.last, vnus_date_get_latest_end (during));
    }

  finder_init (&finder);
  good = choose (&search, &finder, error) && carry_out (&search, &finder, ids, error);
  finder_clear (&finder);

  return good;
}
