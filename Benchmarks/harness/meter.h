/* What is measured, and how it is told. Latencies are between two moments of the one clock of this process. */
#ifndef METER_H
#define METER_H

#include "caller.h"
#include "session.h"

/* From now on it counts. */
void meter_begin(void);
void meter_end(void);
/* Appends every member to standard output. */
void meter_print(double seconds);

/* The mock. */
void meter_session_opened(struct session *session);
void meter_session_closed(struct session *session);
void meter_heard(struct session *session, const struct block *block, bool is_voice);
void meter_appended(struct session *session, uint64_t byte_count);
void meter_speech_started(struct session *session);
void meter_speech_stopped(struct session *session);
void meter_understood(struct session *session);
void meter_response_began(struct session *session);
void meter_spoke(struct session *session, int blocks);
void meter_cancelled(struct session *session);
void meter_truncated(struct session *session);

/* The callers. */
void meter_joined(uint64_t nanoseconds, bool is_joined);
void meter_sent(void);
void meter_played(struct caller *caller, const struct block *block);
void meter_told(struct caller *caller, struct slice event);
void meter_line_lost(void);

#endif
