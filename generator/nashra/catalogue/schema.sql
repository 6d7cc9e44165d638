-- Every file of content as it was last seen.
CREATE TABLE file (
    file TEXT PRIMARY KEY,
    size INTEGER NOT NULL,
    modified INTEGER NOT NULL,
    digest TEXT NOT NULL,
    problems TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX file_problems ON file (file) WHERE problems <> '';

-- The last good version of each: what is asked of many at once. `id` is a hash of the file's path;
-- `contested` tells that another entry claims the same place.
CREATE TABLE entry (
    id INTEGER PRIMARY KEY,
    file TEXT NOT NULL,
    version INTEGER NOT NULL,
    card TEXT NOT NULL,
    date REAL NOT NULL,
    ready INTEGER NOT NULL,
    visible_from REAL NOT NULL,
    expires REAL,
    breaking_until REAL,
    live_until REAL,
    place TEXT NOT NULL,
    address TEXT NOT NULL,
    public INTEGER NOT NULL DEFAULT 0,
    contested INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX entry_place ON entry (place, date, file);
CREATE INDEX entry_visible_from ON entry (visible_from);
CREATE INDEX entry_expires ON entry (expires) WHERE expires IS NOT NULL;
CREATE INDEX entry_breaking_until ON entry (breaking_until) WHERE breaking_until IS NOT NULL;
CREATE INDEX entry_live_until ON entry (live_until) WHERE live_until IS NOT NULL;
CREATE INDEX entry_date ON entry (date);
CREATE INDEX entry_contested ON entry (place) WHERE contested;

-- And the whole of it, which is asked of one.
CREATE TABLE whole (
    id INTEGER PRIMARY KEY,
    data TEXT NOT NULL
);

-- Where a public entry is found: under its section, its tags, its headline … Nothing that is
-- not public has a row here, and pages see nothing that has no row here. `version` is a hash of
-- what is seen from there: of the card in lists of cards, of the whole entry where that is shown.
-- `date` is the entry's own, and under `corrected` that of its last correction.
CREATE TABLE listing (
    term TEXT NOT NULL,
    value TEXT NOT NULL,
    date REAL NOT NULL,
    id INTEGER NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (term, value, date, id)
) WITHOUT ROWID;

-- The rows that an entry has in `listing`, as JSON.
CREATE TABLE listed (
    id INTEGER PRIMARY KEY,
    rows TEXT NOT NULL
);

-- How many public entries write each name of what they are listed under: «كأس العالم» and
-- «كاس العالم» are one tag. `care` is how much the name says that its folded form does not.
CREATE TABLE spelling (
    term TEXT NOT NULL,
    value TEXT NOT NULL,
    name TEXT NOT NULL,
    care INTEGER NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (term, value, name)
) WITHOUT ROWID;

-- Files of `content/media/` that public pages name and that are not there.
CREATE TABLE unmet (
    path TEXT PRIMARY KEY
) WITHOUT ROWID;

-- Names of short addresses that more than one public story has.
CREATE TABLE crowded (
    value TEXT PRIMARY KEY
) WITHOUT ROWID;

-- Every output as it was last made. `id` is a hash of its target; `asked` has the identifiers of the
-- questions that it asked, eight bytes each.
CREATE TABLE output (
    id INTEGER PRIMARY KEY,
    target TEXT NOT NULL,
    kind TEXT NOT NULL,
    owner TEXT NOT NULL,
    part TEXT NOT NULL,
    digest TEXT NOT NULL,
    size INTEGER NOT NULL,
    modified INTEGER NOT NULL,
    asked BLOB NOT NULL DEFAULT x''
);
CREATE INDEX output_owner ON output (kind, owner);

-- What all outputs of a kind use alike (template, settings, chrome), as one version.
CREATE TABLE kind (
    kind TEXT PRIMARY KEY,
    version TEXT NOT NULL
) WITHOUT ROWID;

-- The questions that outputs put to the catalogue, each once. `id` is a hash of its key.
CREATE TABLE used (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL,
    version TEXT NOT NULL,
    term TEXT NOT NULL,
    value TEXT NOT NULL,
    since REAL NOT NULL,
    until REAL NOT NULL
);
CREATE INDEX used_term ON used (term, value);

-- Which outputs asked a question.
CREATE TABLE uses (
    used INTEGER NOT NULL,
    output INTEGER NOT NULL,
    PRIMARY KEY (used, output)
) WITHOUT ROWID;

-- What would take a walk through a whole table to count.
CREATE TABLE tally (
    name TEXT PRIMARY KEY,
    count INTEGER NOT NULL
) WITHOUT ROWID;
INSERT INTO tally VALUES ('stories', 0), ('outputs', 0);
CREATE TRIGGER story_listed AFTER INSERT ON listing WHEN new.term = 'site' BEGIN
    UPDATE tally SET count = count + 1 WHERE name = 'stories';
END;
CREATE TRIGGER story_unlisted AFTER DELETE ON listing WHEN old.term = 'site' BEGIN
    UPDATE tally SET count = count - 1 WHERE name = 'stories';
END;
CREATE TRIGGER output_made AFTER INSERT ON output BEGIN
    UPDATE tally SET count = count + 1 WHERE name = 'outputs';
END;
CREATE TRIGGER output_gone AFTER DELETE ON output BEGIN
    UPDATE tally SET count = count - 1 WHERE name = 'outputs';
END;

CREATE TABLE meta (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

-- What a build has still to do; a build that is cut short leaves it for the next.
CREATE TABLE due (
    output INTEGER PRIMARY KEY,
    reason TEXT NOT NULL
);

CREATE TABLE gone (
    output INTEGER PRIMARY KEY,
    target TEXT NOT NULL
);
