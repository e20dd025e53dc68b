/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 3: what the kinds of actor share. */
#include "model/vnus-actor-private.h"

/**
 * VnusActor:
 *
 * Who acts: a state, an organisation or a person.
 *
 * Since: 0.1
 */
G_DEFINE_ABSTRACT_TYPE (VnusActor, vnus_actor, VNUS_TYPE_RECORD)

static void
vnus_actor_class_init (VnusActorClass *klass)
{
  _vnus_record_class_install (klass, VNUS_KIND_UNSET, NULL, 0, NULL, 0);
}

static void
vnus_actor_init (VnusActor *self)
{
}
