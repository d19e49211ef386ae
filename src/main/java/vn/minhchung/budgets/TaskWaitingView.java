package vn.minhchung.budgets;

import java.util.List;

/** All steps a task waits for, the longest waiting first. */
public record TaskWaitingView(List<WaitingView> steps) {}
