package vn.minhchung.kernel;

/** Between events and the exact bytes that are stored and hashed. */
public interface EventCodec {
    String nameOf(Class<?> eventType);

    int revisionOf(Class<?> eventType);

    byte[] encode(DomainEvent event);

    byte[] encode(Envelope envelope);

    /** @throws UnknownEvent when the name or revision is not known */
    DomainEvent decode(long position, String name, String revision, byte[] payload);

    Envelope decodeEnvelope(byte[] envelope);
}
