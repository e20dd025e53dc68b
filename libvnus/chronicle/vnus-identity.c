/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 4: which records may be the same.
 *
 * Two records are compared only if they are found by the same key: a name in any
 * order of its words, the first and the last word of a name, or an id elsewhere.
 */
#include "chronicle/vnus-identity-private.h"

#include <string.h>

#include <vnus/vnus-event.h>
#include <vnus/vnus-tenure.h>
#include <vnus/vnus-visit.h>

/* How many records of one key are compared with each other: of more, the key tells
 * too little. */
#define MAX_ALIKE 200

/**
 * VnusIdentity:
 *
 * Which records of a chronicle may be one and the same, and the merging of two.
 *
 * Persons, organisations, states, offices, places and topics are compared by their
 * names, folded and in any order, visits by guest, host and days, all records by
 * their ids elsewhere, and by what their kinds tell: the life of a person, an office held at the same time, to what something
 * belongs. [class@Vnus.Candidate] says what speaks for it and what against.
 *
 * What an editor judges is a record, a [class@Vnus.Judgement]: two that are judged
 * not to be the same are not listed again, whatever is imported later.
 *
 * An identity tells of the chronicle as it was when the identity was made.
 *
 * Since: 0.1
 */
G_DEFINE_FINAL_TYPE (VnusIdentity, vnus_identity, G_TYPE_OBJECT)

/**
 * vnus_identity_error_quark:
 *
 * Gets the error domain of merging records.
 *
 * Returns: the quark of the domain
 *
 * Since: 0.1
 */
G_DEFINE_QUARK (vnus-identity-error-quark, vnus_identity_error)

G_DEFINE_ENUM_TYPE (VnusIdentityError, vnus_identity_error,
                    G_DEFINE_ENUM_VALUE (VNUS_IDENTITY_ERROR_FAILED, "failed"),
                    G_DEFINE_ENUM_VALUE (VNUS_IDENTITY_ERROR_NOT_FOUND, "not-found"),
                    G_DEFINE_ENUM_VALUE (VNUS_IDENTITY_ERROR_WRONG_KIND, "wrong-kind"),
                    G_DEFINE_ENUM_VALUE (VNUS_IDENTITY_ERROR_NOT_SAME, "not-same"))

enum
{
  PROP_0,
  PROP_CHRONICLE,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static const VnusKind kinds[] = {
  VNUS_KIND_STATE, VNUS_KIND_ORGANIZATION, VNUS_KIND_PERSON, VNUS_KIND_OFFICE, VNUS_KIND_PLACE, VNUS_KIND_TOPIC,
};

static gboolean
is_compared (VnusRecord *record)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i] == vnus_record_get_kind (record))
      return TRUE;

  return FALSE;
}

/* --- What records are found by --- */

static void
take_key (GPtrArray *keys,
          char      *key)
{
  if (g_ptr_array_find_with_equal_func (keys, key, g_str_equal, NULL))
    g_free (key);
  else
    g_ptr_array_add (keys, key);
}

static char *
dup_ends_key (const char *folded)
{
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  guint n = g_strv_length (words);
  const char *first = words[0], *last = n > 0 ? words[n - 1] : NULL;

  if (n < 2)
    return NULL;

  return strcmp (first, last) < 0 ? g_strdup_printf ("ends %s %s", first, last)
                                  : g_strdup_printf ("ends %s %s", last, first);
}

static GPtrArray *
list_keys (VnusRecord *record)
{
  g_autoptr (GPtrArray) names = _vnus_identity_list_names (record);
  GPtrArray *keys = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < vnus_record_get_n_same_as (record); i++)
    take_key (keys, g_strconcat ("id ", vnus_record_get_same_as (record, i), NULL));
  for (guint i = 0; is_compared (record) && i < names->len; i++)
    {
      g_autofree char *sorted = _vnus_identity_sort_words (g_ptr_array_index (names, i));
      char *ends = dup_ends_key (g_ptr_array_index (names, i));

      take_key (keys, g_strconcat ("words ", sorted, NULL));
      if (ends != NULL)
        take_key (keys, ends);
    }
  if (VNUS_IS_VISIT (record))
    _vnus_identity_add_visit_keys (record, keys);

  return keys;
}

static void
index_record (VnusIdentity *self,
              VnusRecord   *record)
{
  g_autoptr (GPtrArray) keys = list_keys (record);

  for (guint i = 0; i < keys->len; i++)
    {
      GPtrArray *alike = g_hash_table_lookup (self->keys, g_ptr_array_index (keys, i));

      if (alike == NULL)
        {
          alike = g_ptr_array_new ();
          g_hash_table_insert (self->keys, g_strdup (g_ptr_array_index (keys, i)), alike);
        }
      g_ptr_array_add (alike, record);
    }
}

/* --- What actors do --- */

static void
service_clear (gpointer data)
{
  vnus_date_unref (((VnusService *) data)->date);
}

static void
doings_free (gpointer data)
{
  VnusDoings *self = data;

  g_array_unref (self->services);
  g_hash_table_unref (self->events);
  g_free (self);
}

static VnusDoings *
get_doings (VnusIdentity *self,
            const char   *actor)
{
  VnusDoings *doings = g_hash_table_lookup (self->doings, actor);

  if (doings == NULL)
    {
      doings = g_new0 (VnusDoings, 1);
      doings->services = g_array_new (FALSE, FALSE, sizeof (VnusService));
      g_array_set_clear_func (doings->services, service_clear);
      doings->events = g_hash_table_new (NULL, NULL);
      g_hash_table_insert (self->doings, g_strdup (actor), doings);
    }

  return doings;
}

static void
add_service (VnusIdentity *self,
             const char   *actor,
             const char   *office,
             VnusDate     *date)
{
  VnusService service = { office, date };

  if (actor == NULL || office == NULL || date == NULL)
    return;

  vnus_date_ref (date);
  g_array_append_val (get_doings (self, actor)->services, service);
}

static void
index_event (VnusIdentity *self,
             VnusEvent    *event)
{
  for (guint i = 0; i < vnus_event_get_n_participants (event); i++)
    {
      VnusParticipant *participant = vnus_event_get_participant (event, i);
      const char *actor = vnus_participant_get_actor (participant);

      if (actor == NULL)
        continue;
      g_hash_table_add (get_doings (self, actor)->events, event);
      add_service (self, actor, vnus_participant_get_capacity (participant), vnus_event_get_when (event));
    }
}

/* --- Judgements --- */

static char *
pair_key (const char *a,
          const char *b)
{
  return strcmp (a, b) < 0 ? g_strconcat (a, "\n", b, NULL) : g_strconcat (b, "\n", a, NULL);
}

static void
index_judgement (VnusIdentity  *self,
                 VnusJudgement *judgement)
{
  const char *a = vnus_judgement_get_a (judgement), *b = vnus_judgement_get_b (judgement);

  if (a != NULL && b != NULL)
    g_hash_table_insert (self->judgements, pair_key (a, b), judgement);
}

VnusRecord *
_vnus_identity_get_judgement (VnusIdentity *self,
                              const char   *a,
                              const char   *b)
{
  g_autofree char *key = pair_key (a, b);

  return g_hash_table_lookup (self->judgements, key);
}

/* --- The object --- */

static void
vnus_identity_constructed (GObject *object)
{
  VnusIdentity *self = VNUS_IDENTITY (object);
  GPtrArray *records;

  G_OBJECT_CLASS (vnus_identity_parent_class)->constructed (object);

  self->snapshot = self->chronicle != NULL ? vnus_chronicle_snapshot (self->chronicle) : vnus_chronicle_new ("");
  records = _vnus_chronicle_get_records (self->snapshot);
  for (guint i = 0; i < records->len; i++)
    {
      VnusRecord *record = g_ptr_array_index (records, i);

      index_record (self, record);
      if (VNUS_IS_EVENT (record))
        index_event (self, VNUS_EVENT (record));
      else if (VNUS_IS_TENURE (record))
        add_service (self, vnus_tenure_get_person (VNUS_TENURE (record)), vnus_tenure_get_office (VNUS_TENURE (record)),
                     vnus_tenure_get_during (VNUS_TENURE (record)));
      else if (VNUS_IS_JUDGEMENT (record))
        index_judgement (self, VNUS_JUDGEMENT (record));
    }
}

static void
vnus_identity_finalize (GObject *object)
{
  VnusIdentity *self = VNUS_IDENTITY (object);

  g_clear_pointer (&self->judgements, g_hash_table_unref);
  g_clear_pointer (&self->doings, g_hash_table_unref);
  g_clear_pointer (&self->keys, g_hash_table_unref);
  g_clear_object (&self->snapshot);
  g_clear_object (&self->chronicle);

  G_OBJECT_CLASS (vnus_identity_parent_class)->finalize (object);
}

static void
vnus_identity_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  VnusIdentity *self = VNUS_IDENTITY (object);

  switch (prop_id)
    {
    case PROP_CHRONICLE:
      g_value_set_object (value, self->chronicle);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
}

static void
vnus_identity_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  VnusIdentity *self = VNUS_IDENTITY (object);

  switch (prop_id)
    {
    case PROP_CHRONICLE: /* construct-only */
      self->chronicle = g_value_dup_object (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
}

static void
vnus_identity_class_init (VnusIdentityClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = vnus_identity_constructed;
  object_class->finalize = vnus_identity_finalize;
  object_class->get_property = vnus_identity_get_property;
  object_class->set_property = vnus_identity_set_property;

  /**
   * VnusIdentity:chronicle: (getter get_chronicle)
   *
   * The chronicle whose records are compared.
   *
   * Since: 0.1
   */
  props[PROP_CHRONICLE] =
    g_param_spec_object ("chronicle", NULL, NULL, VNUS_TYPE_CHRONICLE,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
vnus_identity_init (VnusIdentity *self)
{
  self->keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->doings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, doings_free);
  self->judgements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * vnus_identity_new:
 * @chronicle: a chronicle
 *
 * Makes an identity of a chronicle as it is now.
 *
 * Returns: (transfer full): the identity
 *
 * Since: 0.1
 */
VnusIdentity *
vnus_identity_new (VnusChronicle *chronicle)
{
  g_return_val_if_fail (VNUS_IS_CHRONICLE (chronicle), NULL);

  return g_object_new (VNUS_TYPE_IDENTITY, "chronicle", chronicle, NULL);
}

/**
 * vnus_identity_get_chronicle: (get-property chronicle)
 * @self: an identity
 *
 * Gets the chronicle whose records are compared.
 *
 * Returns: (transfer none) (nullable): the chronicle, or `NULL` if none was given
 *
 * Since: 0.1
 */
VnusChronicle *
vnus_identity_get_chronicle (VnusIdentity *self)
{
  g_return_val_if_fail (VNUS_IS_IDENTITY (self), NULL);

  return self->chronicle;
}

/**
 * vnus_identity_compare:
 * @self: an identity
 * @a: a record
 * @b: another one, of the same kind
 *
 * Compares two records, which need not be in the chronicle.
 *
 * Returns: (transfer full): what speaks for it that they are the same and what against, whatever the score
 *
 * Since: 0.1
 */
VnusCandidate *
vnus_identity_compare (VnusIdentity *self,
                       VnusRecord   *a,
                       VnusRecord   *b)
{
  VnusCandidate *candidate;
  VnusRecord *judgement;

  g_return_val_if_fail (VNUS_IS_IDENTITY (self), NULL);
  g_return_val_if_fail (VNUS_IS_RECORD (a), NULL);
  g_return_val_if_fail (VNUS_IS_RECORD (b), NULL);
  g_return_val_if_fail (vnus_record_get_kind (a) == vnus_record_get_kind (b), NULL);

  candidate = _vnus_candidate_new (self->snapshot, a, b);
  judgement = _vnus_identity_get_judgement (self, vnus_record_get_id (a), vnus_record_get_id (b));
  if (judgement != NULL)
    _vnus_candidate_set_verdict (candidate, vnus_judgement_get_verdict (VNUS_JUDGEMENT (judgement)),
                                 vnus_record_get_id (judgement));
  _vnus_identity_weigh (self, candidate, a, b);

  return candidate;
}

/* --- Lists --- */

static int
compare_candidates (gconstpointer a,
                    gconstpointer b,
                    gpointer      user_data)
{
  VnusCandidate *one = (VnusCandidate *) a, *other = (VnusCandidate *) b;
  int order = vnus_candidate_get_score (other) - vnus_candidate_get_score (one);

  if (order == 0)
    order = strcmp (vnus_candidate_get_a (one), vnus_candidate_get_a (other));
  return order != 0 ? order : strcmp (vnus_candidate_get_b (one), vnus_candidate_get_b (other));
}

/* Adds the two if they may be the same and were not looked at yet. */
static void
consider (VnusIdentity *self,
          VnusRecord   *a,
          VnusRecord   *b,
          GHashTable   *seen,
          GListStore   *candidates)
{
  g_autoptr (VnusCandidate) candidate = NULL;
  VnusVerdict verdict;

  if (vnus_record_get_kind (a) != vnus_record_get_kind (b) ||
      g_str_equal (vnus_record_get_id (a), vnus_record_get_id (b)) ||
      !g_hash_table_add (seen, pair_key (vnus_record_get_id (a), vnus_record_get_id (b))))
    return;

  candidate = vnus_identity_compare (self, a, b);
  verdict = vnus_candidate_get_verdict (candidate);
  if (verdict == VNUS_VERDICT_SAME ||
      (verdict != VNUS_VERDICT_NOT_SAME && vnus_candidate_get_score (candidate) >= VNUS_CANDIDATE_POSSIBLE))
    g_list_store_append (candidates, candidate);
}

/**
 * vnus_identity_find:
 * @self: an identity
 * @record: a record, which need not be in the chronicle
 *
 * Finds the records of the chronicle that may be the same as @record, for an
 * import to ask before it adds one more.
 *
 * Two that are judged not to be the same are left out; two that are judged to be
 * the same are not, whatever their score.
 *
 * Returns: (transfer full): a list of [class@Vnus.Candidate], of which @record is the first record each; the highest score first
 *
 * Since: 0.1
 */
GListModel *
vnus_identity_find (VnusIdentity *self,
                    VnusRecord   *record)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) keys = NULL;
  GListStore *candidates;

  g_return_val_if_fail (VNUS_IS_IDENTITY (self), NULL);
  g_return_val_if_fail (VNUS_IS_RECORD (record), NULL);

  candidates = g_list_store_new (VNUS_TYPE_CANDIDATE);
  keys = list_keys (record);
  for (guint i = 0; i < keys->len; i++)
    {
      GPtrArray *alike = g_hash_table_lookup (self->keys, g_ptr_array_index (keys, i));

      for (guint j = 0; alike != NULL && j < alike->len; j++)
        consider (self, record, g_ptr_array_index (alike, j), seen, candidates);
    }
  g_list_store_sort (candidates, compare_candidates, NULL);

  return G_LIST_MODEL (candidates);
}

/**
 * vnus_identity_list_candidates:
 * @self: an identity
 *
 * Lists the records of the chronicle that may be the same, two by two.
 *
 * Two that are judged not to be the same are left out. Of more than 200 records that
 * have one name, only the first 200 are compared with each other by it.
 *
 * Returns: (transfer full): a list of [class@Vnus.Candidate], the highest score first
 *
 * Since: 0.1
 */
GListModel *
vnus_identity_list_candidates (VnusIdentity *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GListStore *candidates;
  GHashTableIter iter;
  gpointer value;

  g_return_val_if_fail (VNUS_IS_IDENTITY (self), NULL);

  candidates = g_list_store_new (VNUS_TYPE_CANDIDATE);
  g_hash_table_iter_init (&iter, self->keys);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      GPtrArray *alike = value;
      guint n = MIN (alike->len, MAX_ALIKE);

      for (guint i = 0; i < n; i++)
        for (guint j = i + 1; j < n; j++)
          consider (self, g_ptr_array_index (alike, i), g_ptr_array_index (alike, j), seen, candidates);
    }
  g_list_store_sort (candidates, compare_candidates, NULL);

  return G_LIST_MODEL (candidates);
}

/**
 * vnus_identity_resolve_id:
 * @self: an identity
 * @id: an id
 *
 * Finds the record that has the id now: itself, or the one with which it was merged.
 *
 * Returns: (nullable): the id of a record, or `NULL` if there is none
 *
 * Since: 0.1
 */
const char *
vnus_identity_resolve_id (VnusIdentity *self,
                          const char   *id)
{
  g_autofree char *key = NULL;
  VnusRecord *record;
  GPtrArray *alike;

  g_return_val_if_fail (VNUS_IS_IDENTITY (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  record = vnus_chronicle_lookup (self->snapshot, id);
  if (record != NULL)
    return vnus_record_get_id (record);

  key = g_strconcat ("id " VNUS_FORMER_ID, id, NULL);
  alike = g_hash_table_lookup (self->keys, key);

  return alike != NULL ? vnus_record_get_id (g_ptr_array_index (alike, 0)) : NULL;
}
