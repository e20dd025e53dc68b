/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5c: how a rule fills in a finding. */
#include "inquiry/vnus-finding-private.h"

#include <string.h>

#include "chronicle/vnus-chronicle-private.h"

/* The id is kept behind the rest of it. */
static gsize
evidence_size (const char *id)
{
  return sizeof (VnusEvidence) + strlen (id) + 1;
}

static void
evidence_free (gpointer data)
{
  VnusEvidence *evidence = data;

  for (guint i = 0; i < evidence->n_citations; i++)
    vnus_citation_unref (evidence->citations[i]);
  if (evidence->citations != evidence->few)
    g_free (evidence->citations);
  g_slice_free1 (evidence_size (evidence->id), evidence);
}

static void
item_free (gpointer data)
{
  VnusFindingItem *item = data;

  g_free (item->id);
  g_free (item);
}

static void
rival_free (gpointer data)
{
  VnusRivalValue *rival = data;

  g_free (rival->value);
  g_strfreev (rival->sources);
  g_free (rival);
}

static void
conflict_free (gpointer data)
{
  VnusConflictItem *conflict = data;

  g_ptr_array_unref (conflict->values);
  g_free (conflict->record);
  g_free (conflict->field);
  g_free (conflict);
}

/* ---- Lists ---- */

GPtrArray *
_vnus_finding_no_list (void)
{
  static GPtrArray *none;

  if (g_once_init_enter (&none))
    g_once_init_leave (&none, g_ptr_array_new ());

  return none;
}

/* Where a list begins: the one that stays empty is nobody's. */
static void
add_to (GPtrArray      **list,
        gpointer         item,
        GDestroyNotify   free_item)
{
  if (*list == _vnus_finding_no_list ())
    *list = g_ptr_array_new_with_free_func (free_item);
  g_ptr_array_add (*list, item);
}

VnusFinding *
_vnus_finding_new (VnusChronicle *chronicle,
                   const char    *rule)
{
  VnusFinding *self = g_object_new (VNUS_TYPE_FINDING, NULL);

  self->chronicle = g_object_ref (chronicle);
  self->rule = rule;

  return self;
}

static gboolean
rests_on_something (VnusFinding *self)
{
  return self->is_of_chronicle || self->evidence->len + self->counter->len + self->coverage->len > 0 ||
         (self->reasons & VNUS_REASONS_NO_EVIDENCE) != 0;
}

VnusFinding *
_vnus_finding_seal (VnusFinding *self)
{
  g_return_val_if_fail (!self->sealed, self);

  self->sealed = TRUE;
  if (self->sentences->len > 0 && !rests_on_something (self))
    {
      g_critical ("the finding of “%s” has a sentence, but no evidence", self->rule);
      g_ptr_array_set_size (self->sentences, 0);
    }

  return self;
}

void
_vnus_finding_set_standpoint (VnusFinding *self,
                              VnusDate    *standpoint)
{
  g_return_if_fail (!self->sealed);

  g_clear_pointer (&self->standpoint, vnus_date_unref);
  self->standpoint = standpoint != NULL ? vnus_date_ref (standpoint) : NULL;
}

void
_vnus_finding_set_truth (VnusFinding *self,
                         VnusTruth    truth)
{
  g_return_if_fail (!self->sealed);

  self->truth = truth;
}

void
_vnus_finding_add_reason (VnusFinding *self,
                          VnusReasons  reasons)
{
  g_return_if_fail (!self->sealed);

  self->reasons |= reasons;
}

/* --- What it rests on --- */

static VnusEvidence *
evidence_new (const char *id)
{
  const gsize size = evidence_size (id);
  VnusEvidence *self = g_slice_alloc (size);

  *self = (VnusEvidence) { .id = memcpy (self + 1, id, size - sizeof *self), .citations = self->few };
  return self;
}

/* As many as are looked through one by one. */
#define FEW_RECORDS 16

static VnusEvidence *
find_evidence (GPtrArray  *list,
               GHashTable *by_id,
               const char *id)
{
  if (by_id != NULL)
    return g_hash_table_lookup (by_id, id);

  for (guint i = 0; i < list->len; i++)
    {
      VnusEvidence *evidence = g_ptr_array_index (list, i);

      if (g_str_equal (evidence->id, id))
        return evidence;
    }

  return NULL;
}

static GHashTable *
table_evidence (GPtrArray *list)
{
  GHashTable *by_id = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < list->len; i++)
    {
      VnusEvidence *evidence = g_ptr_array_index (list, i);

      g_hash_table_insert (by_id, (gpointer) evidence->id, evidence);
    }

  return by_id;
}

/* The room doubles whenever it is full. */
static void
make_room (VnusEvidence *self)
{
  const guint n = self->n_citations;

  if (n < VNUS_FEW_CITATIONS || (n & (n - 1)) != 0)
    return;

  if (self->citations == self->few)
    {
      self->citations = g_new (VnusCitation *, 2 * n);
      memcpy (self->citations, self->few, sizeof self->few);
    }
  else
    {
      self->citations = g_renew (VnusCitation *, self->citations, 2 * n);
    }
}

static void
add_citation (VnusEvidence *self,
              VnusCitation *citation)
{
  for (guint i = 0; i < self->n_citations; i++)
    if (vnus_citation_equal (self->citations[i], citation))
      return;

  make_room (self);
  self->citations[self->n_citations++] = vnus_citation_ref (citation);
}

static void
add_evidence (VnusFinding   *self,
              GPtrArray    **list,
              GHashTable   **by_id,
              const char    *id,
              VnusCitation  *citation)
{
  VnusEvidence *evidence;

  g_return_if_fail (!self->sealed);
  g_return_if_fail (id != NULL);

  evidence = find_evidence (*list, *by_id, id);
  if (evidence == NULL)
    {
      evidence = evidence_new (id);
      add_to (list, evidence, evidence_free);
      if (*by_id != NULL)
        g_hash_table_insert (*by_id, (gpointer) evidence->id, evidence);
      else if ((*list)->len > FEW_RECORDS)
        *by_id = table_evidence (*list);
    }

  if (citation != NULL)
    add_citation (evidence, citation);
}

void
_vnus_finding_add_evidence (VnusFinding  *self,
                            const char   *id,
                            VnusCitation *citation)
{
  add_evidence (self, &self->evidence, &self->by_id[0], id, citation);
}

void
_vnus_finding_add_counter (VnusFinding  *self,
                           const char   *id,
                           VnusCitation *citation)
{
  add_evidence (self, &self->counter, &self->by_id[1], id, citation);
}

void
_vnus_finding_add_field_evidence (VnusFinding *self,
                                  const char  *id,
                                  const char  *field)
{
  g_autoptr (GPtrArray) claims = _vnus_chronicle_ref_claims (self->chronicle, id, field);

  _vnus_finding_add_evidence (self, id, NULL);
  for (guint i = 0; claims != NULL && i < claims->len; i++)
    {
      VnusClaim *claim = g_ptr_array_index (claims, i);

      if (vnus_claim_get_standing (claim) == VNUS_CLAIM_STANDING_CHOSEN)
        for (guint j = 0; j < vnus_claim_get_n_citations (claim); j++)
          _vnus_finding_add_evidence (self, id, vnus_claim_get_citation (claim, j));
    }
}

static void
add_text (VnusFinding  *self,
          GPtrArray   **list,
          const char   *text)
{
  g_return_if_fail (!self->sealed);

  if (!g_ptr_array_find_with_equal_func (*list, text, g_str_equal, NULL))
    add_to (list, g_strdup (text), g_free);
}

void
_vnus_finding_add_coverage (VnusFinding *self,
                            const char  *id)
{
  add_text (self, &self->coverage, id);
}

void
_vnus_finding_add_missing (VnusFinding *self,
                           const char  *scope)
{
  add_text (self, &self->missing, scope);
}

void
_vnus_finding_add_step (VnusFinding *self,
                        VnusPhrase  *phrase)
{
  g_return_if_fail (!self->sealed);

  add_to (&self->steps, phrase, (GDestroyNotify) _vnus_phrase_unref);
}

void
_vnus_finding_add_sentence (VnusFinding *self,
                            VnusPhrase  *phrase)
{
  g_return_if_fail (!self->sealed);

  add_to (&self->sentences, phrase, (GDestroyNotify) _vnus_phrase_unref);
}

void
_vnus_finding_set_sentence (VnusFinding *self,
                            VnusPhrase  *phrase)
{
  g_return_if_fail (!self->sealed);

  if (self->sentences->len > 0)
    g_ptr_array_set_size (self->sentences, 0);
  _vnus_finding_add_sentence (self, phrase);
}

/* --- The value --- */

static void
set_string (VnusFinding  *self,
            char        **slot,
            const char   *string)
{
  g_return_if_fail (!self->sealed);

  g_free (*slot);
  *slot = g_strdup (string);
}

static void
set_range (VnusFinding *self,
           const char  *name,
           int          min,
           int          max,
           const char  *unit)
{
  g_return_if_fail (min <= max);

  set_string (self, &self->unit, unit);
  self->range_name = name;
  self->min = min;
  self->max = max;
}

void
_vnus_finding_set_range (VnusFinding *self,
                         int          min,
                         int          max,
                         const char  *unit)
{
  set_range (self, "range", min, max, unit);
}

void
_vnus_finding_set_count (VnusFinding *self,
                         int          min,
                         int          max,
                         const char  *unit)
{
  set_range (self, "count", min, max, unit);
}

void
_vnus_finding_set_list (VnusFinding *self,
                        const char  *name)
{
  g_return_if_fail (!self->sealed);

  self->list_name = name;
}

VnusFindingItem *
_vnus_finding_add_record (VnusFinding *self,
                          const char  *id,
                          VnusTruth    truth)
{
  VnusFindingItem *item;

  g_return_val_if_fail (!self->sealed, NULL);

  item = g_new0 (VnusFindingItem, 1);
  item->id = g_strdup (id);
  item->truth = truth;
  add_to (&self->items, item, item_free);
  if (self->list_name == NULL)
    self->list_name = "records";

  return item;
}

void
_vnus_finding_set_number (VnusFinding *self,
                          const char  *low,
                          const char  *high,
                          const char  *unit)
{
  set_string (self, &self->low, low);
  set_string (self, &self->high, high);
  set_string (self, &self->unit, unit);
}

void
_vnus_finding_set_implied (VnusFinding *self,
                           const char  *low,
                           const char  *high,
                           const char  *unit)
{
  set_string (self, &self->implied_low, low);
  set_string (self, &self->implied_high, high);
  set_string (self, &self->implied_unit, unit);
}

void
_vnus_finding_set_status (VnusFinding *self,
                          const char  *status)
{
  set_string (self, &self->status, status);
}

void
_vnus_finding_set_verdict (VnusFinding *self,
                           const char  *verdict)
{
  set_string (self, &self->verdict, verdict);
}

void
_vnus_finding_set_cause (VnusFinding *self,
                         const char  *cause)
{
  set_string (self, &self->cause, cause);
}

void
_vnus_finding_set_date (VnusFinding *self,
                        VnusDate    *date)
{
  g_return_if_fail (!self->sealed);

  g_clear_pointer (&self->date, vnus_date_unref);
  self->date = vnus_date_ref (date);
}

void
_vnus_finding_add_conflict (VnusFinding *self,
                            const char  *record,
                            const char  *field)
{
  VnusConflictItem *conflict;

  g_return_if_fail (!self->sealed);

  conflict = g_new0 (VnusConflictItem, 1);
  conflict->record = g_strdup (record);
  conflict->field = g_strdup (field);
  conflict->values = g_ptr_array_new_with_free_func (rival_free);
  if (self->conflicts == NULL)
    self->conflicts = g_ptr_array_new_with_free_func (conflict_free);
  g_ptr_array_add (self->conflicts, conflict);
}

void
_vnus_finding_add_rival (VnusFinding       *self,
                         const char        *value,
                         const char *const *sources)
{
  VnusConflictItem *conflict;
  VnusRivalValue *rival;

  g_return_if_fail (!self->sealed);
  g_return_if_fail (self->conflicts != NULL);

  conflict = g_ptr_array_index (self->conflicts, self->conflicts->len - 1);
  rival = g_new0 (VnusRivalValue, 1);
  rival->value = g_strdup (value);
  rival->sources = g_strdupv ((char **) sources);
  g_ptr_array_add (conflict->values, rival);
}

/* --- For the brief --- */

guint
_vnus_finding_get_n_evidence (VnusFinding *self)
{
  return self->evidence->len;
}

VnusEvidence *
_vnus_finding_get_evidence (VnusFinding *self,
                            guint        position)
{
  g_return_val_if_fail (position < self->evidence->len, NULL);

  return g_ptr_array_index (self->evidence, position);
}

const VnusFindingItem *
_vnus_finding_get_item (VnusFinding *self,
                        guint        position)
{
  g_return_val_if_fail (position < self->items->len, NULL);

  return g_ptr_array_index (self->items, position);
}

VnusBacking
_vnus_finding_get_backing (VnusFinding        *self,
                           const VnusEvidence *evidence)
{
  VnusBacking backing = { .evidence = evidence, .n = evidence->n_citations };
  VnusRecord *record = backing.n == 0 ? vnus_chronicle_lookup (self->chronicle, evidence->id) : NULL;

  if (record != NULL)
    {
      backing.of_record = record->citations;
      backing.n = _vnus_vector_length (record->citations);
    }

  return backing;
}

VnusCitation *
_vnus_backing_get (const VnusBacking *self,
                   guint              position)
{
  g_return_val_if_fail (position < self->n, NULL);

  return self->of_record != NULL ? _vnus_vector_get (self->of_record, position) : self->evidence->citations[position];
}

GPtrArray *
_vnus_finding_list_citations (VnusFinding        *self,
                              const VnusEvidence *evidence)
{
  const VnusBacking backing = _vnus_finding_get_backing (self, evidence);
  GPtrArray *list = g_ptr_array_new_full (backing.n, (GDestroyNotify) vnus_citation_unref);

  for (guint i = 0; i < backing.n; i++)
    g_ptr_array_add (list, vnus_citation_ref (_vnus_backing_get (&backing, i)));

  return list;
}
