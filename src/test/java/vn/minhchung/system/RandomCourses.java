package vn.minhchung.system;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import vn.minhchung.demo.Cast;
import vn.minhchung.demo.Organisation;
import vn.minhchung.kernel.Id;
import vn.minhchung.kernel.Role;
import vn.minhchung.testing.AdjustmentRequests;
import vn.minhchung.testing.Advance;
import vn.minhchung.testing.AdvanceRequests;
import vn.minhchung.testing.ClearingRequests;
import vn.minhchung.testing.Errands;
import vn.minhchung.testing.ReportingRequests;
import vn.minhchung.testing.RunningSystem;
import vn.minhchung.testing.YearEndRequests;

/**
 * The courses of a random story: scenes that are told once, and what goes on all the time with ever new objects: tasks are
 * approved and paid, what was paid is settled, tasks are adjusted and reported on, people and organisations come and change.
 */
final class RandomCourses {
    /** Scenes told once have numbers below, or of three digits that begin with 9. */
    private static final int FIRST_TASK = 110;

    private static final int MOST_TASKS = 80;

    /** A scene is told once in so many courses, so that scenes are spread over the story. */
    private static final int COURSES_TO_A_SCENE = 3;

    private static final Map<String, Object> PAPER = Sender.on("DECISION", "906/QĐ-SKHCN");

    private final RunningSystem system;
    private final Sender sender;
    private final Random random;
    private final List<Strand> scenes;
    private final List<Advance> advances = new ArrayList<>();
    private int told;
    private int tasks;

    /** @param scenes told once each, in any order */
    RandomCourses(RunningSystem system, Random random, List<Strand> scenes) {
        this.system = system;
        this.sender = new Sender(system);
        this.random = random;
        this.scenes = new ArrayList<>(scenes);
        Collections.shuffle(this.scenes, random);
    }

    boolean scenesTold() {
        return scenes.isEmpty();
    }

    /** While it is told nothing else is. */
    boolean undisturbed(Strand strand) {
        return RandomScenes.UNDISTURBED.contains(strand.toString());
    }

    Strand next() {
        told++;
        if (!scenes.isEmpty() && told % COURSES_TO_A_SCENE == 0) return scenes.removeLast();
        int number = told;
        Course course = tasks == 0 ? Course.TASK : Course.values()[random.nextInt(Course.values().length)];
        return switch (course) {
            case TASK -> tasks == MOST_TASKS ? strand(course, () -> person(number)) : strand(course, this::task);
            case PAPER -> tasks == MOST_TASKS ? strand(course, () -> person(number)) : strand(course, this::paper);
            case LIFE -> tasks == MOST_TASKS ? strand(course, () -> person(number)) : strand(course, this::life);
            case RETURNS -> onAdvance(course, AdvanceRequests::new, number);
            case CLEARING -> onAdvance(course, ClearingRequests::new, number);
            case ADJUSTMENTS -> onAdvance(course, AdjustmentRequests::new, number);
            case REPORTS ->
                onAdvance(course, advance -> new ReportingRequests(advance.project(), advance.on()), number);
            case YEAR_END -> errand(course, new YearEndRequests(today()), number);
            case PERSON -> strand(course, () -> person(number));
            case ORGANISATION -> strand(course, () -> organisation(number));
            case ACCOUNT -> strand(course, () -> account(number));
        };
    }

    private enum Course {
        TASK,
        PAPER,
        LIFE,
        RETURNS,
        CLEARING,
        ADJUSTMENTS,
        REPORTS,
        YEAR_END,
        PERSON,
        ORGANISATION,
        ACCOUNT
    }

    @FunctionalInterface
    private interface OnAdvance {
        Errands of(Advance advance);
    }

    private Strand strand(Course course, Runnable script) {
        return Strand.asFarAsItGoes(course + " " + told, script);
    }

    /** What is done about an advance that was paid; before any is, a task is begun. */
    private Strand onAdvance(Course course, OnAdvance errands, int number) {
        if (advances.isEmpty()) return strand(Course.PERSON, () -> person(number));
        return errand(course, errands.of(advances.get(random.nextInt(advances.size()))), number);
    }

    private Strand errand(Course course, Errands errands, int number) {
        return strand(course, () -> {
            for (Errands.Request request : errands.of(new Errands.Turn(0, number)))
                for (Errands.Mutation mutation : request.mutations()) {
                    Map<String, Object> input = new HashMap<>(mutation.input());
                    if (mutation.seen()) input.put("seenAt", Sender.NOW);
                    sender.does(request.login(), mutation.name(), input);
                }
        });
    }

    /** Approved, contracted, financed, and an advance is paid. */
    private void task() {
        Scene scene = new Scene(system, FIRST_TASK + tasks++);
        scene.approved();
        scene.contracted();
        scene.financed();
        String paper = scene.sent();
        sender.does(Cast.ACCOUNTANT, "recordExecution", scene.execution(paper));
        sender.does(Cast.CHIEF_ACCOUNTANT, "confirmTreasuryFact", Scene.step(paper));
        advances.add(new Advance(paper, scene.project(), scene.appropriation(), "REMUNERATION", "7017", today()));
    }

    /** An advance is prepared; now it is given up, now its execution turns out to be recorded wrongly, now it comes back. */
    private void paper() {
        Scene scene = new Scene(system, FIRST_TASK + tasks++);
        scene.approved();
        scene.contracted();
        scene.financed();
        String paper = scene.prepared(Cast.ACCOUNTANT.login());
        sender.does(Cast.CHIEF_ACCOUNTANT, "signSecond", Scene.step(paper));
        if (random.nextInt(3) == 0) {
            sender.does(Cast.ACCOUNTANT, "cancelTreasuryPaper", because(paper, "Lập trùng"));
            return;
        }
        sender.does(Cast.DIRECTOR, "signFirst", Scene.step(paper));
        sender.does(Cast.ACCOUNTANT, "sendToTreasury", Scene.step(paper));
        while (random.nextInt(3) != 0) {
            if (random.nextBoolean()) {
                sender.does(Cast.ACCOUNTANT, "recordExecution", scene.execution(paper));
                sender.does(Cast.CHIEF_ACCOUNTANT, "rejectTreasuryFact", because(paper, "Không khớp chứng từ"));
            } else {
                Map<String, Object> returning = because(paper, "Thiếu bảng kê");
                returning.put("returnedOn", today().toString());
                returning.put("decision", Sender.on("TREASURY_VOUCHER", "TL-" + paper.substring(paper.length() - 6)));
                sender.does(Cast.ACCOUNTANT, "recordReturn", returning);
                sender.does(Cast.CHIEF_ACCOUNTANT, "confirmTreasuryFact", Scene.step(paper));
                sender.does(Cast.ACCOUNTANT, "resendTreasuryPaper", Scene.step(paper));
            }
        }
    }

    private static Map<String, Object> because(String paper, String reason) {
        Map<String, Object> input = new HashMap<>(Scene.step(paper));
        input.put("reason", reason);
        return input;
    }

    /** A task without money is suspended, or accepted. */
    private void life() {
        Scene scene = new Scene(system, FIRST_TASK + tasks++);
        scene.approved();
        scene.contracted();
        LifeStory life = new LifeStory(system, () -> {});
        if (random.nextBoolean()) life.stopped(scene.project());
        else life.passed(scene.project());
    }

    private void person(int number) {
        String person = Id.derived("person", "random story", Integer.toString(number));
        sender.does(
                Cast.OFFICER,
                "registerPerson",
                Map.of("person", person, "name", "Tống Ngẫu Nhiên " + number, "birthDate", "1985-04-01"));
        sender.does(
                Cast.OFFICER,
                "addEmployment",
                Map.of(
                        "person",
                        person,
                        "organisation",
                        Organisation.HOST2.id().value(),
                        "position",
                        "Kỹ thuật viên",
                        "from",
                        today().minusYears(1).toString()));
        sender.does(
                Cast.OFFICER,
                "correctPerson",
                Map.of("person", person, "name", "Tống Ngẫu Nhiên Đúng " + number, "decision", PAPER));
        sender.does(Cast.OFFICER, "endEmployment", Map.of("person", person, "number", 1, "to", today().toString()));
    }

    private void organisation(int number) {
        String organisation = Id.derived("organisation", "random story", Integer.toString(number));
        sender.does(
                Cast.OFFICER,
                "registerOrganisation",
                Map.of("organisation", organisation, "name", "Công ty Ngẫu nhiên " + number, "kind", "ENTERPRISE"));
        sender.does(
                Cast.OFFICER,
                "addOrganisationAlias",
                Map.of("organisation", organisation, "alias", "Ngẫu nhiên " + number));
        sender.does(
                Cast.OFFICER,
                "renameOrganisation",
                Map.of(
                        "organisation",
                        organisation,
                        "name",
                        "Công ty Ngẫu nhiên Mới " + number,
                        "from",
                        today().toString(),
                        "decision",
                        PAPER));
    }

    private void account(int number) {
        String login = "ngau-nhien-" + number;
        String account = Scene.account(sender, login, Role.OFFICER);
        Map<String, Object> locking = Map.of("account", account, "decision", PAPER);
        if (random.nextBoolean()) {
            sender.does(Cast.ADMIN, "lockAccount", locking);
            sender.does(Cast.ADMIN, "unlockAccount", locking);
        } else {
            String other = Scene.account(sender, login + "-thay");
            Scene.delegate(sender, login, account, other, Map.of("role", "OFFICER"));
        }
        sender.does(Cast.ADMIN, "revokeRole", Map.of("account", account, "role", "OFFICER", "decision", PAPER));
    }

    private LocalDate today() {
        return system.clock().today();
    }
}
