package vn.minhchung.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import vn.minhchung.testing.TestPostgres;

/** Who audits with SQL gets a role of his own, by the statements of the runbook, and reads the view alone. */
class AuditorsViewTest {
    private final TestPostgres.Database database = TestPostgres.freshDatabase();

    @Test
    void the_role_of_the_runbook_reads_the_events_as_json_and_nothing_else() throws Exception {
        JdbcClient.create(database.app()).sql("""
                        insert into event_store.event values (1, gen_random_uuid(), 'task:1', 0, 'Task', 'auditors.Noted', '1',
                          1767225600000, 1767225600000000, '{"n": 7}', '{"part": "1/1"}')""").update();
        String name = database.url().substring(database.url().lastIndexOf('/') + 1);
        try (Connection superuser = TestPostgres.superuser(database);
                Statement statement = superuser.createStatement()) {
            for (String sql : statements()) statement.execute(sql.replace("DATABASE minhchung", "DATABASE " + name));
        }
        JdbcClient auditor = JdbcClient.create(new DriverManagerDataSource(database.url(), "thanh_tra", "mat-khau"));

        assertThat(auditor.sql("select payload ->> 'n' from event_store.event_json where stored_at >= '2026-01-01Z'")
                        .query(String.class)
                        .single())
                .isEqualTo("7");
        for (String forbidden : List.of(
                "select count(*) from event_store.event",
                "select count(*) from event_store.refusal_attempt",
                "select count(*) from person_vault.person_key",
                "select count(*) from credential.password",
                "create schema mine")) {
            assertThatThrownBy(() -> auditor.sql(forbidden).query().listOfRows())
                    .as(forbidden)
                    .rootCause()
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
        }
    }

    /** As they stand in the runbook, between its fences. */
    private static List<String> statements() throws IOException {
        String runbook = Files.readString(Path.of("docs/runbook.md"));
        String sql = runbook.substring(runbook.indexOf("```sql\n") + 7);
        return List.of(sql.substring(0, sql.indexOf("```")).strip().split(";\n?", 0));
    }
}
