-- With the log on Axon Server (profile axonserver): where each event of a stream stands, and when it was recorded, which the
-- server does not tell. A pure function of the log, in step with it: the owner may empty it, and it is made again.
-- Empty, and used by nobody, while the log is here.
CREATE TABLE event_store.axon_server_position (
    position    bigint PRIMARY KEY CHECK (position > 0),
    stream      text   NOT NULL,
    sequence    bigint NOT NULL CHECK (sequence >= 0),
    recorded_us bigint NOT NULL CHECK (recorded_us >= 0),
    UNIQUE (stream, sequence)
);

GRANT SELECT, INSERT ON event_store.axon_server_position TO ${roleApp};
