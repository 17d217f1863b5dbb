/* One HTTP request of a connection of its own. */
#ifndef HTTP_H
#define HTTP_H

#include "socket.h"

struct http_request {
    struct socket socket;
    uint64_t began_at;
    /* Gets the status, 0 when there was no whole answer, and the body as long as it is called. Called once. */
    void (*answered)(struct http_request *request, int status, const char *body, size_t count);
    bool is_answered;
};

/* `headers` end with a line end each; `body` may be empty. False when nobody listens. */
bool http_send(
    struct http_request *request, int port, const char *method, const char *target, const char *headers, const char *body);

#endif
