package vn.minhchung.kernel.text;

import java.util.Locale;
import vn.minhchung.kernel.Vnd;

/** Compares an amount in words with its digits. Region and habit vary a few words; the meaning is compared. */
final class VndWordsText {

    private VndWordsText() {}

    static boolean agree(String words, Vnd amount) {
        return canonical(words).equals(canonical(amount.toWords()));
    }

    private static String canonical(String words) {
        return (" " + VietnameseText.normalise(words).toLowerCase(Locale.ROOT) + " ")
                .replaceAll("[^\\p{L}]+", " ")
                .replaceAll(" (chẵn|đồng|việt nam) ", " ")
                .replaceAll(" (chẵn|đồng|việt nam) ", " ")
                .replace(" ngàn ", " nghìn ")
                .replace(" tỉ ", " tỷ ")
                .replace(" lẻ ", " linh ")
                .replace(" tư ", " bốn ")
                .replace(" nhăm ", " lăm ")
                .replace(" bẩy ", " bảy ")
                .strip();
    }
}
