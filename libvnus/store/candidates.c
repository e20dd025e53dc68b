/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: the records that may match a query, found by the terms of one of its
 * terms: that which finds the fewest, among the kinds and days that the others leave.
 *
 * Too many are found, never too few: what is found is asked again in memory. */
#include "store/working-set-private.h"

#include <vnus/vnus-relation.h>

#include "chronicle/vnus-query-plan-private.h"
#include "model/vnus-kind-private.h"
#include "model/vnus-reference-private.h"

/* More than this is many, however much more. */
#define MANY 100000

typedef enum
{
  FOUND_BY_KIND,
  FOUND_BY_WHAT,
  FOUND_BY_NAME,
  FOUND_BY_ID,
} Way;

/* What finds all that one term may match. */
typedef struct
{
  Way         way;
  GHashTable *whats;   /* (element-type utf8) (owned) */
  GHashTable *others;  /* (element-type utf8) (owned) ids of records that are found already */
  gint64      n;
} Finder;

typedef struct
{
  VnusSqlEngine   *engine;
  GCancellable    *cancellable;
  const VnusQuery *query;
  gboolean         is_viewed; /* a view may hide values */
  char            *kinds;   /* JSON */
  gint64           first;   /* the days that a match must touch */
  gint64           last;
  const char      *lacking;
  guint            n_most;
} Search;

static void
finder_init (Finder *self)
{
  *self = (Finder) { FOUND_BY_KIND, _vnus_store_set_new (), _vnus_store_set_new (), G_MAXINT64 };
}

static void
finder_clear (Finder *self)
{
  g_clear_pointer (&self->whats, g_hash_table_unref);
  g_clear_pointer (&self->others, g_hash_table_unref);
}

/* Also what a view may show without the value that is asked for. */
static void
add_hiding (const Search *search,
            Finder       *finder)
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
ask_are_roots (const Search  *search,
               GPtrArray     *parties,
               gboolean      *are_roots,
               GError       **error)
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
use_pair (const Search  *search,
          Finder        *finder,
          const char    *a,
          const char    *b,
          GError       **error)
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
ask_parties (const Search         *search,
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
use_relation (const Search         *search,
              const VnusQueryTerm  *term,
              Finder               *finder,
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

/* Fields of references alone, each of which has a term where it has no value, or
 * needs none. */
static gboolean
use_field (const Search        *search,
           const VnusQueryTerm *term,
           Finder              *finder)
{
  const VnusQueryKey *key = term->key;

  if ((key->types & ~(1u << VNUS_VALUE_TYPE_REFERENCE | 1u << VNUS_VALUE_TYPE_STOP)) != 0 || !has_ids (term))
    return FALSE;

  for (guint kind = 1; kind < VNUS_N_KINDS; kind++)
    for (guint i = 0; i < VNUS_KEY_MAX_FIELDS && key->fields[kind][i] != NULL; i++)
      if (!key->fields[kind][i]->is_list)
        {
          if (!_vnus_store_has_absent_term (key->fields[kind][i]->name))
            return FALSE;
          g_hash_table_add (finder->whats, g_strconcat (VNUS_TERM_ABSENT, key->fields[kind][i]->name, NULL));
        add_hiding (search, finder);
        }

  return TRUE;
}

static gboolean
use_holders (const Search  *search,
             Finder        *finder,
             GError       **error)
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
use_term (const Search         *search,
          const VnusQueryTerm  *term,
          Finder               *finder,
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

/* --- Counting --- */

static gboolean
count (const Search  *search,
       Finder        *finder,
       GError       **error)
{
  static const char sql[] =
    "SELECT count(*) FROM (SELECT 1 FROM terms WHERE what IN (SELECT value FROM TEXTS($1))"
    " AND kind IN (SELECT value FROM TEXTS($2)) AND last_day >= $3 AND first_day <= $4 LIMIT $5) AS found";
  g_autofree char *whats = NULL;
  VnusSqlValue params[5];

  if (finder->way == FOUND_BY_ID || finder->way == FOUND_BY_NAME)
    finder->n = 0;
  if (finder->way != FOUND_BY_WHAT)
    return TRUE;

  whats = _vnus_store_json_of_set (finder->whats);
  params[0] = _vnus_sql_text (whats);
  params[1] = _vnus_sql_text (search->kinds);
  params[2] = _vnus_sql_integer (search->first);
  params[3] = _vnus_sql_integer (search->last);
  params[4] = _vnus_sql_integer (MANY);

  return _vnus_sql_run (search->engine, sql, params, G_N_ELEMENTS (params), _vnus_store_take_integer, &finder->n,
                        search->cancellable, error);
}

static gboolean
choose (const Search  *search,
        Finder        *best,
        GError       **error)
{
  for (guint i = 0; search->query != NULL && i < search->query->n_terms && best->n > 0; i++)
    {
      Finder other;

      if (search->query->terms[i]->negated)
        continue;
      finder_init (&other);
      if (!use_term (search, search->query->terms[i], &other, error) || !count (search, &other, error))
        {
          finder_clear (&other);
          return FALSE;
        }
      if (other.way != FOUND_BY_KIND && other.n < best->n)
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
find (const Search  *search,
      const char    *sql,
      const char    *list,
      GHashTable    *ids,
      GError       **error)
{
  const VnusSqlValue params[] = {
    _vnus_sql_text (list),
    _vnus_sql_text (search->kinds),
    _vnus_sql_integer (search->first),
    _vnus_sql_integer (search->last),
    _vnus_sql_integer (search->n_most),
    _vnus_sql_text (search->lacking),
  };

  return _vnus_sql_run (search->engine, sql, params, search->lacking != NULL ? 6 : 5, _vnus_store_take_id, ids,
                        search->cancellable, error);
}

#define FOUND " FROM terms WHERE what IN (SELECT value FROM TEXTS($1))" \
              " AND kind IN (SELECT value FROM TEXTS($2)) AND last_day >= $3 AND first_day <= $4"
#define CITED(when) " AND NOT EXISTS (SELECT 1 FROM terms AS cited WHERE cited.what IN (SELECT value FROM TEXTS($6))" when \
                    " AND cited.field = 'source' AND cited.id = terms.id)"
/* Mostly one look into the index tells: the terms of a record have the same days, but
 * for a few, which are looked up by the record. */
#define SAME_DAYS " AND cited.kind = terms.kind AND cited.last_day = terms.last_day AND cited.first_day = terms.first_day"
#define LACKING CITED (SAME_DAYS) CITED ("")
#define HIDING " AND EXISTS (SELECT 1 FROM terms AS hiding WHERE hiding.id = terms.id AND hiding.what = '" VNUS_TERM_HIDING "')"
#define ALL(found) "SELECT DISTINCT id" found " LIMIT $5"
#define IN_ORDER(found) "SELECT id" found " GROUP BY id ORDER BY min (first_day), id LIMIT $5"

/* By terms; what cites none of some sources in the order of time, as far as is asked. */
static gboolean
find_by_terms (const Search  *search,
               GHashTable    *list,
               GHashTable    *ids,
               GError       **error)
{
  const char *sql = search->lacking != NULL ? IN_ORDER (FOUND LACKING) : ALL (FOUND);
  const char *hiding = search->lacking != NULL ? IN_ORDER (FOUND LACKING HIDING) : ALL (FOUND HIDING);
  g_autofree char *json = NULL;
  Search timeless = *search;

  if (g_hash_table_size (list) == 0)
    return TRUE;

  json = _vnus_store_json_of_set (list);
  if (!find (search, sql, json, ids, error))
    return FALSE;
  if (!search->is_viewed || (search->first == VNUS_DAY_MIN && search->last == VNUS_DAY_MAX))
    return TRUE;

  /* A view may hide when it was: then it may have been then. */
  timeless.first = VNUS_DAY_MIN;
  timeless.last = VNUS_DAY_MAX;
  return find (&timeless, hiding, json, ids, error);
}

static gboolean
find_by_kind (const Search  *search,
              Finder        *finder,
              GHashTable    *ids,
              GError       **error)
{
  g_hash_table_add (finder->whats, g_strdup (VNUS_TERM_KIND));
  add_hiding (search, finder);

  return find_by_terms (search, finder->whats, ids, error);
}

static gboolean
find_by_names (const Search  *search,
               GHashTable    *names,
               GHashTable    *ids,
               GError       **error)
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
    g_hash_table_add (ids, g_strdup (id));
}

static gboolean
carry_out (const Search  *search,
           Finder        *finder,
           GHashTable    *ids,
           GError       **error)
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
      return find_by_terms (search, finder->whats, ids, error);

    default:
      return find_by_kind (search, finder, ids, error);
    }
}

gboolean
_vnus_candidates_gather (VnusSqlEngine    *engine,
                         const VnusQuery  *query,
                         gboolean          is_viewed,
                         const char       *lacking,
                         const VnusDate   *during,
                         guint             n_most,
                         GHashTable       *ids,
                         GCancellable     *cancellable,
                         GError          **error)
{
  g_autofree char *kinds = _vnus_store_json_of_kinds (find_kinds (query));
  Search search = { engine, cancellable, query, is_viewed, kinds, VNUS_DAY_MIN, VNUS_DAY_MAX, lacking, n_most };
  Finder finder;
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
