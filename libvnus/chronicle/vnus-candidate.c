/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 4: two records that may be the same, and what speaks for it and against. */
#include "chronicle/vnus-candidate-private.h"

#include "wording/vnus-message-private.h"

/**
 * VnusCandidate:
 *
 * Two records that may be the same, with what speaks for it and what against.
 *
 * Each *ground* has points: for it above 0, against it below. The score is their
 * sum: from [const@Vnus.CANDIDATE_LIKELY] on the two are likely the same, from
 * [const@Vnus.CANDIDATE_POSSIBLE] on perhaps. A score is a reason to look, and
 * proves nothing; what an editor has judged is told beside it.
 *
 * [class@Vnus.Identity] makes candidates. They do not change, and may be read for
 * as long as nobody changes their chronicle.
 *
 * Since: 0.1
 */
typedef struct
{
  const char *name;
  int         points;
  VnusPhrase *phrase; /* (owned) */
} Ground;

struct _VnusCandidate
{
  GObject parent_instance;

  VnusChronicle *chronicle; /* (owned) */
  char          *a;
  char          *b;
  int            score;
  VnusVerdict    verdict;
  char          *judgement;
  GArray        *grounds;   /* (element-type Ground) */
};

G_DEFINE_FINAL_TYPE (VnusCandidate, vnus_candidate, G_TYPE_OBJECT)

static void
ground_clear (gpointer data)
{
  Ground *ground = data;

  _vnus_phrase_unref (ground->phrase);
}

static void
vnus_candidate_finalize (GObject *object)
{
  VnusCandidate *self = VNUS_CANDIDATE (object);

  g_clear_pointer (&self->grounds, g_array_unref);
  g_clear_pointer (&self->judgement, g_free);
  g_clear_pointer (&self->b, g_free);
  g_clear_pointer (&self->a, g_free);
  g_clear_object (&self->chronicle);

  G_OBJECT_CLASS (vnus_candidate_parent_class)->finalize (object);
}

static void
vnus_candidate_class_init (VnusCandidateClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vnus_candidate_finalize;
}

static void
vnus_candidate_init (VnusCandidate *self)
{
  self->grounds = g_array_new (FALSE, TRUE, sizeof (Ground));
  g_array_set_clear_func (self->grounds, ground_clear);
}

VnusCandidate *
_vnus_candidate_new (VnusChronicle *chronicle,
                     VnusRecord    *a,
                     VnusRecord    *b)
{
  VnusCandidate *self = g_object_new (VNUS_TYPE_CANDIDATE, NULL);

  self->chronicle = g_object_ref (chronicle);
  self->a = g_strdup (vnus_record_get_id (a));
  self->b = g_strdup (vnus_record_get_id (b));

  return self;
}

void
_vnus_candidate_set_verdict (VnusCandidate *self,
                             VnusVerdict    verdict,
                             const char    *judgement)
{
  self->verdict = verdict;
  g_free (self->judgement);
  self->judgement = g_strdup (judgement);
}

VnusPhrase *
_vnus_candidate_add (VnusCandidate *self,
                     const char    *ground,
                     const char    *key,
                     int            points)
{
  Ground added = { ground, points, _vnus_phrase_new (key) };

  g_array_append_val (self->grounds, added);
  self->score += points;

  return added.phrase;
}

static const Ground *
find_ground (VnusCandidate *self,
             const char    *name)
{
  for (guint i = 0; i < self->grounds->len; i++)
    if (g_str_equal (g_array_index (self->grounds, Ground, i).name, name))
      return &g_array_index (self->grounds, Ground, i);

  return NULL;
}

/**
 * vnus_candidate_get_a:
 * @self: a candidate
 *
 * Gets the id of the first record.
 *
 * Returns: the id; the empty string in a candidate that nothing made
 *
 * Since: 0.1
 */
const char *
vnus_candidate_get_a (VnusCandidate *self)
{
  g_return_val_if_fail (VNUS_IS_CANDIDATE (self), NULL);

  return self->a != NULL ? self->a : "";
}

/**
 * vnus_candidate_get_b:
 * @self: a candidate
 *
 * Gets the id of the second record.
 *
 * Returns: the id; the empty string in a candidate that nothing made
 *
 * Since: 0.1
 */
const char *
vnus_candidate_get_b (VnusCandidate *self)
{
  g_return_val_if_fail (VNUS_IS_CANDIDATE (self), NULL);

  return self->b != NULL ? self->b : "";
}

/**
 * vnus_candidate_get_score:
 * @self: a candidate
 *
 * Gets the score: the sum of the points of all grounds.
 *
 * Returns: the score, which may be below 0
 *
 * Since: 0.1
 */
int
vnus_candidate_get_score (VnusCandidate *self)
{
  g_return_val_if_fail (VNUS_IS_CANDIDATE (self), 0);

  return self->score;
}

/**
 * vnus_candidate_get_verdict:
 * @self: a candidate
 *
 * Gets what a judgement of the chronicle says of the two records.
 *
 * Returns: the verdict; unset if nobody has judged
 *
 * Since: 0.1
 */
VnusVerdict
vnus_candidate_get_verdict (VnusCandidate *self)
{
  g_return_val_if_fail (VNUS_IS_CANDIDATE (self), VNUS_VERDICT_UNSET);

  return self->verdict;
}

/**
 * vnus_candidate_get_judgement_id:
 * @self: a candidate
 *
 * Gets the judgement that gives the verdict.
 *
 * Returns: (nullable): the id of a judgement, or `NULL` if nobody has judged
 *
 * Since: 0.1
 */
const char *
vnus_candidate_get_judgement_id (VnusCandidate *self)
{
  g_return_val_if_fail (VNUS_IS_CANDIDATE (self), NULL);

  return self->judgement;
}

/**
 * vnus_candidate_list_grounds:
 * @self: a candidate
 *
 * Lists the grounds by their names, such as `same-name`.
 *
 * Returns: (transfer full) (array zero-terminated=1): the names, each once
 *
 * Since: 0.1
 */
char **
vnus_candidate_list_grounds (VnusCandidate *self)
{
  char **names;

  g_return_val_if_fail (VNUS_IS_CANDIDATE (self), NULL);

  names = g_new0 (char *, self->grounds->len + 1);
  for (guint i = 0; i < self->grounds->len; i++)
    names[i] = g_strdup (g_array_index (self->grounds, Ground, i).name);

  return names;
}

/**
 * vnus_candidate_get_points:
 * @self: a candidate
 * @ground: the name of a ground
 *
 * Gets how much a ground adds to the score.
 *
 * Returns: the points; below 0 if it speaks against; 0 if there is no such ground
 *
 * Since: 0.1
 */
int
vnus_candidate_get_points (VnusCandidate *self,
                           const char    *ground)
{
  const Ground *found;

  g_return_val_if_fail (VNUS_IS_CANDIDATE (self), 0);
  g_return_val_if_fail (ground != NULL, 0);

  found = find_ground (self, ground);
  return found != NULL ? found->points : 0;
}

/**
 * vnus_candidate_dup_explanation:
 * @self: a candidate
 * @ground: the name of a ground
 * @language: a language, such as `en` or `vi`
 *
 * Words a ground.
 *
 * Returns: (transfer full) (nullable): a sentence, or `NULL` if there is no such ground
 *
 * Since: 0.1
 */
char *
vnus_candidate_dup_explanation (VnusCandidate *self,
                                const char    *ground,
                                const char    *language)
{
  const Ground *found;

  g_return_val_if_fail (VNUS_IS_CANDIDATE (self), NULL);
  g_return_val_if_fail (ground != NULL, NULL);
  g_return_val_if_fail (language != NULL, NULL);

  found = find_ground (self, ground);
  return found != NULL ? _vnus_phrase_say_sentence (found->phrase, self->chronicle, language) : NULL;
}

/**
 * vnus_candidate_to_text:
 * @self: a candidate
 * @language: a language, such as `en` or `vi`
 *
 * Writes the candidate for people: the two records with score and verdict, then
 * each ground with its points.
 *
 * Returns: (transfer full): lines, each of which ends in a newline
 *
 * Since: 0.1
 */
char *
vnus_candidate_to_text (VnusCandidate *self,
                        const char    *language)
{
  g_autoptr (GEnumClass) verdicts = g_type_class_ref (VNUS_TYPE_VERDICT);
  g_autofree char *verdict = NULL;
  g_autofree char *head = NULL;
  GString *text;

  g_return_val_if_fail (VNUS_IS_CANDIDATE (self), NULL);
  g_return_val_if_fail (language != NULL, NULL);

  verdict = g_strdelimit (g_strdup (g_enum_get_value (verdicts, (int) self->verdict)->value_nick), "-", '_');
  head = _vnus_say (language, "same.head", VNUS_ARG_S ("a", vnus_candidate_get_a (self)),
                    VNUS_ARG_S ("b", vnus_candidate_get_b (self)), VNUS_ARG_I ("score", self->score),
                    VNUS_ARG_S ("verdict", verdict));
  text = g_string_new (head);
  g_string_append_c (text, '\n');
  for (guint i = 0; i < self->grounds->len; i++)
    {
      const Ground *ground = &g_array_index (self->grounds, Ground, i);
      g_autofree char *sentence = _vnus_phrase_say_sentence (ground->phrase, self->chronicle, language);

      g_string_append_printf (text, "    %+d %s\n", ground->points, sentence);
    }

  return g_string_free (text, FALSE);
}
