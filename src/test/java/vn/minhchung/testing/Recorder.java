package vn.minhchung.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.minhchung.testing.Eventually.eventually;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import vn.minhchung.demo.RefundStory;
import vn.minhchung.kernel.Id;

/**
 * A {@link Load} in a JVM of its own: nobody who is killed keeps the record of what was acknowledged, nor does the one who
 * compares it with the log. Seen from the test it is a {@link RecorderProcess}.
 *
 * <p>It answers, line by line: {@code start}; {@code rebuild}; {@code more n} when n more requests are acknowledged;
 * {@code served} when one is that was sent after the question; {@code answered} (requests by node); {@code hindrances};
 * {@code finish} when every request is acknowledged. Where callers have given up, the answer says why.
 */
final class Recorder {
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final int CALLERS = 8;

    /** Without it the log of a long run grows so fast that each of its rebuilds takes longer than the one before. */
    private static final Duration BETWEEN_ERRANDS = Duration.ofMillis(100);

    private static final String REPORTING = Id.derived("project", "yearend", "CATTLE");

    private final Load load;

    private Recorder(Load load) {
        this.load = load;
    }

    /**
     * @param arguments file; ports, separated by commas; password; position seen; the fields of an {@link Advance} on which
     *     all kinds of work are done, or none of them where organisations and persons are enough
     */
    public static void main(String[] arguments) throws IOException {
        List<Integer> ports =
                Arrays.stream(arguments[1].split(",", -1)).map(Integer::valueOf).toList();
        List<Errands> errands = arguments.length > 4
                ? money(new Advance(
                        arguments[4],
                        arguments[5],
                        arguments[6],
                        arguments[7],
                        arguments[8],
                        LocalDate.parse(arguments[9])))
                : Collections.nCopies(CALLERS, new Registrations());
        try (Acknowledged acknowledged = new Acknowledged(Path.of(arguments[0]));
                Load load = new Load(
                        ports, BETWEEN_ERRANDS, arguments[2], acknowledged, Long.parseLong(arguments[3]), errands);
                BufferedReader questions =
                        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            Recorder recorder = new Recorder(load);
            for (String question = questions.readLine(); question != null; question = questions.readLine()) {
                System.out.println(recorder.answer(question).replace('\n', ' '));
            }
        }
    }

    private static List<Errands> money(Advance advance) {
        return List.of(
                new AdvanceRequests(advance),
                new AdvanceRequests(advance),
                new ClearingRequests(advance),
                new SpendingRequests(advance),
                new AdjustmentRequests(advance),
                new ReportingRequests(REPORTING, advance.on()),
                new RefundRequests(RefundStory.clearedRight(), RefundStory.clearedTooMuch(), advance.on()),
                new YearEndRequests(advance.on()));
    }

    private String answer(String question) {
        String[] words = question.split(" ", 2);
        try {
            switch (words[0]) {
                case "start" -> load.start();
                case "rebuild" -> load.orderRebuild();
                case "more" -> {
                    int wanted = load.acknowledgedRequests() + Integer.parseInt(words[1]);
                    await(() -> load.acknowledgedRequests() >= wanted);
                }
                case "served" -> {
                    long asked = System.nanoTime();
                    await(() -> load.lastSentAndAnswered() > asked);
                }
                case "answered" -> {
                    return load.answeredBy().stream().map(String::valueOf).collect(Collectors.joining(" "));
                }
                case "hindrances" -> {
                    return load.hindrances().toString();
                }
                case "finish" -> load.finish(LIMIT);
                default -> throw new IllegalArgumentException(question);
            }
            return RecorderProcess.DONE;
        } catch (AssertionError e) {
            return String.valueOf(e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }

    /** Until it is so, or the callers have given up. */
    private void await(BooleanSupplier wanted) {
        eventually(
                LIMIT,
                () -> assertThat(load.refusedForGood() || wanted.getAsBoolean())
                        .as(() -> "sent again: " + load.hindrances())
                        .isTrue());
    }
}
