/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: who changed a store, when and why. */
#include "store/vnus-commit-private.h"

/**
 * VnusCommit:
 *
 * One commit to a store: who made it, when and why.
 *
 * [method@Vnus.Store.list_commits] lists them, and [method@Vnus.Store.load_changes]
 * tells what one of them changed. It is immutable.
 *
 * Since: 0.1
 */
struct _VnusCommit
{
  GObject parent_instance;

  gint64  revision;
  char   *time;
  char   *author;
  char   *reason;
  char   *source_id;
  guint   n_changes;
};

G_DEFINE_FINAL_TYPE (VnusCommit, vnus_commit, G_TYPE_OBJECT)

static void
vnus_commit_finalize (GObject *object)
{
  VnusCommit *self = VNUS_COMMIT (object);

  g_clear_pointer (&self->time, g_free);
  g_clear_pointer (&self->author, g_free);
  g_clear_pointer (&self->reason, g_free);
  g_clear_pointer (&self->source_id, g_free);

  G_OBJECT_CLASS (vnus_commit_parent_class)->finalize (object);
}

static void
vnus_commit_class_init (VnusCommitClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vnus_commit_finalize;
}

static void
vnus_commit_init (VnusCommit *self)
{
}

VnusCommit *
_vnus_commit_new (const VnusSqlValue *columns)
{
  VnusCommit *self = g_object_new (VNUS_TYPE_COMMIT, NULL);

  self->revision = _vnus_sql_get_integer (&columns[0]);
  self->time = g_strdup (columns[1].text);
  self->author = g_strdup (columns[2].text);
  self->reason = g_strdup (columns[3].text);
  self->source_id = g_strdup (columns[4].text);
  self->n_changes = (guint) _vnus_sql_get_integer (&columns[5]);

  return self;
}

/**
 * vnus_commit_get_revision:
 * @self: a commit
 *
 * Gets the revision that the commit made.
 *
 * Returns: the revision, from 1
 *
 * Since: 0.1
 */
gint64
vnus_commit_get_revision (VnusCommit *self)
{
  g_return_val_if_fail (VNUS_IS_COMMIT (self), 0);

  return self->revision;
}

/**
 * vnus_commit_get_time:
 * @self: a commit
 *
 * Gets when the commit was made, by the clock of who made it.
 *
 * Returns: (transfer none) (nullable): the time in UTC, such as `2023-09-10T08:30:00Z`
 *
 * Since: 0.1
 */
const char *
vnus_commit_get_time (VnusCommit *self)
{
  g_return_val_if_fail (VNUS_IS_COMMIT (self), NULL);

  return self->time;
}

/**
 * vnus_commit_get_author:
 * @self: a commit
 *
 * Gets who made the commit.
 *
 * Returns: (transfer none) (nullable): the author, if one is recorded
 *
 * Since: 0.1
 */
const char *
vnus_commit_get_author (VnusCommit *self)
{
  g_return_val_if_fail (VNUS_IS_COMMIT (self), NULL);

  return self->author;
}

/**
 * vnus_commit_get_reason:
 * @self: a commit
 *
 * Gets why the commit was made.
 *
 * Returns: (transfer none) (nullable): the reason, if one is recorded
 *
 * Since: 0.1
 */
const char *
vnus_commit_get_reason (VnusCommit *self)
{
  g_return_val_if_fail (VNUS_IS_COMMIT (self), NULL);

  return self->reason;
}

/**
 * vnus_commit_get_source_id:
 * @self: a commit
 *
 * Gets the source that made the changes necessary.
 *
 * Returns: (transfer none) (nullable): the id of the source, if one is recorded
 *
 * Since: 0.1
 */
const char *
vnus_commit_get_source_id (VnusCommit *self)
{
  g_return_val_if_fail (VNUS_IS_COMMIT (self), NULL);

  return self->source_id;
}

/**
 * vnus_commit_get_n_changes:
 * @self: a commit
 *
 * Counts the records that the commit changed.
 *
 * Returns: how many
 *
 * Since: 0.1
 */
guint
vnus_commit_get_n_changes (VnusCommit *self)
{
  g_return_val_if_fail (VNUS_IS_COMMIT (self), 0);

  return self->n_changes;
}
