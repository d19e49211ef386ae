package vn.minhchung.kernel.text;

/**
 * Text that every store and every reader takes. A control character other than tab and line end is no text (PostgreSQL
 * stores no NUL at all), half of a surrogate pair is no character.
 */
public final class PlainText {
    /** Letters and a symbol by their kind that are drawn as nothing: the fillers of Hangul, braille without a dot. */
    private static final String DRAWN_AS_NOTHING = "\u115F\u1160\u3164\uFFA0\u2800";

    private PlainText() {}

    /**
     * Whether a person who reads the text sees nothing: no letter, number, punctuation mark or symbol stands in it, only
     * spaces, invisible characters and marks upon none. For texts that come in; what is recorded stays as it is.
     */
    public static boolean saysNothing(String text) {
        return text.codePoints().noneMatch(PlainText::isSeen);
    }

    private static boolean isSeen(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> false;
            default -> DRAWN_AS_NOTHING.indexOf(character) < 0;
        };
    }

    /** The index of the first character that is no text; −1 when all is text. A CR counts as the first half of a line end only. */
    public static int firstUnstorable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean next = i + 1 < text.length();
            if (Character.isHighSurrogate(c) && next && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                return i;
            } else if (c < ' ' && c != '\n' && c != '\t' && !(c == '\r' && next && text.charAt(i + 1) == '\n')) {
                return i;
            }
        }
        return -1;
    }

    /** About {@code longest} characters of the text from shortly before {@code around}, what is no text as {@code \\u0000}. */
    public static String escaped(String text, int around, int longest) {
        int from = Math.max(0, around - longest / 2);
        int to = Math.min(text.length(), from + longest);
        StringBuilder shown = new StringBuilder(from > 0 ? "…" : "");
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c < ' ' || Character.isSurrogate(c)) shown.append("\\u%04x".formatted((int) c));
            else shown.append(c);
        }
        return shown.append(to < text.length() ? "…" : "").toString();
    }

    /** The same text with U+FFFD in place of what PostgreSQL does not store: NUL and halves of pairs. */
    public static String storable(String text) {
        StringBuilder mended = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (pair) {
                i++;
            } else if (c == 0 || Character.isSurrogate(c)) {
                if (mended == null) mended = new StringBuilder(text);
                mended.setCharAt(i, '\uFFFD');
            }
        }
        return mended == null ? text : mended.toString();
    }
}
