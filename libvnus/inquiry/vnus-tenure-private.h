/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5c: who held an office when. A tenure that is an interval tells of all
 * its days; one that is a day tells of that day alone. An accreditation is a
 * tenure as well. */
#pragma once

#include <vnus/vnus-accreditation.h>

#include "inquiry/vnus-ask-private.h"

G_BEGIN_DECLS

typedef struct
{
  VnusRecord *record; /* tenure or accreditation; borrowed */
  const char *person;
  const char *office;
  VnusTime   *time;
  int         number; /* the how manieth term; 0 if not told */
} VnusTerm;

/* Whether an envoy was named, but never in post: that is no term. */
gboolean   _vnus_never_served    (VnusAccreditation *accreditation);

/* (element-type VnusTerm) with a date, by the start; of all persons or all
 * offices if one of them is NULL. */
GPtrArray *_vnus_list_terms      (VnusChronicle    *view,
                                  const char       *person,
                                  const char       *office) G_GNUC_WARN_UNUSED_RESULT;

gboolean   _vnus_term_may_cover  (const VnusTerm   *self,
                                  VnusDate         *date);
gboolean   _vnus_term_is_interval (const VnusTerm  *self);
/* Whether it may cover a day from @from to @to. */
gboolean   _vnus_term_may_touch  (const VnusTerm   *self,
                                  int               from,
                                  int               to);
/* The days that it certainly covers; FALSE if there are none. */
gboolean   _vnus_term_get_sure_days (const VnusTerm *self,
                                     int            *from,
                                     int            *to);

/* Whether @person (NULL: anybody) held the office on all days from @from to @to by the terms
 * together; POSSIBLY if on some. */
VnusTruth  _vnus_terms_hold      (GPtrArray        *terms,
                                  const char       *person,
                                  int               from,
                                  int               to,
                                  VnusReasons      *reasons);

G_END_DECLS
