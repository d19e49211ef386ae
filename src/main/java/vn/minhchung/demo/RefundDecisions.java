package vn.minhchung.demo;

import static vn.minhchung.demo.DemoMoney.million;

import java.time.LocalDate;
import java.util.List;
import vn.minhchung.budgets.RefundCause;
import vn.minhchung.budgets.RefundCommand.ConfirmRefund;
import vn.minhchung.budgets.RefundCommand.ConfirmRefundPayment;
import vn.minhchung.budgets.RefundCommand.DecideRefund;
import vn.minhchung.budgets.RefundCommand.RecordRefundPayment;
import vn.minhchung.budgets.RefundCommand.RejectRefund;
import vn.minhchung.budgets.RefundCommand.RejectRefundPayment;
import vn.minhchung.budgets.RefundCommand.ReportNonCompletion;
import vn.minhchung.budgets.RefundCommand.TransferRefund;
import vn.minhchung.budgets.RefundPart;
import vn.minhchung.kernel.LegalBasis;
import vn.minhchung.kernel.Role;

/** What comes back of the tasks of the story of refunds: why they failed, what is decided, and how it is paid. */
final class RefundDecisions {
    private final Story story;
    private final Agenda agenda;

    RefundDecisions(Story story, Agenda agenda) {
        this.story = story;
        this.agenda = agenda;
    }

    static RefundPart part(RefundCause cause, long proven, int shareBp, String reason) {
        return new RefundPart(cause, million(proven), shareBp, reason);
    }

    static DecideRefund decision(FailedTask task, List<RefundPart> parts, long unproven, boolean procedureFollowed) {
        return new DecideRefund(task.id(), parts, million(unproven), procedureFollowed, false);
    }

    void reported(FailedTask task, long used, String explanation, LocalDate day) {
        agenda.note(
                day,
                () -> story.as(task.head())
                        .because("Báo cáo việc không hoàn thành nhiệm vụ")
                        .under(
                                LegalBasis.Kind.LETTER,
                                "%d/BC-TCCT".formatted(30 + task.number()),
                                task.host().fullName(),
                                day)
                        .does(new ReportNonCompletion(task.id(), million(used), explanation)));
    }

    void decided(Cast who, DecideRefund decision, String number, LocalDate day) {
        agenda.note(day, () -> deciding(who, number, day).does(decision));
    }

    void refused(Cast who, DecideRefund decision, String number, LocalDate day) {
        agenda.note(day, () -> deciding(who, number, day).inVain().does(decision));
    }

    /** The committee decided on paper; an officer records it. */
    void recorded(DecideRefund decision, String number, LocalDate day) {
        agenda.note(
                day,
                () -> deciding(Cast.OFFICER, number, day)
                        .recordingFor(Cast.COMMITTEE.person(), Role.COMMITTEE, "Chủ tịch UBND tỉnh", day, number)
                        .does(decision));
    }

    void rejected(FailedTask task, String why, LocalDate day) {
        agenda.note(day, () -> story.as(Cast.CHIEF_ACCOUNTANT).does(new RejectRefund(task.id(), why)));
    }

    void confirmed(FailedTask task, LocalDate day) {
        agenda.note(
                day,
                () -> story.as(Cast.CHIEF_ACCOUNTANT)
                        .because("Đã đối chiếu với bản chụp quyết định")
                        .does(new ConfirmRefund(task.id())));
    }

    void paymentRecorded(FailedTask task, long millions, String voucher, LocalDate day) {
        agenda.note(day, () -> voucher(voucher, day).does(payment(task, millions, voucher, day)));
    }

    void paymentRefused(FailedTask task, long millions, String voucher, LocalDate day) {
        agenda.note(day, () -> voucher(voucher, day).inVain().does(payment(task, millions, voucher, day)));
    }

    void paymentConfirmed(FailedTask task, int payment, LocalDate day) {
        agenda.note(
                day,
                () -> story.as(Cast.CHIEF_ACCOUNTANT)
                        .because("Đã đối chiếu với giấy nộp tiền")
                        .does(new ConfirmRefundPayment(task.id(), payment)));
    }

    void paymentRejected(FailedTask task, int payment, String why, LocalDate day) {
        agenda.note(day, () -> story.as(Cast.CHIEF_ACCOUNTANT).does(new RejectRefundPayment(task.id(), payment, why)));
    }

    void transferred(FailedTask task, Organisation successor, LocalDate day) {
        agenda.note(
                day,
                () -> story.as(Cast.DIRECTOR)
                        .because("Tổ chức chủ trì đã sáp nhập, bên nhận sáp nhập kế thừa nghĩa vụ")
                        .under(LegalBasis.Kind.DECISION, "3120/QĐ-UBND", "UBND tỉnh Hưng Yên", day.minusDays(14))
                        .does(new TransferRefund(task.id(), successor.id())));
    }

    private Story.As deciding(Cast who, String number, LocalDate day) {
        return story.as(who)
                .because("Xác định nguyên nhân theo báo cáo và biên bản kiểm tra")
                .under(LegalBasis.Kind.DECISION, number, "UBND tỉnh Hưng Yên", day);
    }

    private Story.As voucher(String voucher, LocalDate day) {
        return story.as(Cast.ACCOUNTANT)
                .because("Ghi theo giấy nộp tiền vào ngân sách")
                .under(LegalBasis.Kind.TREASURY_VOUCHER, voucher, "Kho bạc Nhà nước", day);
    }

    private static RecordRefundPayment payment(FailedTask task, long millions, String voucher, LocalDate day) {
        return new RecordRefundPayment(task.id(), million(millions), voucher, day);
    }
}
