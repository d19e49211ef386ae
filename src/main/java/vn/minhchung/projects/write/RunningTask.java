package vn.minhchung.projects.write;

import java.util.Objects;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.projects.TaskFacts;
import vn.minhchung.projects.TaskState;

/** A task that runs under its contract, as an adjustment finds it. */
record RunningTask(TaskFacts facts, TaskTerms terms, String title) {

    /** @throws Refusal CONTRACT_MISSING, WRONG_STATE */
    static RunningTask of(Project task) {
        TaskFacts facts = task.facts();
        if (!facts.contracted()) throw Refusal.of(ErrorCode.CONTRACT_MISSING, "task", facts.id());
        // a suspension recorded from paper stops it at once, as it stops the money
        if (facts.state() != TaskState.CONTRACTED || facts.suspended())
            throw Refusal.of(ErrorCode.WRONG_STATE, "state", facts.state(), "needed", TaskState.CONTRACTED);
        return new RunningTask(facts, task.terms(), task.title());
    }

    Vnd contractValue() {
        return Objects.requireNonNull(facts.contractValue());
    }
}
