package vn.minhchung.oversight.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.minhchung.kernel.DomainEvent;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Role;
import vn.minhchung.oversight.Hit;
import vn.minhchung.oversight.HitFinder;
import vn.minhchung.oversight.OversightCommand.AcceptFalseAlarm;
import vn.minhchung.oversight.OversightCommand.AuditRecord;
import vn.minhchung.oversight.OversightCommand.ExplainHit;
import vn.minhchung.oversight.OversightCommand.ReopenHit;
import vn.minhchung.oversight.OversightCommand.TurnIntoFinding;
import vn.minhchung.oversight.OversightEvent.RecordAudited;
import vn.minhchung.oversight.OversightExamples;
import vn.minhchung.testing.DecisionFixture;
import vn.minhchung.testing.DecisionFixture.Decisions;

/** A hit from being found to being closed, and opened again. */
class HitCaseTest {
    private static final Hit HIT = OversightExamples.hit();

    private static DecisionFixture desk(List<Hit> found) {
        return DecisionFixture.of(
                aggregates -> List.of(new OversightDesk(aggregates, (_, _) -> new HitFinder.Found(57, found))));
    }

    private static DecisionFixture given(DomainEvent... events) {
        return desk(List.of()).given(HitCase.class, HIT.id().value(), events);
    }

    @Test
    void what_the_rules_find_is_put_on_record_with_the_round() {
        desk(List.of(HIT))
                .when(new AuditRecord(OversightExamples.ROUND, true), Decisions.taken(Role.INSPECTOR))
                .expectEvents(
                        OversightExamples.found(),
                        new RecordAudited(OversightExamples.ROUND, true, 57, Decisions.TODAY, 1, 0));
    }

    @Test
    void a_round_takes_fifty_hits_in_the_order_of_their_ids_and_says_how_many_are_left() {
        List<Hit> many = new ArrayList<>();
        for (int i = 0; i < 53; i++)
            many.add(OversightExamples.hit(
                    UUID.nameUUIDFromBytes(new byte[] {(byte) i}).toString()));
        List<DomainEvent> expected = new ArrayList<>(many.subList(0, 50).stream()
                .sorted(Comparator.comparing(hit -> hit.id().value()))
                .map(OversightExamples::found)
                .toList());
        expected.add(new RecordAudited(OversightExamples.ROUND, false, 57, Decisions.TODAY, 50, 3));

        desk(many)
                .when(new AuditRecord(OversightExamples.ROUND, false), Decisions.taken(Role.ADMIN))
                .expectEvents(expected.toArray(DomainEvent[]::new));
    }

    @Test
    void a_hit_is_found_once() {
        desk(List.of(HIT))
                .given(HitCase.class, HIT.id().value(), OversightExamples.found())
                .when(new AuditRecord(OversightExamples.ROUND, false), Decisions.taken(Role.ADMIN))
                .expectRefusal(ErrorCode.ALREADY_EXISTS);
    }

    @Test
    void the_department_explains_and_explains_again() {
        var decision = Decisions.taken(Role.OFFICER);
        given(OversightExamples.found(), OversightExamples.explained(decision.person()))
                .when(new ExplainHit(HIT.id(), "  Kho bạc làm tròn "), decision)
                .expectEvents(OversightExamples.explained(decision.person()));
    }

    @Test
    void an_inspector_closes_it_as_a_false_alarm_or_as_a_finding() {
        given(OversightExamples.found())
                .when(new AcceptFalseAlarm(HIT.id(), "Đã đối chiếu chứng từ"), Decisions.taken(Role.INSPECTOR))
                .expectEvents(OversightExamples.falseAlarm());
        given(OversightExamples.found())
                .when(new TurnIntoFinding(HIT.id(), "Tạm ứng vượt mức"), Decisions.taken(Role.INSPECTOR))
                .expectEvents(OversightExamples.finding());
    }

    @Test
    void what_is_closed_is_neither_explained_nor_closed_again_before_it_is_opened() {
        for (DomainEvent closed : List.of(OversightExamples.falseAlarm(), OversightExamples.finding())) {
            given(OversightExamples.found(), closed)
                    .when(new ExplainHit(HIT.id(), "muộn"), Decisions.taken(Role.OFFICER))
                    .expectRefusal(ErrorCode.WRONG_STATE);
            given(OversightExamples.found(), closed)
                    .when(new AcceptFalseAlarm(HIT.id(), "nhầm"), Decisions.taken(Role.INSPECTOR))
                    .expectRefusal(ErrorCode.WRONG_STATE);
            given(OversightExamples.found(), closed)
                    .when(new ReopenHit(HIT.id(), "Chứng từ mới"), Decisions.taken(Role.INSPECTOR))
                    .expectEvents(OversightExamples.reopened());
            given(OversightExamples.found(), closed, OversightExamples.reopened())
                    .when(new TurnIntoFinding(HIT.id(), "Tạm ứng vượt mức"), Decisions.taken(Role.INSPECTOR))
                    .expectEvents(OversightExamples.finding());
        }
    }

    @Test
    void what_is_open_is_not_opened_again() {
        given(OversightExamples.found())
                .when(new ReopenHit(HIT.id(), "lại"), Decisions.taken(Role.INSPECTOR))
                .expectRefusal(ErrorCode.WRONG_STATE);
    }

    @Test
    void nothing_is_closed_without_words() {
        var refusal = given(OversightExamples.found())
                .when(new AcceptFalseAlarm(HIT.id(), "  "), Decisions.taken(Role.INSPECTOR))
                .expectRefusal(ErrorCode.INVALID_INPUT);

        assertThat(refusal.field()).containsExactly("reason");
    }
}
