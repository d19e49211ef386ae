-- Password hashes of local accounts. They stand outside the log: they change, prove nothing and must be forgettable.

CREATE SCHEMA credential;

CREATE TABLE credential.password (
    account    text   PRIMARY KEY CHECK (octet_length(account) BETWEEN 1 AND 255),
    hash       text   NOT NULL CHECK (octet_length(hash) BETWEEN 1 AND 1024),
    changed_us bigint NOT NULL CHECK (changed_us >= 0)
);

GRANT USAGE ON SCHEMA credential TO ${roleApp};
GRANT SELECT, INSERT, UPDATE ON credential.password TO ${roleApp};
