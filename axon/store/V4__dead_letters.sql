-- What processes could not do, until an operator has it tried again. It stands outside the log: a failure is no decision,
-- and what is done at last is forgotten here. The order to try again is an event.

CREATE SCHEMA process;

CREATE TABLE process.dead_letter (
    id       text    PRIMARY KEY CHECK (octet_length(id) BETWEEN 1 AND 255),
    ordinal  bigint  GENERATED ALWAYS AS IDENTITY UNIQUE,
    process  text    NOT NULL,
    sequence text    NOT NULL,
    item     text    NOT NULL,
    attempts integer NOT NULL CHECK (attempts >= 0),
    seen     bigint  NOT NULL CHECK (seen >= 0),
    cause    text    NOT NULL,
    first_us bigint  NOT NULL CHECK (first_us >= 0),
    last_us  bigint  NOT NULL CHECK (last_us >= 0)
);
CREATE INDEX dead_letter_sequence ON process.dead_letter (process, sequence, ordinal);

GRANT USAGE ON SCHEMA process TO ${roleApp};
GRANT SELECT, INSERT, UPDATE, DELETE ON process.dead_letter TO ${roleApp};
