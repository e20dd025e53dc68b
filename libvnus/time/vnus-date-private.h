/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * The inside of a date, and of its parser.
 *
 * A date is one block: four day numbers, a few flags, the ranges of a choice,
 * the text as given, and the canonical text only if it differs. Everything
 * that the text says and the flags do not is read from the text again when it
 * is asked for.
 */
#pragma once

#include <vnus/vnus-date.h>

typedef enum
{
  END_KNOWN,
  END_OPEN,    /* “..” */
  END_UNKNOWN, /* “” */
} VnusDateEnd;

/* The days that one member of a choice stands for. */
typedef struct
{
  gint32 first;
  gint32 last;
} VnusDayRange;

struct _VnusDate
{
  gatomicrefcount ref_count;

  /* VNUS_DAY_MIN and VNUS_DAY_MAX where there is no bound. The start of a day
   * or of a choice is its end: both pairs are equal. */
  gint32 earliest_start;
  gint32 latest_start;
  gint32 earliest_end;
  gint32 latest_end;

  guint32 kind : 2;      /* VnusDateKind */
  guint32 level : 2;     /* VnusDateLevel */
  guint32 start : 2;     /* VnusDateEnd */
  guint32 end : 2;       /* VnusDateEnd */
  guint32 precision : 4; /* VnusDatePrecision */
  guint32 year_qualifier : 2;
  guint32 month_qualifier : 2;
  guint32 day_qualifier : 2;

  guint32 extra; /* where in the block VnusDateExtra is; 0 if there is none */
  char text[];   /* as given */
};

/* A full date with its text fills 39 bytes, which is what the smallest chunk
 * of the C library but one holds. */
G_STATIC_ASSERT (G_STRUCT_OFFSET (VnusDate, text) == 28);

/* What few dates have. */
typedef struct
{
  guint32 n_ranges;      /* of a choice with several members, else 0 */
  guint32 canonical;     /* where in the block the canonical text is; 0 if it is the text as given */
  VnusDayRange ranges[]; /* in the order of the text */
} VnusDateExtra;

static inline const VnusDateExtra *
date_get_extra (const VnusDate *self)
{
  return self->extra == 0 ? NULL : (const VnusDateExtra *) G_STRUCT_MEMBER_P (self, self->extra);
}

static inline const char *
date_get_canonical (const VnusDate *self)
{
  const VnusDateExtra *extra = date_get_extra (self);

  return extra == NULL || extra->canonical == 0 ? self->text : (const char *) G_STRUCT_MEMBER_P (self, extra->canonical);
}

/* Whether @self has ended when @other starts: vnus_date_is_before() without the
 * call, for loops. The bounds of a choice are enough here, since only its first
 * and last day count, and the numbers that stand for no bound compare as they
 * should. */
static inline VnusTruth
date_precedes (const VnusDate *self,
               const VnusDate *other)
{
  return (VnusTruth) ((self->earliest_end < other->latest_start) + (self->latest_end < other->earliest_start));
}

/* A date without its interval or choice: what stands between “/”, “,” and “..” */
typedef struct
{
  gint8 digits[8]; /* of year, month and day; -1 for X */
  gboolean negative;
  gboolean has_x;
  gboolean has_time;
  guint8 n_components; /* 1 to 3 */
  guint8 code;         /* 21 to 41 in place of a month, or 0 */
  guint8 level;
  guint8 precision;     /* VnusDatePrecision */
  guint8 qualifiers[3]; /* VnusDateQualifier */
  const char *text;     /* (unowned) */
  gsize length;
  gint32 first;
  gint32 last;
} VnusDatePart;

/* What a scan of a text finds. */
typedef struct
{
  const char *text; /* (unowned) */
  const char *p;    /* where the scan is */

  VnusDateKind kind;
  VnusDateLevel level;
  VnusDateEnd start;
  VnusDateEnd end;
  VnusDatePart first; /* the only date, the start of an interval, the last member of a choice */
  VnusDatePart last;  /* the end of an interval */
  gint32 bounds[4];   /* in the order of VnusDate */
  gboolean is_canonical;
  guint8 precision;
  guint8 qualifiers[3];

  VnusDayRange *ranges; /* (owned) (nullable), of a choice */
  guint n_ranges;
  guint n_alloc;

  VnusDateError code; /* if it failed */
  gboolean failed;
  const char *place; /* of the error */
  const char *expected;
  const char *unsupported; /* (nullable): the first form that is not implemented */
} VnusDateScan;

/* Fails also for what is not implemented; is_valid says whether it is EDTF nevertheless. */
gboolean _vnus_date_scan (VnusDateScan *scan,
                          const char   *text,
                          gboolean     *is_valid);
void     _vnus_date_scan_clear (VnusDateScan *scan);

/* Writes the text, which must be valid, with its qualifiers in their canonical places. */
char    *_vnus_date_canonicalize (const char *text);

/* The same without the marks that the source doubts it: “?” goes, and “%”, which is
 * approximate as well, leaves “~”. NULL if it has none. */
VnusDate *_vnus_date_without_doubt (const VnusDate *self);
void     _vnus_date_part_append (const VnusDatePart *part,
                                 GString            *string);
gboolean _vnus_date_scan_part (VnusDateScan *scan,
                               const char   *text,
                               VnusDatePart *part);

VnusAllen _vnus_date_relate (const VnusDate *self,
                             const VnusDate *other,
                             int             slack);

gboolean _vnus_date_part_scan_long_year (VnusDateScan *scan,
                                         VnusDatePart *part);
gboolean _vnus_date_part_scan_significant (VnusDateScan *scan,
                                           VnusDatePart *part);
gboolean _vnus_date_part_scan_time (VnusDateScan *scan,
                                    VnusDatePart *part);
gboolean _vnus_date_scan_fail (VnusDateScan *scan,
                               VnusDateError code,
                               const char   *place,
                               const char   *expected);
void     _vnus_date_part_resolve_pattern (VnusDatePart *part);

/* A component as a number; -1 if a digit is missing, 0 if there is none. */
static inline int
date_part_number (const VnusDatePart *part,
                  guint               at,
                  guint               n)
{
  int number = 0;

  for (guint i = at; i < at + n; i++)
    {
      if (part->digits[i] < 0)
        return -1;
      number = number * 10 + part->digits[i];
    }

  return number;
}

/* The words of a date, found anew. There are words of the language. */
char *_vnus_date_say (const VnusDate *self,
                      const char     *language,
                      VnusDateStyle   style) G_GNUC_WARN_UNUSED_RESULT;
