/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 4: the container of records.
 *
 * One array, sorted by kind and id, and a table by id. The records of a kind
 * stand together, so that a kind is a range of the array. What else is needed
 * to answer is in vnus-chronicle-index.c, made on demand.
 *
 * Every change passes through replace_records(), which emits items-changed
 * once.
 */
#include "chronicle/vnus-chronicle-private.h"

#include <string.h>

#include <vnus/vnus-fold.h>

#include "model/vnus-kind-private.h"

/**
 * VnusChronicle:
 *
 * The set of records about one or many relations: the unit that is loaded,
 * asked and saved.
 *
 * A chronicle is a list model of [class@Vnus.Record], sorted by kind and id. It
 * owns its records, which are sealed when they join. One thread at a time may
 * use it.
 *
 * A *view* is a read-only chronicle that shows what was known on a day, or what
 * some sources say; see [method@Vnus.Chronicle.make_view].
 *
 * Since: 0.1
 */

static GType vnus_chronicle_get_item_type (GListModel *model);

static guint
vnus_chronicle_get_n_items (GListModel *model)
{
  return VNUS_CHRONICLE (model)->records->len;
}

static gpointer
vnus_chronicle_get_item (GListModel *model,
                         guint       position)
{
  VnusChronicle *self = VNUS_CHRONICLE (model);

  return position < self->records->len ? g_object_ref (g_ptr_array_index (self->records, position)) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = vnus_chronicle_get_item_type;
  iface->get_n_items = vnus_chronicle_get_n_items;
  iface->get_item = vnus_chronicle_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (VnusChronicle, vnus_chronicle, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

/**
 * vnus_chronicle_error_quark:
 *
 * Gets the error domain of chronicles.
 *
 * Returns: the quark of the domain
 *
 * Since: 0.1
 */
G_DEFINE_QUARK (vnus-chronicle-error-quark, vnus_chronicle_error)

G_DEFINE_ENUM_TYPE (VnusChronicleError, vnus_chronicle_error,
                    G_DEFINE_ENUM_VALUE (VNUS_CHRONICLE_ERROR_FAILED, "failed"),
                    G_DEFINE_ENUM_VALUE (VNUS_CHRONICLE_ERROR_BAD_ID, "bad-id"),
                    G_DEFINE_ENUM_VALUE (VNUS_CHRONICLE_ERROR_DUPLICATE_ID, "duplicate-id"),
                    G_DEFINE_ENUM_VALUE (VNUS_CHRONICLE_ERROR_NOT_FOUND, "not-found"),
                    G_DEFINE_ENUM_VALUE (VNUS_CHRONICLE_ERROR_READ_ONLY, "read-only"))

enum
{
  PROP_0,
  PROP_ID,
  PROP_LABEL,
  PROP_READ_ONLY,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static GType
vnus_chronicle_get_item_type (GListModel *model)
{
  return VNUS_TYPE_RECORD;
}

static void
vnus_chronicle_finalize (GObject *object)
{
  VnusChronicle *self = VNUS_CHRONICLE (object);

  _vnus_chronicle_drop_indexes (self);
  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_clear_pointer (&self->records, g_ptr_array_unref);
  g_clear_pointer (&self->carried, g_hash_table_unref);
  g_clear_pointer (&self->filter, _vnus_view_filter_free);
  g_clear_object (&self->base);
  g_clear_pointer (&self->label, vnus_text_unref);
  g_clear_pointer (&self->id, g_free);

  G_OBJECT_CLASS (vnus_chronicle_parent_class)->finalize (object);
}

static void
vnus_chronicle_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  VnusChronicle *self = VNUS_CHRONICLE (object);

  switch (prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, vnus_chronicle_get_id (self));
      break;

    case PROP_LABEL:
      g_value_set_boxed (value, self->label);
      break;

    case PROP_READ_ONLY:
      g_value_set_boolean (value, vnus_chronicle_is_read_only (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
}

static void
vnus_chronicle_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  VnusChronicle *self = VNUS_CHRONICLE (object);

  switch (prop_id)
    {
    case PROP_ID: /* construct-only */
      self->id = g_value_dup_string (value);
      break;

    case PROP_LABEL:
      vnus_chronicle_set_label (self, g_value_get_boxed (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
}

static void
vnus_chronicle_class_init (VnusChronicleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = vnus_chronicle_finalize;
  object_class->get_property = vnus_chronicle_get_property;
  object_class->set_property = vnus_chronicle_set_property;

  /**
   * VnusChronicle:id: (getter get_id)
   *
   * The id, such as `vietnam-us`; the empty string if none was given.
   *
   * Since: 0.1
   */
  props[PROP_ID] =
    g_param_spec_string ("id", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  /**
   * VnusChronicle:label: (getter get_label) (setter set_label)
   *
   * The name, by language.
   *
   * Since: 0.1
   */
  props[PROP_LABEL] =
    g_param_spec_boxed ("label", NULL, NULL, VNUS_TYPE_TEXT,
                        G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * VnusChronicle:read-only: (getter is_read_only)
   *
   * Whether the chronicle is a view.
   *
   * Since: 0.1
   */
  props[PROP_READ_ONLY] =
    g_param_spec_boolean ("read-only", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
vnus_chronicle_init (VnusChronicle *self)
{
  self->records = g_ptr_array_new_with_free_func (g_object_unref);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
}

/**
 * vnus_chronicle_new:
 * @id: the id
 *
 * Makes an empty chronicle.
 *
 * Returns: (transfer full): the chronicle
 *
 * Since: 0.1
 */
VnusChronicle *
vnus_chronicle_new (const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  return g_object_new (VNUS_TYPE_CHRONICLE, "id", id, NULL);
}

/**
 * vnus_chronicle_get_id: (get-property id)
 * @self: a chronicle
 *
 * Gets the id.
 *
 * Returns: the id; the empty string if none was given
 *
 * Since: 0.1
 */
const char *
vnus_chronicle_get_id (VnusChronicle *self)
{
  g_return_val_if_fail (VNUS_IS_CHRONICLE (self), NULL);

  return self->id != NULL ? self->id : "";
}

/**
 * vnus_chronicle_get_label: (get-property label)
 * @self: a chronicle
 *
 * Gets the name, by language.
 *
 * Returns: (transfer none) (nullable): the label, or `NULL`
 *
 * Since: 0.1
 */
VnusText *
vnus_chronicle_get_label (VnusChronicle *self)
{
  g_return_val_if_fail (VNUS_IS_CHRONICLE (self), NULL);

  return self->label;
}

/**
 * vnus_chronicle_set_label: (set-property label)
 * @self: a chronicle
 * @label: (nullable): the label
 *
 * Sets the name, by language.
 *
 * Since: 0.1
 */
void
vnus_chronicle_set_label (VnusChronicle *self,
                          VnusText      *label)
{
  g_return_if_fail (VNUS_IS_CHRONICLE (self));

  if (self->label == label ||
      (self->label != NULL && label != NULL && vnus_text_equal (self->label, label)))
    return;

  g_clear_pointer (&self->label, vnus_text_unref);
  self->label = label != NULL ? vnus_text_ref (label) : NULL;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LABEL]);
}

/**
 * vnus_chronicle_is_read_only: (get-property read-only)
 * @self: a chronicle
 *
 * Gets whether the chronicle is a view, to which nothing can be added.
 *
 * Returns: `TRUE` if it is a view
 *
 * Since: 0.1
 */
gboolean
vnus_chronicle_is_read_only (VnusChronicle *self)
{
  g_return_val_if_fail (VNUS_IS_CHRONICLE (self), TRUE);

  return self->base != NULL;
}

static int
compare_records (gconstpointer a,
                 gconstpointer b)
{
  VnusRecord *record_a = *(VnusRecord *const *) a;
  VnusRecord *record_b = *(VnusRecord *const *) b;
  VnusKind kind_a = vnus_record_get_kind (record_a);
  VnusKind kind_b = vnus_record_get_kind (record_b);

  if (kind_a != kind_b)
    return kind_a < kind_b ? -1 : 1;

  return strcmp (vnus_record_get_id (record_a), vnus_record_get_id (record_b));
}

/* The first position whose record does not come before (@kind, @id). */
static guint
lower_bound (VnusChronicle *self,
             VnusKind       kind,
             const char    *id)
{
  guint low = 0, high = self->records->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      VnusRecord *record = g_ptr_array_index (self->records, middle);
      VnusKind its_kind = vnus_record_get_kind (record);

      if (its_kind < kind || (its_kind == kind && strcmp (vnus_record_get_id (record), id) < 0))
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* Whether @record may join, @joining those that join with it. */
static gboolean
may_join (VnusChronicle  *self,
          VnusRecord     *record,
          GHashTable     *joining,
          GError        **error)
{
  const char *id = vnus_record_get_id (record);
  VnusRecord *other = g_hash_table_lookup (self->by_id, id);

  if (!vnus_fold_is_id (id))
    {
      g_set_error (error, VNUS_CHRONICLE_ERROR, VNUS_CHRONICLE_ERROR_BAD_ID,
                   "“%.80s” is no id; expected lower-case ASCII letters, digits and single hyphens", id);
      return FALSE;
    }

  if (other == NULL)
    other = g_hash_table_lookup (joining, id);
  if (other != NULL)
    {
      g_set_error (error, VNUS_CHRONICLE_ERROR, VNUS_CHRONICLE_ERROR_DUPLICATE_ID,
                   "“%s” is already the id of a record of kind “%s”; ids are unique in a chronicle",
                   id, vnus_kind_to_string (vnus_record_get_kind (other)));
      return FALSE;
    }

  return TRUE;
}

/**
 * vnus_chronicle_add:
 * @self: a chronicle
 * @record: a record
 * @error: return location for an error
 *
 * Adds a record and seals it.
 *
 * Fails with [error@Vnus.ChronicleError] if the id is not valid or taken, or if
 * @self is a view; the record is not sealed then.
 *
 * Returns: `TRUE` on success
 *
 * Since: 0.1
 */
gboolean
vnus_chronicle_add (VnusChronicle  *self,
                    VnusRecord     *record,
                    GError        **error)
{
  g_return_val_if_fail (VNUS_IS_RECORD (record), FALSE);

  return vnus_chronicle_add_many (self, &record, 1, error);
}

/* A single record moves what comes after it; many are sorted in. Emits one
 * signal, which spans no more than the first to the last new record. */
static void
insert_records (VnusChronicle  *self,
                VnusRecord    **records,
                guint           n_records)
{
  guint n_before = self->records->len, first = n_before, last = 0;

  for (guint i = 0; i < n_records; i++)
    {
      guint position = lower_bound (self, vnus_record_get_kind (records[i]), vnus_record_get_id (records[i]));

      first = MIN (first, position);
      last = MAX (last, position);
    }

  if (n_records == 1)
    {
      g_ptr_array_insert (self->records, (int) first, g_object_ref (records[0]));
    }
  else
    {
      for (guint i = 0; i < n_records; i++)
        g_ptr_array_add (self->records, g_object_ref (records[i]));
      g_ptr_array_sort (self->records, compare_records);
    }

  g_list_model_items_changed (G_LIST_MODEL (self), first, last - first, last - first + n_records);
}

/**
 * vnus_chronicle_add_many:
 * @self: a chronicle
 * @records: (array length=n_records): records
 * @n_records: how many there are
 * @error: return location for an error
 *
 * Adds records and seals them: all, or none if one cannot be added.
 *
 * Emits [signal@Gio.ListModel::items-changed] once. Fails as
 * [method@Vnus.Chronicle.add] does.
 *
 * Returns: `TRUE` on success
 *
 * Since: 0.1
 */
gboolean
vnus_chronicle_add_many (VnusChronicle  *self,
                         VnusRecord    **records,
                         guint           n_records,
                         GError        **error)
{
  g_autoptr (GHashTable) joining = NULL;

  g_return_val_if_fail (VNUS_IS_CHRONICLE (self), FALSE);
  g_return_val_if_fail (records != NULL || n_records == 0, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (self->base != NULL)
    {
      g_set_error (error, VNUS_CHRONICLE_ERROR, VNUS_CHRONICLE_ERROR_READ_ONLY,
                   "“%s” is a view and cannot be changed; change the chronicle that it shows",
                   vnus_chronicle_get_id (self));
      return FALSE;
    }

  joining = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < n_records; i++)
    {
      if (!may_join (self, records[i], joining, error))
        return FALSE;
      g_hash_table_insert (joining, (gpointer) vnus_record_get_id (records[i]), records[i]);
    }

  for (guint i = 0; i < n_records; i++)
    {
      vnus_record_seal (records[i]);
      g_hash_table_insert (self->by_id, (gpointer) vnus_record_get_id (records[i]), records[i]);
    }

  _vnus_chronicle_drop_indexes (self);
  if (n_records > 0)
    insert_records (self, records, n_records);

  return TRUE;
}

/**
 * vnus_chronicle_lookup:
 * @self: a chronicle
 * @id: an id
 *
 * Looks up a record.
 *
 * A view also finds what a record in view refers to but is not in view itself:
 * then with id and labels only.
 *
 * Returns: (transfer none) (nullable): the record, or `NULL` if there is none
 *
 * Since: 0.1
 */
VnusRecord *
vnus_chronicle_lookup (VnusChronicle *self,
                       const char    *id)
{
  VnusRecord *record;

  g_return_val_if_fail (VNUS_IS_CHRONICLE (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  record = g_hash_table_lookup (self->by_id, id);
  if (record == NULL && self->carried != NULL)
    record = g_hash_table_lookup (self->carried, id);

  return record;
}

VnusRecord *
_vnus_chronicle_lookup_base (VnusChronicle *self,
                             const char    *id)
{
  return g_hash_table_lookup (self->base != NULL ? self->base->by_id : self->by_id, id);
}

/**
 * vnus_chronicle_get_n_of_kind:
 * @self: a chronicle
 * @kind: a kind
 *
 * Gets how many records of a kind there are.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
guint
vnus_chronicle_get_n_of_kind (VnusChronicle *self,
                              VnusKind       kind)
{
  g_return_val_if_fail (VNUS_IS_CHRONICLE (self), 0);
  g_return_val_if_fail (_vnus_kind_is_valid (kind), 0);

  return lower_bound (self, kind + 1, "") - lower_bound (self, kind, "");
}

/**
 * vnus_chronicle_get_nth_of_kind:
 * @self: a chronicle
 * @kind: a kind
 * @position: the position among the records of that kind, from 0
 *
 * Gets a record of a kind, in the order of ids.
 *
 * Returns: (transfer none) (nullable): the record, or `NULL` past the end
 *
 * Since: 0.1
 */
VnusRecord *
vnus_chronicle_get_nth_of_kind (VnusChronicle *self,
                                VnusKind       kind,
                                guint          position)
{
  VnusRecord *record;

  g_return_val_if_fail (VNUS_IS_CHRONICLE (self), NULL);
  g_return_val_if_fail (_vnus_kind_is_valid (kind), NULL);

  position += lower_bound (self, kind, "");
  if (position >= self->records->len)
    return NULL;

  record = g_ptr_array_index (self->records, position);
  return vnus_record_get_kind (record) == kind ? record : NULL;
}
