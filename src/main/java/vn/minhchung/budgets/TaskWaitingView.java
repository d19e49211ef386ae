package vn.minhchung.budgets;

import java.util.List;

/** All steps a task waits for, in the order they began to wait. */
public record TaskWaitingView(List<WaitingView> steps) {}
