package vn.minhchung.audit.api;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.minhchung.audit.NumberMention;
import vn.minhchung.audit.SeriesKey;
import vn.minhchung.kernel.identifier.DocumentNumber;

/**
 * A series of document numbers as far as the record knows it: the documents in order of their numbers, and the numbers
 * between them that no event names. A gap is no proof of a missing paper: the issuer gives numbers to papers that have
 * nothing to do with the record.
 *
 * @param kind as printed, empty for letters
 */
record Series(SeriesKey key, String kind, List<Numbered> documents, List<Gap> gaps) {

    /**
     * One document: mentions of the same number with the same date, and those without a date where there is no other.
     *
     * @param later of the documents with a lower number and a later date the one dated last
     */
    record Numbered(
            int serial,
            String inserted,
            String number,
            @Nullable LocalDate date,
            List<String> issuers,
            Set<NumberFinding> findings,
            @Nullable Numbered later,
            List<NumberMention> mentions) {}

    /** Numbers {@code from} to {@code to}, both included, that no event names. */
    record Gap(int from, int to) {
        public int count() {
            return to - from + 1;
        }
    }

    private record Place(int serial, String inserted) {}

    private static final Comparator<Place> ORDER =
            Comparator.comparingInt(Place::serial).thenComparing(Place::inserted);

    static Series of(SeriesKey key, List<NumberMention> mentions) {
        Map<Place, List<NumberMention>> byNumber = new TreeMap<>(ORDER);
        for (NumberMention mention : mentions)
            byNumber.computeIfAbsent(new Place(mention.serial(), mention.inserted()), _ -> new ArrayList<>())
                    .add(mention);
        List<Numbered> documents = new ArrayList<>();
        Numbered latest = null;
        for (List<NumberMention> same : byNumber.values()) {
            List<Numbered> told = documents(key, same, latest);
            documents.addAll(told);
            for (Numbered each : told) if (isLater(each, latest)) latest = each;
        }
        return new Series(key, kind(mentions), List.copyOf(documents), gaps(byNumber.keySet()));
    }

    private static boolean isLater(Numbered each, @Nullable Numbered latest) {
        if (each.date() == null) return false;
        return latest == null || each.date().isAfter(Objects.requireNonNull(latest.date()));
    }

    /** @param latest of the documents with lower numbers the one dated last */
    private static List<Numbered> documents(SeriesKey key, List<NumberMention> same, @Nullable Numbered latest) {
        Map<LocalDate, List<NumberMention>> dated = new TreeMap<>();
        List<NumberMention> undated = new ArrayList<>();
        for (NumberMention mention : same) {
            if (mention.dated() == null) undated.add(mention);
            else dated.computeIfAbsent(mention.dated(), _ -> new ArrayList<>()).add(mention);
        }
        if (dated.size() == 1) dated.values().iterator().next().addAll(undated);
        List<Numbered> documents = new ArrayList<>();
        dated.forEach((date, mentions) -> documents.add(numbered(key, date, mentions, dated.size() > 1, latest)));
        if (dated.size() != 1 && !undated.isEmpty()) documents.add(numbered(key, null, undated, false, latest));
        return documents;
    }

    private static Numbered numbered(
            SeriesKey key,
            @Nullable LocalDate date,
            List<NumberMention> mentions,
            boolean duplicate,
            @Nullable Numbered latest) {
        List<NumberMention> inOrder = mentions.stream()
                .sorted(Comparator.comparingLong(NumberMention::position).thenComparing(NumberMention::place))
                .toList();
        NumberMention first = inOrder.getFirst();
        Set<NumberFinding> findings = EnumSet.noneOf(NumberFinding.class);
        if (!first.inserted().isEmpty()) findings.add(NumberFinding.INSERTED);
        if (duplicate) findings.add(NumberFinding.DUPLICATE);
        Numbered later = null;
        if (date == null) {
            findings.add(NumberFinding.UNDATED);
        } else {
            if (date.getYear() != key.year()) findings.add(NumberFinding.OTHER_YEAR);
            if (first.recordedOn().isBefore(date)) findings.add(NumberFinding.KNOWN_BEFORE_ISSUED);
            if (latest != null && date.isBefore(Objects.requireNonNull(latest.date()))) later = latest;
            if (later != null) findings.add(NumberFinding.OUT_OF_ORDER);
        }
        SortedSet<String> issuers = new TreeSet<>();
        inOrder.forEach(mention -> {
            if (mention.issuedBy() != null) issuers.add(mention.issuedBy());
        });
        return new Numbered(
                first.serial(),
                first.inserted(),
                first.number(),
                date,
                List.copyOf(issuers),
                Set.copyOf(findings),
                later,
                inOrder);
    }

    private static List<Gap> gaps(Set<Place> known) {
        List<Gap> gaps = new ArrayList<>();
        int before = 0;
        for (Place place : known) {
            if (place.serial() > before + 1) gaps.add(new Gap(before + 1, place.serial() - 1));
            before = place.serial();
        }
        return List.copyOf(gaps);
    }

    /** Abbreviations are compared in capitals and shown as they were first printed. */
    private static String kind(List<NumberMention> mentions) {
        String kind = mentions.isEmpty()
                ? null
                : DocumentNumber.parse(mentions.getFirst().number()).kind();
        return kind == null ? "" : kind;
    }

    int highest() {
        return documents.isEmpty() ? 0 : documents.getLast().serial();
    }

    int missing() {
        return gaps.stream().mapToInt(Gap::count).sum();
    }

    static SeriesKey key(String issuer, @Nullable String kind, int year, @Nullable String issuedBy) {
        return new SeriesKey(
                issuer.strip().toUpperCase(Locale.ROOT),
                kind == null ? "" : kind.strip().toUpperCase(Locale.ROOT),
                year,
                issuedBy == null || issuedBy.isBlank() ? null : issuedBy.strip());
    }
}
