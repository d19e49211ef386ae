package vn.minhchung.budgets.write;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.minhchung.budgets.write.Cast.ACCOUNTANT;
import static vn.minhchung.budgets.write.Cast.APPROPRIATION;
import static vn.minhchung.budgets.write.Cast.CHIEF;
import static vn.minhchung.budgets.write.Cast.DEPARTMENT;
import static vn.minhchung.budgets.write.Cast.DIRECTOR;
import static vn.minhchung.budgets.write.Cast.HOST_HEAD;
import static vn.minhchung.budgets.write.Cast.OFFICER;
import static vn.minhchung.budgets.write.Cast.TASK;
import static vn.minhchung.budgets.write.Cast.TODAY;
import static vn.minhchung.budgets.write.Cast.line;
import static vn.minhchung.budgets.write.Cast.m;
import static vn.minhchung.budgets.write.Cast.paper;
import static vn.minhchung.budgets.write.Cast.voucher;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.minhchung.budgets.OpeningBalance;
import vn.minhchung.budgets.RefundCause;
import vn.minhchung.budgets.RefundCommand;
import vn.minhchung.budgets.RefundCommand.ConfirmRefund;
import vn.minhchung.budgets.RefundCommand.ConfirmRefundPayment;
import vn.minhchung.budgets.RefundCommand.DecideRefund;
import vn.minhchung.budgets.RefundCommand.RecordRefundPayment;
import vn.minhchung.budgets.RefundCommand.RejectRefund;
import vn.minhchung.budgets.RefundCommand.RejectRefundPayment;
import vn.minhchung.budgets.RefundCommand.ReportNonCompletion;
import vn.minhchung.budgets.RefundCommand.TransferRefund;
import vn.minhchung.budgets.RefundPart;
import vn.minhchung.budgets.TreasuryPaperCommand;
import vn.minhchung.budgets.TreasuryPaperCommand.AmendTreasuryPaper;
import vn.minhchung.budgets.TreasuryPaperCommand.CancelTreasuryPaper;
import vn.minhchung.budgets.TreasuryPaperCommand.ConfirmReceipt;
import vn.minhchung.budgets.TreasuryPaperCommand.ConfirmTreasuryFact;
import vn.minhchung.budgets.TreasuryPaperCommand.PrepareClearing;
import vn.minhchung.budgets.TreasuryPaperCommand.PrepareReturn;
import vn.minhchung.budgets.TreasuryPaperCommand.PrepareWithdrawal;
import vn.minhchung.budgets.TreasuryPaperCommand.RecodePayment;
import vn.minhchung.budgets.TreasuryPaperCommand.RecordExecution;
import vn.minhchung.budgets.TreasuryPaperCommand.RecordReturn;
import vn.minhchung.budgets.TreasuryPaperCommand.RejectTreasuryFact;
import vn.minhchung.budgets.TreasuryPaperCommand.ResendTreasuryPaper;
import vn.minhchung.budgets.TreasuryPaperCommand.SendToTreasury;
import vn.minhchung.budgets.TreasuryPaperCommand.SignFirst;
import vn.minhchung.budgets.TreasuryPaperCommand.SignSecond;
import vn.minhchung.budgets.TreasuryPaperCommand.TakeOverTask;
import vn.minhchung.budgets.TreasuryPaperLine;
import vn.minhchung.budgets.VolumeCommand;
import vn.minhchung.budgets.VolumeCommand.CancelVolume;
import vn.minhchung.budgets.VolumeCommand.DrawUpVolume;
import vn.minhchung.budgets.VolumeCommand.SignVolumeFirst;
import vn.minhchung.budgets.VolumeCommand.SignVolumeSecond;
import vn.minhchung.budgets.VolumeRow;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.Id;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.kernel.VolumeId;
import vn.minhchung.kernel.command.Command;
import vn.minhchung.kernel.command.MayBeSentBy;
import vn.minhchung.testing.DecisionFixture.Decisions;

/**
 * State × command of papers, volumes and refunds, as a person wrote them down from the domain notes ({@code states/*.csv}),
 * against the code. Every command is well formed and sent by somebody competent: what refuses is the state. The paper under
 * test is {@code a}.
 */
class PaperStatesTest {
    private static final VolumeId VOLUME = new VolumeId(Id.derived("volume", "v"));
    private static final OrganisationId SUCCESSOR = new OrganisationId(Id.derived("organisation", "kế thừa"));
    private static final Map<String, Map<String, Consumer<Cast>>> STATES = new LinkedHashMap<>();
    private static final Map<String, Sent> COMMANDS = new LinkedHashMap<>();

    private record Sent(Command command, Decision decision) {}

    static {
        papers();
        openings();
        volumes();
        refunds();
        sent(new AmendTreasuryPaper(paper("a"), List.of(line(90)), m(90), null, "bớt"), ACCOUNTANT);
        sent(new CancelTreasuryPaper(paper("a"), "lập trùng"), ACCOUNTANT);
        sent(new SignSecond(paper("a")), CHIEF);
        sent(new SignFirst(paper("a")), DIRECTOR);
        sent(new SendToTreasury(paper("a")), ACCOUNTANT);
        sent(new ResendTreasuryPaper(paper("a")), ACCOUNTANT);
        sent(execution("a", "KB-x"), voucher(ACCOUNTANT));
        sent(new RecordReturn(paper("a"), TODAY, "sai mã"), voucher(ACCOUNTANT));
        sent(new ConfirmTreasuryFact(paper("a")), OFFICER);
        sent(new RejectTreasuryFact(paper("a"), "sai số"), OFFICER);
        sent(new ConfirmReceipt(paper("a"), TODAY), HOST_HEAD);
        sent(clearing("x", "a", 10), ACCOUNTANT);
        sent(new PrepareReturn(paper("x"), paper("a"), "NT", List.of(line(10)), m(10), "chưa dùng"), ACCOUNTANT);
        sent(recoding("x", "a", "7017", "6650", 10), ACCOUNTANT);
        sent(new SignVolumeSecond(VOLUME), CHIEF);
        sent(new SignVolumeFirst(VOLUME), DIRECTOR);
        sent(new CancelVolume(VOLUME, "sai đợt"), OFFICER);
        sent(new ReportNonCompletion(TASK, m(50), "thiên tai"), HOST_HEAD);
        sent(decision(), DIRECTOR);
        sent(new ConfirmRefund(TASK), CHIEF);
        sent(new RejectRefund(TASK, "sai số"), CHIEF);
        sent(new RecordRefundPayment(TASK, m(5), "C1-x", TODAY), voucher(ACCOUNTANT));
        sent(new ConfirmRefundPayment(TASK, 1), CHIEF);
        sent(new RejectRefundPayment(TASK, 1, "sai số"), CHIEF);
        sent(new TransferRefund(TASK, SUCCESSOR), DIRECTOR);
    }

    private static void papers() {
        Consumer<Cast> prepared = cast -> cast.prepared("a", TASK, 100);
        Consumer<Cast> second = prepared.andThen(cast -> cast.fixture.given(new SignSecond(paper("a")), CHIEF));
        Consumer<Cast> first = second.andThen(cast -> cast.fixture.given(new SignFirst(paper("a")), DIRECTOR));
        Consumer<Cast> sent = first.andThen(cast -> cast.fixture.given(new SendToTreasury(paper("a")), ACCOUNTANT));
        Consumer<Cast> recorded = sent.andThen(cast -> cast.fixture.given(execution("a", "KB-a"), voucher(ACCOUNTANT)));
        Consumer<Cast> executed =
                recorded.andThen(cast -> cast.fixture.given(new ConfirmTreasuryFact(paper("a")), OFFICER));
        Map<String, Consumer<Cast>> states = new LinkedHashMap<>();
        states.put("PREPARED", prepared);
        states.put("SECOND_SIGNED", second);
        states.put("FIRST_SIGNED", first);
        states.put("SENT", sent);
        states.put("FACT_RECORDED", recorded);
        states.put("EXECUTED", executed);
        states.put(
                "RECEIVED",
                executed.andThen(cast -> cast.fixture.given(new ConfirmReceipt(paper("a"), TODAY), HOST_HEAD)));
        states.put(
                "RETURNED",
                sent.andThen(cast -> cast.fixture
                        .given(new RecordReturn(paper("a"), TODAY, "sai mã"), voucher(ACCOUNTANT))
                        .given(new ConfirmTreasuryFact(paper("a")), OFFICER)));
        states.put(
                "CANCELLED",
                prepared.andThen(cast -> cast.fixture.given(new CancelTreasuryPaper(paper("a"), "trùng"), ACCOUNTANT)));
        states.put("CLEARING_EXECUTED", cast -> {
            cast.prepared("b", TASK, 100).executed("b");
            cast.fixture.given(clearing("a", "b", 100), ACCOUNTANT);
            cast.executed("a");
        });
        Consumer<Cast> recoding = cast -> {
            cast.fixture.given(withdrawal("b", "6650"), ACCOUNTANT);
            cast.executed("b").fixture.given(recoding("a", "b", "6650", "7017", 100), ACCOUNTANT);
            cast.sent("a");
        };
        states.put("RECODING_SENT", recoding);
        states.put(
                "RECODING_EXECUTED",
                recoding.andThen(cast -> cast.fixture
                        .given(execution("a", "KB-a"), voucher(ACCOUNTANT))
                        .given(new ConfirmTreasuryFact(paper("a")), OFFICER)));
        STATES.put("treasury-paper", states);
    }

    private static void openings() {
        Consumer<Cast> prepared = cast -> cast.fixture.given(opening(), voucher(ACCOUNTANT));
        Consumer<Cast> second = prepared.andThen(cast -> cast.fixture.given(new SignSecond(paper("a")), CHIEF));
        Map<String, Consumer<Cast>> states = Objects.requireNonNull(STATES.get("treasury-paper"));
        states.put("OPENING_PREPARED", prepared);
        states.put("OPENING_SIGNED", second);
        states.put("OPENING_BOOKED", second.andThen(cast -> cast.fixture.given(new SignFirst(paper("a")), DIRECTOR)));
        states.put(
                "OPENING_CANCELLED",
                prepared.andThen(cast -> cast.fixture.given(new CancelTreasuryPaper(paper("a"), "trùng"), ACCOUNTANT)));
    }

    private static void volumes() {
        Consumer<Cast> drawn = cast -> cast.fixture.given(
                new DrawUpVolume(
                        VOLUME,
                        TASK,
                        DEPARTMENT,
                        "01",
                        1,
                        TODAY,
                        TODAY,
                        List.of(new VolumeRow("Khảo sát", m(100), m(100))),
                        m(100),
                        null),
                OFFICER);
        Consumer<Cast> second = drawn.andThen(cast -> cast.fixture.given(new SignVolumeSecond(VOLUME), CHIEF));
        Consumer<Cast> confirmed = second.andThen(cast -> cast.fixture.given(new SignVolumeFirst(VOLUME), DIRECTOR));
        Map<String, Consumer<Cast>> states = new LinkedHashMap<>();
        states.put("DRAWN_UP", drawn);
        states.put("SECOND_SIGNED", second);
        states.put("CONFIRMED", confirmed);
        states.put("IN_USE", confirmed.andThen(cast -> {
            cast.prepared("b", TASK, 100).executed("b");
            cast.fixture.given(
                    new PrepareClearing(paper("c"), paper("b"), "TT", List.of(line(10)), m(10), VOLUME, null),
                    ACCOUNTANT);
        }));
        states.put(
                "CANCELLED", drawn.andThen(cast -> cast.fixture.given(new CancelVolume(VOLUME, "sai đợt"), OFFICER)));
        STATES.put("volume", states);
    }

    private static void refunds() {
        Consumer<Cast> running = cast -> {
            cast.prepared("b", TASK, 100).executed("b");
            cast.fixture.given(clearing("c", "b", 100), ACCOUNTANT);
            cast.executed("c");
        };
        Consumer<Cast> failed = running.andThen(cast -> cast.put(Cast.ended(Cast.task(TASK, 2_000, true), true, null)));
        Consumer<Cast> reported = failed.andThen(
                cast -> cast.fixture.given(new ReportNonCompletion(TASK, m(50), "thiên tai"), HOST_HEAD));
        Consumer<Cast> decided = failed.andThen(cast -> cast.fixture.given(decision(), DIRECTOR));
        Consumer<Cast> paid = decided.andThen(
                cast -> cast.fixture.given(new RecordRefundPayment(TASK, m(65), "C1-1", TODAY), voucher(ACCOUNTANT)));
        Map<String, Consumer<Cast>> states = new LinkedHashMap<>();
        states.put("RUNNING", running);
        states.put("FAILED", failed);
        states.put("REPORTED", reported);
        states.put(
                "DECISION_RECORDED",
                reported.andThen(cast ->
                        cast.fixture.given(decision(), Decisions.recorded("OFFICER", Role.OFFICER, Role.COMMITTEE))));
        states.put("DECIDED", decided);
        states.put(
                "PAYMENT_RECORDED",
                decided.andThen(cast ->
                        cast.fixture.given(new RecordRefundPayment(TASK, m(5), "C1-1", TODAY), voucher(ACCOUNTANT))));
        states.put("SETTLED", paid.andThen(cast -> cast.fixture.given(new ConfirmRefundPayment(TASK, 1), CHIEF)));
        STATES.put("refund", states);
    }

    /** 100 cleared, 50 proven: 50 and 30 % of 50 come back. */
    private static DecideRefund decision() {
        return new DecideRefund(
                TASK, List.of(new RefundPart(RefundCause.SUBJECTIVE, m(50), 3_000, "chậm")), Vnd.ZERO, true, false);
    }

    private static TakeOverTask opening() {
        TreasuryPaperLine like = line(100);
        return new TakeOverTask(
                paper("a"),
                TASK,
                APPROPRIATION,
                "SD",
                1,
                TODAY,
                List.of(new OpeningBalance(2025, like.line(), like.source(), like.item(), m(100), m(0), m(0), m(0))),
                m(100));
    }

    private static PrepareWithdrawal withdrawal(String name, String item) {
        PrepareWithdrawal like = Cast.prepare(name, TASK, 100);
        return new PrepareWithdrawal(
                like.paper(),
                like.kind(),
                like.project(),
                like.appropriation(),
                like.number(),
                like.year(),
                like.tranche(),
                List.of(item(item, 100)),
                like.total(),
                like.depositAccount(),
                null,
                null);
    }

    private static PrepareClearing clearing(String name, String advance, long millions) {
        return new PrepareClearing(
                paper(name), paper(advance), "TT-" + name, List.of(line(millions)), m(millions), null, null);
    }

    private static RecodePayment recoding(String name, String of, String wrong, String right, long millions) {
        return new RecodePayment(
                paper(name),
                paper(of),
                "DC-" + name,
                List.of(item(wrong, millions)),
                APPROPRIATION,
                List.of(item(right, millions)),
                m(millions),
                "nhầm mục");
    }

    private static TreasuryPaperLine item(String item, long millions) {
        TreasuryPaperLine like = line(millions);
        return new TreasuryPaperLine(like.line(), item, like.source(), like.amount(), like.content());
    }

    private static RecordExecution execution(String name, String number) {
        return new RecordExecution(paper(name), number, TODAY, null);
    }

    private static void sent(Command command, Decision decision) {
        COMMANDS.put(mutation(command.getClass()), new Sent(command, decision));
    }

    private static String mutation(Class<?> command) {
        return Objects.requireNonNull(command.getAnnotation(MayBeSentBy.class)).mutation();
    }

    static Stream<Arguments> cells() {
        return STATES.keySet().stream()
                .flatMap(table -> rows(table).stream().map(row -> Arguments.of(table, row.getField("command"), row)));
    }

    private static List<NamedCsvRecord> rows(String table) {
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder().ofNamedCsvRecord(Path.of("src/test/resources/states", table + ".csv"))) {
            return rows.stream().toList();
        } catch (IOException e) {
            throw new AssertionError(table, e);
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("cells")
    void a_command_is_taken_or_refused_as_it_is_written_down(String table, String command, NamedCsvRecord row) {
        Sent sent = Objects.requireNonNull(COMMANDS.get(command), command);
        List<String> wrong = new ArrayList<>();
        row.getFieldsAsMap().forEach((state, expected) -> {
            if (state.equals("command")) return;
            String found = outcome(table, state, sent);
            if (!found.equals(expected)) wrong.add("%s: written down %s, found %s".formatted(state, expected, found));
        });
        assertThat(wrong).isEmpty();
    }

    /** What makes the object has no row: before it there is no state. */
    @Test
    void every_command_and_every_state_is_written_down() {
        assertThat(written("treasury-paper"))
                .containsExactlyInAnyOrderElementsOf(
                        all(TreasuryPaperCommand.class, "prepareWithdrawal", "takeOverTask"));
        assertThat(written("volume")).containsExactlyInAnyOrderElementsOf(all(VolumeCommand.class, "drawUpVolume"));
        assertThat(written("refund")).containsExactlyInAnyOrderElementsOf(all(RefundCommand.class));
        STATES.forEach((table, states) -> assertThat(rows(table).getFirst().getHeader())
                .containsExactlyInAnyOrderElementsOf(Stream.concat(Stream.of("command"), states.keySet().stream())
                        .toList()));
    }

    private static List<String> written(String table) {
        return rows(table).stream().map(row -> row.getField("command")).toList();
    }

    private static Set<String> all(Class<?> family, String... making) {
        Set<String> all = new TreeSet<>();
        for (Class<?> command : family.getPermittedSubclasses()) all.add(mutation(command));
        all.removeAll(Set.of(making));
        return all;
    }

    private static String outcome(String table, String state, Sent sent) {
        Cast cast = new Cast();
        cast.assigned(1_000).allocated(TASK, 700).depositAccount();
        Map<String, Consumer<Cast>> states = Objects.requireNonNull(STATES.get(table), table);
        Objects.requireNonNull(states.get(state), state).accept(cast);
        String outcome = cast.fixture.when(sent.command(), sent.decision()).outcome();
        return outcome.equals("ok") ? "OK" : outcome;
    }
}
