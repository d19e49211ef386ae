package vn.minhchung.kernel;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A document a decision rests on.
 *
 * @param number as printed, e.g. {@code 558/QĐ-UBND}
 * @param document SHA-256 of the file in lower-case hex, where there is one
 */
public record LegalBasis(
        Kind kind,
        String number,
        @Nullable String issuer,
        @Nullable LocalDate date,
        @Nullable String article,
        @Nullable String document,
        Seen seen) {

    /** Kinds of paper (NĐ 30/2020 and treasury forms). */
    public enum Kind {
        LAW,
        DECISION,
        CONTRACT,
        LETTER,
        MINUTES,
        AUTHORISATION,
        TREASURY_VOUCHER,
        OTHER
    }

    /** What was in front of the person who typed the number. */
    public enum Seen {
        E_SIGNED,
        SCAN_COMPARED,
        NUMBER_ONLY
    }
}
