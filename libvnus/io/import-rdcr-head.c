/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: the heads of articles on recognition and relations.
 *
 * All is compared as folded by [func@Vnus.fold_name]: small letters, no marks, single
 * blanks. A word of the tables stands for every word that begins with it.
 */
#include "io/import-rdcr-private.h"

#include <string.h>

#include <vnus/vnus-fold.h>

#include "io/historian-private.h"

typedef struct
{
  VnusStageAct act;
  const char  *words[8];
} Act;

/* Of two at one place the first counts. */
static const Act acts[] = {
  { VNUS_STAGE_ACT_RESUMED, { "re establish", "reestablish", "resum", "reopen", "re open", "restor" } },
  { VNUS_STAGE_ACT_UPGRADED, { "elevat", "raised" } },
  { VNUS_STAGE_ACT_NORMALISED, { "normaliz", "normalis" } },
  { VNUS_STAGE_ACT_SEVERED, { "sever", "terminat", "cessation", "ended" } },
  { VNUS_STAGE_ACT_SUSPENDED, { "interrupt", "suspen" } },
  { VNUS_STAGE_ACT_CLOSED, { "clos" } },
  { VNUS_STAGE_ACT_ESTABLISHED, { "establish", "open" } },
  { VNUS_STAGE_ACT_RECOGNISED, { "recogni", "recogn" } },
};

typedef struct
{
  VnusRdcrLevel level;
  const char   *words[3];
} Level;

static const Level levels[] = {
  { { "interests-section", "mission" }, { "interests section", "interest section" } },
  { { "liaison-office", "mission" }, { "liaison office" } },
  { { "legation", "mission" }, { "legation" } },
  { { "embassy", "mission" }, { "embass" } },
  { { "consular-relations", "consular" }, { "consular relations" } },
  { { "consulate", "consular" }, { "consul" } },
  { { "diplomatic-relations", "diplomatic" }, { "diplomatic relations", "relations" } },
  { { "recognition", "recognition" }, { "recogni", "recogn" } },
};

/* What these words are about is no step, or none that can be told from the head. */
static const char *const others[] = { "ambassador", "representative", "additional", "moved", "moves", "move", "returned", "returns",
                                      "relocat", "transfer", "limited", "committee", "provisional", "treaty", "convention",
                                      "agreement", "no", "expansion", "altered", "handled" };

/* Words before that of a mission by which it is one of the United States. */
static const char *const owners[] = { "american", "america", "us", "states", "the", "of", "an", "first", "new", "diplomatic", NULL };

/* @word at the beginning of a word of @text; NULL if nowhere. */
static const char *
find_word (const char *text,
           const char *word)
{
  for (const char *p = strstr (text, word); p != NULL; p = strstr (p + 1, word))
    if (p == text || p[-1] == ' ')
      return p;

  return NULL;
}

static gboolean
has_word (const char *text,
          const char *word)
{
  gsize length = strlen (word);

  for (const char *p = find_word (text, word); p != NULL; p = find_word (p + 1, word))
    if (p[length] == ' ' || p[length] == '\0')
      return TRUE;

  return FALSE;
}

/* The first of some words in @text, if it is before @best. */
static const char *
find_first (const char        *text,
            const char *const *words,
            guint              n_words,
            const char        *best)
{
  for (guint i = 0; i < n_words && words[i] != NULL; i++)
    {
      const char *p = find_word (text, words[i]);

      if (p != NULL && (best == NULL || p < best))
        best = p;
    }

  return best;
}

static const Act *
find_act (const char *text)
{
  const Act *found = NULL;
  const char *best = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    {
      const char *p = find_first (text, acts[i].words, G_N_ELEMENTS (acts[i].words), best);

      if (p != best)
        found = &acts[i];
      best = p;
    }

  return found;
}

static const Level *
find_level (const char  *text,
            const char **place)
{
  const Level *found = NULL;
  const char *best = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    {
      const char *p = find_first (text, levels[i].words, G_N_ELEMENTS (levels[i].words), best);

      if (p != best)
        found = &levels[i];
      best = p;
    }

  *place = best;
  return found;
}

static gboolean
is_mission (const Level *level)
{
  return g_str_equal (level->level.ladder, "mission");
}

/* A mission of the other side, such as “the Italian Legation” or one in Washington. */
static gboolean
is_of_other_side (const char *clause,
                  const char *place)
{
  const char *start = place;
  g_autofree char *word = NULL;

  if (strstr (clause, "in the united states") != NULL || has_word (clause, "washington"))
    return TRUE;
  if (place == clause)
    return FALSE;

  for (start = place - 1; start > clause && start[-1] != ' ';)
    start--;
  word = g_strndup (start, (gsize) (place - 1 - start));
  return !g_strv_contains (owners, word);
}

static gboolean
has_other_words (const char *clause)
{
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (strlen (others[i]) > 4 ? find_word (clause, others[i]) != NULL : has_word (clause, others[i]))
      return TRUE;

  return FALSE;
}

static gboolean
names_us (const char *text)
{
  return has_word (text, "us") || strstr (text, "united states") != NULL;
}

/* The beginning of a name is that of what is named after it: “Danish” is not that of
 * Denmark, but “Bahamian” that of the Bahamas. */
static gboolean
names_own (const char        *text,
           const char *const *names)
{
  static const char *const plain[] = { "republic", "united", "kingdom", "state", "states", "islands", "north", "south", "saint",
                                       "federal", "democratic", "free", "new", "the", "of", "and", NULL };

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *folded = vnus_fold_name (names[i]);
      g_auto (GStrv) words = g_strsplit (folded, " ", -1);

      for (guint j = 0; words[j] != NULL; j++)
        {
          if (strlen (words[j]) > 4)
            words[j][4] = '\0';
          if (strlen (words[j]) > 2 && !g_strv_contains (plain, words[j]) && find_word (text, words[j]) != NULL)
            return TRUE;
        }
    }

  return FALSE;
}

static VnusRdcrBy
find_by (const char        *clause,
         const Level       *level,
         const char        *place,
         const char *const *names)
{
  const char *by = strstr (clause, " by ");

  if (has_word (clause, "mutual"))
    return VNUS_RDCR_BY_US | VNUS_RDCR_BY_PARTNER;
  if (by != NULL)
    return names_us (by) ? VNUS_RDCR_BY_US : names_own (by, names) ? VNUS_RDCR_BY_PARTNER : 0;
  if (is_mission (level) || g_str_equal (level->level.id, "consulate"))
    return VNUS_RDCR_BY_US;
  if (!g_str_equal (level->level.id, "recognition"))
    return 0;
  if (names_us (place))
    return VNUS_RDCR_BY_PARTNER;

  return names_us (clause) ? VNUS_RDCR_BY_US : 0;
}

/* Reads one clause; @act is that of the clause before, if this one has none. */
static gboolean
read_clause (const char        *clause,
             const char *const *names,
             const Act        **act,
             VnusRdcrStep      *step)
{
  const Act *own = find_act (clause);
  const char *place, *goal = strstr (clause, " to embassy");
  const Level *level = find_level (clause, &place);

  if (own != NULL)
    *act = own;
  if (*act == NULL || level == NULL || has_other_words (clause))
    return FALSE;
  if (is_mission (level) ? is_of_other_side (clause, place)
                         : g_str_equal (level->level.ladder, "consular") && strstr (clause, "in the united states") != NULL)
    return FALSE;
  if (g_str_equal (level->level.id, "recognition") && (find_word (clause, "legation") != NULL || find_word (clause, "government") != NULL))
    return FALSE;

  step->act = (*act)->act;
  if (step->act == VNUS_STAGE_ACT_RECOGNISED && has_word (clause, "withdrawn"))
    step->act = VNUS_STAGE_ACT_SEVERED;
  if (goal != NULL)
    {
      step->act = VNUS_STAGE_ACT_UPGRADED;
      level = find_level (goal + strlen (" to "), &place);
    }
  else if (step->act == VNUS_STAGE_ACT_UPGRADED)
    return FALSE;

  /* Nobody recognises an embassy, nor breaks one off, nor closes relations. */
  if ((step->act == VNUS_STAGE_ACT_RECOGNISED) != g_str_equal (level->level.id, "recognition") &&
      step->act != VNUS_STAGE_ACT_SEVERED)
    return FALSE;
  if (step->act == VNUS_STAGE_ACT_SEVERED && is_mission (level))
    return FALSE;
  if (step->act == VNUS_STAGE_ACT_CLOSED && !is_mission (level) && !g_str_equal (level->level.id, "consulate"))
    return FALSE;

  step->level = &level->level;
  step->by = find_by (clause, level, place, names);
  return TRUE;
}

/* At “and”, “&” and semicolons. */
static char **
split_clauses (const char *head)
{
  g_autoptr (GString) text = g_string_new (head);
  g_autofree char *folded = NULL;

  g_string_replace (text, " & ", " and ", 0);
  g_string_replace (text, ";", " and ", 0);
  folded = vnus_fold_name (text->str);

  return g_strsplit (folded, " and ", -1);
}

/* Whether the clause is about another state than that of the article. Who acted may
 * go by another name. */
static gboolean
is_of_other_state (const char        *clause,
                   const char        *state,
                   const char *const *names,
                   gboolean           head_names_other)
{
  const char *by = strstr (clause, " by ");
  g_autofree char *about = by != NULL ? g_strndup (clause, (gsize) (by - clause)) : g_strdup (clause);
  g_autofree char *rest = _vnus_historian_cut_other_states (about, state);

  if (!head_names_other && g_str_equal (rest, about))
    return FALSE;

  return !(by != NULL && g_str_equal (rest, about)) && !names_own (rest, names);
}

gboolean
_vnus_rdcr_read_closure (const char   *words,
                         VnusRdcrStep *step)
{
  g_autofree char *folded = vnus_fold_name (words);

  for (const char *p = find_word (folded, "closed the "); p != NULL; p = find_word (p + 1, "closed the "))
    {
      g_autofree char *object = g_strndup (p, strlen ("closed the american legation"));
      const char *place;
      const Level *level = find_level (object, &place);

      if (level == NULL || !(g_str_equal (level->level.id, "embassy") || g_str_equal (level->level.id, "legation")) ||
          is_of_other_side (object, place))
        continue;
      *step = (VnusRdcrStep) { VNUS_STAGE_ACT_CLOSED, &level->level, VNUS_RDCR_BY_US };
      return TRUE;
    }

  return FALSE;
}

const char *
_vnus_rdcr_find_ladder (const char *head)
{
  static const char *const elsewhere[] = { "ambassador", "representative", "moved", "moves", "move", "returned", "returns", "relocat",
                                           "transfer", "treaty", "convention" };
  g_autofree char *folded = vnus_fold_name (head);
  const char *place;
  const Level *level = find_level (folded, &place);

  for (guint i = 0; i < G_N_ELEMENTS (elsewhere); i++)
    if (find_word (folded, elsewhere[i]) != NULL)
      return NULL;

  return level != NULL && !(is_mission (level) && is_of_other_side (folded, place)) ? level->level.ladder : NULL;
}

GArray *
_vnus_rdcr_read_head (const char        *head,
                      const char        *state,
                      const char *const *names)
{
  GArray *steps = g_array_new (FALSE, TRUE, sizeof (VnusRdcrStep));
  g_auto (GStrv) clauses = split_clauses (head);
  const Act *act = NULL;
  gboolean names_other = FALSE;

  for (guint i = 0; clauses[i] != NULL; i++)
    {
      g_autofree char *rest = _vnus_historian_cut_other_states (clauses[i], state);

      names_other = names_other || !g_str_equal (rest, clauses[i]);
    }

  for (guint i = 0; clauses[i] != NULL; i++)
    {
      VnusRdcrStep step = { 0 };
      gboolean is_read = read_clause (clauses[i], names, &act, &step);

      if (is_read && !is_of_other_state (clauses[i], state, names, names_other))
        g_array_append_val (steps, step);
    }

  return steps;
}
