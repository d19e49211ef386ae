package vn.minhchung.oversight;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import vn.minhchung.kernel.Vnd;

/**
 * What stands on record, what should, and how far they are apart.
 *
 * @param source as recorded: a number, an ISO date or words
 * @param target by the rule
 * @param difference source less target, in the unit; empty for words
 */
public record Difference(String source, String target, String difference, AuditHitUnit unit) {
    public static Difference of(Vnd source, Vnd target) {
        return new Difference(
                source.digits(), target.digits(), Long.toString(source.amount() - target.amount()), AuditHitUnit.VND);
    }

    public static Difference of(LocalDate source, LocalDate target) {
        return new Difference(
                source.toString(),
                target.toString(),
                Long.toString(ChronoUnit.DAYS.between(target, source)),
                AuditHitUnit.DAYS);
    }

    public static Difference of(long source, long target, AuditHitUnit unit) {
        return new Difference(Long.toString(source), Long.toString(target), Long.toString(source - target), unit);
    }

    public static Difference words(String source, String target) {
        return new Difference(source, target, "", AuditHitUnit.WORDS);
    }
}
