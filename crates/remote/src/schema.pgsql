-- The log of one vault. The owner of the database makes this once; workstations are members of the role `zegel_client`, which
-- may read everything, call the functions, and nothing else.
CREATE SCHEMA zegel;

CREATE TABLE zegel.head (
    -- One row: the vault and where its log ends. Only `append` changes it. A CHECK here or on entries would be read again from its
    -- text by each append, which takes longer than the row.
    one    boolean PRIMARY KEY DEFAULT true,
    vault  text NOT NULL,
    format integer NOT NULL,
    size   bigint NOT NULL,
    root   bytea NOT NULL,
    -- The roots of the complete subtrees at the right edge of the tree, the largest first, 32 bytes each.
    peaks  bytea NOT NULL
);

CREATE TABLE zegel.collections (
    -- One row: how often garbage was collected. Who writes objects learns by it that his right to do so was lost.
    one   boolean PRIMARY KEY DEFAULT true CHECK (one),
    count bigint NOT NULL
);

CREATE TABLE zegel.entries (
    -- Signed entries with their sealed parts, for ever.
    position   bigint PRIMARY KEY,
    body       bytea NOT NULL,
    signatures bytea NOT NULL,
    -- All parts in their order: how many (2 bytes), and of each the audience (1 byte of length) and the sealed bytes (4).
    parts      bytea NOT NULL,
    -- The root of the largest complete subtree of the RFC 6962 tree that ends with this entry. The peaks of the log at any size
    -- are among them; each other node follows from these and one leaf.
    top        bytea NOT NULL
);
-- Random bytes do not become shorter, and are not tried.
ALTER TABLE zegel.entries
    ALTER body SET STORAGE EXTERNAL, ALTER signatures SET STORAGE EXTERNAL, ALTER parts SET STORAGE EXTERNAL;

CREATE FUNCTION zegel.is_for_ever() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the log is never changed';
END $$;
CREATE TRIGGER entries_are_for_ever BEFORE UPDATE OR DELETE OR TRUNCATE ON zegel.entries
    FOR EACH STATEMENT EXECUTE FUNCTION zegel.is_for_ever();

-- Advisory locks of this database, by two numbers: (1515734380, 1) whose turn it is to append, 2 writes objects (shared) or
-- collects garbage, 3 gives objects new heads.

-- Compares the head and adds entries after it: all of them or none. The tree is reckoned here, so that no client can put another
-- one. `fence` is the count of collections when the caller's right to write objects began; none where it wrote none.
-- Outcomes: added, moved, swept.
CREATE FUNCTION zegel.append(
    expected_size bigint, expected_root bytea, fence bigint, bodies bytea[], signed bytea[], sealed bytea[],
    OUT outcome text, OUT size bigint, OUT root bytea
) LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    added integer := coalesce(cardinality(bodies), 0);
    -- The peaks of the log, and those of them that are new.
    edge bytea;
    new_edge bytea := '';
    -- The nodes of one level that these entries make complete, side by side, 32 bytes each; those of level l at l + 1.
    made bytea;
    levels bytea[];
    at_level integer := 0;
BEGIN
    -- Whose turn it is. Who has to wait for it does so for a while.
    IF NOT pg_try_advisory_xact_lock(1515734380, 1) THEN
        PERFORM set_config('lock_timeout', '15s', true);
        PERFORM pg_advisory_xact_lock(1515734380, 1);
    END IF;
    SELECT h.size, h.root, h.peaks INTO STRICT size, root, edge FROM zegel.head h;
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
    outcome := 'added';
    IF added <> coalesce(cardinality(signed), 0) OR added <> coalesce(cardinality(sealed), 0) THEN
        RAISE EXCEPTION 'malformed entries';
    END IF;
    IF added = 0 THEN
        RETURN;
    END IF;
    size := expected_size + added;
    -- One entry is what comes most often, and what needs no table is reckoned without a plan.
    IF added = 1 THEN
        made := sha256('\x00'::bytea || bodies[1] || signed[1]);
    ELSE
        made := (SELECT string_agg(sha256('\x00'::bytea || b || s), ''::bytea ORDER BY n)
            FROM unnest(bodies, signed) WITH ORDINALITY u (b, s, n));
    END IF;
    IF made IS NULL OR octet_length(made) <> 32 * added THEN
        RAISE EXCEPTION 'malformed entries';
    END IF;
    -- What no client takes, none may add: everybody would stop there. In bytes, of a body, its signatures, and its packed parts.
    IF added = 1 THEN
        IF octet_length(bodies[1]) > 16777216 OR octet_length(signed[1]) > 65536 OR octet_length(sealed[1]) > 68157440 THEN
            RAISE EXCEPTION 'malformed entries';
        END IF;
    ELSIF EXISTS (SELECT FROM unnest(bodies, signed, sealed) u (b, s, t)
            WHERE octet_length(b) > 16777216 OR octet_length(s) > 65536 OR octet_length(t) > 68157440) THEN
        RAISE EXCEPTION 'malformed entries';
    END IF;
    -- Level by level: two neighbours have a node above them.
    LOOP
        levels[at_level + 1] := made;
        IF (expected_size >> at_level) & 1 = 1 THEN
            -- The left neighbour of the first was there before: the smallest peak.
            made := substr(edge, octet_length(edge) - 31) || made;
            edge := substr(edge, 1, octet_length(edge) - 32);
        END IF;
        IF (size >> at_level) & 1 = 1 THEN
            -- The last has no right neighbour.
            new_edge := substr(made, octet_length(made) - 31) || new_edge;
        END IF;
        EXIT WHEN octet_length(made) < 64;
        IF octet_length(made) < 128 THEN
            made := sha256('\x01'::bytea || substr(made, 1, 64));
        ELSE
            made := (SELECT string_agg(sha256('\x01'::bytea || substr(made, 64 * i + 1, 64)), ''::bytea ORDER BY i)
                FROM generate_series(0, octet_length(made) / 64 - 1) i);
        END IF;
        at_level := at_level + 1;
    END LOOP;
    IF added = 1 THEN
        INSERT INTO zegel.entries (position, body, signatures, parts, top)
            VALUES (expected_size, bodies[1], signed[1], sealed[1], levels[at_level + 1]);
    ELSE
        -- The largest subtree that ends with the entry at p is of the level that says how many ones p ends with, in base two.
        INSERT INTO zegel.entries (position, body, signatures, parts, top)
            SELECT p, b, s, t, substr(levels[l + 1], 32 * ((p >> l) - (expected_size >> l))::integer + 1, 32)
            FROM unnest(bodies, signed, sealed) WITH ORDINALITY u (b, s, t, n),
                LATERAL (SELECT expected_size + n - 1 AS p) numbered,
                LATERAL (SELECT round(ln((p # (p + 1)) + 1::double precision) / ln(2::double precision))::integer - 1 AS l) ends;
    END IF;
    edge := edge || new_edge;
    root := substr(edge, octet_length(edge) - 31);
    FOR peak IN REVERSE octet_length(edge) / 32 - 2 .. 0 LOOP
        root := sha256('\x01'::bytea || substr(edge, 32 * peak + 1, 32) || root);
    END LOOP;
    UPDATE zegel.head h SET size = append.size, root = append.root, peaks = edge;
    -- A hint: a follower looks for itself.
    PERFORM pg_notify('zegel', '');
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
GRANT EXECUTE ON FUNCTION zegel.append(bigint, bytea, bigint, bytea[], bytea[], bytea[]) TO zegel_client;
GRANT EXECUTE ON FUNCTION zegel.begin_writing() TO zegel_client;
GRANT EXECUTE ON FUNCTION zegel.begin_collecting() TO zegel_client;
