package vn.minhchung.demo;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.Actor;
import vn.minhchung.kernel.Capacity;
import vn.minhchung.kernel.Decider;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.DecisionMode;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.LegalBasis;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.PersonalData;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.Sealed;
import vn.minhchung.kernel.StoryClock;
import vn.minhchung.kernel.command.Command;
import vn.minhchung.kernel.command.Commands;
import vn.minhchung.kernel.command.Competence;
import vn.minhchung.kernel.command.MayBeSentBy;
import vn.minhchung.kernel.command.RefusalLog;
import vn.minhchung.kernel.graphql.Logins;
import vn.minhchung.kernel.view.Views;

/**
 * Tells a story day by day: who sends which command when, on which basis and why. Every step has a fixed idempotency key,
 * so a story that was cut off is simply told again and goes on where it stopped.
 */
public final class Story {
    private static final LocalTime OFFICE_OPENS = LocalTime.of(8, 0);
    private static final Duration PACE = Duration.ofMinutes(7);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private final Commands commands;
    private final Logins logins;
    private final StoryClock clock;
    private final Views views;
    private final PersonalData personalData;
    private final RefusalLog refusals;
    private final String name;
    private final Runnable afterStep;
    private final Duration pace;
    private int step;

    /**
     * @param name prefix of the idempotency keys
     * @param afterStep told after every step, when the views have seen it
     */
    public Story(
            Commands commands,
            Logins logins,
            StoryClock clock,
            Views views,
            PersonalData personalData,
            RefusalLog refusals,
            String name,
            Runnable afterStep) {
        this(commands, logins, clock, views, personalData, refusals, name, afterStep, PACE);
    }

    private Story(
            Commands commands,
            Logins logins,
            StoryClock clock,
            Views views,
            PersonalData personalData,
            RefusalLog refusals,
            String name,
            Runnable afterStep,
            Duration pace) {
        this.commands = commands;
        this.logins = logins;
        this.clock = clock;
        this.views = views;
        this.personalData = personalData;
        this.refusals = refusals;
        this.name = name;
        this.afterStep = afterStep;
        this.pace = pace;
    }

    /** The same story with so much time between two steps: where many are told at once, a day is too short for all. */
    public Story atPace(Duration between) {
        return new Story(commands, logins, clock, views, personalData, refusals, name, afterStep, between);
    }

    /** A story within this one: its steps are counted, and known, by themselves. */
    public Story part(String key) {
        return new Story(commands, logins, clock, views, personalData, refusals, key, afterStep, pace);
    }

    /** The office opens; days only move forward. */
    public void on(LocalDate day) {
        clock.moveTo(day.atTime(OFFICE_OPENS).atZone(StoryClock.ZONE).toInstant());
    }

    public As as(Cast who) {
        return new As(who, null, List.of(), null, Capacity.SELF, false);
    }

    /** A person who was erased when the story was told before is only named in steps that are known already. */
    public Sealed seal(PersonId person, String text) {
        try {
            return personalData.seal(person, text);
        } catch (Refusal refusal) {
            if (refusal.code() != ErrorCode.PERSON_ERASED) throw refusal;
            return new Sealed(person, PersonalData.ERASED);
        }
    }

    public int steps() {
        return step;
    }

    /** One person about to do something. */
    public final class As {
        private final Cast who;
        private final @Nullable String reason;
        private final List<LegalBasis> basis;
        private final @Nullable Decider decider;
        private final Capacity capacity;
        private final boolean refusedExpected;

        private As(
                Cast who,
                @Nullable String reason,
                List<LegalBasis> basis,
                @Nullable Decider decider,
                Capacity capacity,
                boolean refusedExpected) {
            this.who = who;
            this.reason = reason;
            this.basis = basis;
            this.decider = decider;
            this.capacity = capacity;
            this.refusedExpected = refusedExpected;
        }

        public As because(String why) {
            return new As(who, why, basis, decider, capacity, refusedExpected);
        }

        public As under(LegalBasis.Kind kind, String number, String issuer, LocalDate date) {
            LegalBasis paper = new LegalBasis(kind, number, issuer, date, null, null, LegalBasis.Seen.SCAN_COMPARED);
            return new As(who, reason, List.of(paper), decider, capacity, refusedExpected);
        }

        /** The decision was taken on paper by somebody else. */
        public As recordingFor(PersonId signatory, Role role, String office, LocalDate signedOn, String document) {
            Decider onPaper = new Decider(
                    signatory,
                    role,
                    office,
                    Capacity.SELF,
                    null,
                    null,
                    signedOn,
                    document,
                    DecisionMode.RECORDED,
                    null);
            return new As(who, reason, basis, onPaper, capacity, refusedExpected);
        }

        public As in(Capacity other) {
            return new As(who, reason, basis, decider, other, refusedExpected);
        }

        /** The attempt is refused; it stays among the refused attempts. */
        public As inVain() {
            return new As(who, reason, basis, decider, capacity, true);
        }

        /** Sends the command; answers the position of its last event, or of the views when it was refused. */
        public long does(Command command) {
            step++;
            return does(command, name + "-" + step);
        }

        /** The last step, under a key of its own by which the story is known to be told. */
        public void ending(String key, Command command) {
            does(command, key);
        }

        private long does(Command command, String key) {
            clock.moveTo(clock.now().plus(pace));
            Actor actor =
                    logins.actor(who.login()).orElseThrow(() -> new IllegalStateException("no account " + who.login()));
            MayBeSentBy declared = command.getClass().getAnnotation(MayBeSentBy.class);
            LocalDate today = clock.today();
            Decision decision = new Decision(
                    actor.knownBy(Map.of("method", "STORY")),
                    decider != null ? decider : Competence.taken(actor, declared, capacity, today),
                    basis,
                    reason,
                    today,
                    today,
                    basis.isEmpty() ? null : basis.getFirst().date(),
                    declared.seen() ? views.position() : null,
                    key,
                    declared.mutation(),
                    key,
                    "story");
            Competence.requireSender(actor, declared);
            long position = refusedExpected ? refused(command, decision) : sent(command, decision);
            afterStep.run();
            return position;
        }

        private long sent(Command command, Decision decision) {
            try {
                long position = commands.send(command, decision).position();
                if (!views.await(position, LONGEST_WAIT))
                    throw new IllegalStateException("views did not reach " + position);
                return position;
            } catch (Refusal refusal) {
                throw new IllegalStateException(
                        "step %d, %s on %s: %s".formatted(step, who.login(), decision.today(), command), refusal);
            }
        }

        private long refused(Command command, Decision decision) {
            try {
                commands.send(command, decision);
            } catch (Refusal refusal) {
                refusals.refused(new RefusalLog.RefusedAttempt(
                        RefusalLog.Kind.COMMAND,
                        decision.actor().account().value(),
                        decision.person().value(),
                        decision.mutation(),
                        refusal.code().name(),
                        refusal.rule(),
                        refusal.facts(),
                        views.position(),
                        decision.requestId()));
                return views.position();
            }
            throw new IllegalStateException("step %d should have been refused: %s".formatted(step, command));
        }
    }
}
