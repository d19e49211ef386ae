package vn.minhchung.kernel.graphql;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Refusal;

/**
 * Where a page ended: the position of the first page, so that later pages are read as of it, and the order of the last
 * item.
 */
public record Cursor(long position, long order) {

    public static String write(long position, long order) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((position + ":" + order).getBytes(StandardCharsets.UTF_8));
    }

    public static Cursor read(String text) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(":", -1);
            if (parts.length != 2) throw new NumberFormatException(text);
            return new Cursor(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
        } catch (IllegalArgumentException e) {
            throw (Refusal) Refusal.of(ErrorCode.MALFORMED_CURSOR, "value", text)
                    .at("after")
                    .initCause(e);
        }
    }
}
