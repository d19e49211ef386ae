package vn.minhchung.eventstore;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.Envelope;
import vn.minhchung.kernel.command.Recording;

/**
 * Makes a message's metadata into its envelope at the moment of the append, when the number of parts is known: the
 * decision, the recording, and every other text entry as extra.
 */
public final class EnvelopeSealer {
    private static final int SALT_BYTES = 16;

    private final String build;
    private final Supplier<@Nullable String> clockLabel;
    private final SecureRandom random = new SecureRandom();

    /**
     * @param build version of the program that writes
     * @param clockLabel {@code "demo"} while the clock is driven, else null
     */
    public EnvelopeSealer(String build, Supplier<@Nullable String> clockLabel) {
        this.build = build;
        this.clockLabel = clockLabel;
    }

    /**
     * @param part from 1
     * @throws IllegalArgumentException for metadata that is neither text nor known: it would be lost
     */
    public Envelope seal(MetaData metaData, int part, int parts) {
        Decision decision = null;
        Recording recording = null;
        Map<String, String> extra = new TreeMap<>();
        for (Map.Entry<String, ?> entry : metaData.entrySet()) {
            switch (entry.getValue()) {
                case Decision it -> decision = it;
                case Recording it -> recording = it;
                case String text -> extra.put(entry.getKey(), text);
                case null, default -> throw new IllegalArgumentException("metadata must be text: " + entry);
            }
        }
        return new Envelope(
                part + "/" + parts,
                salt(),
                build,
                clockLabel.get(),
                decision,
                recording == null ? List.of() : recording.rules(),
                recording == null ? List.of() : recording.warnings(),
                recording == null ? null : recording.causedBy(),
                recording == null ? null : recording.corrects(),
                extra);
    }

    private String salt() {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return HexFormat.of().formatHex(salt);
    }
}
