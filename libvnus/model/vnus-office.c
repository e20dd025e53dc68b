/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 3: the kind “office”. */
#include <vnus/vnus-office.h>

#include "model/vnus-record-private.h"

typedef struct _VnusOfficeClass VnusOfficeClass;

/**
 * VnusOffice:
 *
 * An office.
 *
 * Since: 0.1
 */
struct _VnusOffice
{
  VnusRecord parent_instance;

  char       *of;
  VnusText   *portfolio;
  int        rank;
  int        exclusive;
  int        channel;
};

struct _VnusOfficeClass
{
  VnusRecordClass parent_class;
};

G_DEFINE_FINAL_TYPE (VnusOffice, vnus_office, VNUS_TYPE_RECORD)

enum
{
  FIELD_OF,
  FIELD_RANK,
  FIELD_EXCLUSIVE,
  FIELD_PORTFOLIO,
  FIELD_CHANNEL,
};

static VnusField fields[] = {
  VNUS_FIELD_REFERENCE (VnusOffice, "of", of, VNUS_KINDS_BODIES, "What the office belongs to."),
  VNUS_FIELD_ENUM (VnusOffice, "rank", rank, vnus_rank_get_type, "Its rank."),
  VNUS_FIELD (VnusOffice, "exclusive", exclusive, BOOLEAN, "Whether it has at most one holder at a time."),
  VNUS_FIELD (VnusOffice, "portfolio", portfolio, LOCALISED, "Its portfolio, by language."),
  VNUS_FIELD_ENUM (VnusOffice, "channel", channel, vnus_channel_get_type, "The channel it acts in."),
};

static void
vnus_office_class_init (VnusOfficeClass *klass)
{
  /**
   * VnusOffice:of: (getter get_of) (setter set_of)
   *
   * What the office belongs to.
   *
   * Since: 0.1
   */
  /**
   * VnusOffice:rank: (getter get_rank) (setter set_rank)
   *
   * Its rank.
   *
   * Since: 0.1
   */
  /**
   * VnusOffice:exclusive: (getter get_exclusive) (setter set_exclusive)
   *
   * Whether it has at most one holder at a time.
   *
   * Since: 0.1
   */
  /**
   * VnusOffice:portfolio: (getter get_portfolio) (setter set_portfolio)
   *
   * Its portfolio, by language.
   *
   * Since: 0.1
   */
  /**
   * VnusOffice:channel: (getter get_channel) (setter set_channel)
   *
   * The channel it acts in.
   *
   * Since: 0.1
   */
  _vnus_record_class_install (klass, VNUS_KIND_OFFICE, fields, G_N_ELEMENTS (fields), NULL, 0);
}

static void
vnus_office_init (VnusOffice *self)
{
}

/**
 * vnus_office_new: (constructor)
 * @id: the id
 *
 * Makes an office.
 *
 * Returns: (transfer full): the new record
 *
 * Since: 0.1
 */
VnusOffice *
vnus_office_new (const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  return g_object_new (VNUS_TYPE_OFFICE, "id", id, NULL);
}

/**
 * vnus_office_get_of: (get-property of)
 * @self: an office
 *
 * Gets the field `of`: what the office belongs to.
 *
 * Returns: (nullable): the id, or `NULL`
 *
 * Since: 0.1
 */
/**
 * vnus_office_set_of: (set-property of)
 * @self: an office
 * @of: (nullable): the id of a record; `NULL` to clear it
 *
 * Sets the field `of`: what the office belongs to.
 *
 * Since: 0.1
 */
VNUS_DEFINE_REFERENCE (VnusOffice, vnus_office, VNUS_IS_OFFICE, of, FIELD_OF)

/**
 * vnus_office_get_rank: (get-property rank)
 * @self: an office
 *
 * Gets the field `rank`: its rank.
 *
 * Returns: the value, or the unset one
 *
 * Since: 0.1
 */
/**
 * vnus_office_set_rank: (set-property rank)
 * @self: an office
 * @rank: the value
 *
 * Sets the field `rank`: its rank.
 *
 * Since: 0.1
 */
VNUS_DEFINE_ENUM (VnusOffice, vnus_office, VNUS_IS_OFFICE, VnusRank, rank, FIELD_RANK)

/**
 * vnus_office_get_exclusive: (get-property exclusive)
 * @self: an office
 *
 * Gets the field `exclusive`: whether it has at most one holder at a time.
 *
 * Returns: `TRUE` if it is recorded and true
 *
 * Since: 0.1
 */
/**
 * vnus_office_set_exclusive: (set-property exclusive)
 * @self: an office
 * @exclusive: the value
 *
 * Sets the field `exclusive`: whether it has at most one holder at a time.
 *
 * Since: 0.1
 */
VNUS_DEFINE_BOOLEAN (VnusOffice, vnus_office, VNUS_IS_OFFICE, exclusive, FIELD_EXCLUSIVE)

/**
 * vnus_office_get_portfolio: (get-property portfolio)
 * @self: an office
 *
 * Gets the field `portfolio`: its portfolio, by language.
 *
 * Returns: (transfer none) (nullable): the text, or `NULL`
 *
 * Since: 0.1
 */
/**
 * vnus_office_set_portfolio: (set-property portfolio)
 * @self: an office
 * @portfolio: (nullable): the text; `NULL` to clear it
 *
 * Sets the field `portfolio`: its portfolio, by language.
 *
 * Since: 0.1
 */
VNUS_DEFINE_BOXED (VnusOffice, vnus_office, VNUS_IS_OFFICE, VnusText, portfolio, FIELD_PORTFOLIO)

/**
 * vnus_office_get_channel: (get-property channel)
 * @self: an office
 *
 * Gets the field `channel`: the channel it acts in.
 *
 * Returns: the value, or the unset one
 *
 * Since: 0.1
 */
/**
 * vnus_office_set_channel: (set-property channel)
 * @self: an office
 * @channel: the value
 *
 * Sets the field `channel`: the channel it acts in.
 *
 * Since: 0.1
 */
VNUS_DEFINE_ENUM (VnusOffice, vnus_office, VNUS_IS_OFFICE, VnusChannel, channel, FIELD_CHANNEL)
