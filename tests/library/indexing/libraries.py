"""Small libraries to index, and what the catalogue and the sink hold of them."""

VIDEO = "s3MuSOl1Rog"


def article(body: str, title: str = "A title", video: str = VIDEO) -> str:
    return f"---\ntitle: {title}\nvideoId: {video}\n---\n\nFrom: [[folder]] <br/>\n\n{body}\n"


def many(count: int) -> dict[str, str]:
    return {
        f"folder_{number % 3}/article_{number}.md": article(
            f"# Part\n\nSaid [00:0{number % 9}:11]. See [[article_{(number * 7) % count}]].",
            f"Number {number}",
        )
        for number in range(count)
    }


def facts(bench) -> dict:
    catalogue = bench.catalogue
    return {
        entry.path: (
            entry,
            catalogue.body(entry.path),
            catalogue.links(entry.path),
            bench.sink.passages(entry.path),
        )
        for entry in catalogue.articles()
    }


def fresh(bench):
    """What a first run over the same files gives."""
    other = type(bench)(bench.root, None)
    other.index()
    return facts(other)
