package vn.minhchung.oversight;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import vn.minhchung.kernel.AnyId;
import vn.minhchung.kernel.BasisPoints;
import vn.minhchung.kernel.ToldAs;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.projects.Grade;

/**
 * What stands on record, what should, and how far they are apart.
 *
 * @param source as recorded: a number, an ISO date, an id or words
 * @param target by the rule
 * @param difference source less target, in the unit; empty for words
 */
public record Difference(String source, String target, String difference, AuditHitUnit unit) implements ToldAs {
    private static final Predicate<String> AMOUNT =
            Pattern.compile("-?[0-9]{1,18}").asMatchPredicate();
    private static final Predicate<String> SHARE = Pattern.compile("[0-9]{1,9}").asMatchPredicate();
    private static final Predicate<String> DAY =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}").asMatchPredicate();
    private static final Predicate<String> ID =
            Pattern.compile("[a-z][a-z-]*:[0-9a-f]{8}-[0-9a-f-]{27}").asMatchPredicate();

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

    @Override
    public Map<String, Object> toldAs() {
        return Map.of("source", told(source), "target", told(target));
    }

    private Object told(String text) {
        return switch (unit) {
            case VND -> AMOUNT.test(text) ? Vnd.of(Long.parseLong(text)) : text;
            case BASIS_POINTS -> SHARE.test(text) ? new BasisPoints(Integer.parseInt(text)) : text;
            case DAYS -> DAY.test(text) ? LocalDate.parse(text) : text;
            case HOURS, MONTHS, COUNT -> text;
            case WORDS -> inWords(text);
        };
    }

    /** A day, a grade, or somebody by his id stands among words where the other side has nothing. */
    private static Object inWords(String text) {
        if (DAY.test(text)) return LocalDate.parse(text);
        if (ID.test(text)) return new AnyId(text);
        return Arrays.stream(Grade.values())
                .filter(grade -> grade.name().equals(text))
                .findFirst()
                .<Object>map(grade -> grade)
                .orElse(text);
    }
}
