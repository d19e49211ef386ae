package vn.minhchung.rules;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.minhchung.kernel.BasisPoints;
import vn.minhchung.kernel.Rounding;
import vn.minhchung.kernel.Vnd;

/**
 * What the shipped rules compute. A version names its evaluation, so figures change as data and only a new kind of rule is
 * new code. Ceilings round down and minima up: rounding never breaks a rule.
 *
 * <table>
 * <caption>Evaluations: facts given → results (facts in brackets may be left out)</caption>
 * <tr><td>first-advance</td><td>stateBudgetVnd, yearAppropriationVnd, [advancedVnd, askedVnd] → maxVnd, kept</td></tr>
 * <tr><td>contract-advance</td><td>contractValueVnd, [advancedVnd, askedVnd] → maxVnd, kept</td></tr>
 * <tr><td>next-advance</td><td>advancedVnd, settledVnd → requiredVnd, settledShareBp, kept</td></tr>
 * <tr><td>ceiling</td><td>[baseVnd, actualVnd] → maxVnd, kept</td></tr>
 * <tr><td>labour</td><td>piRateVnd, role, months, [days] → amountVnd</td></tr>
 * <tr><td>extension</td><td>termMonths, askedMonths, [earlierRequests] → maxMonths, kept</td></tr>
 * <tr><td>clearing</td><td>endedOn, [today] → clearBy, deductFrom, kept</td></tr>
 * <tr><td>refund</td><td>receivedVnd, usedVnd, unprovenVnd, cause, khoan → unusedVnd, provenVnd, minVnd</td></tr>
 * <tr><td>risk-refund</td><td>receivedVnd, usedVnd, unprovenVnd, procedureFollowed, fraud → as refund</td></tr>
 * <tr><td>fraction</td><td>part, whole → required, kept</td></tr>
 * <tr><td>acceptance-grade</td><td>present, excellent, failed → grade</td></tr>
 * <tr><td>ballot-spread</td><td>ballot, sum, ballots → kept (the ballot is not void)</td></tr>
 * <tr><td>two-persons</td><td>one, other → kept</td></tr>
 * <tr><td>fact</td><td>present → kept</td></tr>
 * <tr><td>roles-apart</td><td>one, other → kept</td></tr>
 * <tr><td>at-most</td><td>count → max, kept</td></tr>
 * <tr><td>adjustment-decider</td><td>kind, khoan → decider (parameter {@code <kind>_<khoan>})</td></tr>
 * <tr><td>seminar</td><td>sessions, participants, papers, invitedPapers, actualVnd → maxVnd, kept</td></tr>
 * <tr><td>survey</td><td>indicators, organisations, actualVnd → maxVnd, kept</td></tr>
 * <tr><td>line-class</td><td>khoan, line, normed → class</td></tr>
 * <tr><td>counterpart</td><td>stateApprovedVnd, otherApprovedVnd, stateSpentVnd, otherSpentVnd → requiredVnd, kept</td></tr>
 * <tr><td>saving-split</td><td>khoanVnd, nonKhoanVnd, hostFund, scienceFund → hostIncomeVnd, hostFundVnd, scienceFundVnd,
 * budgetVnd</td></tr>
 * <tr><td>due</td><td>from → on, provisional</td></tr>
 * </table>
 */
public final class RuleArithmetic {
    private RuleArithmetic() {}

    /** @throws IllegalArgumentException for an evaluation that is not known, or a fact that was not given */
    public static Worked work(RuleVersion rule, WorkingDays calendar, Object... namesAndValues) {
        return work(rule, calendar, Given.of(namesAndValues));
    }

    /** As {@link #work(RuleVersion, WorkingDays, Object...)}: a worked example. */
    public static Worked work(RuleVersion rule, WorkingDays calendar, Map<String, String> given) {
        return work(rule, calendar, new Given(given));
    }

    private static Worked work(RuleVersion rule, WorkingDays calendar, Given given) {
        String evaluation = rule.evaluation();
        if (evaluation == null) throw new IllegalArgumentException(rule.ref() + " holds parameters only");
        return switch (evaluation) {
            case "first-advance" -> firstAdvance(rule, given);
            case "contract-advance" -> contractAdvance(rule, given);
            case "next-advance" -> nextAdvance(rule, given);
            case "ceiling" -> ceiling(rule, given);
            case "labour" -> labour(rule, given);
            case "extension" -> extension(rule, given);
            case "clearing" -> clearing(rule, given);
            case "refund" -> refund(rule, given);
            case "risk-refund" -> riskRefund(rule, given);
            case "fraction" -> fraction(rule, given);
            case "acceptance-grade" -> acceptanceGrade(rule, given);
            case "ballot-spread" -> ballotSpread(rule, given);
            case "two-persons" -> kept(Collections.disjoint(given.items("one"), given.items("other")));
            case "fact" -> kept(given.yes("present"));
            case RolePairs.EVALUATION ->
                kept(!keepsAway(rule, given.text("one"), given.text("other"))
                        && !keepsAway(rule, given.text("other"), given.text("one")));
            case "at-most" -> results("max", rule.number("max"), "kept", given.number("count") <= rule.number("max"));
            case "seminar" -> TaskArithmetic.seminar(rule, given);
            case "survey" -> TaskArithmetic.survey(rule, given);
            case "line-class" -> TaskArithmetic.lineClass(rule, given);
            case "counterpart" -> TaskArithmetic.counterpart(given);
            case "saving-split" -> TaskArithmetic.savingSplit(rule, given);
            case "due" -> due(rule, calendar, given);
            case "adjustment-decider" -> results("decider", rule.text(given.text("kind") + "_" + given.text("khoan")));
            default -> throw new IllegalArgumentException(rule.ref() + " has an unknown evaluation " + evaluation);
        };
    }

    /** At most a share of the task's state budget, and never more than the year's appropriation. */
    private static Worked firstAdvance(RuleVersion rule, Given given) {
        Vnd share = rule.share("stateBudgetShareBp").of(given.vnd("stateBudgetVnd"), Rounding.DOWN);
        return advance(share.min(given.vnd("yearAppropriationVnd")), given);
    }

    private static Worked contractAdvance(RuleVersion rule, Given given) {
        return advance(rule.share("contractShareBp").of(given.vnd("contractValueVnd"), Rounding.DOWN), given);
    }

    private static Worked advance(Vnd max, Given given) {
        Vnd all = Vnd.of(given.number("advancedVnd", 0)).plus(Vnd.of(given.number("askedVnd", 0)));
        return results("maxVnd", max, "kept", !all.isMoreThan(max));
    }

    private static Worked nextAdvance(RuleVersion rule, Given given) {
        Vnd advanced = given.vnd("advancedVnd");
        Vnd settled = given.vnd("settledVnd");
        Vnd required = rule.share("settledShareBp").of(advanced, Rounding.UP);
        long share = advanced.isPositive()
                ? Math.multiplyExact(settled.amount(), BasisPoints.WHOLE.value()) / advanced.amount()
                : BasisPoints.WHOLE.value();
        return results("requiredVnd", required, "settledShareBp", share, "kept", !required.isMoreThan(settled));
    }

    /** The smaller of a share of a base ({@code shareBp}) and an amount ({@code maxVnd}), whichever the version has. */
    private static Worked ceiling(RuleVersion rule, Given given) {
        Vnd max = rule.has("shareBp")
                ? rule.share("shareBp").of(given.vnd("baseVnd"), Rounding.DOWN)
                : rule.vnd("maxVnd");
        if (rule.has("maxVnd")) max = max.min(rule.vnd("maxVnd"));
        return results("maxVnd", max, "kept", given.number("actualVnd", 0) <= max.amount());
    }

    /** Rate × coefficient × months; a part of a month by days of {@code daysPerMonth}. */
    private static Worked labour(RuleVersion rule, Given given) {
        Vnd monthly = rule.share("coefficient" + given.text("role") + "Bp").of(given.vnd("piRateVnd"), Rounding.DOWN);
        long daysPerMonth = rule.number("daysPerMonth");
        long days = Math.addExact(Math.multiplyExact(given.number("months"), daysPerMonth), given.number("days", 0));
        return results("amountVnd", Math.multiplyExact(monthly.amount(), days) / daysPerMonth);
    }

    private static Worked extension(RuleVersion rule, Given given) {
        boolean longTerm = given.number("termMonths") > rule.number("longTermOverMonths");
        long max = rule.number(longTerm ? "longTermMaxMonths" : "otherMaxMonths");
        boolean kept =
                given.number("askedMonths") <= max && given.number("earlierRequests", 0) < rule.number("requests");
        return results("maxMonths", max, "kept", kept);
    }

    private static Worked clearing(RuleVersion rule, Given given) {
        LocalDate ended = given.date("endedOn");
        LocalDate clearBy = ended.plusMonths(rule.number("clearMonths"));
        LocalDate today = given.values().containsKey("today") ? given.date("today") : ended;
        return results(
                "clearBy",
                clearBy,
                "deductFrom",
                ended.plusMonths(rule.number("deductMonths")),
                "kept",
                !today.isAfter(clearBy));
    }

    /** Unused and unproven money comes back whole; of what was properly used, a share when the cause was subjective. */
    private static Worked refund(RuleVersion rule, Given given) {
        boolean subjective = switch (given.text("cause")) {
            case "SUBJECTIVE" -> true;
            case "OBJECTIVE" -> false;
            default -> throw new IllegalArgumentException("cause: " + given.text("cause"));
        };
        String share = switch (given.text("khoan")) {
            case "CUOI_CUNG" -> "finalProductShareBp";
            case "TUNG_PHAN" -> "partialShareBp";
            default -> throw new IllegalArgumentException("khoan: " + given.text("khoan"));
        };
        return refund(rule, given, subjective ? rule.share(share) : new BasisPoints(0));
    }

    /** Acceptance of risk: nothing of what was properly used comes back when procedure was followed without fraud. */
    private static Worked riskRefund(RuleVersion rule, Given given) {
        boolean defended = given.yes("procedureFollowed") && !given.yes("fraud");
        return refund(rule, given, rule.share(defended ? "defendedShareBp" : "otherShareBp"));
    }

    private static Worked refund(RuleVersion rule, Given given, BasisPoints provenShare) {
        Vnd used = given.vnd("usedVnd");
        Vnd unproven = given.vnd("unprovenVnd");
        Vnd unused = given.vnd("receivedVnd").minus(used);
        Vnd proven = provenShare.of(used.minus(unproven), Rounding.UP);
        Vnd min = rule.share("unusedShareBp")
                .of(unused, Rounding.UP)
                .plus(rule.share("unprovenShareBp").of(unproven, Rounding.UP))
                .plus(proven);
        return results("unusedVnd", unused, "provenVnd", proven, "minVnd", min);
    }

    /** At least, or (strict) more than, a fraction of a whole that need not divide: {@code required} is the least number. */
    private static Worked fraction(RuleVersion rule, Given given) {
        long scaled = Math.multiplyExact(given.number("whole"), rule.number("numerator"));
        long denominator = rule.number("denominator");
        long required = Boolean.parseBoolean(rule.text("strict"))
                ? Math.floorDiv(scaled, denominator) + 1
                : Math.ceilDiv(scaled, denominator);
        return results("required", required, "kept", given.number("part") >= required);
    }

    private static Worked acceptanceGrade(RuleVersion rule, Given given) {
        long present = given.number("present");
        long failed = given.number("failed");
        boolean fails = failed * rule.number("failDenominator") > present * rule.number("failNumerator");
        boolean excels = failed == 0
                && given.number("excellent") * rule.number("excellentDenominator")
                        >= present * rule.number("excellentNumerator");
        return results("grade", fails ? "KHONG_DAT" : excels ? "XUAT_SAC" : "DAT");
    }

    /** A ballot further from the mean of all ballots than the allowed share of that mean is void. */
    private static Worked ballotSpread(RuleVersion rule, Given given) {
        long ballots = given.number("ballots");
        long sum = given.number("sum");
        long distance = Math.abs(given.number("ballot") * ballots - sum);
        return kept(distance * BasisPoints.WHOLE.value() <= sum * rule.number("spreadBp"));
    }

    private static Worked due(RuleVersion rule, WorkingDays calendar, Given given) {
        LocalDate from = given.date("from");
        int count = Math.toIntExact(rule.number("count"));
        CountedDay day = switch (rule.text("unit")) {
            case "WORKING_DAYS" -> calendar.count(from, count);
            case "DAYS" -> new CountedDay(from.plusDays(count), Collections.emptySortedSet());
            case "MONTHS" -> new CountedDay(from.plus(count, ChronoUnit.MONTHS), Collections.emptySortedSet());
            default -> throw new IllegalArgumentException("unit: " + rule.text("unit"));
        };
        return results("on", day.date(), "provisional", day.provisional());
    }

    private static boolean keepsAway(RuleVersion rule, String one, String other) {
        return rule.has(one) && List.of(rule.text(one).split(",", -1)).contains(other);
    }

    private static Worked kept(boolean kept) {
        return results("kept", kept);
    }

    private static Worked results(Object... namesAndValues) {
        Map<String, String> results = new TreeMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            results.put(String.valueOf(namesAndValues[i]), String.valueOf(namesAndValues[i + 1]));
        }
        return new Worked(results);
    }
}
