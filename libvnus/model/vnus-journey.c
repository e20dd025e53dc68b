/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 3: the kind “journey”. */
#include <vnus/vnus-journey.h>

#include "model/vnus-event-private.h"

typedef struct _VnusJourneyClass VnusJourneyClass;

/**
 * VnusJourney:
 *
 * A journey: it groups visits into legs.
 *
 * Since: 0.1
 */
struct _VnusJourney
{
  VnusEvent parent_instance;
};

struct _VnusJourneyClass
{
  VnusEventClass parent_class;
};

G_DEFINE_FINAL_TYPE (VnusJourney, vnus_journey, VNUS_TYPE_EVENT)

static void
vnus_journey_class_init (VnusJourneyClass *klass)
{
  _vnus_record_class_install (klass, VNUS_KIND_JOURNEY, NULL, 0, NULL, 0);
}

static void
vnus_journey_init (VnusJourney *self)
{
}

/**
 * vnus_journey_new: (constructor)
 * @id: the id
 *
 * Makes a journey.
 *
 * Returns: (transfer full): the new record
 *
 * Since: 0.1
 */
VnusJourney *
vnus_journey_new (const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  return g_object_new (VNUS_TYPE_JOURNEY, "id", id, NULL);
}
