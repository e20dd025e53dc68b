/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 7: the marks of sources, and what others said as a part of a sentence. */
#include "brief/brief-private.h"

#include <string.h>

#include "base/vnus-text-private.h"
#include "chronicle/vnus-chronicle-private.h"

VnusPhrase *
_vnus_brief_source_mark (const char *source)
{
  g_autofree char *mark = g_strdup_printf ("[%s]", source);
  VnusPhrase *phrase = _vnus_phrase_new (NULL);

  _vnus_phrase_add_text (phrase, NULL, mark);
  return phrase;
}

VnusPhrase *
_vnus_brief_sources_of_records (GPtrArray *records)
{
  g_autoptr (GPtrArray) marks = _vnus_brief_phrases_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  VnusPhrase *phrase = _vnus_phrase_new ("brief.sources");

  for (guint i = 0; i < records->len; i++)
    {
      VnusRecord *record = g_ptr_array_index (records, i);

      for (guint j = 0; j < vnus_record_get_n_citations (record); j++)
        {
          const char *source = vnus_citation_get_source (vnus_record_get_citation (record, j));

          if (g_hash_table_add (seen, (gpointer) source))
            g_ptr_array_add (marks, _vnus_brief_source_mark (source));
        }
    }
  /* numbers with commas between them share their brackets */
  _vnus_brief_take_list (phrase, "sources", marks, marks->len > 2 ? "comma" : "and");
  return phrase;
}

static gboolean
is_verbatim (VnusStatement *statement,
             const char    *language)
{
  for (guint i = 0; i < vnus_statement_get_n_verbatim_in (statement); i++)
    if (g_str_equal (vnus_statement_get_verbatim_language (statement, i), language))
      return TRUE;

  return FALSE;
}

/* Whether a sentence begins with the name of a state. */
static gboolean
begins_with_state (VnusChronicle *view,
                   const char    *sentence,
                   const char    *language)
{
  const guint first = _vnus_revision_find_place (view->revision, VNUS_KIND_STATE, "");
  const guint n = vnus_chronicle_get_n_of_kind (view, VNUS_KIND_STATE);

  for (guint i = first; i < first + n; i++)
    {
      VnusText *label = vnus_record_get_label (g_ptr_array_index (view->revision->records, i));

      if (label != NULL && g_str_has_prefix (sentence, vnus_text_get_best (label, language)))
        return TRUE;
    }

  return FALSE;
}

/* A sentence as a clause: no capital unless it is an abbreviation's or a name's,
 * no stop, and no quotation marks around what is a translation. */
static char *
make_clause (const char *sentence,
             gboolean    keeps_quotes,
             gboolean    keeps_capital)
{
  GString *clause = g_string_new (NULL);

  for (const char *p = sentence; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      const gboolean is_quote = c == 0x201C || c == 0x201D;

      if (is_quote && !keeps_quotes)
        continue;
      if (p == sentence && !keeps_capital && !g_unichar_isupper (g_utf8_get_char (g_utf8_next_char (p))))
        c = g_unichar_tolower (c);
      g_string_append_unichar (clause, c);
    }
  if (g_str_has_suffix (clause->str, "."))
    g_string_truncate (clause, clause->len - 1);

  return g_string_free (clause, FALSE);
}

/* @statement: (nullable): whose wording it is */
static VnusText *
make_clauses (VnusChronicle *view,
              VnusText      *sentence,
              VnusStatement *statement)
{
  VnusText *text = vnus_text_ref (sentence);
  VnusTextPair pair = { NULL, NULL };

  while (_vnus_text_next (sentence, &pair))
    {
      const gboolean keeps_quotes = statement == NULL || is_verbatim (statement, pair.language);

      text = _vnus_brief_change_text (text, pair.language,
                                      make_clause (pair.string, keeps_quotes, begins_with_state (view, pair.string, pair.language)));
    }

  return text;
}

static gpointer
make_clauses_of_statement (VnusChronicle *view,
                           gconstpointer  statement,
                           gconstpointer  of)
{
  VnusStatement *self = VNUS_STATEMENT ((VnusRecord *) statement);

  return make_clauses (view, vnus_statement_get_wording (self), self);
}

static gpointer
make_clauses_of_text (VnusChronicle *view,
                      gconstpointer  sentence,
                      gconstpointer  of)
{
  return make_clauses (view, (VnusText *) sentence, NULL);
}

static const VnusMemo wording_memo = { make_clauses_of_statement, VNUS_MEMO_OF_TEXT };
static const VnusMemo clause_memo = { make_clauses_of_text, VNUS_MEMO_OF_TEXT };

VnusPhrase *
_vnus_brief_clause (BriefScene *scene,
                    VnusText   *sentence)
{
  g_autoptr (VnusText) text = _vnus_view_recall (scene->view, &clause_memo, sentence, NULL);

  return _vnus_phrase_new_localised (text);
}

VnusPhrase *
_vnus_brief_new_clause (BriefScene *scene,
                        VnusText   *sentence)
{
  g_autoptr (VnusText) text = make_clauses (scene->view, sentence, NULL);

  return _vnus_phrase_new_localised (text);
}

VnusPhrase *
_vnus_brief_open_sentence (VnusText *sentence)
{
  g_autoptr (VnusText) text = _vnus_brief_without_stop (sentence);

  return _vnus_phrase_new_localised (text);
}

VnusPhrase *
_vnus_brief_wording (BriefScene *scene,
                     VnusRecord *statement)
{
  VnusPhrase *phrase = _vnus_phrase_new (NULL);
  g_autoptr (VnusText) text = NULL;

  if (!VNUS_IS_STATEMENT (statement) || vnus_statement_get_wording (VNUS_STATEMENT (statement)) == NULL)
    {
      _vnus_phrase_add_word (phrase, NULL, "");
      return phrase;
    }

  text = _vnus_view_recall (scene->view, &wording_memo, statement, NULL);
  _vnus_phrase_add_localised (phrase, NULL, text);
  return phrase;
}
