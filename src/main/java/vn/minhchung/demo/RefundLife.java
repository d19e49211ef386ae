package vn.minhchung.demo;

import static vn.minhchung.demo.DemoMoney.million;

import java.time.LocalDate;
import java.util.List;
import vn.minhchung.kernel.LegalBasis;
import vn.minhchung.kernel.Role;
import vn.minhchung.projects.AssetManner;
import vn.minhchung.projects.Attendance;
import vn.minhchung.projects.CoreSeat;
import vn.minhchung.projects.HandedOver;
import vn.minhchung.projects.LifeCommand.AnnounceInspection;
import vn.minhchung.projects.LifeCommand.ConfirmTaskDecision;
import vn.minhchung.projects.LifeCommand.DeclineSuspension;
import vn.minhchung.projects.LifeCommand.FilePeriodicReport;
import vn.minhchung.projects.LifeCommand.HandOverAssets;
import vn.minhchung.projects.LifeCommand.LiquidateContract;
import vn.minhchung.projects.LifeCommand.ProposeSuspension;
import vn.minhchung.projects.LifeCommand.RecordInspection;
import vn.minhchung.projects.LifeCommand.RejectTaskDecision;
import vn.minhchung.projects.LifeCommand.ResumeTask;
import vn.minhchung.projects.LifeCommand.ReviewPeriodicReport;
import vn.minhchung.projects.LifeCommand.SuspendTask;
import vn.minhchung.projects.LifeCommand.TerminateTask;

/** The steps by which a task of the story of refunds is reported on, stopped and ended. */
final class RefundLife {
    private final Story story;
    private final Agenda agenda;

    RefundLife(Story story, Agenda agenda) {
        this.story = story;
        this.agenda = agenda;
    }

    void reported(FailedTask task, int n, LocalDate until, LocalDate day) {
        agenda.note(
                day,
                () -> story.as(task.head())
                        .because("Báo cáo định kỳ 6 tháng")
                        .does(new FilePeriodicReport(
                                task.id(),
                                until,
                                "NN%02d/BCĐK-%d".formatted(task.number(), n),
                                "Hoàn thành khảo nghiệm vụ thứ " + n,
                                List.of())));
        agenda.note(
                day.plusDays(1),
                () -> story.as(Cast.OFFICER)
                        .because("Báo cáo đủ nội dung")
                        .does(new ReviewPeriodicReport(task.id(), null)));
    }

    void proposed(FailedTask task, Cast who, String why, String letter, LocalDate day) {
        agenda.note(day, () -> letter(who, why, letter, day).does(new ProposeSuspension(task.id())));
    }

    void declined(FailedTask task, String why, LocalDate day) {
        agenda.note(day, () -> letter(Cast.DIRECTOR, why, "87/SKHCN-QLKH", day).does(new DeclineSuspension(task.id())));
    }

    void suspended(FailedTask task, String why, String notice, LocalDate day) {
        agenda.note(day, () -> notice(Cast.DIRECTOR, why, notice, day).does(new SuspendTask(task.id())));
    }

    /** The director signed the notice on paper. */
    void suspensionRecorded(FailedTask task, String why, String notice, LocalDate day) {
        agenda.note(day, () -> ofDirector(why, notice, day).does(new SuspendTask(task.id())));
    }

    void resumptionRecorded(FailedTask task, String why, String notice, LocalDate day) {
        agenda.note(day, () -> ofDirector(why, notice, day).does(new ResumeTask(task.id())));
    }

    void confirmed(FailedTask task, LocalDate day) {
        agenda.note(
                day,
                () -> story.as(Cast.REGISTRAR)
                        .because("Đã đối chiếu với văn bản gốc")
                        .does(new ConfirmTaskDecision(task.id())));
    }

    void rejected(FailedTask task, String why, LocalDate day) {
        agenda.note(day, () -> story.as(Cast.REGISTRAR).because(why).does(new RejectTaskDecision(task.id())));
    }

    /** Announced a week ahead; three of the four of the core team are there. */
    void inspected(FailedTask task, String findings, LocalDate day) {
        String minutes = minutes(task, "KT");
        agenda.note(
                day.minusDays(8),
                () -> letter(
                                Cast.OFFICER,
                                "Kiểm tra hồ sơ và hiện trường",
                                "%d/TB-SKHCN".formatted(90 + task.number()),
                                day.minusDays(8))
                        .does(new AnnounceInspection(
                                task.id(), day, false, "Kiểm tra hồ sơ, hiện trường, tài sản và kinh phí")));
        agenda.note(
                day,
                () -> story.as(Cast.OFFICER)
                        .because("Ghi theo biên bản kiểm tra")
                        .under(LegalBasis.Kind.MINUTES, minutes, "Sở KH&CN Hưng Yên", day)
                        .does(new RecordInspection(
                                task.id(),
                                day,
                                List.of(
                                        new Attendance(
                                                CoreSeat.HOST, task.head().person()),
                                        new Attendance(
                                                CoreSeat.ACCOUNTANT,
                                                task.accountant().person()),
                                        new Attendance(CoreSeat.SECRETARY, task.secretary())),
                                findings)));
    }

    /** @param inVain before anybody looked at the site */
    void terminated(FailedTask task, long refund, boolean inVain, LocalDate day) {
        agenda.note(day, () -> {
            Story.As committee = story.as(Cast.COMMITTEE)
                    .because("Không còn khả năng hoàn thành nội dung theo hợp đồng")
                    .under(LegalBasis.Kind.MINUTES, minutes(task, "KT"), "Sở KH&CN Hưng Yên", day);
            (inVain ? committee.inVain() : committee)
                    .does(new TerminateTask(
                            task.id(),
                            million(refund),
                            refund == 0 ? "Chấp nhận rủi ro: sử dụng đúng mục đích, đúng quy trình" : null,
                            "Bàn giao số liệu khảo nghiệm và mẫu giống cho Sở KH&CN",
                            "Kiểm kê, điều chuyển thiết bị đã mua"));
        });
    }

    void handedOver(FailedTask task, Organisation receiver, LocalDate day) {
        agenda.note(
                day,
                () -> story.as(Cast.DIRECTOR)
                        .because("Xử lý tài sản theo phương án trong quyết định chấm dứt")
                        .under(LegalBasis.Kind.MINUTES, minutes(task, "BG"), "Sở KH&CN Hưng Yên", day)
                        .does(new HandOverAssets(
                                task.id(),
                                day,
                                List.of(
                                        new HandedOver("Tủ nuôi cấy mô", 2, AssetManner.TRANSFERRED, receiver.id()),
                                        new HandedOver("Vật tư quá hạn sử dụng", 1, AssetManner.DESTROYED, null)),
                                "Sở KH&CN quản lý số liệu khảo nghiệm")));
    }

    /** Without a certificate: there is no result to register. */
    void liquidated(FailedTask task, Cast hostSide, LocalDate day) {
        agenda.note(
                day,
                () -> story.as(Cast.DIRECTOR)
                        .because("Thanh lý hợp đồng của nhiệm vụ đã chấm dứt")
                        .under(LegalBasis.Kind.MINUTES, minutes(task, "TL"), "Sở KH&CN Hưng Yên", day)
                        .does(new LiquidateContract(
                                task.id(), "NN%02d/BBTL-SKHCN".formatted(task.number()), day, hostSide.person())));
    }

    private Story.As letter(Cast who, String why, String number, LocalDate day) {
        return story.as(who)
                .because(why)
                .under(
                        LegalBasis.Kind.LETTER,
                        number,
                        who.organisation().orElseThrow().fullName(),
                        day);
    }

    private Story.As notice(Cast who, String why, String number, LocalDate day) {
        return story.as(who).because(why).under(LegalBasis.Kind.DECISION, number, "Sở KH&CN Hưng Yên", day);
    }

    private Story.As ofDirector(String why, String number, LocalDate day) {
        return notice(Cast.OFFICER, why, number, day)
                .recordingFor(Cast.DIRECTOR.person(), Role.DIRECTOR, "Giám đốc Sở KH&CN", day, number);
    }

    private static String minutes(FailedTask task, String what) {
        return "%02d/BB-%s".formatted(task.number(), what);
    }
}
