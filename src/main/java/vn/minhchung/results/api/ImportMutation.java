package vn.minhchung.results.api;

import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.command.MayBeSentBy;
import vn.minhchung.kernel.graphql.BulkMutation;
import vn.minhchung.kernel.text.PlainText;
import vn.minhchung.results.ImportReport;
import vn.minhchung.results.ImportReport.State;
import vn.minhchung.results.ImportRequest;
import vn.minhchung.results.PastTaskImport;

/** {@code importPastTasks}: input to request, report to payload. */
@Component
@MayBeSentBy(mutation = "importPastTasks", roles = Role.OFFICER)
class ImportMutation implements BulkMutation {
    private final PastTaskImport imports;

    ImportMutation(PastTaskImport imports) {
        this.imports = imports;
    }

    @Override
    public Done carryOut(Map<String, Object> input, Decision decision, String inputHash, Locale language) {
        ImportReport report = imports.run(request(input, language), decision, inputHash);
        return new Done(Map.of("report", report), report.outcomes(), refusal(report));
    }

    private static ImportRequest request(Map<String, Object> input, Locale language) {
        Map<?, ?> source = input.get("source") instanceof Map<?, ?> given ? given : Map.of();
        String title = text(source.get("title"));
        if (title == null || PlainText.saysNothing(title)) {
            throw Refusal.of(ErrorCode.INVALID_INPUT, "problem", "missing").at("source", "title");
        }
        return new ImportRequest(
                String.valueOf(input.get("fileName")),
                content(String.valueOf(input.get("content"))),
                new ImportRequest.Source(title, text(source.get("url")), (LocalDate) source.get("retrievedOn")),
                !Boolean.FALSE.equals(input.get("dryRun")),
                Boolean.TRUE.equals(input.get("goodLinesOnly")),
                language);
    }

    /** Line ends and spaces that mail programs put in are ignored. */
    private static byte[] content(String base64) {
        try {
            return Base64.getDecoder().decode(base64.replaceAll("\\s", ""));
        } catch (IllegalArgumentException e) {
            throw (Refusal) Refusal.of(ErrorCode.INVALID_INPUT, "problem", "base64")
                    .at("content")
                    .initCause(e);
        }
    }

    /** Asked to record, and did not: some line is not clear. */
    private static @Nullable Refusal refusal(ImportReport report) {
        List<String> unclear = report.lines().stream()
                .filter(line -> line.state() == State.UNCLEAR)
                .map(line -> Integer.toString(line.line()))
                .toList();
        boolean blocked = !report.dryRun() && !report.goodLinesOnly() && !unclear.isEmpty();
        return blocked
                ? Refusal.of(
                                ErrorCode.IMPORT_LINE_UNCLEAR,
                                "unclear",
                                unclear.size(),
                                "lines",
                                String.join(", ", unclear.subList(0, Math.min(unclear.size(), 20))))
                        .at("content")
                : null;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
