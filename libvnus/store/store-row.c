/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: a record as the tables have it: its body, and the terms and names by
 * which it is found.
 *
 * Terms may find more than what is asked for, never less: what is found is asked
 * again in memory, in whatever view. So they are of all that any source says of the
 * record, and their days are those of the widest reading. */
#include "store/store-row-private.h"

#include <vnus/vnus-fold.h>
#include <vnus/vnus-query.h>

#include "base/vnus-text-private.h"
#include "chronicle/vnus-query-private.h"
#include "chronicle/vnus-record-time-private.h"
#include "chronicle/vnus-report-private.h"
#include "io/json-writer-private.h"
#include "io/document-writer-private.h"
#include "model/vnus-kind-private.h"
#include "model/vnus-record-private.h"
#include "model/vnus-reference-private.h"
#include "model/vnus-values-private.h"

typedef struct
{
  VnusStoreRow *row;
  VnusRoots    *roots;
  GPtrArray    *acting; /* (element-type utf8) borrowed: the bodies that have a part in it */
  const VnusVector *participants; /* (nullable) of the record */
  gint32        first_day;
  gint32        last_day;
} Making;

/* --- Days --- */

static void
widen (Making         *making,
       const VnusDate *date)
{
  making->first_day = MIN (making->first_day, vnus_date_get_earliest_start (date));
  making->last_day = MAX (making->last_day, vnus_date_get_latest_end (date));
}

/* All days where others may say when it was, or where it is not said. */
static void
find_days (Making         *making,
           VnusRecord     *record,
           const VnusDate *date)
{
  const VnusKind kind = vnus_record_get_kind (record);
  const char *field = _vnus_kind_get_time_field (kind);

  making->first_day = VNUS_DAY_MIN;
  making->last_day = VNUS_DAY_MAX;
  if (date == NULL || field == NULL || kind == VNUS_KIND_AGREEMENT)
    return;

  making->first_day = vnus_date_get_earliest_start (date);
  making->last_day = vnus_date_get_latest_end (date);
  for (guint i = 0; i < vnus_record_get_n_citations (record); i++)
    {
      VnusCitation *citation = vnus_record_get_citation (record, i);
      VnusValue *value = vnus_citation_get_value (citation);

      if (value != NULL && vnus_value_get_date (value) != NULL && g_strcmp0 (vnus_citation_get_field (citation), field) == 0)
        widen (making, vnus_value_get_date (value));
    }
}

static VnusSqlValue
day_value (gint32 day)
{
  return day == VNUS_DAY_MIN || day == VNUS_DAY_MAX ? _vnus_sql_null () : _vnus_sql_integer (day);
}

static void
set_days (VnusStoreRow   *row,
          const VnusDate *date)
{
  if (date == NULL)
    return;

  row->days[0] = day_value (vnus_date_get_earliest_start (date));
  row->days[1] = day_value (vnus_date_get_latest_start (date));
  row->days[2] = day_value (vnus_date_get_earliest_end (date));
  row->days[3] = day_value (vnus_date_get_latest_end (date));
}

/* --- Terms --- */

static void
add_full_term (Making     *making,
               const char *what,
               const char *field,
               const char *role,
               const char *capacity,
               gint32      first_day,
               gint32      last_day)
{
  GArray *terms = making->row->terms;
  GStringChunk *texts = making->row->texts;
  VnusTermRow term = { NULL, field, role, NULL, first_day, last_day };

  for (guint i = 0; i < terms->len; i++)
    {
      const VnusTermRow *other = &g_array_index (terms, VnusTermRow, i);

      if (g_str_equal (other->what, what) && g_str_equal (other->field, field) && g_strcmp0 (other->role, role) == 0 &&
          g_strcmp0 (other->capacity, capacity) == 0 && other->last_day == last_day)
        return;
    }

  term.what = g_string_chunk_insert (texts, what);
  term.capacity = capacity != NULL ? g_string_chunk_insert (texts, capacity) : NULL;
  g_array_append_val (terms, term);
}

static void
add_term (Making     *making,
          const char *what,
          const char *field)
{
  add_full_term (making, what, field, NULL, NULL, making->first_day, making->last_day);
}

/* Whoever acts, by the bodies that they belong to. */
static void
add_acting (Making     *making,
            const char *id)
{
  const char *const *roots = _vnus_roots_get (making->roots, id);
  const char *const itself[] = { id, NULL };

  for (guint i = 0; (roots != NULL ? roots : itself)[i] != NULL; i++)
    {
      const char *root = (roots != NULL ? roots : itself)[i];

      if (!g_ptr_array_find_with_equal_func (making->acting, root, g_str_equal, NULL))
        g_ptr_array_add (making->acting, (gpointer) root);
    }
}

static const char *
nick_of_role (VnusRole role)
{
  static GEnumClass *roles = NULL;

  if (g_once_init_enter (&roles))
    g_once_init_leave (&roles, g_type_class_ref (VNUS_TYPE_ROLE));

  return g_enum_get_value (roles, (int) role)->value_nick;
}

static const VnusVector *
get_participants (VnusRecord *record)
{
  VnusField *field = vnus_field_lookup (vnus_record_get_kind (record), "participants");

  return field != NULL ? *(VnusVector **) _vnus_field_slot (field, record) : NULL;
}

static void
add_participant (Making     *making,
                 const char *path,
                 const char *id)
{
  const VnusVector *participants = making->participants;
  guint64 index = g_ascii_strtoull (path + strlen ("participants/"), NULL, 10);
  VnusParticipant *participant = index < _vnus_vector_length (participants) ? _vnus_vector_get (participants, (guint) index) : NULL;
  const char *role = participant != NULL && vnus_participant_get_role (participant) != VNUS_ROLE_UNSET
                       ? nick_of_role (vnus_participant_get_role (participant))
                       : NULL;

  add_full_term (making, id, "participants", role, participant != NULL ? vnus_participant_get_capacity (participant) : NULL,
                 making->first_day, making->last_day);
}

/* What refers to actors or offices, and nothing else, tells of a part in something. */
static gboolean
is_acting (VnusKinds targets)
{
  const VnusKinds acting = VNUS_KINDS_ACTORS | VNUS_KINDS (OFFICE);

  return (targets & acting) != 0 && (targets & ~acting) == 0;
}

static void
add_reference (VnusRecord *record,
               const char *path,
               const char *id,
               VnusKinds   targets,
               gpointer    user_data)
{
  Making *making = user_data;
  const char *last = strrchr (path, '/');
  char buffer[64];

  if (is_acting (targets))
    add_acting (making, id);

  if (g_str_has_prefix (path, "participants/") && g_str_equal (last, "/actor"))
    add_participant (making, path, id);
  else if (last != NULL && (g_str_equal (last, "/capacity") || g_str_equal (last, "/side")))
    add_term (making, id, last[1] == 'c' ? "capacity" : "side");
  else if (g_str_has_prefix (path, "citations/") && g_str_equal (last, "/source"))
    add_term (making, id, "source");
  else
    add_term (making, id, g_intern_string (_vnus_reference_field (record, path, buffer, sizeof buffer)));
}

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

char *
_vnus_store_pair_of (const char *a,
                     const char *b)
{
  return strcmp (a, b) < 0 ? g_strconcat (a, "/", b, NULL) : g_strconcat (b, "/", a, NULL);
}

static void
add_pairs (Making *making)
{
  GPtrArray *acting = making->acting;

  for (guint i = 0; i < acting->len; i++)
    {
      if (acting->len > VNUS_PAIRED_ROOTS)
        add_term (making, g_ptr_array_index (acting, i), VNUS_TERM_MANY);
      for (guint j = i + 1; acting->len <= VNUS_PAIRED_ROOTS && j < acting->len; j++)
        {
          g_autofree char *pair = _vnus_store_pair_of (g_ptr_array_index (acting, i), g_ptr_array_index (acting, j));

          add_term (making, pair, VNUS_TERM_PAIR);
        }
    }
}

static void
add_roots (Making     *making,
           VnusRecord *record)
{
  const VnusKinds kinds = VNUS_KINDS_ACTORS | VNUS_KINDS (OFFICE);
  const char *const *roots = NULL;

  if ((kinds & 1u << vnus_record_get_kind (record)) != 0)
    roots = _vnus_roots_get (making->roots, vnus_record_get_id (record));
  if (roots == NULL)
    return;

  for (guint i = 0; roots[i] != NULL; i++)
    add_term (making, roots[i], VNUS_TERM_ROOT);
  if (roots[0] == NULL)
    add_term (making, "", VNUS_TERM_ROOT);
}

/* The fields of one reference that records are looked for by; where one has none, it
 * may be any. */
gboolean
_vnus_store_has_absent_term (const char *name)
{
  static const char *const names[] = { "host", "party", "relation", "agreement", "indicator", "person", "office", "of", NULL };

  return g_strv_contains (names, name);
}

static void
add_absent (Making     *making,
            VnusRecord *record)
{
  guint n_fields;
  VnusField **fields = _vnus_kind_get_fields (vnus_record_get_kind (record), &n_fields);

  for (guint i = 0; i < n_fields; i++)
    if (fields[i]->type == VNUS_VALUE_TYPE_REFERENCE && !fields[i]->is_list && _vnus_store_has_absent_term (fields[i]->name) &&
        !_vnus_field_is_set (fields[i], record) &&
        vnus_record_get_presence (record, fields[i]->name) != VNUS_PRESENCE_NONE)
      {
        g_autofree char *what = g_strconcat (VNUS_TERM_ABSENT, fields[i]->name, NULL);

        add_term (making, what, fields[i]->name);
      }
}

/* What is cited for single fields may be in view where what backs the others is not:
 * then it has no host, and no time. */
static void
add_hiding (Making     *making,
            VnusRecord *record)
{
  for (guint i = 0; i < vnus_record_get_n_citations (record); i++)
    {
      VnusCitation *citation = vnus_record_get_citation (record, i);

      if (vnus_citation_get_field (citation) == NULL && vnus_citation_get_rank (citation) != VNUS_CITATION_RANK_DEPRECATED)
        continue;
      add_full_term (making, VNUS_TERM_HIDING, VNUS_TERM_KIND, NULL, NULL, VNUS_DAY_MIN, VNUS_DAY_MAX);
      return;
    }
}

/* --- Scopes --- */

/* The ids of a scope; “” if a record can be in it that has none of them. */
static void
add_scope (Making     *making,
           const char *scope)
{
  g_autoptr (VnusQuery) query = scope != NULL ? vnus_query_parse (scope, NULL) : NULL;
  gboolean has_ids = FALSE;

  for (guint i = 0; query != NULL && i < query->n_terms; i++)
    for (guint j = 0; j < query->terms[i]->n_choices; j++)
      {
        const char *id = query->terms[i]->choices[j].id;

        if (id == NULL)
          continue;
        add_full_term (making, id, VNUS_TERM_SCOPE, NULL, NULL, VNUS_DAY_MIN, VNUS_DAY_MAX);
        has_ids = has_ids || !query->terms[i]->negated;
      }
  if (!has_ids)
    add_full_term (making, "", VNUS_TERM_SCOPE, NULL, NULL, VNUS_DAY_MIN, VNUS_DAY_MAX);
}

static void
add_reports (Making     *making,
             VnusRecord *record)
{
  g_autoptr (GHashTable) days = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer source, day;

  _vnus_report_collect (record, days);
  g_hash_table_iter_init (&iter, days);
  while (g_hash_table_iter_next (&iter, &source, &day))
    add_full_term (making, source, VNUS_TERM_REPORT, NULL, NULL, GPOINTER_TO_INT (day), GPOINTER_TO_INT (day));
}

/* --- Names --- */

/* What is told of a longer name is its beginning: an index has no room for more. */
void
_vnus_store_clip_name (char *name)
{
  if (strlen (name) > VNUS_STORE_LONGEST_NAME && g_utf8_strlen (name, -1) > VNUS_STORE_LONGEST_NAME)
    *g_utf8_offset_to_pointer (name, VNUS_STORE_LONGEST_NAME) = '\0';
}

static gboolean
has_name (GPtrArray  *names,
          guint       n,
          const char *name)
{
  for (guint i = 0; i < n; i++)
    {
      const char *other = g_ptr_array_index (names, i);

      if (other[0] == name[0] && strcmp (other, name) == 0)
        return TRUE;
    }

  return FALSE;
}

static void
take_long_name (VnusStoreRow *row,
                const char   *name)
{
  char *clipped = g_string_chunk_insert (row->texts, name);

  _vnus_store_clip_name (clipped);
  if (!has_name (row->names, row->names->len, clipped))
    g_ptr_array_add (row->names, clipped);
}

/* The folded name, and what is left of it from each further word on: each is found
 * by its beginning. Returns the folded name. */
static const char *
add_name (VnusStoreRow *row,
          const char   *name)
{
  g_autofree char *folded = vnus_fold_name (name);
  const guint n_others = row->names->len;
  const char *kept = g_string_chunk_insert (row->texts, folded);
  const gboolean is_long = strlen (folded) > VNUS_STORE_LONGEST_NAME;

  for (const char *rest = kept; rest != NULL; rest = strchr (rest, ' '))
    {
      rest += rest[0] == ' ';
      if (rest[0] != '\0' && is_long)
        take_long_name (row, rest);
      /* What is left of one name is never the same twice. */
      else if (rest[0] != '\0' && !has_name (row->names, n_others, rest))
        g_ptr_array_add (row->names, (gpointer) rest);
    }

  return kept;
}

static void
add_names (VnusStoreRow *row,
           VnusRecord   *record)
{
  VnusText *label = vnus_record_get_label (record);

  for (guint i = 0; label != NULL && i < _vnus_text_get_n_pairs (label); i++)
    {
      const char *folded = add_name (row, _vnus_text_get_pair (label, i).string);

      if (i == 0)
        row->label = folded;
    }
  for (guint i = 0; i < vnus_record_get_n_aliases (record); i++)
    add_name (row, vnus_record_get_alias (record, i));
}

/* --- The whole --- */

char *
_vnus_store_body_of (VnusRecord *record,
                     gsize      *length)
{
  VnusJsonWriter json;
  char *body;

  _vnus_json_writer_init (&json, TRUE);
  _vnus_json_put_record (&json, record);
  *length = json.length;
  _vnus_json_put (&json, "", 1);
  body = g_steal_pointer (&json.data);
  _vnus_json_writer_clear (&json);

  return body;
}

/* Rows of one relation have one part. */
static char *
part_of (const Making *making,
         VnusRecord   *record)
{
  GPtrArray *acting = making->acting;

  if (acting->len >= 2)
    return _vnus_store_pair_of (g_ptr_array_index (acting, 0), g_ptr_array_index (acting, 1));

  return g_strdup (acting->len == 1 ? g_ptr_array_index (acting, 0) : vnus_record_get_id (record));
}

static void
find_acting (VnusRecord *record,
             const char *path,
             const char *id,
             VnusKinds   targets,
             gpointer    user_data)
{
  if (is_acting (targets))
    add_acting (user_data, id);
}

char *
_vnus_store_part_of (VnusRecord *record,
                     VnusRoots  *roots)
{
  g_autoptr (GPtrArray) acting = g_ptr_array_new ();
  Making making = { .roots = roots, .acting = acting };

  _vnus_record_foreach_target (record, find_acting, &making);
  g_ptr_array_sort (acting, compare_texts);

  return part_of (&making, record);
}

static const char *
get_scope (VnusRecord *record)
{
  VnusField *field = vnus_field_lookup (vnus_record_get_kind (record), "scope");

  return field != NULL && field->type == VNUS_VALUE_TYPE_TEXT ? *(char **) _vnus_field_slot (field, record) : NULL;
}

VnusStoreRow *
_vnus_store_row_new (VnusRecord *record,
                     VnusRoots  *roots,
                     gint64      revision)
{
  const VnusKinds alone = VNUS_KINDS_ACTORS | VNUS_KINDS (OFFICE);
  VnusStoreRow *self = g_new0 (VnusStoreRow, 1);
  g_autoptr (GPtrArray) acting = g_ptr_array_new ();
  g_autoptr (VnusDate) time = _vnus_record_dup_time (record);
  Making making = { self, roots, acting, get_participants (record), 0, 0 };
  const VnusKind kind = vnus_record_get_kind (record);

  self->record = g_object_ref (record);
  self->revision = revision;
  self->kind = vnus_kind_to_string (kind);
  self->texts = g_string_chunk_new (1000);
  self->terms = g_array_sized_new (FALSE, FALSE, sizeof (VnusTermRow), 20);
  self->names = g_ptr_array_sized_new (30);
  self->body = _vnus_store_body_of (record, &self->body_length);

  find_days (&making, record, time);
  set_days (self, time);
  add_term (&making, "", VNUS_TERM_KIND);
  _vnus_record_foreach_reference (record, add_reference, &making);
  g_ptr_array_sort (acting, compare_texts);
  if ((alone & 1u << kind) == 0)
    add_pairs (&making);
  add_roots (&making, record);
  add_absent (&making, record);
  add_hiding (&making, record);
  if (kind == VNUS_KIND_COVERAGE || kind == VNUS_KIND_ASSERTION)
    add_scope (&making, get_scope (record));
  add_reports (&making, record);
  add_names (self, record);
  self->part = part_of (&making, record);

  return self;
}

void
_vnus_store_row_free (VnusStoreRow *self)
{
  g_object_unref (self->record);
  g_array_unref (self->terms);
  g_ptr_array_unref (self->names);
  g_string_chunk_free (self->texts);
  g_free (self->part);
  g_free (self->body);
  g_free (self);
}
