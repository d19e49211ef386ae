package vn.minhchung.kernel;

import com.fasterxml.jackson.annotation.JsonValue;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A typed identity {@code <kind>:<uuid>} (guards: {@code <kind>:<natural key>}). The kind stands in the value because the
 * store keys streams by this string alone: two kinds can never share a stream.
 */
public interface Id {
    Pattern FORM = Pattern.compile("[a-z][a-z-]*:.{1,200}");

    @JsonValue
    String value();

    /** The kind of a class of ids whose name is another. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    @interface Kind {
        String value();
    }

    static void check(String kind, String value) {
        if (!value.startsWith(kind + ":") || !FORM.matcher(value).matches()) {
            throw new Refusal(ErrorCode.MALFORMED_ID, Facts.of("value", value, "expected", kind + ":…"));
        }
    }

    /** The same words give the same id for ever: imports and replays derive ids instead of drawing them. */
    static String derived(String kind, String... words) {
        byte[] name = String.join("\u0000", words).getBytes(StandardCharsets.UTF_8);
        return kind + ":" + UUID.nameUUIDFromBytes(name);
    }

    /** {@code DepositAccountId} → {@code deposit-account}, unless the class says another one. */
    static String kindOf(Class<?> idType) {
        Kind said = idType.getAnnotation(Kind.class);
        if (said != null) return said.value();
        return idType.getSimpleName()
                .replaceAll("Id$", "")
                .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
    }

    static String kindOf(String value) {
        int colon = value.indexOf(':');
        return colon < 0 ? "" : value.substring(0, colon);
    }
}
