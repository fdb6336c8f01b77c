CREATE TABLE ledger (
    -- one row: which vault this log belongs to; every entry signs the same
    one INTEGER PRIMARY KEY CHECK (one = 1),
    vault TEXT NOT NULL
) STRICT;
CREATE TABLE entries (
    -- one signed entry per row, for ever; position counts from 0 without gaps
    position INTEGER PRIMARY KEY CHECK (position >= 0),
    body BLOB NOT NULL,       -- CBOR: format, vault, position, prior root, author, ms since 1970, weight, [[audience, SHA-256]]
    signatures BLOB NOT NULL  -- Ed25519 (64 bytes) over the body, and after it ML-DSA-65 (3309 bytes) if the weight is 2
) STRICT;
CREATE TABLE parts (
    -- what the hashes in the body stand for, each sealed for one audience
    part INTEGER PRIMARY KEY CHECK (part >= 0), -- entry << 14 | place: in the order in which they are read
    audience TEXT NOT NULL,
    sealed BLOB NOT NULL,
    entry INTEGER GENERATED ALWAYS AS (part >> 14) VIRTUAL REFERENCES entries (position),
    place INTEGER GENERATED ALWAYS AS (part & 16383) VIRTUAL
) STRICT;
CREATE INDEX parts_by_audience ON parts (audience);
CREATE TABLE nodes (
    -- the complete subtrees of the RFC 6962 tree over the entries: level 0 are leaves, place counts from the left
    level INTEGER NOT NULL,
    place INTEGER NOT NULL,
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    PRIMARY KEY (level, place)
) STRICT, WITHOUT ROWID;
-- A guard against mistakes. Against attackers there are the signatures.
CREATE TRIGGER ledger_is_for_ever BEFORE UPDATE ON ledger BEGIN SELECT RAISE(ABORT, 'the log is for ever'); END;
CREATE TRIGGER entries_are_not_altered BEFORE UPDATE ON entries BEGIN SELECT RAISE(ABORT, 'entries are for ever'); END;
CREATE TRIGGER entries_are_not_removed BEFORE DELETE ON entries BEGIN SELECT RAISE(ABORT, 'entries are for ever'); END;
CREATE TRIGGER parts_are_not_altered BEFORE UPDATE ON parts BEGIN SELECT RAISE(ABORT, 'entries are for ever'); END;
CREATE TRIGGER parts_are_not_removed BEFORE DELETE ON parts BEGIN SELECT RAISE(ABORT, 'entries are for ever'); END;
CREATE TRIGGER nodes_are_not_altered BEFORE UPDATE ON nodes BEGIN SELECT RAISE(ABORT, 'nodes are for ever'); END;
CREATE TRIGGER nodes_are_not_removed BEFORE DELETE ON nodes BEGIN SELECT RAISE(ABORT, 'nodes are for ever'); END;
