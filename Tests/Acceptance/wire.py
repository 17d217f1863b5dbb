"""What tests make the fake Realtime server do beside its scripts: sessions that last seconds, events that come otherwise."""
import contextlib, time
import fake_realtime


@contextlib.contextmanager
def lasting(seconds, of=lambda session: True):
    """New sessions say that they end so soon (`expires_at` counts whole seconds), and do."""
    plain = fake_realtime.Session.run
    async def run(self):
        if of(self):
            end = int(time.time() + seconds); self.config["expires_at"] = end; self.spawn(self.expire(end - time.time()))
        return await plain(self)
    fake_realtime.Session.run = run
    try: yield
    finally: fake_realtime.Session.run = plain


@contextlib.contextmanager
def said(change):
    """`change(session, type, fields)` gives the events, [(type, fields)], that are sent in place of one; None: that one."""
    plain = fake_realtime.Session.send
    async def send(self, type_, _check=True, **f):
        for t, g in [(type_, f)] if (c := change(self, type_, f)) is None else c: await plain(self, t, False, **g)
    fake_realtime.Session.send = send
    try: yield
    finally: fake_realtime.Session.send = plain


@contextlib.contextmanager
def answered(event, reply):
    """`await reply(session, event, plain)` takes the place of what the server does about this client event."""
    name = "on_" + event.replace(".", "_"); plain = getattr(fake_realtime.Session, name)
    async def on(self, ev): return await reply(self, ev, lambda e=ev: plain(self, e))
    setattr(fake_realtime.Session, name, on)
    try: yield
    finally: setattr(fake_realtime.Session, name, plain)


def agents(session): return not session.ear
def ears(session): return session.ear
