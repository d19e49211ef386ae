package vn.minhchung.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Vietnamese number words. The sound changes are those of school grammar: {@code mốt} after {@code mươi}, {@code tư} and
 * {@code lăm} after a ten, {@code linh} for an empty ten inside a hundred. An empty group of three is left out; a group
 * that is not the first is always read with its hundreds ({@code không trăm linh năm}), so nothing can be slipped in.
 */
final class VndWords {

    private static final String[] DIGIT = {"không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"};
    private static final String[] GROUP = {"", "nghìn", "triệu"};
    private static final long BILLION = 1_000_000_000L;

    private VndWords() {}

    static String of(long amount) {
        List<String> words = new ArrayList<>();
        if (amount < 0) {
            words.add("âm");
        }
        if (amount == 0) {
            words.add(DIGIT[0]);
        }
        read(Math.abs(amount), true, words);
        words.add("đồng");
        String text = String.join(" ", words);
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static void read(long number, boolean first, List<String> words) {
        if (number >= BILLION) {
            read(number / BILLION, first, words);
            words.add("tỷ");
            readGroups((int) (number % BILLION), false, words);
        } else {
            readGroups((int) number, first, words);
        }
    }

    private static void readGroups(int number, boolean first, List<String> words) {
        boolean leading = first;
        for (int group = 2, unit = 1_000_000; group >= 0; group--, unit /= 1_000) {
            int three = number / unit % 1_000;
            if (three == 0) {
                continue;
            }
            readThree(three, leading, words);
            if (group > 0) {
                words.add(GROUP[group]);
            }
            leading = false;
        }
    }

    private static void readThree(int three, boolean leading, List<String> words) {
        int hundreds = three / 100;
        int tens = three / 10 % 10;
        int ones = three % 10;
        boolean withHundreds = hundreds > 0 || !leading;
        if (withHundreds) {
            words.add(DIGIT[hundreds]);
            words.add("trăm");
        }
        if (tens == 1) {
            words.add("mười");
        } else if (tens > 1) {
            words.add(DIGIT[tens]);
            words.add("mươi");
        } else if (ones > 0 && withHundreds) {
            words.add("linh");
        }
        if (ones > 0) {
            words.add(ones(tens, ones));
        }
    }

    private static String ones(int tens, int ones) {
        if (ones == 1 && tens > 1) {
            return "mốt";
        }
        if (ones == 4 && tens > 1) {
            return "tư";
        }
        return ones == 5 && tens > 0 ? "lăm" : DIGIT[ones];
    }
}
