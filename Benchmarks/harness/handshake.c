/* The HTTP part of a WebSocket: RFC 6455 §4. */
#include "base64.h"
#include "websocket.h"

#include <openssl/sha.h>
#include <stdio.h>
#include <string.h>

static const char magic[] = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

void websocket_send_request(struct websocket *websocket, int port, const char *target, const char *headers)
{
    char request[2048];
    int count = snprintf(
        request, sizeof request,
        "GET %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n%s\r\n",
        target, port, headers ? headers : "");
    buffer_append(&websocket->socket.output, request, (size_t)count);
    websocket_flush(websocket);
}

/* The head that stands at the beginning of the input, up to and with its empty line; 0 while it is not complete. */
static size_t head_length(const struct buffer *input)
{
    const uint8_t *end = memmem(buffer_first(input), buffer_count(input), "\r\n\r\n", 4);
    return end ? (size_t)(end + 4 - buffer_first(input)) : 0;
}

static bool read_key(const char *request, char *key, size_t size)
{
    static const char name[] = "\r\nSec-WebSocket-Key:";
    const char *value = strcasestr(request, name);
    if (!value) return false;
    value += sizeof name - 1;
    value += strspn(value, " ");
    size_t length = strcspn(value, " \r");
    if (length + sizeof magic > size) return false;
    memcpy(key, value, length);
    memcpy(key + length, magic, sizeof magic);
    return true;
}

static bool answer_request(struct websocket *websocket)
{
    char key[128], accept[64], answer[512];
    uint8_t digest[SHA_DIGEST_LENGTH];
    if (!read_key(websocket->request, key, sizeof key)) {
        socket_close(&websocket->socket);
        return false;
    }
    SHA1((const unsigned char *)key, strlen(key), digest);
    accept[base64_encode(digest, sizeof digest, accept)] = 0;
    const char *subprotocol = strcasestr(websocket->request, "Sec-WebSocket-Protocol: realtime")
        ? "Sec-WebSocket-Protocol: realtime\r\n" : "";
    int count = snprintf(
        answer, sizeof answer,
        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        "Sec-WebSocket-Accept: %s\r\n%s\r\n", accept, subprotocol);
    buffer_append(&websocket->socket.output, answer, (size_t)count);
    websocket_flush(websocket);
    return websocket->socket.fd >= 0;
}

static bool read_answer(struct websocket *websocket, const char *answer)
{
    if (strncmp(answer, "HTTP/1.1 101", 12) == 0) return true;
    fprintf(stderr, "upgrade refused: %.*s\n", (int)strcspn(answer, "\r"), answer);
    socket_close(&websocket->socket);
    return false;
}

bool websocket_shake_hands(struct websocket *websocket)
{
    size_t count = head_length(&websocket->socket.input);
    if (count == 0) return false;
    websocket->request = copy_text((const char *)buffer_first(&websocket->socket.input), count);
    buffer_take(&websocket->socket.input, count);
    return websocket->is_client ? read_answer(websocket, websocket->request) : answer_request(websocket);
}
