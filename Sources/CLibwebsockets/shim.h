#include <libwebsockets.h>

/// `LWS_PRE` is a macro that Swift cannot read.
static inline int parley_lws_pre(void) { return LWS_PRE; }
