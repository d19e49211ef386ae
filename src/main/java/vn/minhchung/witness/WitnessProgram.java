package vn.minhchung.witness;

import java.io.IOException;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import vn.minhchung.kernel.log.Checkpoint;
import vn.minhchung.kernel.log.NoteFault;
import vn.minhchung.kernel.log.SigningKey;
import vn.minhchung.kernel.log.VerifierKey;

/**
 * {@code witness <address of the log> <folder> --name=<witness's name> --log-key=<the log's verifier key> [--every=60] [--once]}. Name and key
 * are needed the first time and kept in the folder. Needs no database and no other setting. What went wrong is told in one sentence in
 * Vietnamese and one in English.
 */
public final class WitnessProgram {
    private static final Locale VIETNAMESE = Locale.of("vi");
    private static final String WORD = "witness";
    private static final int OK = 0;
    private static final int FAILED = 1;
    private static final int NOT_UNDERSTOOD = 2;
    private static final int LOG_CHANGED = 3;
    private static final int FOLDER_DAMAGED = 4;

    private final PrintStream out;
    private final List<String> arguments;

    private WitnessProgram(PrintStream out, List<String> arguments) {
        this.out = out;
        this.arguments = arguments;
    }

    public static boolean meant(String... arguments) {
        return WitnessOptions.words(List.of(arguments)).stream()
                .findFirst()
                .filter(WORD::equals)
                .isPresent();
    }

    /**
     * Witnesses until the process is ended, or once.
     *
     * @return 0 signed; 1 the log did not answer, a next round may go better; 2 not understood, or the key given is not the log's, and
     *     nothing was signed yet; 3 the log is not what it was: nothing is signed any more; 4 a file in the folder is damaged: nothing is
     *     signed before somebody mended it
     */
    public static int run(PrintStream out, String... arguments) {
        return new WitnessProgram(out, List.of(arguments)).run();
    }

    private int run() {
        try {
            WitnessOptions options = WitnessOptions.of(arguments);
            WitnessFolder folder = WitnessFolder.at(options.folder());
            SigningKey key = folder.key(options.name());
            List<VerifierKey> logKeys = logKeys(folder, key.verifier(), options.logKey());
            out.printf(
                    "Khoá của bên chứng kiến này, để đưa vào minhchung.log.witnesses của máy chủ:%nThis witness's key, for minhchung.log.witnesses of the server:%n%s%n",
                    key.verifier().text());
            try (LogOverHttp log = new LogOverHttp(options.address())) {
                return witnessing(new Witness(log, logKeys, folder, key, InstantSource.system()), options);
            }
        } catch (WitnessFault e) {
            return told(e);
        } catch (IOException e) {
            return told(e);
        }
    }

    private int witnessing(Witness witness, WitnessOptions options) {
        while (true) {
            int status = round(witness);
            if (options.once() || status > FAILED) return status;
            try {
                TimeUnit.NANOSECONDS.sleep(options.every().toNanos());
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
            return told(e);
        } catch (IOException e) {
            // a full disk: the next round may go better
            return told(e);
        } catch (NoteFault | IllegalArgumentException | IllegalStateException e) {
            out.printf(
                    "Sổ trả lời không đúng dạng: %s%nThe log's answer is malformed: %s%n",
                    e.getMessage(), e.getMessage());
            return FAILED;
        }
    }

    private int told(WitnessFault fault) {
        out.println(fault.getMessage());
        for (Throwable besides : fault.getSuppressed()) out.println(besides.getMessage());
        return switch (fault.kind()) {
            case NO_ANSWER -> FAILED;
            case SETTINGS -> NOT_UNDERSTOOD;
            case LOG_CHANGED -> LOG_CHANGED;
            case FOLDER_DAMAGED -> FOLDER_DAMAGED;
        };
    }

    private int told(IOException failure) {
        out.printf(
                "Không đọc hoặc không ghi được thư mục: %s%nThe folder cannot be read or written: %s%n",
                failure, failure);
        return FAILED;
    }

    /**
     * Given once and kept, with those that followed it; a key that is none of them is another log's. As long as nothing was signed the kept
     * one may have been mistyped.
     */
    private static List<VerifierKey> logKeys(WitnessFolder folder, VerifierKey own, Optional<VerifierKey> given)
            throws IOException {
        List<VerifierKey> kept = folder.logKeys();
        boolean signedBefore = folder.last(own).isPresent();
        if (given.isEmpty() && kept.isEmpty())
            throw WitnessFault.settings(
                    "Chưa biết khoá của sổ: cần --log-key=…", "The log's key is not known yet: --log-key=… is needed");
        if (given.isEmpty()
                || kept.stream().map(VerifierKey::text).anyMatch(given.get().text()::equals)) return kept;
        if (signedBefore && !kept.isEmpty())
            throw WitnessFault.settings(
                    "Thư mục này dành cho sổ có khoá " + kept.getLast().text(),
                    "This folder is for the log with the key " + kept.getLast().text());
        return List.of(given.get());
    }
}
