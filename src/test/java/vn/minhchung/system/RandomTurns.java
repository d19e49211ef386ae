package vn.minhchung.system;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import vn.minhchung.demo.Cast;
import vn.minhchung.demo.Organisation;
import vn.minhchung.kernel.Id;
import vn.minhchung.testing.RunningSystem;

/** What a random story is planned around: a rule changes, a person is erased, the views are made again. */
final class RandomTurns {
    static final int LONGEST_PREPARATION = 6;

    /** The last command of each; what comes before it only prepares it. */
    private static final Set<String> LAST = Set.of(
            "switchRule",
            "decideCalendarYear",
            "overrideRuleVersion",
            "confirmRuleVersion",
            "endRuleVersion",
            "withdrawRuleVersion",
            "erasePerson",
            "rebuildViews");

    private static final String SWITCHED = "four-eyes.volume-withdrawal";
    private static final String OVERRIDDEN = "estimate.quotes";
    private static final Map<String, Object> PAPER = Sender.on("DECISION", "905/QĐ-SKHCN");
    private static final Map<String, Object> SOURCE = Map.of(
            "number", "905/QĐ-UBND",
            "article", "Điều 2",
            "title", "Quyết định trong câu chuyện",
            "vi", "Mức của tỉnh",
            "en", "A provincial figure");

    private final Sender sender;
    private final RunningSystem system;
    private final Random random;
    private final List<Runnable> rules = new ArrayList<>();
    private final Set<String> forgotten = new TreeSet<>();
    private int told;
    private int versions;
    private int switches;
    private String order = "";

    RandomTurns(RunningSystem system, Random random) {
        this.system = system;
        this.sender = new Sender(system);
        this.random = random;
    }

    Strand strand(StoryPlan.Turn turn) {
        told++;
        return Strand.whole(
                turn + " " + told,
                switch (turn) {
                    case RULE -> rule();
                    case ERASURE -> this::erasure;
                    case REBUILD -> this::rebuild;
                });
    }

    /** True when the next command is the turn itself. */
    boolean prepared(Strand strand) {
        Strand.Next next = strand.next();
        if (next == null || !LAST.contains(next.mutation())) return false;
        // what the officer records is not yet in force
        return !Cast.OFFICER.login().equals(next.client().login());
    }

    /** Each way once before any comes again. */
    private Runnable rule() {
        if (rules.isEmpty()) {
            String taken = "thu-" + ++versions;
            String recorded = "thu-" + ++versions;
            rules.addAll(List.of(
                    this::switched,
                    () -> calendar(0),
                    () -> override(Cast.COMMITTEE, taken, PAPER),
                    () -> calendar(1),
                    () -> ended(taken),
                    () -> {
                        override(Cast.OFFICER, recorded, Sender.recordedFor(Cast.COMMITTEE, "COMMITTEE"));
                        sender.does(Cast.ADMIN, "confirmRuleVersion", version(recorded, Map.of()));
                    },
                    () -> sender.does(Cast.DIRECTOR, "withdrawRuleVersion", version(recorded, Map.of()))));
        }
        return rules.removeFirst();
    }

    /** The demo left it a warning. */
    private void switched() {
        sender.does(
                Cast.DIRECTOR,
                "switchRule",
                Map.of(
                        "family",
                        SWITCHED,
                        "mode",
                        switches++ % 2 == 0 ? "REFUSE" : "WARN",
                        "seenAt",
                        Sender.NOW,
                        "decision",
                        PAPER));
    }

    /** Other days off, among those due days are counted over. */
    private void calendar(int yearsAhead) {
        int year = system.clock().today().getYear() + yearsAhead;
        List<Map<String, String>> daysOff = random.ints(0, 360)
                .distinct()
                .limit(25)
                .sorted()
                .mapToObj(day -> Map.of(
                        "date",
                        LocalDate.ofYearDay(year, 1 + day).toString(),
                        "vi",
                        "Ngày nghỉ trong câu chuyện",
                        "en",
                        "A day off in the story"))
                .toList();
        sender.does(
                Cast.DIRECTOR,
                "decideCalendarYear",
                Map.of(
                        "year",
                        year,
                        "confidence",
                        "ASSUMED",
                        "source",
                        SOURCE,
                        "daysOff",
                        daysOff,
                        "workedWeekends",
                        List.of(),
                        "seenAt",
                        Sender.NOW,
                        "decision",
                        PAPER));
    }

    /** For a month of its own in years no other version is about. */
    private void override(Cast who, String version, Map<String, Object> decision) {
        LocalDate from = LocalDate.of(2032, 1, 1).plusMonths(versions * 2L + (who == Cast.OFFICER ? 1 : 0));
        sender.does(
                who,
                "overrideRuleVersion",
                Map.ofEntries(
                        Map.entry("family", OVERRIDDEN),
                        Map.entry("overrides", "kiem-soat-noi-bo"),
                        Map.entry("version", version),
                        Map.entry("confidence", "ASSUMED"),
                        Map.entry("source", SOURCE),
                        Map.entry("validFrom", from.toString()),
                        Map.entry("validTo", from.plusMonths(1).minusDays(1).toString()),
                        Map.entry(
                                "parameters", List.of(Map.of("name", "max", "value", Integer.toString(30 + versions)))),
                        Map.entry("seenAt", Sender.NOW),
                        Map.entry("decision", decision)));
    }

    private void ended(String version) {
        LocalDate from = LocalDate.of(2032, 1, 1).plusMonths(versions * 2L);
        sender.does(
                Cast.DIRECTOR,
                "endRuleVersion",
                version(version, Map.of("lastDay", from.plusDays(10).toString())));
    }

    private static Map<String, Object> version(String version, Map<String, ?> more) {
        Map<String, Object> input = new HashMap<>(more);
        input.put("family", OVERRIDDEN);
        input.put("version", version);
        input.put("seenAt", Sender.NOW);
        input.put("decision", PAPER);
        return input;
    }

    private void erasure() {
        String person = Id.derived("person", "random story", "to be forgotten", Integer.toString(told));
        // none is the beginning of another
        String name = "Khuất Sẽ Quên Thứ %03d".formatted(told);
        String birthDate = "1990-03-%02d".formatted(1 + told % 28);
        String contact = "se-quen-%d@vi-du.example".formatted(told);
        String number = "0340900%05d".formatted(told);
        sender.does(
                Cast.OFFICER,
                "registerPerson",
                Map.of("person", person, "name", name, "birthDate", birthDate, "contact", contact));
        sender.does(
                Cast.OFFICER, "addPersonIdentifier", Map.of("person", person, "kind", "CITIZEN_ID", "value", number));
        sender.does(
                Cast.OFFICER,
                "addEmployment",
                Map.of(
                        "person",
                        person,
                        "organisation",
                        Organisation.HOST.id().value(),
                        "position",
                        "Nghiên cứu viên",
                        "from",
                        "2020-01-01"));
        Map<String, Object> letter = Sender.on("LETTER", "Đơn " + told);
        sender.does(Cast.OFFICER, "requestErasure", Map.of("person", person, "decision", letter));
        sender.does(Cast.DIRECTOR, "erasePerson", Map.of("person", person, "seenAt", Sender.NOW, "decision", letter));
        forgotten.addAll(List.of(name, birthDate, contact, number));
    }

    private void rebuild() {
        order = Id.derived("view-order", "random story", Integer.toString(told));
        sender.does(Cast.ADMIN, "rebuildViews", Map.of("order", order, "decision", PAPER));
    }

    /** The newest order to make the views again. */
    String order() {
        return order;
    }

    Set<String> forgotten() {
        return forgotten;
    }
}
