#include "socket.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

struct listener {
    struct watch watch;
    int fd;
    void (*accepted)(int fd);
};

static struct sockaddr_in loopback(int port)
{
    return (struct sockaddr_in){
        .sin_family = AF_INET, .sin_port = htons((uint16_t)port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
}

static void accept_all(struct watch *watch, uint32_t events)
{
    struct listener *listener = OWNER(watch, struct listener, watch);
    int fd;
    (void)events;
    while ((fd = accept4(listener->fd, NULL, NULL, SOCK_NONBLOCK | SOCK_CLOEXEC)) >= 0) listener->accepted(fd);
}

static int bound(int port)
{
    int fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0), on = 1;
    struct sockaddr_in address = loopback(port);
    setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    if (bind(fd, (struct sockaddr *)&address, sizeof address) == 0) return fd;
    perror("bind");
    exit(1);
}

static int port_of(int fd)
{
    struct sockaddr_in address;
    socklen_t length = sizeof address;
    getsockname(fd, (struct sockaddr *)&address, &length);
    return ntohs(address.sin_port);
}

int socket_listen(int port, void (*accepted)(int fd))
{
    struct listener *listener = new_zeroed(sizeof *listener);
    listener->watch.ready = accept_all;
    listener->accepted = accepted;
    listener->fd = bound(port);
    if (listen(listener->fd, 4096) < 0) {
        perror("listen");
        exit(1);
    }
    loop_watch(listener->fd, &listener->watch, EPOLLIN);
    return port_of(listener->fd);
}

int free_port(void)
{
    int fd = bound(0), port = port_of(fd);
    close(fd);
    return port;
}

static void read_all(struct socket *socket)
{
    for (;;) {
        uint8_t *room = buffer_room(&socket->input, 8192);
        size_t space = socket->input.capacity - socket->input.end;
        ssize_t count = read(socket->fd, room, space);
        if (count < 0 && errno == EAGAIN) return;
        if (count <= 0) return socket_close(socket);
        socket->input.end += (size_t)count;
        socket->events->received(socket);
        if (socket->fd < 0 || (size_t)count < space) return;
    }
}

static void ready(struct watch *watch, uint32_t events)
{
    struct socket *socket = OWNER(watch, struct socket, watch);
    if (socket->fd >= 0 && events & EPOLLOUT) socket_flush(socket);
    if (socket->fd >= 0 && events & (EPOLLIN | EPOLLHUP | EPOLLERR)) read_all(socket);
}

void socket_adopt(struct socket *socket, int fd, const struct socket_events *events)
{
    int on = 1;
    setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    *socket = (struct socket){.watch.ready = ready, .fd = fd, .events = events};
    loop_watch(fd, &socket->watch, EPOLLIN);
}

bool socket_connect(struct socket *target, int port, const struct socket_events *events)
{
    int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    struct sockaddr_in address = loopback(port);
    if (connect(fd, (struct sockaddr *)&address, sizeof address) < 0) {
        close(fd);
        return false;
    }
    fcntl(fd, F_SETFL, fcntl(fd, F_GETFL) | O_NONBLOCK);
    socket_adopt(target, fd, events);
    return true;
}

static void wait_to_write(struct socket *socket, bool waits)
{
    if (socket->waits_to_write == waits) return;
    socket->waits_to_write = waits;
    loop_rewatch(socket->fd, &socket->watch, EPOLLIN | (waits ? EPOLLOUT : 0u));
}

void socket_flush(struct socket *socket)
{
    while (socket->fd >= 0 && buffer_count(&socket->output) > 0) {
        ssize_t count = write(socket->fd, buffer_first(&socket->output), buffer_count(&socket->output));
        if (count < 0 && errno == EAGAIN) return wait_to_write(socket, true);
        if (count < 0) return socket_close(socket);
        buffer_take(&socket->output, (size_t)count);
    }
    if (socket->fd >= 0) wait_to_write(socket, false);
}

void socket_close(struct socket *socket)
{
    if (socket->fd < 0) return;
    loop_unwatch(socket->fd);
    close(socket->fd);
    socket->fd = -1;
    socket->events->closed(socket);
    buffer_free(&socket->input);
    buffer_free(&socket->output);
}
