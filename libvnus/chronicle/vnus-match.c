/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 4: one match, and one count, as objects: made when somebody looks. */
#include "chronicle/vnus-matches-private.h"

/**
 * VnusMatch:
 *
 * A record that matches a query, and how true that is.
 *
 * Since: 0.1
 */
struct _VnusMatch
{
  GObject parent_instance;

  VnusRecord *record; /* (owned) (nullable) */
  VnusTruth   truth;
};

G_DEFINE_FINAL_TYPE (VnusMatch, vnus_match, G_TYPE_OBJECT)

static void
vnus_match_finalize (GObject *object)
{
  VnusMatch *self = VNUS_MATCH (object);

  g_clear_object (&self->record);

  G_OBJECT_CLASS (vnus_match_parent_class)->finalize (object);
}

static void
vnus_match_class_init (VnusMatchClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vnus_match_finalize;
}

static void
vnus_match_init (VnusMatch *self)
{
}

VnusMatch *
_vnus_match_new (VnusRecord *record,
                 VnusTruth   truth)
{
  VnusMatch *self = g_object_new (VNUS_TYPE_MATCH, NULL);

  self->record = g_object_ref (record);
  self->truth = truth;

  return self;
}

/**
 * vnus_match_get_record:
 * @self: a match
 *
 * Gets the record.
 *
 * Returns: (transfer none) (nullable): the record; `NULL` if the match is of no query
 *
 * Since: 0.1
 */
VnusRecord *
vnus_match_get_record (VnusMatch *self)
{
  g_return_val_if_fail (VNUS_IS_MATCH (self), NULL);

  return self->record;
}

/**
 * vnus_match_get_truth:
 * @self: a match
 *
 * Gets whether the record matches certainly or possibly.
 *
 * Returns: the truth
 *
 * Since: 0.1
 */
VnusTruth
vnus_match_get_truth (VnusMatch *self)
{
  g_return_val_if_fail (VNUS_IS_MATCH (self), VNUS_TRUTH_NO);

  return self->truth;
}

/**
 * VnusCount:
 *
 * How many matches there are in a group, as a range.
 *
 * Since: 0.1
 */
struct _VnusCount
{
  GObject parent_instance;

  char *key; /* (nullable) */
  int   min;
  int   max;
};

G_DEFINE_FINAL_TYPE (VnusCount, vnus_count, G_TYPE_OBJECT)

static void
vnus_count_finalize (GObject *object)
{
  VnusCount *self = VNUS_COUNT (object);

  g_clear_pointer (&self->key, g_free);

  G_OBJECT_CLASS (vnus_count_parent_class)->finalize (object);
}

static void
vnus_count_class_init (VnusCountClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vnus_count_finalize;
}

static void
vnus_count_init (VnusCount *self)
{
}

VnusCount *
_vnus_count_new (const char *key,
                 int         min,
                 int         max)
{
  VnusCount *self = g_object_new (VNUS_TYPE_COUNT, NULL);

  self->key = g_strdup (key);
  self->min = min;
  self->max = max;

  return self;
}

/**
 * vnus_count_get_key:
 * @self: a count
 *
 * Gets what the group has in common: a year, the id of an actor, the nick of a
 * kind or of a rank.
 *
 * Returns: the key; the empty string if nothing of the sort is recorded
 *
 * Since: 0.1
 */
const char *
vnus_count_get_key (VnusCount *self)
{
  g_return_val_if_fail (VNUS_IS_COUNT (self), NULL);

  return self->key != NULL ? self->key : "";
}

/**
 * vnus_count_get_min:
 * @self: a count
 *
 * Gets the least number of matches that are certainly of the group.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
int
vnus_count_get_min (VnusCount *self)
{
  g_return_val_if_fail (VNUS_IS_COUNT (self), 0);

  return self->min;
}

/**
 * vnus_count_get_max:
 * @self: a count
 *
 * Gets the greatest number of matches that may be of the group.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
int
vnus_count_get_max (VnusCount *self)
{
  g_return_val_if_fail (VNUS_IS_COUNT (self), 0);

  return self->max;
}
