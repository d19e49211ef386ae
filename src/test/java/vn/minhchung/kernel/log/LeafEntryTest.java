package vn.minhchung.kernel.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class LeafEntryTest {
    private static final byte[] SALT = HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f");
    private static final StoredEvent EVENT = new StoredEvent(
            7,
            UUID.fromString("0198c0de-0000-7000-8000-00000000000a"),
            "project:1",
            3,
            "Dự án",
            "projects.Noted",
            "1",
            1_767_225_600_123L,
            1_767_225_600_123_000L,
            "{\"n\":\"đề tài\"}".getBytes(StandardCharsets.UTF_8),
            "{\"part\":\"1/1\"}".getBytes(StandardCharsets.UTF_8));

    @Test
    void an_entry_is_eleven_fields_each_behind_its_length() throws Exception {
        List<byte[]> fields = new ArrayList<>();
        ByteBuffer entry = ByteBuffer.wrap(LeafEntry.of(EVENT, SALT));
        while (entry.hasRemaining()) {
            byte[] field = new byte[Short.toUnsignedInt(entry.getShort())];
            entry.get(field);
            fields.add(field);
        }
        MessageDigest salted = MessageDigest.getInstance("SHA-256");
        salted.update(SALT);
        salted.update(EVENT.payload());

        assertThat(fields.subList(0, 9).stream().map(f -> new String(f, StandardCharsets.UTF_8)))
                .containsExactly(
                        "minhchung/1",
                        "7",
                        "0198c0de-0000-7000-8000-00000000000a",
                        "project:1",
                        "3",
                        "Dự án",
                        "projects.Noted",
                        "1",
                        "1767225600123");
        assertThat(fields.get(9)).isEqualTo(salted.digest());
        assertThat(fields.get(10))
                .isEqualTo(MessageDigest.getInstance("SHA-256").digest(EVENT.envelope()));
        assertThat(fields).hasSize(11);
    }

    @Test
    void each_field_changes_the_entry() {
        List<UnaryOperator<StoredEvent>> changes = List.of(
                e -> copy(e, 8, e.stream(), 3, e.storedMs(), e.payload(), e.envelope()),
                e -> copy(e, 7, "project:2", 3, e.storedMs(), e.payload(), e.envelope()),
                e -> copy(e, 7, e.stream(), 4, e.storedMs(), e.payload(), e.envelope()),
                e -> copy(e, 7, e.stream(), 3, e.storedMs() + 1, e.payload(), e.envelope()),
                e -> copy(e, 7, e.stream(), 3, e.storedMs(), new byte[] {1}, e.envelope()),
                e -> copy(e, 7, e.stream(), 3, e.storedMs(), e.payload(), new byte[] {1}));
        for (UnaryOperator<StoredEvent> change : changes) {
            assertThat(LeafEntry.of(change.apply(EVENT), SALT)).isNotEqualTo(LeafEntry.of(EVENT, SALT));
        }
        assertThat(LeafEntry.of(EVENT, new byte[16])).isNotEqualTo(LeafEntry.of(EVENT, SALT));
    }

    @Test
    void the_longest_event_the_store_takes_fits_and_what_does_not_is_refused() {
        String longest = "s".repeat(255);
        StoredEvent event = new StoredEvent(
                Long.MAX_VALUE,
                EVENT.id(),
                longest,
                Long.MAX_VALUE,
                longest,
                longest,
                "r".repeat(32),
                Long.MAX_VALUE,
                1,
                EVENT.payload(),
                EVENT.envelope());

        assertThat(LeafEntry.of(event, SALT).length).isLessThan(LeafEntry.MAX_BYTES);
        assertThatThrownBy(() ->
                        LeafEntry.of(copy(EVENT, 7, "s".repeat(4_000), 3, 1, EVENT.payload(), EVENT.envelope()), SALT))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> LeafEntry.of(EVENT, new byte[15])).isInstanceOf(IllegalArgumentException.class);
    }

    private static StoredEvent copy(
            StoredEvent e,
            long position,
            String stream,
            long sequence,
            long storedMs,
            byte[] payload,
            byte[] envelope) {
        return new StoredEvent(
                position,
                e.id(),
                stream,
                sequence,
                e.type(),
                e.name(),
                e.revision(),
                storedMs,
                e.recordedUs(),
                payload,
                envelope);
    }
}
