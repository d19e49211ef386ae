package vn.minhchung.projects.write;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.minhchung.projects.AdjustmentExamples.ADJUSTMENT;
import static vn.minhchung.projects.AdjustmentExamples.SUCCESSOR;
import static vn.minhchung.projects.ProjectExamples.SECRETARY;
import static vn.minhchung.projects.ProjectExamples.organisation;
import static vn.minhchung.projects.ProjectExamples.person;
import static vn.minhchung.projects.ProjectExamples.project;
import static vn.minhchung.projects.write.AdjustmentFixture.approve;
import static vn.minhchung.projects.write.AdjustmentFixture.committee;
import static vn.minhchung.projects.write.AdjustmentFixture.content;
import static vn.minhchung.projects.write.AdjustmentFixture.director;
import static vn.minhchung.projects.write.AdjustmentFixture.head;
import static vn.minhchung.projects.write.AdjustmentFixture.notice;
import static vn.minhchung.projects.write.AdjustmentFixture.request;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.projects.AdjustmentCommand.NotifyAdjustment;
import vn.minhchung.projects.AdjustmentCommand.RecordNoObjection;
import vn.minhchung.projects.AdjustmentContent;
import vn.minhchung.projects.AdjustmentKind;
import vn.minhchung.projects.BarEvent.BarLifted;
import vn.minhchung.projects.BarEvent.BarPlaced;
import vn.minhchung.projects.TaskMember;
import vn.minhchung.testing.DecisionFixture;

/** Who owes a refund is named by no adjustment either (TTLT 27/2015 art. 17): the door to a running task is no back door. */
class BarsTest {
    private static final ProjectId OWING = project("failed task");

    private final AdjustmentFixture tasks = new AdjustmentFixture();

    @Test
    void who_owes_a_refund_takes_over_no_task_as_its_investigator() {
        var notice = notice(AdjustmentKind.INVESTIGATOR, content(AdjustmentKind.INVESTIGATOR));
        barred(tasks.running(), SUCCESSOR.value()).when(notice, head()).expectRefusal(ErrorCode.BARRED_BY_REFUND);

        // barred while the authority had time to object
        DecisionFixture notified = barred(tasks.running().given(notice, head()), SUCCESSOR.value());
        notified.when(new RecordNoObjection(ADJUSTMENT), director()).expectRefusal(ErrorCode.BARRED_BY_REFUND);
        freed(notified, SUCCESSOR.value())
                .when(new RecordNoObjection(ADJUSTMENT), director())
                .events();
    }

    @Test
    void who_owes_a_refund_succeeds_no_host() {
        String merged = organisation("merged host").value();
        var request = request(AdjustmentKind.HOST, content(AdjustmentKind.HOST));
        barred(tasks.running(), merged).when(request, head()).expectRefusal(ErrorCode.BARRED_BY_REFUND);

        DecisionFixture requested = barred(tasks.running().given(request, head()), merged);
        requested.when(approve(), committee()).expectRefusal(ErrorCode.BARRED_BY_REFUND);
        assertThat(freed(requested, merged).when(approve(), committee()).events())
                .isNotEmpty();
    }

    @Test
    void who_owes_a_refund_becomes_no_main_member_but_who_was_a_member_stays() {
        TaskMember secretary = new TaskMember(SECRETARY, TaskMember.Role.SECRETARY);
        TaskMember named = new TaskMember(person("agronomist"), TaskMember.Role.MAIN_MEMBER);
        TaskMember helper = new TaskMember(person("agronomist"), TaskMember.Role.SUPPORT);
        DecisionFixture both = barred(
                barred(tasks.running(), SECRETARY.value()), named.person().value());

        both.when(members(secretary, named), head()).expectRefusal(ErrorCode.BARRED_BY_REFUND);
        both.when(members(secretary, helper), head()).events();
    }

    private static NotifyAdjustment members(TaskMember... members) {
        return notice(AdjustmentKind.MEMBERS, AdjustmentContent.members(List.of(members)));
    }

    private static DecisionFixture barred(DecisionFixture desk, String who) {
        return desk.given(BarGuard.class, BarGuard.id(who), new BarPlaced(who, OWING));
    }

    private static DecisionFixture freed(DecisionFixture desk, String who) {
        return desk.given(BarGuard.class, BarGuard.id(who), new BarLifted(who, OWING));
    }
}
