package vn.minhchung.oversight.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.minhchung.access.AccountEvent.AccountCreated;
import vn.minhchung.access.AccountEvent.CredentialSet;
import vn.minhchung.kernel.AccountId;
import vn.minhchung.kernel.DomainEvent;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.Recorded;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.Sealed;
import vn.minhchung.oversight.AuditHitUnit;
import vn.minhchung.oversight.Hit;
import vn.minhchung.projects.ProjectEvent.TaskPublished;
import vn.minhchung.rules.RuleEvent.RuleVersionEnded;
import vn.minhchung.rules.RuleEvent.RuleVersionWithdrawn;
import vn.minhchung.rules.RuleVersion;

/** Which version of a rule judges what, on the rule about credentials set anew. */
class AuditRunTest {
    private static final String FAMILY = "audit.credential-reset";
    private static final LocalDate DAY = LocalDate.of(2024, 5, 6);

    private final PlantedRecord record = new PlantedRecord();

    private static RuleVersion version(String name, LocalDate from, @Nullable LocalDate to, int hours) {
        RuleVersion shipped = PlantedRecord.shipped().stream()
                .filter(rule -> rule.family().equals(FAMILY))
                .findFirst()
                .orElseThrow();
        Map<String, String> parameters = new TreeMap<>(shipped.parameters());
        parameters.put("resetHours", Integer.toString(hours));
        return new RuleVersion(
                FAMILY,
                name,
                shipped.standing(),
                shipped.confidence(),
                shipped.source(),
                from,
                to,
                shipped.trigger(),
                null,
                parameters,
                List.of());
    }

    /** Its credential is set anew at nine, and it decides some hours later. */
    private void resetAndDecide(String name, LocalDate day, int hoursLater) {
        AccountId account = new AccountId("account:" + name);
        PersonId person = PlantedRecord.person(name);
        tell(day.minusDays(9), name, new AccountCreated(account, person, new Sealed(person, "AA"), "key"));
        tell(day.minusDays(9), name, new CredentialSet(account, "one"));
        tell(day, name, new CredentialSet(account, "two"));
        ProjectId task = new ProjectId("project:" + name);
        record.add(day, task.value(), new TaskPublished(task, "Nghiên cứu"))
                .by(name, Role.OFFICER)
                .at(9 + hoursLater, 0);
    }

    private void tell(LocalDate day, String name, DomainEvent event) {
        record.add(day, "account:" + name, event);
    }

    private static List<Hit> feed(AuditRun run, List<Recorded> written) {
        List<Hit> hits = new ArrayList<>();
        written.forEach(event -> hits.addAll(run.feed(event)));
        return hits;
    }

    @Test
    void judges_by_the_version_of_the_day() {
        record.putInForce(DAY.minusYears(1), version("first", DAY.minusYears(1), DAY, 4));
        record.putInForce(DAY.minusYears(1), version("second", DAY.plusDays(1), null, 8));
        resetAndDecide("before", DAY, 5);
        resetAndDecide("after", DAY.plusDays(1), 5);

        List<Hit> hits = feed(new AuditRun(), record.write());

        assertThat(hits).singleElement().satisfies(hit -> {
            assertThat(hit.rule().version()).isEqualTo("second");
            assertThat(hit.subject()).isEqualTo("account:after");
            assertThat(hit.difference().source()).isEqualTo("5");
            assertThat(hit.difference().target()).isEqualTo("8");
            assertThat(hit.difference().difference()).isEqualTo("-3");
            assertThat(hit.difference().unit()).isEqualTo(AuditHitUnit.HOURS);
            assertThat(hit.on()).isEqualTo(DAY.plusDays(1));
        });
    }

    @Test
    void without_a_version_in_force_nothing_is_a_hit_and_no_neighbour_is_used() {
        record.putInForce(DAY.minusYears(1), version("first", DAY.minusYears(1), DAY.minusDays(1), 8));
        record.putInForce(DAY.minusYears(1), version("second", DAY.plusDays(1), null, 8));
        resetAndDecide("between", DAY, 1);

        assertThat(feed(new AuditRun(), record.write())).isEmpty();
    }

    @Test
    void a_version_ended_or_withdrawn_on_record_judges_no_more() {
        record.putInForce(DAY.minusYears(1), version("first", DAY.minusYears(1), null, 8));
        resetAndDecide("judged", DAY.minusDays(3), 1);
        tell(DAY.minusDays(2), "rule", new RuleVersionEnded(FAMILY, "first", DAY.minusDays(1)));
        resetAndDecide("ended", DAY, 1);
        record.putInForce(DAY.plusDays(5), version("second", DAY, null, 8));
        tell(DAY.plusDays(6), "rule", new RuleVersionWithdrawn(FAMILY, "second"));
        resetAndDecide("withdrawn", DAY.plusDays(7), 1);

        assertThat(feed(new AuditRun(), record.write()))
                .extracting(Hit::subject)
                .containsExactly("account:judged");
    }

    @Test
    void a_rule_put_in_force_later_finds_the_past_when_it_is_known_first_and_then_the_same_again() {
        resetAndDecide("past", DAY, 1);
        record.putInForce(DAY.plusMonths(3), version("first", DAY.minusYears(1), null, 8));
        List<Recorded> written = record.write();

        assertThat(feed(new AuditRun(), written)).isEmpty();

        AuditRun knowing = new AuditRun();
        written.forEach(knowing::know);
        List<Hit> hits = feed(knowing, written);
        AuditRun again = new AuditRun();
        written.forEach(again::know);

        assertThat(hits).extracting(Hit::subject).containsExactly("account:past");
        assertThat(feed(again, written)).isEqualTo(hits);
    }

    @Test
    void what_was_ended_later_on_record_judges_the_past_as_it_is_known_now() {
        record.putInForce(DAY.minusYears(1), version("first", DAY.minusYears(1), null, 8));
        resetAndDecide("past", DAY, 1);
        tell(DAY.plusDays(9), "rule", new RuleVersionEnded(FAMILY, "first", DAY.minusDays(1)));
        List<Recorded> written = record.write();
        AuditRun knowing = new AuditRun();
        written.forEach(knowing::know);

        assertThat(feed(new AuditRun(), written)).hasSize(1);
        assertThat(feed(knowing, written)).isEmpty();
    }
}
