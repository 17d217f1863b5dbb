#include <fcntl.h>
#include <libwebsockets.h>
#include <linux/sockios.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/socket.h>

/// `LWS_PRE` is a macro that Swift cannot read.
static inline int parley_lws_pre(void) { return LWS_PRE; }

/// Closes at once, `LWS_CALLBACK_*_CLOSE` included. Never from within a callback of the same `wsi`.
static inline void parley_kill_now(struct lws *wsi) {
    lws_set_timeout(wsi, PENDING_TIMEOUT_USER_REASON_BASE, LWS_TO_KILL_SYNC);
}

/// Closes on the next turn of the loop. From anywhere on the loop's thread.
static inline void parley_kill_soon(struct lws *wsi) {
    lws_set_timeout(wsi, PENDING_TIMEOUT_USER_REASON_BASE, LWS_TO_KILL_ASYNC);
}

/// Bytes given to the kernel and not yet acknowledged by the peer's machine; 0 when it does not say.
static inline int parley_unacknowledged(int fd) {
    int count = 0;
    return ioctl(fd, SIOCOUTQ, &count) == 0 && count > 0 ? count : 0;
}

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
