/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 3: what the kinds of event share. */
#include "model/vnus-event-private.h"

/**
 * VnusEvent:
 *
 * What happens or is to happen at a time: a journey, a visit, a meeting, a
 * statement or a measure.
 *
 * Since: 0.1
 */
G_DEFINE_ABSTRACT_TYPE (VnusEvent, vnus_event, VNUS_TYPE_RECORD)

G_DEFINE_ENUM_TYPE (VnusStatus, vnus_status,
                    G_DEFINE_ENUM_VALUE (VNUS_STATUS_UNSET, "unset"),
                    G_DEFINE_ENUM_VALUE (VNUS_STATUS_PROPOSED, "proposed"),
                    G_DEFINE_ENUM_VALUE (VNUS_STATUS_INVITED, "invited"),
                    G_DEFINE_ENUM_VALUE (VNUS_STATUS_ANNOUNCED, "announced"),
                    G_DEFINE_ENUM_VALUE (VNUS_STATUS_CONFIRMED, "confirmed"),
                    G_DEFINE_ENUM_VALUE (VNUS_STATUS_HELD, "held"),
                    G_DEFINE_ENUM_VALUE (VNUS_STATUS_POSTPONED, "postponed"),
                    G_DEFINE_ENUM_VALUE (VNUS_STATUS_CANCELLED, "cancelled"))

enum
{
  FIELD_WHEN,
  FIELD_PLACES,
  FIELD_STATUS,
  FIELD_PARTICIPANTS,
  FIELD_TOPICS,
  FIELD_CHANNEL,
  FIELD_PART_OF,
  FIELD_OCCASIONS,
  FIELD_OUTCOME_OF,
  N_FIELDS
};

static VnusField fields[] = {
  VNUS_FIELD (VnusEvent, "when", when, DATE, "When it takes or took place."),
  VNUS_FIELD_REFERENCES (VnusEvent, "places", places, VNUS_KINDS (PLACE) | VNUS_KINDS (STATE), "Where."),
  VNUS_FIELD_ENUM (VnusEvent, "status", status, vnus_status_get_type, "Its status, by the latest claim."),
  VNUS_FIELD_LIST (VnusEvent, "participants", participants, PARTICIPANT,
                   "Who takes part, in the source’s order, which is that of protocol."),
  VNUS_FIELD_REFERENCES (VnusEvent, "topics", topics, VNUS_KINDS (TOPIC), "What it is about."),
  VNUS_FIELD_ENUM (VnusEvent, "channel", channel, vnus_channel_get_type, "The channel it belongs to."),
  VNUS_FIELD_RARE_REFERENCES ("part-of", PART_OF, VNUS_KINDS_EVENTS | VNUS_KINDS (MECHANISM),
                              "What it is a part of."),
  VNUS_FIELD_RARE_REFERENCES ("occasions", OCCASIONS, VNUS_KINDS_ANY, "What a source calls its occasion."),
  VNUS_FIELD_RARE_REFERENCES ("outcome-of", OUTCOME_OF, VNUS_KINDS_EVENTS, "What it is an outcome of."),
};

static void
vnus_event_class_init (VnusEventClass *klass)
{
  /**
   * VnusEvent:when: (getter get_when) (setter set_when)
   *
   * When it takes or took place.
   *
   * Since: 0.1
   */
  /**
   * VnusEvent:status: (getter get_status) (setter set_status)
   *
   * Its status, by the latest claim.
   *
   * Since: 0.1
   */
  /**
   * VnusEvent:channel: (getter get_channel) (setter set_channel)
   *
   * The channel it belongs to.
   *
   * Since: 0.1
   */
  _vnus_record_class_install (klass, VNUS_KIND_UNSET,
                              fields, 2,
                              fields + 2, N_FIELDS - 2);
}

static void
vnus_event_init (VnusEvent *self)
{
}

/**
 * vnus_event_get_when: (get-property when)
 * @self: an event
 *
 * Gets the field `when`: when it takes or took place.
 *
 * Returns: (transfer none) (nullable): the date, or `NULL`
 *
 * Since: 0.1
 */
/**
 * vnus_event_set_when: (set-property when)
 * @self: an event
 * @when: (nullable): the date; `NULL` to clear it
 *
 * Sets the field `when`: when it takes or took place.
 *
 * Since: 0.1
 */
VNUS_DEFINE_BOXED (VnusEvent, vnus_event, VNUS_IS_EVENT, VnusDate, when, FIELD_WHEN)

/**
 * vnus_event_get_n_places:
 * @self: an event
 *
 * Gets how many values the field `places` has.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
/**
 * vnus_event_get_place:
 * @self: an event
 * @position: the position, from 0
 *
 * Gets a value of the field `places`: where.
 *
 * Returns: (nullable): the id, or `NULL` past the end
 *
 * Since: 0.1
 */
/**
 * vnus_event_add_place:
 * @self: an event
 * @place: the id of a record
 *
 * Adds a value to the field `places`, at the end.
 *
 * Since: 0.1
 */
VNUS_DEFINE_LIST (VnusEvent, vnus_event, VNUS_IS_EVENT, const char *, const char *, places, place, FIELD_PLACES)

/**
 * vnus_event_get_status: (get-property status)
 * @self: an event
 *
 * Gets the field `status`: its status, by the latest claim.
 *
 * Returns: the value, or the unset one
 *
 * Since: 0.1
 */
/**
 * vnus_event_set_status: (set-property status)
 * @self: an event
 * @status: the value
 *
 * Sets the field `status`: its status, by the latest claim.
 *
 * Since: 0.1
 */
VNUS_DEFINE_ENUM (VnusEvent, vnus_event, VNUS_IS_EVENT, VnusStatus, status, FIELD_STATUS)

/**
 * vnus_event_get_n_participants:
 * @self: an event
 *
 * Gets how many values the field `participants` has.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
/**
 * vnus_event_get_participant:
 * @self: an event
 * @position: the position, from 0
 *
 * Gets a value of the field `participants`: who takes part, in the source’s
 * order, which is that of protocol.
 *
 * Returns: (transfer none) (nullable): the participant, or `NULL` past the end
 *
 * Since: 0.1
 */
/**
 * vnus_event_add_participant:
 * @self: an event
 * @participant: the participant
 *
 * Adds a value to the field `participants`, at the end.
 *
 * Since: 0.1
 */
VNUS_DEFINE_LIST (VnusEvent, vnus_event, VNUS_IS_EVENT, VnusParticipant *, VnusParticipant *, participants, participant, FIELD_PARTICIPANTS)

/**
 * vnus_event_get_n_topics:
 * @self: an event
 *
 * Gets how many values the field `topics` has.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
/**
 * vnus_event_get_topic:
 * @self: an event
 * @position: the position, from 0
 *
 * Gets a value of the field `topics`: what it is about.
 *
 * Returns: (nullable): the id, or `NULL` past the end
 *
 * Since: 0.1
 */
/**
 * vnus_event_add_topic:
 * @self: an event
 * @topic: the id of a record
 *
 * Adds a value to the field `topics`, at the end.
 *
 * Since: 0.1
 */
VNUS_DEFINE_LIST (VnusEvent, vnus_event, VNUS_IS_EVENT, const char *, const char *, topics, topic, FIELD_TOPICS)

/**
 * vnus_event_get_channel: (get-property channel)
 * @self: an event
 *
 * Gets the field `channel`: the channel it belongs to.
 *
 * Returns: the value, or the unset one
 *
 * Since: 0.1
 */
/**
 * vnus_event_set_channel: (set-property channel)
 * @self: an event
 * @channel: the value
 *
 * Sets the field `channel`: the channel it belongs to.
 *
 * Since: 0.1
 */
VNUS_DEFINE_ENUM (VnusEvent, vnus_event, VNUS_IS_EVENT, VnusChannel, channel, FIELD_CHANNEL)

/**
 * vnus_event_get_n_part_of:
 * @self: an event
 *
 * Gets how many values the field `part-of` has.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
/**
 * vnus_event_get_whole:
 * @self: an event
 * @position: the position, from 0
 *
 * Gets a value of the field `part-of`: what it is a part of.
 *
 * Returns: (nullable): the id, or `NULL` past the end
 *
 * Since: 0.1
 */
/**
 * vnus_event_add_whole:
 * @self: an event
 * @whole: the id of a record
 *
 * Adds a value to the field `part-of`, at the end.
 *
 * Since: 0.1
 */
VNUS_DEFINE_RARE_LIST (VnusEvent, vnus_event, VNUS_IS_EVENT, const char *, const char *, part_of, whole, FIELD_PART_OF)

/**
 * vnus_event_get_n_occasions:
 * @self: an event
 *
 * Gets how many values the field `occasions` has.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
/**
 * vnus_event_get_occasion:
 * @self: an event
 * @position: the position, from 0
 *
 * Gets a value of the field `occasions`: what a source calls its occasion.
 *
 * Returns: (nullable): the id, or `NULL` past the end
 *
 * Since: 0.1
 */
/**
 * vnus_event_add_occasion:
 * @self: an event
 * @occasion: the id of a record
 *
 * Adds a value to the field `occasions`, at the end.
 *
 * Since: 0.1
 */
VNUS_DEFINE_RARE_LIST (VnusEvent, vnus_event, VNUS_IS_EVENT, const char *, const char *, occasions, occasion, FIELD_OCCASIONS)

/**
 * vnus_event_get_n_outcome_of:
 * @self: an event
 *
 * Gets how many values the field `outcome-of` has.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
/**
 * vnus_event_get_origin:
 * @self: an event
 * @position: the position, from 0
 *
 * Gets a value of the field `outcome-of`: what it is an outcome of.
 *
 * Returns: (nullable): the id, or `NULL` past the end
 *
 * Since: 0.1
 */
/**
 * vnus_event_add_origin:
 * @self: an event
 * @origin: the id of a record
 *
 * Adds a value to the field `outcome-of`, at the end.
 *
 * Since: 0.1
 */
VNUS_DEFINE_RARE_LIST (VnusEvent, vnus_event, VNUS_IS_EVENT, const char *, const char *, outcome_of, origin, FIELD_OUTCOME_OF)
