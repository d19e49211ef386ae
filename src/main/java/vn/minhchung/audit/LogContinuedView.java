package vn.minhchung.audit;

/** That an operator decided to go on after a contradiction. */
public record LogContinuedView(LogContradictionId contradiction, long position) {}
