-- The record itself. Everything else in this database can be rebuilt from these two tables.
--
-- Tables belong to the owner role, which only migrations use. The application's role may add and read, nothing else;
-- the triggers say the same to everybody, the owner and superusers included, also when session_replication_role
-- silences ordinary triggers (ENABLE ALWAYS).

CREATE SCHEMA event_store;

-- SQLSTATE MC001 is ours: "this table is append-only".
CREATE FUNCTION event_store.refuse_change() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = pg_catalog
AS $$
BEGIN
    RAISE EXCEPTION '%.% is append-only: % is refused', TG_TABLE_SCHEMA, TG_TABLE_NAME, TG_OP
        USING ERRCODE = 'MC001';
END
$$;

-- One row per event. Positions are contiguous from 1, in commit order (the appender numbers them).
-- payload and envelope are the exact UTF-8 JSON bytes that are hashed; they are never re-serialised.
-- recorded_us(n) = max(recorded_us(n-1) + 1, stored_ms * 1000): strictly increasing.
CREATE TABLE event_store.event (
    position    bigint PRIMARY KEY CHECK (position > 0),
    event_id    uuid   NOT NULL UNIQUE,
    stream      text   NOT NULL CHECK (octet_length(stream) BETWEEN 1 AND 255),
    sequence    bigint NOT NULL CHECK (sequence >= 0),
    type        text   NOT NULL CHECK (octet_length(type) BETWEEN 1 AND 255),
    name        text   NOT NULL CHECK (octet_length(name) BETWEEN 1 AND 255),
    revision    text   NOT NULL CHECK (octet_length(revision) BETWEEN 1 AND 32),
    stored_ms   bigint NOT NULL CHECK (stored_ms >= 0),
    recorded_us bigint NOT NULL CHECK (recorded_us >= stored_ms * 1000),
    payload     bytea  NOT NULL CHECK (octet_length(payload) > 0),
    envelope    bytea  NOT NULL CHECK (octet_length(envelope) > 0),
    UNIQUE (stream, sequence)
);

CREATE TRIGGER append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON event_store.event
    FOR EACH STATEMENT EXECUTE FUNCTION event_store.refuse_change();
ALTER TABLE event_store.event ENABLE ALWAYS TRIGGER append_only;

-- For auditors who read with SQL: the same rows, JSON opened and instants as timestamps.
CREATE VIEW event_store.event_json AS
SELECT position,
       event_id,
       stream,
       sequence,
       type,
       name,
       revision,
       timestamptz 'epoch' + stored_ms * interval '1 millisecond'     AS stored_at,
       timestamptz 'epoch' + recorded_us * interval '1 microsecond'   AS recorded_at,
       convert_from(payload, 'UTF8')::jsonb                           AS payload,
       convert_from(envelope, 'UTF8')::jsonb                          AS envelope
FROM event_store.event;

-- Refused commands and failed log-ins: no event, but not forgotten. detail is UTF-8 JSON as hashed;
-- hash covers prev_hash and the row, so that a missing row shows.
CREATE TABLE event_store.refusal_attempt (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at_us      bigint NOT NULL CHECK (at_us >= 0),
    day        date   NOT NULL,
    account    text,
    actor      text,
    kind       text   NOT NULL CHECK (kind IN ('COMMAND', 'LOGIN')),
    mutation   text,
    code       text,
    rule       text,
    position   bigint CHECK (position >= 0),
    request_id text,
    detail     bytea  NOT NULL CHECK (octet_length(detail) > 0),
    prev_hash  bytea,
    hash       bytea
);
CREATE INDEX refusal_attempt_day ON event_store.refusal_attempt (day, id);

CREATE TRIGGER append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON event_store.refusal_attempt
    FOR EACH STATEMENT EXECUTE FUNCTION event_store.refuse_change();
ALTER TABLE event_store.refusal_attempt ENABLE ALWAYS TRIGGER append_only;

GRANT USAGE ON SCHEMA event_store TO ${roleApp};
GRANT SELECT, INSERT ON event_store.event, event_store.refusal_attempt TO ${roleApp};
GRANT SELECT ON event_store.event_json TO ${roleApp};
