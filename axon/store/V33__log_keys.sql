-- The log's public keys in the order they signed, and how each followed the one before. The secrets are in the vault.
CREATE TABLE transparency.log_key (
    ordinal  bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    origin   text        NOT NULL CHECK (octet_length(origin) BETWEEN 1 AND 255),
    verifier text        NOT NULL UNIQUE,
    -- the note both keys signed; none for the first
    rotation text,
    since    timestamptz NOT NULL DEFAULT clock_timestamp()
);

CREATE TRIGGER append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON transparency.log_key
    FOR EACH STATEMENT EXECUTE FUNCTION event_store.refuse_change();
ALTER TABLE transparency.log_key ENABLE ALWAYS TRIGGER append_only;

GRANT SELECT, INSERT ON transparency.log_key TO ${roleApp};
