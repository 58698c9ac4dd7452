"""How many letters two words differ by: inserted, left out, replaced, or two neighbours swapped."""


def within_edits(word: str, other: str, most: int) -> int | None:
    """The edits between two words; None where there are more than `most`.

    Swapped neighbours count once, and letters once swapped aren't edited again.
    """
    if abs(len(word) - len(other)) > most:
        return None
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, letter in enumerate(word, 1):
        older, before, row = before, row, [at] + [0] * len(other)
        for place, mark in enumerate(other, 1):
            cost = before[place - 1] + (letter != mark)
            cost = min(cost, before[place] + 1, row[place - 1] + 1)
            if older and place > 1 and letter == other[place - 2] and word[at - 2] == mark:
                cost = min(cost, older[place - 2] + 1)
            row[place] = cost
        if min(row) > most:
            return None
    return row[-1] if row[-1] <= most else None
