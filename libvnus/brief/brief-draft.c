/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 7: drafts: one sentence in the making, with what backs it. */
#include "brief/brief-private.h"

#include "chronicle/vnus-chronicle-private.h"

#include <string.h>

BriefDraft *
_vnus_brief_draft_new (BriefScene *scene,
                       const char *topic,
                       const char *key)
{
  BriefDraft *self = g_slice_new0 (BriefDraft);

  self->scene = scene;
  self->finding = _vnus_finding_new (scene->view, topic);
  self->phrase = _vnus_phrase_new (_vnus_brief_key (scene, key));
  _vnus_finding_set_truth (self->finding, VNUS_TRUTH_CERTAINLY);

  return self;
}

void
_vnus_brief_draft_free (BriefDraft *self)
{
  g_clear_object (&self->finding);
  g_clear_pointer (&self->phrase, _vnus_phrase_unref);
  g_slice_free (BriefDraft, self);
}

static void
tell (BriefScene *scene,
      VnusRecord *record)
{
  /* most are cited several times in a row */
  if (scene->told->len > 0 && g_ptr_array_index (scene->told, scene->told->len - 1) == record)
    return;
  if (g_hash_table_add (scene->is_told, record))
    g_ptr_array_add (scene->told, record);
}

/* @record: (nullable): that of @id */
static void
cite_citation (BriefDraft   *self,
               const char   *id,
               VnusRecord   *record,
               VnusCitation *citation)
{
  _vnus_finding_add_evidence (self->finding, id, citation);
  self->is_cited = TRUE;
  if (record != NULL)
    tell (self->scene, record);
}

void
_vnus_brief_cite_citation (BriefDraft   *self,
                           const char   *id,
                           VnusCitation *citation)
{
  cite_citation (self, id, vnus_chronicle_lookup (self->scene->view, id), citation);
}

static gboolean
is_used (VnusCitation *citation)
{
  return vnus_citation_get_rank (citation) != VNUS_CITATION_RANK_DEPRECATED;
}

void
_vnus_brief_cite_record (BriefDraft *self,
                         VnusRecord *record)
{
  const guint n = _vnus_vector_length (record->citations);
  gboolean found = FALSE;

  for (guint i = 0; i < n; i++)
    {
      VnusCitation *citation = _vnus_vector_get (record->citations, i);

      if (vnus_citation_get_field (citation) != NULL || !is_used (citation))
        continue;
      cite_citation (self, record->id, record, citation);
      found = TRUE;
    }

  /* Nothing backs all of it: whatever backs any of it. */
  for (guint i = 0; !found && i < n; i++)
    if (is_used (_vnus_vector_get (record->citations, i)))
      cite_citation (self, record->id, record, _vnus_vector_get (record->citations, i));
}

void
_vnus_brief_cite (BriefDraft *self,
                  const char *id)
{
  VnusRecord *record = vnus_chronicle_lookup (self->scene->view, id);

  if (record != NULL)
    _vnus_brief_cite_record (self, record);
}

void
_vnus_brief_cite_field (BriefDraft *self,
                        const char *id,
                        const char *field)
{
  VnusRecord *record = vnus_chronicle_lookup (self->scene->view, id);
  g_autoptr (GPtrArray) claims = NULL;
  gboolean found = FALSE;

  if (record != NULL && _vnus_brief_has_claims (record, field))
    claims = _vnus_chronicle_ref_claims (self->scene->view, id, field);

  for (guint i = 0; claims != NULL && i < claims->len; i++)
    {
      VnusClaim *claim = g_ptr_array_index (claims, i);
      const VnusClaimStanding standing = vnus_claim_get_standing (claim);

      for (guint j = 0; j < vnus_claim_get_n_citations (claim); j++)
        if (standing == VNUS_CLAIM_STANDING_CHOSEN || standing == VNUS_CLAIM_STANDING_RIVAL)
          {
            cite_citation (self, id, record, vnus_claim_get_citation (claim, j));
            found = TRUE;
          }
      if (standing == VNUS_CLAIM_STANDING_RIVAL)
        _vnus_finding_add_reason (self->finding, VNUS_REASONS_SOURCES_DIFFER);
    }

  if (!found && record != NULL)
    _vnus_brief_cite_record (self, record);
}

/* “LIST/MEMBER”, or all of the list. */
static gboolean
is_of_member (const char *field,
              const char *list,
              gsize       length,
              const char *member)
{
  return field != NULL && strncmp (field, list, length) == 0 &&
         (field[length] == '\0' || (field[length] == '/' && g_str_equal (field + length + 1, member)));
}

void
_vnus_brief_cite_member (BriefDraft *self,
                         const char *id,
                         const char *list,
                         const char *member)
{
  VnusRecord *record = vnus_chronicle_lookup (self->scene->view, id);
  const guint n = record != NULL ? _vnus_vector_length (record->citations) : 0;
  const gsize length = strlen (list);
  gboolean found = FALSE;

  for (guint i = 0; i < n; i++)
    {
      VnusCitation *citation = _vnus_vector_get (record->citations, i);

      if (!is_of_member (vnus_citation_get_field (citation), list, length, member) || !is_used (citation))
        continue;
      cite_citation (self, id, record, citation);
      found = TRUE;
    }

  if (!found && record != NULL)
    _vnus_brief_cite_record (self, record);
}

void
_vnus_brief_doubt (BriefDraft  *self,
                   VnusTruth    truth,
                   VnusReasons  reasons)
{
  _vnus_finding_set_truth (self->finding, truth);
  _vnus_finding_add_reason (self->finding, reasons);
}

/* Whether all that it rests on may have become public only after the day of
 * knowledge. */
static gboolean
is_known_vaguely (BriefDraft *self)
{
  VnusDate *known_on = vnus_chronicle_get_known_on (self->scene->view);

  if (known_on == NULL)
    return FALSE;

  for (guint i = 0; i < _vnus_finding_get_n_evidence (self->finding); i++)
    {
      const VnusBacking backing = _vnus_finding_get_backing (self->finding, _vnus_finding_get_evidence (self->finding, i));

      for (guint j = 0; j < backing.n; j++)
        if (_vnus_brief_public_by (self->scene, _vnus_backing_get (&backing, j)) <= vnus_date_get_latest_end (known_on))
          return FALSE;
    }

  return TRUE;
}

gboolean
_vnus_brief_commit (BriefDraft *self,
                    GPtrArray  *items)
{
  const gboolean is_cited = self->is_cited;

  if (is_cited)
    {
      if (is_known_vaguely (self))
        _vnus_brief_doubt (self, VNUS_TRUTH_POSSIBLY, VNUS_REASONS_KNOWN_VAGUELY);
      _vnus_finding_set_sentence (self->finding, g_steal_pointer (&self->phrase));
      g_ptr_array_add (items, _vnus_finding_seal (g_steal_pointer (&self->finding)));
    }
  _vnus_brief_draft_free (self);

  return is_cited;
}

/* The last day on which the latest source of the draft can have been public;
 * VNUS_DAY_MAX if there is one without a date. */
static int
latest_source (BriefDraft *self)
{
  int latest = VNUS_DAY_MIN;

  for (guint i = 0; i < _vnus_finding_get_n_evidence (self->finding); i++)
    {
      const VnusBacking backing = _vnus_finding_get_backing (self->finding, _vnus_finding_get_evidence (self->finding, i));

      for (guint j = 0; j < backing.n; j++)
        latest = MAX (latest, _vnus_brief_public_by (self->scene, _vnus_backing_get (&backing, j)));
    }

  return latest;
}

VnusDate *
_vnus_brief_month_of (int day)
{
  g_autoptr (VnusDate) date = vnus_date_new_day (day);
  g_autofree char *text = date != NULL ? g_strndup (vnus_date_get_text (date), 7) : NULL;

  return text != NULL ? vnus_date_parse (text, NULL) : NULL;
}

VnusDate *
_vnus_brief_stale_month (BriefDraft *self)
{
  const int latest = self->is_cited ? latest_source (self) : VNUS_DAY_MIN;
  g_autoptr (VnusDate) month = latest > VNUS_DAY_MIN && latest < VNUS_DAY_MAX ? _vnus_brief_month_of (latest) : NULL;

  if (month == NULL || self->scene->standpoint == NULL || vnus_date_get_latest_end (month) >= self->scene->today)
    return NULL;

  _vnus_finding_add_reason (self->finding, VNUS_REASONS_AFTER_LAST_SOURCE);
  return g_steal_pointer (&month);
}

gboolean
_vnus_brief_commit_state (BriefDraft *self,
                          GPtrArray  *items)
{
  g_autoptr (VnusDate) month = _vnus_brief_stale_month (self);

  if (month != NULL)
    {
      VnusPhrase *stale = _vnus_phrase_new ("brief.stale");

      _vnus_phrase_add_date (stale, "prose", month, VNUS_DATE_STYLE_PROSE);
      _vnus_brief_take (stale, "compact", _vnus_brief_when (month));
      _vnus_brief_take (stale, "sentence", g_steal_pointer (&self->phrase));
      self->phrase = stale;
    }

  return _vnus_brief_commit (self, items);
}
