package vn.minhchung.kernel.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Vietnamese text as people type, paste and search it: one normal form, one sort order, one form for searching. */
public final class VietnameseText {

    private static final Pattern ODD_SPACES = Pattern.compile("[\\t\\x0B\\f\\p{Zs}]+");
    private static final Pattern INVISIBLE = Pattern.compile("[\\u00AD\\u200B-\\u200F\\u2060\\uFEFF]");
    private static final Pattern LINE_ENDS = Pattern.compile(" ?(?:\\r\\n|\\r|\\n|\\u2028|\\u2029) ?");
    /** Marks typed tone first: {@code e + acute + circumflex}. Unicode does not reorder them, so we do. */
    private static final Pattern TONE_BEFORE_SHAPE =
            Pattern.compile("([\\u0300\\u0301\\u0303\\u0309])([\\u0302\\u0306])");

    private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");
    private static final Pattern FORM_LINE = Pattern.compile("[\\s.…_·‥\\-–—:;,/()]*");

    /** Longer than any amount, date, grade or list of names; what is longer is prose and is not searched for one. */
    private static final int LONGEST_VALUE = 600;

    private VietnameseText() {}

    /** Whether a text is too long to be one value. Readers flag it unread: patterns on long hostile text cost much. */
    static boolean isProse(String text) {
        return text.length() > LONGEST_VALUE;
    }

    /**
     * NFC, one kind of space, no invisible characters, line ends as {@code \n}, no space at either end; the Icelandic eth
     * many old keyboards write for đ becomes đ.
     */
    public static String normalise(String text) {
        String visible = INVISIBLE.matcher(compose(text)).replaceAll("");
        String spaced = ODD_SPACES.matcher(visible).replaceAll(" ");
        return LINE_ENDS
                .matcher(spaced)
                .replaceAll("\n")
                .replace('\u00D0', 'Đ')
                .replace('\u0189', 'Đ')
                .replace('\u00F0', 'đ')
                .strip();
    }

    /** NFC, also where a tone was typed before the shape of its vowel; spaces and invisible characters stay. */
    public static String compose(String text) {
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);
        return Normalizer.normalize(TONE_BEFORE_SHAPE.matcher(decomposed).replaceAll("$2$1"), Normalizer.Form.NFC);
    }

    /** Whether the text is not in NFC: letters and marks are separate, as some systems and file names have them. */
    public static boolean isDecomposed(String text) {
        return !Normalizer.isNormalized(text, Normalizer.Form.NFC);
    }

    /** Whether the text says nothing: empty, or only the dots, dashes and underscores of a form to be filled in. */
    public static boolean isBlank(String text) {
        return FORM_LINE.matcher(normalise(text)).matches();
    }

    /** For searching without accents: lower case, no marks, {@code đ} as {@code d}, single spaces. */
    public static String fold(String text) {
        String bare = withoutMarks(normalise(text).toLowerCase(Locale.ROOT)).replace('đ', 'd');
        return bare.replace('\n', ' ').strip();
    }

    /**
     * A key whose plain character order is Vietnamese order, so a database sorts it with collation {@code C}: letters a ă
     * â b c d đ e ê … first, then tones (none, huyền, hỏi, ngã, sắc, nặng), then lower before upper case.
     */
    public static String collationKey(String text) {
        String decomposed = Normalizer.normalize(normalise(text), Normalizer.Form.NFD);
        StringBuilder letters = new StringBuilder();
        StringBuilder tones = new StringBuilder();
        StringBuilder cases = new StringBuilder();
        for (int i = 0; i < decomposed.length(); i++) {
            char each = decomposed.charAt(i);
            if ("\u0302\u0306\u031B".indexOf(each) >= 0 && !letters.isEmpty()) {
                // ă sorts before â; ô before ơ; a letter has at most one of these.
                letters.setCharAt(letters.length() - 1, each == '\u0302' && isA(letters) ? '2' : shapeRank(each));
            } else if (Character.getType(each) == Character.NON_SPACING_MARK) {
                if (!tones.isEmpty()) {
                    tones.setCharAt(tones.length() - 1, toneRank(each));
                }
            } else {
                appendLetter(each, letters);
                tones.append('0');
                cases.append(Character.isUpperCase(each) ? '1' : '0');
            }
        }
        return letters + "\u0001" + tones + "\u0001" + cases;
    }

    static String withoutMarks(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
    }

    private static boolean isA(StringBuilder letters) {
        return letters.length() > 1 && letters.charAt(letters.length() - 2) == 'a';
    }

    private static char shapeRank(char mark) {
        return mark == '\u031B' ? '2' : '1';
    }

    private static void appendLetter(char each, StringBuilder letters) {
        char lower = Character.toLowerCase(each);
        if (lower == 'đ') {
            letters.append("d1");
        } else if (Character.isLetter(lower)) {
            letters.append(lower).append('0');
        } else {
            letters.append(lower);
        }
    }

    private static char toneRank(char mark) {
        return switch (mark) {
            case '\u0300' -> '1';
            case '\u0309' -> '2';
            case '\u0303' -> '3';
            case '\u0301' -> '4';
            case '\u0323' -> '5';
            default -> '6';
        };
    }
}
