package vn.minhchung.audit;

import org.jspecify.annotations.Nullable;

/**
 * One series of document numbers: it starts at 01 each year (NĐ 30/2020/NĐ-CP).
 *
 * @param issuer abbreviation of the issuing body as printed in the symbol, in capitals: {@code UBND}, {@code SKHCN}
 * @param kind abbreviation of the kind of document in capitals, {@code QĐ}; empty for letters
 * @param issuedBy only documents of this issuer as the record names it: two bodies can share an abbreviation; null for all
 */
public record SeriesKey(
        String issuer, String kind, int year, @Nullable String issuedBy) {}
