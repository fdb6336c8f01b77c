-- What documents are found by, and each order in which a list may come; what is alike in it is in that of the entries. While a
-- log is read for the first time these are not there, and they are made at its end from rows that are sorted, see trees.rs.
CREATE INDEX IF NOT EXISTS documents_by_level ON documents (level);
CREATE INDEX IF NOT EXISTS documents_by_date ON documents (date);
-- `title_key` is a function of sort.rs.
CREATE INDEX IF NOT EXISTS documents_by_title ON documents (title_key(title));
CREATE INDEX IF NOT EXISTS documents_by_reference ON documents (reference);
CREATE INDEX IF NOT EXISTS documents_by_dossier ON documents (dossier_key_id, level);
-- Texts that documents share are put in order when they are asked for, see by_text.rs.
CREATE INDEX IF NOT EXISTS documents_by_originator ON documents (originator_id);
CREATE INDEX IF NOT EXISTS documents_by_dossier_name ON documents (dossier_id);
CREATE INDEX IF NOT EXISTS documents_by_class ON documents (class_id);
CREATE INDEX IF NOT EXISTS documents_by_filer ON documents (filed_by_id);
CREATE INDEX IF NOT EXISTS documents_by_size ON documents (size, dossier_key_id);
-- Eight bytes of the hash find it; all of them are compared.
CREATE INDEX IF NOT EXISTS documents_by_bytes ON documents (substr(blake3, 1, 8));
-- With all that a count of the calendar asks about, so that it reads no document.
CREATE INDEX IF NOT EXISTS documents_by_term ON documents
    (lapses, entry, class_id, dossier_key_id, finalised, date, kept_until, remarked) WHERE lapses IS NOT NULL;
CREATE INDEX IF NOT EXISTS documents_by_finalised ON documents (coalesce(finalised, date)) WHERE lapses IS NOT NULL;
CREATE INDEX IF NOT EXISTS uses_by_class ON uses (class_id);
-- Which texts inside documents are to be read still, and which cannot all be found.
CREATE INDEX IF NOT EXISTS insides_that_wait ON insides (entry) WHERE waits = 1;
CREATE INDEX IF NOT EXISTS insides_that_lack ON insides (lack, waits, read, entry) WHERE lack IS NOT NULL OR waits = 1;
