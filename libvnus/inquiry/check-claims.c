/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5c: what the claims on a field tell: that sources exclude each other, and
 * that the record says more than any of them. */
#include "inquiry/vnus-validation-private.h"

#include "chronicle/vnus-chronicle-private.h"
#include "chronicle/vnus-claim-private.h"
#include "chronicle/vnus-compatible-private.h"

static VnusClaim *
nth (GPtrArray *claims,
     guint      index)
{
  return g_ptr_array_index (claims, index);
}

/* "VALUE (SOURCE, SOURCE)" */
static VnusPhrase *
word_claim (VnusClaim *claim)
{
  VnusPhrase *phrase = _vnus_phrase_new (claim->citations != NULL ? "claim.cited" : "claim.uncited");
  g_autoptr (GPtrArray) sources = g_ptr_array_new ();
  g_autofree char *ids = NULL;

  _vnus_phrase_add_value (phrase, "value", claim->value);
  if (claim->citations == NULL)
    return phrase;

  for (guint i = 0; i < _vnus_vector_length (claim->citations); i++)
    {
      const char *source = vnus_citation_get_source (_vnus_vector_get (claim->citations, i));

      if (!g_ptr_array_find_with_equal_func (sources, source, g_str_equal, NULL))
        g_ptr_array_add (sources, (gpointer) source);
    }
  g_ptr_array_add (sources, NULL);
  ids = g_strjoinv (", ", (char **) sources->pdata);
  _vnus_phrase_add_text (phrase, "sources", ids);

  return phrase;
}

static void
add_claims (VnusPhrase *phrase,
            const char *name,
            GPtrArray  *claims,
            gboolean    cited_only)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) _vnus_phrase_unref);

  for (guint i = 0; i < claims->len; i++)
    if (nth (claims, i)->standing != VNUS_CLAIM_STANDING_DEPRECATED && !nth (claims, i)->is_composed &&
        (!cited_only || nth (claims, i)->citations != NULL))
      g_ptr_array_add (items, word_claim (nth (claims, i)));

  _vnus_phrase_add_list (phrase, name, (VnusPhrase **) items->pdata, items->len, "semicolon");
}

/* The ground as the key of its words. */
static const char *
ground_key (VnusClaimGround ground)
{
  static const char *const keys[] = {
    [VNUS_CLAIM_GROUND_ALONE] = "ground.alone", [VNUS_CLAIM_GROUND_PRECISE] = "ground.precise",
    [VNUS_CLAIM_GROUND_LATEST_STATUS] = "ground.latest-status", [VNUS_CLAIM_GROUND_PREFERRED] = "ground.preferred",
    [VNUS_CLAIM_GROUND_FAMILIES] = "ground.families", [VNUS_CLAIM_GROUND_PRIMARY] = "ground.primary",
    [VNUS_CLAIM_GROUND_LATEST] = "ground.latest", [VNUS_CLAIM_GROUND_TIE] = "ground.tie",
  };

  return keys[ground];
}

/* A tie waits for an editor; what the rule decided is worth knowing. */
static void
add_conflict (VnusValidation *self,
              VnusRecord     *record,
              VnusField      *field,
              GPtrArray      *claims)
{
  VnusClaim *chosen = _vnus_claims_get_chosen (claims);
  VnusPhrase *phrase = _vnus_validation_add (self, "conflict", VNUS_TRUTH_CERTAINLY, record, field->name);
  g_autoptr (VnusPhrase) ground = _vnus_phrase_new (ground_key (chosen->ground));

  _vnus_phrase_add_text (phrase, "field", field->name);
  add_claims (phrase, "claims", claims, FALSE);
  _vnus_phrase_add_value (phrase, "value", chosen->value);
  _vnus_phrase_add_phrase (phrase, "ground", ground);

  if (chosen->ground == VNUS_CLAIM_GROUND_TIE)
    _vnus_validation_suggest (self, "suggestion.prefer");
  else
    _vnus_validation_set_severity (self, VNUS_SEVERITY_NOTE);
}

/* What the record says itself although no source does. */
static VnusClaim *
find_unsupported (GPtrArray *claims)
{
  VnusClaim *own = claims->len > 1 ? nth (claims, 0) : NULL;

  return own != NULL && own->own && own->citations == NULL ? own : NULL;
}

/* Whether another claim allows what the record says and is as precise. */
static gboolean
is_as_fine_elsewhere (VnusClaim  *own,
                      GPtrArray  *claims,
                      VnusAspect  aspect)
{
  for (guint i = 1; i < claims->len; i++)
    if (!nth (claims, i)->is_composed && _vnus_values_agree (own->value, nth (claims, i)->value, aspect) &&
        !_vnus_value_is_more_precise (own->value, nth (claims, i)->value, aspect))
      return TRUE;

  return FALSE;
}

/* The start and the end of an interval may come from two sources. */
static gboolean
is_finer (VnusClaim *own,
          GPtrArray *claims)
{
  if (!_vnus_value_is_interval (own->value))
    return !is_as_fine_elsewhere (own, claims, VNUS_ASPECT_WHOLE);

  return !is_as_fine_elsewhere (own, claims, VNUS_ASPECT_START) ||
         !is_as_fine_elsewhere (own, claims, VNUS_ASPECT_END);
}

static gboolean
is_allowed (VnusClaim *own,
            GPtrArray *claims)
{
  for (guint i = 1; i < claims->len; i++)
    if (_vnus_values_agree (own->value, nth (claims, i)->value, VNUS_ASPECT_WHOLE))
      return TRUE;

  return FALSE;
}

static void
check_own (VnusValidation *self,
           VnusRecord     *record,
           VnusField      *field,
           GPtrArray      *claims)
{
  VnusClaim *own = find_unsupported (claims);
  VnusPhrase *phrase;

  if (own == NULL)
    return;

  if (!is_allowed (own, claims))
    phrase = _vnus_validation_add (self, "unsupported-value", VNUS_TRUTH_CERTAINLY, record, field->name);
  else if (is_finer (own, claims))
    phrase = _vnus_validation_add (self, "finer-than-printed", VNUS_TRUTH_CERTAINLY, record, field->name);
  else
    return; /* vaguer than its sources: nothing is claimed too much */

  _vnus_phrase_add_value (phrase, "value", own->value);
  add_claims (phrase, "claims", claims, TRUE);
  _vnus_validation_suggest (self, "suggestion.take-source");
}

static void
check_field (VnusValidation *self,
             VnusRecord     *record,
             VnusField      *field,
             VnusViewFilter *filter)
{
  g_autoptr (GPtrArray) claims = _vnus_record_gather_claims (record, field, filter);

  if (_vnus_claims_have_rivals (claims))
    add_conflict (self, record, field, claims);
  check_own (self, record, field, claims);
}

/* Only where a source gives a value of its own is there more than one claim. */
static void
check_record (VnusValidation *self,
              VnusRecord     *record,
              VnusViewFilter *filter)
{
  g_autoptr (GPtrArray) fields = g_ptr_array_new ();

  for (guint i = 0; i < vnus_record_get_n_citations (record); i++)
    {
      VnusCitation *citation = vnus_record_get_citation (record, i);
      const char *named = vnus_citation_get_field (citation);
      VnusField *field = named != NULL && vnus_citation_get_value (citation) != NULL
                           ? vnus_field_lookup (vnus_record_get_kind (record), named) : NULL;

      if (field == NULL || field->is_list || g_ptr_array_find (fields, field, NULL))
        continue;
      g_ptr_array_add (fields, field);
      check_field (self, record, field, filter);
    }
}

void
_vnus_check_claims (VnusValidation *self)
{
  GPtrArray *records = _vnus_chronicle_get_records (self->chronicle);
  g_autoptr (VnusViewFilter) all = _vnus_view_filter_new (self->chronicle->revision, NULL, NULL);
  VnusViewFilter *filter = self->chronicle->filter != NULL ? self->chronicle->filter : all;

  for (guint i = 0; i < records->len; i++)
    check_record (self,
                  _vnus_chronicle_lookup_base (self->chronicle, vnus_record_get_id (g_ptr_array_index (records, i))),
                  filter);
}
