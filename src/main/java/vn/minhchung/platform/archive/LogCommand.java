package vn.minhchung.platform.archive;

import java.util.Arrays;
import java.util.Optional;

/** What the program can be told to do instead of serving: its first argument that is no option. */
enum LogCommand {
    EXPORT_LOG("export-log", true),
    IMPORT_LOG("import-log", true),
    EXPORT_KEYS("export-keys", true),
    IMPORT_KEYS("import-keys", true),
    MOVE_TO_AXONSERVER("move-to-axonserver", false);

    private final String word;
    private final boolean withFile;

    LogCommand(String word, boolean withFile) {
        this.word = word;
        this.withFile = withFile;
    }

    static Optional<LogCommand> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
    }

    boolean withFile() {
        return withFile;
    }

    /** As typed. */
    String usage() {
        return withFile ? word + " <tệp/file>" : word;
    }
}
