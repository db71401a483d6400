"""Whether a page's text layer can be read: some pages are pictures, some layers are rubbish, some words are spaced."""

import re

_PLAIN = re.compile(
    r"[(\[{\"'“‘£$€<–-]*"
    r"(?:[^\W\d_]+(?:['’./&@+_–—-]+[^\W_]*)*|[\d.,:/–-]+[^\W\d_]{0,3}|[•●▪–—&|+=*/▲▼-])"
    r"[)\]}\"'”’.,;:!?…%*>–-]*$"
)
_STAMP = re.compile(r"^(?:agenda item(?: no)?\.? ?[\w.()/-]+|(?:page )?\d+(?: of \d+)?| )+$", re.I | re.M)
_LETTERED = re.compile(r"[^\W\d_]{2,}")
_MUTE = re.compile(r"(?<![^\W\d_])[^\W\d_aeiouyàâéèêëîïôûüáíóúŵŷ]{2,}(?![^\W\d_])", re.I)
_SPACED = re.compile(r"(?<![^\W\d_])(?:[A-Z][ \u00a0]){3,}[A-Z](?![^\W\d_])")
_LETTERS = 16
_TOKENS, _PLAIN_SHARE = 8, 0.5
_WORDS, _VOWEL_SHARE = 40, 0.7


def why_unread(text: str, pictures: int) -> str | None:
    """Why a page cannot be read: scanned, blank, garbled, or None; a stamp put on a scan is no text of its own."""
    letters = re.sub(r"\s+", "", _STAMP.sub("", text) if pictures else text)
    if len(letters) < _LETTERS:
        return "scanned" if pictures else ("blank" if not letters else None)
    return "garbled" if is_garbled(text) else None


def is_garbled(text: str) -> bool:
    """Whether a text is rubbish: marks amid its words, or too few of them have vowels as words do."""
    tokens, words, mute = text.split(), len(_LETTERED.findall(text)), len(_MUTE.findall(text))
    plain = sum(map(str.isalpha, tokens))
    if plain < _PLAIN_SHARE * len(tokens):
        plain += sum(bool(_PLAIN.match(token)) for token in tokens if not token.isalpha())
    return (len(tokens) >= _TOKENS and plain < _PLAIN_SHARE * len(tokens)) or (
        words >= _WORDS and words - mute < _VOWEL_SHARE * words
    )


def unspaced(text: str) -> str:
    """The text with words whose letters are set apart (R E S O L V E D) written as words."""
    return _SPACED.sub(lambda match: re.sub(r"\s", "", match.group()), text)
