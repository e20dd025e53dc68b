/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 7: the annex for the editor: rivals, and what editors noted. */
#include "brief/brief-private.h"

#include "chronicle/vnus-claim-private.h"
#include "chronicle/vnus-view-memory-private.h"
#include "model/vnus-record-private.h"
#include "wording/vnus-message-private.h"

#include <vnus/vnus-field.h>

/* ---- Rivals ---- */

static VnusPhrase *
say_value (VnusField *field,
           VnusValue *value)
{
  VnusPhrase *phrase = _vnus_phrase_new (NULL);
  g_autofree char *text = NULL;

  switch ((int) vnus_field_get_value_type (field))
    {
    case VNUS_VALUE_TYPE_DATE:
      _vnus_brief_take (phrase, NULL, _vnus_brief_bracket (vnus_value_get_date (value)));
      break;

    case VNUS_VALUE_TYPE_REFERENCE:
      _vnus_phrase_add_record (phrase, NULL, vnus_value_get_string (value));
      break;

    case VNUS_VALUE_TYPE_LOCALISED:
      _vnus_phrase_add_localised (phrase, NULL, vnus_value_get_localised (value));
      break;

    case VNUS_VALUE_TYPE_AMOUNT:
      _vnus_phrase_add_amount (phrase, NULL, vnus_value_get_amount (value));
      break;

    default:
      text = vnus_value_to_string (value);
      _vnus_phrase_add_text (phrase, NULL, text);
      break;
    }

  return phrase;
}

static VnusPhrase *
say_claim (BriefDraft *draft,
           const char *id,
           VnusField  *field,
           VnusClaim  *claim)
{
  g_autoptr (GPtrArray) marks = _vnus_brief_phrases_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  VnusPhrase *phrase = _vnus_phrase_new ("brief.claim");

  for (guint i = 0; i < vnus_claim_get_n_citations (claim); i++)
    {
      VnusCitation *citation = vnus_claim_get_citation (claim, i);

      if (g_hash_table_add (seen, (gpointer) vnus_citation_get_source (citation)))
        g_ptr_array_add (marks, _vnus_brief_source_mark (vnus_citation_get_source (citation)));
      _vnus_brief_cite_citation (draft, id, citation);
    }
  _vnus_brief_take (phrase, "value", say_value (field, vnus_claim_get_value (claim)));
  _vnus_brief_take_list (phrase, "sources", marks, "comma");
  return phrase;
}

static void
write_rivals (BriefScene *scene,
              GPtrArray  *items,
              VnusRecord *record,
              VnusField  *field)
{
  const char *id = vnus_record_get_id (record);
  g_autoptr (GPtrArray) values = _vnus_brief_phrases_new ();
  gsize n = 0;
  VnusClaim **claims = vnus_chronicle_list_claims (scene->view, id, vnus_field_get_name (field), &n);
  BriefDraft *draft = _vnus_brief_draft_new (scene, "conflict", "brief.note-rivals");

  for (gsize i = 0; i < n; i++)
    {
      const VnusClaimStanding standing = vnus_claim_get_standing (claims[i]);

      if (_vnus_claim_is_of_conflict (claims[i]))
        g_ptr_array_insert (values, standing != VNUS_CLAIM_STANDING_RIVAL ? 0 : -1,
                            say_claim (draft, id, field, claims[i]));
      vnus_claim_unref (claims[i]);
    }
  g_free (claims);

  _vnus_brief_take (draft->phrase, "name", _vnus_brief_label (record));
  _vnus_phrase_add_text (draft->phrase, "kind", vnus_kind_to_string (vnus_record_get_kind (record)));
  _vnus_phrase_add_text (draft->phrase, "field", vnus_field_get_name (field));
  _vnus_brief_take_list (draft->phrase, "values", values, "semicolon");
  _vnus_brief_doubt (draft, VNUS_TRUTH_POSSIBLY, VNUS_REASONS_SOURCES_DIFFER);
  _vnus_brief_commit (draft, items);
}

/* The fields for which sources give rivals. */
static gpointer
find_disputed (VnusChronicle *view,
               gconstpointer  record,
               gconstpointer  of)
{
  const VnusRecordClass *klass = _vnus_record_class (record);
  BriefScene scene = { .view = view };
  GPtrArray *disputed = g_ptr_array_new ();

  for (guint i = 0; i < klass->n_fields; i++)
    {
      VnusField *field = klass->fields[i];
      const char *name = vnus_field_get_name (field);

      if (!vnus_field_is_list (field) && !g_str_equal (name, "status") &&
          _vnus_record_has_cited_value ((VnusRecord *) record, name) &&
          _vnus_brief_is_disputed (&scene, ((const VnusRecord *) record)->id, name))
        g_ptr_array_add (disputed, field);
    }

  return disputed;
}

static const VnusMemo disputed_memo = { find_disputed, VNUS_MEMO_OF_LIST };

/* Rivals come only with values that sources give of their own. */
static gboolean
has_cited_values (VnusRecord *record)
{
  for (guint i = 0; i < _vnus_vector_length (record->citations); i++)
    if (vnus_citation_get_value (_vnus_vector_get (record->citations, i)) != NULL)
      return TRUE;

  return FALSE;
}

static void
write_rivals_of (BriefScene *scene,
                 GPtrArray  *items,
                 VnusRecord *record)
{
  g_autoptr (GPtrArray) disputed = NULL;

  if (!has_cited_values (record))
    return;

  disputed = _vnus_view_recall (scene->view, &disputed_memo, record, NULL);
  for (guint i = 0; i < disputed->len; i++)
    write_rivals (scene, items, record, g_ptr_array_index (disputed, i));
}

/* ---- Notes ---- */

/* The language in which the note is told where the brief is in another one; “none”
 * where it has words in that of the brief. */
static gpointer
find_languages (VnusChronicle *view,
                gconstpointer  note,
                gconstpointer  of)
{
  const char *const *languages = _vnus_message_languages ();
  g_auto (GStrv) own = vnus_text_list_languages (note);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; languages[i] != NULL; i++)
    {
      const char *best = vnus_text_get_best (note, languages[i]);
      const char *name = "none";

      for (guint j = 0; own[j] != NULL && vnus_text_get (note, languages[i]) == NULL; j++)
        if (g_str_equal (vnus_text_get (note, own[j]), best))
          name = own[j];
      g_ptr_array_add (names, (gpointer) name);
    }
  g_ptr_array_add (names, NULL);

  return vnus_text_new_many (languages, (const char *const *) names->pdata);
}

static const VnusMemo languages_memo = { find_languages, VNUS_MEMO_OF_TEXT };

/* What editors note is not dated: it is told only of what is told without limit. */
static void
write_note (BriefScene *scene,
            GPtrArray  *items,
            VnusRecord *record)
{
  const char *id = vnus_record_get_id (record);
  VnusText *note = vnus_record_get_note (record);
  g_autoptr (VnusText) languages = NULL;
  BriefDraft *draft;

  if (note == NULL || vnus_record_get_label (record) == NULL)
    return;

  draft = _vnus_brief_draft_new (scene, "note", "brief.note");
  _vnus_brief_take (draft->phrase, "name", _vnus_brief_label (record));
  languages = _vnus_view_recall (scene->view, &languages_memo, note, NULL);
  _vnus_phrase_add_localised (draft->phrase, "language", languages);
  _vnus_phrase_add_localised (draft->phrase, "note", note);
  _vnus_brief_cite (draft, id);
  _vnus_brief_commit (draft, items);
}

void
_vnus_brief_write_notes (BriefScene *scene,
                         GPtrArray  *items)
{
  /* the notes add nothing that was not told before them */
  const guint n = scene->told->len;
  g_auto (GStrv) sources = vnus_chronicle_list_according_to (scene->view);

  for (guint i = 0; i < n; i++)
    write_rivals_of (scene, items, g_ptr_array_index (scene->told, i));
  if (vnus_chronicle_get_known_on (scene->view) != NULL || sources != NULL)
    return;
  for (guint i = 0; i < n; i++)
    write_note (scene, items, g_ptr_array_index (scene->told, i));
}
