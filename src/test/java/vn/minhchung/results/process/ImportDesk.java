package vn.minhchung.results.process;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.command.Command;
import vn.minhchung.kernel.command.Commands;
import vn.minhchung.kernel.command.RequestLog;
import vn.minhchung.kernel.graphql.Texts;
import vn.minhchung.platform.table.FileTableReader;
import vn.minhchung.projects.ProjectCommand.RecordPastTask;
import vn.minhchung.results.ImportReport;
import vn.minhchung.results.ImportRequest;
import vn.minhchung.testing.DecisionFixture.Decisions;
import vn.minhchung.testing.InMemoryPersonalData;

/** The import over a record in memory that keeps what it was sent and knows keys and streams as the real one does. */
final class ImportDesk implements Commands, RequestLog {
    static final ImportRequest.Source SOURCE = new ImportRequest.Source("Sổ theo dõi", null, LocalDate.of(2025, 3, 1));

    final List<RecordPastTask> recorded = new ArrayList<>();
    final InMemoryPersonalData personalData = new InMemoryPersonalData();
    private final Map<String, Accepted> requests = new HashMap<>();

    private final PastTaskFileImport imports = new PastTaskFileImport(
            new FileTableReader(), this, this, (stream, _) -> known(stream) ? 0 : -1, personalData, new FileTexts());

    ImportReport run(ImportRequest request) {
        return run(request, "key");
    }

    ImportReport run(ImportRequest request, String key) {
        return imports.run(request, decision(key), "%s %s".formatted(request.fileName(), request.goodLinesOnly()));
    }

    static ImportRequest real(String fileName, byte[] content) {
        return new ImportRequest(fileName, content, SOURCE, false, false, Texts.VI);
    }

    static ImportRequest real(String csv) {
        return real("bảng.csv", csv.getBytes(StandardCharsets.UTF_8));
    }

    static ImportRequest dry(String csv) {
        return new ImportRequest("bảng.csv", csv.getBytes(StandardCharsets.UTF_8), SOURCE, true, false, Texts.VI);
    }

    static ImportRequest goodOnly(String csv) {
        return new ImportRequest("bảng.csv", csv.getBytes(StandardCharsets.UTF_8), SOURCE, false, true, Texts.VI);
    }

    @Override
    public Outcome send(Command command, Decision decision, String inputHash) {
        if (known(command.subject())) throw Refusal.of(ErrorCode.ALREADY_EXISTS, "id", command.subject());
        recorded.add((RecordPastTask) command);
        long position = recorded.size() * 2L;
        requests.put(RequestLog.streamOf(decision), new Accepted(position - 1, 2, inputHash));
        return new Outcome(position, 2, false);
    }

    @Override
    public Optional<Accepted> find(String stream) {
        return Optional.ofNullable(requests.get(stream));
    }

    private boolean known(String stream) {
        return recorded.stream().anyMatch(command -> command.subject().equals(stream));
    }

    private static Decision decision(String key) {
        Decision decision = Decisions.taken(Role.OFFICER);
        return new Decision(
                decision.actor(),
                decision.decidedBy(),
                decision.basis(),
                decision.reason(),
                decision.today(),
                decision.effectiveOn(),
                decision.documentDate(),
                decision.seenAt(),
                decision.requestId(),
                "importPastTasks",
                key,
                decision.channel());
    }

    /** The texts as shipped. */
    static final class FileTexts implements Texts {
        private final Properties vietnamese = read("vi");
        private final Properties english = read("en");

        @Override
        public @Nullable String text(String key, Locale language, Map<String, String> values) {
            String text = (language.getLanguage().equals("en") ? english : vietnamese).getProperty(key);
            if (text == null) return null;
            for (Map.Entry<String, String> value : values.entrySet()) {
                text = text.replace("{" + value.getKey() + "}", value.getValue());
            }
            return text;
        }

        private static Properties read(String language) {
            Properties texts = new Properties();
            Path file = Path.of("src/main/resources/messages_" + language + ".properties");
            try (Reader reader = Files.newBufferedReader(file)) {
                texts.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return texts;
        }
    }
}
