-- The transparency log over the events: tiles (C2SP tlog-tiles) and signed checkpoints. Both follow from the events, here or on
-- Axon Server, but what was signed must be kept as it was signed: rows are only ever added, by the application's role alone.

CREATE SCHEMA transparency;

-- A tile in the pieces it grew by: hashes of 32 bytes, the first of them at this place in the tile.
CREATE TABLE transparency.tile_piece (
    level  smallint NOT NULL CHECK (level BETWEEN 0 AND 7),
    tile   bigint   NOT NULL CHECK (tile >= 0),
    first  smallint NOT NULL CHECK (first BETWEEN 0 AND 255),
    hashes bytea    NOT NULL
        CHECK (octet_length(hashes) >= 32 AND octet_length(hashes) % 32 = 0 AND first + octet_length(hashes) / 32 <= 256),
    PRIMARY KEY (level, tile, first)
);

-- What the leaves are hashes of, in the same pieces as the tiles of level 0: each behind its length in two bytes. It follows from the
-- events too; kept, it tells what of an event was altered.
CREATE TABLE transparency.entry_piece (
    tile    bigint   NOT NULL CHECK (tile >= 0),
    first   smallint NOT NULL CHECK (first BETWEEN 0 AND 255),
    entries bytea    NOT NULL,
    PRIMARY KEY (tile, first)
);

CREATE TABLE transparency.checkpoint (
    ordinal   bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    origin    text        NOT NULL CHECK (octet_length(origin) BETWEEN 1 AND 255),
    size      bigint      NOT NULL CHECK (size >= 0),
    root      bytea       NOT NULL CHECK (octet_length(root) = 32),
    -- the signed note, as it is served
    note      text        NOT NULL,
    signed_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

CREATE TRIGGER append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON transparency.tile_piece
    FOR EACH STATEMENT EXECUTE FUNCTION event_store.refuse_change();
ALTER TABLE transparency.tile_piece ENABLE ALWAYS TRIGGER append_only;

CREATE TRIGGER append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON transparency.entry_piece
    FOR EACH STATEMENT EXECUTE FUNCTION event_store.refuse_change();
ALTER TABLE transparency.entry_piece ENABLE ALWAYS TRIGGER append_only;

CREATE TRIGGER append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON transparency.checkpoint
    FOR EACH STATEMENT EXECUTE FUNCTION event_store.refuse_change();
ALTER TABLE transparency.checkpoint ENABLE ALWAYS TRIGGER append_only;

GRANT USAGE ON SCHEMA transparency TO ${roleApp};
GRANT SELECT, INSERT ON transparency.tile_piece, transparency.entry_piece, transparency.checkpoint TO ${roleApp};
