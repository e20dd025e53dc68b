/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 4: making issues. An issue is not changed once others see it. */
#pragma once

#include <vnus/vnus-issue.h>

#include "chronicle/vnus-phrase-private.h"

G_BEGIN_DECLS

/* @tag is a constant. @chronicle words the labels of records; NULL if the issue
 * speaks of none. */
VnusIssue *_vnus_issue_new              (const char    *tag,
                                         VnusSeverity   severity,
                                         VnusChronicle *chronicle) G_GNUC_WARN_UNUSED_RESULT;
void       _vnus_issue_set_truth        (VnusIssue     *self,
                                         VnusTruth      truth);
void       _vnus_issue_set_severity     (VnusIssue     *self,
                                         VnusSeverity   severity);
void       _vnus_issue_set_record       (VnusIssue     *self,
                                         const char    *id,
                                         const char    *path);
/* As in `visits.csv:12:3`. */
void       _vnus_issue_set_place        (VnusIssue     *self,
                                         const char    *place);

/* The phrase that is to say it, to be filled in; borrowed. @key is a constant. */
VnusPhrase *_vnus_issue_explain         (VnusIssue     *self,
                                         const char    *key);
VnusPhrase *_vnus_issue_suggest         (VnusIssue     *self,
                                         const char    *key);

G_END_DECLS
