package vn.minhchung.budgets.write;

import static vn.minhchung.projects.LineCategory.DOMESTIC_EXPERTS;
import static vn.minhchung.projects.LineCategory.EQUIPMENT;
import static vn.minhchung.projects.LineCategory.FOREIGN_EXPERTS;
import static vn.minhchung.projects.LineCategory.MANAGEMENT;
import static vn.minhchung.projects.LineCategory.MATERIALS;
import static vn.minhchung.projects.LineCategory.MISSIONS_ABROAD;
import static vn.minhchung.projects.LineCategory.REMUNERATION;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.Decimal;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.kernel.text.PlainText;
import vn.minhchung.projects.EstimateItem;
import vn.minhchung.projects.KhoanMode;
import vn.minhchung.projects.Labour;
import vn.minhchung.projects.LabourRole;
import vn.minhchung.projects.LineCategory;
import vn.minhchung.projects.Quote;
import vn.minhchung.projects.Seminar;
import vn.minhchung.projects.Survey;
import vn.minhchung.projects.TaskFacts;
import vn.minhchung.rules.Applied;
import vn.minhchung.rules.Rules;
import vn.minhchung.rules.Worked;

/**
 * The norms of a state-paid estimate, each by the version the task is pinned to (TT 03/2023/TT-BTC, TT 02/2023/TT-BKHCN,
 * TTLT 27/2015; domain.md 2.2, 2.4). Counterpart money is the host's own: no norm binds it.
 */
record EstimateNorms(Rules rules, TaskFacts task, LocalDate on) {

    /**
     * Everything but the experts' share, which a decision may exceed with reasons.
     *
     * @param held items in force: what stands there unchanged was priced when it was approved, and needs no new quote
     */
    void check(List<EstimateItem> items, List<EstimateItem> held) {
        List<EstimateItem> state =
                items.stream().filter(item -> item.source().state()).toList();
        Vnd total = sum(state, EnumSet.allOf(LineCategory.class));
        ceiling("management.cap", total, sum(state, EnumSet.of(MANAGEMENT)));
        if (task.khoanMode() == KhoanMode.CUOI_CUNG)
            ceiling("khoan.gate", total, sum(state, EnumSet.of(EQUIPMENT, MISSIONS_ABROAD)));
        for (int i = 0; i < state.size(); i++) {
            EstimateItem item = state.get(i);
            if (item.labour() != null) labour(item.labour(), item.amount());
            if (item.seminar() != null) seminar(item.seminar(), item.amount());
            if (item.survey() != null) survey(item.survey());
            if (!held.contains(item)) quote(item);
        }
    }

    /** @param exception why more is decided, where it is */
    void checkExperts(List<EstimateItem> items, @Nullable String exception) {
        if (exception != null && !PlainText.saysNothing(exception)) return;
        List<EstimateItem> state =
                items.stream().filter(item -> item.source().state()).toList();
        Vnd research = sum(state, EnumSet.of(REMUNERATION));
        ceiling("experts.domestic", research, sum(state, EnumSet.of(DOMESTIC_EXPERTS)));
        ceiling("experts.foreign", research, sum(state, EnumSet.of(FOREIGN_EXPERTS)));
    }

    void labour(Labour labour, Vnd amount) {
        Applied rate = rules.forTask(task.pinned(), "labour.pi-ceiling", on);
        rate.work("actualVnd", labour.rate()).ifPresent(worked -> within(worked, rate, labour.rate()));
        // every other role is paid at most a share of the investigator's rate
        if (labour.role() != LabourRole.PRINCIPAL && rate.version().isPresent()) {
            Decimal coefficient = Decimal.parse(labour.coefficient());
            rate.refuseUnless(
                    !coefficient.isMoreThan(rate.share("otherRolesShareBp")),
                    ErrorCode.RULE_REFUSED,
                    "limit",
                    rate.share("otherRolesShareBp").toText(),
                    "actual",
                    labour.coefficient());
        }
        Applied norm = rules.forTask(task.pinned(), "labour.coefficients", on);
        norm.work(
                        "piRateVnd",
                        labour.rate(),
                        "role",
                        inNorms(labour.role()),
                        "months",
                        labour.months(),
                        "days",
                        labour.extraDays())
                .ifPresent(worked -> norm.refuseUnless(
                        !amount.isMoreThan(worked.vnd("amountVnd")),
                        ErrorCode.RULE_REFUSED,
                        "limit",
                        worked.vnd("amountVnd").digits(),
                        "actual",
                        amount.digits()));
    }

    void seminar(Seminar seminar, Vnd amount) {
        Applied norm = rules.forTask(task.pinned(), "norms.seminar", on);
        norm.work(
                        "sessions",
                        seminar.sessions(),
                        "participants",
                        seminar.participants(),
                        "papers",
                        seminar.papers(),
                        "invitedPapers",
                        seminar.invitedPapers(),
                        "actualVnd",
                        amount)
                .ifPresent(worked -> within(worked, norm, amount));
    }

    void survey(Survey survey) {
        Applied norm = rules.forTask(task.pinned(), "norms.survey", on);
        norm.work(
                        "indicators",
                        survey.indicators(),
                        "organisations",
                        survey.organisations(),
                        "actualVnd",
                        survey.price())
                .ifPresent(worked -> within(worked, norm, survey.price()));
    }

    /** A price without a norm rests on a quote, and the quote is not old. */
    private void quote(EstimateItem item) {
        Quote quote = item.quote();
        boolean needed = item.line() == EQUIPMENT || (item.line() == MATERIALS && !item.normed());
        if (quote == null && !needed) return;
        Applied rule = rules.on("estimate.quotes", on);
        rule.refuseUnless(quote != null, ErrorCode.RULE_REFUSED, "missing", "quote", "line", item.line());
        if (quote == null) return;
        long days = ChronoUnit.DAYS.between(quote.date(), on);
        rule.work("count", days)
                .ifPresent(worked -> rule.refuseUnless(
                        worked.kept(), ErrorCode.RULE_REFUSED, "limit", worked.number("max"), "actual", days));
    }

    private void ceiling(String family, Vnd base, Vnd actual) {
        Applied rule = rules.forTask(task.pinned(), family, on);
        rule.work("baseVnd", base, "actualVnd", actual).ifPresent(worked -> within(worked, rule, actual));
    }

    private static void within(Worked worked, Applied rule, Vnd actual) {
        String limit = worked.vnd("maxVnd").digits();
        rule.refuseUnless(worked.kept(), ErrorCode.RULE_REFUSED, "limit", limit, "actual", actual.digits());
    }

    private static Vnd sum(List<EstimateItem> items, Set<LineCategory> lines) {
        return Vnd.sum(items.stream()
                .filter(item -> lines.contains(item.line()))
                .map(EstimateItem::amount)
                .toList());
    }

    private static String inNorms(LabourRole role) {
        return switch (role) {
            case PRINCIPAL -> "Principal";
            case MAIN_MEMBER -> "MainMember";
            case SECRETARY -> "Secretary";
            case MEMBER -> "Member";
            case TECHNICIAN -> "Technician";
        };
    }
}
