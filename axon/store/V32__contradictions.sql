-- What witnesses signed and this log does not hold: kept for good, with what it held when that was found.
CREATE TABLE transparency.contradiction (
    id       text        PRIMARY KEY,
    kind     text        NOT NULL CHECK (kind IN ('OLD_BACKUP', 'SPLIT_VIEW')),
    -- of the checkpoint that was signed
    size     bigint      NOT NULL CHECK (size >= 0),
    root     bytea       NOT NULL CHECK (octet_length(root) = 32),
    note     text        NOT NULL,
    own_size bigint      NOT NULL CHECK (own_size >= 0),
    own_root bytea       NOT NULL CHECK (octet_length(own_root) = 32),
    found_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

CREATE TRIGGER append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON transparency.contradiction
    FOR EACH STATEMENT EXECUTE FUNCTION event_store.refuse_change();
ALTER TABLE transparency.contradiction ENABLE ALWAYS TRIGGER append_only;

GRANT SELECT, INSERT ON transparency.contradiction TO ${roleApp};
