package vn.minhchung.kernel.text;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a vote: {@code 7/7 thành viên}, {@code 6 trên 7 phiếu}. A percentage does not say how many voted: flagged. */
public final class VoteText {

    private static final Pattern VOTE = Pattern.compile(
            "(?:với )?(?<inFavour>\\d{1,3}) ?(?:phiếu )?(?:/|trên) ?(?<total>\\d{1,3})"
                    + "(?: (?:thành viên|phiếu|ủy viên|uỷ viên|đại biểu|ý kiến))?(?: (?:hội đồng|có mặt|đồng ý|tán thành|nhất trí|đạt))*");
    private static final Pattern PERCENT = Pattern.compile(".*\\d ?%.*");

    private VoteText() {}

    public static Reading<Vote> read(String raw) {
        if (VietnameseText.isProse(raw)) {
            return Reading.unclear(raw, Remark.of("text.vote.not_understood"));
        }
        String text = VietnameseText.normalise(raw).toLowerCase(Locale.ROOT);
        if (VietnameseText.isBlank(text)) {
            return Reading.blank(raw);
        }
        Matcher vote = VOTE.matcher(text);
        if (!vote.matches()) {
            String key = PERCENT.matcher(text).matches() ? "text.vote.only_percent" : "text.vote.not_understood";
            return Reading.unclear(raw, Remark.of(key));
        }
        int inFavour = Integer.parseInt(vote.group("inFavour"));
        int total = Integer.parseInt(vote.group("total"));
        return total == 0 || inFavour > total
                ? Reading.unclear(raw, Remark.of("text.vote.impossible", vote.group("inFavour"), vote.group("total")))
                : Reading.exact(raw, new Vote(inFavour, total));
    }
}
