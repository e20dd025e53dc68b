/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: iCalendar (RFC 5545), through libical.
 *
 * An entry lasts whole days, from its first to the day after its last. What has no
 * day that is certain is left out and counted: a calendar has no way to say
 * “some day in September”. The same chronicle gives the same bytes: the entries
 * are stamped with the day on which the newest source was published.
 */
#include "io/export-private.h"

#include <string.h>

#include <vnus/vnus-event.h>

#define LIBICAL_GLIB_UNSTABLE_API 1 /* all of it is called that */
#include <libical-glib/libical-glib.h>

#include "chronicle/vnus-chronicle-private.h"
#include "chronicle/vnus-record-time-private.h"
#include "time/calendar-private.h"
#include "wording/vnus-message-private.h"

typedef struct
{
  VnusChronicle *chronicle;
  const char    *language;
  ICalComponent *calendar; /* (owned) */
  ICalTime      *stamp;    /* (owned) */
} Calendar;

static ICalTime *
make_day (int number)
{
  ICalTime *time = i_cal_time_new_null_date ();
  int year, month, day;

  ymd_from_day (number, &year, &month, &day);
  i_cal_time_set_date (time, year, month, day);
  i_cal_time_set_is_date (time, TRUE);
  return time;
}

/* The start of the day on which the newest source was published, in UTC. */
static ICalTime *
make_stamp (VnusChronicle *chronicle)
{
  int newest = 0; /* 1970-01-01 */
  ICalTime *stamp;

  for (guint i = 0; i < vnus_chronicle_get_n_of_kind (chronicle, VNUS_KIND_SOURCE); i++)
    {
      VnusRecord *source = vnus_chronicle_get_nth_of_kind (chronicle, VNUS_KIND_SOURCE, i);
      VnusDate *published = vnus_source_get_published (VNUS_SOURCE (source));

      if (published != NULL && vnus_date_get_latest_end (published) != VNUS_DAY_MAX)
        newest = MAX (newest, vnus_date_get_earliest_start (published));
    }

  stamp = make_day (newest);
  i_cal_time_set_is_date (stamp, FALSE);
  i_cal_time_set_time (stamp, 0, 0, 0);
  i_cal_time_set_timezone (stamp, i_cal_timezone_get_utc_timezone ());
  return stamp;
}

static void
take (ICalComponent *component,
      ICalProperty  *property)
{
  i_cal_component_take_property (component, property);
}

static void
take_x (ICalComponent *component,
        const char    *name,
        const char    *value)
{
  ICalProperty *property = i_cal_property_new_x (value);

  i_cal_property_set_x_name (property, name);
  take (component, property);
}

static ICalPropertyStatus
get_status (VnusStatus status)
{
  switch ((int) status)
    {
    case VNUS_STATUS_HELD:
    case VNUS_STATUS_CONFIRMED:
      return I_CAL_STATUS_CONFIRMED;

    case VNUS_STATUS_CANCELLED:
      return I_CAL_STATUS_CANCELLED;

    case VNUS_STATUS_PROPOSED:
    case VNUS_STATUS_INVITED:
    case VNUS_STATUS_ANNOUNCED:
    case VNUS_STATUS_POSTPONED:
      return I_CAL_STATUS_TENTATIVE;

    default:
      return I_CAL_STATUS_NONE;
    }
}

static void
add_places (Calendar      *self,
            ICalComponent *entry,
            VnusEvent     *event)
{
  g_autoptr (GString) places = g_string_new (NULL);

  for (guint i = 0; i < vnus_event_get_n_places (event); i++)
    g_string_append_printf (places, "%s%s", i > 0 ? ", " : "",
                            _vnus_export_label (self->chronicle, vnus_event_get_place (event, i), self->language));
  if (places->len > 0)
    take (entry, i_cal_property_new_location (places->str));
}

static void
add_sources (Calendar      *self,
             ICalComponent *entry,
             VnusRecord    *record)
{
  g_autoptr (GPtrArray) sources = _vnus_export_sources (self->chronicle, record, self->language);
  g_autofree char *names = NULL, *text = NULL;

  if (sources->len == 0)
    return;
  g_ptr_array_add (sources, NULL);
  names = _vnus_message_list (self->language, (const char *const *) sources->pdata, "semicolon");
  text = _vnus_say (self->language, "export.sources", VNUS_ARG_S ("sources", names));
  take (entry, i_cal_property_new_description (text));
}

/* The first and the last day, if there is one choice for each. */
static gboolean
get_days (VnusRecord *record,
          int        *first,
          int        *last)
{
  g_autoptr (VnusDate) when = _vnus_record_dup_time (record);

  if (when == NULL)
    return FALSE;

  *first = vnus_date_get_earliest_start (when);
  *last = vnus_date_get_latest_end (when);
  return *first != VNUS_DAY_MIN && *last != VNUS_DAY_MAX && *first == vnus_date_get_latest_start (when) &&
         *last == vnus_date_get_earliest_end (when);
}

static gboolean
add_entry (Calendar   *self,
           VnusRecord *record)
{
  const char *id = vnus_record_get_id (record);
  g_autofree char *uid = g_strconcat (id, "@", vnus_chronicle_get_id (self->chronicle), NULL);
  ICalComponent *entry;
  ICalTime *start, *end;
  int first, last;

  if (!get_days (record, &first, &last))
    return FALSE;

  start = make_day (first);
  end = make_day (last + 1);
  entry = i_cal_component_new_vevent ();
  take (entry, i_cal_property_new_uid (uid));
  take (entry, i_cal_property_new_dtstamp (self->stamp));
  take (entry, i_cal_property_new_dtstart (start));
  take (entry, i_cal_property_new_dtend (end));
  take (entry, i_cal_property_new_summary (_vnus_export_label (self->chronicle, id, self->language)));
  take (entry, i_cal_property_new_categories (vnus_kind_to_string (vnus_record_get_kind (record))));
  if (VNUS_IS_EVENT (record))
    {
      ICalPropertyStatus status = get_status (vnus_event_get_status (VNUS_EVENT (record)));

      if (status != I_CAL_STATUS_NONE)
        take (entry, i_cal_property_new_status (status));
      add_places (self, entry, VNUS_EVENT (record));
    }
  add_sources (self, entry, record);

  i_cal_component_take_component (self->calendar, entry);
  g_object_unref (start);
  g_object_unref (end);
  return TRUE;
}

GBytes *
_vnus_export_icalendar (VnusChronicle *chronicle,
                        VnusQuery     *query,
                        const char    *language,
                        guint         *n_left_out)
{
  Calendar self = { chronicle, language, i_cal_component_new_vcalendar (), make_stamp (chronicle) };
  g_autoptr (GPtrArray) records = _vnus_export_select (chronicle, query);
  VnusText *label = vnus_chronicle_get_label (chronicle);
  g_autofree char *left_out = NULL;
  char *text;

  take (self.calendar, i_cal_property_new_version ("2.0"));
  take (self.calendar, i_cal_property_new_prodid ("-//libvnus//vnus-1//EN"));

  *n_left_out = 0;
  for (guint i = 0; i < records->len; i++)
    if (!add_entry (&self, records->pdata[i]))
      (*n_left_out)++;

  take_x (self.calendar, "X-WR-CALNAME", label != NULL ? vnus_text_get_best (label, language) : vnus_chronicle_get_id (chronicle));
  left_out = _vnus_say (language, "export.left-out", VNUS_ARG_I ("n", (int) *n_left_out));
  if (*n_left_out > 0)
    take_x (self.calendar, "X-WR-CALDESC", left_out);

  text = i_cal_component_as_ical_string (self.calendar);
  g_object_unref (self.calendar);
  g_object_unref (self.stamp);
  return g_bytes_new_take (text, strlen (text));
}
