package vn.minhchung.platform.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.minhchung.kernel.Folders;

/**
 * Under which user the server runs. Normally ours; PostgreSQL refuses root, so root hands it to an unprivileged one:
 * the owner of existing data, else {@code postgres}, else {@code nobody}. Where that user cannot reach the data folder
 * (it lies below {@code /root}, say), the server runs in a user namespace, in which root's files are its own but none
 * of root's powers are left.
 *
 * @param name the user's name; empty: no change of files' owner is needed
 * @param prefix what stands before a program to run it as that user
 */
record ServerUser(Optional<String> name, List<String> prefix) {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    /** @throws PostgresUnavailable when root finds no user for the server */
    static ServerUser forData(Path pgdata, Path folder, ServerBinaries binaries) throws IOException {
        if (!weAreRoot()) {
            return new ServerUser(Optional.empty(), List.of());
        }
        for (ServerUser candidate : candidates(pgdata, folder)) {
            if (candidate.canRun(binaries, folder)) {
                return candidate;
            }
        }
        throw new PostgresUnavailable(
                "PostgreSQL không chạy dưới quyền root và không có người dùng thường nào (postgres, nobody) vào được "
                        + blockedFolder(folder)
                        + "; đề nghị chạy bằng người dùng thường hoặc đặt minhchung.data-dir tới thư mục khác.",
                "PostgreSQL does not run as root, and no ordinary user (postgres, nobody) can enter "
                        + blockedFolder(folder)
                        + "; run as an ordinary user or set minhchung.data-dir to another folder.");
    }

    static boolean weAreRoot() {
        return Folders.POSIX && "root".equals(System.getProperty("user.name"));
    }

    /** Runs one of the server's programs as this user. */
    Program run(Path folder, Duration limit, List<String> command) throws IOException {
        List<String> whole = new ArrayList<>(prefix);
        whole.addAll(command);
        return Program.run(folder, limit, whole);
    }

    /** Makes a file or an empty folder the server's own. */
    void give(Path path) throws IOException {
        if (name.isPresent()) {
            Files.setOwner(
                    path, path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(name.get()));
        }
    }

    private static List<ServerUser> candidates(Path pgdata, Path folder) throws IOException {
        List<ServerUser> candidates = new ArrayList<>();
        List<String> names =
                Files.exists(pgdata) ? List.of(Files.getOwner(pgdata).getName()) : List.of("postgres", "nobody");
        for (String name : names) {
            Program group = Program.run(folder, LIMIT, List.of("id", "-g", name));
            if (!"root".equals(name) && group.ok()) {
                Optional<String> user = Optional.of(name);
                String gid = group.output().strip();
                candidates.add(new ServerUser(
                        user, List.of("setpriv", "--reuid", name, "--regid", gid, "--init-groups", "--")));
                candidates.add(new ServerUser(user, List.of("runuser", "-u", name, "--")));
                candidates.add(new ServerUser(user, List.of("sudo", "-n", "-u", name, "--")));
            }
        }
        if (!Files.exists(pgdata) || names.contains("root")) {
            candidates.add(new ServerUser(Optional.empty(), List.of("unshare", "--user", "--")));
        }
        return candidates;
    }

    private boolean canRun(ServerBinaries binaries, Path folder) throws IOException {
        List<String> version = List.of(binaries.program("postgres").toString(), "--version");
        List<String> reach = List.of("test", "-x", folder.toString());
        return run(Path.of("/"), LIMIT, reach).ok()
                && run(Path.of("/"), LIMIT, version).ok();
    }

    /** The first folder on the way that other users may not pass, for the message. */
    private static Path blockedFolder(Path folder) throws IOException {
        Path real = folder.toRealPath();
        for (int depth = 1; depth < real.getNameCount(); depth++) {
            Path on = real.getRoot().resolve(real.subpath(0, depth));
            if (!Files.getPosixFilePermissions(on).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                return on;
            }
        }
        return real;
    }
}
