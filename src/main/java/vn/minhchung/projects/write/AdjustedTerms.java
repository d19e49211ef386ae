package vn.minhchung.projects.write;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.AppropriationId;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.command.Aggregates;
import vn.minhchung.projects.AdjustmentContent;
import vn.minhchung.projects.AdjustmentDecider;
import vn.minhchung.projects.AdjustmentKind;
import vn.minhchung.projects.AdjustmentKind.Form;
import vn.minhchung.projects.ContractAnnex;
import vn.minhchung.projects.DrawnMoney;
import vn.minhchung.projects.EstimateBook;
import vn.minhchung.projects.OpinionNeed;
import vn.minhchung.projects.TermsEvent.Adjusted;
import vn.minhchung.projects.TermsEvent.HostSucceeded;
import vn.minhchung.projects.TermsEvent.InvestigatorReplaced;
import vn.minhchung.projects.TermsEvent.MembersChanged;
import vn.minhchung.projects.TermsEvent.TaskBudgetAdjusted;
import vn.minhchung.projects.TermsEvent.TaskExtended;
import vn.minhchung.projects.TermsEvent.TaskShortened;
import vn.minhchung.projects.TermsEvent.TermsReworded;
import vn.minhchung.projects.write.Adjustment.Terms;
import vn.minhchung.rules.Rules;

/** What an adjustment changes of its task: checked when it is asked for, and again when it takes effect. */
final class AdjustedTerms {
    private final Aggregates aggregates;
    private final Rules rules;
    private final AdjustmentRules allowed;
    private final DrawnMoney drawn;
    private final EstimateBook estimates;
    private final RefundBars bars;
    private final LateDossiers dossiers;

    AdjustedTerms(Aggregates aggregates, Rules rules, DrawnMoney drawn, EstimateBook estimates) {
        this.aggregates = aggregates;
        this.rules = rules;
        this.allowed = new AdjustmentRules(rules);
        this.drawn = drawn;
        this.estimates = estimates;
        this.bars = new RefundBars(aggregates, rules);
        this.dossiers = new LateDossiers(aggregates, rules);
    }

    /** The same content with what the system knows itself: the title in force. Texts are tidied. */
    AdjustmentContent completed(AdjustmentKind kind, AdjustmentContent content, RunningTask task) {
        String after = content.after();
        if (kind.form() != Form.WORDING || after == null) return content;
        String before = kind == AdjustmentKind.TITLE ? task.title() : content.before();
        return new AdjustmentContent(
                before == null ? null : Words.tidy(before),
                Words.tidy(after),
                content.end(),
                content.contentDonePercent(),
                content.investigator(),
                content.cause(),
                content.host(),
                content.successorDocument(),
                content.members(),
                content.budget(),
                content.tranches(),
                content.items());
    }

    /** Answers the numbers of the exceptions it needs. */
    List<Integer> check(AdjustmentKind kind, AdjustmentContent content, RunningTask task, LocalDate askedOn) {
        List<Integer> exceptions =
                allowed.check(kind, content, task.terms(), task.facts().pinned(), askedOn);
        if (kind.form() == Form.BUDGET) {
            BudgetChange change = change(content, task);
            change.check(kind);
            change.checkContract(task.contractValue());
            ProjectId project = task.facts().id();
            change.requireCovers(drawn.byLine(project), drawn.byTranche(project));
            if (!content.items().isEmpty()) estimates.check(task.facts(), content.items(), content.budget(), askedOn);
        }
        requireNotBarred(content, task.terms(), askedOn);
        if (kind == AdjustmentKind.INVESTIGATOR) {
            PersonId person = Objects.requireNonNull(content.investigator());
            String guard = InvestigatorGuard.id(person, task.terms().level());
            aggregates.peek(
                    InvestigatorGuard.class,
                    guard,
                    g -> g.requireFree(task.terms().level(), rules.on(InvestigatorGuard.RULE, askedOn)));
        }
        return exceptions;
    }

    /**
     * Who owes a refund is named for no task: not as its host or investigator, nor newly as main member or secretary. Who is
     * late with a dossier neither carries it on nor leads it.
     */
    private void requireNotBarred(AdjustmentContent content, TaskTerms terms, LocalDate on) {
        PersonId investigator = content.investigator();
        if (investigator != null) {
            bars.requireFree(investigator.value(), on, "content", "investigator");
            dossiers.requireNone(investigator.value(), on, "content", "investigator");
        }
        OrganisationId host = content.host();
        if (host != null) {
            bars.requireFree(host.value(), on, "content", "host");
            dossiers.requireNone(host.value(), on, "content", "host");
        }
        content.members().stream()
                .filter(m -> m.role().answersForRefund() && !terms.members().contains(m))
                .forEach(m -> bars.requireFree(m.person().value(), on, "content", "members"));
    }

    OpinionNeed need(AdjustmentKind kind, AdjustmentContent content, AdjustmentDecider decider, RunningTask task) {
        if (decider == AdjustmentDecider.AUTHORITY_AFTER_COUNCIL) return OpinionNeed.COUNCIL_AND_ORDERING_UNIT;
        if (kind == AdjustmentKind.NON_KHOAN_BUDGET && change(content, task).raisesNonKhoan())
            return OpinionNeed.COUNCIL_OR_EXPERTS;
        return OpinionNeed.NONE;
    }

    /** An increase rests on free money of a year appropriation that is named. */
    void requireMoney(
            AdjustmentKind kind, AdjustmentContent content, RunningTask task, @Nullable AppropriationId appropriation) {
        if (kind.form() != Form.BUDGET) return;
        BudgetChange change = change(content, task);
        if (change.stateIncrease().isPositive())
            drawn.requireFree(AdjustmentRules.given(appropriation, "appropriation"), change.stateIncrease());
    }

    void takeEffect(
            Terms adjustment,
            AdjustmentContent content,
            RunningTask task,
            @Nullable ContractAnnex annex,
            @Nullable AppropriationId appropriation,
            Decision decision) {
        AdjustmentKind kind = adjustment.kind();
        List<Integer> exceptions = check(kind, content, task, adjustment.askedOn());
        requireMoney(kind, content, task, appropriation);
        Adjusted event = event(adjustment, content, task, exceptions, annex, appropriation);
        if (kind.form() == Form.BUDGET)
            estimates.revise(task.facts(), adjustment.id().value(), content.items(), content.budget(), decision);
        aggregates.on(Project.class, adjustment.project().value(), p -> p.adjust(event));
        if (event instanceof InvestigatorReplaced replaced) guards(replaced, task, decision);
        switch (event) {
            case TaskExtended _, TaskShortened _, InvestigatorReplaced _, HostSucceeded _ ->
                dossiers.adjusted(event, task.terms());
            case MembersChanged _, TermsReworded _, TaskBudgetAdjusted _ -> {
                // neither who owes the dossier nor until when
            }
        }
    }

    private Adjusted event(
            Terms adjustment,
            AdjustmentContent content,
            RunningTask task,
            List<Integer> exceptions,
            @Nullable ContractAnnex annex,
            @Nullable AppropriationId appropriation) {
        ProjectId project = adjustment.project();
        TaskTerms terms = task.terms();
        AdjustmentKind kind = adjustment.kind();
        return switch (kind.form()) {
            case WORDING ->
                new TermsReworded(
                        project,
                        adjustment.id(),
                        kind,
                        content.before(),
                        Objects.requireNonNull(content.after()),
                        annex);
            case END -> {
                LocalDate end = Objects.requireNonNull(content.end());
                yield kind == AdjustmentKind.EXTENSION
                        ? new TaskExtended(
                                project,
                                adjustment.id(),
                                terms.end(),
                                end,
                                AdjustmentRules.months(terms.end(), end),
                                exceptions,
                                annex)
                        : new TaskShortened(project, adjustment.id(), terms.end(), end, annex);
            }
            case INVESTIGATOR ->
                new InvestigatorReplaced(
                        project,
                        adjustment.id(),
                        terms.investigator(),
                        Objects.requireNonNull(content.investigator()),
                        Objects.requireNonNull(content.cause()),
                        annex);
            case HOST ->
                new HostSucceeded(
                        project,
                        adjustment.id(),
                        terms.host(),
                        Objects.requireNonNull(content.host()),
                        Objects.requireNonNull(content.successorDocument()),
                        annex);
            case MEMBERS -> new MembersChanged(project, adjustment.id(), terms.members(), content.members(), annex);
            case BUDGET ->
                new TaskBudgetAdjusted(
                        project,
                        adjustment.id(),
                        terms.budgetVersion() + 1,
                        estimates.inForce(task.facts()),
                        content.budget(),
                        content.tranches().isEmpty() ? task.facts().tranches() : content.tranches(),
                        change(content, task).stateIncrease().isPositive() ? appropriation : null,
                        annex);
        };
    }

    /** The old investigator is free again, the new one takes the place. Locked in the order of their ids. */
    private void guards(InvestigatorReplaced replaced, RunningTask task, Decision decision) {
        String old =
                InvestigatorGuard.id(replaced.oldInvestigator(), task.terms().level());
        String next = InvestigatorGuard.id(replaced.investigator(), task.terms().level());
        List.of(old, next).stream().sorted().forEach(id -> {
            if (id.equals(old))
                aggregates.guard(
                        InvestigatorGuard.class,
                        old,
                        g -> g.release(replaced.oldInvestigator(), task.terms().level(), replaced.project()));
            else
                aggregates.guard(
                        InvestigatorGuard.class,
                        next,
                        g -> g.engage(
                                replaced.investigator(),
                                task.terms().level(),
                                replaced.project(),
                                rules.on(InvestigatorGuard.RULE, decision.today())));
        });
    }

    /** Beside what is approved after the moves between lines the host was free to make. */
    private BudgetChange change(AdjustmentContent content, RunningTask task) {
        return new BudgetChange(
                estimates.inForce(task.facts()),
                content.budget(),
                content.tranches(),
                task.facts().khoanMode());
    }
}
