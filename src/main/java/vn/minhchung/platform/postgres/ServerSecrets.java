package vn.minhchung.platform.postgres;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;
import vn.minhchung.kernel.Folders;

/**
 * Passwords of the embedded server, generated once, in a properties file only the application's user may read.
 *
 * @param superuser password of {@code postgres}, used to create roles and databases only
 * @param owner password of the role that owns the tables and runs migrations
 * @param app password of the role the application works with
 * @param vault password of the role that reads persons' keys
 */
public record ServerSecrets(String superuser, String owner, String app, String vault) {

    @Override
    public String toString() {
        return "ServerSecrets[…]"; // never in a log
    }

    static ServerSecrets generate() {
        SecureRandom random = new SecureRandom();
        return new ServerSecrets(password(random), password(random), password(random), password(random));
    }

    /** Reads the file, or writes one with new passwords. */
    static ServerSecrets keptIn(Path file) throws IOException {
        if (!Files.exists(file)) {
            ServerSecrets made = generate();
            Folders.writePrivate(file, """
                    superuser=%s
                    owner=%s
                    app=%s
                    vault=%s
                    """.formatted(made.superuser, made.owner, made.app, made.vault));
            return made;
        }
        Properties read = new Properties();
        read.load(new StringReader(Files.readString(file, StandardCharsets.UTF_8)));
        return new ServerSecrets(
                required(read, "superuser", file),
                required(read, "owner", file),
                required(read, "app", file),
                required(read, "vault", file));
    }

    private static String required(Properties read, String name, Path file) {
        String value = read.getProperty(name);
        if (value == null || value.isBlank()) {
            throw new PostgresUnavailable(
                    "Tệp mật khẩu " + file + " thiếu mục " + name + "; đề nghị khôi phục tệp từ bản sao lưu.",
                    "The password file " + file + " has no entry " + name + "; restore it from a backup.");
        }
        return value;
    }

    private static String password(SecureRandom random) {
        byte[] bytes = new byte[24];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
