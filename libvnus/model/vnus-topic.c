/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 3: the kind “topic”. */
#include <vnus/vnus-topic.h>

#include "model/vnus-record-private.h"

typedef struct _VnusTopicClass VnusTopicClass;

/**
 * VnusTopic:
 *
 * A topic of co-operation.
 *
 * Since: 0.1
 */
struct _VnusTopic
{
  VnusRecord parent_instance;

  char       *broader;
};

struct _VnusTopicClass
{
  VnusRecordClass parent_class;
};

G_DEFINE_FINAL_TYPE (VnusTopic, vnus_topic, VNUS_TYPE_RECORD)

enum
{
  FIELD_BROADER,
};

static VnusField fields[] = {
  VNUS_FIELD_REFERENCE (VnusTopic, "broader", broader, VNUS_KINDS (TOPIC), "The broader topic."),
};

static void
vnus_topic_class_init (VnusTopicClass *klass)
{
  /**
   * VnusTopic:broader: (getter get_broader) (setter set_broader)
   *
   * The broader topic.
   *
   * Since: 0.1
   */
  _vnus_record_class_install (klass, VNUS_KIND_TOPIC, fields, G_N_ELEMENTS (fields), NULL, 0);
}

static void
vnus_topic_init (VnusTopic *self)
{
}

/**
 * vnus_topic_new: (constructor)
 * @id: the id
 *
 * Makes a topic.
 *
 * Returns: (transfer full): the new record
 *
 * Since: 0.1
 */
VnusTopic *
vnus_topic_new (const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  return g_object_new (VNUS_TYPE_TOPIC, "id", id, NULL);
}

/**
 * vnus_topic_get_broader: (get-property broader)
 * @self: a topic
 *
 * Gets the field `broader`: the broader topic.
 *
 * Returns: (nullable): the id, or `NULL`
 *
 * Since: 0.1
 */
/**
 * vnus_topic_set_broader: (set-property broader)
 * @self: a topic
 * @broader: (nullable): the id of a record; `NULL` to clear it
 *
 * Sets the field `broader`: the broader topic.
 *
 * Since: 0.1
 */
VNUS_DEFINE_REFERENCE (VnusTopic, vnus_topic, VNUS_IS_TOPIC, broader, FIELD_BROADER)
