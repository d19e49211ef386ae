package vn.minhchung.witness;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.log.Checkpoint;
import vn.minhchung.kernel.log.NoteFault;
import vn.minhchung.kernel.log.SigningKey;
import vn.minhchung.kernel.log.VerifierKey;
import vn.minhchung.witness.WitnessFault.Kind;

/**
 * {@code witness <address of the log> <folder> --name=<witness's name> --log-key=<the log's verifier key> [--every=60] [--once]}. Name and key
 * are needed the first time and kept in the folder. Needs no database and no other setting.
 */
public final class WitnessProgram {
    private static final Locale VIETNAMESE = Locale.of("vi");
    private static final String WORD = "witness";
    private static final int OK = 0;
    private static final int FAILED = 1;
    private static final int NOT_UNDERSTOOD = 2;
    private static final int LOG_CHANGED = 3;
    private static final int WORDS = 3;
    private static final String USAGE =
            "witness <https://…/log> <thư mục/folder> --name=… --log-key=… [--every=60] [--once]";

    private final PrintStream out;
    private final List<String> arguments;

    private WitnessProgram(PrintStream out, List<String> arguments) {
        this.out = out;
        this.arguments = arguments;
    }

    public static boolean meant(String... arguments) {
        return words(List.of(arguments)).stream()
                .findFirst()
                .filter(WORD::equals)
                .isPresent();
    }

    /**
     * Witnesses until the process is ended, or once.
     *
     * @return 0 signed; 1 the log did not answer; 2 not understood; 3 the log is not what it was: nothing is signed any more
     */
    public static int run(PrintStream out, String... arguments) {
        return new WitnessProgram(out, List.of(arguments)).run();
    }

    private int run() {
        List<String> words = words(arguments);
        try {
            if (words.size() != WORDS) throw settings("Cách dùng: " + USAGE, "Usage: " + USAGE);
            WitnessFolder folder = WitnessFolder.at(Path.of(words.get(2)).toAbsolutePath());
            SigningKey key = folder.key(option("--name=").orElse("witness.localhost"));
            VerifierKey logKey = logKey(folder);
            out.printf(
                    "Khoá của bên chứng kiến này, để đưa vào minhchung.log.witnesses của máy chủ:%nThis witness's key, for minhchung.log.witnesses of the server:%n%s%n",
                    key.verifier().text());
            try (LogOverHttp log = new LogOverHttp(words.get(1))) {
                return witnessing(new Witness(log, logKey, folder, key, InstantSource.system()));
            }
        } catch (WitnessFault | NoteFault | IllegalArgumentException e) {
            out.println(e.getMessage());
            return NOT_UNDERSTOOD;
        } catch (IOException e) {
            out.printf("Không đọc hoặc không ghi được thư mục: %s%nThe folder cannot be read or written: %s%n", e, e);
            return FAILED;
        }
    }

    private int witnessing(Witness witness) {
        Duration every =
                Duration.ofSeconds(Math.max(1, Long.parseLong(option("--every=").orElse("60"))));
        boolean once = arguments.contains("--once");
        while (true) {
            int status = round(witness);
            if (once || status == LOG_CHANGED) return status;
            try {
                TimeUnit.NANOSECONDS.sleep(every.toNanos());
            } catch (InterruptedException e) {
                return status;
            }
        }
    }

    private int round(Witness witness) {
        try {
            Checkpoint signed = witness.round();
            out.printf(VIETNAMESE, "Đã chứng kiến %,d sự kiện. ", signed.size());
            out.printf(Locale.ENGLISH, "Witnessed %,d events.%n", signed.size());
            return OK;
        } catch (WitnessFault e) {
            out.println(e.getMessage());
            for (Throwable besides : e.getSuppressed()) out.println(besides.getMessage());
            return e.kind() == Kind.LOG_CHANGED ? LOG_CHANGED : FAILED;
        } catch (NoteFault e) {
            out.printf(
                    "Sổ trả lời không đúng dạng: %s%nThe log's answer is malformed: %s%n",
                    e.getMessage(), e.getMessage());
            return FAILED;
        } catch (IOException | IllegalStateException e) {
            // a full disk, an address that is none: the next round may go better
            out.println(e);
            return FAILED;
        }
    }

    /** Given once and kept, with those that followed it; a key that is none of them is another log's. */
    private VerifierKey logKey(WitnessFolder folder) throws IOException {
        List<VerifierKey> kept = folder.logKeys();
        @Nullable String told = option("--log-key=").orElse(null);
        if (told == null && kept.isEmpty())
            throw settings(
                    "Lần đầu cần khoá của sổ: --log-key=…", "The log's key is needed the first time: --log-key=…");
        if (told != null && kept.isEmpty()) {
            VerifierKey given = VerifierKey.parse(told);
            folder.addLogKey(given);
            return given;
        }
        VerifierKey current = kept.getLast();
        if (told != null && kept.stream().noneMatch(key -> key.text().equals(told)))
            throw settings(
                    "Thư mục này dành cho sổ có khoá " + current.text(),
                    "This folder is for the log with the key " + current.text());
        return current;
    }

    private Optional<String> option(String prefix) {
        return arguments.stream()
                .filter(argument -> argument.startsWith(prefix))
                .map(argument -> argument.substring(prefix.length()))
                .findFirst();
    }

    private static List<String> words(List<String> arguments) {
        return arguments.stream().filter(argument -> !argument.startsWith("-")).toList();
    }

    private static WitnessFault settings(String vietnamese, String english) {
        return new WitnessFault(Kind.SETTINGS, vietnamese, english);
    }
}
