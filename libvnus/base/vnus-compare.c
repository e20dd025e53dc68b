/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 1: collation by ICU, and the distance between ids. */
#include "base/vnus-compare-private.h"

#include <vnus/vnus-fold.h>

#include <string.h>
#include <unicode/ucol.h>

/* ---- Collation ---- */

static void
close_collator (gpointer data)
{
  ucol_close (data);
}

/* A collator that is only asked is safe for any number of threads. */
static const UCollator *
get_collator (const char *language)
{
  static GMutex mutex;
  static GHashTable *collators; /* (element-type utf8 UCollator) (owned): NULL values for none */
  UCollator *collator;

  g_mutex_lock (&mutex);
  if (collators == NULL)
    collators = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, close_collator);
  if (!g_hash_table_lookup_extended (collators, language, NULL, (gpointer *) &collator))
    {
      UErrorCode status = U_ZERO_ERROR;

      collator = ucol_open (language, &status);
      g_hash_table_insert (collators, g_strdup (language), collator);
    }
  g_mutex_unlock (&mutex);

  return collator;
}

int
_vnus_collate (const char *language,
               const char *a,
               const char *b)
{
  const UCollator *collator;
  UErrorCode status = U_ZERO_ERROR;
  UCollationResult order = UCOL_EQUAL;

  g_return_val_if_fail (language != NULL && a != NULL && b != NULL, 0);

  collator = get_collator (language);
  if (collator != NULL)
    order = ucol_strcollUTF8 (collator, a, -1, b, -1, &status);

  return U_SUCCESS (status) && order != UCOL_EQUAL ? (int) order : strcmp (a, b);
}

/* ---- Distance ---- */

/* Longer ids are compared by their beginnings. */
#define LONGEST VNUS_ID_MAX_LENGTH

/* The optimal string alignment distance: the least number of letters to insert,
 * drop, replace or exchange with a neighbour, none of them touched twice. Row i
 * holds the distances of the first i letters of @a to the beginnings of @b. */
static guint
measure (const char *a,
         guint       a_length,
         const char *b,
         guint       b_length)
{
  guint rows[3][LONGEST + 1];
  guint *before = rows[0], *last = rows[1], *row = rows[2];

  for (guint j = 0; j <= b_length; j++)
    last[j] = j;

  for (guint i = 1; i <= a_length; i++)
    {
      guint *oldest = before;

      row[0] = i;
      for (guint j = 1; j <= b_length; j++)
        {
          row[j] = MIN (MIN (last[j], row[j - 1]) + 1, last[j - 1] + (a[i - 1] != b[j - 1]));
          if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
            row[j] = MIN (row[j], before[j - 2] + 1);
        }
      before = last;
      last = row;
      row = oldest;
    }

  return last[b_length];
}

typedef struct
{
  const char *text; /* (unowned) */
  guint       distance;
} Near;

static int
compare_near (const Near *a,
              const Near *b)
{
  if (a->distance != b->distance)
    return a->distance < b->distance ? -1 : 1;

  return strcmp (a->text, b->text);
}

/* Puts @candidate in its place among the best, of which there are at most @n. */
static void
keep_near (GArray     *best,
           guint       n,
           const Near *candidate)
{
  guint place = best->len;

  while (place > 0 && compare_near (candidate, &g_array_index (best, Near, place - 1)) < 0)
    place--;
  if (place >= n || (place > 0 && g_str_equal (candidate->text, g_array_index (best, Near, place - 1).text)))
    return;

  g_array_insert_val (best, place, *candidate);
  if (best->len > n)
    g_array_set_size (best, n);
}

char **
_vnus_nearest (const char        *id,
               const char *const *candidates,
               guint              n)
{
  g_autofree char *made = NULL;
  g_autoptr (GArray) best = g_array_new (FALSE, FALSE, sizeof (Near));
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  guint length;

  g_return_val_if_fail (id != NULL, NULL);

  if (!vnus_fold_is_id (id))
    id = made = vnus_fold_to_id (id);
  length = id != NULL ? MIN (strlen (id), LONGEST) : 0;

  for (guint i = 0; length > 0 && candidates != NULL && candidates[i] != NULL; i++)
    {
      const guint other = MIN (strlen (candidates[i]), LONGEST);
      const guint least = MAX (length, other) - MIN (length, other);
      Near candidate = { candidates[i], least };

      /* the distance is at least the difference of the lengths */
      if (best->len == n && n > 0 && least > g_array_index (best, Near, n - 1).distance)
        continue;
      candidate.distance = measure (id, length, candidates[i], other);
      if (candidate.distance < MAX (length, other))
        keep_near (best, n, &candidate);
    }

  for (guint i = 0; i < best->len; i++)
    g_strv_builder_add (builder, g_array_index (best, Near, i).text);

  return g_strv_builder_end (builder);
}
