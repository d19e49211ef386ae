package vn.minhchung.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import vn.minhchung.access.AccountCommand.CreateAccount;
import vn.minhchung.access.AccountCommand.GrantRole;
import vn.minhchung.access.AccountCommand.LockAccount;
import vn.minhchung.access.AccountCommand.ResetCredential;
import vn.minhchung.access.AccountCommand.RevokeRole;
import vn.minhchung.access.AccountCommand.UnlockAccount;
import vn.minhchung.access.DelegationCommand.ConfirmDelegation;
import vn.minhchung.access.DelegationCommand.DelegateRole;
import vn.minhchung.access.DelegationCommand.EndDelegation;
import vn.minhchung.access.DelegationId;
import vn.minhchung.access.SignatoryCommand.ConfirmSignatory;
import vn.minhchung.access.SignatoryCommand.RegisterSignatory;
import vn.minhchung.access.SignatoryCommand.RemoveSignatory;
import vn.minhchung.access.SignatoryRank;
import vn.minhchung.access.SignaturePosition;
import vn.minhchung.kernel.AccountId;
import vn.minhchung.kernel.Id;
import vn.minhchung.kernel.LegalBasis;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.Secret;
import vn.minhchung.kernel.text.Certainty;
import vn.minhchung.people.PersonCommand.CorrectPerson;
import vn.minhchung.people.PersonCommand.RegisterPerson;
import vn.minhchung.projects.PastCell;
import vn.minhchung.projects.PastField;
import vn.minhchung.projects.ProjectCommand.RecordPastTask;
import vn.minhchung.rules.CalendarCommand.ConfirmCalendarYear;
import vn.minhchung.rules.CalendarCommand.DecideCalendarYear;
import vn.minhchung.rules.CalendarYear;
import vn.minhchung.rules.Confidence;
import vn.minhchung.rules.LegalSource;
import vn.minhchung.rules.RuleCommand.ConfirmRuleVersion;
import vn.minhchung.rules.RuleCommand.EndRuleVersion;
import vn.minhchung.rules.RuleCommand.OverrideRuleVersion;
import vn.minhchung.rules.RuleCommand.WithdrawRuleVersion;
import vn.minhchung.rules.RuleParameter;
import vn.minhchung.rules.RuleProposals;

/** What an office does beside its tasks: people come and go, roles are lent and taken back, the province sets its own figures. */
final class DemoOffice {
    static final int CALENDAR = 2027;
    private static final String QUOTES = "estimate.quotes";
    private static final String PROVINCIAL = "hy-2026";
    private static final PersonId CLERK = new PersonId(Id.derived("person", "demo", "clerk"));
    private static final AccountId CLERKS = new AccountId(Id.derived("account", "demo", "clerk"));
    private static final DelegationId LENT = new DelegationId(Id.derived("delegation", "demo", "registrar"));

    private final Story story;
    private final Agenda agenda;
    private final Secret password;
    private final RuleProposals proposals;

    DemoOffice(Story story, Agenda agenda, Secret password, RuleProposals proposals) {
        this.story = story;
        this.agenda = agenda;
        this.password = password;
        this.proposals = proposals;
    }

    void note() {
        clerk(LocalDate.of(2025, 8, 4));
        lent(LocalDate.of(2025, 9, 15));
        hostSignature(LocalDate.of(2024, 5, 6));
        provincialFigure(LocalDate.of(2026, 3, 16));
        calendar(LocalDate.of(2026, 6, 8));
        pastTask(LocalDate.of(2024, 6, 10));
    }

    /** A new clerk: account, a role for some months, a lost token, and the end of it. */
    private void clerk(LocalDate day) {
        agenda.note(day, () -> {
            admin("Hồ sơ tuyển dụng")
                    .does(new RegisterPerson(CLERK, story.seal(CLERK, "Tạ Thư Nhàn"), "CN.", null, null, null));
            admin("Cấp tài khoản cho người mới")
                    .does(new CreateAccount(CLERKS, CLERK, story.seal(CLERK, "clerk"), password));
            admin("Phân công văn thư").does(new GrantRole(CLERKS, Role.REGISTRAR, null, day, day.plusMonths(8)));
        });
        agenda.note(
                day.plusDays(7),
                () -> story.as(Cast.OFFICER)
                        .because("Đã có bằng thạc sĩ")
                        .does(new CorrectPerson(CLERK, null, "ThS.", null, null, null)));
        LocalDate lost = day.plusMonths(3);
        agenda.note(lost, () -> admin("Người dùng báo mất máy tính cá nhân").does(new LockAccount(CLERKS)));
        agenda.note(lost.plusDays(1), () -> {
            admin("Đặt lại mật khẩu sau khi mất máy").does(new ResetCredential(CLERKS, password));
            admin("Đã đổi mật khẩu").does(new UnlockAccount(CLERKS));
        });
        agenda.note(
                day.plusMonths(7),
                () -> admin("Chuyển công tác sang Sở Nội vụ").does(new RevokeRole(CLERKS, Role.REGISTRAR, null)));
    }

    /** The registrar's role is lent on paper for a fortnight and taken back earlier. */
    private void lent(LocalDate day) {
        agenda.note(
                day,
                () -> story.as(Cast.OFFICER)
                        .because("Ghi theo giấy uỷ quyền")
                        .under(LegalBasis.Kind.AUTHORISATION, "05/GUQ-VP", "Văn phòng Sở", day)
                        .recordingFor(Cast.REGISTRAR.person(), Role.REGISTRAR, "Văn thư Sở", day, "05/GUQ-VP")
                        .does(new DelegateRole(
                                LENT,
                                Cast.REGISTRAR.account(),
                                CLERKS,
                                Role.REGISTRAR,
                                null,
                                day,
                                day.plusDays(14),
                                false,
                                null)));
        agenda.note(
                day.plusDays(1),
                () -> story.as(Cast.DIRECTOR)
                        .because("Đã đối chiếu với giấy uỷ quyền")
                        .does(new ConfirmDelegation(LENT)));
        agenda.note(
                day.plusDays(9),
                () -> story.as(Cast.REGISTRAR).because("Đã trở lại làm việc").does(new EndDelegation(LENT)));
    }

    /** A host registers the signature of its head at the treasury; a year later the accountant's papers need it no more. */
    private void hostSignature(LocalDate day) {
        agenda.note(
                day,
                () -> story.as(Cast.OFFICER)
                        .because("Ghi theo bản đăng ký mẫu chữ ký")
                        .under(LegalBasis.Kind.LETTER, "19/VRQ-KT", Organisation.HOST2.fullName(), day)
                        .recordingFor(Cast.HOST2_HEAD.person(), Role.HOST_HEAD, "Viện trưởng", day, "19/VRQ-KT")
                        .does(new RegisterSignatory(
                                Organisation.HOST2.id(),
                                Cast.HOST2_HEAD.person(),
                                SignaturePosition.FIRST,
                                SignatoryRank.HEAD,
                                day,
                                null)));
        agenda.note(
                day.plusDays(1),
                () -> story.as(Cast.REGISTRAR)
                        .because("Đã đối chiếu với bản đăng ký")
                        .does(new ConfirmSignatory(Organisation.HOST2.id(), 1)));
        LocalDate ended = day.plusYears(1);
        agenda.note(
                ended,
                () -> story.as(Cast.OFFICER)
                        .because("Viện đăng ký lại mẫu chữ ký tại Kho bạc Nhà nước khu vực")
                        .does(new RemoveSignatory(Organisation.HOST2.id(), 1, ended.plusDays(1))));
    }

    /** Inside what the national text leaves to the province; ended early, and found to have lacked a signature. */
    private void provincialFigure(LocalDate day) {
        String number = "412/QĐ-UBND";
        agenda.note(
                day,
                () -> story.as(Cast.OFFICER)
                        .because("Ghi theo quyết định của UBND tỉnh")
                        .under(LegalBasis.Kind.DECISION, number, "UBND tỉnh Hưng Yên", day)
                        .recordingFor(Cast.COMMITTEE.person(), Role.COMMITTEE, "Chủ tịch UBND tỉnh", day, number)
                        .does(new OverrideRuleVersion(
                                QUOTES,
                                "kiem-soat-noi-bo",
                                PROVINCIAL,
                                Confidence.ASSUMED,
                                new LegalSource(
                                        number,
                                        "Điều 2",
                                        "Quyết định về lập dự toán nhiệm vụ KH&CN cấp tỉnh",
                                        "Báo giá không quá 60 ngày",
                                        "A quote is not older than 60 days"),
                                day.plusDays(15),
                                null,
                                RuleParameter.listOf(Map.of("max", "60")))));
        agenda.note(
                day.plusDays(1),
                () -> admin("Đã đối chiếu với bản chụp quyết định").does(new ConfirmRuleVersion(QUOTES, PROVINCIAL)));
        LocalDate ended = day.plusMonths(1);
        agenda.note(
                ended,
                () -> story.as(Cast.DIRECTOR)
                        .because("UBND tỉnh bãi bỏ quy định từ cuối tháng")
                        .under(LegalBasis.Kind.DECISION, "530/QĐ-UBND", "UBND tỉnh Hưng Yên", ended)
                        .does(new EndRuleVersion(QUOTES, PROVINCIAL, ended.plusDays(14))));
        agenda.note(
                ended.plusMonths(1),
                () -> story.as(Cast.DIRECTOR)
                        .because("Quyết định ban hành không đúng thẩm quyền, bị thu hồi")
                        .under(LegalBasis.Kind.DECISION, "655/QĐ-UBND", "UBND tỉnh Hưng Yên", ended.plusMonths(1))
                        .does(new WithdrawRuleVersion(QUOTES, PROVINCIAL)));
    }

    /** The next year's days off are decided on paper, for due days that reach into it. */
    private void calendar(LocalDate day) {
        CalendarYear year = proposals.calendars().stream()
                .filter(each -> each.year() == CALENDAR)
                .findFirst()
                .orElseThrow();
        agenda.note(
                day,
                () -> story.as(Cast.OFFICER)
                        .because("Ghi theo quyết định dự kiến lịch nghỉ năm sau")
                        .under(LegalBasis.Kind.DECISION, "61/QĐ-SKHCN", "Sở KH&CN Hưng Yên", day)
                        .recordingFor(Cast.DIRECTOR.person(), Role.DIRECTOR, "Giám đốc Sở", day, "61/QĐ-SKHCN")
                        .does(new DecideCalendarYear(
                                year.year(), year.confidence(), year.source(), year.daysOff(), year.workedWeekends())));
        agenda.note(
                day.plusDays(1), () -> admin("Đã đối chiếu với quyết định").does(new ConfirmCalendarYear(CALENDAR)));
    }

    /** One line of a printed yearbook, typed as it stands. */
    private void pastTask(LocalDate day) {
        String title = "Bảo tồn giống nhãn lồng Hưng Yên";
        agenda.note(
                day,
                () -> story.as(Cast.REGISTRAR)
                        .because("Bổ sung nhiệm vụ chỉ có trong niên giám in")
                        .does(new RecordPastTask(
                                new ProjectId(Id.derived("project", "demo", "yearbook")),
                                "Niên giám KH&CN tỉnh Hưng Yên 2009",
                                null,
                                day,
                                List.of(new PastCell(
                                        PastField.TITLE,
                                        "Tên nhiệm vụ",
                                        List.of(PastCell.Fragment.text(title)),
                                        title,
                                        Certainty.EXACT,
                                        null)))));
    }

    private Story.As admin(String why) {
        return story.as(Cast.ADMIN).because(why);
    }
}
