package vn.minhchung.oversight.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.minhchung.access.AccountEvent.RoleConfirmed;
import vn.minhchung.access.AccountEvent.RoleGranted;
import vn.minhchung.access.AccountEvent.RoleRevoked;
import vn.minhchung.kernel.AccountId;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.Recorded;
import vn.minhchung.kernel.Role;
import vn.minhchung.oversight.AuditHitPart;
import vn.minhchung.oversight.Hit;
import vn.minhchung.oversight.process.PlantedRecord.Act;
import vn.minhchung.projects.ProjectEvent.TaskPublished;

/** Which grant a decision rests on, and since when: a role used at once is one that was not held just before. */
class FourEyesTest {
    private static final LocalDate DAY = LocalDate.of(2024, 5, 6);
    private static final String NAME = "khao";
    private static final AccountId ACCOUNT = new AccountId("account:" + NAME);
    private static final OrganisationId INSTITUTE = new OrganisationId("organisation:institute");
    private static final OrganisationId COLLEGE = new OrganisationId("organisation:college");

    private final PlantedRecord record = new PlantedRecord();

    FourEyesTest() {
        PlantedRecord.shipped().stream()
                .filter(rule -> rule.family().equals("audit.four-eyes"))
                .forEach(rule -> record.putInForce(DAY.minusYears(2), rule));
    }

    private Act granted(Role role, @Nullable OrganisationId of, LocalDate from, @Nullable LocalDate to) {
        return granted(role, of, from, to, false);
    }

    private Act granted(
            Role role, @Nullable OrganisationId of, LocalDate from, @Nullable LocalDate to, boolean provisional) {
        return record.add(
                        from,
                        ACCOUNT.value(),
                        new RoleGranted(
                                ACCOUNT, role, of, from, to, List.of(PlantedRecord.person("admin")), provisional))
                .at(8, 0);
    }

    private Act confirmed(LocalDate day) {
        return record.add(
                        day,
                        ACCOUNT.value(),
                        new RoleConfirmed(ACCOUNT, Role.ACCOUNTANT, null, PlantedRecord.person("director")))
                .at(8, 30);
    }

    private Act used(Role role, LocalDate day) {
        ProjectId task = new ProjectId("project:" + day);
        return record.add(day, task.value(), new TaskPublished(task, "Nghiên cứu"))
                .by(NAME, role)
                .at(9, 0);
    }

    private List<Hit> hits() {
        AuditRun run = new AuditRun();
        List<Hit> hits = new ArrayList<>();
        for (Recorded each : record.write()) hits.addAll(run.feed(each));
        return hits;
    }

    /** One hit, of the use, with the grant it rests on. */
    private void found(Act use, Act grant) {
        List<Hit> hits = hits();
        assertThat(hits).singleElement().satisfies(hit -> {
            assertThat(hit.part()).isEqualTo(AuditHitPart.ROLE_USED_AT_ONCE);
            assertThat(hit.subject()).isEqualTo(ACCOUNT.value());
            assertThat(hit.events()).containsExactly(use.id(), grant.id());
        });
    }

    @Test
    void a_role_granted_anew_after_its_last_day_has_passed_is_new() {
        granted(Role.OFFICER, null, DAY.minusYears(1), DAY.minusMonths(2));
        used(Role.OFFICER, DAY.minusMonths(3));
        Act anew = granted(Role.OFFICER, null, DAY, null);

        found(used(Role.OFFICER, DAY), anew);
    }

    @Test
    void a_role_granted_anew_the_day_after_its_last_day_is_only_renewed() {
        granted(Role.OFFICER, null, DAY.minusYears(1), DAY.minusDays(1));
        granted(Role.OFFICER, null, DAY, null);
        used(Role.OFFICER, DAY);

        assertThat(hits()).isEmpty();
    }

    @Test
    void a_renewed_role_that_ends_and_is_granted_anew_is_new() {
        granted(Role.OFFICER, null, DAY.minusYears(1), DAY.minusMonths(6));
        granted(Role.OFFICER, null, DAY.minusMonths(6).plusDays(1), DAY.minusDays(2));
        used(Role.OFFICER, DAY.minusDays(9));
        Act anew = granted(Role.OFFICER, null, DAY, null);

        found(used(Role.OFFICER, DAY), anew);
    }

    @Test
    void a_role_confirmed_anew_after_its_last_day_has_passed_is_new_since_the_confirmation() {
        granted(Role.ACCOUNTANT, null, DAY.minusYears(1), DAY.minusDays(2), true);
        confirmed(DAY.minusYears(1));
        used(Role.ACCOUNTANT, DAY.minusMonths(2));
        granted(Role.ACCOUNTANT, null, DAY.minusDays(1), null, true);
        Act confirmation = confirmed(DAY);

        found(used(Role.ACCOUNTANT, DAY), confirmation);
    }

    @Test
    void a_host_role_for_another_organisation_is_new() {
        granted(Role.HOST_HEAD, INSTITUTE, DAY.minusYears(1), null);
        used(Role.HOST_HEAD, DAY.minusMonths(2)).holding(INSTITUTE);
        Act second = granted(Role.HOST_HEAD, COLLEGE, DAY, null);

        found(used(Role.HOST_HEAD, DAY).holding(INSTITUTE, COLLEGE), second);
    }

    @Test
    void a_host_role_that_the_actor_does_not_hold_yet_is_not_used() {
        granted(Role.HOST_HEAD, INSTITUTE, DAY.minusYears(1), null);
        granted(Role.HOST_HEAD, COLLEGE, DAY, null);
        used(Role.HOST_HEAD, DAY).holding(INSTITUTE);

        assertThat(hits()).isEmpty();
    }

    @Test
    void taken_back_for_one_organisation_a_host_role_is_still_held_for_the_other() {
        granted(Role.HOST_HEAD, INSTITUTE, DAY.minusYears(1), null);
        Act second = granted(Role.HOST_HEAD, COLLEGE, DAY, null);
        record.add(DAY, ACCOUNT.value(), new RoleRevoked(ACCOUNT, Role.HOST_HEAD, INSTITUTE, DAY))
                .at(8, 30);

        found(used(Role.HOST_HEAD, DAY).holding(COLLEGE), second);
    }

    @Test
    void a_role_granted_from_a_later_day_is_not_the_one_used_today() {
        granted(Role.HOST_HEAD, INSTITUTE, DAY.minusYears(1), null);
        record.add(
                        DAY,
                        ACCOUNT.value(),
                        new RoleGranted(
                                ACCOUNT,
                                Role.HOST_HEAD,
                                COLLEGE,
                                DAY.plusDays(7),
                                null,
                                List.of(PlantedRecord.person("admin")),
                                false))
                .at(8, 0);
        used(Role.HOST_HEAD, DAY).holding(INSTITUTE, COLLEGE);

        assertThat(hits()).isEmpty();
    }

    @Test
    void what_was_decided_on_paper_is_no_use_of_the_role_of_whoever_typed_it_in() {
        granted(Role.OFFICER, null, DAY, null);
        used(Role.OFFICER, DAY).signed(DAY, "12/QĐ");

        assertThat(hits()).isEmpty();
    }
}
