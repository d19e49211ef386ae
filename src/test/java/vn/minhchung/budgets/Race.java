package vn.minhchung.budgets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.command.Command;

/** Commands sent at once, each by a caller of its own who insists on an answer, over the real store. */
final class Race implements AutoCloseable {
    private final Department department;
    private final ExecutorService callers;

    Race(Department department, int callers) {
        this.department = department;
        this.callers = Executors.newFixedThreadPool(callers);
    }

    record Sent(Command command, Decision by) {}

    /** @param position of the command's last event; 0 where it was refused */
    record Answer(Sent sent, long position, @Nullable Refusal refusal) {
        boolean passed() {
            return refusal == null;
        }
    }

    /** Every command has one answer. */
    record Result(List<Answer> answers) {
        Answer of(Command command) {
            return answers.stream()
                    .filter(answer -> answer.sent().command().equals(command))
                    .findFirst()
                    .orElseThrow();
        }

        List<Answer> passed() {
            return answers.stream().filter(Answer::passed).toList();
        }

        List<Answer> refused() {
            return answers.stream().filter(answer -> !answer.passed()).toList();
        }

        List<Refusal> refusals() {
            List<Refusal> all = new ArrayList<>();
            answers.forEach(answer -> {
                if (answer.refusal() != null) all.add(answer.refusal());
            });
            return all;
        }

        List<ErrorCode> codes() {
            return refusals().stream().map(Refusal::code).toList();
        }

        Result without(Command command) {
            return new Result(answers.stream()
                    .filter(answer -> !answer.sent().command().equals(command))
                    .toList());
        }
    }

    /** @param order in which they set off */
    Result run(List<Sent> commands, Random order) {
        List<Callable<Answer>> acts = new ArrayList<>();
        for (Sent sent : commands) acts.add(() -> answer(sent));
        Collections.shuffle(acts, order);
        List<Answer> answers = new ArrayList<>();
        try {
            for (Future<Answer> each : callers.invokeAll(acts)) answers.add(each.get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        }
        assertThat(answers).hasSameSizeAs(commands);
        return new Result(answers);
    }

    private Answer answer(Sent sent) {
        try {
            return new Answer(sent, department.send(sent.command(), sent.by()).position(), null);
        } catch (Refusal refusal) {
            return new Answer(sent, 0, refusal);
        }
    }

    @Override
    public void close() {
        callers.shutdownNow();
    }
}
