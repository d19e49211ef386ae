package vn.minhchung.platform.views;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/**
 * What tables hold, as one value each: the number of rows and the sums of both halves of every row's MD5, so that neither
 * the order of rows nor the size of the table matters. It finds mistakes; proof against forgery is the log's.
 */
final class ViewHashes {
    private ViewHashes() {}

    static Map<String, String> of(Connection connection, ViewSchema schema, String of, long upTo) throws SQLException {
        Map<String, String> hashes = new TreeMap<>();
        for (var table : schema.positionColumns().entrySet()) {
            String sql = """
                    select count(*) || '-' || coalesce(sum(('x' || left(h, 16))::bit(64)::bigint::numeric), 0)
                      || '-' || coalesce(sum(('x' || right(h, 16))::bit(64)::bigint::numeric), 0)
                    from (select md5(t::text) as h from %s.%s t where %s <= ?) as hashed""".formatted(of, table.getKey(), table.getValue());
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setLong(1, upTo);
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    hashes.put(table.getKey(), row.getString(1));
                }
            }
        }
        return hashes;
    }
}
