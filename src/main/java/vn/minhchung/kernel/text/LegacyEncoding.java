package vn.minhchung.kernel.text;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Ways Vietnamese text was stored before Unicode, seen as the Latin letters they turn into, and UTF-8 that was once read
 * as Latin. Tables: TCVN 5712:1993 (VN3, the "ABC" fonts) and VNI for Windows. TCVN3 kept capitals in a font of their own,
 * so text in such a font comes back in small letters.
 */
public enum LegacyEncoding {
    TCVN3 {
        @Override
        public String decode(String text) {
            return replace(text, TCVN3_TABLE);
        }
    },
    VNI {
        @Override
        public String decode(String text) {
            return replace(text, VNI_TABLE);
        }
    },
    UTF8_READ_AS_LATIN {
        @Override
        public String decode(String text) {
            try {
                ByteBuffer bytes = ByteBuffer.wrap(latinBytes(text));
                return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
            } catch (CharacterCodingException e) {
                return text;
            }
        }
    };

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private static final Map<String, String> TCVN3_TABLE = table(
            "¡Ă ¢Â §Đ £Ê ¤Ô ¥Ơ ¦Ư µà ¸á ¶ả ·ã ¹ạ ¨ă »ằ ¾ắ ¼ẳ ½ẵ Æặ ©â Çầ Êấ Èẩ Éẫ Ëậ ®đ Ìè Ðé Îẻ Ïẽ Ñẹ ªê Òề Õế Óể Ôễ "
                    + "Öệ ×ì Ýí Øỉ Üĩ Þị ßò ãó áỏ âõ äọ «ô åồ èố æổ çỗ éộ ¬ơ êờ íớ ëở ìỡ îợ ïù óú ñủ òũ ôụ \u00ADư õừ øứ "
                    + "öử ÷ữ ùự úỳ ýý ûỷ üỹ þỵ",
            1);

    private static final Map<String, String> VNI_TABLE = vniTable();

    /** The text in Unicode, as if it were stored in this way. */
    public abstract String decode(String text);

    /**
     * The way a text was stored when that explains it better than Unicode does: its accented words are Vietnamese
     * syllables under this table, and are not as they stand.
     */
    public static Optional<LegacyEncoding> detect(String text) {
        if (text.chars().anyMatch(LegacyEncoding::isUnicodeOnly)
                && UTF8_READ_AS_LATIN.decode(text).equals(text)) {
            return Optional.empty();
        }
        LegacyEncoding best = null;
        int bestShare = Syllables.plausiblePercent(text);
        for (LegacyEncoding each : values()) {
            String decoded = each.decode(text);
            int share = decoded.equals(text) ? 0 : Syllables.plausiblePercent(decoded);
            if (share > bestShare && share >= 80) {
                best = each;
                bestShare = share;
            }
        }
        return Optional.ofNullable(best);
    }

    /** The text in Unicode and normal form; a conversion is remarked on and never called exact. */
    public static Reading<String> repair(String raw) {
        if (VietnameseText.isBlank(raw)) {
            return Reading.blank(raw);
        }
        return detect(raw)
                .map(found -> Reading.approximate(
                        raw,
                        VietnameseText.normalise(found.decode(raw)),
                        Remark.of("text.encoding.converted", found.name())))
                .orElseGet(() -> Reading.exact(
                        raw,
                        VietnameseText.normalise(raw),
                        VietnameseText.isDecomposed(raw) ? Remark.of("text.encoding.decomposed") : null));
    }

    /** The five bytes Windows-1252 leaves undefined come through as control characters in most readers. */
    private static byte[] latinBytes(String text) throws CharacterCodingException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            if (each < 0x100) {
                bytes.write(each);
            } else {
                bytes.write(WINDOWS_1252
                        .newEncoder()
                        .encode(CharBuffer.wrap(text, i, i + 1))
                        .get());
            }
        }
        return bytes.toByteArray();
    }

    private static boolean isUnicodeOnly(int c) {
        return (c >= 0x1EA0 && c <= 0x1EF9) || c == 'ơ' || c == 'ư' || c == 'Ơ' || c == 'Ư' || c == 'đ' || c == 'Đ';
    }

    private static String replace(String text, Map<String, String> table) {
        StringBuilder result = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            String two = text.substring(i, Math.min(i + 2, text.length()));
            String one = two.substring(0, 1);
            String found = two.length() == 2 ? table.get(two) : null;
            result.append(found != null ? found : table.getOrDefault(one, one));
            i += found != null ? 2 : 1;
        }
        return result.toString();
    }

    private static Map<String, String> table(String pairs, int keyLength) {
        Map<String, String> table = new HashMap<>();
        for (String pair : pairs.split(" ", -1)) {
            table.put(pair.substring(0, keyLength), pair.substring(keyLength));
        }
        return table;
    }

    private static Map<String, String> vniTable() {
        Map<String, String> table = table(
                "aøà aùá aûả aõã aïạ aââ aàầ aáấ aåẩ aãẫ aäậ aêă aèằ aéắ aúẳ aüẵ aëặ eøè eùé eûẻ eõẽ eïẹ eâê eàề eáế eåể "
                        + "eãễ eäệ oøò oùó oûỏ oõõ oïọ oâô oàồ oáố oåổ oãỗ oäộ ôøờ ôùớ ôûở ôõỡ ôïợ uøù uùú uûủ uõũ uïụ "
                        + "öøừ öùứ öûử öõữ öïự yøỳ yùý yûỷ yõỹ",
                2);
        table.putAll(table("ôơ öư ñđ æỉ òị óĩ îỵ", 1));
        Map<String, String> both = new HashMap<>(table);
        table.forEach((key, value) -> {
            both.put(key.toUpperCase(Locale.ROOT), value.toUpperCase(Locale.ROOT));
            // A capital at the start of a word keeps the small mark: "Aùnh".
            if (key.length() == 2) {
                both.put(
                        key.substring(0, 1).toUpperCase(Locale.ROOT) + key.substring(1),
                        value.toUpperCase(Locale.ROOT));
            }
        });
        return both;
    }
}
