/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 3: participant. An immutable value. */
#include <vnus/vnus-participant.h>

#include "base/vnus-id-private.h"
#include "model/vnus-same-private.h"
#include "model/vnus-values-private.h"

/**
 * VnusParticipant:
 *
 * Who takes part in an event, in which role and capacity.
 *
 * A participant is an immutable value. Its actor may be missing where a source
 * names only a group, such as “other key leaders”; the note then tells the
 * words for it. The source’s order of participants is protocol order and is
 * kept.
 *
 * Since: 0.1
 */
struct _VnusParticipant
{
  gatomicrefcount ref_count;
  guint           role : 16;
  guint           has_rest : 1;
  char           *actor;    /* (nullable) an id */
  char           *capacity; /* (nullable) an id */

  /* What few participants have; there is room for it only if has_rest. */
  struct
  {
    char     *side;         /* (nullable) an id */
    VnusText *note;         /* (owned) (nullable) */
  } rest[];
};

G_DEFINE_BOXED_TYPE (VnusParticipant, vnus_participant, vnus_participant_ref, vnus_participant_unref)

G_DEFINE_ENUM_TYPE (VnusRole, vnus_role,
                    G_DEFINE_ENUM_VALUE (VNUS_ROLE_UNSET, "unset"),
                    G_DEFINE_ENUM_VALUE (VNUS_ROLE_GUEST, "guest"),
                    G_DEFINE_ENUM_VALUE (VNUS_ROLE_HEAD, "head"),
                    G_DEFINE_ENUM_VALUE (VNUS_ROLE_MEMBER, "member"),
                    G_DEFINE_ENUM_VALUE (VNUS_ROLE_HOST, "host"),
                    G_DEFINE_ENUM_VALUE (VNUS_ROLE_COUNTERPART, "counterpart"),
                    G_DEFINE_ENUM_VALUE (VNUS_ROLE_INVITER, "inviter"),
                    G_DEFINE_ENUM_VALUE (VNUS_ROLE_INTERLOCUTOR, "interlocutor"),
                    G_DEFINE_ENUM_VALUE (VNUS_ROLE_SIGNATORY, "signatory"),
                    G_DEFINE_ENUM_VALUE (VNUS_ROLE_SPEAKER, "speaker"),
                    G_DEFINE_ENUM_VALUE (VNUS_ROLE_ANNOUNCER, "announcer"),
                    G_DEFINE_ENUM_VALUE (VNUS_ROLE_OBSERVER, "observer"),
                    G_DEFINE_ENUM_VALUE (VNUS_ROLE_SPOUSE, "spouse"),
                    G_DEFINE_ENUM_VALUE (VNUS_ROLE_PARTICIPANT, "participant"))

static char *
acquire (char *id)
{
  return id != NULL ? _vnus_id_ref (id) : NULL;
}

/* Takes what it is given. */
VnusParticipant *
_vnus_participant_new_take (char     *actor,
                            VnusRole  role,
                            char     *capacity,
                            char     *side,
                            VnusText *note)
{
  const gboolean has_rest = side != NULL || note != NULL;
  VnusParticipant *self = g_malloc (sizeof *self + (has_rest ? sizeof self->rest[0] : 0));

  g_atomic_ref_count_init (&self->ref_count);
  self->role = (guint16) role;
  self->has_rest = has_rest;
  self->actor = actor;
  self->capacity = capacity;
  if (has_rest)
    {
      self->rest->side = side;
      self->rest->note = note;
    }

  return self;
}

static char *
get_side (const VnusParticipant *self)
{
  return self->has_rest ? self->rest->side : NULL;
}

static VnusText *
get_note (const VnusParticipant *self)
{
  return self->has_rest ? self->rest->note : NULL;
}

/**
 * vnus_participant_new: (constructor)
 * @actor: (nullable): the id of the actor; `NULL` if it has none
 * @role: the role
 *
 * Makes a participant.
 *
 * Returns: (transfer full): the participant
 *
 * Since: 0.1
 */
VnusParticipant *
vnus_participant_new (const char *actor,
                      VnusRole    role)
{
  return _vnus_participant_new_take (actor != NULL ? _vnus_id_new (actor) : NULL, role, NULL, NULL, NULL);
}

/**
 * vnus_participant_with_capacity:
 * @self: a participant
 * @capacity: (nullable): the id of the office in which the actor takes part; `NULL` to have none
 *
 * Makes a participant like @self with another capacity.
 *
 * Returns: (transfer full): the new participant
 *
 * Since: 0.1
 */
VnusParticipant *
vnus_participant_with_capacity (VnusParticipant *self,
                                const char      *capacity)
{
  VnusText *note;

  g_return_val_if_fail (self != NULL, NULL);

  note = get_note (self);
  return _vnus_participant_new_take (acquire (self->actor), (VnusRole) self->role,
                                     capacity != NULL ? _vnus_id_new (capacity) : NULL, acquire (get_side (self)),
                                     note != NULL ? vnus_text_ref (note) : NULL);
}

/**
 * vnus_participant_with_side:
 * @self: a participant
 * @side: (nullable): the id of the side to which the actor belongs; `NULL` to have none
 *
 * Makes a participant like @self with another side.
 *
 * Returns: (transfer full): the new participant
 *
 * Since: 0.1
 */
VnusParticipant *
vnus_participant_with_side (VnusParticipant *self,
                            const char      *side)
{
  VnusText *note;

  g_return_val_if_fail (self != NULL, NULL);

  note = get_note (self);
  return _vnus_participant_new_take (acquire (self->actor), (VnusRole) self->role, acquire (self->capacity),
                                     side != NULL ? _vnus_id_new (side) : NULL,
                                     note != NULL ? vnus_text_ref (note) : NULL);
}

/**
 * vnus_participant_with_note:
 * @self: a participant
 * @note: (nullable): a note, by language; `NULL` to have none
 *
 * Makes a participant like @self with another note.
 *
 * Returns: (transfer full): the new participant
 *
 * Since: 0.1
 */
VnusParticipant *
vnus_participant_with_note (VnusParticipant *self,
                            VnusText        *note)
{
  g_return_val_if_fail (self != NULL, NULL);

  return _vnus_participant_new_take (acquire (self->actor), (VnusRole) self->role, acquire (self->capacity),
                                     acquire (get_side (self)), note != NULL ? vnus_text_ref (note) : NULL);
}

/**
 * vnus_participant_ref:
 * @self: a participant
 *
 * Takes a reference. Safe from any thread.
 *
 * Returns: (transfer full): @self
 *
 * Since: 0.1
 */
VnusParticipant *
vnus_participant_ref (VnusParticipant *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * vnus_participant_unref:
 * @self: (transfer full): a participant
 *
 * Drops a reference. Safe from any thread.
 *
 * Since: 0.1
 */
void
vnus_participant_unref (VnusParticipant *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_clear_pointer (&self->actor, _vnus_id_unref);
  g_clear_pointer (&self->capacity, _vnus_id_unref);
  if (self->has_rest)
    {
      g_clear_pointer (&self->rest->side, _vnus_id_unref);
      g_clear_pointer (&self->rest->note, vnus_text_unref);
    }
  g_free (self);
}

/**
 * vnus_participant_get_actor:
 * @self: a participant
 *
 * Gets the id of the actor.
 *
 * Returns: (nullable): the id of the actor, or `NULL`
 *
 * Since: 0.1
 */
const char *
vnus_participant_get_actor (const VnusParticipant *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->actor;
}

/**
 * vnus_participant_get_role:
 * @self: a participant
 *
 * Gets the role.
 *
 * Returns: the role
 *
 * Since: 0.1
 */
VnusRole
vnus_participant_get_role (const VnusParticipant *self)
{
  g_return_val_if_fail (self != NULL, VNUS_ROLE_UNSET);

  return (VnusRole) self->role;
}

/**
 * vnus_participant_get_capacity:
 * @self: a participant
 *
 * Gets the id of the office in which the actor takes part.
 *
 * Returns: (nullable): the id of the office in which the actor takes part, or `NULL`
 *
 * Since: 0.1
 */
const char *
vnus_participant_get_capacity (const VnusParticipant *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->capacity;
}

/**
 * vnus_participant_get_side:
 * @self: a participant
 *
 * Gets the id of the side to which the actor belongs.
 *
 * Returns: (nullable): the id of the side to which the actor belongs, or `NULL`
 *
 * Since: 0.1
 */
const char *
vnus_participant_get_side (const VnusParticipant *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return get_side (self);
}

/**
 * vnus_participant_get_note:
 * @self: a participant
 *
 * Gets a note.
 *
 * Returns: (transfer none) (nullable): a note, by language, or `NULL`
 *
 * Since: 0.1
 */
VnusText *
vnus_participant_get_note (const VnusParticipant *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return get_note (self);
}

/**
 * vnus_participant_equal:
 * @self: a participant
 * @other: another participant
 *
 * Compares two participants by value.
 *
 * Returns: `TRUE` if they say the same
 *
 * Since: 0.1
 */
gboolean
vnus_participant_equal (const VnusParticipant *self,
                        const VnusParticipant *other)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (other != NULL, FALSE);

  return g_strcmp0 (self->actor, other->actor) == 0 &&
         self->role == other->role &&
         g_strcmp0 (self->capacity, other->capacity) == 0 &&
         g_strcmp0 (get_side (self), get_side (other)) == 0 &&
         _vnus_text_same (get_note (self), get_note (other));
}

/**
 * vnus_participant_to_string:
 * @self: a participant
 *
 * Writes a participant for people who debug.
 *
 * Returns: (transfer full): the string
 *
 * Since: 0.1
 */
char *
vnus_participant_to_string (const VnusParticipant *self)
{
  GString *string;

  g_return_val_if_fail (self != NULL, NULL);

  string = g_string_new (NULL);
  _vnus_append_string (string, "actor", self->actor);
  _vnus_append_enum (string, "role", VNUS_TYPE_ROLE, (int) self->role);
  _vnus_append_string (string, "capacity", self->capacity);
  _vnus_append_string (string, "side", get_side (self));
  _vnus_append_text (string, "note", get_note (self));

  return g_string_free (string, FALSE);
}
