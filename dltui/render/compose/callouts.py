"""The families that callout kinds belong to: kinds are anybody's words, families have an icon and a role."""

FAMILIES = (
    "note",
    "abstract",
    "info",
    "todo",
    "tip",
    "success",
    "question",
    "warning",
    "failure",
    "danger",
    "bug",
    "example",
    "quote",
)

_KINDS = {
    "abstract": ("summary", "tldr", "tl;dr", "overview"),
    "info": ("definition", "information", "context", "background"),
    "todo": ("task", "tasks", "action"),
    "tip": ("hint", "important", "pro tip", "protip", "key", "insight", "takeaway", "takeaways"),
    "success": ("check", "done", "pros", "pro", "p", "p pros"),
    "question": ("help", "faq"),
    "warning": ("caution", "attention", "warn"),
    "failure": ("fail", "missing", "cons", "con", "c", "c cons"),
    "danger": ("error", "alert"),
    "bug": ("issue",),
    "example": ("examples", "case", "case study"),
    "quote": ("cite", "citation"),
    "note": ("seealso", "see also", "related", "remark"),
}

_FAMILY_OF = {kind: family for family, kinds in _KINDS.items() for kind in kinds}


def family_of(kind: str) -> str:
    """The family of a kind as written, in lower case; `note` for one nobody knows."""
    if kind in FAMILIES:
        return kind
    return _FAMILY_OF.get(kind.replace("-", " ").replace("_", " ").strip(), "note")


def title_of(kind: str) -> str:
    """The title of a callout that has none: its kind, with a capital."""
    return kind[:1].upper() + kind[1:]
