package vn.minhchung.projects.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.command.Command;
import vn.minhchung.projects.AdjustmentDecider;
import vn.minhchung.projects.AdjustmentKind;
import vn.minhchung.projects.KhoanMode;
import vn.minhchung.states.StateTable;
import vn.minhchung.testing.DecisionFixture;

/** Who decides which adjustment: a table a person wrote down from the domain notes (1.7), beside what the desk does. */
class AdjustmentDecidersTest {
    private static final StateTable WRITTEN = StateTable.read("adjustment-deciders");
    private static final String OK = "ok";

    private final AdjustmentFixture tasks = new AdjustmentFixture();

    /** One command on the example adjustment, and by whom it is sent. */
    private record Sent(Command command, Decision decision) {}

    @Test
    void every_kind_has_a_line_and_every_line_a_kind() {
        assertThat(WRITTEN.lines().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(AdjustmentKind.values()).map(Enum::name).toList());
    }

    @ParameterizedTest
    @EnumSource(KhoanMode.class)
    void each_adjustment_is_decided_by_whom_the_table_names(KhoanMode mode) {
        List<String> wrong = new ArrayList<>();
        for (AdjustmentKind kind : AdjustmentKind.values()) {
            AdjustmentDecider written = AdjustmentDecider.valueOf(WRITTEN.cell(kind.name(), mode.name()));
            String asked = attempt(
                    mode,
                    new Sent(
                            AdjustmentFixture.request(kind, AdjustmentFixture.content(kind)),
                            AdjustmentFixture.head()));
            String told = attempt(
                    mode,
                    new Sent(
                            AdjustmentFixture.notice(kind, AdjustmentFixture.content(kind)), AdjustmentFixture.head()));
            if (!asked.equals(expectedOfRequest(written, kind, mode)))
                wrong.add("request " + kind + " " + mode + ": " + asked);
            if (!told.equals(expectedOfNotice(written))) wrong.add("notice " + kind + " " + mode + ": " + told);
        }
        assertThat(wrong).isEmpty();
    }

    private String attempt(KhoanMode mode, Sent sent) {
        return outcome(tasks.running(mode), sent);
    }

    private static String expectedOfRequest(AdjustmentDecider written, AdjustmentKind kind, KhoanMode mode) {
        return switch (written) {
            case NEVER -> ErrorCode.ADJUSTMENT_FORBIDDEN.name();
            case HOST -> ErrorCode.ADJUSTMENT_DECIDED_BY_HOST.name();
            // under khoán to the final product there is no line that is not khoán: the authority has nothing to give
            case AUTHORITY, AUTHORITY_AFTER_COUNCIL ->
                kind == AdjustmentKind.NON_KHOAN_BUDGET && mode == KhoanMode.CUOI_CUNG
                        ? ErrorCode.ADJUSTMENT_FORBIDDEN.name()
                        : OK;
        };
    }

    private static String expectedOfNotice(AdjustmentDecider written) {
        return switch (written) {
            case NEVER -> ErrorCode.ADJUSTMENT_FORBIDDEN.name();
            case HOST -> OK;
            case AUTHORITY, AUTHORITY_AFTER_COUNCIL -> ErrorCode.ADJUSTMENT_DECIDED_BY_AUTHORITY.name();
        };
    }

    private static String outcome(DecisionFixture task, Sent sent) {
        return task.when(sent.command(), sent.decision()).outcome();
    }
}
