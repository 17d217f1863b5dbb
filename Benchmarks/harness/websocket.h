/* WebSocket, RFC 6455, both roles: as much of it as a benchmark on loopback needs. */
#ifndef WEBSOCKET_H
#define WEBSOCKET_H

#include "socket.h"

#include <stdarg.h>

struct websocket;

struct websocket_events {
    void (*opened)(struct websocket *websocket);
    void (*text)(struct websocket *websocket, const char *text, size_t count);
    /* NULL: passed over. */
    void (*binary)(struct websocket *websocket, const uint8_t *bytes, size_t count);
    void (*closed)(struct websocket *websocket);
};

struct websocket {
    struct socket socket;
    bool is_client, is_open;
    const struct websocket_events *events;
    struct buffer fragments;
    uint8_t fragments_opcode;
    /* A server's: the request's head. */
    char *request;
    void *owner;
};

/* `headers`, each with its line end, may be NULL. NULL is returned when nobody listens. */
struct websocket *websocket_connect(
    int port, const char *target, const char *headers, const struct websocket_events *events, void *owner);
struct websocket *websocket_accept(int fd, const struct websocket_events *events);

/* Puts a frame into the output; `websocket_flush` sends what stands there. */
void websocket_put_text(struct websocket *websocket, const char *text, size_t count);
void websocket_put_binary(struct websocket *websocket, const void *bytes, size_t count);
/* A frame of which the caller writes the payload, `count` bytes; a server's only, for those are not masked. */
uint8_t *websocket_put_room(struct websocket *websocket, size_t count);
void websocket_flush(struct websocket *websocket);
void websocket_close(struct websocket *websocket);

/* handshake.c: reads one from `input`. False while it is not complete, or when it has failed and the socket is closed. */
bool websocket_shake_hands(struct websocket *websocket);
void websocket_send_request(struct websocket *websocket, int port, const char *target, const char *headers);

#endif
