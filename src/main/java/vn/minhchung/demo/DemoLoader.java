package vn.minhchung.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import vn.minhchung.access.AccountCommand.ResetCredential;
import vn.minhchung.access.Bootstrap;
import vn.minhchung.access.DelegationCommand.ConfirmDelegation;
import vn.minhchung.access.DelegationCommand.DelegateRole;
import vn.minhchung.access.DelegationId;
import vn.minhchung.kernel.Actor;
import vn.minhchung.kernel.Capacity;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.Id;
import vn.minhchung.kernel.LegalBasis;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.PersonalData;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.RecordedEvents;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.Secret;
import vn.minhchung.kernel.StoryClock;
import vn.minhchung.kernel.command.Commands;
import vn.minhchung.kernel.command.Competence;
import vn.minhchung.kernel.command.InsistingCommands;
import vn.minhchung.kernel.command.MayBeSentBy;
import vn.minhchung.kernel.command.RefusalLog;
import vn.minhchung.kernel.command.RequestLog;
import vn.minhchung.kernel.graphql.Logins;
import vn.minhchung.kernel.graphql.Texts;
import vn.minhchung.kernel.view.Views;
import vn.minhchung.people.OrganisationCommand.AddOrganisationAlias;
import vn.minhchung.people.PersonCommand.ErasePerson;
import vn.minhchung.people.PersonCommand.RegisterPerson;
import vn.minhchung.people.PersonCommand.RequestErasure;
import vn.minhchung.projects.ProjectCommand.RecordPastTask;
import vn.minhchung.results.ImportReport;
import vn.minhchung.results.ImportRequest;
import vn.minhchung.results.PastTaskImport;
import vn.minhchung.rules.RuleProposals;

/**
 * Loads two and a half years of a department's life into an empty store. What was cut off is told again from the start: known steps
 * answer at once, the rest is added.
 */
@Component
@Profile("demo")
public class DemoLoader {
    /** Where the story ends unless {@code minhchung.demo.today} says otherwise. */
    public static final LocalDate LAST_DAY = LocalDate.of(2026, 6, 30);

    /** About so many steps the whole story has; a test holds this number to the story. */
    public static final int STEPS = 1_400;

    private static final String STORY = "demo";
    private static final String END = "demo-end";
    private static final PersonId TO_BE_FORGOTTEN = new PersonId(Id.derived("person", "demo", "left-the-project"));

    private final Commands commands;
    private final Logins logins;
    private final StoryClock clock;
    private final Views views;
    private final PersonalData personalData;
    private final RefusalLog refusals;
    private final RequestLog requests;
    private final RecordedEvents events;
    private final Bootstrap bootstrap;
    private final RuleProposals proposals;
    private final PastTaskImport pastTasks;

    DemoLoader(
            Commands commands,
            Logins logins,
            StoryClock clock,
            Views views,
            PersonalData personalData,
            RefusalLog refusals,
            RequestLog requests,
            RecordedEvents events,
            Bootstrap bootstrap,
            RuleProposals proposals,
            PastTaskImport pastTasks) {
        this.commands = new InsistingCommands(commands);
        this.logins = logins;
        this.clock = clock;
        this.views = views;
        this.personalData = personalData;
        this.refusals = refusals;
        this.requests = requests;
        this.events = events;
        this.bootstrap = bootstrap;
        this.proposals = proposals;
        this.pastTasks = pastTasks;
    }

    public static ProjectId firstTask() {
        return DemoTask.all().getFirst().id();
    }

    public static OrganisationId department() {
        return Organisation.DEPARTMENT.id();
    }

    /** True when nothing is recorded yet, or the story was cut off. */
    boolean wanted() {
        return events.head() == 0 || (views.await(1) && begun() && !ended());
    }

    private boolean begun() {
        return logins.actor(Cast.ADMIN.login()).isPresent();
    }

    private boolean ended() {
        return requests.find("request:%s:addOrganisationAlias:%s"
                        .formatted(Cast.OFFICER.account().value(), END))
                .isPresent();
    }

    /**
     * Tells the story.
     *
     * @param today the story's last day
     * @param afterStep told after every step
     */
    public int load(Secret password, LocalDate today, Runnable afterStep) {
        Story story = new Story(commands, logins, clock, views, personalData, refusals, STORY, afterStep);
        story.on(LocalDate.of(2024, 1, 2));
        bootstrap.administrator(Cast.ADMIN.personName(), Cast.ADMIN.login(), password);
        if (!views.await(events.head())) throw new IllegalStateException("the views do not follow");
        new DemoPeople(story, password).tell();
        new DemoRules(story, proposals).tell();
        importPastTasks();

        Agenda agenda = new Agenda();
        DemoMoney money = new DemoMoney(story, agenda);
        DemoTasks tasks = new DemoTasks(story, agenda, money);
        money.note();
        tasks.note();
        new DemoAdjustments(story, agenda).note();
        tasks.corrected(LocalDate.of(2024, 11, 4));
        tasks.recoded(LocalDate.of(2025, 7, 14));
        agenda.note(LocalDate.of(2024, 9, 3), () -> new DemoRules(story, proposals).switched(LocalDate.of(2024, 9, 3)));
        agenda.note(LocalDate.of(2025, 3, 3), () -> new DemoPeople(story, password).renamed(LocalDate.of(2025, 3, 3)));
        agenda.note(LocalDate.of(2024, 12, 2), () -> delegation(story, LocalDate.of(2024, 12, 2)));
        agenda.note(LocalDate.of(2025, 2, 10), () -> erasure(story));
        new YearEndStory(story.part("yearend"), agenda).note();
        new DemoOffice(story.part("office"), agenda, password, proposals).note();
        new TopicStory(story.part(TopicTask.KEY), agenda).note();
        new RefundStory(story.part("refund"), agenda).note();
        agenda.run(story, today);

        story.on(today);
        story.as(Cast.OFFICER)
                .because("Kết thúc bản trình diễn")
                .under(LegalBasis.Kind.OTHER, END, "Sở KH&CN", today)
                .ending(END, new AddOrganisationAlias(Organisation.HOST2.id(), "Viện Rau quả", null, null));
        return story.steps();
    }

    /** The deputy acts as director while the director is away. */
    private static void delegation(Story story, LocalDate day) {
        story.as(Cast.DIRECTOR)
                .because("Đi công tác")
                .under(LegalBasis.Kind.AUTHORISATION, "03/GUQ-SKHCN", "Sở KH&CN Hưng Yên", day)
                .does(new DelegateRole(
                        new DelegationId(Id.derived("delegation", STORY, "1")),
                        Cast.DIRECTOR.account(),
                        Cast.DEPUTY.account(),
                        Role.DIRECTOR,
                        null,
                        day,
                        day.plusDays(14),
                        false,
                        null));
        story.as(Cast.OFFICER)
                .because("Đã đối chiếu với giấy uỷ quyền")
                .does(new ConfirmDelegation(new DelegationId(Id.derived("delegation", STORY, "1"))));
    }

    /** Somebody who never took part asks to be forgotten; a second person approves. */
    private static void erasure(Story story) {
        story.as(Cast.OFFICER)
                .because("Đăng ký tham gia nhưng đã rút")
                .does(new RegisterPerson(
                        TO_BE_FORGOTTEN,
                        story.seal(TO_BE_FORGOTTEN, "Đinh Rút Lui"),
                        "CN.",
                        story.seal(TO_BE_FORGOTTEN, "1991-02-03"),
                        null,
                        null));
        story.as(Cast.OFFICER)
                .because("Theo yêu cầu của chủ thể dữ liệu")
                .under(LegalBasis.Kind.LETTER, "Đơn ngày 10/02/2025", "Chủ thể dữ liệu", LocalDate.of(2025, 2, 10))
                .does(new RequestErasure(TO_BE_FORGOTTEN));
        story.as(Cast.DIRECTOR)
                .because("Không còn nghĩa vụ lưu giữ")
                .under(LegalBasis.Kind.LETTER, "Đơn ngày 10/02/2025", "Chủ thể dữ liệu", LocalDate.of(2025, 2, 10))
                .does(new ErasePerson(TO_BE_FORGOTTEN));
    }

    /** The second door: what sources say about tasks of the past, through the same import as a file of a department. */
    private void importPastTasks() {
        Actor officer = logins.actor(Cast.OFFICER.login()).orElseThrow();
        MayBeSentBy declared = RecordPastTask.class.getAnnotation(MayBeSentBy.class);
        LocalDate today = clock.today();
        Decision decision = new Decision(
                officer.knownBy(Map.of("method", "STORY")),
                Competence.taken(officer, declared, Capacity.SELF, today),
                List.of(),
                "Nhập danh mục nhiệm vụ đã công bố",
                today,
                today,
                null,
                null,
                STORY + "-past",
                "importPastTasks",
                STORY + "-past",
                STORY);
        ImportReport report = pastTasks.run(
                new ImportRequest(
                        "vn_tasks.csv",
                        file(),
                        new ImportRequest.Source("Nhiệm vụ KH&CN đã công bố trên trang của các sở và báo", null, null),
                        false,
                        true,
                        Texts.VI),
                decision,
                STORY + "-past");
        if (report.lines().isEmpty()) throw new IllegalStateException("no past task was read");
        if (!views.await(events.head())) throw new IllegalStateException("the views do not follow");
    }

    private static byte[] file() {
        try (InputStream in = DemoLoader.class.getResourceAsStream("/demo/vn_tasks.csv")) {
            if (in == null) throw new IllegalStateException("missing demo/vn_tasks.csv");
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The clock of a demo that is loaded: the story's last day, or the last thing that happened since. */
    void moveClockOn(LocalDate today) {
        clock.moveTo(today.atTime(LocalTime.of(17, 0)).atZone(StoryClock.ZONE).toInstant());
        long head = events.head();
        if (head > 0)
            clock.moveTo(events.read(head - 1, 1).getLast().recordedAt().plusMillis(1));
    }

    /** Another password than the one the demo was loaded with is set anew, on record. */
    void keepPassword(Secret password) {
        if (logins.matches(Cast.OFFICER.login(), password.value())) return;
        Story story =
                new Story(commands, logins, clock, views, personalData, refusals, STORY + "-" + clock.now(), () -> {});
        for (Cast who : Cast.values()) {
            story.as(Cast.ADMIN)
                    .because("Mật khẩu bản trình diễn được đặt lại khi khởi động")
                    .does(new ResetCredential(who.account(), password));
        }
    }
}
