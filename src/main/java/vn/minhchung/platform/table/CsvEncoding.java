package vn.minhchung.platform.table;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.text.LegacyEncoding;
import vn.minhchung.kernel.text.Remark;
import vn.minhchung.kernel.text.Syllables;
import vn.minhchung.kernel.text.VietnameseText;

/**
 * Which encoding a text file is in. A byte order mark decides; then valid UTF-8; then whichever of the old Vietnamese ones
 * turns the bytes into Vietnamese syllables.
 */
final class CsvEncoding {

    /** Below this share of plausible syllables no table explains the bytes. */
    private static final int LEAST_PERCENT = 70;

    private CsvEncoding() {}

    record Decoded(String text, List<Remark> notes) {}

    static Decoded decode(byte[] bytes) throws TableException {
        if (bytes.length == 0) {
            throw new TableException(Remark.of("table.empty"));
        }
        Charset utf16 = utf16(bytes);
        if (utf16 != null) {
            return unicode(strict(bytes, utf16));
        }
        for (byte each : bytes) {
            if (each == 0) {
                throw new TableException(Remark.of("table.not_a_table"));
            }
        }
        String utf8 = strictOrEmpty(bytes);
        return utf8.isEmpty() ? legacy(bytes) : unicode(utf8);
    }

    private static @Nullable Charset utf16(byte[] bytes) {
        if (bytes.length < 2) {
            return null;
        }
        int first = bytes[0] & 0xFF;
        int second = bytes[1] & 0xFF;
        if (first == 0xFF && second == 0xFE) {
            return StandardCharsets.UTF_16LE;
        }
        if (first == 0xFE && second == 0xFF) {
            return StandardCharsets.UTF_16BE;
        }
        // Without a mark: plain letters, digits and separators leave every other byte zero.
        int[] zeros = new int[2];
        int looked = Math.min(bytes.length, 4_096);
        for (int i = 0; i < looked; i++) {
            zeros[i % 2] += bytes[i] == 0 ? 1 : 0;
        }
        if (zeros[1] * 5 > looked && zeros[0] == 0) {
            return StandardCharsets.UTF_16LE;
        }
        return zeros[0] * 5 > looked && zeros[1] == 0 ? StandardCharsets.UTF_16BE : null;
    }

    private static Decoded legacy(byte[] bytes) throws TableException {
        String latin = new String(bytes, StandardCharsets.ISO_8859_1);
        String windows = VietnameseText.compose(new String(bytes, Charset.forName("windows-1258")));
        String best = windows;
        String name = "Windows-1258";
        int percent = Syllables.plausiblePercent(windows);
        for (LegacyEncoding each : List.of(LegacyEncoding.TCVN3, LegacyEncoding.VNI)) {
            String decoded = each.decode(latin);
            int share = Syllables.plausiblePercent(decoded);
            if (share > percent) {
                best = decoded;
                name = each.name();
                percent = share;
            }
        }
        if (percent < LEAST_PERCENT) {
            throw new TableException(Remark.of("table.encoding_unknown"));
        }
        return new Decoded(best, List.of(Remark.of("table.converted", name)));
    }

    private static Decoded unicode(String text) {
        return new Decoded(text.startsWith("\uFEFF") ? text.substring(1) : text, List.of());
    }

    private static String strict(byte[] bytes, Charset charset) throws TableException {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new TableException(Remark.of("table.encoding_unknown"));
        }
    }

    private static String strictOrEmpty(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return "";
        }
    }
}
