package vn.minhchung.platform.views;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.BasisPoints;
import vn.minhchung.kernel.Id;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.kernel.text.PlainText;
import vn.minhchung.platform.json.StoredJson;

/** Values of columns as the texts PostgreSQL reads; the database casts them to the column's type. */
final class SqlValues {
    private SqlValues() {}

    static @Nullable String text(@Nullable Object value, String sqlType) {
        String text = written(value, sqlType);
        if (text == null) return null;
        return PlainText.storable(sqlType.equals("jsonb") ? withoutEscapedNul(text) : text);
    }

    /** {@code \\u0000} stands in JSON for what PostgreSQL stores neither in jsonb nor in text. */
    private static String withoutEscapedNul(String json) {
        if (!json.contains("\\u0000")) return json;
        StringBuilder mended = new StringBuilder(json);
        for (int at = json.indexOf('\\'); at >= 0; at = json.indexOf('\\', at + 2)) {
            if (json.startsWith("\\u0000", at)) mended.replace(at, at + 6, "\\uFFFD");
        }
        return mended.toString();
    }

    private static @Nullable String written(@Nullable Object value, String sqlType) {
        if (value == null) return null;
        if (sqlType.equals("jsonb") && !(value instanceof String))
            return StoredJson.mapper().writeValueAsString(value);
        return switch (value) {
            case Id id -> id.value();
            case Enum<?> constant -> constant.name();
            case Vnd amount -> amount.digits();
            case BasisPoints share -> Integer.toString(share.value());
            case Set<?> items ->
                array(items.stream()
                        .sorted(Comparator.comparing(String::valueOf))
                        .toList());
            case Collection<?> items -> array(items);
            case Object[] items -> array(Arrays.asList(items));
            case byte[] bytes -> "\\x" + HexFormat.of().formatHex(bytes);
            default -> value.toString();
        };
    }

    private static String array(Collection<?> items) {
        StringBuilder out = new StringBuilder("{");
        for (Object item : items) {
            if (out.length() > 1) out.append(',');
            String text = written(item, "text");
            if (text == null) out.append("null");
            else
                out.append('"')
                        .append(text.replace("\\", "\\\\").replace("\"", "\\\""))
                        .append('"');
        }
        return out.append('}').toString();
    }
}
