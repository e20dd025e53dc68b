/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5c: how an event stands on a day, for all who tell of events.
 *
 * The day decides by all dates that sources give: it is over when the latest of
 * them is, or when a source that was public by then has it held. What is over is
 * as its status says; what lies ahead may have been called off by then. */
#include "inquiry/vnus-ask-private.h"

#include "chronicle/vnus-chronicle-private.h"
#include "chronicle/vnus-claim-private.h"

VnusStatus
_vnus_event_get_status_by (VnusChronicle *view,
                           VnusEvent     *event,
                           int            day)
{
  g_autoptr (GPtrArray) claims = _vnus_chronicle_ref_claims (view, vnus_record_get_id (VNUS_RECORD (event)), "status");
  VnusStatus status = VNUS_STATUS_UNSET;
  int latest = VNUS_DAY_MIN;

  for (guint i = 0; claims != NULL && i < claims->len; i++)
    {
      VnusClaim *claim = g_ptr_array_index (claims, i);

      for (guint j = 0; j < vnus_claim_get_n_citations (claim); j++)
        {
          int earliest, told;

          _vnus_view_filter_get_known (view->filter, vnus_claim_get_citation (claim, j), &earliest, &told);
          if (told <= day && told >= latest && claim->standing != VNUS_CLAIM_STANDING_DEPRECATED)
            {
              latest = told;
              status = (VnusStatus) vnus_value_get_integer (claim->value);
            }
        }
    }

  return status;
}

static VnusStanding
standing_of_past (VnusStatus status)
{
  switch ((int) status)
    {
    case VNUS_STATUS_HELD:
      return VNUS_STANDING_HELD;
    case VNUS_STATUS_POSTPONED:
      return VNUS_STANDING_POSTPONED;
    case VNUS_STATUS_CANCELLED:
      return VNUS_STANDING_CANCELLED;
    default:
      return VNUS_STANDING_ANNOUNCED;
    }
}

/* The span that all dates allow; @is_stretch: whether one has an extent. */
static VnusBounds
get_span (VnusTime *time,
          gboolean *is_stretch)
{
  VnusBounds span = { VNUS_DAY_MIN, VNUS_DAY_MIN, VNUS_DAY_MAX, VNUS_DAY_MAX };

  *is_stretch = FALSE;
  for (guint i = 0; i < _vnus_time_get_n (time); i++)
    {
      VnusBounds bounds = _vnus_get_bounds (_vnus_time_get_nth (time, i));

      span.latest_start = MAX (span.latest_start, bounds.latest_start);
      span.earliest_end = MIN (span.earliest_end, bounds.earliest_end);
      span.latest_end = i > 0 ? MAX (span.latest_end, bounds.latest_end) : bounds.latest_end;
      *is_stretch = *is_stretch || vnus_date_get_kind (_vnus_time_get_nth (time, i)) == VNUS_DATE_KIND_INTERVAL;
    }

  return span;
}

VnusStanding
_vnus_event_get_standing (VnusChronicle *view,
                          VnusEvent     *event,
                          int            day)
{
  g_autoptr (VnusTime) time = _vnus_time_of (view, VNUS_RECORD (event));
  gboolean is_stretch;
  const VnusBounds span = get_span (time, &is_stretch);
  const gboolean is_undated = _vnus_time_get_n (time) == 0;
  VnusStatus status;

  if (span.latest_end <= day)
    return standing_of_past (vnus_event_get_status (event));

  status = _vnus_event_get_status_by (view, event, day);
  if (status == VNUS_STATUS_HELD && (is_undated || span.earliest_end <= day))
    return standing_of_past (vnus_event_get_status (event));
  if (status == VNUS_STATUS_POSTPONED || status == VNUS_STATUS_CANCELLED)
    return standing_of_past (status);

  return is_stretch && span.latest_start <= day ? VNUS_STANDING_ONGOING : VNUS_STANDING_PLANNED;
}
