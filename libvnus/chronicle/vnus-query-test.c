/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 4: what one record says of one term. */
#include "chronicle/vnus-query-plan-private.h"

#include <string.h>

#include <vnus/vnus-agreement.h>
#include <vnus/vnus-event.h>
#include <vnus/vnus-fold.h>
#include <vnus/vnus-office.h>
#include <vnus/vnus-treaty-action.h>

#include "base/vnus-text-private.h"
#include "model/vnus-kind-private.h"

/* Whether @id is that of the choice or of something that belongs to it. */
static inline gboolean
is_within (const VnusChoicePlan *plan,
           const char           *id)
{
  if (id == NULL || plan->id == NULL)
    return FALSE;
  if (plan->set != NULL)
    return g_hash_table_contains (plan->set, id);

  return g_str_equal (id, plan->id);
}

static gboolean
is_within_any (const VnusTermPlan *term,
               const char         *id)
{
  for (guint i = 0; i < term->term->n_choices; i++)
    if (is_within (&term->choices[i], id))
      return TRUE;

  return FALSE;
}

static gboolean
is_known_none (VnusRecord *record,
               const char *field)
{
  return _vnus_record_get_presences (record) != NULL && vnus_record_get_presence (record, field) == VNUS_PRESENCE_NONE;
}

/* What a list says that does not name what is asked. */
static VnusSays
silence_of (VnusRecord *record,
            const char *list)
{
  return is_known_none (record, list) ? VNUS_SAYS_NO : VNUS_SAYS_NOTHING;
}

static const VnusVector *
get_participants (const VnusRow *row)
{
  VnusField *field = vnus_field_lookup (row->kind, "participants");

  return field != NULL ? *(VnusVector **) _vnus_field_slot (field, row->record) : NULL;
}

static gboolean
has_participants (const VnusRow *row)
{
  return vnus_field_lookup (row->kind, "participants") != NULL;
}

/* --- Fields --- */

static gboolean
is_word (const VnusTermPlan *term,
         const VnusRow      *row,
         int                 word)
{
  for (guint i = 0; i < term->term->n_choices; i++)
    if (term->term->choices[i].words[row->kind] == word)
      return TRUE;

  return FALSE;
}

static gboolean
is_number (const VnusTermPlan *term,
           int                 number)
{
  for (guint i = 0; i < term->term->n_choices; i++)
    if (term->term->choices[i].number == number)
      return TRUE;

  return FALSE;
}

static gboolean
is_text (const VnusTermPlan *term,
         const char         *text)
{
  for (guint i = 0; i < term->term->n_choices; i++)
    if (g_str_equal (term->term->choices[i].text, text))
      return TRUE;

  return FALSE;
}

static gboolean
is_asked (const VnusTermPlan *term,
          const VnusRow      *row,
          const VnusField    *field,
          gpointer            item)
{
  switch ((int) field->type)
    {
    case VNUS_VALUE_TYPE_ENUM:
      return is_word (term, row, GPOINTER_TO_INT (item));

    case VNUS_VALUE_TYPE_INTEGER:
    case VNUS_VALUE_TYPE_BOOLEAN:
      return is_number (term, GPOINTER_TO_INT (item));

    case VNUS_VALUE_TYPE_REFERENCE:
      return is_within_any (term, item);

    case VNUS_VALUE_TYPE_STOP:
      return is_within_any (term, vnus_stop_get_place (item));

    case VNUS_VALUE_TYPE_TEXT:
      return is_text (term, item);

    default:
      return FALSE;
    }
}

/* An action without a party is one of all parties of the agreement. */
static VnusSays
test_all_parties (const VnusQueryPlan *plan,
                  const VnusTermPlan  *term,
                  VnusTreatyAction    *action)
{
  const char *id = vnus_treaty_action_get_agreement (action);
  VnusRecord *agreement = id != NULL ? vnus_chronicle_lookup (plan->chronicle, id) : NULL;

  if (agreement == NULL || !VNUS_IS_AGREEMENT (agreement))
    return VNUS_SAYS_MAYBE;

  for (guint i = 0; i < vnus_agreement_get_n_parties (VNUS_AGREEMENT (agreement)); i++)
    if (is_within_any (term, vnus_agreement_get_party (VNUS_AGREEMENT (agreement), i)))
      return VNUS_SAYS_YES;

  return silence_of (agreement, "parties");
}

static VnusSays
test_one_field (const VnusQueryPlan *plan,
                const VnusTermPlan  *term,
                const VnusRow       *row,
                const VnusField     *field)
{
  gpointer slot = _vnus_field_slot (field, row->record);
  gpointer item;

  if (field->is_list)
    {
      const VnusVector *list = *(VnusVector **) slot;

      for (guint i = 0; i < _vnus_vector_length (list); i++)
        if (is_asked (term, row, field, _vnus_vector_get (list, i)))
          return VNUS_SAYS_YES;

      return silence_of (row->record, field->name);
    }

  item = _vnus_field_is_number (field) ? GINT_TO_POINTER (*(int *) slot) : *(gpointer *) slot;
  if (item != NULL)
    return is_asked (term, row, field, item) ? VNUS_SAYS_YES : VNUS_SAYS_NO;
  if (is_known_none (row->record, field->name))
    return VNUS_SAYS_NO;
  if (row->kind == VNUS_KIND_TREATY_ACTION && g_str_equal (field->name, "party"))
    return test_all_parties (plan, term, VNUS_TREATY_ACTION (row->record));

  return VNUS_SAYS_MAYBE;
}

static VnusSays
test_field (const VnusQueryPlan *plan,
            const VnusTermPlan  *term,
            const VnusRow       *row)
{
  VnusField *const *fields = term->term->key->fields[row->kind];
  VnusSays says = VNUS_SAYS_NO;

  for (guint i = 0; i < VNUS_KEY_MAX_FIELDS && fields[i] != NULL; i++)
    says = MAX (says, test_one_field (plan, term, row, fields[i]));

  return says;
}

/* --- Names --- */

/* Whether the words of @needle follow one another in @name, the last perhaps cut off. */
static gboolean
has_words (const char *name,
           const char *needle)
{
  for (const char *p = strstr (name, needle); p != NULL; p = strstr (p + 1, needle))
    if (p == name || p[-1] == ' ')
      return TRUE;

  return FALSE;
}

static gboolean
name_is_asked (const VnusTermPlan *term,
               const char         *name)
{
  g_autofree char *folded = vnus_fold_name (name);

  for (guint i = 0; i < term->term->n_choices; i++)
    if (has_words (folded, term->term->choices[i].folded))
      return TRUE;

  return FALSE;
}

static VnusSays
test_text (const VnusQueryPlan *plan,
           const VnusTermPlan  *term,
           const VnusRow       *row)
{
  VnusText *label = vnus_record_get_label (row->record);

  if (label != NULL)
    for (guint i = 0; i < _vnus_text_get_n_pairs (label); i++)
      if (name_is_asked (term, _vnus_text_get_pair (label, i).string))
        return VNUS_SAYS_YES;

  for (guint i = 0; i < vnus_record_get_n_aliases (row->record); i++)
    if (name_is_asked (term, vnus_record_get_alias (row->record, i)))
      return VNUS_SAYS_YES;

  return VNUS_SAYS_NO;
}

/* --- Who takes part --- */

static gboolean
takes_part (const VnusChoicePlan  *plan,
            const VnusParticipant *participant)
{
  return is_within (plan, vnus_participant_get_actor (participant)) ||
         is_within (plan, vnus_participant_get_capacity (participant)) ||
         is_within (plan, vnus_participant_get_side (participant));
}

static VnusSays
test_participant (const VnusTermPlan    *term,
                  const VnusParticipant *participant)
{
  const VnusRole role = vnus_participant_get_role (participant);
  VnusSays says = VNUS_SAYS_NOTHING;

  for (guint i = 0; i < term->term->n_choices; i++)
    {
      const VnusQueryChoice *choice = &term->term->choices[i];

      if (choice->id != NULL && !takes_part (&term->choices[i], participant))
        continue;
      if (choice->role == VNUS_ROLE_UNSET || choice->role == role)
        return VNUS_SAYS_YES;
      if (role == VNUS_ROLE_UNSET)
        says = VNUS_SAYS_MAYBE;
    }

  return says;
}

static VnusSays
test_role (const VnusQueryPlan *plan,
           const VnusTermPlan  *term,
           const VnusRow       *row)
{
  const VnusVector *participants = get_participants (row);
  VnusSays says = has_participants (row) ? silence_of (row->record, "participants") : VNUS_SAYS_NO;

  for (guint i = 0; i < _vnus_vector_length (participants); i++)
    says = MAX (says, test_participant (term, _vnus_vector_get (participants, i)));

  return says;
}

static VnusSays
test_capacity (const VnusQueryPlan *plan,
               const VnusTermPlan  *term,
               const VnusRow       *row)
{
  const VnusVector *participants = get_participants (row);

  for (guint i = 0; i < _vnus_vector_length (participants); i++)
    if (is_within_any (term, vnus_participant_get_capacity (_vnus_vector_get (participants, i))))
      return VNUS_SAYS_YES;

  return has_participants (row) ? silence_of (row->record, "participants") : VNUS_SAYS_NO;
}

/* Whether the holder of one tenure held the office on a day of the record. */
static VnusSays
test_tenure (const VnusQueryPlan *plan,
             const VnusRow       *tenure,
             const VnusRow       *row)
{
  static const VnusSays says[] = { VNUS_SAYS_NOTHING, VNUS_SAYS_MAYBE, VNUS_SAYS_YES };
  VnusTruth truth;

  if (!tenure->has_time || !row->has_time)
    return VNUS_SAYS_NOTHING;
  if (tenure->date == NULL || row->date == NULL)
    return VNUS_SAYS_MAYBE;

  truth = _vnus_rows_intersect (plan->postings, tenure, row);
  return says[tenure->is_vague ? MIN (truth, VNUS_TRUTH_POSSIBLY) : truth];
}

static VnusSays
test_holding (const VnusQueryPlan *plan,
              const VnusTermPlan  *term,
              const VnusRow       *row)
{
  const VnusVector *participants = get_participants (row);
  VnusSays says = has_participants (row) ? silence_of (row->record, "participants") : VNUS_SAYS_NO;

  for (guint i = 0; i < _vnus_vector_length (participants); i++)
    for (guint j = 0; j < term->term->n_choices; j++)
      {
        const char *person = vnus_participant_get_actor (_vnus_vector_get (participants, i));
        GPtrArray *tenures = person != NULL ? g_hash_table_lookup (term->choices[j].tenures, person) : NULL;

        for (guint k = 0; tenures != NULL && k < tenures->len; k++)
          says = MAX (says, test_tenure (plan, g_ptr_array_index (tenures, k), row));
      }

  return says;
}

/* --- Ranks --- */

static VnusSays
test_rank_of (const VnusQueryPlan   *plan,
              const VnusQueryChoice *choice,
              const VnusParticipant *participant)
{
  const char *capacity = vnus_participant_get_capacity (participant);
  VnusRecord *office = capacity != NULL ? vnus_chronicle_lookup (plan->chronicle, capacity) : NULL;
  const VnusRole role = vnus_participant_get_role (participant);
  int rank = office != NULL && VNUS_IS_OFFICE (office) ? (int) vnus_office_get_rank (VNUS_OFFICE (office)) : 0;

  if (choice->number != 0 || (choice->role != VNUS_ROLE_UNSET && role != VNUS_ROLE_UNSET && role != choice->role))
    return VNUS_SAYS_NOTHING;
  if (rank == VNUS_RANK_UNSET)
    return VNUS_SAYS_MAYBE;
  if (rank < choice->highest || rank > choice->lowest)
    return VNUS_SAYS_NOTHING;

  return choice->role == VNUS_ROLE_UNSET || role == choice->role ? VNUS_SAYS_YES : VNUS_SAYS_MAYBE;
}

/* A rank of its own is a number of levels and observations, a word of offices. */
static VnusSays
test_own_rank (const VnusTermPlan *term,
               const VnusRow      *row,
               const VnusField    *field)
{
  const int rank = *(int *) _vnus_field_slot (field, row->record);
  const gboolean numbers = field->type == VNUS_VALUE_TYPE_INTEGER;
  VnusSays says = VNUS_SAYS_NO;

  for (guint i = 0; i < term->term->n_choices; i++)
    {
      const VnusQueryChoice *choice = &term->term->choices[i];

      if (choice->role != VNUS_ROLE_UNSET || numbers != (choice->number != 0))
        continue;
      if (rank == 0)
        says = is_known_none (row->record, field->name) ? VNUS_SAYS_NO : VNUS_SAYS_MAYBE;
      else if (numbers ? rank == choice->number : rank >= choice->highest && rank <= choice->lowest)
        return VNUS_SAYS_YES;
    }

  return says;
}

static VnusSays
test_rank (const VnusQueryPlan *plan,
           const VnusTermPlan  *term,
           const VnusRow       *row)
{
  const VnusVector *participants = get_participants (row);
  VnusField *field = term->term->key->fields[row->kind][0];
  VnusSays says;

  if (field != NULL)
    return test_own_rank (term, row, field);

  says = has_participants (row) ? silence_of (row->record, "participants") : VNUS_SAYS_NO;
  for (guint i = 0; i < _vnus_vector_length (participants); i++)
    for (guint j = 0; j < term->term->n_choices; j++)
      says = MAX (says, test_rank_of (plan, &term->term->choices[j], _vnus_vector_get (participants, i)));

  return says;
}

/* --- Who acts --- */

/* Actors and offices are no acts: what they belong to does not act in them.
 * Nor does what may be a record of any kind: that is a mention. */
gboolean
_vnus_field_acts (VnusKind         kind,
                  const VnusField *field)
{
  if (kind == VNUS_KIND_OFFICE || (VNUS_KINDS_ACTORS & 1u << kind) != 0)
    return FALSE;

  return field->type == VNUS_VALUE_TYPE_PARTICIPANT || field->type == VNUS_VALUE_TYPE_DESIGNATION ||
         (field->targets != 0 && (field->targets & ~VNUS_KINDS_ACTORS) == 0);
}

gboolean
_vnus_matter_asks (VnusMatter       matter,
                   VnusKind         kind,
                   const VnusField *field)
{
  switch (matter)
    {
    case VNUS_MATTER_ROLE:
    case VNUS_MATTER_CAPACITY:
    case VNUS_MATTER_HOLDING:
    case VNUS_MATTER_RANK:
      return field->type == VNUS_VALUE_TYPE_PARTICIPANT;

    case VNUS_MATTER_ACTOR:
    case VNUS_MATTER_RELATION:
      return _vnus_field_acts (kind, field);

    default:
      return FALSE;
    }
}

typedef gboolean (*ActorFunc) (gconstpointer user_data,
                               const char   *id);

static gboolean
item_acts (const VnusField *field,
           gpointer         item,
           ActorFunc        func,
           gconstpointer    user_data)
{
  if (field->type == VNUS_VALUE_TYPE_DESIGNATION)
    return func (user_data, vnus_designation_get_side (item));
  if (field->type != VNUS_VALUE_TYPE_PARTICIPANT)
    return func (user_data, item);

  return func (user_data, vnus_participant_get_actor (item)) ||
         func (user_data, vnus_participant_get_capacity (item)) ||
         func (user_data, vnus_participant_get_side (item));
}

/* Whether @func says yes to any of those who act in the record. */
static gboolean
any_acts (const VnusRow *row,
          ActorFunc      func,
          gconstpointer  user_data)
{
  guint n_fields;
  VnusField **fields = _vnus_kind_get_fields (row->kind, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      gpointer *slot = _vnus_field_slot (fields[i], row->record);
      const VnusVector *list;

      if (!_vnus_field_acts (row->kind, fields[i]))
        continue;
      if (!fields[i]->is_list)
        {
          if (*slot != NULL && item_acts (fields[i], *slot, func, user_data))
            return TRUE;
          continue;
        }
      list = *(VnusVector **) slot;
      for (guint j = 0; j < _vnus_vector_length (list); j++)
        if (item_acts (fields[i], _vnus_vector_get (list, j), func, user_data))
          return TRUE;
    }

  return FALSE;
}

static gboolean
is_actor (gconstpointer user_data,
          const char   *id)
{
  return is_within_any (user_data, id);
}

static VnusSays
test_actor (const VnusQueryPlan *plan,
            const VnusTermPlan  *term,
            const VnusRow       *row)
{
  if (row->kind == VNUS_KIND_OFFICE || (VNUS_KINDS_ACTORS & 1u << row->kind) != 0)
    return VNUS_SAYS_NO;

  return any_acts (row, is_actor, term) ? VNUS_SAYS_YES : VNUS_SAYS_NOTHING;
}

static gboolean
is_of_party (gconstpointer user_data,
             const char   *id)
{
  return id != NULL && g_hash_table_contains ((GHashTable *) user_data, id);
}

static VnusSays
test_relation (const VnusQueryPlan *plan,
               const VnusTermPlan  *term,
               const VnusRow       *row)
{
  if (term->term->key->fields[row->kind][0] != NULL)
    return test_field (plan, term, row);
  if (row->kind == VNUS_KIND_OFFICE || (VNUS_KINDS_ACTORS & 1u << row->kind) != 0)
    return VNUS_SAYS_NO;

  for (guint i = 0; i < term->term->n_choices; i++)
    {
      GPtrArray *parties = term->choices[i].parties;
      guint n = 0;

      while (n < parties->len && any_acts (row, is_of_party, g_ptr_array_index (parties, n)))
        n++;
      if (n == parties->len && n > 0)
        return VNUS_SAYS_YES;
    }

  return VNUS_SAYS_NOTHING;
}

/* --- The rest --- */

static VnusSays
test_id (const VnusQueryPlan *plan,
         const VnusTermPlan  *term,
         const VnusRow       *row)
{
  return is_text (term, _vnus_row_get_id (row)) ? VNUS_SAYS_YES : VNUS_SAYS_NO;
}

static VnusSays
test_source (const VnusQueryPlan *plan,
             const VnusTermPlan  *term,
             const VnusRow       *row)
{
  for (guint i = 0; i < _vnus_vector_length (row->record->citations); i++)
    if (is_text (term, vnus_citation_get_source (_vnus_vector_get (row->record->citations, i))))
      return VNUS_SAYS_YES;

  return VNUS_SAYS_NO;
}

VnusSays
_vnus_query_test_term (const VnusQueryPlan *self,
                       const VnusTermPlan  *term,
                       const VnusRow       *row)
{
  static VnusSays (*const tests[]) (const VnusQueryPlan *, const VnusTermPlan *, const VnusRow *) = {
    [VNUS_MATTER_ID] = test_id,
    [VNUS_MATTER_TEXT] = test_text,
    [VNUS_MATTER_FIELD] = test_field,
    [VNUS_MATTER_RANK] = test_rank,
    [VNUS_MATTER_ROLE] = test_role,
    [VNUS_MATTER_CAPACITY] = test_capacity,
    [VNUS_MATTER_HOLDING] = test_holding,
    [VNUS_MATTER_ACTOR] = test_actor,
    [VNUS_MATTER_RELATION] = test_relation,
    [VNUS_MATTER_SOURCE] = test_source,
  };

  return tests[term->term->key->matter] (self, term, row);
}
