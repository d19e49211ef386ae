package vn.minhchung.kernel.log;

import java.util.Arrays;
import java.util.Base64;

/** The forms that notes are made of. */
final class NoteText {
    private NoteText() {}

    /** @throws NoteFault for a name that is empty or has a Unicode space, a plus or a control character */
    static String requireName(String name) {
        boolean wrong = name.codePoints()
                .anyMatch(c ->
                        c == '+' || Character.isSpaceChar(c) || Character.isWhitespace(c) || Character.isISOControl(c));
        if (name.isEmpty() || wrong) throw new NoteFault("no name of a key: \"" + name + "\"");
        return name;
    }

    /** No control character but the newline, and nothing that is no UTF-8. */
    static String requireText(String text) {
        boolean wrong = text.codePoints().anyMatch(c -> (c < ' ' && c != '\n') || (c >= 0xd800 && c <= 0xdfff));
        if (wrong) throw new NoteFault("a note with a control character");
        return text;
    }

    /** A decimal number as C2SP writes it: digits, no leading zero, at most 2^63 − 1. */
    static long number(String digits) {
        if (!digits.matches("0|[1-9][0-9]{0,18}")) throw new NoteFault("no number: \"" + digits + "\"");
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException e) {
            throw new NoteFault("too large: " + digits);
        }
    }

    static String base64(byte[]... parts) {
        return Base64.getEncoder().encodeToString(join(parts));
    }

    /** Standard base64 with its padding, and in no second spelling. */
    static byte[] base64(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            if (base64(bytes).equals(text)) return bytes;
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw new NoteFault("no base64: \"" + text + "\"");
    }

    static byte[] join(byte[]... parts) {
        byte[] all = new byte[Arrays.stream(parts).mapToInt(part -> part.length).sum()];
        int end = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, all, end, part.length);
            end += part.length;
        }
        return all;
    }
}
