/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 1: truth values. Rests on GLib alone. */
#include <vnus/vnus-truth.h>

G_DEFINE_ENUM_TYPE (VnusTruth, vnus_truth,
                    G_DEFINE_ENUM_VALUE (VNUS_TRUTH_NO, "no"),
                    G_DEFINE_ENUM_VALUE (VNUS_TRUTH_POSSIBLY, "possibly"),
                    G_DEFINE_ENUM_VALUE (VNUS_TRUTH_CERTAINLY, "certainly"))

static const char *const nicks[] = { "no", "possibly", "certainly" };

static gboolean
is_truth (VnusTruth truth)
{
  return (guint) truth < G_N_ELEMENTS (nicks);
}

/**
 * vnus_truth_to_string:
 * @self: a truth
 *
 * Gets the stable nick of a truth: `no`, `possibly` or `certainly`.
 *
 * Returns: the nick
 *
 * Since: 0.1
 */
const char *
vnus_truth_to_string (VnusTruth self)
{
  g_return_val_if_fail (is_truth (self), nicks[VNUS_TRUTH_POSSIBLY]);

  return nicks[self];
}

/**
 * vnus_truth_from_string:
 * @string: a nick
 * @truth: (out) (optional): return location for the truth
 *
 * Looks up the truth whose nick [func@Vnus.Truth.to_string] gives.
 *
 * Returns: `TRUE` if @string is such a nick; else @truth is left alone
 *
 * Since: 0.1
 */
gboolean
vnus_truth_from_string (const char *string,
                        VnusTruth  *truth)
{
  g_return_val_if_fail (string != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (nicks); i++)
    if (g_str_equal (string, nicks[i]))
      {
        if (truth != NULL)
          *truth = (VnusTruth) i;
        return TRUE;
      }

  return FALSE;
}

/**
 * vnus_truth_and:
 * @a: a truth
 * @b: another truth
 *
 * Gets the truth of “@a and @b”: the smaller of the two.
 *
 * This holds where nothing links the two. Two questions about the same dates
 * are linked; ask them as one question about their relation instead.
 *
 * Returns: the truth of both
 *
 * Since: 0.1
 */
VnusTruth
vnus_truth_and (VnusTruth a,
                VnusTruth b)
{
  g_return_val_if_fail (is_truth (a) && is_truth (b), VNUS_TRUTH_POSSIBLY);

  return MIN (a, b);
}

/**
 * vnus_truth_or:
 * @a: a truth
 * @b: another truth
 *
 * Gets the truth of “@a or @b”: the larger of the two.
 *
 * See [func@Vnus.Truth.and] for where this holds.
 *
 * Returns: the truth of either
 *
 * Since: 0.1
 */
VnusTruth
vnus_truth_or (VnusTruth a,
               VnusTruth b)
{
  g_return_val_if_fail (is_truth (a) && is_truth (b), VNUS_TRUTH_POSSIBLY);

  return MAX (a, b);
}

/**
 * vnus_truth_not:
 * @a: a truth
 *
 * Gets the truth of “not @a”: no and certainly change places.
 *
 * Returns: the truth of the contrary
 *
 * Since: 0.1
 */
VnusTruth
vnus_truth_not (VnusTruth a)
{
  g_return_val_if_fail (is_truth (a), VNUS_TRUTH_POSSIBLY);

  return (VnusTruth) (VNUS_TRUTH_CERTAINLY - a);
}
