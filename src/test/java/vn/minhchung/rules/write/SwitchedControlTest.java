package vn.minhchung.rules.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.junit.jupiter.api.Test;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.command.Command;
import vn.minhchung.kernel.command.Desk;
import vn.minhchung.kernel.command.MayBeSentBy;
import vn.minhchung.rules.RuleCommand.SwitchRule;
import vn.minhchung.rules.SwitchMode;
import vn.minhchung.testing.DecisionFixture;
import vn.minhchung.testing.DecisionFixture.Decisions;

class SwitchedControlTest {
    private static final String FAMILY = "four-eyes.role-grant";
    private static final LocalDate TODAY = LocalDate.of(2025, 3, 10);
    private static final Decision DIRECTOR = Decisions.taken("director", Role.DIRECTOR);

    private final DecisionFixture decisions = DecisionFixture.of(aggregates -> {
        InForceRules rules = new InForceRules(aggregates);
        return List.of(
                new RulesDesk(aggregates, new RulesFixture.Proposed(List.of()), rules),
                new BreakingDesk(new SwitchedControl(rules)));
    });

    @Test
    void it_refuses_by_itself_before_any_rule_is_in_force() {
        var refusal = decisions.when(new Break(), DIRECTOR).expectRefusal(ErrorCode.FOUR_EYES);

        assertThat(refusal.facts()).containsEntry("basis", "theo quy chế kiểm soát nội bộ");
    }

    @Test
    void it_refuses_by_the_rule_in_force_until_the_director_switches_it() {
        RulesFixture.givenPair(decisions, FAMILY);

        assertThat(decisions
                        .when(new Break(), DIRECTOR)
                        .expectRefusal(ErrorCode.FOUR_EYES)
                        .rule())
                .isNotNull();
        decisions.given(new SwitchRule(FAMILY, SwitchMode.WARN), DIRECTOR);
        assertThat(decisions.when(new Break(), DIRECTOR).recording().warnings())
                .singleElement()
                .asString()
                .contains("FOUR_EYES", FAMILY);
        decisions.given(new SwitchRule(FAMILY, SwitchMode.OFF), DIRECTOR);
        assertThat(decisions.when(new Break(), DIRECTOR).recording().warnings()).isEmpty();
    }

    @MayBeSentBy(mutation = "", roles = Role.OFFICER)
    record Break() implements Command {
        @Override
        public String subject() {
            return "break:it";
        }
    }

    static final class BreakingDesk implements Desk {
        private final SwitchedControl control;

        BreakingDesk(SwitchedControl control) {
            this.control = control;
        }

        @CommandHandler
        void handle(Break command) {
            control.broken(FAMILY, TODAY, ErrorCode.FOUR_EYES, "pair", "one/other");
        }
    }
}
