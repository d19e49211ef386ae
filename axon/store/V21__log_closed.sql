-- The log in this database is closed: it went to Axon Server and grows there. From then on nobody adds an event here, whichever
-- build, role or session it is; what was here stays and can be read. Written by the move, and by the first start with the
-- profile axonserver, under the appenders' lock. Only the owner can take it back, as long as nothing was recorded there.
CREATE TABLE event_store.log_closed (
    closed boolean PRIMARY KEY DEFAULT true CHECK (closed),
    -- of the last event here
    position  bigint NOT NULL CHECK (position >= 0),
    closed_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

GRANT SELECT, INSERT ON event_store.log_closed TO ${roleApp};

-- SQLSTATE MC002 is ours: "this log is closed". An index of Axon Server's positions says the same.
CREATE FUNCTION event_store.refuse_closed() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = pg_catalog
AS $$
BEGIN
    IF EXISTS (SELECT FROM event_store.log_closed) OR EXISTS (SELECT FROM event_store.axon_server_position) THEN
        RAISE EXCEPTION 'this log is closed: it went on on Axon Server'
            USING ERRCODE = 'MC002';
    END IF;
    RETURN NULL;
END
$$;

CREATE TRIGGER open_log
    BEFORE INSERT ON event_store.event
    FOR EACH STATEMENT EXECUTE FUNCTION event_store.refuse_closed();
ALTER TABLE event_store.event ENABLE ALWAYS TRIGGER open_log;
