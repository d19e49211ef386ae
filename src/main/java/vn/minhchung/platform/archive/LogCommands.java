package vn.minhchung.platform.archive;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import vn.minhchung.eventstore.ConnectionSource;
import vn.minhchung.eventstore.SettingsRefused;
import vn.minhchung.eventstore.archive.ArchiveFault;
import vn.minhchung.eventstore.archive.LogExport;
import vn.minhchung.eventstore.archive.LogImport;
import vn.minhchung.eventstore.archive.LogMove;
import vn.minhchung.eventstore.archive.LogSummary;
import vn.minhchung.eventstore.archive.Progress;
import vn.minhchung.eventstore.axonserver.AxonServerTarget;
import vn.minhchung.kernel.graphql.Texts;
import vn.minhchung.platform.postgres.PostgresUnavailable;

/**
 * Runs one {@link LogCommand} and ends: the database of the same settings as the application's, no views, no HTTP. What went
 * wrong is told in one sentence in Vietnamese and one in English.
 */
public final class LogCommands {
    private static final int OK = 0;
    private static final int FAILED = 1;
    private static final int NOT_UNDERSTOOD = 2;

    /** Of modules that are not known here. */
    private static final String OTHERS =
            " | export-bundle <tệp/file> | tamper-drill [thư mục/folder] | witness <https://…/log> <thư mục/folder>";

    private final PrintStream out;

    private LogCommands(PrintStream out) {
        this.out = out;
    }

    /** The database alone. No {@code @Configuration}, so that the application does not find it. */
    @ComponentScan("vn.minhchung.platform.persistence")
    static class DatabaseAlone {}

    /** True when these arguments name something to do instead of serving, understood or not. */
    public static boolean meant(String... arguments) {
        return !words(arguments).isEmpty();
    }

    /**
     * @param arguments a command, its file, and options as the application takes them
     * @return the process's exit status: 0 done, 1 failed, 2 not understood
     */
    public static int run(PrintStream out, String... arguments) {
        return new LogCommands(out).run(arguments);
    }

    private int run(String... arguments) {
        List<String> words = words(arguments);
        Optional<LogCommand> command = words.stream().findFirst().flatMap(LogCommand::of);
        if (command.isEmpty() || words.size() != (command.get().withFile() ? 2 : 1)) {
            out.println(Arrays.stream(LogCommand.values())
                    .map(LogCommand::usage)
                    .collect(Collectors.joining(" | ", "Lệnh/commands: ", OTHERS)));
            return NOT_UNDERSTOOD;
        }
        String[] options =
                Arrays.stream(arguments).filter(a -> a.startsWith("-")).toArray(String[]::new);
        try (ConfigurableApplicationContext context = database(options)) {
            run(command.get(), context, words);
            return OK;
        } catch (IOException | SQLException | RuntimeException e) {
            out.println(told(e));
            return FAILED;
        }
    }

    private static ConfigurableApplicationContext database(String... options) {
        return new SpringApplicationBuilder(DatabaseAlone.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .properties(Map.of(
                        "logging.level.root", "WARN",
                        // what is wrong is told below
                        "logging.level.org.springframework", "OFF"))
                .run(options);
    }

    private void run(LogCommand command, ConfigurableApplicationContext context, List<String> words)
            throws IOException, SQLException {
        DataSource app = context.getBean("dataSource", DataSource.class);
        ConnectionSource log = ConnectionSource.of(app);
        KeyStore keys = new KeyStore(context.getBean("vaultDataSource", DataSource.class), app);
        switch (command) {
            case EXPORT_LOG ->
                done(LogExport.write(
                        log, () -> AxonServerTarget.open(context.getEnvironment()), file(words), progress()));
            case IMPORT_LOG -> done(LogImport.read(file(words), log, progress()));
            case EXPORT_KEYS -> {
                Keys read = keys.read();
                KeyFile.write(read, file(words));
                done(read);
            }
            case IMPORT_KEYS -> {
                Keys read = KeyFile.read(file(words));
                keys.add(read);
                done(read);
            }
            case MOVE_TO_AXONSERVER -> {
                try (AxonServerTarget target = AxonServerTarget.open(context.getEnvironment())) {
                    done(LogMove.run(log, target, progress()));
                }
            }
        }
    }

    private static List<String> words(String... arguments) {
        return Arrays.stream(arguments).filter(a -> !a.startsWith("-")).toList();
    }

    private static Path file(List<String> words) {
        return Path.of(words.get(1)).toAbsolutePath();
    }

    private Progress progress() {
        return (events, of) -> out.printf(Texts.VI, "… %,d / %,d%n", events, of);
    }

    private void done(LogSummary log) {
        out.printf(
                Texts.VI,
                "Xong: %,d sự kiện, %,d lần bị từ chối, %,d lượt đọc, gốc Merkle %s%n",
                log.events(),
                log.refusals(),
                log.readings(),
                log.root());
        out.printf(
                Locale.ENGLISH,
                "Done: %,d events, %,d refused attempts, %,d readings, Merkle root %s%n",
                log.events(),
                log.refusals(),
                log.readings(),
                log.root());
    }

    private void done(Keys keys) {
        out.printf(
                Texts.VI,
                "Xong: khoá của %,d người, %,d người đã huỷ khoá, %,d mật khẩu. Tệp này mở được dữ liệu cá nhân: xoá ngay khi dùng xong.%n",
                keys.persons().size(),
                keys.erased().size(),
                keys.passwords().size());
        out.printf(
                Locale.ENGLISH,
                "Done: keys of %,d persons, %,d erased, %,d passwords. This file opens personal data: delete it when it is used.%n",
                keys.persons().size(),
                keys.erased().size(),
                keys.passwords().size());
    }

    private static String told(Exception failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ArchiveFault
                    || cause instanceof PostgresUnavailable
                    || cause instanceof SettingsRefused) {
                return String.valueOf(cause.getMessage());
            }
            if (cause instanceof NoSuchFileException missing) {
                return "Không có tệp %s%nThere is no file %s".formatted(missing.getFile(), missing.getFile());
            }
        }
        return "Không thực hiện được: %s%nNot done: %s".formatted(failure, failure);
    }
}
