package vn.minhchung.projects.write;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.minhchung.kernel.AppropriationId;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.StreamConflict;
import vn.minhchung.kernel.command.Aggregates;
import vn.minhchung.kernel.command.Desk;
import vn.minhchung.people.PeopleDirectory;
import vn.minhchung.projects.AdjustmentCommand.AskAdjustmentSupplement;
import vn.minhchung.projects.AdjustmentCommand.CompleteAdjustmentWindow;
import vn.minhchung.projects.AdjustmentCommand.ConfirmAdjustment;
import vn.minhchung.projects.AdjustmentCommand.DecideAdjustment;
import vn.minhchung.projects.AdjustmentCommand.NotifyAdjustment;
import vn.minhchung.projects.AdjustmentCommand.ObjectToAdjustment;
import vn.minhchung.projects.AdjustmentCommand.RecordAdjustmentOpinion;
import vn.minhchung.projects.AdjustmentCommand.RecordNoObjection;
import vn.minhchung.projects.AdjustmentCommand.RequestAdjustment;
import vn.minhchung.projects.AdjustmentCommand.SupplementAdjustment;
import vn.minhchung.projects.AdjustmentCommand.WithdrawAdjustment;
import vn.minhchung.projects.AdjustmentContent;
import vn.minhchung.projects.AdjustmentDecider;
import vn.minhchung.projects.AdjustmentEvent.AdjustmentDecisionRecorded;
import vn.minhchung.projects.AdjustmentOutcome;
import vn.minhchung.projects.ContractAnnex;
import vn.minhchung.projects.DrawnMoney;
import vn.minhchung.projects.EstimateBook;
import vn.minhchung.projects.ExceptionCommand.ConfirmException;
import vn.minhchung.projects.ExceptionCommand.GrantException;
import vn.minhchung.projects.OpinionNeed;
import vn.minhchung.projects.TermsEvent.ExceptionRecorded;
import vn.minhchung.projects.write.Adjustment.Terms;
import vn.minhchung.rules.Deadlines;
import vn.minhchung.rules.RuleProposals;
import vn.minhchung.rules.Rules;

/**
 * Takes the commands about adjustments. One that takes effect is one append: the adjustment, the task's terms, and where
 * somebody else leads it, both guards of investigators.
 */
@Component
class AdjustmentDesk implements Desk {
    /** How long the authority may object to what the host decided; sure for the investigator, assumed for the rest. */
    static final String WINDOW = "adjustment-objection";

    private final Aggregates aggregates;
    private final PeopleDirectory people;
    private final Rules rules;
    private final Deadlines deadlines;
    private final AdjustmentDeciders deciders;
    private final AdjustedTerms adjusted;

    AdjustmentDesk(
            Aggregates aggregates,
            PeopleDirectory people,
            Rules rules,
            Deadlines deadlines,
            RuleProposals proposals,
            DrawnMoney drawn,
            EstimateBook estimates) {
        this.aggregates = aggregates;
        this.people = people;
        this.rules = rules;
        this.deadlines = deadlines;
        this.deciders = new AdjustmentDeciders(rules, proposals);
        this.adjusted = new AdjustedTerms(aggregates, rules, drawn, estimates);
    }

    @CommandHandler
    void handle(RequestAdjustment command, Decision decision) {
        RunningTask task = ofSender(command.project(), decision);
        AdjustmentDecider decider = deciders.ofRequest(
                command.kind(), task.facts().khoanMode(), task.terms().approvedOn());
        requireKnown(command.content());
        AdjustmentContent content = adjusted.completed(command.kind(), command.content(), task);
        adjusted.check(command.kind(), content, task, decision.today());
        aggregates.create(
                Adjustment.class,
                command.subject(),
                a -> a.request(
                        command,
                        decision,
                        task.facts().host(),
                        decider,
                        adjusted.need(command.kind(), content, decider, task),
                        content));
    }

    @CommandHandler
    void handle(AskAdjustmentSupplement command, Decision decision) {
        aggregates.on(Adjustment.class, command.subject(), a -> a.askSupplement(command, decision));
    }

    @CommandHandler
    void handle(SupplementAdjustment command, Decision decision) {
        Terms terms = terms(command.subject());
        RunningTask task = ofSender(terms.project(), decision);
        AdjustmentContent given = command.content();
        AdjustmentContent content = given == null ? null : adjusted.completed(terms.kind(), given, task);
        if (content != null) {
            requireKnown(content);
            adjusted.check(terms.kind(), content, task, terms.askedOn());
        }
        aggregates.on(
                Adjustment.class,
                command.subject(),
                a -> a.supplement(
                        command,
                        decision,
                        adjusted.need(terms.kind(), content == null ? terms.content() : content, terms.decider(), task),
                        content));
    }

    @CommandHandler
    void handle(RecordAdjustmentOpinion command, Decision decision) {
        aggregates.on(Adjustment.class, command.subject(), a -> a.opinion(command, decision));
    }

    @CommandHandler
    void handle(DecideAdjustment command, Decision decision) {
        Terms terms = terms(command.subject());
        AdjustmentContent granted = granted(command, terms);
        if (granted == null) {
            aggregates.on(
                    Adjustment.class, command.subject(), a -> a.decide(command, decision, null, OpinionNeed.NONE));
            return;
        }
        requireKnown(granted);
        RunningTask task = running(terms.project());
        AdjustmentContent content = adjusted.completed(terms.kind(), granted, task);
        aggregates.on(
                Adjustment.class,
                command.subject(),
                a -> a.decide(command, decision, content, adjusted.need(terms.kind(), content, terms.decider(), task)));
        if (decision.recorded()) {
            adjusted.check(terms.kind(), content, task, terms.askedOn());
            adjusted.requireMoney(terms.kind(), content, task, command.appropriation());
        } else {
            takeEffect(
                    terms,
                    content,
                    task,
                    new ContractAnnex(
                            Words.tidy(Objects.requireNonNull(command.annexNumber())),
                            Objects.requireNonNull(command.annexDate())),
                    command.appropriation(),
                    decision);
        }
    }

    @CommandHandler
    void handle(ConfirmAdjustment command, Decision decision) {
        Terms terms = terms(command.subject());
        AdjustmentDecisionRecorded recorded = terms.recorded();
        aggregates.on(Adjustment.class, command.subject(), a -> {
            if (!terms.equals(a.terms())) throw new StreamConflict(command.subject());
            a.confirm(decision, rules);
        });
        aggregates.confirms(command.subject(), AdjustmentDecisionRecorded.class, _ -> true);
        if (recorded == null || recorded.granted() == null) return;
        takeEffect(
                terms,
                recorded.granted(),
                running(terms.project()),
                recorded.annex(),
                recorded.appropriation(),
                decision);
    }

    @CommandHandler
    void handle(WithdrawAdjustment command, Decision decision) {
        requireSender(terms(command.subject()).project(), decision);
        aggregates.on(Adjustment.class, command.subject(), a -> a.withdraw(command, decision));
    }

    @CommandHandler
    void handle(NotifyAdjustment command, Decision decision) {
        RunningTask task = ofSender(command.project(), decision);
        deciders.requireHost(
                command.kind(), task.facts().khoanMode(), task.terms().approvedOn());
        requireKnown(command.content());
        AdjustmentContent content = adjusted.completed(command.kind(), command.content(), task);
        adjusted.check(command.kind(), content, task, decision.today());
        aggregates.create(
                Adjustment.class,
                command.subject(),
                a -> a.notified(command, decision, task.facts().host(), content));
    }

    @CommandHandler
    void handle(RecordNoObjection command, Decision decision) {
        Terms terms = terms(command.subject());
        aggregates.on(Adjustment.class, command.subject(), a -> a.noObjection(decision));
        takeEffect(terms, terms.content(), running(terms.project()), null, null, decision);
    }

    @CommandHandler
    void handle(ObjectToAdjustment command, Decision decision) {
        LocalDate lastDay = lastDay(terms(command.subject()));
        aggregates.on(Adjustment.class, command.subject(), a -> a.object(command, decision, lastDay));
    }

    @CommandHandler
    void handle(CompleteAdjustmentWindow command, Decision decision) {
        Terms terms = terms(command.subject());
        LocalDate lastDay = lastDay(terms);
        aggregates.on(Adjustment.class, command.subject(), a -> a.windowEnded(decision, lastDay));
        takeEffect(terms, terms.content(), running(terms.project()), null, null, decision);
    }

    @CommandHandler
    void handle(GrantException command, Decision decision) {
        aggregates.on(Project.class, command.subject(), task -> task.decide(command, decision));
    }

    @CommandHandler
    void handle(ConfirmException command, Decision decision) {
        aggregates.on(Project.class, command.subject(), task -> task.decide(command, decision, rules));
        aggregates.confirms(
                command.subject(), ExceptionRecorded.class, recorded -> recorded.number() == command.number());
    }

    private void takeEffect(
            Terms terms,
            AdjustmentContent content,
            RunningTask task,
            @Nullable ContractAnnex annex,
            @Nullable AppropriationId appropriation,
            Decision decision) {
        adjusted.takeEffect(terms, content, task, annex, appropriation, decision);
    }

    private @Nullable LocalDate lastDay(Terms terms) {
        Optional<Deadlines.Due> due = deadlines.due(WINDOW, terms.askedOn());
        return due.map(Deadlines.Due::on).orElse(null);
    }

    private Terms terms(String id) {
        return aggregates.ask(Adjustment.class, id, Adjustment::terms);
    }

    /** What the decision grants: all that was asked, unless it says less. */
    private static @Nullable AdjustmentContent granted(DecideAdjustment command, Terms terms) {
        AdjustmentContent granted = command.granted();
        AdjustmentOutcome outcome = command.outcome();
        return switch (outcome) {
            case REFUSED -> {
                if (granted != null) throw notGranting(outcome);
                yield null;
            }
            case APPROVED -> {
                if (granted != null) throw notGranting(outcome);
                yield terms.content();
            }
            case IN_PART -> {
                if (granted == null || granted.equals(terms.content()))
                    throw Refusal.of(ErrorCode.INVALID_INPUT, "expected", "less than what was asked")
                            .at("granted");
                yield granted;
            }
        };
    }

    private static Refusal notGranting(AdjustmentOutcome outcome) {
        return Refusal.of(ErrorCode.INVALID_INPUT, "expected", AdjustmentOutcome.IN_PART, "value", outcome)
                .at("granted");
    }

    private void requireKnown(AdjustmentContent content) {
        if (content.investigator() != null) people.requirePerson(content.investigator());
        if (content.host() != null) people.requireOrganisation(content.host());
        content.members().forEach(member -> people.requirePerson(member.person()));
    }

    private RunningTask ofSender(ProjectId project, Decision decision) {
        requireSender(project, decision);
        return running(project);
    }

    /** The head of the host, or who leads the task. To others a task they may not know of is not there. */
    private void requireSender(ProjectId project, Decision decision) {
        decision.requireTaken();
        TaskTerms task = aggregates.ask(Project.class, project.value(), Project::terms);
        OrganisationId host = task.host();
        boolean leads =
                decision.actor().has(Role.INVESTIGATOR) && decision.person().equals(task.investigator());
        if (leads || decision.actor().has(Role.HOST_HEAD, host)) return;
        if (aggregates.ask(Project.class, project.value(), Project::published))
            throw Refusal.of(ErrorCode.NOT_YOUR_HOST, "host", host);
        throw Refusal.of(ErrorCode.NOT_FOUND, "id", project);
    }

    /** @throws Refusal CONTRACT_MISSING, WRONG_STATE: only what runs is adjusted */
    private RunningTask running(ProjectId project) {
        return aggregates.ask(Project.class, project.value(), RunningTask::of);
    }
}
