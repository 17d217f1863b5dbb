#!/usr/bin/env python3
"""Makes Sources/Grammar/Lexicon/PartsOfSpeech+Table.swift: which parts of speech 20,000 frequent words of English may be.

The words are those that the word vectors begin with (Scripts/word_vectors/material.py; wordfreq==3.1.1), without those that look like nothing
known. Their readings come from

    WordNet 3.0 (WordNet License), its tagged counts: Debian's wordnet-base, the folder with cntlist.rev, index.* and *.exc
    Brill's lexicon (MIT License), the likeliest tag: textblob==0.20.1, textblob/en/en-lexicon.txt
    first names of the US Census of 1990 (public domain), names==0.3.0 (MIT License), names/dist.{female,male}.first

    python Scripts/parts_of_speech.py WORDNET_FOLDER EN_LEXICON NAMES_FOLDER            (seconds)

An entry of the table is one character, whose bits from `0` on are the readings, and the word, padded to 15 letters. A reading that is less
than a twentieth of a word's uses in WordNet's tagged texts is left out; a noun is one of people if its first sense is. Of the names
the thousand most frequent of each sex are taken. Entries stand by the alphabet, a hundred a line.
"""
import collections, os, re, sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "word_vectors"))
from material import common_english

LETTERS, RARE = 15, 0.05
# The file of WordNet that its nouns of people are in, and a count for forms of verbs that are no bare infinitive.
PEOPLE, OTHER = "18", 0
NOUN, BASE, PERSON, ADJECTIVE, ADVERB, NAME = (1 << n for n in range(6))
HERE = os.path.dirname(os.path.abspath(__file__))
OUT = os.path.join(HERE, "../Sources/Grammar/Lexicon/PartsOfSpeech+Table.swift")
HEAD = """// Made by Scripts/parts_of_speech.py; do not edit. From WordNet 3.0 (WordNet License, Princeton University), Brill's lexicon (MIT
// License, M.I.T. and University of Pennsylvania) and first names of the US Census of 1990 (public domain).
// swift-format-ignore-file
extension PartsOfSpeech {
    static let table: StaticString = #\"\"\"
"""
BRILL = {"NN": NOUN, "NNS": NOUN, "VB": BASE, "VBP": BASE, "JJ": ADJECTIVE, "JJR": ADJECTIVE, "JJS": ADJECTIVE, "RB": ADVERB, "RBR": ADVERB, "RBS": ADVERB}


def wordnet(folder):
    """Uses of each lemma by part of speech, and a little for each sense, and the irregular forms."""
    uses, irregular = collections.defaultdict(collections.Counter), collections.defaultdict(list)
    persons = set()
    people = {line.split()[0] for line in open(os.path.join(folder, "data.noun"))
              if not line.startswith(" ") and line.split()[1] == PEOPLE}
    for line in open(os.path.join(folder, "cntlist.rev")):
        key, _, count = line.split()
        lemma, rest = key.split("%")
        uses[lemma]["nvara"[int(rest[0]) - 1]] += int(count)
    for kind, name in ("n", "noun"), ("v", "verb"), ("a", "adj"), ("r", "adv"):
        for line in open(os.path.join(folder, "index." + name)):
            if not line.startswith(" "):
                lemma, _, senses, pointers, *rest = line.split()
                uses[lemma][kind] += int(senses) / 10
                if rest[int(pointers) + 2] in people:
                    persons.add(lemma)
        for line in open(os.path.join(folder, name + ".exc")):
            form, *lemmas = line.split()
            irregular[form] += [(lemma, kind) for lemma in lemmas]
    return uses, irregular, persons


def stems(word):
    """What the regular endings may be taken from."""
    for ending, kinds, tails in (("s", "nv", ("",)), ("es", "nv", ("",)), ("ies", "nv", ("y",)), ("ed", "v", ("", "e")),
                                 ("ied", "v", ("y",)), ("ing", "v", ("", "e")), ("er", "a", ("", "e")), ("est", "a", ("", "e")),
                                 ("ier", "a", ("y",)), ("iest", "a", ("y",))):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            stem = word[:-len(ending)]
            doubled = (stem[:-1],) if len(stem) > 3 and stem[-1] == stem[-2] and ending[0] in "ei" else ()
            for lemma in [stem + tail for tail in tails] + list(doubled):
                yield from ((lemma, kind) for kind in kinds)


def readings(word, uses, irregular, persons, brill):
    counts = collections.Counter()
    bits = {"n": NOUN, "v": BASE, "a": ADJECTIVE, "r": ADVERB}
    for kind, count in uses[word].items() if word in uses else ():
        counts[bits[kind]] += count
    for lemma, kind in list(stems(word)) + irregular[word]:
        if lemma != word and lemma in uses and kind in uses[lemma]:
            counts[OTHER if kind == "v" else bits[kind]] += uses[lemma][kind] / 3
    total = sum(counts.values())
    found = sum(bit for bit, count in counts.items() if bit != OTHER and count >= RARE * total)
    if found & NOUN and word in persons:
        found |= PERSON
    return found | BRILL.get(brill.get(word, ""), 0)


def main(folder, lexicon, names):
    uses, irregular, persons = wordnet(folder)
    brill = dict(line.split()[:2] for line in open(lexicon) if line.strip() and not line.startswith(";"))
    first = {line.split()[0].lower() for sex in ("female", "male")
             for line in list(open(os.path.join(names, f"dist.{sex}.first")))[:1000]}
    entries = {}
    for word in {*common_english(), *first}:
        if not re.fullmatch(r"[a-z]{3,%d}" % LETTERS, word):
            continue
        kinds = readings(word, uses, irregular, persons, brill) | (NAME if word in first else 0)
        if kinds:
            entries[word] = kinds
    # WordNet knows famous people as nouns: a name that Brill has as a proper noun and no text as a word is a name only.
    for word, kinds in entries.items():
        if kinds & NAME and word not in brill and word.capitalize() in brill and sum(uses[word].values()) < 1:
            entries[word] = NAME
    rows = [chr(48 + entries[word]) + word.ljust(LETTERS) for word in sorted(entries)]
    with open(OUT, "w") as file:
        file.write(HEAD)
        lines = ["".join(rows[i:i + 100]) for i in range(0, len(rows), 100)]
        file.write("\\#\n".join(lines) + '\n"""#\n}\n')
    print(len(rows), "words")


if __name__ == "__main__":
    main(*sys.argv[1:])
