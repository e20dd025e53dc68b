/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 4: building the index that answers queries: rows, then who refers to
 * whom, then the posting lists. */
#include "chronicle/vnus-postings-struct-private.h"

#include "chronicle/vnus-query-plan-private.h"
#include "chronicle/vnus-record-time-private.h"
#include "model/vnus-kind-private.h"

/* Spans of more days than this are looked through one by one. */
#define LONGEST_SHORT_SPAN 1000

/* One reference, or several of one row to one id. */
typedef struct
{
  guint32  list;
  guint32  row;
  VnusWays ways;
} Reference;

typedef struct
{
  VnusPostings *postings;
  VnusWays     *ways[VNUS_N_KINDS];   /* of the fields of each kind */
  guint32      *absent[VNUS_N_KINDS]; /* the list of those without a value; NO_LIST for fields that need none */
  GHashTable   *lists;                /* (element-type utf8 guint) by id */
  GArray       *references;           /* (element-type Reference) */
  GArray       *latest;               /* (element-type guint32) by list: its last reference, plus 1 */
  GArray       *parents;              /* (element-type guint32) pairs of parent and child */
} Build;

#define NO_LIST G_MAXUINT32

/* --- Rows --- */

typedef struct
{
  gint64      key; /* sorts before anything else */
  guint       position;
  VnusDate   *date; /* (owned) (nullable) */
} Sorted;

/* The start by which vnus_date_compare() sorts; what has no date comes last. */
static gint64
sort_key (const VnusDate *date)
{
  if (date == NULL)
    return G_MAXINT64;
  if (vnus_date_get_earliest_start (date) != VNUS_DAY_MIN)
    return vnus_date_get_earliest_start (date);

  return G_MININT64; /* among these, the comparison decides */
}

static int
compare_sorted (gconstpointer a,
                gconstpointer b)
{
  const Sorted *sorted_a = a, *sorted_b = b;
  int order = 0;

  if (sorted_a->key != sorted_b->key)
    {
      if (sorted_a->key != G_MININT64 && sorted_b->key != G_MININT64)
        return sorted_a->key < sorted_b->key ? -1 : 1;
      if (sorted_a->date == NULL || sorted_b->date == NULL)
        return sorted_a->date == NULL ? 1 : -1;
    }

  if (sorted_a->date != NULL && sorted_b->date != NULL)
    order = vnus_date_compare (sorted_a->date, sorted_b->date);
  if (order == 0)
    order = sorted_a->position < sorted_b->position ? -1 : 1;

  return order;
}

/* What a view admits only possibly is only possibly known. */
static gboolean
is_vague (VnusChronicle *chronicle,
          VnusRecord    *record)
{
  return chronicle->filter != NULL &&
         vnus_chronicle_is_known (chronicle, vnus_record_get_id (record), NULL) != VNUS_TRUTH_CERTAINLY;
}

static gboolean
is_partly_vague (VnusChronicle *chronicle,
                 VnusRecord    *record)
{
  for (guint i = 0; chronicle->filter != NULL && i < vnus_record_get_n_citations (record); i++)
    if (_vnus_view_filter_admits (chronicle->filter, vnus_record_get_citation (record, i)) == VNUS_TRUTH_POSSIBLY)
      return TRUE;

  return FALSE;
}

static void
fill_row (VnusChronicle *chronicle,
          VnusRow       *row,
          VnusRecord    *record,
          VnusDate      *date)
{
  row->record = g_object_ref (record);
  row->date = date;
  row->kind = (guint8) vnus_record_get_kind (record);
  row->has_time = _vnus_record_has_time (record);
  row->is_vague = is_vague (chronicle, record);
  row->is_partly_vague = is_partly_vague (chronicle, record);
  row->is_choice = date != NULL && vnus_date_get_kind (date) == VNUS_DATE_KIND_ONE_OF;
  row->earliest_start = date != NULL ? vnus_date_get_earliest_start (date) : VNUS_DAY_MIN;
  row->latest_start = date != NULL ? vnus_date_get_latest_start (date) : VNUS_DAY_MAX;
  row->earliest_end = date != NULL ? vnus_date_get_earliest_end (date) : VNUS_DAY_MIN;
  row->latest_end = date != NULL ? vnus_date_get_latest_end (date) : VNUS_DAY_MAX;
}

/* Where sources differ the row is found by each of their dates. */
static void
add_rivals (VnusPostings *self,
            VnusRow      *row,
            GPtrArray    *rivals)
{
  for (guint i = 0; i < rivals->len; i++)
    {
      const VnusDate *date = g_ptr_array_index (rivals, i);

      row->earliest_start = MIN (row->earliest_start, vnus_date_get_earliest_start (date));
      row->latest_start = MAX (row->latest_start, vnus_date_get_latest_start (date));
      row->earliest_end = MIN (row->earliest_end, vnus_date_get_earliest_end (date));
      row->latest_end = MAX (row->latest_end, vnus_date_get_latest_end (date));
    }
  row->is_choice = row->has_rivals = TRUE;
  g_hash_table_insert (self->rivals, row->record, rivals);
}

static VnusDate *
dup_time (VnusRecord *record,
          GHashTable *actions)
{
  VnusDate *date = _vnus_record_dup_time (record);
  GPtrArray *list;

  if (date != NULL || vnus_record_get_kind (record) != VNUS_KIND_AGREEMENT)
    return date;

  list = g_hash_table_lookup (actions, vnus_record_get_id (record));
  date = list != NULL ? _vnus_actions_get_time (list) : NULL;

  return date != NULL ? vnus_date_ref (date) : NULL;
}

static void
build_rows (VnusPostings  *self,
            VnusChronicle *chronicle)
{
  g_autoptr (GHashTable) actions = _vnus_chronicle_gather_actions (chronicle);
  g_autoptr (VnusViewFilter) all = chronicle->filter == NULL ? _vnus_view_filter_new (chronicle->revision, NULL, NULL) : NULL;
  g_autofree Sorted *sorted = NULL;

  self->rivals = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  self->n_rows = chronicle->revision->records->len;
  self->rows = g_new0 (VnusRow, self->n_rows);
  sorted = g_new (Sorted, self->n_rows);

  for (guint i = 0; i < self->n_rows; i++)
    {
      VnusDate *date = dup_time (g_ptr_array_index (chronicle->revision->records, i), actions);

      sorted[i] = (Sorted) { sort_key (date), i, date };
    }
  if (self->n_rows > 0)
    qsort (sorted, self->n_rows, sizeof *sorted, compare_sorted);

  for (guint i = 0; i < self->n_rows; i++)
    {
      VnusRecord *record = g_ptr_array_index (chronicle->revision->records, sorted[i].position);
      GPtrArray *rivals;

      fill_row (chronicle, &self->rows[i], record, sorted[i].date);
      rivals = _vnus_record_list_rival_times (chronicle, record, g_hash_table_lookup (actions, vnus_record_get_id (record)),
                                              all != NULL ? all : chronicle->filter);
      if (rivals != NULL)
        add_rivals (self, &self->rows[i], rivals);
    }
}

/* --- References --- */

/* The list of an id, made if there is none. @id must live as long as the rows. */
static guint32
list_of (Build      *build,
         const char *id)
{
  VnusPostings *self = build->postings;
  const guint32 none = 0;
  gpointer found;

  if (g_hash_table_lookup_extended (build->lists, id, NULL, &found))
    return GPOINTER_TO_UINT (found);

  g_ptr_array_add (self->ids, (gpointer) id);
  g_array_append_val (build->latest, none);
  g_hash_table_insert (build->lists, (gpointer) id, GUINT_TO_POINTER (self->ids->len - 1));

  return self->ids->len - 1;
}

static void
add_reference (Build   *build,
               guint32  list,
               guint32  row,
               VnusWays ways)
{
  guint32 *latest = &g_array_index (build->latest, guint32, list);
  Reference reference = { list, row, ways };

  if (*latest > 0 && g_array_index (build->references, Reference, *latest - 1).row == row)
    {
      g_array_index (build->references, Reference, *latest - 1).ways |= ways;
      return;
    }

  g_array_append_val (build->references, reference);
  *latest = build->references->len;
}

static void
add_reference_to (Build      *build,
                  const char *id,
                  guint32     row,
                  VnusWays    ways)
{
  if (id != NULL)
    add_reference (build, list_of (build, id), row, ways);
}

static VnusWays
ways_of_field (VnusKind         kind,
               const VnusField *field)
{
  static const struct
  {
    const char *name;
    VnusWays    ways;
  } named[] = {
    { "host", VNUS_WAY_HOST },
    { "places", VNUS_WAY_PLACE },
    { "stops", VNUS_WAY_PLACE },
    { "topics", VNUS_WAY_TOPIC },
    { "parties", VNUS_WAY_PARTY },
    { "party", VNUS_WAY_PARTY },
  };
  VnusWays ways = VNUS_WAY_OTHER;

  for (guint i = 0; i < G_N_ELEMENTS (named); i++)
    if (g_str_equal (field->name, named[i].name))
      ways = named[i].ways;

  return _vnus_field_acts (kind, field) ? ways | VNUS_WAY_ACTS : ways;
}

static gboolean
is_parent (const VnusField *field)
{
  return g_str_equal (field->name, "of") || g_str_equal (field->name, "within") || g_str_equal (field->name, "broader");
}

static void
describe_fields (Build *build)
{
  for (guint kind = 1; kind < VNUS_N_KINDS; kind++)
    {
      guint n_fields;
      VnusField **fields = _vnus_kind_get_fields (kind, &n_fields);

      build->ways[kind] = g_new0 (VnusWays, n_fields);
      build->absent[kind] = g_new0 (guint32, n_fields);
      for (guint i = 0; i < n_fields; i++)
        {
          build->ways[kind][i] = ways_of_field (kind, fields[i]);
          build->absent[kind][i] = NO_LIST;
          if (fields[i]->type == VNUS_VALUE_TYPE_REFERENCE && !fields[i]->is_list)
            {
              char *key = _vnus_postings_absent_key (fields[i]->name);

              build->absent[kind][i] = list_of (build, key);
              g_ptr_array_add (build->postings->keys, key);
            }
        }
    }
}

static void
add_participant (Build           *build,
                 VnusParticipant *participant,
                 guint32          row)
{
  const VnusWays ways = VNUS_WAY_ROLE (vnus_participant_get_role (participant)) | VNUS_WAY_ACTS;

  add_reference_to (build, vnus_participant_get_actor (participant), row, ways);
  add_reference_to (build, vnus_participant_get_side (participant), row, ways);
  add_reference_to (build, vnus_participant_get_capacity (participant), row, ways | VNUS_WAY_CAPACITY);
}

static void
add_item (Build           *build,
          const VnusField *field,
          gpointer         item,
          guint32          row,
          VnusWays         ways)
{
  switch ((int) field->type)
    {
    case VNUS_VALUE_TYPE_REFERENCE:
      add_reference_to (build, item, row, ways);
      break;

    case VNUS_VALUE_TYPE_PARTICIPANT:
      add_participant (build, item, row);
      break;

    case VNUS_VALUE_TYPE_STOP:
      add_reference_to (build, vnus_stop_get_place (item), row, ways);
      break;

    case VNUS_VALUE_TYPE_DESIGNATION:
      add_reference_to (build, vnus_designation_get_side (item), row, ways);
      break;

    default:
      break;
    }
}

static void
add_field (Build           *build,
           const VnusField *field,
           guint            index,
           guint32          row)
{
  VnusRecord *record = build->postings->rows[row].record;
  const guint kind = build->postings->rows[row].kind;
  gpointer *slot = _vnus_field_slot (field, record);
  const VnusVector *list;

  if (field->is_list)
    {
      list = *(VnusVector **) slot;
      for (guint i = 0; i < _vnus_vector_length (list); i++)
        add_item (build, field, _vnus_vector_get (list, i), row, build->ways[kind][index]);
      return;
    }

  if (build->absent[kind][index] == NO_LIST)
    return;

  if (*slot == NULL)
    {
      if (_vnus_record_get_presences (record) == NULL || vnus_record_get_presence (record, field->name) != VNUS_PRESENCE_NONE)
        add_reference (build, build->absent[kind][index], row, VNUS_WAY_ABSENT);
      return;
    }

  add_item (build, field, *slot, row, build->ways[kind][index]);
  if (is_parent (field))
    {
      guint32 pair[] = { list_of (build, *slot), list_of (build, _vnus_postings_get_row_id (build->postings, row)) };

      g_array_append_vals (build->parents, pair, 2);
    }
}

static void
add_row (Build   *build,
         guint32  row)
{
  VnusRecord *record = build->postings->rows[row].record;
  guint n_fields;
  VnusField **fields = _vnus_kind_get_fields (build->postings->rows[row].kind, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    if (!_vnus_field_is_number (fields[i]))
      add_field (build, fields[i], i, row);

  for (guint i = 0; i < _vnus_vector_length (record->citations); i++)
    add_reference_to (build, vnus_citation_get_source (_vnus_vector_get (record->citations, i)), row, VNUS_WAY_SOURCE);
}

/* --- Lists --- */

/* The rows are sorted by the date that is used, not by its rivals. */
static gboolean
is_short (const VnusRow *row)
{
  return !row->has_rivals && row->earliest_start != VNUS_DAY_MIN && row->latest_end != VNUS_DAY_MAX &&
         (gint64) row->latest_end - row->earliest_start <= LONGEST_SHORT_SPAN;
}

/* Counts, then places: each list has its short rows first. */
static void
place (VnusPostings *self,
       guint32      *next_short,
       guint32      *next_long,
       guint32       list,
       guint32       row,
       VnusWays      ways)
{
  const guint32 at = is_short (&self->rows[row]) ? next_short[list]++ : next_long[list]++;

  if (at < self->n_rows)
    self->kind_rows[at] = row;
  else
    self->postings[at - self->n_rows] = _vnus_postings_make_posting (self, row, ways);
}

static void
build_blocks (VnusPostings *self)
{
  const guint n_lists = self->ids->len;
  guint n_blocks = 0;

  for (guint list = 0; list < n_lists; list++)
    {
      VnusPostingHead *head = &self->heads[list];

      head->block = n_blocks;
      n_blocks += (head->first_long - head->start + VNUS_POSTING_BLOCK - 1) / VNUS_POSTING_BLOCK;
    }

  self->blocks = g_new (VnusPostingBlock, MAX (n_blocks, 1)); /* never NULL, as NULL + 0 is undefined */
  for (guint list = 0; list < n_lists; list++)
    {
      const VnusPostingHead *head = &self->heads[list];
      gint32 latest = VNUS_DAY_MIN;

      for (guint i = 0; i < head->first_long - head->start; i++)
        {
          VnusPostingBlock *block = &self->blocks[head->block + i / VNUS_POSTING_BLOCK];
          const guint32 at = head->start + i;
          const VnusRow *row = &self->rows[at < self->n_rows ? self->kind_rows[at] : self->postings[at - self->n_rows].row];

          if (i % VNUS_POSTING_BLOCK == 0)
            block->start = row->earliest_start;
          latest = MAX (latest, row->latest_end);
          block->latest_end = latest;
        }
    }
}

static void
build_lists (VnusPostings *self,
             GArray       *references)
{
  const guint n_lists = self->ids->len;
  g_autofree guint32 *n_short = g_new0 (guint32, n_lists), *n_long = g_new0 (guint32, n_lists);
  guint total = 0;

  for (guint i = 0; i < self->n_rows; i++)
    (is_short (&self->rows[i]) ? n_short : n_long)[self->rows[i].kind]++;
  for (guint i = 0; i < references->len; i++)
    {
      const Reference *reference = &g_array_index (references, Reference, i);

      (is_short (&self->rows[reference->row]) ? n_short : n_long)[reference->list]++;
    }

  self->heads = g_new0 (VnusPostingHead, n_lists + 1);
  for (guint i = 0; i < n_lists; i++)
    {
      self->heads[i].start = total;
      self->heads[i].first_long = total + n_short[i];
      total += n_short[i] + n_long[i];
      n_short[i] = self->heads[i].start; /* from here on, the next free place */
      n_long[i] = self->heads[i].first_long;
    }
  self->heads[n_lists].start = total;

  self->kind_rows = g_new (guint32, MAX (self->n_rows, 1));
  self->postings = g_new (VnusPosting, MAX (total - self->n_rows, 1)); /* never NULL, as NULL + 0 is undefined */
  for (guint i = 0; i < self->n_rows; i++)
    place (self, n_short, n_long, self->rows[i].kind, i, VNUS_WAY_OTHER);
  for (guint i = 0; i < references->len; i++)
    {
      const Reference *reference = &g_array_index (references, Reference, i);

      place (self, n_short, n_long, reference->list, reference->row, reference->ways);
    }

  build_blocks (self);
}

static void
build_children (VnusPostings *self,
                GArray       *pairs)
{
  const guint n_lists = self->ids->len;
  g_autofree guint32 *next = g_new (guint32, n_lists);

  self->children = g_new (guint32, MAX (pairs->len / 2, 1));
  for (guint i = 0; i < pairs->len; i += 2)
    self->heads[g_array_index (pairs, guint32, i) + 1].child++;
  for (guint i = 0; i < n_lists; i++)
    {
      next[i] = self->heads[i].child;
      self->heads[i + 1].child += next[i];
    }

  for (guint i = 0; i < pairs->len; i += 2)
    self->children[next[g_array_index (pairs, guint32, i)]++] = g_array_index (pairs, guint32, i + 1);
}

VnusPostings *
_vnus_postings_new (VnusChronicle *chronicle)
{
  static int n_made; /* (atomic) */
  VnusPostings *self = g_new0 (VnusPostings, 1);
  Build build = { .postings = self };

  g_atomic_ref_count_init (&self->ref_count);
  self->serial = (guint32) g_atomic_int_add (&n_made, 1) + 1;
  self->ids = g_ptr_array_new ();
  self->keys = g_ptr_array_new_with_free_func (g_free);
  build.lists = g_hash_table_new (g_str_hash, g_str_equal);
  build.references = g_array_new (FALSE, FALSE, sizeof (Reference));
  build.latest = g_array_new (FALSE, FALSE, sizeof (guint32));
  build.parents = g_array_new (FALSE, FALSE, sizeof (guint32));

  /* The lists of kinds come first, under their numbers and names that are no
   * ids; that of no kind is empty. */
  for (guint i = 0; i < VNUS_N_KINDS; i++)
    {
      char *key = g_strdup_printf ("#%u", i);

      g_ptr_array_add (self->keys, key);
      list_of (&build, key);
    }

  build_rows (self, chronicle);
  _vnus_id_table_init (&self->rows_by_id, _vnus_postings_name_row, self->rows, self->n_rows);
  describe_fields (&build);
  for (guint i = 0; i < self->n_rows; i++)
    add_row (&build, i);
  build_lists (self, build.references);
  build_children (self, build.parents);
  _vnus_id_table_init (&self->lists_by_id, _vnus_id_table_get_name, self->ids->pdata, self->ids->len);

  for (guint i = 1; i < VNUS_N_KINDS; i++)
    {
      g_free (build.ways[i]);
      g_free (build.absent[i]);
    }
  g_hash_table_unref (build.lists);
  g_array_unref (build.references);
  g_array_unref (build.latest);
  g_array_unref (build.parents);

  return self;
}
