package vn.minhchung.system;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Looks for texts in everything a database keeps: in the values of all tables outside the vault, and in the server's files
 * as they lie on the disk.
 */
final class StoredBytes {
    private static final int WINDOW = 4;
    private static final int SLOTS = 1 << 16;

    /** By the hash of their first bytes; most places of a file need no closer look. */
    private final Map<Integer, List<byte[]>> wanted = new HashMap<>();

    private final boolean[] slots = new boolean[SLOTS];

    StoredBytes(Set<String> texts) {
        for (String text : texts) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            if (bytes.length < WINDOW) throw new IllegalArgumentException("too short to look for: " + text);
            wanted.computeIfAbsent(slot(bytes, 0), _ -> new ArrayList<>()).add(bytes);
            slots[slot(bytes, 0)] = true;
        }
    }

    /** Found texts with the places they stand in. */
    Set<String> inTables(Connection superuser) throws SQLException {
        Set<String> found = new TreeSet<>();
        for (String table : tables(superuser)) {
            try (Statement statement = superuser.createStatement();
                    ResultSet rows = statement.executeQuery("select * from " + table)) {
                int columns = rows.getMetaData().getColumnCount();
                while (rows.next()) {
                    for (int column = 1; column <= columns; column++) {
                        byte[] value = value(rows, column);
                        if (value.length > 0) search(value, table, found);
                    }
                }
            }
        }
        return found;
    }

    /** Files of this database, the write-ahead log and the server's own logs; other databases are other systems. */
    Set<String> inFiles(Connection superuser) throws SQLException, IOException {
        Path data;
        String own;
        try (Statement statement = superuser.createStatement()) {
            statement.execute("checkpoint");
            try (ResultSet row = statement.executeQuery("select current_setting('data_directory'), oid::text"
                    + " from pg_database where datname = current_database()")) {
                row.next();
                data = Path.of(row.getString(1));
                own = row.getString(2);
            }
        }
        Set<String> found = new TreeSet<>();
        try (Stream<Path> below = Files.walk(data)) {
            for (Path file : below.filter(Files::isRegularFile).toList()) {
                Path within = data.relativize(file);
                boolean others = within.startsWith("base") && !within.startsWith(Path.of("base", own));
                if (!others) search(bytes(file), within.getName(0).toString(), found);
            }
        }
        return found;
    }

    /** None when the server removed the file since it was listed. */
    private static byte[] bytes(Path file) throws IOException {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException gone) {
            return new byte[0];
        }
    }

    private static List<String> tables(Connection superuser) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Statement statement = superuser.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select format('%I.%I', schemaname, tablename) from pg_tables
                        where schemaname not in ('pg_catalog', 'information_schema', 'person_vault')
                        order by 1
                        """)) {
            while (rows.next()) tables.add(rows.getString(1));
        }
        return tables;
    }

    /** Bytes as they are, everything else as text. */
    private static byte[] value(ResultSet rows, int column) throws SQLException {
        if (rows.getMetaData().getColumnTypeName(column).equals("bytea")) {
            byte[] bytes = rows.getBytes(column);
            return bytes == null ? new byte[0] : bytes;
        }
        String text = rows.getString(column);
        return text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
    }

    private void search(byte[] bytes, String place, Set<String> found) {
        for (int at = 0; at <= bytes.length - WINDOW; at++) {
            List<byte[]> candidates = hit(slot(bytes, at));
            for (byte[] candidate : candidates) {
                if (stands(candidate, bytes, at))
                    found.add(new String(candidate, StandardCharsets.UTF_8) + " in " + place);
            }
        }
    }

    private List<byte[]> hit(int slot) {
        return slots[slot] ? wanted.getOrDefault(slot, List.of()) : List.of();
    }

    private static boolean stands(byte[] candidate, byte[] bytes, int at) {
        if (at + candidate.length > bytes.length) return false;
        for (int i = 0; i < candidate.length; i++) if (bytes[at + i] != candidate[i]) return false;
        return true;
    }

    private static int slot(byte[] bytes, int at) {
        int first =
                (bytes[at] & 0xff) | (bytes[at + 1] & 0xff) << 8 | (bytes[at + 2] & 0xff) << 16 | bytes[at + 3] << 24;
        return (first * 0x9E37_79B1) >>> 16;
    }
}
