/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 7: who held which offices when. */
#include "brief/brief-private.h"

#include "base/vnus-text-private.h"
#include "chronicle/vnus-chronicle-private.h"

#include <vnus/vnus-office.h>
#include <vnus/vnus-tenure.h>

#include <string.h>

#include "wording/vnus-message-private.h"

static int
compare_tenures (gconstpointer a,
                 gconstpointer b)
{
  VnusTenure *one = *(VnusTenure *const *) a, *other = *(VnusTenure *const *) b;
  VnusDate *during = vnus_tenure_get_during (one), *other_during = vnus_tenure_get_during (other);
  int order = (during == NULL) - (other_during == NULL);

  if (order == 0 && during != NULL)
    order = vnus_date_compare (during, other_during);

  return order != 0 ? order : g_strcmp0 (vnus_record_get_id (VNUS_RECORD (one)), vnus_record_get_id (VNUS_RECORD (other)));
}

static gpointer
find_tenures (VnusChronicle *view,
              gconstpointer  person,
              gconstpointer  of)
{
  GPtrArray *referrers = _vnus_chronicle_get_referrers (view, person);
  GPtrArray *tenures = g_ptr_array_new ();

  for (guint i = 0; referrers != NULL && i < referrers->len; i++)
    {
      VnusRecord *record = g_ptr_array_index (referrers, i);

      if (VNUS_IS_TENURE (record) && g_strcmp0 (vnus_tenure_get_person (VNUS_TENURE (record)), person) == 0 &&
          vnus_tenure_get_office (VNUS_TENURE (record)) != NULL)
        g_ptr_array_add (tenures, record);
    }
  g_ptr_array_sort (tenures, compare_tenures);

  return tenures;
}

static const VnusMemo tenures_memo = { find_tenures, VNUS_MEMO_OF_LIST, TRUE };

GPtrArray *
_vnus_brief_list_tenures (BriefScene *scene,
                          const char *person)
{
  return person != NULL ? _vnus_view_recall (scene->view, &tenures_memo, person, NULL) : g_ptr_array_new ();
}

gboolean
_vnus_brief_may_hold_on (VnusTenure *tenure,
                         VnusDate   *date)
{
  VnusDate *during = vnus_tenure_get_during (tenure);

  return during != NULL && date != NULL && vnus_date_get_earliest_start (during) <= vnus_date_get_latest_end (date) &&
         vnus_date_get_latest_end (during) >= vnus_date_get_earliest_start (date);
}

/* The words with the full name of @body, and its abbreviation in brackets, in the
 * place of the abbreviation; NULL if they do not have it. */
static char *
spell_out (const char *words,
           VnusRecord *body,
           const char *abbreviation,
           const char *language)
{
  VnusText *label = vnus_record_get_label (body);
  const char *at = strstr (words, abbreviation);
  const char *rest = at != NULL ? at + strlen (abbreviation) : NULL;
  g_autofree char *name = NULL, *start = NULL;

  if (at == NULL || label == NULL || (at > words && g_ascii_isalnum (at[-1])) || g_ascii_isalnum (*rest))
    return NULL;

  start = g_strndup (words, (gsize) (at - words));
  name = _vnus_say (language, "brief.full-name", VNUS_ARG_S ("name", vnus_text_get_best (label, language)),
                    VNUS_ARG_S ("short", abbreviation));
  return g_strconcat (start, name, rest, NULL);
}

/* The title of an office of a body whose abbreviation it has: the first time, with
 * the full name of the body. Takes @title. */
static VnusText *
introduce_body (BriefDraft *draft,
                const char *office,
                VnusText   *title)
{
  BriefScene *scene = draft->scene;
  VnusRecord *record = vnus_chronicle_lookup (scene->view, office);
  const char *owner = record != NULL ? _vnus_brief_owner_of (record) : NULL;
  VnusRecord *body = owner != NULL ? vnus_chronicle_lookup (scene->view, owner) : NULL;
  const char *abbreviation = body != NULL ? _vnus_brief_abbreviation_of (body) : NULL;
  VnusTextPair pair = { NULL, NULL };
  VnusText *spelled;

  if (abbreviation == NULL || g_hash_table_contains (scene->introduced, owner))
    return title;

  spelled = vnus_text_ref (title);
  while (_vnus_text_next (title, &pair))
    {
      char *words = _vnus_message_exists (pair.language, "brief.full-name")
                      ? spell_out (pair.string, body, abbreviation, pair.language)
                      : NULL;

      if (words == NULL)
        continue;
      spelled = _vnus_brief_change_text (spelled, pair.language, words);
      g_hash_table_add (scene->introduced, g_strdup (owner));
      _vnus_brief_cite (draft, owner);
    }
  vnus_text_unref (title);

  return spelled;
}

static VnusPhrase *
say_title (BriefDraft *draft,
           const char *office)
{
  g_autoptr (VnusText) title = introduce_body (draft, office, _vnus_brief_short_title (draft->scene, office));

  return _vnus_phrase_new_localised (title);
}

/* Whether a title tells the portfolio already. */
static gboolean
tells_portfolio (VnusRecord *office,
                 VnusText   *portfolio)
{
  VnusText *label = vnus_record_get_label (office);
  g_auto (GStrv) languages = vnus_text_list_languages (portfolio);

  for (guint i = 0; languages[i] != NULL; i++)
    {
      g_autofree char *title = label != NULL ? g_utf8_casefold (vnus_text_get_best (label, languages[i]), -1) : g_strdup ("");
      g_autofree char *words = g_utf8_casefold (vnus_text_get (portfolio, languages[i]), -1);

      if (strstr (title, words) == NULL)
        return FALSE;
    }

  return TRUE;
}

/* Takes the name. */
static VnusPhrase *
add_portfolio (BriefScene *scene,
               VnusPhrase *name,
               const char *capacity)
{
  VnusRecord *office = capacity != NULL ? vnus_chronicle_lookup (scene->view, capacity) : NULL;
  VnusText *portfolio = office != NULL && VNUS_IS_OFFICE (office) ? vnus_office_get_portfolio (VNUS_OFFICE (office)) : NULL;
  VnusPhrase *phrase;

  if (portfolio == NULL || tells_portfolio (office, portfolio))
    return name;

  phrase = _vnus_phrase_new ("brief.person-with-portfolio");
  _vnus_brief_take (phrase, "person", name);
  _vnus_phrase_add_localised (phrase, "portfolio", portfolio);
  return phrase;
}

/* An id is no title. */
static gboolean
has_label (BriefScene *scene,
           const char *office)
{
  VnusRecord *record = office != NULL ? vnus_chronicle_lookup (scene->view, office) : NULL;

  return record != NULL && vnus_record_get_label (record) != NULL;
}

static gboolean
is_held_on (VnusTenure *tenure,
            const char *office,
            VnusDate   *when)
{
  return g_str_equal (vnus_tenure_get_office (tenure), office) && _vnus_brief_may_hold_on (tenure, when);
}

VnusPhrase *
_vnus_brief_title_on (BriefDraft *draft,
                      const char *person,
                      const char *office,
                      VnusDate   *when,
                      VnusPhrase *title)
{
  g_autoptr (GPtrArray) tenures = when != NULL ? _vnus_brief_list_tenures (draft->scene, person) : g_ptr_array_new ();
  guint n_acting = 0, n = 0;
  VnusPhrase *phrase;

  for (guint i = 0; i < tenures->len; i++)
    if (is_held_on (g_ptr_array_index (tenures, i), office, when))
      {
        n++;
        n_acting += vnus_tenure_get_how (g_ptr_array_index (tenures, i)) == VNUS_TENURE_START_ACTING;
      }
  if (n_acting == 0 || n_acting < n)
    return title;

  for (guint i = 0; i < tenures->len; i++)
    if (is_held_on (g_ptr_array_index (tenures, i), office, when))
      _vnus_brief_cite_record (draft, g_ptr_array_index (tenures, i));
  phrase = _vnus_phrase_new ("brief.title-acting");
  _vnus_brief_take (phrase, "title", title);
  return phrase;
}

/* The highest office of those that were over by then, the latest of equals; NULL
 * if there is none, or if one may still have been held. */
static VnusTenure *
find_former (BriefScene *scene,
             GPtrArray  *tenures,
             VnusDate   *when)
{
  VnusTenure *highest = NULL;

  for (guint i = 0; i < tenures->len; i++)
    {
      VnusTenure *tenure = g_ptr_array_index (tenures, i);
      VnusDate *during = vnus_tenure_get_during (tenure);

      if (during == NULL || _vnus_brief_may_hold_on (tenure, when))
        return NULL;
      if (vnus_date_get_latest_end (during) < vnus_date_get_earliest_start (when) && has_label (scene, vnus_tenure_get_office (tenure)) &&
          (highest == NULL || _vnus_brief_rank_of (scene, vnus_tenure_get_office (tenure)) <=
                                _vnus_brief_rank_of (scene, vnus_tenure_get_office (highest))))
        highest = tenure;
    }

  return highest;
}

const char *
_vnus_brief_former_office (BriefDraft *draft,
                           const char *person,
                           VnusDate   *when)
{
  g_autoptr (GPtrArray) tenures = when != NULL ? _vnus_brief_list_tenures (draft->scene, person) : g_ptr_array_new ();
  VnusTenure *former = find_former (draft->scene, tenures, when);

  if (former == NULL)
    return NULL;

  _vnus_brief_cite_record (draft, VNUS_RECORD (former));
  return vnus_tenure_get_office (former);
}

/* The titles of other offices held then, and that of the capacity last. */
static GPtrArray *
list_titles (BriefDraft *draft,
             const char *person,
             const char *capacity,
             VnusDate   *when)
{
  g_autoptr (GPtrArray) tenures = _vnus_brief_list_tenures (draft->scene, person);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *titles = _vnus_brief_phrases_new ();

  g_hash_table_add (seen, (gpointer) capacity);
  for (guint i = 0; i < tenures->len; i++)
    {
      VnusTenure *tenure = g_ptr_array_index (tenures, i);
      const char *office = vnus_tenure_get_office (tenure);

      if (!_vnus_brief_may_hold_on (tenure, when) || !has_label (draft->scene, office) || !g_hash_table_add (seen, (gpointer) office))
        continue;
      g_ptr_array_add (titles, _vnus_brief_title_on (draft, person, office, when, say_title (draft, office)));
      _vnus_brief_cite_record (draft, VNUS_RECORD (tenure));
    }
  g_ptr_array_add (titles, _vnus_brief_title_on (draft, person, capacity, when, say_title (draft, capacity)));

  return titles;
}

VnusPhrase *
_vnus_brief_person_with_offices (BriefDraft *draft,
                                 const char *person,
                                 const char *capacity,
                                 VnusDate   *when)
{
  g_autoptr (GPtrArray) titles = NULL;
  VnusPhrase *phrase;

  if (!has_label (draft->scene, capacity))
    return _vnus_brief_person_short (draft, person, capacity, when);

  titles = list_titles (draft, person, capacity, when);
  phrase = _vnus_phrase_new ("brief.person");
  _vnus_brief_take_list (phrase, "title", titles, "comma");
  _vnus_phrase_add_record (phrase, "name", person);

  return add_portfolio (draft->scene, phrase, capacity);
}
