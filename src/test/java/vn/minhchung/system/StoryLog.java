package vn.minhchung.system;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.minhchung.kernel.AccountId;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.Recorded;
import vn.minhchung.kernel.RecordedEvents;
import vn.minhchung.projects.ProjectEvent.ApprovedTaskRegistered;
import vn.minhchung.testing.RunningSystem;

/** What one story of the demo left in the record: its commands, in the order they were written. */
final class StoryLog {
    private static final int READ_AT_ONCE = 500;

    /** @param position of its last event */
    record Sent(String key, String mutation, AccountId account, long position, Instant at) {}

    private final List<Sent> commands;
    private final Set<String> projects;

    private StoryLog(List<Sent> commands, Set<String> projects) {
        this.commands = commands;
        this.projects = projects;
    }

    /** @param key with which the idempotency keys of the story's steps begin */
    static StoryLog of(RunningSystem system, String key) {
        List<Sent> found = new ArrayList<>();
        Set<String> projects = new TreeSet<>();
        RecordedEvents events = system.bean(RecordedEvents.class);
        List<Recorded> some = events.read(0, READ_AT_ONCE);
        while (!some.isEmpty()) {
            for (Recorded each : some) {
                Decision decision = each.envelope().decision();
                if (decision == null) continue;
                if (!decision.idempotencyKey().startsWith(key + "-")) continue;
                if (each.event() instanceof ApprovedTaskRegistered approved)
                    projects.add(approved.project().value());
                if (!each.envelope().lastPart()) continue;
                found.add(new Sent(
                        decision.idempotencyKey(),
                        decision.mutation(),
                        decision.actor().account(),
                        each.position(),
                        each.recordedAt()));
            }
            some = events.read(some.getLast().position(), READ_AT_ONCE);
        }
        found.sort(Comparator.comparingLong(Sent::position));
        return new StoryLog(found, projects);
    }

    List<Sent> commands() {
        return commands;
    }

    /** The tasks whose approval it tells. */
    Set<String> projects() {
        return projects;
    }

    /** One account is one person here. */
    Set<String> persons() {
        return commands.stream().map(sent -> sent.account().value()).collect(Collectors.toCollection(TreeSet::new));
    }

    Set<String> mutations() {
        return commands.stream().map(Sent::mutation).collect(Collectors.toCollection(TreeSet::new));
    }
}
