package vn.minhchung.audit.read;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.EventId;
import vn.minhchung.kernel.Recorded;
import vn.minhchung.kernel.StoryClock;
import vn.minhchung.kernel.identifier.DocumentNumber;
import vn.minhchung.kernel.view.Projector;
import vn.minhchung.kernel.view.RowTable;
import vn.minhchung.kernel.view.ViewTable;
import vn.minhchung.kernel.view.ViewWriter;

/** Every document number that an event of whichever module names. */
@Component
final class NumberProjector implements Projector {
    static final RowTable NUMBER = new RowTable(
            "audit_number",
            List.of(
                    "issuer text not null",
                    "kind text not null",
                    "year int not null",
                    "serial int not null",
                    "inserted text not null",
                    "number text not null",
                    "dated date",
                    "issued_by text",
                    "place text not null",
                    "event text not null",
                    "stream text not null",
                    "recorded_on date not null"),
            List.of("issuer, kind, year, position"));

    private static final String REQUEST = "request:";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public String name() {
        return "audit.Number";
    }

    @Override
    public List<ViewTable<?>> tables() {
        return List.of();
    }

    @Override
    public List<RowTable> rows() {
        return List.of(NUMBER);
    }

    /** Every event of a command carries its decision: what that rests on is written once, with the last of them. */
    @Override
    public void project(Recorded recorded, ViewWriter views) {
        if (recorded.stream().startsWith(REQUEST)) return;
        Decision decision = recorded.envelope().lastPart() ? recorded.envelope().decision() : null;
        LocalDate day = LocalDate.ofInstant(recorded.recordedAt(), StoryClock.ZONE);
        var payload = JSON.readTree(new String(recorded.payload(), StandardCharsets.UTF_8));
        for (NumberMentions.Mention mention : NumberMentions.of(payload, decision)) {
            DocumentNumber number = mention.number();
            views.insert(
                    NUMBER,
                    issuer(number),
                    capitals(number.kind() == null ? "" : number.kind()),
                    year(number, mention.dated(), day),
                    serial(number),
                    number.serial().replaceAll("[0-9]", ""),
                    number.toString(),
                    mention.dated(),
                    mention.issuedBy(),
                    mention.place(),
                    EventId.of(recorded.id()).value(),
                    recorded.stream(),
                    day);
        }
    }

    /** Texts of law have a series of their own; elsewhere the drafting unit after the issuer does not make one. */
    static String issuer(DocumentNumber number) {
        String issuer = number.issuer();
        int unit = issuer.indexOf('-');
        return capitals(number.year() != null || unit < 0 ? issuer : issuer.substring(0, unit));
    }

    static String capitals(String abbreviation) {
        return abbreviation.toUpperCase(Locale.ROOT);
    }

    private static int serial(DocumentNumber number) {
        return Integer.parseInt(number.serial().replaceAll("[^0-9]", ""));
    }

    /** That of the number where it carries one, else of its date; without a date it counts for the year it was recorded in. */
    private static int year(DocumentNumber number, @Nullable LocalDate dated, LocalDate recordedOn) {
        if (number.year() != null) return number.year();
        return dated == null ? recordedOn.getYear() : dated.getYear();
    }
}
