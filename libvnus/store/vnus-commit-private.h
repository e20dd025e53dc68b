/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 5: making commits. */
#pragma once

#include <vnus/vnus-commit.h>

#include "store/sql-engine-private.h"

G_BEGIN_DECLS

/* Of a row of commits: revision, at, author, reason, source, n_changes. */
VnusCommit *_vnus_commit_new (const VnusSqlValue *columns) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
