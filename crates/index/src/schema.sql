CREATE TABLE documents (
    -- what the officer may see; the entry that filed a document is its key, so that the order of keys is that of filing
    entry INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    reference TEXT NOT NULL,
    ordinal INTEGER,          -- its number in class and year; none for one that was deposited
    class TEXT NOT NULL,
    dossier_key TEXT NOT NULL,
    dossier TEXT NOT NULL,
    level INTEGER NOT NULL CHECK (level BETWEEN 0 AND 4),
    policy TEXT NOT NULL,
    banner TEXT NOT NULL,
    releasability TEXT NOT NULL, -- a JSON array
    title TEXT NOT NULL,
    subject TEXT NOT NULL,
    originator TEXT NOT NULL,
    date TEXT NOT NULL,       -- of the document itself, YYYY-MM-DD
    filed INTEGER NOT NULL,   -- ms since 1970
    filed_by TEXT NOT NULL,
    file_name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    size INTEGER NOT NULL,    -- bytes
    sha256 TEXT NOT NULL,
    finalised TEXT NOT NULL,  -- from this day its term counts, YYYY-MM-DD
    kept_until TEXT,          -- by when the decision to maintain it is to be looked at again
    remarked TEXT,            -- when it was given this level, if that was by a decision
    lapses TEXT,              -- the last day of its term; none where none runs
    formerly TEXT NOT NULL,   -- the references that it had before, one a line, the oldest first
    title_key TEXT NOT NULL   -- stands for the title when titles are put in order
) STRICT;
CREATE INDEX documents_by_term ON documents (lapses, entry) WHERE lapses IS NOT NULL;
-- Lists and counts by filter come from these alone.
CREATE INDEX documents_by_level ON documents (level);
-- Each order in which a list may come; what is alike in it is in that of the entries.
CREATE INDEX documents_by_date ON documents (date);
CREATE INDEX documents_by_title ON documents (title_key);
CREATE INDEX documents_by_reference ON documents (reference);
CREATE INDEX documents_by_dossier ON documents (dossier_key, level);
CREATE INDEX documents_by_class ON documents (class, level, dossier_key);
CREATE TABLE labels (
    -- apart, so that lists do not read them
    entry INTEGER PRIMARY KEY REFERENCES documents (entry) ON DELETE CASCADE,
    xml TEXT NOT NULL
) STRICT;
CREATE TABLE choices (
    -- what was chosen beside the marking, where anything was: apart, so that lists do not read it
    entry INTEGER PRIMARY KEY REFERENCES documents (entry) ON DELETE CASCADE,
    topics TEXT NOT NULL,     -- a JSON array
    motive TEXT,
    sources TEXT NOT NULL     -- a JSON array
) STRICT;
CREATE INDEX documents_by_bytes ON documents (sha256);
-- Words as they are compared, not as they are shown: `folded` and `otherwise` are functions of search.rs.
CREATE VIRTUAL TABLE words USING fts5 (
    title, subject, reference, originator, formerly, otherwise,
    content = '', tokenize = 'unicode61 remove_diacritics 0', prefix = '1 2 3', columnsize = 0
);
CREATE TRIGGER documents_in AFTER INSERT ON documents BEGIN
    INSERT INTO words (rowid, title, subject, reference, originator, formerly, otherwise)
    VALUES (new.entry, folded(new.title), folded(new.subject), folded(new.reference), folded(new.originator),
            folded(new.formerly), otherwise(new.title, new.subject, new.originator));
END;
CREATE TRIGGER documents_out AFTER DELETE ON documents BEGIN
    INSERT INTO words (words, rowid, title, subject, reference, originator, formerly, otherwise)
    VALUES ('delete', old.entry, folded(old.title), folded(old.subject), folded(old.reference), folded(old.originator),
            folded(old.formerly), otherwise(old.title, old.subject, old.originator));
END;
CREATE TABLE uses (
    -- consultation sheets: who used which document, by the entry that recorded it
    document TEXT NOT NULL,
    entry INTEGER NOT NULL,
    action TEXT NOT NULL,
    at INTEGER NOT NULL,      -- ms since 1970
    officer TEXT NOT NULL,
    purpose TEXT NOT NULL,
    class TEXT NOT NULL,      -- whose sheet it stands on: that of the time
    PRIMARY KEY (document, entry, action)
) STRICT, WITHOUT ROWID;
CREATE TABLE decisions (
    -- the register of decisions about classifications, by the entry that recorded each
    entry INTEGER NOT NULL,
    document TEXT NOT NULL,
    at INTEGER NOT NULL,      -- ms since 1970
    officer TEXT NOT NULL,
    record TEXT NOT NULL,     -- a JSON object: what the vault needs to show it again
    PRIMARY KEY (entry, document)
) STRICT, WITHOUT ROWID;
CREATE INDEX decisions_by_document ON decisions (document, entry);
CREATE TABLE notices (
    -- which recipients were told of a new marking
    document TEXT NOT NULL,
    entry INTEGER NOT NULL,
    at INTEGER NOT NULL,      -- ms since 1970
    partner TEXT NOT NULL,
    PRIMARY KEY (document, entry)
) STRICT, WITHOUT ROWID;
CREATE TABLE lines (
    -- the log as far as the officer may read it
    entry INTEGER NOT NULL,
    place INTEGER NOT NULL,   -- among the lines of the entry
    at INTEGER NOT NULL,      -- ms since 1970
    officer TEXT NOT NULL,
    source TEXT NOT NULL,     -- by which right it is known: own, about, oversight, class
    class TEXT,               -- whose sheet it stands on, for the last of these
    did TEXT NOT NULL,
    detail TEXT NOT NULL,     -- a JSON object
    PRIMARY KEY (entry, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX lines_by_class ON lines (class) WHERE class IS NOT NULL;
CREATE TABLE named (
    -- which entries name an officer or a document
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    entry INTEGER NOT NULL,
    PRIMARY KEY (kind, name, entry)
) STRICT, WITHOUT ROWID;
CREATE INDEX named_by_entry ON named (entry);
CREATE TABLE names (
    -- names that rows repeat, once
    name_id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT;
CREATE TABLE records (
    -- all documents, also those that the officer may not see: what decisions rest on
    id BLOB NOT NULL UNIQUE,  -- see packed.rs
    class_id INTEGER NOT NULL REFERENCES names (name_id),
    epoch INTEGER NOT NULL,
    entry INTEGER NOT NULL,   -- that put it into its class
    filed_entry INTEGER NOT NULL,
    last_change INTEGER NOT NULL, -- the last entry that changed it: a row is replaced by later ones only
    at INTEGER NOT NULL,      -- when it was filed, ms since 1970
    officer_id INTEGER NOT NULL REFERENCES names (name_id),
    year INTEGER NOT NULL,
    number INTEGER NOT NULL,
    history TEXT              -- a JSON object: of those few about which something was decided
) STRICT;
CREATE INDEX records_with_history ON records (id) WHERE history IS NOT NULL;
CREATE TABLE given (
    -- every object that was not named after its document, and from which entry on
    object BLOB PRIMARY KEY,
    document BLOB NOT NULL,
    since INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE memory (
    -- what the session must know again: see memory.rs
    name TEXT PRIMARY KEY,
    value BLOB NOT NULL
) STRICT, WITHOUT ROWID;
