package vn.minhchung.eventstore.archive;

import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.MutableCoercionConfig;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;
import vn.minhchung.kernel.log.ReadingRow;
import vn.minhchung.kernel.log.RefusedRow;
import vn.minhchung.kernel.log.StoredEvent;

/**
 * The lines of a log file, JSON Lines in UTF-8: {@link Head}, as many {@link Event}s, {@link Refused} and
 * {@link Read} as it says, {@link End}. Payload and envelope are texts, which give back the very bytes; hashes are lower-case hex. Nothing says when or
 * where a file was made: the same log makes the same file.
 */
final class Lines {
    static final String FORMAT = "minhchung-log";
    static final int VERSION = 2;

    /** Still read. */
    static final int FIRST_VERSION = 1;

    /** No event of the system comes near it; a longer line is damage, not data. */
    static final int MAX_BYTES = 64 << 20;

    /** Strict both ways: every field, once, of its type. */
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY, MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .enable(
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                    DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .withCoercionConfig(LogicalType.Textual, Lines::textsOnly)
            .build();

    private Lines() {}

    private static void textsOnly(MutableCoercionConfig texts) {
        texts.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
    }

    record Head(String format, int version, long events, long refusals, long readings) {}

    /** Of version 1, which knew no readings. */
    record FirstHead(String format, int version, long events, long refusals) {
        Head head() {
            return new Head(format, version, events, refusals, 0);
        }
    }

    record Event(
            long position,
            String id,
            String stream,
            long sequence,
            String type,
            String name,
            String revision,
            long storedMs,
            long recordedUs,
            String payload,
            String envelope) {

        /** Jackson knows no {@code @NullMarked}. */
        Event {
            refuseNull(id, stream, type, name, revision, payload, envelope);
        }

        static Event of(StoredEvent event) {
            return new Event(
                    event.position(),
                    event.id().toString(),
                    event.stream(),
                    event.sequence(),
                    event.type(),
                    event.name(),
                    event.revision(),
                    event.storedMs(),
                    event.recordedUs(),
                    text(event.position(), ArchiveRule.PAYLOAD, event.payload()),
                    text(event.position(), ArchiveRule.ENVELOPE, event.envelope()));
        }

        /** @throws IllegalArgumentException when the id is none */
        StoredEvent stored() {
            UUID uuid = UUID.fromString(id);
            if (!uuid.toString().equals(id)) throw new IllegalArgumentException(id);
            return new StoredEvent(
                    position,
                    uuid,
                    stream,
                    sequence,
                    type,
                    name,
                    revision,
                    storedMs,
                    recordedUs,
                    payload.getBytes(StandardCharsets.UTF_8),
                    envelope.getBytes(StandardCharsets.UTF_8));
        }

        private static String text(long position, ArchiveRule rule, byte[] bytes) {
            try {
                return StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes))
                        .toString();
            } catch (CharacterCodingException e) {
                throw (ArchiveFault) rule.broken("position " + position).initCause(e);
            }
        }
    }

    /** A row kept beside the events: its hash covers that of the row before. */
    sealed interface Chained {
        String day();

        /** Of the row before; null for the first. */
        @Nullable
        String hashBefore();

        @Nullable
        String hash();

        /** What its hash has to be. */
        String expectedHash();
    }

    /**
     * A refused attempt, in the order of the chain; its number is the store's own and not told.
     *
     * @param hashBefore of the attempt before; null for the first
     */
    record Refused(
            long atUs,
            String day,
            @Nullable String account,
            @Nullable String actor,
            String kind,
            @Nullable String mutation,
            @Nullable String code,
            @Nullable String rule,
            @Nullable Long position,
            @Nullable String requestId,
            String detail,
            @Nullable String hashBefore,
            @Nullable String hash)
            implements Chained {

        Refused {
            refuseNull(day, kind, detail);
        }

        @Override
        public String expectedHash() {
            return new RefusedRow(atUs, day, kind, account, actor, mutation, code, rule, detail, position, requestId)
                    .hashAfter(hashBefore);
        }
    }

    /** A reading, in the order of the chain; as {@link Refused}. */
    record Read(
            long readUs,
            String day,
            String kind,
            String account,
            String actor,
            @Nullable String operation,
            long position,
            @Nullable String requestId,
            String detail,
            @Nullable String hashBefore,
            @Nullable String hash)
            implements Chained {

        Read {
            refuseNull(day, kind, account, actor, detail);
        }

        @Override
        public String expectedHash() {
            return new ReadingRow(readUs, day, kind, account, actor, operation, detail, position, requestId)
                    .hashAfter(hashBefore);
        }
    }

    /** @param sha256 of all bytes of the file before this line */
    record End(String end, long events, long refusals, long readings, String root, String sha256) {}

    /** Of version 1. */
    record FirstEnd(String end, long events, long refusals, String root, String sha256) {
        End end(long readings) {
            return new End(end, events, refusals, readings, root, sha256);
        }
    }

    private static void refuseNull(String... texts) {
        for (String text : texts) requireNonNull(text, "null");
    }

    static byte[] write(Record line) {
        return JSON.writeValueAsBytes(line);
    }

    /** @throws ArchiveFault FIELDS, with what Jackson says of it */
    static <T extends Record> T read(byte[] line, Class<T> type, long number) {
        try {
            return JSON.readValue(line, type);
        } catch (JacksonException e) {
            throw (ArchiveFault)
                    ArchiveRule.FIELDS.brokenIn(number, e.getOriginalMessage()).initCause(e);
        }
    }

    static boolean json(byte[] bytes) {
        try {
            return JSON.readTree(bytes).isObject();
        } catch (JacksonException e) {
            return false;
        }
    }

    static @Nullable EnvelopeFacts envelope(byte[] bytes) {
        try {
            return EnvelopeFacts.of(JSON.readTree(bytes));
        } catch (JacksonException e) {
            return null;
        }
    }
}
