package vn.minhchung.budgets.write;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.minhchung.budgets.write.Cast.DIRECTOR;
import static vn.minhchung.budgets.write.Cast.HOST;
import static vn.minhchung.budgets.write.Cast.HOST_HEAD;
import static vn.minhchung.budgets.write.Cast.OFFICER;
import static vn.minhchung.budgets.write.Cast.TASK;
import static vn.minhchung.budgets.write.Items.piece;
import static vn.minhchung.budgets.write.Items.share;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.minhchung.budgets.EstimateCommand;
import vn.minhchung.budgets.EstimateCommand.ApproveEstimate;
import vn.minhchung.budgets.EstimateCommand.MoveBetweenLines;
import vn.minhchung.budgets.EstimateCommand.PlanLineMoves;
import vn.minhchung.budgets.EstimateCommand.ProposeEstimate;
import vn.minhchung.budgets.EstimateCommand.ReturnEstimate;
import vn.minhchung.budgets.EstimateCommand.ReturnLineMoves;
import vn.minhchung.budgets.EstimateEvent;
import vn.minhchung.budgets.EstimateEvent.EstimateApproved;
import vn.minhchung.budgets.EstimateEvent.EstimateProposed;
import vn.minhchung.budgets.EstimateEvent.EstimateReturned;
import vn.minhchung.budgets.EstimateEvent.EstimateRevised;
import vn.minhchung.budgets.EstimateEvent.LineMovesPlanned;
import vn.minhchung.budgets.EstimateEvent.LineMovesReturned;
import vn.minhchung.budgets.EstimateEvent.MovedBetweenLines;
import vn.minhchung.budgets.EstimateState;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.command.MayBeSentBy;
import vn.minhchung.projects.EstimateItem;
import vn.minhchung.projects.KhoanMode;
import vn.minhchung.projects.LineCategory;
import vn.minhchung.testing.DecisionFixture;
import vn.minhchung.testing.DecisionFixture.Decisions;
import vn.minhchung.testing.DecisionFixture.Then;

/** {@code states/estimate.csv}, written by hand, against what the code does. */
class EstimateStatesTest {
    private static final List<EstimateItem> ITEMS =
            List.of(piece(LineCategory.OTHER, 10), piece(LineCategory.STATIONERY, 5));
    private static final List<EstimateItem> MOVED =
            List.of(piece(LineCategory.OTHER, 8), piece(LineCategory.STATIONERY, 7));
    private static final Decision INVESTIGATOR = Decisions.takenFor(HOST, "chủ nhiệm", Role.INVESTIGATOR);
    private static final Map<EstimateCommand, Decision> COMMANDS = new LinkedHashMap<>();

    static {
        COMMANDS.put(new ProposeEstimate(TASK, ITEMS), INVESTIGATOR);
        COMMANDS.put(new ReturnEstimate(TASK, "thiếu báo giá"), OFFICER);
        COMMANDS.put(new ApproveEstimate(TASK, null), DIRECTOR);
        COMMANDS.put(new PlanLineMoves(TASK, MOVED), INVESTIGATOR);
        COMMANDS.put(new ReturnLineMoves(TASK, "chưa cần thiết"), HOST_HEAD);
        COMMANDS.put(new MoveBetweenLines(TASK), HOST_HEAD);
    }

    private static final Map<String, List<Class<? extends EstimateCommand>>> WAY = Map.of(
            "NONE", List.of(),
            "PROPOSED", List.of(ProposeEstimate.class),
            "RETURNED", List.of(ProposeEstimate.class, ReturnEstimate.class),
            "APPROVED", List.of(ProposeEstimate.class, ApproveEstimate.class),
            "MOVES_PLANNED", List.of(ProposeEstimate.class, ApproveEstimate.class, PlanLineMoves.class));

    private final DecisionFixture fixture = DecisionFixture.of(aggregates -> List.of(new EstimateDesk(
            aggregates,
            _ -> Cast.task(
                    TASK, true, KhoanMode.TUNG_PHAN, share(LineCategory.OTHER, 10), share(LineCategory.STATIONERY, 5)),
            new AllShipped(),
            new Cast.Everybody())));

    static List<Arguments> cells() throws IOException {
        return StateTable.cells("estimate.csv");
    }

    @ParameterizedTest(name = "{0}: {1} → {2}")
    @MethodSource("cells")
    void a_command_leads_where_the_table_says(String state, String mutation, String expected) {
        for (Class<? extends EstimateCommand> step : Objects.requireNonNull(WAY.get(state), state)) {
            EstimateCommand command = COMMANDS.keySet().stream()
                    .filter(step::isInstance)
                    .findFirst()
                    .orElseThrow();
            fixture.given(command, Objects.requireNonNull(COMMANDS.get(command)));
        }
        EstimateCommand command = COMMANDS.keySet().stream()
                .filter(each -> mutation(each).equals(mutation))
                .findFirst()
                .orElseThrow();

        Then then = fixture.when(command, Objects.requireNonNull(COMMANDS.get(command)));

        if (expected.equals("NOT_FOUND") || expected.equals("WRONG_STATE"))
            then.expectRefusal(ErrorCode.valueOf(expected));
        else assertThat(after((EstimateEvent) then.events().getLast()).name()).isEqualTo(expected);
    }

    @Test
    void the_table_names_every_state_and_every_command() throws IOException {
        assertThat(cells().stream().map(cell -> cell.get()[0]).distinct())
                .containsExactly("NONE", "PROPOSED", "RETURNED", "APPROVED", "MOVES_PLANNED")
                .hasSize(EstimateState.values().length + 1);
        assertThat(cells().stream().map(cell -> cell.get()[1]).distinct())
                .containsExactlyElementsOf(COMMANDS.keySet().stream()
                        .map(EstimateStatesTest::mutation)
                        .toList())
                .hasSize(EstimateCommand.class.getPermittedSubclasses().length);
    }

    private static String mutation(EstimateCommand command) {
        return command.getClass().getAnnotation(MayBeSentBy.class).mutation();
    }

    private static EstimateState after(EstimateEvent event) {
        return switch (event) {
            case EstimateProposed _ -> EstimateState.PROPOSED;
            case EstimateReturned _ -> EstimateState.RETURNED;
            case LineMovesPlanned _ -> EstimateState.MOVES_PLANNED;
            case EstimateApproved _, LineMovesReturned _, MovedBetweenLines _, EstimateRevised _ ->
                EstimateState.APPROVED;
        };
    }
}
