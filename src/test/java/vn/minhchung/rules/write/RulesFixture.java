package vn.minhchung.rules.write;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.axonframework.commandhandling.CommandHandler;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.command.Command;
import vn.minhchung.kernel.command.Desk;
import vn.minhchung.kernel.command.MayBeSentBy;
import vn.minhchung.rules.CalendarYear;
import vn.minhchung.rules.Confidence;
import vn.minhchung.rules.Deadlines;
import vn.minhchung.rules.LegalSource;
import vn.minhchung.rules.RuleFamilyId;
import vn.minhchung.rules.RuleProposals;
import vn.minhchung.rules.RuleVersion;
import vn.minhchung.rules.Rules;
import vn.minhchung.rules.RulesExamples;
import vn.minhchung.rules.Standing;
import vn.minhchung.rules.TriggerKind;
import vn.minhchung.testing.DecisionFixture;

/** The rules' own desk over given proposals, and a desk that asks the rules as other modules do. */
final class RulesFixture {
    private RulesFixture() {}

    static DecisionFixture of(RuleVersion... proposed) {
        return asking((rules, deadlines) -> {}, proposed);
    }

    static DecisionFixture asking(BiConsumer<Rules, Deadlines> question, RuleVersion... proposed) {
        return DecisionFixture.of(aggregates -> {
            InForceRules rules = new InForceRules(aggregates);
            return List.of(
                    new RulesDesk(aggregates, new Proposed(List.of(proposed)), rules), new AskingDesk(rules, question));
        });
    }

    /** A four-eyes rule in force since 2014. */
    static DecisionFixture givenPair(DecisionFixture fixture, String family) {
        return fixture.given(RuleFamily.class, RuleFamilyId.of(family).value(), RulesExamples.putInForce(pair(family)));
    }

    static RuleVersion pair(String family) {
        return new RuleVersion(
                family,
                "kiem-soat-noi-bo",
                Standing.INTERNAL,
                Confidence.ASSUMED,
                new LegalSource("Quy chế kiểm soát nội bộ", "Cặp", "Quy chế", "Hai người.", "Two persons."),
                LocalDate.of(2014, 1, 1),
                null,
                TriggerKind.ACT_DATE,
                "two-persons",
                Map.of(),
                List.of());
    }

    static Decision without(Decision decision, boolean reason, boolean basis) {
        return new Decision(
                decision.actor(),
                decision.decidedBy(),
                basis ? List.of() : decision.basis(),
                reason ? null : decision.reason(),
                decision.today(),
                decision.effectiveOn(),
                decision.documentDate(),
                decision.seenAt(),
                decision.requestId(),
                decision.mutation(),
                decision.idempotencyKey(),
                decision.channel());
    }

    @MayBeSentBy(mutation = "", roles = Role.OFFICER)
    record Ask() implements Command {
        @Override
        public String subject() {
            return "ask:it";
        }
    }

    static final class AskingDesk implements Desk {
        private final Rules rules;
        private final Deadlines deadlines;
        private final BiConsumer<Rules, Deadlines> question;

        AskingDesk(InForceRules rules, BiConsumer<Rules, Deadlines> question) {
            this.rules = rules;
            this.deadlines = rules;
            this.question = question;
        }

        @CommandHandler
        void handle(Ask command) {
            question.accept(rules, deadlines);
        }
    }

    record Proposed(List<RuleVersion> versions) implements RuleProposals {
        @Override
        public Optional<RuleVersion> find(String family, String version) {
            return versions.stream()
                    .filter(each ->
                            each.family().equals(family) && each.version().equals(version))
                    .findFirst();
        }

        @Override
        public List<CalendarYear> calendars() {
            return List.of();
        }
    }
}
