package vn.minhchung.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Text that is generated, checked in, and compared at every build; {@code -Dgolden=write} writes it anew. */
public final class Golden {
    private static final boolean WRITE = "write".equals(System.getProperty("golden"));

    private Golden() {}

    public static boolean writing() {
        return WRITE;
    }

    public static void check(Path file, String content) {
        try {
            if (WRITE) {
                Path folder = file.getParent();
                if (folder != null) Files.createDirectories(folder);
                Files.writeString(file, content);
                return;
            }
            if (!Files.exists(file)) fail("%s is missing; -Dgolden=write writes it".formatted(file));
            assertThat(content)
                    .as("%s; -Dgolden=write writes what is generated now", file)
                    .isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
