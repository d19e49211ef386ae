package vn.minhchung.evidence;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.minhchung.audit.SealedLog.State;
import vn.minhchung.eventstore.archive.ArchiveFile;
import vn.minhchung.kernel.graphql.Texts;

/**
 * {@code export-bundle <file>} and {@code tamper-drill [folder] [--seed=n]}, with options as the application takes them: the database of the
 * same settings, no HTTP. What went wrong is told in one sentence in Vietnamese and one in English.
 */
public final class EvidenceProgram {
    private static final String EXPORT = "export-bundle";
    private static final String DRILL = "tamper-drill";
    private static final String SEED = "--seed=";
    private static final long DEFAULT_SEED = 20_260_630;
    private static final int OK = 0;
    private static final int FAILED = 1;
    private static final int NOT_UNDERSTOOD = 2;

    private final PrintStream out;
    private final Consumer<DrillTable.Line> seen;

    private EvidenceProgram(PrintStream out, Consumer<DrillTable.Line> seen) {
        this.out = out;
        this.seen = seen;
    }

    public static boolean meant(String... arguments) {
        List<String> words = words(arguments);
        return !words.isEmpty() && List.of(EXPORT, DRILL).contains(words.getFirst());
    }

    /** @return the process's exit status: 0 done; 1 failed, or a damage was not found or not named; 2 not understood */
    public static int run(PrintStream out, String... arguments) {
        return run(out, _ -> {}, arguments);
    }

    /** @param seen told each line of the drill's table */
    static int run(PrintStream out, Consumer<DrillTable.Line> seen, String... arguments) {
        return new EvidenceProgram(out, seen).run(List.of(arguments));
    }

    private int run(List<String> arguments) {
        List<String> words = words(arguments.toArray(String[]::new));
        boolean export = words.getFirst().equals(EXPORT);
        if (export ? words.size() != 2 : words.size() > 2) {
            out.println("Lệnh/commands: export-bundle <tệp/file> | tamper-drill [thư mục/folder] [--seed=…]");
            return NOT_UNDERSTOOD;
        }
        List<String> options = arguments.stream().filter(a -> a.startsWith("-")).toList();
        try (Store store = Store.open(options)) {
            if (!export) return drill(store, words, seed(options)) ? OK : FAILED;
            export(store, Path.of(words.get(1)).toAbsolutePath());
            return OK;
        } catch (Exception e) {
            out.println(told(e));
            return FAILED;
        }
    }

    private static List<String> words(String... arguments) {
        return Stream.of(arguments).filter(a -> !a.startsWith("-")).toList();
    }

    private static long seed(List<String> options) {
        return options.stream()
                .filter(option -> option.startsWith(SEED))
                .map(option -> Long.parseLong(option.substring(SEED.length())))
                .findFirst()
                .orElse(DEFAULT_SEED);
    }

    // ---------------------------------------------------------------------------------------------------- one bundle

    private void export(Store store, Path file) throws IOException {
        State state = store.sealed().newest().orElseThrow(EvidenceFault::notSealed);
        boolean page = file.toString().replaceFirst("\\.gz$", "").endsWith(".html");
        @Nullable String report = page ? report(store, state.size()) : null;
        AtomicReference<LogBundle.Written> written = new AtomicReference<>();
        ArchiveFile.write(file, to -> written.set(new LogBundle(store).write(to, state, report, state.size())));
        LogBundle.Written done = written.get();
        out.printf(
                Texts.VI,
                "Xong: %,d sự kiện, %,d văn bản; điểm kiểm tra %,d sự kiện, %s chữ ký chứng kiến.%n",
                done.events(),
                done.documents(),
                state.size(),
                state.witnessed() ? "đã đủ" : "chưa đủ");
        out.printf(
                Locale.ENGLISH,
                "Done: %,d events, %,d documents; checkpoint of %,d events, %s.%n",
                done.events(),
                done.documents(),
                state.size(),
                state.witnessed() ? "witnessed" : "not witnessed enough");
        if (done.events() != state.size())
            out.printf(
                    "CẢNH BÁO: số sự kiện khác điểm kiểm tra; chương trình kiểm chứng sẽ nêu chỗ hỏng.%nWARNING: the number of events is not the checkpoint's; a verifier names what is damaged.%n");
    }

    private static String report(Store store, long size) {
        String schema = store.views().name();
        JdbcClient jdbc = JdbcClient.create(store.database());
        Optional<String> table = jdbc.sql("select to_regclass(:table)::text")
                .param("table", schema + ".follower_position")
                .query(String.class)
                .optional();
        long seen = table.map(it -> jdbc.sql("select position from %s".formatted(it))
                        .query(Long.class)
                        .single())
                .orElse(0L);
        if (seen < size)
            throw new EvidenceFault(
                    String.format(
                            Texts.VI,
                            "Phần tra cứu của phiên bản này mới đọc %,d/%,d sự kiện: hãy khởi động ứng dụng, hoặc xuất tệp .jsonl không kèm báo cáo.",
                            seen,
                            size),
                    String.format(
                            Locale.ENGLISH,
                            "The views of this build have seen %,d of %,d events: start the application, or export a .jsonl without a report.",
                            seen,
                            size));
        return new BalanceReport(store.database(), schema).body(size);
    }

    // ----------------------------------------------------------------------------------------------------- the drill

    private boolean drill(Store store, List<String> words, long seed) throws Exception {
        boolean kept = words.size() > 1;
        Path folder = kept
                ? Path.of(words.get(1)).toAbsolutePath()
                : Path.of(System.getProperty("java.io.tmpdir"))
                        .resolve("minhchung-drill-" + ProcessHandle.current().pid());
        TamperDrill.requireNew(folder);
        out.printf(
                "Diễn tập trên bản sao trong %s; sổ gốc chỉ được đọc, không bị thay đổi. Số khởi tạo ngẫu nhiên (seed): %d.%nThe drill is on a copy in %s; the original is read only. Seed %d.%n",
                folder, seed, folder, seed);
        Path unpacked = Path.of(store.setting("minhchung.data-dir", "data")).resolve("postgres");
        Path programs = Files.isDirectory(unpacked) ? unpacked : folder.resolve("postgres");
        try {
            return new TamperDrill(store, folder, out, seen).run(programs, seed);
        } finally {
            if (!kept) remove(folder);
        }
    }

    private static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (Stream<Path> below = Files.walk(folder)) {
            for (Path path : below.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
        }
    }

    private static String told(Exception failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            boolean tellsItself = cause instanceof EvidenceFault
                    || cause instanceof vn.minhchung.eventstore.archive.ArchiveFault
                    || cause instanceof vn.minhchung.eventstore.SettingsRefused
                    || cause instanceof vn.minhchung.platform.postgres.PostgresUnavailable;
            if (tellsItself) return String.valueOf(cause.getMessage());
        }
        return "Không thực hiện được: %s%nNot done: %s".formatted(failure, failure);
    }
}
