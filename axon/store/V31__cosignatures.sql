-- What witnesses signed of the log: that they saw a checkpoint, and when (C2SP tlog-cosignature).
CREATE TABLE transparency.cosignature (
    size        bigint      NOT NULL CHECK (size >= 0),
    root        bytea       NOT NULL CHECK (octet_length(root) = 32),
    -- <name>+<key id> of the witness
    witness     text        NOT NULL CHECK (octet_length(witness) BETWEEN 1 AND 300),
    -- when the witness says to have seen it
    seen_at     timestamptz NOT NULL,
    -- the line of the signed note
    line        text        NOT NULL,
    received_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (size, root, witness)
);

-- A proof asks for the newest checkpoint of a size, and a cosignature for the one it signed.
CREATE INDEX checkpoint_size ON transparency.checkpoint (size, ordinal);

CREATE TRIGGER append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON transparency.cosignature
    FOR EACH STATEMENT EXECUTE FUNCTION event_store.refuse_change();
ALTER TABLE transparency.cosignature ENABLE ALWAYS TRIGGER append_only;

GRANT SELECT, INSERT ON transparency.cosignature TO ${roleApp};
