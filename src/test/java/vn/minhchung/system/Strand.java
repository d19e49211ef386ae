package vn.minhchung.system;

import java.util.Map;
import java.util.concurrent.SynchronousQueue;
import org.jspecify.annotations.Nullable;
import vn.minhchung.testing.RunningSystem.Client;

/**
 * One course of events among many that are told together. Before each command it waits until it is its turn, so that a scene
 * written to be told by itself is interleaved with others without knowing. Only one strand runs at a time.
 */
final class Strand {
    private static final ScopedValue<Strand> TOLD_BY = ScopedValue.newInstance();

    /** A command about to be sent; {@code input} lacks what the {@link Sender} adds. */
    record Next(Client client, String mutation, Map<String, ?> input) {}

    /** Where a strand stopped: before a command, at its end, or because it could not go on. */
    private record Stop(@Nullable Next next, @Nullable Throwable failure) {}

    private final String name;
    private final Runnable script;
    private final boolean endsWhenRefused;
    private final SynchronousQueue<Boolean> turns = new SynchronousQueue<>();
    private final SynchronousQueue<Stop> stops = new SynchronousQueue<>();
    private @Nullable Next next;
    private boolean begun;

    private Strand(String name, Runnable script, boolean endsWhenRefused) {
        this.name = name;
        this.script = script;
        this.endsWhenRefused = endsWhenRefused;
    }

    /** To be told to its end: a refusal is a fault. */
    static Strand whole(String name, Runnable script) {
        return new Strand(name, script, false);
    }

    /** Ends where something is refused: what happened meanwhile may stand against it. */
    static Strand asFarAsItGoes(String name, Runnable script) {
        return new Strand(name, script, true);
    }

    /** A refusal is a fault. */
    boolean whole() {
        return !endsWhenRefused;
    }

    /** Told by the sender before it sends; outside of a strand nobody waits. */
    static void awaitTurn(Client client, String mutation, Map<String, ?> input) {
        if (!TOLD_BY.isBound()) return;
        Strand strand = TOLD_BY.get();
        try {
            strand.stops.put(new Stop(new Next(client, mutation, input), null));
            strand.turns.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The command it waits to send; null when it is told to its end. */
    @Nullable
    Next next() {
        if (!begun) {
            begun = true;
            Thread.ofVirtual().name(name).start(this::tell);
            arrive();
        }
        return next;
    }

    /** Sends that command and goes on to the next. @return false when it was refused, which ended the strand */
    boolean goOn() {
        try {
            turns.put(true);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return arrive();
    }

    private boolean arrive() {
        try {
            Stop stop = stops.take();
            next = stop.next();
            if (stop.failure() == null) return true;
            if (endsWhenRefused && stop.failure() instanceof Sender.Refused) return false;
            throw new AssertionError("strand " + name, stop.failure());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void tell() {
        Stop end = new Stop(null, null);
        try {
            ScopedValue.where(TOLD_BY, this).run(script);
        } catch (RuntimeException | AssertionError e) {
            end = new Stop(null, e);
        }
        try {
            stops.put(end);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
