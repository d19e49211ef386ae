package vn.minhchung.rules;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.minhchung.kernel.Rounding;
import vn.minhchung.kernel.Vnd;

/** Of {@link RuleArithmetic}: norms of an estimate's items, classes of budget lines, and what is asked of spending. */
final class TaskArithmetic {
    private TaskArithmetic() {}

    /** Pay by heads and papers; rooms and travel are no part of it. */
    static Worked seminar(RuleVersion rule, Given given) {
        Vnd session = rule.vnd("chairVnd")
                .plus(rule.vnd("secretaryVnd"))
                .plus(rule.vnd("participantVnd").times(given.number("participants")));
        Vnd max = session.times(given.number("sessions"))
                .plus(rule.vnd("paperVnd").times(given.number("papers")))
                .plus(rule.vnd("invitedPaperVnd").times(given.number("invitedPapers")));
        return ceiling(max, given);
    }

    /** The price of one questionnaire, by the number of its indicators and by who answers. */
    static Worked survey(RuleVersion rule, Given given) {
        long indicators = given.number("indicators");
        String many =
                indicators <= rule.number("fewUpTo") ? "Few" : indicators <= rule.number("someUpTo") ? "Some" : "Many";
        return ceiling(rule.vnd((given.yes("organisations") ? "organisation" : "person") + many + "Vnd"), given);
    }

    /** KHOAN, NON_KHOAN or LOCKED. */
    static Worked lineClass(RuleVersion rule, Given given) {
        String line = given.text("line");
        if (names(rule, "locked", line)) return results("class", "LOCKED");
        boolean wholeKhoan = given.text("khoan").equals("CUOI_CUNG");
        boolean excepted =
                names(rule, "nonKhoan", line) || (!given.yes("normed") && names(rule, "nonKhoanWithoutNorm", line));
        return results("class", !wholeKhoan && excepted ? "NON_KHOAN" : "KHOAN");
    }

    /** Other money in the approved proportion to the state money that was spent, rounded up. */
    static Worked counterpart(Given given) {
        Vnd approved = given.vnd("stateApprovedVnd");
        Vnd required = approved.isPositive()
                ? Vnd.of(divideUp(
                        big(given.vnd("stateSpentVnd")).multiply(big(given.vnd("otherApprovedVnd"))), big(approved)))
                : Vnd.ZERO;
        return results("requiredVnd", required, "kept", !required.isMoreThan(given.vnd("otherSpentVnd")));
    }

    static Worked savingSplit(RuleVersion rule, Given given) {
        Vnd nonKhoan = given.vnd("nonKhoanVnd");
        Vnd khoan = given.vnd("khoanVnd");
        Vnd income = rule.share("khoanHostShareBp").of(khoan, Rounding.DOWN);
        Vnd fund = given.yes("hostFund") ? rule.share("hostFundShareBp").of(nonKhoan, Rounding.DOWN) : Vnd.ZERO;
        Vnd rest = khoan.plus(nonKhoan).minus(income).minus(fund);
        boolean science = given.yes("scienceFund");
        return results(
                "hostIncomeVnd",
                income,
                "hostFundVnd",
                fund,
                "scienceFundVnd",
                science ? rest : Vnd.ZERO,
                "budgetVnd",
                science ? Vnd.ZERO : rest);
    }

    private static Worked ceiling(Vnd max, Given given) {
        return results("maxVnd", max, "kept", !given.vnd("actualVnd").isMoreThan(max));
    }

    private static boolean names(RuleVersion rule, String parameter, String line) {
        return List.of(rule.text(parameter).split(",", -1)).contains(line);
    }

    private static BigInteger big(Vnd amount) {
        return BigInteger.valueOf(amount.amount());
    }

    private static long divideUp(BigInteger number, BigInteger by) {
        return number.add(by).subtract(BigInteger.ONE).divide(by).longValueExact();
    }

    private static Worked results(Object... namesAndValues) {
        Map<String, String> results = new TreeMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2)
            results.put(String.valueOf(namesAndValues[i]), String.valueOf(namesAndValues[i + 1]));
        return new Worked(results);
    }
}
