/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 7: a brief as JSON: what the other renderings say, with what each
 * sentence rests on. */
#include "brief/brief-page-private.h"

#include <vnus/vnus-reasons.h>
#include <vnus/vnus-truth.h>

#include "io/json-writer-private.h"

/* ---- Lines ---- */

static void
put_line (VnusJsonWriter *out,
          guint           depth)
{
  _vnus_json_put_raw (out, "\n");
  for (guint i = 0; i < depth; i++)
    _vnus_json_put_raw (out, "  ");
}

/* Begins a member of an object; @n counts those before it. */
static void
put_key (VnusJsonWriter *out,
         guint           depth,
         guint          *n,
         const char     *key)
{
  if ((*n)++ > 0)
    _vnus_json_put_raw (out, ",");
  put_line (out, depth);
  _vnus_json_put_string (out, key);
  _vnus_json_put_raw (out, ": ");
}

static void
put_member (VnusJsonWriter *out,
            guint           depth,
            guint          *n,
            const char     *key,
            const char     *value)
{
  if (value == NULL)
    return;

  put_key (out, depth, n, key);
  _vnus_json_put_string (out, value);
}

static void
put_strings (VnusJsonWriter *out,
             char          **strings)
{
  _vnus_json_put_raw (out, "[");
  for (guint i = 0; strings[i] != NULL; i++)
    {
      if (i > 0)
        _vnus_json_put_raw (out, ", ");
      _vnus_json_put_string (out, strings[i]);
    }
  _vnus_json_put_raw (out, "]");
}

static void
put_number (VnusJsonWriter *out,
            guint           number)
{
  g_autofree char *text = g_strdup_printf ("%u", number);

  _vnus_json_put_raw (out, text);
}

/* ---- Items ---- */

static void
put_citation (VnusJsonWriter  *out,
              const BriefPage *page,
              VnusCitation    *citation)
{
  _vnus_json_put_raw (out, "{ \"source\": ");
  put_number (out, _vnus_brief_sources_number (page->sources, vnus_citation_get_source (citation)));
  if (vnus_citation_get_locator (citation) != NULL)
    {
      _vnus_json_put_raw (out, ", \"locator\": ");
      _vnus_json_put_string (out, vnus_citation_get_locator (citation));
    }
  if (vnus_citation_get_field (citation) != NULL)
    {
      _vnus_json_put_raw (out, ", \"field\": ");
      _vnus_json_put_string (out, vnus_citation_get_field (citation));
    }
  _vnus_json_put_raw (out, " }");
}

static void
put_evidence (VnusJsonWriter      *out,
              const BriefPage     *page,
              const BriefPageItem *item,
              guint                depth)
{
  _vnus_json_put_raw (out, "[");
  for (guint i = 0; i < _vnus_finding_get_n_evidence (item->finding); i++)
    {
      VnusEvidence *evidence = _vnus_finding_get_evidence (item->finding, i);
      g_autoptr (GPtrArray) citations = _vnus_finding_list_citations (item->finding, evidence);

      if (i > 0)
        _vnus_json_put_raw (out, ",");
      put_line (out, depth + 1);
      _vnus_json_put_raw (out, "{ \"record\": ");
      _vnus_json_put_string (out, evidence->id);
      _vnus_json_put_raw (out, ", \"citations\": [");
      for (guint j = 0; j < citations->len; j++)
        {
          if (j > 0)
            _vnus_json_put_raw (out, ", ");
          put_citation (out, page, g_ptr_array_index (citations, j));
        }
      _vnus_json_put_raw (out, "] }");
    }
  put_line (out, depth);
  _vnus_json_put_raw (out, "]");
}

static void
put_item (VnusJsonWriter      *out,
          const BriefPage     *page,
          const BriefPageItem *item,
          guint                depth)
{
  g_auto (GStrv) reasons = vnus_reasons_list (vnus_finding_get_reasons (item->finding));
  guint n = 0;

  _vnus_json_put_raw (out, "{");
  put_member (out, depth + 1, &n, "topic", vnus_finding_get_rule (item->finding));
  put_member (out, depth + 1, &n, "sentence", item->sentence);
  put_member (out, depth + 1, &n, "truth", vnus_truth_to_string (vnus_finding_get_truth (item->finding)));
  put_key (out, depth + 1, &n, "reasons");
  put_strings (out, reasons);
  put_key (out, depth + 1, &n, "sources");
  _vnus_json_put_raw (out, "[");
  for (guint i = 0; i < item->numbers->len; i++)
    {
      if (i > 0)
        _vnus_json_put_raw (out, ", ");
      put_number (out, g_array_index (item->numbers, guint, i));
    }
  _vnus_json_put_raw (out, "]");
  put_key (out, depth + 1, &n, "evidence");
  put_evidence (out, page, item, depth + 1);
  put_line (out, depth);
  _vnus_json_put_raw (out, "}");
}

static void
put_section (VnusJsonWriter         *out,
             const BriefPage        *page,
             const BriefPageSection *section,
             guint                   depth)
{
  guint n = 0;

  _vnus_json_put_raw (out, "{");
  put_member (out, depth + 1, &n, "id", section->id);
  put_member (out, depth + 1, &n, "title", section->title);
  put_key (out, depth + 1, &n, "items");
  _vnus_json_put_raw (out, "[");
  for (guint i = 0; i < section->items->len; i++)
    {
      if (i > 0)
        _vnus_json_put_raw (out, ",");
      put_line (out, depth + 2);
      put_item (out, page, g_ptr_array_index (section->items, i), depth + 2);
    }
  put_line (out, depth + 1);
  _vnus_json_put_raw (out, "]");
  put_line (out, depth);
  _vnus_json_put_raw (out, "}");
}

/* ---- Sources ---- */

static void
put_source (VnusJsonWriter  *out,
            const BriefPage *page,
            guint            position,
            guint            depth)
{
  const char *id = g_ptr_array_index (page->sources->ids, position);
  guint n = 0;

  _vnus_json_put_raw (out, "{");
  put_key (out, depth + 1, &n, "number");
  put_number (out, position + 1);
  put_member (out, depth + 1, &n, "id", id);
  put_member (out, depth + 1, &n, "description", page->described[position]);
  put_member (out, depth + 1, &n, "url", _vnus_brief_page_get_link (page, id));
  put_line (out, depth);
  _vnus_json_put_raw (out, "}");
}

static void
put_date (VnusJsonWriter *out,
          guint          *n,
          const char     *key,
          VnusDate       *date)
{
  g_autofree char *text = date != NULL ? vnus_date_to_string (date) : NULL;

  put_member (out, 1, n, key, text);
}

/**
 * vnus_brief_to_json:
 * @self: a brief
 * @language: a language: `en` or `vi`
 * @error: return location for an error
 *
 * Words the brief as JSON: an object with the headline, the sections with their
 * sentences and what each of them rests on, and the numbered sources.
 *
 * Composes it if that was not done; fails as [method@Vnus.Brief.compose] does,
 * or if there are no words of the language.
 *
 * Returns: (transfer full): the text
 *
 * Since: 0.1
 */
char *
vnus_brief_to_json (VnusBrief   *self,
                    const char  *language,
                    GError     **error)
{
  g_autoptr (BriefPage) page = NULL;
  VnusJsonWriter out;
  char *text;
  guint n = 0;

  g_return_val_if_fail (VNUS_IS_BRIEF (self), NULL);
  g_return_val_if_fail (language != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  page = _vnus_brief_page_new (self, language, error);
  if (page == NULL)
    return NULL;

  _vnus_json_writer_init (&out, FALSE);
  _vnus_json_put_raw (&out, "{");
  put_member (&out, 1, &n, "format", "vnus-brief");
  put_key (&out, 1, &n, "version");
  put_number (&out, 1);
  put_member (&out, 1, &n, "chronicle", vnus_chronicle_get_id (page->view));
  put_member (&out, 1, &n, "digest", page->digest);
  put_member (&out, 1, &n, "subject", vnus_brief_get_subject (self));
  put_member (&out, 1, &n, "language", language);
  put_date (&out, &n, "standpoint", vnus_brief_get_standpoint (self));
  put_date (&out, &n, "known-on", vnus_chronicle_get_known_on (page->view));
  put_member (&out, 1, &n, "headline", page->headline);
  put_key (&out, 1, &n, "head");
  put_strings (&out, page->head);
  put_key (&out, 1, &n, "sections");
  _vnus_json_put_raw (&out, "[");
  for (guint i = 0; i < page->sections->len; i++)
    {
      _vnus_json_put_raw (&out, i > 0 ? "," : "");
      put_line (&out, 2);
      put_section (&out, page, g_ptr_array_index (page->sections, i), 2);
    }
  put_line (&out, 1);
  _vnus_json_put_raw (&out, "]");
  put_key (&out, 1, &n, "sources");
  _vnus_json_put_raw (&out, "[");
  for (guint i = 0; i < page->sources->ids->len; i++)
    {
      _vnus_json_put_raw (&out, i > 0 ? "," : "");
      put_line (&out, 2);
      put_source (&out, page, i, 2);
    }
  put_line (&out, 1);
  _vnus_json_put_raw (&out, "]");
  put_key (&out, 1, &n, "colophon");
  put_strings (&out, page->colophon);
  _vnus_json_put_raw (&out, "\n}\n");

  text = g_strndup (out.data, out.length);
  _vnus_json_writer_clear (&out);
  return text;
}
