/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: what names something, among some kinds and days.
 *
 * An engine that keeps rows apart by their parts is asked for one kind after the other, or
 * whatever the kind where there are many: of two lists its servers take only one through an
 * index, and read all that it leaves. What cites none of some sources is there sifted here,
 * of what is loaded in memory.
 */
#include "store/candidates-private.h"

#include "model/vnus-kind-private.h"

/* More than this is many, however much more. */
#define MANY 100000

/* So many kinds are worth asking for one by one. */
#define FEW_KINDS 8

/* So many are asked at once whether they cite something. */
#define SIFTED 500

/* --- Asking by kinds --- */

typedef enum
{
  IN_KINDS, /* $2 is a list */
  OF_KIND,  /* $2 is one */
  OF_ANY,
  N_FORMS
} Form;

#define FOUND(kinds) \
  " FROM terms WHERE what IN (SELECT value FROM TEXTS($1)) AND " kinds " AND last_day >= $3 AND first_day <= $4"
#define LISTED "kind IN (SELECT value FROM TEXTS($2)) AND ($7 IS NULL OR field IN (SELECT value FROM TEXTS($7)))"
#define ONE "kind = $2"
#define ANY "CAST ($2 AS TEXT) = ''"

/* Of one kind, or of any. */
static gboolean
ask_parts (const VnusSearch  *search,
           const char        *sql,
           const char        *whats,
           const char        *kind,
           VnusSqlRowFunc     func,
           gpointer           user_data,
           GError           **error)
{
  const VnusSqlValue params[] = {
    _vnus_sql_text (whats),
    _vnus_sql_text (kind),
    _vnus_sql_integer (search->first),
    _vnus_sql_integer (search->last),
    _vnus_sql_integer (search->n_most),
  };

  return _vnus_sql_run (search->engine, sql, params, G_N_ELEMENTS (params), func, user_data, search->cancellable, error);
}

/* Of all kinds at once. */
static gboolean
ask_whole (const VnusSearch  *search,
           const VnusFinder  *finder,
           const char        *sql,
           const char        *whats,
           VnusSqlRowFunc     func,
           gpointer           user_data,
           GError           **error)
{
  g_autofree char *kinds = _vnus_store_json_of_kinds (search->kinds);
  g_autofree char *sources = search->lacking != NULL ? _vnus_store_json_of_set (search->lacking->sources) : NULL;
  g_autofree char *fields = finder->fields != NULL ? _vnus_store_json_of_set (finder->fields) : NULL;
  const VnusSqlValue params[] = {
    _vnus_sql_text (whats),
    _vnus_sql_text (kinds),
    _vnus_sql_integer (search->first),
    _vnus_sql_integer (search->last),
    _vnus_sql_integer (search->n_most),
    _vnus_sql_text (sources),
    _vnus_sql_text (fields),
  };

  return _vnus_sql_run (search->engine, sql, params, G_N_ELEMENTS (params), func, user_data, search->cancellable, error);
}

/* By kind alone, every record is found among the others: there kinds matter. */
static gboolean
is_one_by_one (const VnusSearch *search,
               const VnusFinder *finder)
{
  guint n = 0;

  for (VnusKind kind = 1; kind < VNUS_N_KINDS; kind++)
    n += (search->kinds >> kind) & 1;

  return n <= FEW_KINDS || (finder->way == FOUND_BY_KIND && (search->kinds != VNUS_KINDS_ANY || search->first != VNUS_DAY_MIN ||
                                                             search->last != VNUS_DAY_MAX));
}

/* Asks the statement of @statements that the engine answers best. */
static gboolean
ask (const VnusSearch   *search,
     const VnusFinder   *finder,
     const char *const  *statements,
     VnusSqlRowFunc      func,
     gpointer            user_data,
     GError            **error)
{
  g_autofree char *whats = _vnus_store_json_of_set (finder->whats);

  if (!search->engine->klass->is_parted)
    return ask_whole (search, finder, statements[IN_KINDS], whats, func, user_data, error);
  if (!is_one_by_one (search, finder))
    return ask_parts (search, statements[OF_ANY], whats, "", func, user_data, error);

  for (VnusKind kind = 1; kind < VNUS_N_KINDS; kind++)
    if ((search->kinds & 1u << kind) != 0 &&
        !ask_parts (search, statements[OF_KIND], whats, vnus_kind_to_string (kind), func, user_data, error))
      return FALSE;

  return TRUE;
}

/* --- Counting --- */

static gboolean
add_count (const VnusSqlValue  *columns,
           guint                n_columns,
           gpointer             count,
           GError             **error)
{
  *(gint64 *) count += _vnus_sql_get_integer (&columns[0]);
  return TRUE;
}

gboolean
_vnus_candidates_count (const VnusSearch  *search,
                        VnusFinder        *finder,
                        GError           **error)
{
#define COUNT(kinds) "SELECT count(*) FROM (SELECT 1" FOUND (kinds) " LIMIT $5) AS found"
  static const char *const statements[N_FORMS] = { COUNT (LISTED), COUNT (ONE), COUNT (ANY) };
  VnusSearch all = *search;

  if (finder->way == FOUND_BY_ID || finder->way == FOUND_BY_NAME)
    finder->n = 0;
  if (finder->way != FOUND_BY_WHAT)
    return TRUE;

  all.n_most = MANY;
  all.lacking = NULL;
  finder->n = 0;
  return ask (&all, finder, statements, add_count, &finder->n, error);
}

/* --- Ids --- */

#define HIDING " AND EXISTS (SELECT 1 FROM terms AS hiding WHERE hiding.id = terms.id AND hiding.what = '" VNUS_TERM_HIDING "')"
#define IDS(kinds) "SELECT DISTINCT id" FOUND (kinds)
#define PLACED(kinds) "SELECT DISTINCT id, part" FOUND (kinds)
#define MOST " LIMIT $5"

static const char *const ids_of[2][N_FORMS] = {
  { IDS (LISTED) MOST, PLACED (ONE) MOST, PLACED (ANY) MOST },
  { IDS (LISTED) HIDING MOST, PLACED (ONE) HIDING MOST, PLACED (ANY) HIDING MOST },
};

/* An id, and its part, where that is told too. */
static gboolean
take_found (const VnusSqlValue  *columns,
            guint                n_columns,
            gpointer             ids,
            GError             **error)
{
  if (n_columns < 2)
    return _vnus_store_take_id (columns, n_columns, ids, error);

  g_hash_table_insert (ids, g_strdup (columns[0].text), g_strdup (columns[1].text));
  return TRUE;
}

/* --- What cites none of some sources --- */

#define CITED(when) " AND NOT EXISTS (SELECT 1 FROM terms AS cited WHERE cited.what IN (SELECT value FROM TEXTS($6))" when \
                    " AND cited.field = 'source' AND cited.id = terms.id)"
/* Mostly one look into the index tells: the terms of a record have the same days, but
 * for a few, which are looked up by the record. */
#define SAME_DAYS " AND cited.kind = terms.kind AND cited.last_day = terms.last_day AND cited.first_day = terms.first_day"
#define LACKING CITED (SAME_DAYS) CITED ("")
#define IN_ORDER(found) "SELECT id" found " GROUP BY id ORDER BY min (first_day), id LIMIT $5"
#define DAYS(found) "SELECT id, min (first_day)" found " GROUP BY id" MOST

static const char *const lacking_of[2][N_FORMS] = {
  { IN_ORDER (FOUND (LISTED) LACKING), DAYS (FOUND (ONE)), DAYS (FOUND (ANY)) },
  { IN_ORDER (FOUND (LISTED) LACKING HIDING), DAYS (FOUND (ONE) HIDING), DAYS (FOUND (ANY) HIDING) },
};

typedef struct
{
  char  *id; /* (owned) */
  gint64 day;
} Candidate;

static void
clear_candidate (gpointer candidate)
{
  g_free (((Candidate *) candidate)->id);
}

static gboolean
take_candidate (const VnusSqlValue  *columns,
                guint                n_columns,
                gpointer             candidates,
                GError             **error)
{
  const Candidate candidate = { g_strdup (columns[0].text), _vnus_sql_get_integer (&columns[1]) };

  g_array_append_val ((GArray *) candidates, candidate);
  return TRUE;
}

static int
compare_candidates (gconstpointer a,
                    gconstpointer b)
{
  const Candidate *one = a, *other = b;

  return one->day != other->day ? (one->day < other->day ? -1 : 1) : strcmp (one->id, other->id);
}

typedef struct
{
  const VnusLacking *lacking;
  GHashTable        *citing; /* (element-type utf8) */
} Sieve;

static gboolean
take_citing (const VnusSqlValue  *columns,
             guint                n_columns,
             gpointer             user_data,
             GError             **error)
{
  const Sieve *sieve = user_data;

  return !g_hash_table_contains (sieve->lacking->sources, columns[1].text) ||
         _vnus_store_take_id (columns, 1, sieve->citing, error);
}

static gboolean
cites (const Sieve *sieve,
       const char  *id)
{
  VnusRecord *record = g_hash_table_lookup (sieve->lacking->by_id, id);

  if (record == NULL)
    return g_hash_table_contains (sieve->citing, id);
  for (guint i = 0; i < vnus_record_get_n_citations (record); i++)
    if (g_hash_table_contains (sieve->lacking->sources, vnus_citation_get_source (vnus_record_get_citation (record, i))))
      return TRUE;

  return FALSE;
}

/* Adds those of @candidates that cite none; how many, or −1 with an error. */
static int
sift_some (const VnusSearch  *search,
           const Candidate   *candidates,
           guint              n_candidates,
           GHashTable        *ids,
           GError           **error)
{
  static const char sql[] = "SELECT id, what FROM terms WHERE id IN (SELECT value FROM TEXTS($1)) AND field = 'source'";
  g_autoptr (GHashTable) citing = _vnus_store_set_new (), unread = g_hash_table_new (g_str_hash, g_str_equal);
  Sieve sieve = { search->lacking, citing };
  int n = 0;

  for (guint i = 0; i < n_candidates; i++)
    if (!g_hash_table_contains (search->lacking->by_id, candidates[i].id))
      g_hash_table_add (unread, candidates[i].id);
  if (!_vnus_store_ask_set (search->engine, sql, unread, take_citing, &sieve, search->cancellable, error))
    return -1;

  for (guint i = 0; i < n_candidates && (guint) n < search->n_most; i++)
    if (!cites (&sieve, candidates[i].id))
      {
        g_hash_table_insert (ids, g_strdup (candidates[i].id), NULL);
        n++;
      }

  return n;
}

static gboolean
sift (const VnusSearch  *search,
      GArray            *candidates,
      GHashTable        *ids,
      GError           **error)
{
  VnusSearch rest = *search;

  g_array_sort (candidates, compare_candidates);
  for (guint i = 0; i < candidates->len && rest.n_most > 0; i += SIFTED)
    {
      const int n = sift_some (&rest, &g_array_index (candidates, Candidate, i), MIN (SIFTED, candidates->len - i), ids, error);

      if (n < 0)
        return FALSE;
      rest.n_most -= (guint) n;
    }

  return TRUE;
}

/* --- Both --- */

static gboolean
find (const VnusSearch  *search,
      const VnusFinder  *finder,
      gboolean           is_hiding,
      GHashTable        *ids,
      GError           **error)
{
  g_autoptr (GArray) candidates = NULL;
  VnusSearch all = *search;

  if (search->lacking == NULL)
    return ask (search, finder, ids_of[is_hiding], take_found, ids, error);
  if (!search->engine->klass->is_parted)
    return ask (search, finder, lacking_of[is_hiding], take_found, ids, error);

  all.n_most = G_MAXINT32;
  candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  g_array_set_clear_func (candidates, clear_candidate);
  return ask (&all, finder, lacking_of[is_hiding], take_candidate, candidates, error) &&
         sift (search, candidates, ids, error);
}

gboolean
_vnus_candidates_find_by_terms (const VnusSearch  *search,
                                const VnusFinder  *finder,
                                GHashTable        *ids,
                                GError           **error)
{
  VnusSearch timeless = *search;

  if (g_hash_table_size (finder->whats) == 0)
    return TRUE;

  if (!find (search, finder, FALSE, ids, error))
    return FALSE;
  if (!search->is_viewed || (search->first == VNUS_DAY_MIN && search->last == VNUS_DAY_MAX))
    return TRUE;

  /* A view may hide when it was: then it may have been then. */
  timeless.first = VNUS_DAY_MIN;
  timeless.last = VNUS_DAY_MAX;
  return find (&timeless, finder, TRUE, ids, error);
}
