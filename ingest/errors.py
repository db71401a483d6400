"""The errors of Matters Arising. A message says what is wrong, where, and what to do.

MattersError                 anything a user can put right; `matters` exits 1
├── PaperError               one file cannot be read; the others go on
│   ├── NotAPaper            the file is not of a kind that can be read, or is empty
│   ├── LockedPaper          the PDF needs a password
│   └── BrokenPaper          the file is damaged or made no sense to the reader
├── StoreError               the store is missing, damaged, or made by something else
├── ModelError               a model is missing, changed, or its library is not installed
├── SettingsError            a setting is unknown or cannot be used
└── QuestionError            a line of a question file or a batch is malformed
"""


class MattersError(Exception):
    """Anything that a user can put right; its text is the one line shown."""


class PaperError(MattersError):
    """One file cannot be read; the others go on."""


class NotAPaper(PaperError):
    """The file is not of a kind that can be read, or it is empty."""


class LockedPaper(PaperError):
    """The PDF needs a password."""


class BrokenPaper(PaperError):
    """The file is damaged, or made no sense to the reader."""


class StoreError(MattersError):
    """The store is missing, damaged, or was made by something else."""


class ModelError(MattersError):
    """A model is missing or changed, or its library is not installed."""


class SettingsError(MattersError):
    """A setting is unknown or cannot be used."""


class QuestionError(MattersError):
    """A question's filter, or a line of a question file or a batch, makes no sense."""
