package vn.minhchung.platform.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The server process that {@code postmaster.pid} names. Format of the file (PostgreSQL, miscadmin.h): line 1 process
 * id, line 2 data folder, line 3 start time, line 4 port.
 *
 * @param process the live process with that id
 * @param dataFolder line 2 as written, empty when the file ends before
 * @param ours whether it is a PostgreSQL that serves exactly this data folder
 */
record Postmaster(ProcessHandle process, String dataFolder, boolean ours) {

    static Path pidFile(Path pgdata) {
        return pgdata.resolve("postmaster.pid");
    }

    /** Empty when there is no file or no process with the id in it; PostgreSQL itself handles both. */
    static Optional<Postmaster> namedIn(Path pgdata) throws IOException {
        List<String> lines;
        try {
            lines = Files.readAllLines(pidFile(pgdata), StandardCharsets.UTF_8);
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
        if (lines.isEmpty() || !lines.getFirst().strip().matches("\\d{1,18}")) {
            return Optional.empty();
        }
        String folder = lines.size() > 1 ? lines.get(1) : "";
        Optional<ProcessHandle> process =
                ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).filter(ProcessHandle::isAlive);
        return process.isEmpty()
                ? Optional.empty()
                : Optional.of(new Postmaster(process.get(), folder, serves(process.get(), folder, pgdata)));
    }

    boolean running() {
        return process.isAlive() && ours;
    }

    /**
     * Process ids are used again, and a data folder may be a copy of one that is being served, so the id alone proves
     * nothing. A postmaster's current folder is its data folder; where the system does not show that to us, its
     * arguments have to name the folder that the file names, and that has to be this one. A process that has ended
     * but was not collected by its parent shows neither, and so counts as gone.
     */
    private static boolean serves(ProcessHandle process, String folder, Path pgdata) throws IOException {
        try {
            Path proc = Path.of("/proc", Long.toString(process.pid()));
            if (!Files.isDirectory(proc)) {
                return looksLikePostgres(process) && sameFolder(Path.of(folder), pgdata);
            }
            String arguments = Files.readString(proc.resolve("cmdline"), StandardCharsets.ISO_8859_1);
            String program = arguments.substring(0, Math.max(0, arguments.indexOf('\0')));
            if (!program.endsWith("postgres")) {
                return false;
            }
            Optional<Path> current = currentFolder(proc);
            return current.isPresent()
                    ? sameFolder(current.get(), pgdata)
                    : sameFolder(Path.of(folder), pgdata) && arguments.contains("\0" + latin1(folder) + "\0");
        } catch (IOException unreadable) {
            if (process.isAlive()) {
                throw unreadable; // "cannot tell" (no file descriptor left, say) must not be taken for "not ours"
            }
            return false;
        }
    }

    private static String latin1(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private static boolean looksLikePostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> String.valueOf(Path.of(command).getFileName()).startsWith("postgres"))
                .orElse(true); // not every system tells the command of another user's process
    }

    private static Optional<Path> currentFolder(Path proc) {
        try {
            return Optional.of(Files.readSymbolicLink(proc.resolve("cwd")));
        } catch (IOException hidden) {
            return Optional.empty();
        }
    }

    private static boolean sameFolder(Path one, Path other) throws IOException {
        return Files.isDirectory(one) && Files.isSameFile(one, other);
    }
}
