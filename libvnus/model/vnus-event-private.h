/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <vnus/vnus-event.h>

#include "model/vnus-record-private.h"

G_BEGIN_DECLS

typedef struct _VnusEventClass VnusEventClass;

struct _VnusEvent
{
  VnusRecord parent_instance;

  VnusDate   *when;
  VnusVector *places;
  VnusVector *participants;
  VnusVector *topics;
  int        status;
  int        channel;
};

struct _VnusEventClass
{
  VnusRecordClass parent_class;
};

G_END_DECLS
