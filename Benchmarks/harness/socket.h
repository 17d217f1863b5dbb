/* A TCP connection of the loop, with what was read and what is still to be written. Loopback only. */
#ifndef SOCKET_H
#define SOCKET_H

#include "buffer.h"
#include "loop.h"

struct socket;

struct socket_events {
    /* There is more in `input`. */
    void (*received)(struct socket *socket);
    /* By the peer, by an error or by `socket_close`; nothing follows. */
    void (*closed)(struct socket *socket);
};

struct socket {
    struct watch watch;
    int fd;
    bool waits_to_write;
    struct buffer input, output;
    const struct socket_events *events;
};

/* Calls `accepted` with the descriptor of each connection; the port that was taken is returned, of 0 any. */
int socket_listen(int port, void (*accepted)(int fd));
/* False when nobody listens. */
bool socket_connect(struct socket *socket, int port, const struct socket_events *events);
void socket_adopt(struct socket *socket, int fd, const struct socket_events *events);
/* Writes what stands in `output`, as far as the peer takes it now. */
void socket_flush(struct socket *socket);
void socket_close(struct socket *socket);

/* A port that nobody listens on at the moment. */
int free_port(void);

#endif
