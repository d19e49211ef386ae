package vn.minhchung.kernel.log.bundle;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.BiConsumer;

/** One line of JSON as bytes. What is quoted gives back its very bytes, and never holds a {@code <}. */
final class JsonText {
    private static final String HEX = "0123456789abcdef";

    private final ByteArrayOutputStream line = new ByteArrayOutputStream(1_024);

    JsonText(String start) {
        raw(start);
    }

    /** As it stands. */
    JsonText raw(String json) {
        line.writeBytes(json.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    JsonText quoted(String text) {
        return quoted(text.getBytes(StandardCharsets.UTF_8));
    }

    JsonText quoted(byte[] utf8) {
        line.write('"');
        int from = 0;
        for (int i = 0; i < utf8.length; i++) {
            byte c = utf8[i];
            if (c < 0 || (c >= ' ' && c != '"' && c != '\\' && c != '<')) continue;
            line.write(utf8, from, i - from);
            from = i + 1;
            escaped(c);
        }
        line.write(utf8, from, utf8.length - from);
        line.write('"');
        return this;
    }

    private void escaped(byte c) {
        line.write('\\');
        switch (c) {
            case '"', '\\' -> line.write(c);
            case '\n' -> line.write('n');
            case '\r' -> line.write('r');
            case '\t' -> line.write('t');
            default -> raw("u00" + HEX.charAt(c >> 4) + HEX.charAt(c & 0xf));
        }
    }

    JsonText base64(byte[] bytes) {
        line.write('"');
        line.writeBytes(Base64.getEncoder().encode(bytes));
        line.write('"');
        return this;
    }

    /** With commas between. */
    <T> JsonText list(List<T> items, BiConsumer<JsonText, T> item) {
        for (int i = 0; i < items.size(); i++) {
            if (i > 0) line.write(',');
            item.accept(this, items.get(i));
        }
        return this;
    }

    /** The whole line. */
    ByteArrayOutputStream end() {
        line.write('\n');
        return line;
    }
}
