package vn.minhchung.projects.write;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.RuleRef;
import vn.minhchung.projects.AdjustmentContent;
import vn.minhchung.projects.AdjustmentKind;
import vn.minhchung.projects.ExceptionKind;
import vn.minhchung.projects.TaskMember;
import vn.minhchung.rules.Applied;
import vn.minhchung.rules.Rules;
import vn.minhchung.rules.Worked;

/** What an adjustment may ask for, by the terms in force and the rules (domain notes 1.7). */
final class AdjustmentRules {
    static final String EXTENSION = "extension.limit";
    static final String REQUEST_BY = "deadline.extension-request";
    static final String SHORTENING = "shortening.content-done";

    private static final int WHOLE = 100;

    private final Rules rules;

    AdjustmentRules(Rules rules) {
        this.rules = rules;
    }

    /**
     * The content is of the kind's form, changes something, and keeps the rules.
     *
     * @param askedOn the day it was asked for: an extension is asked for in time
     * @return numbers of the exceptions it needs
     */
    List<Integer> check(
            AdjustmentKind kind,
            AdjustmentContent content,
            TaskTerms terms,
            Map<String, RuleRef> pinned,
            LocalDate askedOn) {
        requireForm(kind, content);
        switch (kind.form()) {
            case WORDING -> wording(content);
            case END -> {
                if (kind == AdjustmentKind.EXTENSION) return extension(content, terms, pinned, askedOn);
                shortening(content, terms, askedOn);
            }
            case INVESTIGATOR -> {
                if (terms.investigator().equals(content.investigator()))
                    throw invalid("investigator", "another person", terms.investigator());
                require(content.cause(), "cause");
            }
            case HOST -> {
                if (terms.host().equals(content.host())) throw invalid("host", "another host", terms.host());
                Words.required(require(content.successorDocument(), "successorDocument"), "successorDocument");
            }
            case MEMBERS -> members(content, terms);
            case BUDGET -> ApprovalContent.shares(content.budget(), terms.start(), terms.end());
        }
        return List.of();
    }

    /** Only the parts of the kind's form: the rest would be granted unread. */
    private static void requireForm(AdjustmentKind kind, AdjustmentContent c) {
        AdjustmentContent of = switch (kind.form()) {
            case WORDING -> AdjustmentContent.wording(c.before(), require(c.after(), "after"));
            case END -> AdjustmentContent.until(require(c.end(), "end"), c.contentDonePercent());
            case INVESTIGATOR ->
                AdjustmentContent.investigator(require(c.investigator(), "investigator"), require(c.cause(), "cause"));
            case HOST ->
                AdjustmentContent.succeededBy(
                        require(c.host(), "host"), require(c.successorDocument(), "successorDocument"));
            case MEMBERS -> AdjustmentContent.members(c.members());
            case BUDGET -> AdjustmentContent.budget(c.budget(), c.tranches(), c.items());
        };
        if (!of.equals(c)) throw invalid("content", kind.form().name(), "more than that");
        if (kind.form() == AdjustmentKind.Form.BUDGET && c.budget().isEmpty()) throw missing("budget");
    }

    private static void wording(AdjustmentContent content) {
        String after = Words.required(require(content.after(), "after"), "after");
        if (content.before() != null && after.equals(Words.tidy(content.before())))
            throw invalid("after", "another text", after);
    }

    /** One extension, so long and asked for so early; more or later only by an exception. */
    private List<Integer> extension(
            AdjustmentContent content, TaskTerms terms, Map<String, RuleRef> pinned, LocalDate askedOn) {
        LocalDate end = Objects.requireNonNull(content.end());
        if (!end.isAfter(terms.end()))
            throw Refusal.of(ErrorCode.DATES_OUT_OF_ORDER, "end", terms.end(), "newEnd", end)
                    .at("content", "end");
        Applied limit = rules.forTask(pinned, EXTENSION, terms.approvedOn());
        int months = months(terms.end(), end);
        limit.work("termMonths", terms.termMonths(), "askedMonths", months)
                .ifPresent(worked -> limit.refuseUnless(
                        worked.kept(),
                        ErrorCode.EXTENSION_TOO_LONG,
                        "limit",
                        worked.number("maxMonths"),
                        "actual",
                        months));
        List<Integer> exceptions = new ArrayList<>();
        boolean again = limit.version().isPresent() && terms.extensions() >= limit.number("requests");
        need(again, ExceptionKind.SECOND_EXTENSION, limit, terms, exceptions);
        Applied early = rules.on(REQUEST_BY, terms.end());
        Optional<LocalDate> latest = early.work("from", terms.end()).map(due -> LocalDate.parse(due.text("on")));
        boolean late = latest.isPresent() && askedOn.isAfter(latest.get());
        need(late, ExceptionKind.LATE_EXTENSION_REQUEST, early, terms, exceptions);
        return List.copyOf(exceptions);
    }

    private static void need(
            boolean needed, ExceptionKind kind, Applied rule, TaskTerms terms, List<Integer> exceptions) {
        if (!needed) return;
        Optional<Integer> granted = terms.unused(kind);
        rule.refuseUnless(granted.isPresent(), ErrorCode.EXCEPTION_REQUIRED, "exception", kind);
        granted.ifPresent(exceptions::add);
    }

    /** Begun months: a day more is a month more. */
    static int months(LocalDate end, LocalDate newEnd) {
        LocalDate from = end.plusDays(1);
        LocalDate to = newEnd.plusDays(1);
        int whole = Math.toIntExact(ChronoUnit.MONTHS.between(from, to));
        return from.plusMonths(whole).isBefore(to) ? whole + 1 : whole;
    }

    private void shortening(AdjustmentContent content, TaskTerms terms, LocalDate askedOn) {
        LocalDate end = Objects.requireNonNull(content.end());
        if (!end.isBefore(terms.end()) || !end.isAfter(terms.start()) || end.isBefore(askedOn))
            throw Refusal.of(
                            ErrorCode.DATES_OUT_OF_ORDER,
                            "start",
                            terms.start(),
                            "today",
                            askedOn,
                            "newEnd",
                            end,
                            "end",
                            terms.end())
                    .at("content", "end");
        int done = require(content.contentDonePercent(), "contentDonePercent");
        if (done < 0 || done > WHOLE) throw invalid("contentDonePercent", "0–100", done);
        Applied rule = rules.on(SHORTENING, terms.approvedOn());
        Optional<Worked> worked = rule.work("part", done, "whole", WHOLE);
        worked.ifPresent(result -> rule.refuseUnless(
                result.kept(), ErrorCode.RULE_REFUSED, "limit", result.number("required"), "actual", done));
    }

    private static void members(AdjustmentContent content, TaskTerms terms) {
        Set<PersonId> persons = new HashSet<>(Set.of(terms.investigator()));
        int secretaries = 0;
        for (TaskMember member : content.members()) {
            if (!persons.add(member.person())) throw invalid("members", "each person once", member.person());
            if (member.role() == TaskMember.Role.SECRETARY && ++secretaries > 1)
                throw invalid("members", "one secretary", member.person());
        }
        if (new HashSet<>(terms.members()).equals(new HashSet<>(content.members())))
            throw invalid("members", "other members", content.members().size());
    }

    /** A part of the command itself. */
    static <T> T given(@Nullable T part, String field) {
        if (part == null)
            throw Refusal.of(ErrorCode.INVALID_INPUT, "problem", "missing").at(field);
        return part;
    }

    private static <T> T require(@Nullable T part, String field) {
        if (part == null) throw missing(field);
        return part;
    }

    private static Refusal missing(String field) {
        return Refusal.of(ErrorCode.INVALID_INPUT, "problem", "missing").at("content", field);
    }

    private static Refusal invalid(String field, String expected, Object value) {
        Refusal refusal = Refusal.of(ErrorCode.INVALID_INPUT, "expected", expected, "value", value);
        return field.equals("content") ? refusal.at(field) : refusal.at("content", field);
    }
}
