package vn.minhchung.platform.views;

import org.jspecify.annotations.Nullable;

/** Rows in the text format of PostgreSQL's COPY: columns parted by tabs, rows by line ends, a null as {@code \\N}. */
final class CopyText {
    private CopyText() {}

    static void append(StringBuilder out, @Nullable String[] row) {
        for (int column = 0; column < row.length; column++) {
            if (column > 0) out.append('\t');
            String value = row[column];
            if (value == null) out.append("\\N");
            else escaped(out, value);
        }
        out.append('\n');
    }

    private static void escaped(StringBuilder out, String value) {
        int plainFrom = 0;
        for (int i = 0; i < value.length(); i++) {
            String instead = instead(value.charAt(i));
            if (instead.isEmpty()) continue;
            out.append(value, plainFrom, i).append(instead);
            plainFrom = i + 1;
        }
        out.append(value, plainFrom, value.length());
    }

    private static String instead(char character) {
        return switch (character) {
            case '\\' -> "\\\\";
            case '\t' -> "\\t";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            default -> "";
        };
    }
}
