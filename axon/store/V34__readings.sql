-- Who read what, where reading is itself recorded: whatever inspectors ask, and every confidential record that was opened. No event, but not
-- forgotten. detail is canonical JSON as hashed; hash covers prev_hash and the row, so that a missing row shows.
CREATE TABLE event_store.reading (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at_us      bigint NOT NULL CHECK (at_us >= 0),
    day        date   NOT NULL,
    account    text   NOT NULL,
    actor      text   NOT NULL,
    kind       text   NOT NULL CHECK (kind IN ('QUERY', 'MUTATION', 'SUBSCRIPTION', 'ENTRIES')),
    operation  text,
    position   bigint NOT NULL CHECK (position >= 0),
    request_id text,
    detail     text   NOT NULL CHECK (octet_length(detail) > 0),
    prev_hash  bytea,
    hash       bytea  NOT NULL
);
CREATE INDEX reading_day ON event_store.reading (day, id);
CREATE INDEX reading_actor ON event_store.reading (actor, id);
-- of the hashed text itself: a column beside it could tell otherwise
CREATE INDEX reading_asked ON event_store.reading USING gin ((detail::jsonb -> 'asked') jsonb_path_ops);
CREATE INDEX reading_opened ON event_store.reading USING gin ((detail::jsonb -> 'opened') jsonb_path_ops);

CREATE TRIGGER append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON event_store.reading
    FOR EACH STATEMENT EXECUTE FUNCTION event_store.refuse_change();
ALTER TABLE event_store.reading ENABLE ALWAYS TRIGGER append_only;

GRANT SELECT, INSERT ON event_store.reading TO ${roleApp};

-- A cosignature is of one log: one that goes on under another name may have a size and root of the one before. Rows of before take
-- the name on the checkpoint they signed; of several with that root, the first one's; without any, the name of their time.
ALTER TABLE transparency.cosignature ADD COLUMN origin text CHECK (octet_length(origin) BETWEEN 1 AND 255);
ALTER TABLE transparency.cosignature DISABLE TRIGGER append_only;
UPDATE transparency.cosignature seen
SET origin = coalesce(
        (SELECT made.origin
         FROM transparency.checkpoint made
         WHERE made.size = seen.size AND made.root = seen.root
         ORDER BY made.ordinal
         LIMIT 1),
        (SELECT made.origin
         FROM transparency.checkpoint made
         ORDER BY made.signed_at <= seen.received_at DESC, abs(extract(epoch FROM made.signed_at - seen.received_at))
         LIMIT 1));
ALTER TABLE transparency.cosignature ENABLE ALWAYS TRIGGER append_only;
ALTER TABLE transparency.cosignature ALTER COLUMN origin SET NOT NULL;
ALTER TABLE transparency.cosignature DROP CONSTRAINT cosignature_pkey;
ALTER TABLE transparency.cosignature ADD PRIMARY KEY (size, root, origin, witness);
-- how far each witness has come
CREATE INDEX cosignature_witness ON transparency.cosignature (witness, size);
