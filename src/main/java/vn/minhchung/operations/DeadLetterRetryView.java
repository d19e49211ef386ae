package vn.minhchung.operations;

/**
 * The newest order to try a dead letter again.
 *
 * @param orderedAt position of the order
 */
public record DeadLetterRetryView(DeadLetterId letter, long orderedAt) {}
