package vn.minhchung.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static vn.minhchung.testing.Eventually.eventually;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vn.minhchung.budgets.AppropriationCommand.AllocateToTask;
import vn.minhchung.budgets.AppropriationCommand.AssignAppropriation;
import vn.minhchung.budgets.AppropriationCommand.EnterInTabmis;
import vn.minhchung.budgets.Department;
import vn.minhchung.kernel.AppropriationId;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.kernel.log.Verifiers;
import vn.minhchung.kernel.log.bundle.ReportProof;
import vn.minhchung.projects.ProjectExamples;
import vn.minhchung.testing.DecisionFixture.Decisions;
import vn.minhchung.testing.Fetched;
import vn.minhchung.testing.RunningSystem;
import vn.minhchung.testing.TestPostgres;

/** An inspector takes evidence out, and verifies it when the system and all it kept are gone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BundleSystemTest {
    private static final String RULE = "investigator.one-running-task";
    private static final Decision DIRECTOR = Decisions.taken(Role.DIRECTOR);
    private static final Decision COMMITTEE = Decisions.taken(Role.COMMITTEE);
    private static final AppropriationId APPROPRIATION =
            new AppropriationId("appropriation:00000000-0000-0000-0000-0000000000b1");
    private static final String TASK = ProjectExamples.TASK.value();
    private static final String OK = "RESULT OK position=- kind=-";

    private Path folder = Path.of("");

    private final Department department = new Department();
    private final Map<String, Path> files = new HashMap<>();
    private long beforeTheMoney;

    @BeforeAll
    void evidence_is_taken_out_and_the_system_is_gone(@TempDir Path shared) throws Exception {
        folder = shared;
        department.withAccounts().withOrganisations();
        department.inForce(RULE, DIRECTOR);
        department.send(ProjectExamples.register(), COMMITTEE);
        beforeTheMoney = department.send(ProjectExamples.sign(), DIRECTOR).position();
        department.send(
                new AssignAppropriation(
                        APPROPRIATION,
                        ProjectExamples.DEPARTMENT,
                        "417",
                        "101",
                        "12",
                        "00000",
                        2025,
                        Vnd.ZERO,
                        Vnd.of(700_000_000)),
                COMMITTEE);
        department.send(new EnterInTabmis(APPROPRIATION, Department.TODAY), Decisions.taken(Role.FINANCE));
        department.await(department.send(
                new AllocateToTask(APPROPRIATION, ProjectExamples.TASK, Vnd.of(600_000_000)), DIRECTOR));

        fetched("whole", TASK, null, true);
        fetched("part", TASK, null, false);
        fetched("before", TASK, beforeTheMoney, true);
        fetched("appropriation", APPROPRIATION.value(), null, true);
        RunningSystem system = department.system();
        String version = system.as("inspector")
                .data("{ ruleVersions(family: \"%s\") { edges { node { id } } } }".formatted(RULE))
                .at("/ruleVersions/edges/0/node/id")
                .stringValue();
        assertThat(system.as("inspector")
                        .data("{ history(of: \"%s\") { edges { node { name } } } }".formatted(version))
                        .at("/history/edges/0/node/name")
                        .asString())
                .as("of one version of a rule, that of the rule")
                .isEqualTo("rules.RuleVersionPutInForce");
        fetched("rule", version, null, true);
        String path = exported(TASK, null, true).at("/bundle/path").stringValue();
        Fetched.of(system, null, path, 401);
        Fetched.of(system, "admin", path, 403);
        Fetched.of(system, "inspector", "/log/bundle/bundle:00000000-0000-0000-0000-0000000000aa", 404);
        for (String program : List.of("Verify.java", "verify.html"))
            assertThat(Fetched.of(system, null, "/log/verifier/" + program, 200))
                    .isEqualTo(Files.readAllBytes(Path.of("src/main/resources/verify", program)));

        assertThat(exported("project:00000000-0000-0000-0000-0000000000ff", null, true)
                        .at("/errors/0/code")
                        .asString())
                .isEqualTo("NOT_FOUND");
        assertThat(exported(TASK, 1_000_000L, true).at("/errors/0/code").asString())
                .isEqualTo("INVALID_INPUT");
        JsonNode beyond =
                exported(TASK, beforeTheMoney, true, beforeTheMoney - 1).at("/errors/0");
        assertThat(beyond.get("field").get(0).asString()).isEqualTo("asOf");
        assertThat(beyond.get("message").asString())
                .isEqualTo("Trường asOf: vị trí %d nằm sau vị trí đã xem %d (`seenAt`)."
                        .formatted(beforeTheMoney, beforeTheMoney - 1));
        assertThat(system.as("inspector")
                        .data("{ bundles(of: \"%s\") { totalCount nodes { of { id } entries exportedBy { name } } } }"
                                .formatted(TASK))
                        .at("/bundles/totalCount")
                        .asInt())
                .isEqualTo(4);

        assertThat(system.as("inspector")
                        .data("{ readings(filter: {object: \"%s\"}, first: 100) { edges { node { kind operation } } } }"
                                .formatted(TASK))
                        .at("/readings/edges")
                        .valueStream()
                        .filter(edge -> edge.at("/node/kind").asString().equals("ENTRIES"))
                        .map(edge -> edge.at("/node/operation").asString()))
                .as("each file that was fetched, and no attempt that got none")
                .hasSize(3)
                .allMatch(operation -> operation.startsWith("/log/bundle/bundle:"));

        TestPostgres.Database gone = system.database();
        department.close();
        try (Connection superuser = TestPostgres.superuser(TestPostgres.freshDatabase())) {
            superuser
                    .createStatement()
                    .execute(
                            "drop database " + gone.url().substring(gone.url().lastIndexOf('/') + 1) + " with (force)");
        }
    }

    @AfterAll
    void stop() {
        department.close();
    }

    private JsonNode exported(String of, @Nullable Long asOf, boolean entries) {
        return exported(of, asOf, entries, department.system().views().position());
    }

    private JsonNode exported(String of, @Nullable Long asOf, boolean entries, long seenAt) {
        Map<String, Object> input = new HashMap<>(Map.of(
                "idempotencyKey",
                "export-" + of + asOf + entries + seenAt + files.size(),
                "seenAt",
                Long.toString(seenAt),
                "of",
                of,
                "entries",
                entries));
        if (asOf != null) input.put("asOf", Long.toString(asOf));
        return department
                .system()
                .as("inspector")
                .data("""
                        mutation($input: ExportBundleInput!) { exportBundle(input: $input) {
                          bundle { path asOf } position errors { code field message facts } } }""", Map.of("input", input))
                .get("exportBundle");
    }

    /** As soon as the log is sealed that far. */
    private void fetched(String name, String of, @Nullable Long asOf, boolean entries) {
        JsonNode answer = exported(of, asOf, entries);
        assertThat(answer.get("errors")).isEmpty();
        String path = answer.at("/bundle/path").stringValue();
        Path file = folder.resolve(name + ".html");
        eventually(() -> Files.write(file, Fetched.of(department.system(), "inspector", path, 200)));
        files.put(name, file);
    }

    private String text(String name) throws Exception {
        return Files.readString(files.get(name), StandardCharsets.UTF_8);
    }

    @Test
    void both_programs_find_nothing_wrong_with_any_of_them() throws Exception {
        for (Verifiers verifier : Verifiers.values()) {
            assumeThat(verifier.runs()).as(verifier + " is installed").isTrue();
            for (Path file : files.values())
                assertThat(verifier.output(List.of(file.toString())).text())
                        .as(verifier + " " + file)
                        .contains(OK);
        }
    }

    @Test
    void the_report_says_what_was_recorded_in_words_and_sums() throws Exception {
        assertThat(text("whole"))
                .contains("<h1>Gói bằng chứng: ")
                .contains(ProjectExamples.register().title())
                .contains("data-sum=\"ALLOCATED\" data-where=\"\" value=\"600000000\">600.000.000</data>")
                .contains("data-sum=\"ALLOCATED\" data-where=\"2025/STATE_BUDGET\" value=\"600000000\"")
                .contains("<td>đã đối chiếu với bản chụp</td>")
                .contains("người quản trị hệ thống vẫn có thể đã viết lại toàn bộ sổ")
                .contains("<p>Được chứng minh khi", "<p>" + ReportProof.NOT_PROVEN);
        assertThat(text("before"))
                .contains("<td>Kinh phí được duyệt đang có hiệu lực</td>")
                .doesNotContain("data-sum=\"ALLOCATED\"")
                .contains("\"asOf\":" + beforeTheMoney);
        assertThat(text("appropriation"))
                .contains("data-sum=\"ASSIGNED\" data-where=\"\" value=\"700000000\">700.000.000</data>");
    }

    @Test
    void it_names_the_streams_that_are_whole_the_task_s_own_among_them_and_those_of_its_rules() throws Exception {
        for (String stream : List.of(TASK, "rule:" + RULE))
            assertThat(text("whole")).containsPattern("\"streams\":\\[[^\\]]*\"" + stream + "\"");
        assertThat(text("rule")).containsPattern("\"streams\":\\[[^\\]]*\"rule:" + RULE + "\"");
        assertThat(text("part")).contains("\"complete\":false").contains("\"proof\":[");
        assertThat(Files.size(files.get("part"))).isPositive();
    }

    @Test
    void what_is_altered_in_it_is_found() throws Exception {
        Path altered = folder.resolve("altered.html");
        Files.writeString(
                altered, text("whole").replace("value=\"600000000\">600.000.000<", "value=\"500000000\">500.000.000<"));
        for (Verifiers verifier : Verifiers.values()) {
            assumeThat(verifier.runs()).as(verifier + " is installed").isTrue();
            assertThat(verifier.output(List.of(altered.toString())).text())
                    .contains("RESULT DAMAGE position=- kind=REPORT");
        }
    }
}
