package vn.minhchung.kernel.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The shape of a Vietnamese syllable: enough to tell text from the wreck of another encoding. */
public final class Syllables {

    private static final Pattern WORD = Pattern.compile("[^\\s\\p{Punct}…–—“”‘’]+");
    private static final Pattern SHAPE =
            Pattern.compile("(b|c|ch|d|đ|g|gh|gi|h|k|kh|l|m|n|ng|ngh|nh|p|ph|qu|r|s|t|th|tr|v|x)?"
                    + "(a|ă|â|e|ê|i|o|ô|ơ|u|ư|y|ai|ao|au|ay|âu|ây|eo|êu|ia|iê|iêu|iu|oa|oai|oao|oay|oă|oe|oeo|oi|oo|ôi|ơi|ua|uâ|uây"
                    + "|uê|ui|uô|uôi|uơ|uy|uya|uyê|uyu|ưa|ưi|ươ|ươi|ươu|ưu|yê|yêu)(c|ch|m|n|ng|nh|p|t)?");
    private static final Pattern TONE = Pattern.compile("[\\u0300\\u0301\\u0303\\u0309\\u0323]");

    private Syllables() {}

    /** Of the words that are not plain ASCII, how many in a hundred are Vietnamese syllables; 100 when there are none. */
    public static int plausiblePercent(String text) {
        int all = 0;
        int good = 0;
        Matcher words = WORD.matcher(text);
        while (words.find()) {
            String word = words.group();
            if (!word.chars().allMatch(c -> c < 0x80)) {
                all++;
                good += isSyllable(word) ? 1 : 0;
            }
        }
        return all == 0 ? 100 : good * 100 / all;
    }

    static boolean isSyllable(String word) {
        String lower = VietnameseText.normalise(word).toLowerCase(Locale.ROOT);
        String decomposed = Normalizer.normalize(lower, Normalizer.Form.NFD);
        Matcher tones = TONE.matcher(decomposed);
        if (tones.results().count() > 1) {
            return false;
        }
        String toneless = Normalizer.normalize(TONE.matcher(decomposed).replaceAll(""), Normalizer.Form.NFC);
        return SHAPE.matcher(toneless).matches();
    }
}
