package vn.minhchung.rules.write;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.command.Aggregates;
import vn.minhchung.kernel.command.Desk;
import vn.minhchung.rules.CalendarCommand.ConfirmCalendarYear;
import vn.minhchung.rules.CalendarCommand.DecideCalendarYear;
import vn.minhchung.rules.CalendarEvent.CalendarYearRecorded;
import vn.minhchung.rules.RuleCommand.ConfirmRuleVersion;
import vn.minhchung.rules.RuleCommand.EndRuleVersion;
import vn.minhchung.rules.RuleCommand.OverrideRuleVersion;
import vn.minhchung.rules.RuleCommand.PutRuleVersionInForce;
import vn.minhchung.rules.RuleCommand.SwitchRule;
import vn.minhchung.rules.RuleCommand.WithdrawRuleVersion;
import vn.minhchung.rules.RuleEvent.RuleVersionRecorded;
import vn.minhchung.rules.RuleParameter;
import vn.minhchung.rules.RuleProposals;
import vn.minhchung.rules.RuleVersion;
import vn.minhchung.rules.Rules;

/** Where commands about rules and calendars arrive. */
@Component
class RulesDesk implements Desk {
    private static final String RULES_PAIR = "four-eyes.rules";

    private final Aggregates aggregates;
    private final RuleProposals proposals;
    private final Rules rules;

    RulesDesk(Aggregates aggregates, RuleProposals proposals, Rules rules) {
        this.aggregates = aggregates;
        this.proposals = proposals;
        this.rules = rules;
    }

    @CommandHandler
    void handle(PutRuleVersionInForce command, Decision decision) {
        RuleVersion content = proposals
                .find(command.family(), command.version())
                .orElseThrow(
                        () -> Refusal.of(ErrorCode.NOT_FOUND, "family", command.family(), "version", command.version())
                                .at("version"));
        aggregates.guard(RuleFamily.class, command.subject(), family -> family.decide(command, content, decision));
    }

    @CommandHandler
    void handle(ConfirmRuleVersion command, Decision decision) {
        List<PersonId> recorders =
                aggregates.ask(RuleFamily.class, command.subject(), family -> family.recordersOf(command.version()));
        requireSecondPerson(recorders, decision);
        aggregates.on(RuleFamily.class, command.subject(), family -> family.confirm(command.version()));
        aggregates.confirms(
                command.subject(),
                RuleVersionRecorded.class,
                recorded -> recorded.content().version().equals(command.version()));
    }

    @CommandHandler
    void handle(OverrideRuleVersion command, Decision decision) {
        Map<String, String> parameters;
        try {
            parameters = RuleParameter.mapOf(command.parameters());
        } catch (IllegalStateException e) {
            throw Refusal.of(ErrorCode.INVALID_INPUT, "value", String.valueOf(e.getMessage()))
                    .at("parameters");
        }
        aggregates.on(RuleFamily.class, command.subject(), family -> family.decide(command, parameters, decision));
    }

    @CommandHandler
    void handle(EndRuleVersion command, Decision decision) {
        aggregates.on(RuleFamily.class, command.subject(), family -> family.decide(command, decision));
    }

    @CommandHandler
    void handle(WithdrawRuleVersion command, Decision decision) {
        aggregates.on(RuleFamily.class, command.subject(), family -> family.decide(command, decision));
    }

    @CommandHandler
    void handle(SwitchRule command, Decision decision) {
        aggregates.on(RuleFamily.class, command.subject(), family -> family.decide(command, decision));
    }

    @CommandHandler
    void handle(DecideCalendarYear command, Decision decision) {
        aggregates.guard(CalendarDecisions.class, command.subject(), year -> year.decide(command, decision));
    }

    @CommandHandler
    void handle(ConfirmCalendarYear command, Decision decision) {
        List<PersonId> recorders =
                aggregates.ask(CalendarDecisions.class, command.subject(), CalendarDecisions::recordedBy);
        requireSecondPerson(recorders, decision);
        aggregates.on(CalendarDecisions.class, command.subject(), CalendarDecisions::confirm);
        aggregates.confirms(command.subject(), CalendarYearRecorded.class, _ -> true);
    }

    private void requireSecondPerson(List<PersonId> recorders, Decision decision) {
        LocalDate today = decision.today();
        rules.twoPersons(RULES_PAIR, today, recorders, Recorders.of(decision));
    }
}
