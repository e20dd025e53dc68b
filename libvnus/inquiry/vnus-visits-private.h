/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5c: visits as the rules on firsts and ranks see them: who came, in which
 * office, when, and whether it took place. */
#pragma once

#include "inquiry/vnus-tenure-private.h"

G_BEGIN_DECLS

typedef struct
{
  VnusVisit  *visit;    /* borrowed */
  const char *person;   /* borrowed */
  VnusTime   *time;
  VnusBounds  bounds;   /* of all dates that sources give */
  gboolean    differ;   /* they give several */
  VnusTruth   counts;   /* whether it took place, and as what is asked for */
  VnusReasons reasons;  /* why that is only possible */
} VnusComing;

/* (element-type VnusComing) by their start. Private visits and transit are left
 * out. Visits of @person to @host in whatever capacity, as guest, head or
 * member; a resident ambassador is no visitor. */
GPtrArray *_vnus_list_visits_of_person (VnusAsk    *ask,
                                        const char *person,
                                        const char *host) G_GNUC_WARN_UNUSED_RESULT;
/* Visits to @host whose guest held @office, as recorded or by the tenures. */
GPtrArray *_vnus_list_visits_of_office (VnusAsk    *ask,
                                        const char *office,
                                        const char *host) G_GNUC_WARN_UNUSED_RESULT;

/* The office in which the guest came, as recorded or by a sure tenure; NULL if
 * nothing tells. */
const char *_vnus_visit_get_office     (VnusAsk         *ask,
                                        VnusVisit       *visit,
                                        VnusParticipant *guest);

/* Whether @coming began before @other, and not before the day from … to. */
VnusTruth   _vnus_coming_is_before     (const VnusComing *coming,
                                        const VnusComing *other);
VnusTruth   _vnus_coming_is_since      (const VnusComing *coming,
                                        int               earliest,
                                        int               latest);
/* Adds why a truth that rests on dates is only possible. */
VnusReasons _vnus_coming_doubt         (const VnusComing *coming,
                                        VnusTruth         truth);

/* “kind:visit host:… capacity:…”, with the guest if @person is given. */
char       *_vnus_visits_scope         (const char *host,
                                        const char *office,
                                        const char *person) G_GNUC_WARN_UNUSED_RESULT;
VnusPhrase *_vnus_coming_step          (const VnusComing *coming) G_GNUC_WARN_UNUSED_RESULT;
VnusComing *_vnus_coming_new           (VnusAsk          *ask,
                                        VnusVisit        *visit,
                                        const char       *person) G_GNUC_WARN_UNUSED_RESULT;
void        _vnus_coming_free          (VnusComing       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VnusComing, _vnus_coming_free)

G_END_DECLS
