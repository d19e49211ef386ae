package vn.minhchung.testing.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Kills this process, the database's server or both by SIGKILL, on the thread that passes the point, and so at the point. What
 * it is about to do stands in a file before.
 */
public final class Executioner {
    private static final int SIGKILL = 9;

    private static volatile @Nullable Armed armed;
    private static @Nullable FileChannel struck;

    private Executioner() {}

    /** All that takes time is done before the moment. */
    private record Armed(
            Strike strike,
            AtomicInteger left,
            @Nullable MethodHandle kill,
            List<ProcessHandle> server,
            FileChannel report) {}

    static void reportTo(Path file) {
        try {
            struck = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From now on; a strike not yet carried out is forgotten. */
    public static void arm(Strike strike) {
        FileChannel report = struck;
        if (report == null) throw new IllegalStateException("started without the agent");
        armed = new Armed(strike, new AtomicInteger(strike.passage()), kill(), server(strike), report);
    }

    /** Called from where the agent has put it. */
    public static void passed(String point) {
        Armed now = armed;
        if (now == null) return;
        CrashPoint awaited = now.strike().point();
        if (!awaited.name().equals(point)
                || !awaited.thread().equals(Thread.currentThread().getName())) return;
        if (now.left().decrementAndGet() == 0) carryOut(now);
    }

    private static void carryOut(Armed now) {
        Strike strike = now.strike();
        long end = System.nanoTime() + strike.pauseNanos();
        try {
            now.report()
                    .write(ByteBuffer.wrap(
                            (strike.point() + " " + strike.victim() + "\n").getBytes(StandardCharsets.UTF_8)));
            while (System.nanoTime() < end) Thread.onSpinWait();
            now.server().forEach(ProcessHandle::destroyForcibly);
            if (!strike.victim().application()) return;
            if (now.kill() == null) Runtime.getRuntime().halt(128 + SIGKILL);
            else now.kill().invoke((int) ProcessHandle.current().pid(), SIGKILL);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** The server first, so that it does not restart by itself what it lost. */
    private static List<ProcessHandle> server(Strike strike) {
        if (!strike.victim().database()) return List.of();
        ProcessHandle postmaster = ProcessHandle.of(strike.postmaster()).orElseThrow();
        return Stream.concat(Stream.of(postmaster), postmaster.children()).toList();
    }

    /** A process may not kill itself through {@link ProcessHandle}; null where the system knows no signals. */
    @SuppressWarnings("restricted") // the JVM is started with --enable-native-access
    private static @Nullable MethodHandle kill() {
        Linker linker = Linker.nativeLinker();
        return linker.defaultLookup()
                .find("kill")
                .map(address -> linker.downcallHandle(
                        address,
                        FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT)))
                .orElse(null);
    }
}
