#include "http.h"

#include "clock.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void answer(struct http_request *request, int status, const char *body, size_t count)
{
    if (request->is_answered) return;
    request->is_answered = true;
    request->answered(request, status, body, count);
}

static void received(struct socket *socket)
{
    struct http_request *request = OWNER(socket, struct http_request, socket);
    struct buffer *input = &socket->input;
    const char *first = (const char *)buffer_first(input);
    const char *end = memmem(first, buffer_count(input), "\r\n\r\n", 4);
    if (!end) return;
    const char *length = memmem(first, (size_t)(end - first), "ontent-", 7);
    while (length && strncasecmp(length, "ontent-length:", 14) != 0)
        length = memmem(length + 1, (size_t)(end - length - 1), "ontent-", 7);
    if (!length) return;
    size_t count = strtoul(length + 14, NULL, 10), head = (size_t)(end + 4 - first);
    if (buffer_count(input) < head + count) return;
    answer(request, atoi(first + 9), end + 4, count);
    socket_close(socket);
}

/* A body without a length ends with the connection. */
static void closed(struct socket *socket)
{
    struct http_request *request = OWNER(socket, struct http_request, socket);
    struct buffer *input = &socket->input;
    const char *first = (const char *)buffer_first(input);
    const char *end = input->bytes ? memmem(first, buffer_count(input), "\r\n\r\n", 4) : NULL;
    if (end) answer(request, atoi(first + 9), end + 4, buffer_count(input) - (size_t)(end + 4 - first));
    else answer(request, 0, "", 0);
}

static const struct socket_events events = {received, closed};

bool http_send(
    struct http_request *request, int port, const char *method, const char *target, const char *headers, const char *body)
{
    char head[1024];
    request->began_at = now_ns();
    request->is_answered = false;
    if (!socket_connect(&request->socket, port, &events)) return false;
    int count = snprintf(
        head, sizeof head, "%s %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nConnection: close\r\n%sContent-Length: %zu\r\n\r\n", method,
        target, port, headers, strlen(body));
    buffer_append(&request->socket.output, head, (size_t)count);
    buffer_append(&request->socket.output, body, strlen(body));
    socket_flush(&request->socket);
    return true;
}
