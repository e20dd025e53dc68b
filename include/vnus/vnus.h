/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The one header that programs include. */
#pragma once

#define VNUS_INSIDE

#include <vnus/vnus-version.h>
#include <vnus/vnus-version-macros.h>

#include <vnus/vnus-allen.h>
#include <vnus/vnus-date.h>
#include <vnus/vnus-fold.h>
#include <vnus/vnus-reasons.h>
#include <vnus/vnus-truth.h>

#undef VNUS_INSIDE
