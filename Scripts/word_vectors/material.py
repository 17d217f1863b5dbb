"""What the table of word vectors is made from: the sentences and glosses of this folder, and a vocabulary.

- rooms/*.jsonl: a room a line: `agents`, a list of expertise terms for each; `says`, [language, sentence, index of the agent in whose field
  it lies, -1 for nobody's]. Written for this table by authors who saw neither the rules nor the sets that judge them; no two share a room.
- glosses/{es,fr,de}.tsv: an inflected form and one to three English words that say what it means.
"""
import glob, json, os, random, re, unicodedata
from wordfreq import top_n_list, word_frequency, zipf_frequency

HERE = os.path.dirname(os.path.abspath(__file__))
#: Its sentences are never learnt from: by them one tells when to stop, and whether a change helps.
HELD_OUT = "held-out"
WORDS, LETTERS = 20_000, 15
FOREIGN = ("es", "fr", "de")


def fold(text):
    """As Sources/Grammar/Words/Folding.swift does."""
    text = text.lower().replace("ß", "ss").replace("œ", "oe").replace("’", "'")
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def tokens(text):
    return re.findall(r"[a-z]{2,}", fold(text).replace("n't", "nt").replace("'", " "))


def rooms():
    """Rooms to learn from, and rooms to judge by."""
    taught, judged = [], []
    for path in sorted(glob.glob(os.path.join(HERE, "rooms", "*.jsonl"))):
        with open(path, encoding="utf-8") as lines:
            (judged if HELD_OUT in path else taught).extend(json.loads(line) for line in lines)
    random.Random(1).shuffle(taught)
    return taught, judged


def glosses():
    """By folded form: language, form, English words."""
    found = {}
    for language in FOREIGN:
        with open(os.path.join(HERE, "glosses", language + ".tsv"), encoding="utf-8") as lines:
            for line in lines:
                form, english = line.rstrip("\n").split("\t")
                found.setdefault(fold(form), (language, form, english.split()))
    return found


def is_english(word):
    """Not a word of another language that English text quotes."""
    return zipf_frequency(word, "en") + 0.3 >= max(zipf_frequency(word, other) for other in FOREIGN)


def common_english():
    common = (w for w in top_n_list("en", 3 * WORDS) if w.isascii() and w.isalpha() and 2 < len(w) <= LETTERS and is_english(w))
    return [w for w, _ in zip(common, range(WORDS))]


def said(rooms):
    """How often each word is said or names an expertise."""
    counts = {}
    for room in rooms:
        for text in [term for agent in room["agents"] for term in agent] + [text for _, text, _ in room["says"]]:
            for word in tokens(text):
                counts[word] = counts.get(word, 0) + 1
    return counts


def vocabulary(rooms, glosses):
    words = set(common_english()) | set(said(rooms)) | set(glosses)
    for _, _, english in glosses.values():
        words.update(english)
    return sorted(w for w in words if w.isascii() and len(w) <= LETTERS)


def frequency(word, gloss, is_foreign):
    """In running text of the language it belongs to."""
    if gloss:
        return word_frequency(gloss[1], gloss[0])
    return max(word_frequency(word, language) for language in (FOREIGN + ("en",) if is_foreign else ("en",)))


def parts_of_speech():
    """By word, the bits of Sources/Grammar/Lexicon/PartsOfSpeech.swift."""
    with open(os.path.join(HERE, "../../Sources/Grammar/Lexicon/PartsOfSpeech+Table.swift"), encoding="utf-8") as file:
        body = file.read().split('#"""', 1)[1].rsplit('"""#', 1)[0].replace("\\#\n", "").strip("\n")
    return {body[i + 1:i + 16].strip(): ord(body[i]) - 48 for i in range(0, len(body) - 15, 16)}


def is_subject(word, said, glosses, parts):
    """Says what something is about: no given name, and no name of the frequency list that no dictionary has."""
    if parts.get(word) == 32:
        return False
    if word in parts or word in glosses or said.get(word, 0) > 1:
        return True
    return any(word.endswith(e) and any(word[:-len(e)] + left in parts for left in ("", "e", "y")) for e in ("s", "es", "ies", "ed", "ied", "ing"))
