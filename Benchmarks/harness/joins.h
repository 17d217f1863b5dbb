/* Agents are brought into rooms by POST /voice/join. */
#ifndef JOINS_H
#define JOINS_H

#include <stdbool.h>

/* Every agent into every room of the load, and one into each bystanders' room; some at a time. */
void joins_begin(void);
/* One agent each into rooms of their own, all at once; these are measured. */
void joins_storm(int count);
/* All that were asked for are answered. */
bool joins_are_done(void);

#endif
