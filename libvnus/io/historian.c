/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: what importers of the Historian's registers know beforehand. */
#include "io/historian-private.h"
#include "io/import-title-private.h"

#include <vnus/vnus-citation.h>
#include <vnus/vnus-document.h>
#include <vnus/vnus-fold.h>
#include <vnus/vnus-person.h>
#include <vnus/vnus-relation.h>
#include <vnus/vnus-state.h>
#include <vnus/vnus-tenure.h>

#include <string.h>

extern GResource *_vnus_data_get_resource (void);

typedef struct
{
  VnusChronicle *chronicle;
  GHashTable    *same_as; /* (element-type utf8 utf8) → id */
  GPtrArray     *terms;   /* (element-type VnusTenure) */
} Known;

static GPtrArray *
list_tenures (VnusChronicle *chronicle)
{
  GPtrArray *tenures = g_ptr_array_new ();
  guint n = vnus_chronicle_get_n_of_kind (chronicle, VNUS_KIND_TENURE);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (tenures, vnus_chronicle_get_nth_of_kind (chronicle, VNUS_KIND_TENURE, i));

  return tenures;
}

/* Loaded once and never changed. */
static const Known *
get_known (void)
{
  static Known known;
  static gsize is_ready = 0;

  if (g_once_init_enter (&is_ready))
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = g_resource_lookup_data (_vnus_data_get_resource (), "/org/vnus/importing/importing.json",
                                                         G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
      g_autoptr (VnusChronicle) chronicle = NULL;

      if (bytes != NULL)
        chronicle = vnus_chronicle_load_bytes (bytes, "importing.json", VNUS_LOAD_FLAGS_LENIENT, &error);
      if (chronicle == NULL)
        g_error ("%s", error->message);

      known.chronicle = vnus_chronicle_snapshot (chronicle);
      known.same_as = g_hash_table_new (g_str_hash, g_str_equal);
      known.terms = list_tenures (known.chronicle);
      for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (known.chronicle)); i++)
        {
          g_autoptr (VnusRecord) record = g_list_model_get_item (G_LIST_MODEL (known.chronicle), i);

          for (guint j = 0; j < vnus_record_get_n_same_as (record); j++)
            g_hash_table_insert (known.same_as, (gpointer) vnus_record_get_same_as (record, j),
                                 (gpointer) vnus_record_get_id (record));
        }
      g_once_init_leave (&is_ready, 1);
    }

  return &known;
}

VnusChronicle *
_vnus_historian_get_chronicle (void)
{
  return get_known ()->chronicle;
}

/* Citations */

VnusCitation *
_vnus_historian_citation (const VnusOrigin *origin)
{
  VnusCitation *citation = vnus_citation_new (origin->source, origin->locator);
  VnusCitation *known;

  if (origin->known == NULL)
    return citation;

  known = vnus_citation_with_known (citation, origin->known);
  vnus_citation_unref (citation);
  return known;
}

void
_vnus_historian_cite (VnusRecord       *record,
                      const VnusOrigin *origin)
{
  _vnus_import_cite (record, origin->source, origin->locator, origin->known, NULL, NULL, NULL);
}

/* Records */

void
_vnus_historian_source (VnusImport *import,
                        const char *id)
{
  VnusRecord *record = vnus_chronicle_lookup (get_known ()->chronicle, id);

  g_assert (record != NULL && vnus_record_get_kind (record) == VNUS_KIND_SOURCE);

  (void) _vnus_import_copy (import, record);
  _vnus_import_set_source (import, id);
}

/* What a record known beforehand belongs to comes with it. */
static void
take_owner (VnusImport       *import,
            VnusRecord       *record,
            const VnusOrigin *origin)
{
  g_autoptr (VnusValue) owner = NULL;

  if (vnus_field_lookup (vnus_record_get_kind (record), "of") == NULL)
    return;

  owner = vnus_record_dup_value (record, "of");
  if (owner != NULL)
    {
      VnusRecord *pattern = vnus_chronicle_lookup (get_known ()->chronicle, vnus_value_get_string (owner));

      if (pattern != NULL)
        (void) _vnus_historian_take (import, vnus_record_get_kind (pattern), vnus_value_get_string (owner), origin);
    }
}

VnusRecord *
_vnus_historian_make (VnusImport *import,
                      VnusKind    kind,
                      const char *id)
{
  VnusRecord *record = _vnus_import_lookup_made (import, id);
  VnusRecord *pattern;

  if (record != NULL && vnus_record_get_kind (record) == kind)
    return record;

  pattern = vnus_chronicle_lookup (get_known ()->chronicle, id);
  return pattern != NULL && vnus_record_get_kind (pattern) == kind ? _vnus_import_copy (import, pattern)
                                                                   : _vnus_import_record (import, kind, id, NULL);
}

VnusRecord *
_vnus_historian_take (VnusImport       *import,
                      VnusKind          kind,
                      const char       *id,
                      const VnusOrigin *origin)
{
  VnusRecord *record = _vnus_historian_make (import, kind, id);

  if (record == NULL)
    return NULL;

  if (_vnus_import_cite_earliest (import, record, origin->source, origin->locator, origin->known))
    take_owner (import, record, origin);
  return record;
}

const char *
_vnus_historian_same_as (VnusImport *import,
                         const char *same_as)
{
  const char *id = _vnus_import_known_same_as (import, same_as);

  return id != NULL ? id : g_hash_table_lookup (get_known ()->same_as, same_as);
}

static void
name_record (VnusRecord *record,
             const char *name)
{
  g_autoptr (VnusText) label = vnus_text_new ("en", name);

  vnus_record_set_label (record, label);
}

void
_vnus_historian_add_name (VnusRecord *record,
                          const char *name)
{
  VnusText *label = vnus_record_get_label (record);
  g_auto (GStrv) languages = NULL;

  if (label == NULL)
    {
      name_record (record, name);
      return;
    }
  if (g_strcmp0 (vnus_text_get (label, "en"), name) == 0)
    return;

  languages = vnus_text_list_languages (label);
  for (guint i = 0; languages[i] != NULL; i++)
    if (g_str_equal (vnus_text_get (label, languages[i]), name))
      return;
  _vnus_import_add_alias (record, name);
}

/* The kingdom of Korea ended on 1910-08-29: a row that became known later and has
 * its slug means the republic, which other rows call `korea-south`. */
static const char *
mend_slug (const char       *slug,
           const VnusOrigin *origin)
{
  g_autoptr (VnusDate) last = NULL;

  if (!g_str_equal (slug, "korea") || origin->known == NULL)
    return slug;

  last = vnus_date_new_ymd (1910, 8, 29);
  return vnus_date_get_earliest_start (origin->known) > vnus_date_get_latest_end (last) ? "korea-south" : slug;
}

gboolean
_vnus_historian_is_no_state (const char *slug)
{
  return g_str_equal (slug, "antarctica");
}

char *
_vnus_historian_dup_state_id (VnusImport *import,
                              const char *slug)
{
  g_autofree char *same_as = g_strconcat ("historian:", slug, NULL);
  const char *known = _vnus_historian_same_as (import, same_as);
  g_autofree char *own = known != NULL ? g_strdup (known) : vnus_fold_to_id (slug);
  VnusRecord *taken = own != NULL ? _vnus_import_lookup (import, own) : NULL;

  return taken != NULL && !VNUS_IS_STATE (taken) && !_vnus_historian_is_no_state (slug) ? g_strconcat (own, "-territory", NULL)
                                                                                        : g_steal_pointer (&own);
}

void
_vnus_historian_name_state (VnusRecord *record,
                            const char *slug,
                            const char *name)
{
  g_autofree char *same_as = g_strconcat ("historian:", slug, NULL);

  if (vnus_record_get_label (record) != NULL)
    return;

  name_record (record, name);
  vnus_record_add_same_as (record, same_as);
}

const char *
_vnus_historian_state (VnusImport       *import,
                       const char       *slug,
                       const char       *printed,
                       const VnusOrigin *origin)
{
  const char *meant = mend_slug (slug, origin);
  VnusRecord *record = _vnus_import_recall (import, VNUS_KIND_STATE, meant);
  g_autofree char *id = NULL;

  if (record != NULL)
    {
      (void) _vnus_import_cite_earliest (import, record, origin->source, origin->locator, origin->known);
      return vnus_record_get_id (record);
    }

  id = _vnus_historian_dup_state_id (import, meant);
  record = id != NULL ? _vnus_historian_take (import, VNUS_KIND_STATE, id, origin) : NULL;
  if (record == NULL)
    return NULL;

  _vnus_historian_name_state (record, meant, printed != NULL ? printed : meant);
  _vnus_import_remember (import, meant, record);
  return vnus_record_get_id (record);
}

/* Relations */

VnusRecord *
_vnus_historian_relation (VnusImport       *import,
                          const char       *state,
                          const VnusOrigin *origin)
{
  gboolean is_first = strcmp (state, "us") < 0;
  VnusRecord *us = _vnus_historian_take (import, VNUS_KIND_STATE, "us", origin);
  VnusRecord *record = _vnus_import_recall (import, VNUS_KIND_RELATION, state);
  VnusRecord *partner;
  g_autofree char *id = NULL;

  if (record != NULL)
    {
      (void) _vnus_import_cite_earliest (import, record, origin->source, origin->locator, origin->known);
      return record;
    }

  id = g_strconcat (is_first ? state : "us", "-", is_first ? "us" : state, NULL);
  record = us != NULL ? _vnus_historian_take (import, VNUS_KIND_RELATION, id, origin) : NULL;
  if (record == NULL)
    return NULL;
  _vnus_import_remember (import, state, record);
  if (vnus_relation_get_n_parties (VNUS_RELATION (record)) > 0)
    return record;

  partner = _vnus_import_lookup (import, state);

  vnus_relation_add_party (VNUS_RELATION (record), is_first ? state : "us");
  vnus_relation_add_party (VNUS_RELATION (record), is_first ? "us" : state);
  if (partner != NULL && vnus_record_get_label (partner) != NULL)
    {
      g_autoptr (VnusText) label = _vnus_import_text ("title.relation",
                                                      (const VnusTextArg[]) { { "state", vnus_record_get_label (partner) },
                                                                              { "us", vnus_record_get_label (us) } }, 2);

      vnus_record_set_label (record, label);
    }
  return record;
}

/* Persons */

/* How much of the end of @name is the family name: as many words as the beginning
 * of @key has of them, so that “Martin Van Buren” of `van-buren-martin` is told
 * from “David Dean Rusk” of `rusk-david-dean`. */
static const char *
find_family_name (const char *key,
                  const char *name)
{
  for (const char *p = name; p != NULL && *p != '\0'; p = strchr (p, ' '))
    {
      g_autofree char *tail = NULL;

      p += *p == ' ';
      tail = vnus_fold_to_id (p);
      if (tail != NULL && g_str_has_prefix (key, tail) && (key[strlen (tail)] == '-' || key[strlen (tail)] == '\0'))
        return p;
    }

  return NULL;
}

static void
fill_person (VnusRecord *record,
             const char *key,
             const char *name)
{
  const char *family = find_family_name (key, name);

  name_record (record, name);
  vnus_person_set_of (VNUS_PERSON (record), "us");
  if (family != NULL && family > name)
    {
      g_autofree char *given = g_strndup (name, (gsize) (family - name - 1));

      vnus_person_set_family_name (VNUS_PERSON (record), family);
      vnus_person_set_given_names (VNUS_PERSON (record), given);
    }
}

/* Whether a record, if it is there, is that of the person of the key. */
static gboolean
is_person_of_key (VnusRecord *record,
                  const char *key)
{
  gboolean has_key = FALSE;
  const char *of;

  if (record == NULL)
    return TRUE;
  if (!VNUS_IS_PERSON (record))
    return FALSE;

  of = vnus_person_get_of (VNUS_PERSON (record));
  if (of != NULL && !g_str_equal (of, "us"))
    return FALSE;
  for (guint i = 0; i < vnus_record_get_n_same_as (record); i++)
    {
      const char *same_as = vnus_record_get_same_as (record, i);

      if (g_str_has_prefix (same_as, "pocom:") && g_str_equal (same_as + strlen ("pocom:"), key))
        return TRUE;
      has_key = has_key || g_str_has_prefix (same_as, "pocom:") || g_str_has_prefix (same_as, "travels:");
    }

  return !has_key;
}

/* The folded name, or the key where somebody else has it. */
static char *
make_person_id (VnusImport *import,
                const char *key,
                const char *name)
{
  g_autofree char *id = vnus_fold_to_id (name != NULL ? name : key);
  VnusChronicle *into = _vnus_import_get_into (import);

  if (id == NULL || (is_person_of_key (_vnus_import_lookup_made (import, id), key) &&
                     is_person_of_key (vnus_chronicle_lookup (get_known ()->chronicle, id), key) &&
                     is_person_of_key (into != NULL ? vnus_chronicle_lookup (into, id) : NULL, key)))
    return g_steal_pointer (&id);

  return vnus_fold_to_id (key);
}

/* A key of the travels that means somebody else elsewhere, such as that of the
 * grandson of a president, is told apart. */
static const char *
find_person (VnusImport       *import,
             const char       *key,
             const char       *same_as,
             const VnusOrigin *origin)
{
  if (g_str_equal (origin->source, "us-historian-travels"))
    {
      g_autofree char *travels = g_strconcat ("travels:", key, NULL);
      const char *known = _vnus_historian_same_as (import, travels);

      if (known != NULL)
        return known;
    }

  return _vnus_historian_same_as (import, same_as);
}

const char *
_vnus_historian_person (VnusImport       *import,
                        const char       *key,
                        const char       *name,
                        const VnusOrigin *origin)
{
  g_autofree char *same_as = g_strconcat ("pocom:", key, NULL);
  const char *known = find_person (import, key, same_as, origin);
  g_autofree char *own = known == NULL ? make_person_id (import, key, name) : NULL;
  gboolean is_new;
  VnusRecord *record;

  if (known == NULL && own == NULL)
    return NULL;

  is_new = own != NULL && _vnus_import_lookup_made (import, own) == NULL;
  record = _vnus_historian_take (import, VNUS_KIND_PERSON, known != NULL ? known : own, origin);
  if (record == NULL)
    return NULL;

  if (is_new)
    vnus_record_add_same_as (record, same_as);
  if (name == NULL)
    vnus_person_set_of (VNUS_PERSON (record), "us");
  else if (vnus_record_get_label (record) == NULL)
    fill_person (record, key, name);
  else
    _vnus_historian_add_name (record, name);
  return vnus_record_get_id (record);
}

/* Terms */

const char *
_vnus_historian_us_holder (VnusImport *import,
                           const char *office,
                           const char *family_name,
                           VnusDate   *when)
{
  const Known *known = get_known ();

  for (guint i = 0; when != NULL && i < known->terms->len; i++)
    {
      VnusTenure *tenure = g_ptr_array_index (known->terms, i);
      VnusRecord *person;

      if (!g_str_equal (vnus_tenure_get_office (tenure), office) ||
          vnus_date_intersects (vnus_tenure_get_during (tenure), when) == VNUS_TRUTH_NO)
        continue;
      person = vnus_chronicle_lookup (known->chronicle, vnus_tenure_get_person (tenure));
      if (g_str_equal (vnus_person_get_family_name (VNUS_PERSON (person)), family_name))
        return vnus_tenure_get_person (tenure);
    }

  return NULL;
}

static int
compare_dates (gconstpointer a,
               gconstpointer b)
{
  return vnus_date_compare (*(VnusDate *const *) a, *(VnusDate *const *) b);
}

static void
list_terms_of (GPtrArray  *tenures,
               const char *person,
               const char *office,
               GPtrArray  *terms)
{
  for (guint i = 0; i < tenures->len; i++)
    {
      VnusTenure *tenure = g_ptr_array_index (tenures, i);
      VnusDate *during = vnus_tenure_get_during (tenure);

      if (g_strcmp0 (vnus_tenure_get_person (tenure), person) == 0 &&
          g_strcmp0 (vnus_tenure_get_office (tenure), office) == 0 && during != NULL &&
          vnus_date_get_kind (during) == VNUS_DATE_KIND_INTERVAL)
        g_ptr_array_add (terms, vnus_date_ref (during));
    }
}

GPtrArray *
_vnus_historian_list_terms (VnusImport *import,
                            const char *person,
                            const char *office)
{
  GPtrArray *terms = g_ptr_array_new_with_free_func ((GDestroyNotify) vnus_date_unref);

  list_terms_of (get_known ()->terms, person, office, terms);
  if (terms->len == 0 && _vnus_import_get_into (import) != NULL)
    {
      g_autoptr (GPtrArray) tenures = list_tenures (_vnus_import_get_into (import));

      list_terms_of (tenures, person, office, terms);
    }
  g_ptr_array_sort (terms, compare_dates);

  return terms;
}
