/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 7: anniversaries that fall into the year of the visit, and what sources
 * call its occasion. */
#include "brief/brief-private.h"

#include <vnus/vnus-stage.h>

/* Jubilees are multiples of this. */
#define JUBILEE 5

static VnusPhrase *
name_stage (BriefScene *scene,
            const char *key,
            VnusStage  *stage)
{
  VnusPhrase *phrase = _vnus_phrase_new (key);

  _vnus_phrase_add_text (phrase, "ladder", _vnus_brief_ladder_of (scene, vnus_stage_get_level (stage)));
  _vnus_phrase_add_record (phrase, "level", vnus_stage_get_level (stage));
  return phrase;
}

/* Whether it founded something of the relation, and not of its missions: nobody keeps
 * the day of a break, nor is a relation that was resumed founded anew. */
static gboolean
is_founding (BriefScene *scene,
             VnusStage  *stage)
{
  static const char *const others[] = { "recognition", "mission", "consular", NULL };
  VnusStageAct act = vnus_stage_get_act (stage);

  return (act == VNUS_STAGE_ACT_UNSET || act == VNUS_STAGE_ACT_ESTABLISHED || act == VNUS_STAGE_ACT_NORMALISED ||
          act == VNUS_STAGE_ACT_UPGRADED) &&
         !g_strv_contains (others, _vnus_brief_ladder_of (scene, vnus_stage_get_level (stage)));
}

/* Stages of the relation that began before the event, and by the standpoint. */
static GPtrArray *
list_stages (BriefScene *scene)
{
  g_autoptr (GPtrArray) all = _vnus_brief_list_of_kind (scene, VNUS_KIND_STAGE);
  VnusDate *when = vnus_event_get_when (scene->event);
  GPtrArray *stages = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    {
      VnusStage *stage = g_ptr_array_index (all, i);
      VnusDate *during = vnus_stage_get_during (stage);

      if (during == NULL || scene->relation == NULL || vnus_stage_get_level (stage) == NULL || !is_founding (scene, stage) ||
          g_strcmp0 (vnus_stage_get_relation (stage), vnus_record_get_id (scene->relation)) != 0)
        continue;
      if (vnus_date_get_latest_start (during) < vnus_date_get_earliest_start (when) &&
          vnus_date_get_latest_start (during) <= scene->today)
        g_ptr_array_add (stages, stage);
    }

  return stages;
}

/* The number of the anniversary of the stage in the year of the event; 0 if it
 * is not certain. */
static int
anniversary_of (VnusStage *stage,
                VnusDate  *when,
                int       *year,
                int       *base)
{
  int last_year, last_base, min, max;
  g_autoptr (VnusDate) start = vnus_date_dup_start (vnus_stage_get_during (stage));

  if (start == NULL || !vnus_date_get_year_range (when, year, &last_year) || *year != last_year ||
      !vnus_date_get_year_range (start, base, &last_base) || *base != last_base ||
      !vnus_date_get_anniversary_number (start, *year, &min, &max) || min != max)
    return 0;

  return min;
}

static VnusPhrase *
say_jubilee (BriefScene *scene,
             VnusStage  *stage,
             VnusDate   *when)
{
  int year, base;
  const int n = anniversary_of (stage, when, &year, &base);
  VnusPhrase *phrase;

  if (n <= 0 || n % JUBILEE != 0)
    return NULL;

  phrase = _vnus_phrase_new ("brief.in-jubilee-year");
  _vnus_phrase_add_integer (phrase, "n", n);
  _vnus_brief_take (phrase, "stage", name_stage (scene, "brief.stage", stage));
  _vnus_phrase_add_integer (phrase, "base", base);
  _vnus_phrase_add_integer (phrase, "year", year);
  return phrase;
}

static VnusPhrase *
say_elapsed (BriefScene *scene,
             VnusStage  *stage,
             VnusDate   *when)
{
  int min, max;
  VnusPhrase *phrase;

  if (!vnus_date_get_completed_years (vnus_stage_get_during (stage), when, &min, &max) || min < 1)
    return NULL;

  phrase = _vnus_phrase_new (min == max ? "brief.years-after" : "brief.years-after-range");
  if (min == max)
    {
      _vnus_phrase_add_integer (phrase, "n", min);
    }
  else
    {
      _vnus_phrase_add_integer (phrase, "min", min);
      _vnus_phrase_add_integer (phrase, "max", max);
    }
  _vnus_brief_take (phrase, "founding", name_stage (scene, "brief.stage-founding", stage));
  return phrase;
}

/* Jubilees first, then other years. */
static void
write_computed (BriefScene *scene,
                GPtrArray  *items)
{
  VnusDate *when = vnus_event_get_when (scene->event);
  g_autoptr (GPtrArray) stages = list_stages (scene);
  g_autoptr (GPtrArray) terms = _vnus_brief_phrases_new ();
  BriefDraft *draft;

  if (stages->len == 0)
    return;

  draft = _vnus_brief_draft_new (scene, "anniversary", "brief.occasion");
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < stages->len; i++)
      {
        VnusStage *stage = g_ptr_array_index (stages, i);
        g_autoptr (VnusPhrase) jubilee = say_jubilee (scene, stage, when);
        VnusPhrase *term = pass == 0 ? g_steal_pointer (&jubilee)
                                     : jubilee == NULL ? say_elapsed (scene, stage, when) : NULL;

        if (term == NULL)
          continue;
        g_ptr_array_add (terms, term);
        _vnus_brief_cite_field (draft, vnus_record_get_id (VNUS_RECORD (stage)), "during");
      }

  if (terms->len == 0)
    {
      _vnus_brief_draft_free (draft);
      return;
    }

  _vnus_brief_cite_field (draft, vnus_record_get_id (scene->subject), "when");
  _vnus_phrase_add_word (draft->phrase, "kind", _vnus_brief_kind_nick (scene));
  _vnus_phrase_add_word (draft->phrase, "tense", _vnus_brief_tense_nick (scene->tense));
  _vnus_brief_take_list (draft->phrase, "terms", terms, "comma");
  _vnus_brief_commit (draft, items);
}

/* ---- What sources say ---- */

static void
add_sources (BriefScene *scene,
             GPtrArray  *items,
             const char *path)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < vnus_record_get_n_citations (scene->subject); i++)
    {
      VnusCitation *citation = vnus_record_get_citation (scene->subject, i);
      const char *source = vnus_citation_get_source (citation);

      if (g_strcmp0 (vnus_citation_get_field (citation), path) == 0 && g_hash_table_add (seen, (gpointer) source))
        g_ptr_array_add (items, _vnus_brief_source_mark (source));
    }
}

/* The sources that back a member, as they are quoted in running text. */
static VnusPhrase *
say_sources (BriefScene *scene,
             const char *list,
             const char *member)
{
  g_autoptr (GPtrArray) items = _vnus_brief_phrases_new ();
  g_autofree char *path = g_strconcat (list, "/", member, NULL);
  VnusPhrase *phrase;

  add_sources (scene, items, path);
  if (items->len == 0)
    add_sources (scene, items, NULL); /* nothing names it: what backs all of the record */
  if (items->len == 0)
    return NULL;

  phrase = _vnus_phrase_new ("brief.sources");
  _vnus_brief_take_list (phrase, "sources", items, "and");
  return phrase;
}

static VnusPhrase *
say_occasion (BriefScene *scene,
              VnusRecord *occasion)
{
  VnusDate *when = vnus_event_get_when (scene->event);
  VnusPhrase *phrase;
  int year, base, n;

  if (!VNUS_IS_STAGE (occasion) || vnus_stage_get_level (VNUS_STAGE (occasion)) == NULL || when == NULL)
    {
      phrase = _vnus_phrase_new ("brief.occasion-other");
      _vnus_phrase_add_record (phrase, "name", vnus_record_get_id (occasion));
      return phrase;
    }

  n = vnus_stage_get_during (VNUS_STAGE (occasion)) != NULL ? anniversary_of (VNUS_STAGE (occasion), when, &year, &base) : 0;
  if (n <= 0)
    return NULL;

  phrase = _vnus_phrase_new (n % JUBILEE == 0 ? "brief.occasion-jubilee" : "brief.occasion-years");
  _vnus_phrase_add_integer (phrase, "n", n);
  _vnus_brief_take (phrase, "stage",
                    name_stage (scene, n % JUBILEE == 0 ? "brief.stage" : "brief.stage-founding", VNUS_STAGE (occasion)));
  return phrase;
}

static void
write_asserted (BriefScene *scene,
                GPtrArray  *items,
                const char *id)
{
  VnusRecord *occasion = vnus_chronicle_lookup (scene->view, id);
  g_autoptr (VnusPhrase) sources = say_sources (scene, "occasions", id);
  g_autoptr (VnusPhrase) worded = occasion != NULL ? say_occasion (scene, occasion) : NULL;
  BriefDraft *draft;

  if (sources == NULL || worded == NULL)
    return;

  draft = _vnus_brief_draft_new (scene, "occasion", "brief.occasion-asserted");
  _vnus_phrase_add_word (draft->phrase, "kind", _vnus_brief_kind_nick (scene));
  _vnus_phrase_add_word (draft->phrase, "tense", _vnus_brief_tense_nick (scene->tense));
  _vnus_phrase_add_phrase (draft->phrase, "sources", sources);
  _vnus_phrase_add_phrase (draft->phrase, "occasion", worded);
  _vnus_brief_cite_member (draft, vnus_record_get_id (scene->subject), "occasions", id);
  _vnus_brief_commit (draft, items);
}

void
_vnus_brief_write_occasion (BriefScene *scene,
                            GPtrArray  *items)
{
  if (scene->event == NULL)
    return;

  if (vnus_event_get_when (scene->event) != NULL && (VNUS_IS_VISIT (scene->event) || VNUS_IS_MEETING (scene->event)))
    write_computed (scene, items);
  for (guint i = 0; i < vnus_event_get_n_occasions (scene->event); i++)
    write_asserted (scene, items, vnus_event_get_occasion (scene->event, i));
}
