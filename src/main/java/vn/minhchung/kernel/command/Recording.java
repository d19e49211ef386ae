package vn.minhchung.kernel.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.RuleRef;

/**
 * What a command gathers while it is decided, beside its events: the rules it rests on, warnings, what it corrects. It
 * travels in the command's metadata under {@link #KEY}; the store seals it into every envelope and answers the positions.
 */
public final class Recording {
    /** Metadata key of the recording; the decision travels under {@link #DECISION}. */
    public static final String KEY = "recording";

    public static final String DECISION = "decision";

    private final List<RuleRef> rules = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private final Map<String, Long> reads = new LinkedHashMap<>();
    private @Nullable String causedBy;
    private @Nullable String corrects;
    private @Nullable String actsOn;
    private long firstPosition;
    private long lastPosition;

    public void restsOn(RuleRef rule) {
        if (!rules.contains(rule)) rules.add(rule);
    }

    public void warn(String warning) {
        if (!warnings.contains(warning)) warnings.add(warning);
    }

    /**
     * A stream the decision rests on: nothing is written when it has moved on by then. The first reading counts.
     *
     * @param lastSequence of the stream when it was read; −1 when it had no event
     */
    public void read(String stream, long lastSequence) {
        reads.putIfAbsent(stream, lastSequence);
    }

    public void causedBy(String eventId) {
        causedBy = eventId;
    }

    public void corrects(String eventId) {
        corrects = eventId;
    }

    public void actsOn(String id) {
        actsOn = id;
    }

    /** Called by the store once the events are durable. */
    public void appended(long first, long last) {
        firstPosition = first;
        lastPosition = last;
    }

    public List<RuleRef> rules() {
        return List.copyOf(rules);
    }

    /** Last sequence by stream. */
    public Map<String, Long> reads() {
        return Map.copyOf(reads);
    }

    public List<String> warnings() {
        return List.copyOf(warnings);
    }

    public @Nullable String causedBy() {
        return causedBy;
    }

    public @Nullable String corrects() {
        return corrects;
    }

    /** Null where the command itself names the object. */
    public @Nullable String actsOn() {
        return actsOn;
    }

    public long firstPosition() {
        return firstPosition;
    }

    public long lastPosition() {
        return lastPosition;
    }
}
