"""Teaches the words of a sentence to point where the expertise points in whose field it lies.

A sentence is the sum of its words' vectors, an agent the mean of its terms and the nearest of them, as Sources/Addressing/Meaning has it. The right
agent shall be nearer than its colleagues and than agents of other rooms, and nearer than a threshold that the sentences of nobody stay under (softmax;
InfoNCE, van den Oord et al., 2018). What is learnt is one map of the whole space, a shift of each word that was said, and words' weights; all three are held
near what they were, and words are dropped at random, since 84,000 sentences are few.
"""
import jax
import jax.numpy as jnp
import numpy as np

TERM, SENTENCE, TERMS, AGENTS = 8, 28, 8, 6
BATCH, EPOCHS, RATE, OTHERS = 256, 3, 1e-3, 150
SHARPNESS, THRESHOLD, DROPPED, SHIFT_COST, MAP_COST, WEIGHT_COST = 10.0, 0.2, 0.2, 3e-2, 1e-3, 1e-3


def pack(rooms, ids):
    """Sentences, agents' indices, rooms' indices, languages; terms by room and agent. -1 where there is nothing."""
    terms = np.full((len(rooms), AGENTS, TERMS, TERM), -1, np.int32)
    sentences, owners, places, languages = [], [], [], []
    for number, room in enumerate(rooms):
        for agent, expertise in enumerate(room["agents"]):
            for index, term in enumerate(expertise[:TERMS]):
                terms[number, agent, index] = ids(term, TERM)
        for language, text, owner in room["says"]:
            sentences.append(ids(text, SENTENCE)), owners.append(owner), places.append(number), languages.append(language)
    return np.array(sentences, np.int32), np.array(owners), np.array(places), np.array(languages), terms


def unit(x):
    return x * jax.lax.rsqrt((x * x).sum(-1, keepdims=True) + 1e-6)


def total(table, ids):
    vectors, weights = table
    return (vectors[ids] * (weights[ids] * (ids >= 0))[..., None]).sum(-2)


def expertise(table, terms):
    exists = (terms >= 0).any(-1)
    directions = unit(total(table, terms)) * exists[..., None]
    return directions, exists, unit(directions.sum(-2))


@jax.jit
def likeness(table, sentences, terms):
    said = unit(total(table, sentences))
    directions, exists, whole = expertise(table, terms)
    nearest = jnp.where(exists, jnp.einsum("nd,nakd->nak", said, directions), -2).max(-1)
    return jnp.where(exists.any(-1), (nearest + jnp.einsum("nd,nad->na", said, whole)) / 2, -3)


def judge(table, packed):
    """The share of sentences that go to their agent, by language; and of all, if whoever is too far away does not get them."""
    sentences, owners, places, languages, terms = packed
    scores = np.array(likeness(table, sentences, terms[places]))
    best, has = scores.argmax(1), owners >= 0
    shares = {str(l): round(float((best == owners)[has & (languages == l)].mean()), 3) for l in sorted(set(languages))}
    reached = [(round(float((np.where(scores.max(1) > t, best, -1) == owners).mean()), 3), t) for t in np.arange(0, 0.5, 0.02)]
    return shares, max(reached)


def teach(vectors, weights, packed, report):
    """The vectors and weights after learning from `packed`."""
    sentences, owners, places, _, terms = packed
    start, flat = jnp.array(vectors), jnp.array(terms.reshape(-1, TERMS, TERM))
    rooms, real = jnp.array(terms), np.nonzero((terms >= 0).any((-1, -2)).reshape(-1))[0]
    logs, same = jnp.log(jnp.array(weights)), jnp.eye(vectors.shape[1])
    state = {"shift": jnp.zeros_like(start), "map": same, "log": logs}
    table = lambda s: ((start + s["shift"]) @ s["map"], jnp.exp(s["log"]))

    def loss(state, said, owner, place, others, key):
        now = table(state)
        said = jnp.where(jax.random.bernoulli(key, 1 - DROPPED, said.shape), said, -1)
        near, has = likeness(now, said, rooms[place]), owner >= 0
        choices = jnp.concatenate([near, jnp.full((len(owner), 1), THRESHOLD)], 1) * SHARPNESS
        wanted = jnp.where(has, owner, choices.shape[1] - 1)
        among = -jax.nn.log_softmax(choices)[jnp.arange(len(owner)), wanted].mean()
        directions, exists, whole = expertise(now, flat[others])
        point = unit(total(now, said))
        far = (jnp.where(exists[None], jnp.einsum("nd,mkd->nmk", point, directions), -2).max(-1) + point @ whole.T) / 2
        own = near[jnp.arange(len(owner)), jnp.maximum(owner, 0)]
        against = jnp.where(has, -jax.nn.log_softmax(jnp.concatenate([own[:, None], far], 1) * SHARPNESS)[:, 0], 0).mean()
        moved = (state["shift"][said] ** 2).sum(-1) * SHIFT_COST + (state["log"][said] - logs[said]) ** 2 * WEIGHT_COST
        return among + against / 2 + (moved * (said >= 0)).sum() / len(owner) + MAP_COST * ((state["map"] - same) ** 2).sum()

    @jax.jit
    def step(state, mean, square, number, *batch):
        slope = jax.grad(loss)(state, *batch)
        mean = jax.tree.map(lambda a, b: 0.9 * a + 0.1 * b, mean, slope)
        square = jax.tree.map(lambda a, b: 0.999 * a + 0.001 * b * b, square, slope)
        adam = lambda x, a, b: x - RATE * (a / (1 - 0.9 ** number)) / (jnp.sqrt(b / (1 - 0.999 ** number)) + 1e-8)
        return jax.tree.map(adam, state, mean, square), mean, square

    zero = jax.tree.map(jnp.zeros_like, state)
    mean, square, dice, number = zero, zero, np.random.RandomState(0), 0
    for epoch in range(EPOCHS):
        order = dice.permutation(len(sentences))
        for first in range(0, len(order) - BATCH + 1, BATCH):
            part, number = order[first:first + BATCH], number + 1
            state, mean, square = step(state, mean, square, number, sentences[part], owners[part], places[part],
                                       dice.choice(real, OTHERS, replace=False), jax.random.PRNGKey(number))
        report(f"after {epoch + 1} of {EPOCHS} rounds", table(state))
    return tuple(np.array(part) for part in table(state))
