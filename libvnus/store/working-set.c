/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: the part of a store that a query is about.
 *
 * It is closed under what bears on it, as docs/stores.md says: what may match; the
 * tenures and accreditations of all persons and offices in it, the stages of relations,
 * the actions on agreements, the observations of indicators; what else speaks of what
 * matches; coverage and assertions whose scopes name nothing that is not in it; what is
 * in the way of such coverage; the newest report of a source without a date; and
 * whatever any of these refers to.
 *
 * Each step asks for all of its records at once. */
#include "store/working-set-private.h"

#include <vnus/vnus-coverage.h>
#include <vnus/vnus-source.h>

#include "model/vnus-reference-private.h"

/* How many records that a declaration of coverage lacks are looked at: one is enough
 * against it, but a view may not know of that one. */
#define MOST_LACKING 100

/* So many records of one part are worth asking for them alone. */
#define LARGE_PART 200

/* What is brought along by whatever is loaded, by kind. */
#define WITH_ALL (VNUS_KINDS (RELATION) | VNUS_KINDS (AGREEMENT) | VNUS_KINDS (INDICATOR) | VNUS_KINDS (MECHANISM))
#define WITH_TENURES (VNUS_KINDS (PERSON) | VNUS_KINDS (OFFICE))

/* What is known to many that have nothing to do with each other. */
#define OF_ALL (VNUS_KINDS_ACTORS | VNUS_KINDS (OFFICE) | VNUS_KINDS (PLACE) | VNUS_KINDS (TOPIC) | VNUS_KINDS (SOURCE) | VNUS_KINDS (LEVEL))

void
_vnus_working_set_init (VnusWorkingSet   *self,
                        VnusSqlEngine    *engine,
                        const VnusQuery  *query,
                        gboolean          is_viewed,
                        GCancellable     *cancellable)
{
  *self = (VnusWorkingSet) { .engine = engine, .query = query, .is_viewed = is_viewed, .cancellable = cancellable };
  _vnus_store_reader_init (&self->reader);
  self->asked = _vnus_store_set_new ();
  self->matched = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->known = _vnus_store_set_new ();
}

void
_vnus_working_set_clear (VnusWorkingSet *self)
{
  _vnus_store_reader_clear (&self->reader);
  g_hash_table_unref (self->asked);
  g_hash_table_unref (self->matched);
  g_hash_table_unref (self->known);
}

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Those of @ids that are not in @seen, to which they are added. */
static GHashTable *
take_missing (GHashTable *seen,
              GHashTable *ids)
{
  GHashTable *missing = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (!g_hash_table_contains (seen, id))
      {
        g_hash_table_add (seen, g_strdup (id));
        g_hash_table_add (missing, id);
      }

  return missing;
}

/* Loads those of @ids that were not looked for yet. */
static gboolean
load (VnusWorkingSet  *self,
      GHashTable      *ids,
      GError         **error)
{
  static const char sql[] = "SELECT body FROM records WHERE id IN (SELECT value FROM TEXTS($1))";
  g_autoptr (GHashTable) missing = take_missing (self->asked, ids);

  return _vnus_store_ask_set (self->engine, sql, missing, _vnus_store_reader_take, &self->reader, self->cancellable, error);
}

/* --- What is of one part --- */

static gboolean
load_part (VnusWorkingSet  *self,
           const char      *part,
           GPtrArray       *ids,
           GError         **error)
{
  static const char sql[] = "SELECT body FROM records WHERE part = $1 AND id IN (SELECT value FROM TEXTS($2))";
  g_autofree char *json = NULL;
  VnusSqlValue params[2];

  g_ptr_array_sort (ids, compare_texts);
  json = _vnus_store_json_of ((const char *const *) ids->pdata, ids->len);
  params[0] = _vnus_sql_text (part);
  params[1] = _vnus_sql_text (json);
  if (!_vnus_sql_run (self->engine, sql, params, G_N_ELEMENTS (params), _vnus_store_reader_take, &self->reader,
                      self->cancellable, error))
    return FALSE;

  for (guint i = 0; i < ids->len; i++)
    g_hash_table_add (self->asked, g_strdup (g_ptr_array_index (ids, i)));
  return TRUE;
}

/* Of @ids and their parts, none looked for yet, those of which one part has many: they lie
 * in one place, and need not be looked for in all. */
static gboolean
load_large_parts (VnusWorkingSet  *self,
                  GHashTable      *ids,
                  GError         **error)
{
  g_autoptr (GHashTable) parts = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  GHashTableIter iter;
  gpointer id, part;

  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, &id, &part))
    {
      GPtrArray *of_part = part != NULL ? g_hash_table_lookup (parts, part) : NULL;

      if (part == NULL)
        continue;
      if (of_part == NULL)
        g_hash_table_insert (parts, part, of_part = g_ptr_array_new ());
      g_ptr_array_add (of_part, id);
    }

  g_hash_table_iter_init (&iter, parts);
  while (g_hash_table_iter_next (&iter, &part, &id))
    if (((GPtrArray *) id)->len >= LARGE_PART && !load_part (self, part, id, error))
      return FALSE;

  return TRUE;
}

/* --- What it refers to, and what comes along --- */

/* All that refers to @ids, where that was not looked for yet. */
static gboolean
ask_referrers (VnusWorkingSet  *self,
               GHashTable      *ids,
               GHashTable      *referrers,
               GError         **error)
{
  static const char sql[] = "SELECT DISTINCT id FROM terms WHERE what IN (SELECT value FROM TEXTS($1))";
  g_autoptr (GHashTable) missing = take_missing (self->known, ids);

  return _vnus_store_ask_set (self->engine, sql, missing, _vnus_store_take_id, referrers, self->cancellable, error);
}

typedef struct
{
  GHashTable *targets;  /* (element-type utf8) what the new records refer to */
  GHashTable *with_all; /* (element-type utf8) the new ones that all who refer to them come along with */
  GHashTable *with_tenures;
} Wave;

static void
take_target (VnusRecord *record,
             const char *path,
             const char *id,
             VnusKinds   targets,
             gpointer    user_data)
{
  if (!g_hash_table_contains (user_data, id))
    g_hash_table_add (user_data, g_strdup (id));
}

static void
look_at (VnusWorkingSet *self,
         guint           first,
         Wave           *wave)
{
  for (guint i = first; i < self->reader.records->len; i++)
    {
      VnusRecord *record = g_ptr_array_index (self->reader.records, i);
      const VnusKinds kind = 1u << vnus_record_get_kind (record);

      _vnus_record_foreach_target (record, take_target, wave->targets);
      if ((kind & WITH_ALL) != 0)
        g_hash_table_add (wave->with_all, g_strdup (vnus_record_get_id (record)));
      if ((kind & WITH_TENURES) != 0)
        g_hash_table_add (wave->with_tenures, g_strdup (vnus_record_get_id (record)));
    }
}

static gboolean
ask_companions (VnusWorkingSet  *self,
                const Wave      *wave,
                GHashTable      *ids,
                GError         **error)
{
  static const char tenures[] =
    "SELECT id FROM terms WHERE what IN (SELECT value FROM TEXTS($1)) AND kind = 'tenure' UNION "
    "SELECT id FROM terms WHERE what IN (SELECT value FROM TEXTS($1)) AND kind = 'accreditation'";

  return ask_referrers (self, wave->with_all, ids, error) &&
         _vnus_store_ask_set (self->engine, tenures, wave->with_tenures, _vnus_store_take_id, ids, self->cancellable, error);
}

/* Until nothing new comes along. */
static gboolean
close_over (VnusWorkingSet  *self,
            guint           *n_done,
            GError         **error)
{
  while (*n_done < self->reader.records->len)
    {
      g_autoptr (GHashTable) targets = _vnus_store_set_new (), with_all = _vnus_store_set_new ();
      g_autoptr (GHashTable) with_tenures = _vnus_store_set_new ();
      Wave wave = { targets, with_all, with_tenures };

      look_at (self, *n_done, &wave);
      *n_done = self->reader.records->len;
      if (!ask_companions (self, &wave, targets, error) || !load (self, targets, error))
        return FALSE;
    }

  return TRUE;
}

/* --- What speaks of what matches --- */

static gboolean
load_referrers (VnusWorkingSet  *self,
                GError         **error)
{
  g_autoptr (GHashTable) ids = _vnus_store_set_new (), referrers = _vnus_store_set_new ();
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, self->matched);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      VnusRecord *record = g_hash_table_lookup (self->reader.by_id, id);

      if (record != NULL && (OF_ALL & 1u << vnus_record_get_kind (record)) == 0)
        g_hash_table_add (ids, g_strdup (id));
    }

  return ask_referrers (self, ids, referrers, error) && load (self, referrers, error);
}

/* --- Coverage and assertions --- */

/* What is loaded, but for that of which all that refers to it is loaded as well. */
static GHashTable *
list_unknown (VnusWorkingSet *self)
{
  GHashTable *ids = _vnus_store_set_new ();

  for (guint i = 0; i < self->reader.records->len; i++)
    {
      const char *id = vnus_record_get_id (g_ptr_array_index (self->reader.records, i));

      if (!g_hash_table_contains (self->known, id))
        g_hash_table_add (ids, g_strdup (id));
    }

  return ids;
}

/* Declarations about something in the set, or about everything; assertions likewise. */
static gboolean
load_scopes (VnusWorkingSet  *self,
             GError         **error)
{
  static const char sql[] =
    "SELECT DISTINCT id FROM terms WHERE what IN (SELECT value FROM TEXTS($1))"
    " AND kind IN ('coverage', 'assertion', 'judgement') AND field IN ('scope', 'subject', 'a', 'b')";
  g_autoptr (GHashTable) loaded = list_unknown (self), scopes = _vnus_store_set_new ();

  /* With nothing loaded there still is what is about everything. */
  g_hash_table_add (loaded, g_strdup (""));
  return _vnus_store_ask_set (self->engine, sql, loaded, _vnus_store_take_id, scopes, self->cancellable, error) &&
         load (self, scopes, error);
}

static GHashTable *
list_sources (VnusCoverage *coverage)
{
  GHashTable *sources = _vnus_store_set_new ();

  for (guint i = 0; i < vnus_coverage_get_n_sources (coverage); i++)
    g_hash_table_add (sources, g_strdup (vnus_coverage_get_source (coverage, i)));

  return sources;
}

/* What should be told by the sources of a declaration, and is not. */
static gboolean
load_lacking (VnusWorkingSet  *self,
              GError         **error)
{
  g_autoptr (GHashTable) lacking = _vnus_store_set_new ();

  for (guint i = 0; i < self->reader.records->len; i++)
    {
      VnusRecord *record = g_ptr_array_index (self->reader.records, i);
      const char *scope = VNUS_IS_COVERAGE (record) ? vnus_coverage_get_scope (VNUS_COVERAGE (record)) : NULL;
      VnusDate *during = scope != NULL ? vnus_coverage_get_during (VNUS_COVERAGE (record)) : NULL;
      g_autoptr (VnusQuery) query = during != NULL ? vnus_query_parse (scope, NULL) : NULL;
      g_autoptr (GHashTable) sources = NULL;
      VnusLacking missing;

      if (query == NULL)
        continue;
      sources = list_sources (VNUS_COVERAGE (record));
      missing = (VnusLacking) { sources, self->reader.by_id };
      if (!_vnus_candidates_gather (self->engine, query, self->is_viewed, &missing, during, MOST_LACKING, lacking, self->cancellable, error))
        return FALSE;
    }

  return load (self, lacking, error);
}

/* --- Sources --- */

/* A source without a date was published no earlier than the newest that it reports. */
static gboolean
load_reports (VnusWorkingSet  *self,
              GError         **error)
{
  static const char sql[] = "SELECT id FROM terms WHERE what = $1 AND kind = '' ORDER BY last_day DESC LIMIT 1";
  g_autoptr (GHashTable) reports = _vnus_store_set_new ();

  for (guint i = 0; i < self->reader.records->len; i++)
    {
      VnusRecord *record = g_ptr_array_index (self->reader.records, i);
      const VnusSqlValue param = _vnus_sql_text (vnus_record_get_id (record));

      if (VNUS_IS_SOURCE (record) && vnus_source_get_published (VNUS_SOURCE (record)) == NULL &&
          !_vnus_sql_run (self->engine, sql, &param, 1, _vnus_store_take_id, reports, self->cancellable, error))
        return FALSE;
    }

  return load (self, reports, error);
}

/* --- All of it --- */

static gboolean
load_matches (VnusWorkingSet  *self,
              GError         **error)
{
  g_autoptr (GHashTable) named = _vnus_store_set_new ();

  for (guint i = 0; self->query != NULL && i < self->query->n_terms; i++)
    for (guint j = 0; j < self->query->terms[i]->n_choices; j++)
      if (self->query->terms[i]->choices[j].id != NULL)
        g_hash_table_add (named, g_strdup (self->query->terms[i]->choices[j].id));

  return _vnus_candidates_gather (self->engine, self->query, self->is_viewed, NULL, NULL, G_MAXINT32, self->matched,
                                  self->cancellable, error) &&
         load_large_parts (self, self->matched, error) && load (self, self->matched, error) &&
         _vnus_store_add_parts (self->engine, named, self->cancellable, error) && load (self, named, error);
}

gboolean
_vnus_working_set_gather (VnusWorkingSet  *self,
                          GError         **error)
{
  guint n_done = 0;

  return load_matches (self, error) && load_referrers (self, error) && close_over (self, &n_done, error) &&
         load_scopes (self, error) && close_over (self, &n_done, error) &&
         load_lacking (self, error) && close_over (self, &n_done, error) &&
         load_reports (self, error) && close_over (self, &n_done, error);
}
