#include "websocket.h"

#include <stdlib.h>
#include <string.h>

enum opcode { CONTINUATION = 0, TEXT = 1, BINARY = 2, CLOSE = 8, PING = 9, PONG = 10 };

struct frame {
    uint8_t opcode;
    bool is_final;
    uint8_t *payload;
    size_t count;
};

static void mask(uint8_t *to, const uint8_t *from, size_t count, const uint8_t key[4])
{
    uint32_t four;
    memcpy(&four, key, 4);
    uint64_t eight = (uint64_t)four << 32 | four;
    size_t i = 0;
    for (; i + 8 <= count; i += 8) {
        uint64_t word;
        memcpy(&word, from + i, 8);
        word ^= eight;
        memcpy(to + i, &word, 8);
    }
    for (; i < count; i++) to[i] = from[i] ^ key[i & 3];
}

/* Takes one whole frame from the input, unmasked in place. False while there is none. */
static bool take_frame(struct buffer *input, struct frame *frame)
{
    uint8_t *bytes = buffer_first(input);
    size_t available = buffer_count(input), head = 2;
    if (available < 2) return false;
    uint64_t count = bytes[1] & 127;
    size_t wide = count == 126 ? 2 : count == 127 ? 8 : 0;
    bool is_masked = bytes[1] & 0x80;
    head += wide + (is_masked ? 4 : 0);
    if (available < head) return false;
    if (wide > 0) {
        count = 0;
        for (size_t i = 0; i < wide; i++) count = count << 8 | bytes[2 + i];
    }
    if (available < head + count) return false;
    if (is_masked) mask(bytes + head, bytes + head, count, bytes + head - 4);
    *frame = (struct frame){bytes[0] & 15, bytes[0] & 0x80, bytes + head, count};
    input->start += head + count;
    return true;
}

/* The head of a frame, and room for its payload. */
static uint8_t *put_head(struct websocket *websocket, enum opcode opcode, size_t count, uint8_t key[4])
{
    uint8_t *head = buffer_room(&websocket->socket.output, count + 14), *p = head;
    uint8_t masked = websocket->is_client ? 0x80 : 0;
    size_t wide = count < 126 ? 0 : count < 65536 ? 2 : 8;
    *p++ = (uint8_t)(0x80 | opcode);
    *p++ = (uint8_t)(masked | (wide == 0 ? count : wide == 2 ? 126 : 127));
    for (size_t i = wide; i-- > 0;) *p++ = (uint8_t)((uint64_t)count >> 8 * i);
    if (masked) {
        static uint32_t state = 0x9e3779b9;
        state = state * 1664525u + 1013904223u;
        memcpy(key, &state, 4);
        memcpy(p, key, 4);
        p += 4;
    }
    websocket->socket.output.end += (size_t)(p - head) + count;
    return p;
}

static void put(struct websocket *websocket, enum opcode opcode, const void *bytes, size_t count)
{
    uint8_t key[4];
    if (websocket->socket.fd < 0) return;
    uint8_t *payload = put_head(websocket, opcode, count, key);
    if (websocket->is_client) mask(payload, bytes, count, key);
    else if (count > 0) memcpy(payload, bytes, count);
}

void websocket_put_text(struct websocket *websocket, const char *text, size_t count) { put(websocket, TEXT, text, count); }
void websocket_put_binary(struct websocket *websocket, const void *bytes, size_t count)
{
    put(websocket, BINARY, bytes, count);
}
uint8_t *websocket_put_room(struct websocket *websocket, size_t count) { return put_head(websocket, TEXT, count, NULL); }
void websocket_flush(struct websocket *websocket) { socket_flush(&websocket->socket); }

void websocket_close(struct websocket *websocket)
{
    static const uint8_t normal[2] = {1000 >> 8, 1000 & 255};
    if (websocket->is_open) {
        put(websocket, CLOSE, normal, sizeof normal);
        websocket_flush(websocket);
    }
    socket_close(&websocket->socket);
}

static void deliver(struct websocket *websocket, uint8_t opcode, const uint8_t *bytes, size_t count)
{
    if (opcode == TEXT) websocket->events->text(websocket, (const char *)bytes, count);
    else if (opcode == BINARY && websocket->events->binary) websocket->events->binary(websocket, bytes, count);
}

static void take_data(struct websocket *websocket, const struct frame *frame)
{
    if (frame->is_final && frame->opcode != CONTINUATION)
        return deliver(websocket, frame->opcode, frame->payload, frame->count);
    if (frame->opcode != CONTINUATION) websocket->fragments_opcode = frame->opcode;
    buffer_append(&websocket->fragments, frame->payload, frame->count);
    if (!frame->is_final) return;
    struct buffer whole = websocket->fragments;
    websocket->fragments = (struct buffer){0};
    deliver(websocket, websocket->fragments_opcode, buffer_first(&whole), buffer_count(&whole));
    buffer_free(&whole);
}

static void received(struct socket *socket)
{
    struct websocket *websocket = OWNER(socket, struct websocket, socket);
    struct frame frame;
    if (!websocket->is_open) {
        if (!websocket_shake_hands(websocket)) return;
        websocket->is_open = true;
        websocket->events->opened(websocket);
    }
    while (socket->fd >= 0 && take_frame(&socket->input, &frame)) {
        if (frame.opcode == CLOSE) {
            put(websocket, CLOSE, frame.payload, frame.count < 2 ? 0 : 2);
            websocket_flush(websocket);
            return socket_close(socket);
        }
        if (frame.opcode == PING) {
            put(websocket, PONG, frame.payload, frame.count);
            websocket_flush(websocket);
        } else if (frame.opcode != PONG) {
            take_data(websocket, &frame);
        }
    }
}

static void closed(struct socket *socket)
{
    struct websocket *websocket = OWNER(socket, struct websocket, socket);
    websocket->is_open = false;
    websocket->events->closed(websocket);
    buffer_free(&websocket->fragments);
    free(websocket->request);
    websocket->request = NULL;
    loop_free_later(websocket);
}

static const struct socket_events socket_events = {received, closed};

struct websocket *websocket_connect(
    int port, const char *target, const char *headers, const struct websocket_events *events, void *owner)
{
    struct websocket *websocket = new_zeroed(sizeof *websocket);
    if (!socket_connect(&websocket->socket, port, &socket_events)) {
        free(websocket);
        return NULL;
    }
    websocket->is_client = true;
    websocket->events = events;
    websocket->owner = owner;
    websocket_send_request(websocket, port, target, headers);
    return websocket;
}

struct websocket *websocket_accept(int fd, const struct websocket_events *events)
{
    struct websocket *websocket = new_zeroed(sizeof *websocket);
    websocket->events = events;
    socket_adopt(&websocket->socket, fd, &socket_events);
    return websocket;
}
