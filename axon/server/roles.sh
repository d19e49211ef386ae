#!/bin/bash
# Run once by the database's image, as its superuser: the three roles and who may do what.
set -euo pipefail
psql -v ON_ERROR_STOP=1 --username "${POSTGRES_USER:-postgres}" --dbname "$POSTGRES_DB" \
     -v owner="$OWNER_PASSWORD" -v app="$APP_PASSWORD" -v vault="$VAULT_PASSWORD" <<'SQL'
CREATE ROLE minhchung_owner LOGIN PASSWORD :'owner';
CREATE ROLE minhchung_app LOGIN PASSWORD :'app';
CREATE ROLE minhchung_vault LOGIN PASSWORD :'vault';
ALTER DATABASE minhchung OWNER TO minhchung_owner;
REVOKE ALL ON DATABASE minhchung FROM PUBLIC;
GRANT CONNECT, CREATE, TEMPORARY ON DATABASE minhchung TO minhchung_app;
GRANT CONNECT ON DATABASE minhchung TO minhchung_vault;
SQL
