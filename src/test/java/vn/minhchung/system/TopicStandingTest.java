package vn.minhchung.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Who leads the task of the topic's story, until when, what it waits for and what was refused, beside what is told of it. */
class TopicStandingTest {
    private final TopicAsked task = new TopicAsked(ToldStory.once().system());

    // ---- terms and standing

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            2024-02-29 | APPROVED      | 2026-02-28 | Đoàn Quang Khởi Xướng | -   | 1
            2024-03-05 | CONTRACTED    | 2026-02-28 | Đoàn Quang Khởi Xướng | 900 | 1
            2025-02-19 | CONTRACTED    | 2026-02-28 | Đoàn Quang Khởi Xướng | 900 | 1
            2025-02-20 | CONTRACTED    | 2026-02-28 | Lưu Thị Kế Tục        | 900 | 1
            2025-03-31 | CONTRACTED    | 2026-02-28 | Lưu Thị Kế Tục        | 900 | 2
            2025-07-08 | CONTRACTED    | 2026-02-28 | Lưu Thị Kế Tục        | 900 | 2
            2025-07-09 | CONTRACTED    | 2026-02-28 | Lưu Thị Kế Tục        | 960 | 3
            2026-02-24 | CONTRACTED    | 2026-02-28 | Lưu Thị Kế Tục        | 960 | 3
            2026-02-25 | CONTRACTED    | 2026-04-30 | Lưu Thị Kế Tục        | 960 | 3
            2026-04-20 | DOSSIER_FILED | 2026-04-30 | Lưu Thị Kế Tục        | 960 | 3
            2026-05-14 | DOSSIER_FILED | 2026-04-30 | Lưu Thị Kế Tục        | 960 | 3
            2026-05-15 | ASSESSED      | 2026-04-30 | Lưu Thị Kế Tục        | 960 | 3
            2026-05-25 | CORRECTED     | 2026-04-30 | Lưu Thị Kế Tục        | 960 | 3
            2026-06-05 | RECOGNISED    | 2026-04-30 | Lưu Thị Kế Tục        | 960 | 3
            2026-06-25 | LIQUIDATED    | 2026-04-30 | Lưu Thị Kế Tục        | 960 | 3
            2026-06-26 | SETTLED       | 2026-04-30 | Lưu Thị Kế Tục        | 960 | 3
            """)
    void who_leads_it_until_when_for_how_much_and_where_it_stands(
            String day, String state, String end, String investigator, @Nullable Long contract, int estimate) {
        JsonNode answer = task.on(
                day,
                "state end principalInvestigator { name } contract { value } estimate { versions { number } }"
                        + " members { role person { name } }");

        assertThat(answer.get("state").asString()).isEqualTo(state);
        assertThat(answer.get("end").asString()).isEqualTo(end);
        assertThat(answer.at("/principalInvestigator/name").asString()).isEqualTo(investigator);
        if (contract == null) assertThat(answer.get("contract").isNull()).isTrue();
        else assertThat(DayAsked.millions(answer.at("/contract/value"))).isEqualTo(contract);
        assertThat(answer.at("/estimate/versions")).hasSize(estimate);
        assertThat(answer.get("members"))
                .extracting(
                        member -> member.get("role").asString(),
                        member -> member.at("/person/name").asString())
                .containsExactly(
                        tuple("SECRETARY", "Mạc Thị Biên Chép"),
                        tuple("MAIN_MEMBER", "Kiều Anh Chính Danh"),
                        tuple("MEMBER", "Phùng Văn Hậu"),
                        tuple("SUPPORT", "Cù Đức Kỹ Thuật"));
    }

    @Test
    void what_was_adjusted_and_how_each_request_ended() {
        JsonNode answer =
                task.now("adjustments { kind state endedOn annex { number } content { investigator { name } } }"
                        + " exceptions { kind document confirmed used }");

        assertThat(answer.get("adjustments"))
                .extracting(
                        each -> each.get("kind").asString(),
                        each -> each.get("state").asString(),
                        each -> each.get("endedOn").asString(),
                        each -> each.at("/annex/number").asString(""),
                        each -> each.at("/content/investigator/name").asString(""))
                .containsExactly(
                        tuple("TITLE", "WITHDRAWN", "2024-08-12", "", ""),
                        tuple("INVESTIGATOR", "OBJECTED", "2025-02-13", "", "Hà Văn Dự Khuyết"),
                        tuple("INVESTIGATOR", "IN_EFFECT", "2025-02-20", "", "Lưu Thị Kế Tục"),
                        tuple("NON_KHOAN_BUDGET", "APPROVED", "2025-07-09", "101/2024/PLHĐ-01", ""),
                        tuple("EXTENSION", "APPROVED", "2026-02-25", "101/2024/PLHĐ-02", ""));
        assertThat(answer.get("exceptions"))
                .extracting(
                        each -> each.get("kind").asString(),
                        each -> each.get("document").asString(),
                        each -> each.get("used").asBoolean())
                .containsExactly(tuple("LATE_EXTENSION_REQUEST", "315/UBND-KGVX", true));
    }

    @Test
    void how_it_was_assessed_and_ended() {
        JsonNode life = task.now("life { grade { grade gradedOn chair { name } confirmed } certificate { number }"
                        + " liquidation { number signedOn } inspections { heldOn present { seat } }"
                        + " reports { number } } publicity { kind }")
                .get("life");

        assertThat(life.at("/grade/grade").asString()).isEqualTo("PASSED");
        assertThat(life.at("/grade/gradedOn").asString()).isEqualTo("2026-05-13");
        assertThat(life.at("/grade/chair/name").asString()).isEqualTo("Trịnh Công Nghiệm Thu");
        assertThat(life.at("/grade/confirmed").asBoolean()).isTrue();
        assertThat(life.at("/certificate/number").asString()).isEqualTo("2026-33-0011/KQNC");
        assertThat(life.at("/liquidation/number").asString()).isEqualTo("101/2024/TLHĐ-SKHCN");
        assertThat(life.get("inspections")).hasSize(1);
        assertThat(life.at("/inspections/0/present")).hasSize(3);
        assertThat(task.now("publicity { kind }").get("publicity"))
                .extracting(each -> each.get("kind").asString())
                .containsExactly("TASK_INFORMATION", "RESULTS", "SETTLEMENT");
    }

    // ---- waiting, refused, who

    /** Working days of 2024 and 2025 counted by hand; 30 days run over Tết of 2026. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2024-03-05 | PUBLICISE_TASK             | HOST_HEAD        | 2024-03-21
            2024-03-19 | RESEND_OR_CANCEL           | ACCOUNTANT       | 2024-12-30
            2024-09-06 | ACCEPT_SPENDING            | ACCOUNTANT       | 2024-10-03
            2024-09-10 | SIGN_VOLUME_FIRST          | DIRECTOR         | 2024-10-03
            2025-02-18 | OBJECT_TO_ADJUSTMENT       | DIRECTOR         | 2025-02-24
            2025-03-11 | APPROVE_LINE_MOVES         | HOST_HEAD        | -
            2025-06-17 | RECORD_ADJUSTMENT_OPINION  | OFFICER          | 2025-07-16
            2025-06-30 | DECIDE_ADJUSTMENT          | DIRECTOR         | 2025-07-16
            2025-12-31 | FILE_ACCEPTANCE_DOSSIER    | HOST_HEAD        | 2026-03-30
            2026-02-13 | DECIDE_ADJUSTMENT          | DIRECTOR         | 2026-03-15
            2026-03-31 | FILE_ACCEPTANCE_DOSSIER    | HOST_HEAD        | 2026-05-30
            2026-04-24 | CHECK_ACCEPTANCE_DOSSIER   | OFFICER          | 2026-05-04
            2026-05-15 | ACCEPT_SPENDING            | ACCOUNTANT       | 2026-06-01
            2026-05-20 | ACCEPT_SAVING              | CHIEF_ACCOUNTANT | -
            2026-05-20 | FILE_CORRECTIONS           | HOST_HEAD        | 2026-06-24
            2026-05-29 | SIGN_FIRST                 | DIRECTOR         | 2026-12-30
            2026-05-29 | RECOGNISE_RESULTS          | COMMITTEE        | 2026-06-12
            2026-06-16 | FILE_TASK_SETTLEMENT       | HOST_HEAD        | -
            """)
    void every_open_step_waits_for_somebody(String day, String step, String role, String dueOn) {
        JsonNode waiting = task.on(day, "waitingFor { step role dueOn }").get("waitingFor");

        assertThat(waiting)
                .extracting(
                        each -> each.get("step").asString(),
                        each -> each.get("role").asString(),
                        each -> each.get("dueOn").asString("-"))
                .contains(tuple(step, role, dueOn));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2024-10-07 | prepareWithdrawal | ADVANCE_CLEARING_SHARE         | 200000000 | 190000000 | Phạm Thu Toán
            2025-03-07 | planLineMoves     | LINE_NEEDS_AUTHORITY           | -         | -         | Dương Kế Toán Liên
            2026-02-09 | requestAdjustment | EXCEPTION_REQUIRED             | -         | -         | Ngô Chủ Trì Sơn
            2026-02-13 | requestAdjustment | EXTENSION_TOO_LONG             | 6         | 7         | Ngô Chủ Trì Sơn
            2026-04-06 | prepareWithdrawal | LAST_PAYMENT_BEFORE_ACCEPTANCE | -         | -         | Phạm Thu Toán
            """)
    void what_the_rules_do_not_allow_stays_among_the_refused_attempts(
            String day, String mutation, String code, String limit, String actual, String who) {
        JsonNode refused = task.inspector()
                .data("{ refusals(day: \"%s\", first: 50) { edges { node { mutation code facts actor { name } } } } }"
                        .formatted(day))
                .at("/refusals/edges");

        assertThat(refused)
                .extracting(edge -> edge.get("node"))
                .extracting(
                        each -> each.get("mutation").asString(),
                        each -> each.get("code").asString(),
                        each -> each.at("/facts/limit").asString("-"),
                        each -> each.at("/facts/actual").asString("-"),
                        each -> each.at("/actor/name").asString())
                .contains(tuple(mutation, code, limit, actual, who));
    }
}
