package vn.minhchung.projects.write;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.minhchung.projects.AdjustmentExamples.ADJUSTMENT;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.command.Command;
import vn.minhchung.projects.AdjustmentCommand.AskAdjustmentSupplement;
import vn.minhchung.projects.AdjustmentCommand.CompleteAdjustmentWindow;
import vn.minhchung.projects.AdjustmentCommand.ConfirmAdjustment;
import vn.minhchung.projects.AdjustmentCommand.ObjectToAdjustment;
import vn.minhchung.projects.AdjustmentCommand.RecordAdjustmentOpinion;
import vn.minhchung.projects.AdjustmentCommand.RecordNoObjection;
import vn.minhchung.projects.AdjustmentCommand.SupplementAdjustment;
import vn.minhchung.projects.AdjustmentCommand.WithdrawAdjustment;
import vn.minhchung.projects.AdjustmentDecider;
import vn.minhchung.projects.AdjustmentKind;
import vn.minhchung.projects.AdjustmentOpinion;
import vn.minhchung.projects.AdjustmentState;
import vn.minhchung.projects.KhoanMode;
import vn.minhchung.testing.DecisionFixture;
import vn.minhchung.testing.DecisionFixture.Decisions;

/**
 * Two tables a person wrote down from the domain notes (1.7), compared with what the desk does: who decides which
 * adjustment, and which command an adjustment takes in which state.
 */
class AdjustmentStatesTest {
    private static final Path WRITTEN = Path.of("src/test/resources/states");
    private static final String OK = "ok";

    private final AdjustmentFixture tasks = new AdjustmentFixture();

    /** One command on the example adjustment, and by whom it is sent. */
    private record Sent(Command command, Decision decision) {}

    @Test
    void every_kind_has_a_line_and_every_line_a_kind() throws IOException {
        assertThat(rows("adjustment-deciders.csv").stream().map(row -> row.getField("kind")))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(AdjustmentKind.values()).map(Enum::name).toList());
    }

    @ParameterizedTest
    @EnumSource(KhoanMode.class)
    void each_adjustment_is_decided_by_whom_the_table_names(KhoanMode mode) throws IOException {
        List<String> wrong = new ArrayList<>();
        for (NamedCsvRecord row : rows("adjustment-deciders.csv")) {
            AdjustmentKind kind = AdjustmentKind.valueOf(row.getField("kind"));
            AdjustmentDecider written = AdjustmentDecider.valueOf(row.getField(mode.name()));
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

    @Test
    void every_command_has_a_line_and_every_state_a_column() throws IOException {
        List<NamedCsvRecord> rows = rows("adjustment.csv");
        assertThat(rows.stream().map(row -> row.getField("command")))
                .containsExactlyInAnyOrderElementsOf(commands().keySet());
        assertThat(rows.getFirst().getHeader())
                .containsAll(
                        Arrays.stream(AdjustmentState.values()).map(Enum::name).toList());
    }

    static Stream<AdjustmentState> states() {
        return Arrays.stream(AdjustmentState.values());
    }

    @ParameterizedTest
    @MethodSource("states")
    void an_adjustment_takes_in_each_state_the_commands_written_down(AdjustmentState state) throws IOException {
        List<String> wrong = new ArrayList<>();
        for (NamedCsvRecord row : rows("adjustment.csv")) {
            Sent sent = Objects.requireNonNull(commands().get(row.getField("command")));
            String found = outcome(in(state), sent);
            if (!found.equals(row.getField(state.name()))) wrong.add(row.getField("command") + ": " + found);
        }
        assertThat(wrong).isEmpty();
    }

    private static Map<String, Sent> commands() {
        Decision late = Decisions.on(AdjustmentFixture.DAY.plusMonths(1), AdjustmentFixture.officer());
        return Map.of(
                "askAdjustmentSupplement",
                new Sent(new AskAdjustmentSupplement(ADJUSTMENT, "Thiếu báo cáo"), AdjustmentFixture.officer()),
                "supplementAdjustment",
                new Sent(new SupplementAdjustment(ADJUSTMENT, "Báo cáo A-2", null), AdjustmentFixture.head()),
                "recordAdjustmentOpinion",
                new Sent(
                        new RecordAdjustmentOpinion(
                                ADJUSTMENT, AdjustmentOpinion.By.EXPERTS, true, "12/BB", AdjustmentFixture.DAY),
                        AdjustmentFixture.officer()),
                "decideAdjustment",
                new Sent(AdjustmentFixture.refuse(), AdjustmentFixture.director()),
                "decideAdjustment recorded",
                new Sent(AdjustmentFixture.refuse(), AdjustmentFixture.onPaper()),
                "confirmAdjustment",
                new Sent(new ConfirmAdjustment(ADJUSTMENT), AdjustmentFixture.second()),
                "withdrawAdjustment",
                new Sent(new WithdrawAdjustment(ADJUSTMENT, "Không còn cần"), AdjustmentFixture.head()),
                "recordNoObjection",
                new Sent(new RecordNoObjection(ADJUSTMENT), AdjustmentFixture.director()),
                "objectToAdjustment",
                new Sent(new ObjectToAdjustment(ADJUSTMENT, "Chưa đủ điều kiện"), AdjustmentFixture.director()),
                "completeAdjustmentWindow",
                new Sent(new CompleteAdjustmentWindow(ADJUSTMENT), late));
    }

    /** The example adjustment brought to a state by the commands that lead there. */
    private DecisionFixture in(AdjustmentState state) {
        DecisionFixture task = tasks.running();
        return switch (state) {
            case REQUESTED -> requested(task);
            case SUPPLEMENT_ASKED ->
                requested(task)
                        .given(new AskAdjustmentSupplement(ADJUSTMENT, "Thiếu báo cáo"), AdjustmentFixture.officer());
            case DECISION_RECORDED -> requested(task).given(AdjustmentFixture.approve(), AdjustmentFixture.onPaper());
            case APPROVED -> requested(task).given(AdjustmentFixture.approve(), AdjustmentFixture.director());
            case APPROVED_IN_PART ->
                requested(task)
                        .given(
                                AdjustmentFixture.inPart(AdjustmentFixture.until(2027, 6, 30)),
                                AdjustmentFixture.director());
            case REFUSED -> requested(task).given(AdjustmentFixture.refuse(), AdjustmentFixture.director());
            case WITHDRAWN ->
                requested(task).given(new WithdrawAdjustment(ADJUSTMENT, "Không còn cần"), AdjustmentFixture.head());
            case NOTIFIED -> notified(task);
            case OBJECTED ->
                notified(task).given(new ObjectToAdjustment(ADJUSTMENT, "Chưa đủ"), AdjustmentFixture.director());
            case IN_EFFECT -> notified(task).given(new RecordNoObjection(ADJUSTMENT), AdjustmentFixture.director());
        };
    }

    private static DecisionFixture requested(DecisionFixture task) {
        return task.given(
                AdjustmentFixture.request(
                        AdjustmentKind.EXTENSION, AdjustmentFixture.content(AdjustmentKind.EXTENSION)),
                AdjustmentFixture.head());
    }

    private static DecisionFixture notified(DecisionFixture task) {
        return task.given(
                AdjustmentFixture.notice(AdjustmentKind.MEMBERS, AdjustmentFixture.content(AdjustmentKind.MEMBERS)),
                AdjustmentFixture.head());
    }

    private static String outcome(DecisionFixture task, Sent sent) {
        return task.when(sent.command(), sent.decision()).outcome();
    }

    private static List<NamedCsvRecord> rows(String file) throws IOException {
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder().ofNamedCsvRecord(Files.newBufferedReader(WRITTEN.resolve(file)))) {
            return rows.stream().toList();
        }
    }
}
