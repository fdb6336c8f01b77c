-- The log of one vault. The owner of the database makes this once; workstations are members of the role `zegel_client`, which
-- may read everything, call the functions, and nothing else.
CREATE SCHEMA zegel;

CREATE TABLE zegel.head (
    -- One row: the vault and where its log ends. A writer that appends locks it.
    one    boolean PRIMARY KEY DEFAULT true CHECK (one),
    vault  text NOT NULL,
    format integer NOT NULL,
    size   bigint NOT NULL CHECK (size >= 0),
    root   bytea NOT NULL CHECK (octet_length(root) = 32)
);

CREATE TABLE zegel.collections (
    -- One row: how often garbage was collected. Who writes objects learns by it that his right to do so was lost.
    one   boolean PRIMARY KEY DEFAULT true CHECK (one),
    count bigint NOT NULL
);

CREATE TABLE zegel.entries (
    -- Signed entries, for ever.
    position   bigint PRIMARY KEY CHECK (position >= 0),
    body       bytea NOT NULL,
    signatures bytea NOT NULL
);

CREATE TABLE zegel.parts (
    -- Sealed parts of the entries, for ever. Only `append` adds them, with their entries: a reference, which is checked row by
    -- row, would take as long as the rows themselves.
    position bigint NOT NULL,
    ordinal  integer NOT NULL CHECK (ordinal >= 0),
    audience text NOT NULL,
    sealed   bytea NOT NULL,
    PRIMARY KEY (position, ordinal)
);
CREATE INDEX parts_by_audience ON zegel.parts (audience, position);

CREATE TABLE zegel.nodes (
    -- The complete subtrees of the RFC 6962 tree over the entries, for ever.
    level smallint NOT NULL,
    place bigint NOT NULL,
    hash  bytea NOT NULL CHECK (octet_length(hash) = 32),
    PRIMARY KEY (level, place)
);

CREATE FUNCTION zegel.is_for_ever() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the log is never changed';
END $$;
CREATE TRIGGER entries_are_for_ever BEFORE UPDATE OR DELETE OR TRUNCATE ON zegel.entries
    FOR EACH STATEMENT EXECUTE FUNCTION zegel.is_for_ever();
CREATE TRIGGER parts_are_for_ever BEFORE UPDATE OR DELETE OR TRUNCATE ON zegel.parts
    FOR EACH STATEMENT EXECUTE FUNCTION zegel.is_for_ever();
CREATE TRIGGER nodes_are_for_ever BEFORE UPDATE OR DELETE OR TRUNCATE ON zegel.nodes
    FOR EACH STATEMENT EXECUTE FUNCTION zegel.is_for_ever();

-- Advisory locks of this database, by two numbers: (1515734380, 1) whose turn it is to append, 2 writes objects (shared) or
-- collects garbage, 3 gives objects new heads.

-- Compares the head and adds entries after it: all of them or none. The tree is reckoned here, so that no client can put another
-- one. `fence` is the count of collections when the caller's right to write objects began; none where it wrote none.
-- Outcomes: added, moved, swept.
CREATE FUNCTION zegel.append(
    expected_size bigint, expected_root bytea, fence bigint, bodies bytea[], signed bytea[],
    part_entries integer[], ordinals integer[], audiences text[], seals bytea[],
    OUT outcome text, OUT size bigint, OUT root bytea
) LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET lock_timeout = '15s' AS $$
DECLARE
    added bigint := coalesce(cardinality(bodies), 0);
    entry record;
    node bytea;
    at_level smallint;
    at_place bigint;
    -- The roots of the complete subtrees at the right edge, the one of level l at l + 1.
    peaks bytea[];
    -- What is complete by now, to be added at once: a statement for each node would take longer than all the rest.
    made integer := 0;
    levels smallint[];
    places bigint[];
    hashes bytea[];
BEGIN
    PERFORM pg_advisory_xact_lock(1515734380, 1);
    SELECT h.size, h.root INTO STRICT size, root FROM zegel.head h FOR UPDATE;
    IF size <> expected_size OR root <> expected_root THEN
        outcome := 'moved';
        RETURN;
    END IF;
    IF fence IS NOT NULL THEN
        IF NOT pg_try_advisory_xact_lock_shared(1515734380, 2)
            OR fence <> (SELECT c.count FROM zegel.collections c) THEN
            outcome := 'swept';
            RETURN;
        END IF;
    END IF;
    IF added <> coalesce(cardinality(signed), 0)
        OR EXISTS (SELECT FROM unnest(part_entries) e WHERE e IS NULL OR e < 0 OR e >= added) THEN
        RAISE EXCEPTION 'malformed entries';
    END IF;
    INSERT INTO zegel.entries (position, body, signatures)
        SELECT expected_size + n - 1, b, s FROM unnest(bodies, signed) WITH ORDINALITY u (b, s, n);
    INSERT INTO zegel.parts (position, ordinal, audience, sealed)
        SELECT expected_size + e, o, a, s FROM unnest(part_entries, ordinals, audiences, seals) u (e, o, a, s);
    IF added > 0 THEN
        SELECT array_agg(CASE WHEN (expected_size >> l) & 1 = 1 THEN (
                SELECT n.hash FROM zegel.nodes n WHERE n.level = l AND n.place = (expected_size >> l) - 1
            ) END ORDER BY l) INTO peaks FROM generate_series(0, 62) l;
        FOR entry IN
            SELECT sha256('\x00'::bytea || b || s) AS leaf, expected_size + n - 1 AS position
            FROM unnest(bodies, signed) WITH ORDINALITY u (b, s, n) ORDER BY n
        LOOP
            node := entry.leaf;
            at_level := 0;
            at_place := entry.position;
            LOOP
                made := made + 1;
                levels[made] := at_level;
                places[made] := at_place;
                hashes[made] := node;
                EXIT WHEN at_place & 1 = 0;
                -- A peak that is not there gives none, which is refused by the table.
                node := sha256('\x01'::bytea || peaks[at_level + 1] || node);
                peaks[at_level + 1] := NULL;
                at_level := at_level + 1;
                at_place := at_place >> 1;
            END LOOP;
            peaks[at_level + 1] := node;
        END LOOP;
        INSERT INTO zegel.nodes (level, place, hash) SELECT * FROM unnest(levels, places, hashes);
        size := expected_size + added;
        node := NULL;
        FOR at_level IN 1..63 LOOP
            IF (size >> (at_level - 1)) & 1 = 1 THEN
                node := CASE WHEN node IS NULL THEN peaks[at_level] ELSE sha256('\x01'::bytea || peaks[at_level] || node) END;
            END IF;
        END LOOP;
        root := node;
        UPDATE zegel.head h SET size = append.size, root = append.root;
        -- A hint: a follower looks for itself.
        PERFORM pg_notify('zegel', size::text);
    END IF;
    outcome := 'added';
END $$;

-- The right to write objects, until the connection gives it up: gives the count of collections.
CREATE FUNCTION zegel.begin_writing() RETURNS bigint LANGUAGE plpgsql
    SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET lock_timeout = '120s' AS $$
BEGIN
    PERFORM pg_advisory_lock_shared(1515734380, 2);
    RETURN (SELECT c.count FROM zegel.collections c);
END $$;

-- The right to collect garbage, if nobody writes objects. A writer that had the right and lost it is told so by the count.
CREATE FUNCTION zegel.begin_collecting() RETURNS boolean LANGUAGE plpgsql
    SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF NOT pg_try_advisory_lock(1515734380, 2) THEN
        RETURN false;
    END IF;
    UPDATE zegel.collections c SET count = c.count + 1;
    RETURN true;
END $$;

REVOKE ALL ON SCHEMA zegel FROM PUBLIC;
REVOKE ALL ON ALL TABLES IN SCHEMA zegel FROM PUBLIC;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA zegel FROM PUBLIC;
GRANT USAGE ON SCHEMA zegel TO zegel_client;
GRANT SELECT ON ALL TABLES IN SCHEMA zegel TO zegel_client;
GRANT EXECUTE ON FUNCTION zegel.append(
    bigint, bytea, bigint, bytea[], bytea[], integer[], integer[], text[], bytea[]) TO zegel_client;
GRANT EXECUTE ON FUNCTION zegel.begin_writing() TO zegel_client;
GRANT EXECUTE ON FUNCTION zegel.begin_collecting() TO zegel_client;
