package vn.minhchung.projects.write;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.AdjustmentId;
import vn.minhchung.kernel.AppropriationId;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.Role;
import vn.minhchung.projects.AdjustmentCommand.AskAdjustmentSupplement;
import vn.minhchung.projects.AdjustmentCommand.DecideAdjustment;
import vn.minhchung.projects.AdjustmentCommand.NotifyAdjustment;
import vn.minhchung.projects.AdjustmentCommand.ObjectToAdjustment;
import vn.minhchung.projects.AdjustmentCommand.RecordAdjustmentOpinion;
import vn.minhchung.projects.AdjustmentCommand.RequestAdjustment;
import vn.minhchung.projects.AdjustmentCommand.SupplementAdjustment;
import vn.minhchung.projects.AdjustmentCommand.WithdrawAdjustment;
import vn.minhchung.projects.AdjustmentContent;
import vn.minhchung.projects.AdjustmentDecider;
import vn.minhchung.projects.AdjustmentEvent;
import vn.minhchung.projects.AdjustmentEvent.AdjustmentDecided;
import vn.minhchung.projects.AdjustmentEvent.AdjustmentDecisionRecorded;
import vn.minhchung.projects.AdjustmentEvent.AdjustmentNotified;
import vn.minhchung.projects.AdjustmentEvent.AdjustmentObjected;
import vn.minhchung.projects.AdjustmentEvent.AdjustmentOpinionRecorded;
import vn.minhchung.projects.AdjustmentEvent.AdjustmentRequested;
import vn.minhchung.projects.AdjustmentEvent.AdjustmentSupplementAsked;
import vn.minhchung.projects.AdjustmentEvent.AdjustmentSupplemented;
import vn.minhchung.projects.AdjustmentEvent.AdjustmentTookEffect;
import vn.minhchung.projects.AdjustmentEvent.AdjustmentWithdrawn;
import vn.minhchung.projects.AdjustmentKind;
import vn.minhchung.projects.AdjustmentOpinion;
import vn.minhchung.projects.AdjustmentOutcome;
import vn.minhchung.projects.AdjustmentState;
import vn.minhchung.projects.ContractAnnex;
import vn.minhchung.projects.OpinionNeed;
import vn.minhchung.rules.Rules;

/**
 * An adjustment of a running task. What the authority decides is requested, may be supplemented, gathers opinions, and is
 * decided; a decision on paper is recorded first. What the host decides is notified, and takes effect when the authority
 * says it does not object or the window ends. Until then the host may take it back. What it changes is an event of the task.
 */
@AggregateRoot(type = "Adjustment")
class Adjustment {
    private static final EnumSet<AdjustmentState> PENDING =
            EnumSet.of(AdjustmentState.REQUESTED, AdjustmentState.SUPPLEMENT_ASKED);
    private static final EnumSet<AdjustmentState> DECIDABLE =
            EnumSet.of(AdjustmentState.REQUESTED, AdjustmentState.DECISION_RECORDED);

    @AggregateIdentifier
    private String id;

    private ProjectId project;
    private OrganisationId host;
    private AdjustmentKind kind;
    private AdjustmentContent content;
    private AdjustmentDecider decider = AdjustmentDecider.HOST;
    private OpinionNeed need = OpinionNeed.NONE;
    private LocalDate askedOn;
    private AdjustmentState state;
    private final List<AdjustmentOpinion> opinions = new ArrayList<>();
    /** While it waits for its second person. */
    private @Nullable AdjustmentDecisionRecorded recorded;

    Adjustment() {}

    /**
     * What the desk must know of it.
     *
     * @param recorded the decision that waits for its second person
     */
    record Terms(
            AdjustmentId id,
            ProjectId project,
            OrganisationId host,
            AdjustmentKind kind,
            AdjustmentContent content,
            AdjustmentDecider decider,
            LocalDate askedOn,
            @Nullable AdjustmentDecisionRecorded recorded) {}

    Terms terms() {
        return new Terms(new AdjustmentId(id), project, host, kind, content, decider, askedOn, recorded);
    }

    void request(
            RequestAdjustment command,
            Decision decision,
            OrganisationId of,
            AdjustmentDecider by,
            OpinionNeed needed,
            AdjustmentContent tidy) {
        apply(new AdjustmentRequested(
                command.adjustment(),
                command.project(),
                of,
                command.kind(),
                tidy,
                Acts.reason(command.reason()),
                by,
                needed,
                decision.person(),
                decision.today()));
    }

    void askSupplement(AskAdjustmentSupplement command, Decision decision) {
        decision.requireTaken();
        requireState(EnumSet.of(AdjustmentState.REQUESTED));
        apply(new AdjustmentSupplementAsked(self(), project, host, Acts.reason(command.reason()), decision.today()));
    }

    void supplement(
            SupplementAdjustment command, Decision decision, OpinionNeed needed, @Nullable AdjustmentContent tidy) {
        requireState(EnumSet.of(AdjustmentState.SUPPLEMENT_ASKED));
        AdjustmentContent now = tidy == null ? content : tidy;
        // opinions were given on what was asked then
        boolean missing = !needed.met(now.equals(content) ? opinions : List.of());
        apply(new AdjustmentSupplemented(
                self(), project, host, Words.required(command.note(), "note"), now, needed, missing, decision.today()));
    }

    void opinion(RecordAdjustmentOpinion command, Decision decision) {
        decision.requireTaken();
        requireState(EnumSet.of(AdjustmentState.REQUESTED));
        if (command.givenOn().isAfter(decision.today()))
            throw Refusal.of(ErrorCode.DATES_OUT_OF_ORDER, "latest", decision.today(), "givenOn", command.givenOn())
                    .at("givenOn");
        AdjustmentOpinion opinion = new AdjustmentOpinion(
                command.by(), command.favourable(), Words.required(command.document(), "document"), command.givenOn());
        List<AdjustmentOpinion> all = new ArrayList<>(opinions);
        all.add(opinion);
        apply(new AdjustmentOpinionRecorded(self(), project, host, opinion, !need.met(all)));
    }

    /** @param granted what is granted; null when refused */
    void decide(DecideAdjustment command, Decision decision, @Nullable AdjustmentContent granted, OpinionNeed needed) {
        requireState(decision.recorded() ? DECIDABLE : EnumSet.of(AdjustmentState.REQUESTED));
        decision.requireBasis();
        AdjustmentOutcome outcome = command.outcome();
        if (outcome.grants() && !needed.met(opinions)) throw Refusal.of(ErrorCode.OPINION_REQUIRED, "needed", needed);
        ContractAnnex annex = annex(command, decision);
        if (decision.recorded()) {
            apply(new AdjustmentDecisionRecorded(
                    self(),
                    project,
                    host,
                    outcome,
                    granted,
                    Acts.reason(command.reason()),
                    annex,
                    outcome.grants() ? command.appropriation() : null,
                    Acts.recordedBy(decision, Role.OFFICER, Role.COMMITTEE, Role.DIRECTOR)));
        } else {
            decided(
                    outcome,
                    granted,
                    Acts.reason(command.reason()),
                    annex,
                    outcome.grants() ? command.appropriation() : null,
                    decision);
        }
    }

    /** Answers the decision that holds from here on. */
    void confirm(Decision decision, Rules rules) {
        decision.requireTaken();
        requireState(EnumSet.of(AdjustmentState.DECISION_RECORDED));
        AdjustmentDecisionRecorded paper = Objects.requireNonNull(recorded);
        rules.twoPersons(
                Acts.RECORD_CONFIRM,
                decision.today(),
                decision.persons(decision.exercised(Role.OFFICER, Role.REGISTRAR, Role.DEPUTY_DIRECTOR, Role.DIRECTOR)),
                paper.recordedBy());
        decided(paper.outcome(), paper.granted(), paper.reason(), paper.annex(), paper.appropriation(), decision);
    }

    void withdraw(WithdrawAdjustment command, Decision decision) {
        EnumSet<AdjustmentState> open = EnumSet.copyOf(PENDING);
        open.add(AdjustmentState.NOTIFIED);
        requireState(open);
        apply(new AdjustmentWithdrawn(self(), project, host, Acts.reason(command.reason()), decision.today()));
    }

    void notified(NotifyAdjustment command, Decision decision, OrganisationId of, AdjustmentContent tidy) {
        decision.requireBasis();
        apply(new AdjustmentNotified(
                command.adjustment(),
                command.project(),
                of,
                command.kind(),
                tidy,
                Acts.reason(command.reason()),
                decision.person(),
                decision.today()));
    }

    /** @param lastDay of the window; null where no rule sets one: the authority may then object at any time */
    void object(ObjectToAdjustment command, Decision decision, @Nullable LocalDate lastDay) {
        decision.requireTaken();
        requireState(EnumSet.of(AdjustmentState.NOTIFIED));
        if (lastDay != null && decision.today().isAfter(lastDay))
            throw Refusal.of(ErrorCode.OBJECTION_WINDOW_OVER, "limit", lastDay, "actual", decision.today());
        apply(new AdjustmentObjected(self(), project, host, Acts.reason(command.reason()), decision.today()));
    }

    void noObjection(Decision decision) {
        decision.requireTaken();
        requireState(EnumSet.of(AdjustmentState.NOTIFIED));
        apply(new AdjustmentTookEffect(self(), project, host, false, decision.today()));
    }

    /** @param lastDay of the window; null where no rule sets one: nothing takes effect by itself then */
    void windowEnded(Decision decision, @Nullable LocalDate lastDay) {
        decision.requireTaken();
        requireState(EnumSet.of(AdjustmentState.NOTIFIED));
        if (lastDay == null || !decision.today().isAfter(lastDay))
            throw Refusal.of(
                    ErrorCode.OBJECTION_WINDOW_OPEN,
                    "limit",
                    lastDay == null ? "recordNoObjection" : lastDay,
                    "actual",
                    decision.today());
        apply(new AdjustmentTookEffect(self(), project, host, true, decision.today()));
    }

    @EventSourcingHandler
    void evolve(AdjustmentEvent event) {
        switch (event) {
            case AdjustmentRequested e -> {
                begin(e.adjustment(), e.project(), e.host(), e.kind(), e.content(), e.requestedOn());
                decider = e.decider();
                need = e.need();
                state = AdjustmentState.REQUESTED;
            }
            case AdjustmentSupplementAsked _ -> state = AdjustmentState.SUPPLEMENT_ASKED;
            case AdjustmentSupplemented e -> {
                if (!content.equals(e.content())) opinions.clear();
                content = e.content();
                need = e.need();
                state = AdjustmentState.REQUESTED;
            }
            case AdjustmentOpinionRecorded e -> opinions.add(e.opinion());
            case AdjustmentDecisionRecorded e -> {
                recorded = e;
                state = AdjustmentState.DECISION_RECORDED;
            }
            case AdjustmentDecided e -> {
                recorded = null;
                state = e.outcome().state();
            }
            case AdjustmentWithdrawn _ -> state = AdjustmentState.WITHDRAWN;
            case AdjustmentNotified e -> {
                begin(e.adjustment(), e.project(), e.host(), e.kind(), e.content(), e.notifiedOn());
                state = AdjustmentState.NOTIFIED;
            }
            case AdjustmentObjected _ -> state = AdjustmentState.OBJECTED;
            case AdjustmentTookEffect _ -> state = AdjustmentState.IN_EFFECT;
        }
    }

    private void begin(
            AdjustmentId adjustment,
            ProjectId of,
            OrganisationId from,
            AdjustmentKind what,
            AdjustmentContent asked,
            LocalDate on) {
        id = adjustment.value();
        project = of;
        host = from;
        kind = what;
        content = asked;
        askedOn = on;
    }

    private void decided(
            AdjustmentOutcome outcome,
            @Nullable AdjustmentContent granted,
            String reason,
            @Nullable ContractAnnex annex,
            @Nullable AppropriationId appropriation,
            Decision decision) {
        apply(new AdjustmentDecided(
                self(), project, host, outcome, granted, reason, annex, appropriation, decision.today()));
    }

    /** What is granted becomes part of the contract. */
    private static @Nullable ContractAnnex annex(DecideAdjustment command, Decision decision) {
        if (!command.outcome().grants()) return null;
        String number = Words.required(AdjustmentRules.given(command.annexNumber(), "annexNumber"), "annexNumber");
        LocalDate date = AdjustmentRules.given(command.annexDate(), "annexDate");
        if (date.isAfter(decision.today()))
            throw Refusal.of(ErrorCode.DATES_OUT_OF_ORDER, "latest", decision.today(), "annexDate", date)
                    .at("annexDate");
        return new ContractAnnex(number, date);
    }

    private AdjustmentId self() {
        return new AdjustmentId(id);
    }

    private void requireState(EnumSet<AdjustmentState> wanted) {
        if (!wanted.contains(state)) throw Refusal.of(ErrorCode.WRONG_STATE, "state", state, "needed", wanted);
    }
}
