"""The tables of the catalogue's file."""

VERSION = 7
"""Part of the file's name: a program with other tables keeps a file of its own."""

PAGE_BYTES = 16_384
"""Of the file: bodies of some kB each leave less of a page unused than with the usual 4096."""

TABLES = """
-- stage: 0 its file waits to be read, 1 read, but its passages wait to be indexed, 2 done.
-- indexed: the digest of the text whose passages the index has.
CREATE TABLE IF NOT EXISTS articles (
    id INTEGER PRIMARY KEY,
    path TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    category TEXT NOT NULL,
    channel TEXT NOT NULL DEFAULT '',
    video TEXT NOT NULL DEFAULT '',
    video_title TEXT NOT NULL DEFAULT '',
    aliases TEXT NOT NULL DEFAULT '',
    tags TEXT NOT NULL DEFAULT '',
    moments INTEGER NOT NULL DEFAULT 0,
    words INTEGER NOT NULL DEFAULT 0,
    size INTEGER NOT NULL,
    mtime_ns INTEGER NOT NULL,
    digest BLOB NOT NULL DEFAULT x'',
    indexed BLOB NOT NULL DEFAULT x'',
    stage INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX IF NOT EXISTS articles_by_category ON articles (category, path);
CREATE INDEX IF NOT EXISTS articles_by_channel ON articles (channel) WHERE video <> '';
CREATE INDEX IF NOT EXISTS articles_by_video ON articles (video) WHERE video <> '';
CREATE INDEX IF NOT EXISTS articles_by_stage ON articles (stage, category, path) WHERE stage < 2;

-- What each article tells about its video, see `witness`.
CREATE TABLE IF NOT EXISTS witnesses (article INTEGER PRIMARY KEY, packed BLOB NOT NULL);

-- What is kept of each body, see `packing`, made small by a dictionary, see `pressing`; 0 for none.
CREATE TABLE IF NOT EXISTS bodies (
    article INTEGER PRIMARY KEY, dictionary INTEGER NOT NULL, pressed BLOB NOT NULL
);
CREATE TABLE IF NOT EXISTS dictionaries (number INTEGER PRIMARY KEY, text BLOB NOT NULL);

-- The keys that an article goes by, see `names`.
CREATE TABLE IF NOT EXISTS names (
    key TEXT NOT NULL, kind INTEGER NOT NULL, article INTEGER NOT NULL, PRIMARY KEY (key, kind, article)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS names_by_article ON names (article);

-- Checksums of the keys that an article's links are written with, a fifth of the size of the keys. Whether a link leads
-- there is asked when it matters, so two keys with one checksum do no harm.
CREATE TABLE IF NOT EXISTS mentions (
    key INTEGER NOT NULL, article INTEGER NOT NULL, PRIMARY KEY (key, article)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS mentions_by_article ON mentions (article);

-- The videos that channel pages name, in the order of the page.
CREATE TABLE IF NOT EXISTS videos (
    article INTEGER NOT NULL, position INTEGER NOT NULL, video TEXT NOT NULL, title TEXT NOT NULL,
    PRIMARY KEY (article, position)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS videos_by_video ON videos (video);

-- The videos besides its own that an article's timestamps name.
CREATE TABLE IF NOT EXISTS cited (
    video TEXT NOT NULL, article INTEGER NOT NULL, PRIMARY KEY (video, article)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS cited_by_article ON cited (article);

-- How long the videos of a channel usually are, see `lengths`.
CREATE TABLE IF NOT EXISTS lengths (channel TEXT PRIMARY KEY, middle INTEGER, long INTEGER) WITHOUT ROWID;

CREATE TRIGGER IF NOT EXISTS forget AFTER DELETE ON articles BEGIN
    DELETE FROM witnesses WHERE article = old.id;
    DELETE FROM bodies WHERE article = old.id;
    DELETE FROM names WHERE article = old.id;
    DELETE FROM mentions WHERE article = old.id;
    DELETE FROM videos WHERE article = old.id;
    DELETE FROM cited WHERE article = old.id;
END;
"""
