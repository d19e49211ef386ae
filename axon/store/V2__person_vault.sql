-- Keys of persons and of the server, outside the log: destroying a key erases a person while every proof still holds.
-- Only the vault's role enters this schema. It adds and destroys keys; it never changes one.

CREATE SCHEMA person_vault;

CREATE TABLE person_vault.person_key (
    person     text   PRIMARY KEY CHECK (octet_length(person) BETWEEN 1 AND 255),
    key        bytea  NOT NULL CHECK (octet_length(key) > 0),
    created_us bigint NOT NULL CHECK (created_us >= 0)
);

-- Remembers that there was a key, so that a destroyed one is never made anew.
CREATE TABLE person_vault.person_key_destroyed (
    person text   PRIMARY KEY CHECK (octet_length(person) BETWEEN 1 AND 255),
    at_us  bigint NOT NULL CHECK (at_us >= 0)
);

CREATE TABLE person_vault.secret (
    name  text  PRIMARY KEY CHECK (octet_length(name) BETWEEN 1 AND 255),
    value bytea NOT NULL CHECK (octet_length(value) > 0)
);

GRANT USAGE ON SCHEMA person_vault TO ${roleVault};
GRANT SELECT, INSERT, DELETE ON person_vault.person_key TO ${roleVault};
GRANT SELECT, INSERT ON person_vault.person_key_destroyed, person_vault.secret TO ${roleVault};
