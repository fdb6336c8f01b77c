CREATE TABLE names (
    -- ids and names that rows repeat, once; everybody's program knows these
    name_id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT;
CREATE TABLE texts (
    -- what documents share: banners, originators, labels. One that no document has any more goes with the last
    text_id INTEGER PRIMARY KEY AUTOINCREMENT,
    digest BLOB NOT NULL UNIQUE, -- of the text, so that long ones are found as quickly
    text TEXT NOT NULL
) STRICT;
CREATE TABLE records (
    -- all documents, also those that the officer may not see: what decisions rest on
    record_id INTEGER PRIMARY KEY,
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
    withdrawn INTEGER,        -- the entry by which it was withdrawn
    history TEXT              -- a JSON object: of those few about which something was decided or put right
) STRICT;
CREATE INDEX records_withdrawn ON records (record_id) WHERE withdrawn IS NOT NULL;
CREATE INDEX records_with_history ON records (id) WHERE history IS NOT NULL;
CREATE TABLE given (
    -- every object that was not named after its document, and from which entry on
    object BLOB PRIMARY KEY,
    document BLOB NOT NULL,
    since INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE documents (
    -- what the officer may see; the entry that filed a document is its key, so that the order of keys is that of filing.
    -- Its id is found by its record.
    entry INTEGER PRIMARY KEY,
    record_id INTEGER NOT NULL REFERENCES records (record_id),
    reference TEXT NOT NULL,
    ordinal INTEGER NOT NULL, -- its number in class and year
    class_id INTEGER NOT NULL REFERENCES names (name_id),
    dossier_key_id INTEGER NOT NULL REFERENCES names (name_id),
    dossier_id INTEGER NOT NULL REFERENCES texts (text_id),
    level INTEGER NOT NULL CHECK (level BETWEEN 0 AND 4),
    policy_id INTEGER NOT NULL REFERENCES texts (text_id),
    banner_id INTEGER NOT NULL REFERENCES texts (text_id),
    releasability_id INTEGER NOT NULL REFERENCES texts (text_id), -- a JSON array
    label_id INTEGER NOT NULL REFERENCES texts (text_id),
    originator_id INTEGER NOT NULL REFERENCES texts (text_id),
    media_type_id INTEGER NOT NULL REFERENCES texts (text_id),
    title TEXT NOT NULL,
    subject TEXT NOT NULL,
    date TEXT NOT NULL,       -- of the document itself, YYYY-MM-DD
    filed INTEGER NOT NULL,   -- ms since 1970
    filed_by_id INTEGER NOT NULL REFERENCES names (name_id),
    file_name TEXT NOT NULL,
    size INTEGER NOT NULL,    -- bytes
    blake3 BLOB NOT NULL CHECK (length(blake3) = 32), -- of its bytes
    finalised TEXT,           -- from this day its term counts, YYYY-MM-DD; none: from its date
    kept_until TEXT,          -- by when the decision to maintain it is to be looked at again
    remarked TEXT,            -- when it was given this level, if that was by a decision
    lapses TEXT,              -- the last day of its term; none where none runs
    formerly TEXT,            -- the references that it had before, one a line, the oldest first
    paper TEXT,               -- the reference of its paper original
    relations TEXT            -- what it is to others, a JSON array; none where it is nothing
) STRICT;
CREATE INDEX documents_by_record ON documents (record_id);
-- Each order in which a list may come, and what else documents are found by, stands in trees.sql.
CREATE INDEX documents_with_relations ON documents (entry) WHERE relations IS NOT NULL;
CREATE TABLE counts (
    -- how many documents there are of each kind that a list may be limited to
    class_id INTEGER NOT NULL,
    dossier_key_id INTEGER NOT NULL,
    level INTEGER NOT NULL,
    documents INTEGER NOT NULL CHECK (documents >= 0),
    PRIMARY KEY (class_id, dossier_key_id, level)
) STRICT, WITHOUT ROWID;
CREATE TABLE choices (
    -- what was chosen in addition to the marking, where anything was: apart, so that lists do not read it. It goes with the
    -- document, by the trigger below
    entry INTEGER PRIMARY KEY,
    topics TEXT NOT NULL,     -- a JSON array
    motive TEXT,
    sources TEXT NOT NULL     -- a JSON array
) STRICT;
-- Words as they are compared, not as they are shown: `folded` and `otherwise` are functions of search.rs.
CREATE VIRTUAL TABLE words USING fts5 (
    title, subject, reference, originator, formerly, otherwise,
    content = '', tokenize = 'unicode61 remove_diacritics 0', prefix = '1 2 3', columnsize = 0
);
INSERT INTO words (words, rank) VALUES ('pgsz', 900); -- so that each lies on one page
INSERT INTO words (words, rank) VALUES ('hashsize', 16000000); -- bytes in memory: a change is one piece of the index
INSERT INTO words (words, rank) VALUES ('automerge', 16); -- pieces are joined by sixteens: each word is written fewer times
CREATE TABLE insides (
    -- what is known of the text inside each document. It goes with the document, by the trigger below: a reference that
    -- removes it would do so before, and the words would stay
    entry INTEGER PRIMARY KEY,
    digest BLOB,              -- SHA-256 of the text that is kept next to its object; none where there is none
    recognised TEXT NOT NULL, -- languages in which pictures in it were read by OCR, with spaces between; empty where none was
    lack TEXT,                -- why not all of it can be found; none where it can
    waits INTEGER NOT NULL CHECK (waits IN (0, 1)), -- its words are to be read still
    read INTEGER NOT NULL CHECK (read IN (0, 1))    -- its words are here
) STRICT;
-- The words inside documents, in the order of the text, and stems of them, each once. See inside.rs.
CREATE VIRTUAL TABLE inside USING fts5 (
    words, stems, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 0'
);
INSERT INTO inside (inside, rank) VALUES ('pgsz', 900);
INSERT INTO inside (inside, rank) VALUES ('hashsize', 16000000);
INSERT INTO inside (inside, rank) VALUES ('automerge', 16);
INSERT INTO inside (inside, rank) VALUES ('rank', 'bm25(2.0, 1.0)'); -- what stands there as it was typed comes first
CREATE TABLE searched (
    -- how far the words of documents are written: while much is read, they are left for later, see words.rs
    one INTEGER PRIMARY KEY CHECK (one = 1),
    before INTEGER NOT NULL   -- documents of earlier entries are found by their words, others not yet
) STRICT;
INSERT INTO searched (one, before) VALUES (1, 9223372036854775807); -- all of them
-- Words and counts of documents that are put are written at the end of a change, see `Change::put_rest`: each statement that
-- may have to be taken back makes FTS5 write what it holds in memory, and in a trigger that would be for each document.
CREATE TRIGGER documents_out AFTER DELETE ON documents BEGIN
    INSERT INTO words (words, rowid, title, subject, reference, originator, formerly, otherwise)
    SELECT 'delete', old.entry, folded(old.title), folded(old.subject), folded(old.reference), folded(text),
           folded(coalesce(old.formerly, '') || char(10) || coalesce(old.paper, '')), otherwise(old.title, old.subject, text)
    FROM texts WHERE text_id = old.originator_id AND old.entry < (SELECT before FROM searched);
    UPDATE counts SET documents = documents - 1
    WHERE class_id = old.class_id AND dossier_key_id = old.dossier_key_id AND level = old.level;
    DELETE FROM counts WHERE documents = 0;
    DELETE FROM inside WHERE rowid = old.entry AND EXISTS (SELECT 1 FROM insides WHERE entry = old.entry AND read = 1);
    DELETE FROM insides WHERE entry = old.entry;
    DELETE FROM choices WHERE entry = old.entry;
END;
CREATE TABLE uses (
    -- consultation sheets: who used which document, by the entry that recorded it
    record_id INTEGER NOT NULL,
    entry INTEGER NOT NULL,
    action TEXT NOT NULL,
    at INTEGER NOT NULL,      -- ms since 1970
    officer_id INTEGER NOT NULL REFERENCES names (name_id),
    purpose TEXT NOT NULL,
    class_id INTEGER NOT NULL REFERENCES names (name_id), -- whose sheet it stands on: that of the time
    PRIMARY KEY (record_id, entry, action)
) STRICT, WITHOUT ROWID;
CREATE TABLE decisions (
    -- the register of decisions about classifications, by the entry that recorded each
    entry INTEGER NOT NULL,
    record_id INTEGER NOT NULL,
    at INTEGER NOT NULL,      -- ms since 1970
    officer_id INTEGER NOT NULL REFERENCES names (name_id),
    record TEXT NOT NULL,     -- a JSON object: what the vault needs to show it again
    PRIMARY KEY (entry, record_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX decisions_by_document ON decisions (record_id, entry);
CREATE TABLE notices (
    -- which recipients were told of a new marking
    record_id INTEGER NOT NULL,
    entry INTEGER NOT NULL,
    at INTEGER NOT NULL,      -- ms since 1970
    partner TEXT NOT NULL,
    PRIMARY KEY (record_id, entry)
) STRICT, WITHOUT ROWID;
CREATE TABLE lines (
    -- the log as far as the officer may read it
    entry INTEGER NOT NULL,
    place INTEGER NOT NULL,   -- among the lines of the entry
    at INTEGER NOT NULL,      -- ms since 1970
    officer_id INTEGER NOT NULL REFERENCES names (name_id),
    source TEXT NOT NULL,     -- by which right it is known: own, about, oversight, class
    class_id INTEGER REFERENCES names (name_id), -- whose sheet it stands on, for the last of these
    did TEXT NOT NULL,
    record_id INTEGER,        -- the `document` of the detail, where there is such a one
    about_id INTEGER REFERENCES names (name_id), -- the `class` of the detail
    detail TEXT NOT NULL,     -- the rest of it, a JSON object
    PRIMARY KEY (entry, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX lines_by_class ON lines (class_id) WHERE class_id IS NOT NULL;
CREATE TABLE named (
    -- which entries name an officer or a document
    kind TEXT NOT NULL,       -- officer, document: a name; record: a document that there is
    who INTEGER NOT NULL,
    entry INTEGER NOT NULL,
    PRIMARY KEY (kind, who, entry)
) STRICT, WITHOUT ROWID;
CREATE INDEX named_by_entry ON named (entry);
CREATE TABLE memory (
    -- what the session must know again: see memory.rs
    name TEXT PRIMARY KEY,
    value BLOB NOT NULL
) STRICT, WITHOUT ROWID;
