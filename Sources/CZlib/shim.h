#pragma once

#include <zlib.h>

/// inflateInit2 is a macro that Swift does not import. Negative window bits: the bare stream that archives hold.
static inline int begin_inflating(z_stream *stream) { return inflateInit2(stream, -MAX_WBITS); }
