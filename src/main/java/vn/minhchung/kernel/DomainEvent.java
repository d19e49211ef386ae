package vn.minhchung.kernel;

/** Something that was recorded. Every implementation is a record with an {@link EventType}. */
public interface DomainEvent extends org.jmolecules.event.types.DomainEvent {}
