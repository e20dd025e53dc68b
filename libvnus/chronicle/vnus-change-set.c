/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 4: proposed changes of a chronicle, as a list.
 *
 * What a change set does to a chronicle is in vnus-change-apply.c.
 */
#include "chronicle/vnus-change-private.h"

#include "chronicle/vnus-chronicle-private.h"

/**
 * VnusChangeSet:
 *
 * What an import, a merge or an edit would do to a chronicle: additions,
 * replacements and removals, to be looked at before they are applied.
 *
 * A change set is a list model of [class@Vnus.Change], in the order in which they
 * were made. Each knows the record before and after, so that a change set can
 * tell whether a chronicle is as it expects:
 *
 * - to add a record: if there is none of its id, it is added;
 * - to replace one: if the chronicle has the record as it was before, it is replaced;
 * - to remove one: likewise;
 * - if the chronicle has the record as it is to be already, nothing is done;
 * - else it is a clash.
 *
 * So applying a change set twice changes nothing the second time. Several changes
 * of one record are steps one after the other, and what counts is where they end:
 * a chronicle that has the record as it is at any of the steps is brought there.
 *
 * Records are sealed when they join a change set. One thread at a time may use it.
 *
 * Since: 0.1
 */
struct _VnusChangeSet
{
  GObject parent_instance;

  GPtrArray *changes; /* (element-type VnusChange) (owned) */
  char      *author;
  char      *source_id;
  char      *reason;
};

static GType
vnus_change_set_get_item_type (GListModel *model)
{
  return VNUS_TYPE_CHANGE;
}

static guint
vnus_change_set_get_n_items (GListModel *model)
{
  return VNUS_CHANGE_SET (model)->changes->len;
}

static gpointer
vnus_change_set_get_item (GListModel *model,
                          guint       position)
{
  VnusChangeSet *self = VNUS_CHANGE_SET (model);

  return position < self->changes->len ? g_object_ref (g_ptr_array_index (self->changes, position)) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = vnus_change_set_get_item_type;
  iface->get_n_items = vnus_change_set_get_n_items;
  iface->get_item = vnus_change_set_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (VnusChangeSet, vnus_change_set, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

/**
 * vnus_change_set_error_quark:
 *
 * Gets the error domain of change sets.
 *
 * Returns: the quark of the domain
 *
 * Since: 0.1
 */
G_DEFINE_QUARK (vnus-change-set-error-quark, vnus_change_set_error)

G_DEFINE_ENUM_TYPE (VnusChangeSetError, vnus_change_set_error,
                    G_DEFINE_ENUM_VALUE (VNUS_CHANGE_SET_ERROR_FAILED, "failed"),
                    G_DEFINE_ENUM_VALUE (VNUS_CHANGE_SET_ERROR_CLASH, "clash"),
                    G_DEFINE_ENUM_VALUE (VNUS_CHANGE_SET_ERROR_BAD_ID, "bad-id"),
                    G_DEFINE_ENUM_VALUE (VNUS_CHANGE_SET_ERROR_READ_ONLY, "read-only"),
                    G_DEFINE_ENUM_VALUE (VNUS_CHANGE_SET_ERROR_BAD_LOG, "bad-log"),
                    G_DEFINE_ENUM_VALUE (VNUS_CHANGE_SET_ERROR_LIMIT, "limit"))

enum
{
  PROP_0,
  PROP_AUTHOR,
  PROP_SOURCE_ID,
  PROP_REASON,
  N_PROPS
};

static GParamSpec *props[N_PROPS];
static guint items_changed; /* the signal */

static void
vnus_change_set_finalize (GObject *object)
{
  VnusChangeSet *self = VNUS_CHANGE_SET (object);

  g_clear_pointer (&self->changes, g_ptr_array_unref);
  g_clear_pointer (&self->author, g_free);
  g_clear_pointer (&self->source_id, g_free);
  g_clear_pointer (&self->reason, g_free);

  G_OBJECT_CLASS (vnus_change_set_parent_class)->finalize (object);
}

static void
vnus_change_set_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  VnusChangeSet *self = VNUS_CHANGE_SET (object);

  switch (prop_id)
    {
    case PROP_AUTHOR:
      g_value_set_string (value, self->author);
      break;

    case PROP_SOURCE_ID:
      g_value_set_string (value, self->source_id);
      break;

    case PROP_REASON:
      g_value_set_string (value, self->reason);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
}

static void
vnus_change_set_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  VnusChangeSet *self = VNUS_CHANGE_SET (object);

  switch (prop_id)
    {
    case PROP_AUTHOR:
      vnus_change_set_set_author (self, g_value_get_string (value));
      break;

    case PROP_SOURCE_ID:
      vnus_change_set_set_source_id (self, g_value_get_string (value));
      break;

    case PROP_REASON:
      vnus_change_set_set_reason (self, g_value_get_string (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
}

static void
vnus_change_set_class_init (VnusChangeSetClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = vnus_change_set_finalize;
  object_class->get_property = vnus_change_set_get_property;
  object_class->set_property = vnus_change_set_set_property;

  /**
   * VnusChangeSet:author: (getter get_author) (setter set_author)
   *
   * Who makes the changes that are yet to join.
   *
   * Since: 0.1
   */
  props[PROP_AUTHOR] =
    g_param_spec_string ("author", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * VnusChangeSet:source-id: (getter get_source_id) (setter set_source_id)
   *
   * The id of the source after which changes that are yet to join are made.
   *
   * Since: 0.1
   */
  props[PROP_SOURCE_ID] =
    g_param_spec_string ("source-id", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * VnusChangeSet:reason: (getter get_reason) (setter set_reason)
   *
   * Why changes that are yet to join are made, if they do not say so themselves.
   *
   * Since: 0.1
   */
  props[PROP_REASON] =
    g_param_spec_string ("reason", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, props);
  items_changed = g_signal_lookup ("items-changed", G_TYPE_LIST_MODEL);
}

static void
vnus_change_set_init (VnusChangeSet *self)
{
  self->changes = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * vnus_change_set_new:
 *
 * Makes a change set without changes.
 *
 * Returns: (transfer full): the change set
 *
 * Since: 0.1
 */
VnusChangeSet *
vnus_change_set_new (void)
{
  return g_object_new (VNUS_TYPE_CHANGE_SET, NULL);
}

static void
set_string (VnusChangeSet  *self,
            char          **slot,
            const char     *value,
            GParamSpec     *pspec)
{
  char *copy;

  if (g_strcmp0 (*slot, value) == 0)
    return;

  copy = g_strdup (value);
  g_free (*slot);
  *slot = copy;
  g_object_notify_by_pspec (G_OBJECT (self), pspec);
}

/**
 * vnus_change_set_get_author: (get-property author)
 * @self: a change set
 *
 * Gets who makes the changes that are yet to join.
 *
 * Returns: (nullable): the author, or `NULL` if none was given
 *
 * Since: 0.1
 */
const char *
vnus_change_set_get_author (VnusChangeSet *self)
{
  g_return_val_if_fail (VNUS_IS_CHANGE_SET (self), NULL);

  return self->author;
}

/**
 * vnus_change_set_set_author: (set-property author)
 * @self: a change set
 * @author: (nullable): the author: a person or a program
 *
 * Sets who makes the changes that are yet to join. Those that have joined keep
 * their author.
 *
 * Since: 0.1
 */
void
vnus_change_set_set_author (VnusChangeSet *self,
                            const char    *author)
{
  g_return_if_fail (VNUS_IS_CHANGE_SET (self));

  set_string (self, &self->author, author, props[PROP_AUTHOR]);
}

/**
 * vnus_change_set_get_source_id: (get-property source-id)
 * @self: a change set
 *
 * Gets the source after which changes that are yet to join are made.
 *
 * Returns: (nullable): the id of a source, or `NULL` if none was given
 *
 * Since: 0.1
 */
const char *
vnus_change_set_get_source_id (VnusChangeSet *self)
{
  g_return_val_if_fail (VNUS_IS_CHANGE_SET (self), NULL);

  return self->source_id;
}

/**
 * vnus_change_set_set_source_id: (set-property source-id)
 * @self: a change set
 * @source_id: (nullable): the id of a source
 *
 * Sets the source after which changes that are yet to join are made. Those that
 * have joined keep theirs.
 *
 * Since: 0.1
 */
void
vnus_change_set_set_source_id (VnusChangeSet *self,
                               const char    *source_id)
{
  g_return_if_fail (VNUS_IS_CHANGE_SET (self));

  set_string (self, &self->source_id, source_id, props[PROP_SOURCE_ID]);
}

/**
 * vnus_change_set_get_reason: (get-property reason)
 * @self: a change set
 *
 * Gets why changes that are yet to join are made, if they do not say so
 * themselves.
 *
 * Returns: (nullable): the reason, or `NULL` if none was given
 *
 * Since: 0.1
 */
const char *
vnus_change_set_get_reason (VnusChangeSet *self)
{
  g_return_val_if_fail (VNUS_IS_CHANGE_SET (self), NULL);

  return self->reason;
}

/**
 * vnus_change_set_set_reason: (set-property reason)
 * @self: a change set
 * @reason: (nullable): the reason
 *
 * Sets why changes that are yet to join are made, if they do not say so
 * themselves. Those that have joined keep their reason.
 *
 * Since: 0.1
 */
void
vnus_change_set_set_reason (VnusChangeSet *self,
                            const char    *reason)
{
  g_return_if_fail (VNUS_IS_CHANGE_SET (self));

  set_string (self, &self->reason, reason, props[PROP_REASON]);
}

guint
_vnus_change_set_get_n (VnusChangeSet *self)
{
  return self->changes->len;
}

VnusChange *
_vnus_change_set_get_nth (VnusChangeSet *self,
                          guint          position)
{
  return g_ptr_array_index (self->changes, position);
}

void
_vnus_change_set_take_change (VnusChangeSet *self,
                              VnusChange    *change)
{
  g_ptr_array_add (self->changes, change);
  /* An import of many makes the changes before anybody can listen. */
  if (g_signal_has_handler_pending (self, items_changed, 0, TRUE))
    g_list_model_items_changed (G_LIST_MODEL (self), self->changes->len - 1, 0, 1);
}

static void
append (VnusChangeSet *self,
        VnusRecord    *before,
        VnusRecord    *after,
        const char    *reason)
{
  _vnus_change_set_take_change (self, _vnus_change_new (before, after, reason != NULL ? reason : self->reason,
                                                        self->author, self->source_id));
}

/**
 * vnus_change_set_add:
 * @self: a change set
 * @record: a record
 * @reason: (nullable): why; `NULL` for the reason of the change set
 *
 * Proposes to add a record, and seals it.
 *
 * Since: 0.1
 */
void
vnus_change_set_add (VnusChangeSet *self,
                     VnusRecord    *record,
                     const char    *reason)
{
  g_return_if_fail (VNUS_IS_CHANGE_SET (self));
  g_return_if_fail (VNUS_IS_RECORD (record));

  append (self, NULL, record, reason);
}

/**
 * vnus_change_set_replace:
 * @self: a change set
 * @before: the record as it is
 * @after: the record as it is to be, of the same id
 * @reason: (nullable): why; `NULL` for the reason of the change set
 *
 * Proposes to replace a record, and seals both.
 *
 * Since: 0.1
 */
void
vnus_change_set_replace (VnusChangeSet *self,
                         VnusRecord    *before,
                         VnusRecord    *after,
                         const char    *reason)
{
  g_return_if_fail (VNUS_IS_CHANGE_SET (self));
  g_return_if_fail (VNUS_IS_RECORD (before));
  g_return_if_fail (VNUS_IS_RECORD (after));
  g_return_if_fail (g_str_equal (vnus_record_get_id (before), vnus_record_get_id (after)));

  append (self, before, after, reason);
}

/**
 * vnus_change_set_remove:
 * @self: a change set
 * @before: the record as it is
 * @reason: (nullable): why; `NULL` for the reason of the change set
 *
 * Proposes to remove a record, and seals it.
 *
 * Since: 0.1
 */
void
vnus_change_set_remove (VnusChangeSet *self,
                        VnusRecord    *before,
                        const char    *reason)
{
  g_return_if_fail (VNUS_IS_CHANGE_SET (self));
  g_return_if_fail (VNUS_IS_RECORD (before));

  append (self, before, NULL, reason);
}

/**
 * vnus_change_set_invert:
 * @self: a change set
 *
 * Makes the change set that takes this one back: the changes in the opposite
 * order, each the other way round, with the author, reason and source that it
 * has.
 *
 * Returns: (transfer full): the change set
 *
 * Since: 0.1
 */
VnusChangeSet *
vnus_change_set_invert (VnusChangeSet *self)
{
  VnusChangeSet *inverse;

  g_return_val_if_fail (VNUS_IS_CHANGE_SET (self), NULL);

  inverse = vnus_change_set_new ();
  vnus_change_set_set_author (inverse, self->author);
  vnus_change_set_set_source_id (inverse, self->source_id);
  vnus_change_set_set_reason (inverse, self->reason);

  for (guint i = self->changes->len; i-- > 0;)
    {
      VnusChange *change = g_ptr_array_index (self->changes, i);

      _vnus_change_set_take_change (inverse,
                                    _vnus_change_new (vnus_change_get_after (change), vnus_change_get_before (change),
                                                      vnus_change_get_reason (change), vnus_change_get_author (change),
                                                      vnus_change_get_source_id (change)));
    }

  return inverse;
}

/**
 * vnus_change_set_new_difference:
 * @before: a chronicle
 * @after: another one
 *
 * Makes the change set that turns the records of one chronicle into those of
 * another one: removals first, then replacements and additions, each in the order
 * of kinds and ids. The ids and labels of the chronicles themselves do not matter.
 *
 * Of a view, the records as it shows them are compared.
 *
 * Returns: (transfer full): the change set; without changes if they have the same records
 *
 * Since: 0.1
 */
VnusChangeSet *
vnus_change_set_new_difference (VnusChronicle *before,
                                VnusChronicle *after)
{
  VnusChangeSet *self;
  GPtrArray *old, *new;

  g_return_val_if_fail (VNUS_IS_CHRONICLE (before), NULL);
  g_return_val_if_fail (VNUS_IS_CHRONICLE (after), NULL);

  self = vnus_change_set_new ();
  old = _vnus_chronicle_get_records (before);
  new = _vnus_chronicle_get_records (after);

  for (guint i = 0; i < old->len; i++)
    if (_vnus_revision_lookup (after->revision, vnus_record_get_id (old->pdata[i])) == NULL)
      append (self, old->pdata[i], NULL, NULL);

  for (guint i = 0; i < new->len; i++)
    {
      VnusRecord *was = _vnus_revision_lookup (before->revision, vnus_record_get_id (new->pdata[i]));

      if (was == NULL || (was != new->pdata[i] && !vnus_record_equal (was, new->pdata[i])))
        append (self, was, new->pdata[i], NULL);
    }

  return self;
}
