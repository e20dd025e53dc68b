/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <vnus/vnus-actor.h>

#include "model/vnus-record-private.h"

G_BEGIN_DECLS

typedef struct _VnusActorClass VnusActorClass;

struct _VnusActor
{
  VnusRecord parent_instance;
};

struct _VnusActorClass
{
  VnusRecordClass parent_class;
};

G_END_DECLS
