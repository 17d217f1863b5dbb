#include <errno.h>
#include <fcntl.h>
#include <libwebsockets.h>
#include <linux/sockios.h>
#include <openssl/err.h>
#include <openssl/sha.h>
#include <openssl/ssl.h>
#include <stdbool.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <unistd.h>

/// `LWS_PRE` is a macro that Swift cannot read.
static inline int parley_lws_pre(void) { return LWS_PRE; }

/// Closes on the next turn of the loop. From anywhere on the loop's thread.
static inline void parley_kill_soon(struct lws *wsi) {
    lws_set_timeout(wsi, PENDING_TIMEOUT_USER_REASON_BASE, LWS_TO_KILL_ASYNC);
}

/// Sends a close frame and leaves the connection open. The library has a kind of its own for it, 4 between
/// `LWS_WRITE_HTTP` and `LWS_WRITE_PING`, and keeps the name to itself.
static inline int parley_write_close(struct lws *wsi, unsigned char *payload, size_t count) {
    return lws_write(wsi, payload, count, (enum lws_write_protocol)4);
}

/// Bytes given to the kernel and not yet acknowledged by the peer's machine; 0 when it does not say.
static inline int parley_unacknowledged(int fd) {
    int count = 0;
    return ioctl(fd, SIOCOUTQ, &count) == 0 && count > 0 ? count : 0;
}

/// Says over TLS that no more will come. What the peer still says can be read.
static inline void parley_tls_goodbye(struct lws *wsi) {
    SSL *ssl = lws_get_ssl(wsi);
    if (ssl && SSL_is_init_finished(ssl)) SSL_shutdown(ssl);
    ERR_clear_error();
}

/// The digest that a WebSocket's handshake is answered with, 20 bytes.
static inline void parley_sha1(const unsigned char *bytes, size_t count, unsigned char *digest) {
    SHA1(bytes, count, digest);
}

/// TLS 1.2 and later, nothing compressed, nothing negotiated anew.
static inline long parley_tls_options(void) {
    return (long)(SSL_OP_NO_SSLv3 | SSL_OP_NO_TLSv1 | SSL_OP_NO_TLSv1_1 | SSL_OP_NO_COMPRESSION |
                  SSL_OP_NO_RENEGOTIATION | SSL_OP_CIPHER_SERVER_PREFERENCE);
}

/// An alarm that ends every wait of the loop from its moment on, until it is set anew. Memory of zeros is one.
///
/// One that rang only once would be lost when it is due before the loop waits: the library rings alarms that are due
/// first, and then waits for the next one.
struct parley_alarm {
    lws_sorted_usec_list_t entry;
    struct lws_context *context;
};

static inline void parley_alarm_rings(lws_sorted_usec_list_t *entry) {
    struct parley_alarm *alarm = lws_container_of(entry, struct parley_alarm, entry);
    lws_sul_schedule(alarm->context, 0, entry, parley_alarm_rings, 1);
}

static inline void parley_alarm_set(struct parley_alarm *alarm, struct lws_context *context, lws_usec_t wait) {
    alarm->context = context;
    lws_sul_schedule(context, 0, &alarm->entry, parley_alarm_rings, wait);
}

static inline void parley_alarm_unset(struct parley_alarm *alarm) { lws_sul_cancel(&alarm->entry); }

/// Names the calling thread, for debuggers and `ps`; the kernel keeps 15 bytes.
static inline void parley_name_thread(const char *name) { prctl(PR_SET_NAME, name, 0, 0, 0); }

/// `accept4` without the macro that makes the system declare it: not blocking, closed on exec.
static inline int parley_accept(int listener, struct sockaddr *address, socklen_t *length) {
    int fd = accept(listener, address, length);
    if (fd >= 0) {
        fcntl(fd, F_SETFD, FD_CLOEXEC);
        fcntl(fd, F_SETFL, O_NONBLOCK);
    }
    return fd;
}

/// The kernel's list of sockets to wait for.
static inline int parley_poll_list(void) { return epoll_create1(EPOLL_CLOEXEC); }

static inline int parley_poll_set(int list, int operation, int socket, bool reading, bool writing) {
    struct epoll_event event = {.events = (reading ? EPOLLIN : 0u) | (writing ? EPOLLOUT : 0u), .data.fd = socket};
    return epoll_ctl(list, operation, socket, &event);
}

static inline int parley_poll_add(int list, int socket, bool reading, bool writing) {
    return parley_poll_set(list, EPOLL_CTL_ADD, socket, reading, writing);
}

static inline int parley_poll_change(int list, int socket, bool reading, bool writing) {
    return parley_poll_set(list, EPOLL_CTL_MOD, socket, reading, writing);
}

static inline int parley_poll_forget(int list, int socket) { return epoll_ctl(list, EPOLL_CTL_DEL, socket, NULL); }

/// What the kernel says of one socket. `is_over`: an error, or both sides have closed.
struct parley_ready {
    int socket;
    bool is_readable, is_writable, is_over;
};

/// Waits until something happens to a socket of the list, at most `wait` nanoseconds; for less than 0 as long as it takes.
/// Where the kernel (5.11) or whoever guards it knows nothing finer, the wait ends a part of a millisecond later.
static inline int parley_poll_wait(int list, struct epoll_event *events, int count, int64_t wait) {
    static _Atomic bool is_coarse;
    if (wait <= 0) return epoll_wait(list, events, count, wait < 0 ? -1 : 0);
    if (!is_coarse) {
        struct timespec time = {.tv_sec = wait / 1000000000, .tv_nsec = wait % 1000000000};
        int found = epoll_pwait2(list, events, count, &time, NULL);
        if (found >= 0 || (errno != ENOSYS && errno != EPERM)) return found;
        is_coarse = true;
    }
    int64_t milliseconds = (wait + 999999) / 1000000;
    return epoll_wait(list, events, count, milliseconds < 1000000 ? (int)milliseconds : 1000000);
}

/// Those of the list that something happened to, at most `count` (64) of them; waits for the first as above.
static inline int parley_poll_ready(int list, struct parley_ready *ready, int count, int64_t wait) {
    struct epoll_event events[64];
    int found = parley_poll_wait(list, events, count < 64 ? count : 64, wait);
    for (int i = 0; i < found; i++) {
        ready[i].socket = events[i].data.fd;
        ready[i].is_readable = events[i].events & EPOLLIN;
        ready[i].is_writable = events[i].events & EPOLLOUT;
        ready[i].is_over = events[i].events & (EPOLLERR | EPOLLHUP);
    }
    return found;
}

/// A descriptor that becomes readable when it is rung, from any thread.
static inline int parley_bell(void) { return eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK); }

static inline void parley_bell_ring(int bell) {
    uint64_t one = 1;
    if (write(bell, &one, sizeof one) < 0) return;  // It has been rung 2^64 times, and is readable.
}

static inline void parley_bell_silence(int bell) {
    uint64_t count;
    if (read(bell, &count, sizeof count) < 0) return;  // Nobody has rung.
}

/// Bytes that nobody can guess, at most 256.
static inline bool parley_random(void *bytes, size_t count) { return getentropy(bytes, count) == 0; }
