package vn.minhchung.eventstore.axonserver;

import com.google.protobuf.ByteString;
import io.axoniq.axonserver.grpc.MetaDataValue;
import io.axoniq.axonserver.grpc.SerializedObject;
import io.axoniq.axonserver.grpc.event.Event;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import vn.minhchung.eventstore.NewEvent;
import vn.minhchung.eventstore.StoredEvents;

/**
 * An event as the connector sends it, and back. The payload's bytes and the envelope's come back as they went: the envelope
 * is the only metadata entry, a text, so that Axon Server's console shows it. A log that was moved and one that was written
 * there look the same.
 */
public final class WireEvents {
    private WireEvents() {}

    /** @throws IllegalArgumentException when the envelope is not UTF-8: it would not come back as it is */
    public static Event toWire(NewEvent event) {
        return Event.newBuilder()
                .setMessageIdentifier(event.id().toString())
                .setAggregateIdentifier(event.stream())
                .setAggregateSequenceNumber(event.sequence())
                .setAggregateType(event.type())
                .setTimestamp(event.storedMs())
                .setPayload(SerializedObject.newBuilder()
                        .setType(event.name())
                        .setRevision(event.revision())
                        .setData(ByteString.copyFrom(event.payload())))
                .putMetaData(
                        StoredEvents.ENVELOPE,
                        MetaDataValue.newBuilder().setTextValue(text(event)).build())
                .build();
    }

    /** @throws IllegalStateException when this system did not write it */
    public static NewEvent fromWire(Event event) {
        MetaDataValue envelope = event.getMetaDataMap().get(StoredEvents.ENVELOPE);
        if (event.getSnapshot()
                || event.getMetaDataCount() != 1
                || envelope == null
                || envelope.getDataCase() != MetaDataValue.DataCase.TEXT_VALUE) {
            throw new IllegalStateException("not an event of this system: " + event.getMessageIdentifier());
        }
        return new NewEvent(
                id(event),
                event.getAggregateIdentifier(),
                event.getAggregateSequenceNumber(),
                event.getAggregateType(),
                event.getPayload().getType(),
                event.getPayload().getRevision(),
                event.getTimestamp(),
                event.getPayload().getData().toByteArray(),
                envelope.getTextValueBytes().toByteArray());
    }

    /** Axon Server counts from 0, this system from 1. */
    public static long position(long token) {
        return token + 1;
    }

    /** The token of a position; −1 for position 0, where an empty log stands. */
    public static long token(long position) {
        return position - 1;
    }

    private static UUID id(Event event) {
        try {
            return UUID.fromString(event.getMessageIdentifier());
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("not an event of this system: " + event.getMessageIdentifier(), e);
        }
    }

    private static String text(NewEvent event) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(event.envelope()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("the envelope of %s is not UTF-8".formatted(event.id()), e);
        }
    }
}
