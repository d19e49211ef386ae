package vn.minhchung.witness;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.minhchung.kernel.log.KeyKind;
import vn.minhchung.kernel.log.NoteFault;
import vn.minhchung.kernel.log.VerifierKey;

/**
 * What a witness is told.
 *
 * @param address of the log, above {@code /checkpoint}; HTTP or HTTPS
 * @param folder absolute
 * @param name of the witness
 * @param logKey of a log, not of a witness
 * @param every from one round to the next, 1 s to a day
 */
record WitnessOptions(
        String address,
        Path folder,
        Optional<String> name,
        Optional<VerifierKey> logKey,
        Duration every,
        boolean once) {
    private static final int WORDS = 3;
    private static final String NAME = "--name=";
    private static final String LOG_KEY = "--log-key=";
    private static final String EVERY = "--every=";
    private static final String ONCE = "--once";
    private static final int LONGEST_SECONDS = 86_400;
    private static final String USAGE =
            "witness <https://…/log> <thư mục/folder> --name=… --log-key=… [--every=60] [--once]";

    /** @throws WitnessFault for what is missing, unknown or out of its range */
    static WitnessOptions of(List<String> arguments) {
        arguments.stream().filter(WitnessOptions::unknown).findFirst().ifPresent(option -> {
            throw WitnessFault.settings(
                    "Không có tuỳ chọn %s. Cách dùng: %s".formatted(option, USAGE),
                    "There is no option %s. Usage: %s".formatted(option, USAGE));
        });
        List<String> words = words(arguments);
        if (words.size() != WORDS) throw WitnessFault.settings("Cách dùng: " + USAGE, "Usage: " + USAGE);
        return new WitnessOptions(
                address(words.get(1)),
                folder(words.get(2)),
                option(arguments, NAME),
                option(arguments, LOG_KEY).map(WitnessOptions::logKey),
                Duration.ofSeconds(
                        option(arguments, EVERY).map(WitnessOptions::seconds).orElse(60)),
                arguments.contains(ONCE));
    }

    static List<String> words(List<String> arguments) {
        return arguments.stream().filter(argument -> !argument.startsWith("-")).toList();
    }

    private static boolean unknown(String argument) {
        return argument.startsWith("-")
                && !argument.equals(ONCE)
                && Set.of(NAME, LOG_KEY, EVERY).stream().noneMatch(argument::startsWith);
    }

    private static Optional<String> option(List<String> arguments, String prefix) {
        return arguments.stream()
                .filter(argument -> argument.startsWith(prefix))
                .map(argument -> argument.substring(prefix.length()))
                .findFirst();
    }

    private static String address(String told) {
        try {
            URI address = new URI(told);
            if (address.getHost() != null && Set.of("http", "https").contains(address.getScheme())) return told;
        } catch (URISyntaxException e) {
            // said below
        }
        throw WitnessFault.settings(
                "Địa chỉ sổ phải có dạng https://…/log, không phải %s".formatted(told),
                "The address of a log is https://…/log, not %s".formatted(told));
    }

    private static Path folder(String told) {
        try {
            return Path.of(told).toAbsolutePath();
        } catch (InvalidPathException e) {
            throw WitnessFault.settings(
                    "%s không phải tên thư mục: %s".formatted(told, e.getReason()),
                    "%s is no name of a folder: %s".formatted(told, e.getReason()));
        }
    }

    private static VerifierKey logKey(String told) {
        VerifierKey key;
        try {
            key = VerifierKey.parse(told);
        } catch (NoteFault e) {
            throw WitnessFault.settings(
                    "%s%s không phải khoá của sổ: %s".formatted(LOG_KEY, told, e.getMessage()),
                    "%s%s is no key of a log: %s".formatted(LOG_KEY, told, e.getMessage()));
        }
        if (key.kind() == KeyKind.COSIGNATURE)
            throw WitnessFault.settings(
                    "%s%s là khoá của một bên chứng kiến, không phải khoá của sổ".formatted(LOG_KEY, told),
                    "%s%s is a witness's key, not a log's".formatted(LOG_KEY, told));
        return key;
    }

    private static int seconds(String told) {
        try {
            int seconds = Integer.parseInt(told);
            if (seconds >= 1 && seconds <= LONGEST_SECONDS) return seconds;
        } catch (NumberFormatException e) {
            // said below
        }
        throw WitnessFault.settings(
                "%s%s: phải là số nguyên, từ 1 đến %d giây".formatted(EVERY, told, LONGEST_SECONDS),
                "%s%s: must be a whole number, from 1 to %d seconds".formatted(EVERY, told, LONGEST_SECONDS));
    }
}
