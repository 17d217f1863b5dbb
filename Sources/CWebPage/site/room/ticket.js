// A caller's token: it comes in the link's fragment, which browsers keep to themselves, and goes to the service alone.

/**
 * The token for this room, or `null`. It is taken out of the address bar, where somebody might copy it from, and kept
 * for this tab only, so that a reload still works.
 */
export function token(room) {
  const key = `parley.token.${room}`;
  const fresh = new URLSearchParams(location.hash.slice(1)).get("token");
  if (fresh) {
    sessionStorage.setItem(key, fresh);
    history.replaceState(null, "", location.pathname + location.search);
  }
  return fresh || sessionStorage.getItem(key);
}

export function forgetToken(room) { sessionStorage.removeItem(`parley.token.${room}`); }

/** What a link says, pasted whole or as the token alone; `null` when it is neither. */
export function readLink(text) {
  const found = text.trim().match(/(?:^|token=)([\w-]+\.[\w-]+\.[\w-]+)$/);
  return found ? found[1] : null;
}

/** Who a token is for and how long; it is the service that checks it. `null` when it cannot be read. */
export function claims(token) {
  try {
    const base64 = token.split(".")[1].replaceAll("-", "+").replaceAll("_", "/");
    const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
    const { room, sub, name, exp } = JSON.parse(new TextDecoder().decode(bytes));
    return { room, identity: sub, name: name || sub, isOver: exp * 1000 <= Date.now() };
  } catch {
    return null;
  }
}
