package vn.minhchung.kernel.command;

import vn.minhchung.kernel.DomainEvent;
import vn.minhchung.kernel.EventType;

/**
 * An idempotency key was used: the only event of its stream and part 1 of its command's append, so two racing calls with
 * one key make one event.
 *
 * @param inputHash keyed hash of the input, which reveals nothing about it
 */
@EventType(name = "platform.RequestAccepted")
public record RequestAccepted(String request, String inputHash) implements DomainEvent {}
