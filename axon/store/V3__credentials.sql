-- Password hashes of local accounts. They stand outside the log: they prove nothing and must be forgettable.
-- The key is the credential's id, as the event that makes it current names it: a hash written for a command that was
-- never recorded opens no door, and a replaced one is blanked.

CREATE SCHEMA credential;

CREATE TABLE credential.password (
    credential text   PRIMARY KEY CHECK (octet_length(credential) BETWEEN 1 AND 255),
    hash       text   NOT NULL CHECK (octet_length(hash) BETWEEN 1 AND 1024),
    changed_us bigint NOT NULL CHECK (changed_us >= 0)
);

GRANT USAGE ON SCHEMA credential TO ${roleApp};
GRANT SELECT, INSERT, UPDATE ON credential.password TO ${roleApp};
