package vn.minhchung.demo;

import static vn.minhchung.demo.FailedTask.lines;
import static vn.minhchung.demo.RefundDecisions.decision;
import static vn.minhchung.demo.RefundDecisions.part;
import static vn.minhchung.demo.RefundTasks.CLEARED_RIGHT;
import static vn.minhchung.demo.RefundTasks.CLEARED_TOO_MUCH;
import static vn.minhchung.demo.RefundTasks.NEXT;
import static vn.minhchung.demo.RefundTasks.RISK_ACCEPTED;

import java.time.LocalDate;
import java.util.List;
import vn.minhchung.budgets.RefundCause;
import vn.minhchung.budgets.RefundPart;
import vn.minhchung.kernel.Id;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.ProjectId;

/**
 * Three tasks that fail with the same money: 800 million đồng received, 550 properly used. Two of them by the older law: of one
 * 550 had been cleared (returned 250, refund 165), of the other 620, before the irregularity was found (returned 180, refund
 * 235). The third by the newer law: the procedure was followed, so the 250 are returned and nothing is to be refunded. A fourth
 * goes on at the successor of the first two tasks' host, once nothing is owed any more.
 */
public final class RefundStory {
    private final Story story;
    private final Agenda agenda;
    private final RefundMoney money;
    private final RefundApprovals approvals;
    private final RefundLife life;
    private final RefundDecisions refunds;
    private final RefundSettlement settlements;

    RefundStory(Story story, Agenda agenda) {
        this.story = story;
        this.agenda = agenda;
        this.money = new RefundMoney(story, agenda);
        this.approvals = new RefundApprovals(story, agenda);
        this.life = new RefundLife(story, agenda);
        this.refunds = new RefundDecisions(story, agenda);
        this.settlements = new RefundSettlement(story, agenda);
    }

    public static ProjectId clearedRight() {
        return CLEARED_RIGHT.id();
    }

    public static ProjectId clearedTooMuch() {
        return CLEARED_TOO_MUCH.id();
    }

    public static ProjectId riskAccepted() {
        return RISK_ACCEPTED.id();
    }

    /** Approved once the bars of the first task are lifted, for its investigator and the successor of its host. */
    public static ProjectId nextTask() {
        return NEXT.id();
    }

    /** Goes on when its host is merged into another organisation. */
    public static ProjectId carriedOn() {
        return RefundTasks.CARRIED_ON.id();
    }

    /** Who led the first task. */
    public static PersonId investigator() {
        return CLEARED_RIGHT.investigator();
    }

    void note() {
        money.note();
        firstTask();
        secondTask();
        barred();
        thirdTask();
        new RefundMerger(story, agenda, money, approvals).note();
        freed();
    }

    private void firstTask() {
        FailedTask task = CLEARED_RIGHT;
        approvals.note(task);
        money.allocated(task, 2024, 500, day(2024, 4, 22));
        money.advanced(task, 1, 1, lines(300, 200), day(2024, 5, 6));
        life.reported(task, 1, day(2024, 9, 30), day(2024, 10, 1));
        money.measured(task, 1, 1, 500, day(2024, 11, 4));
        money.cleared(task, 2, 1, 1, lines(300, 200), day(2024, 11, 11));
        money.allocated(task, 2025, 500, day(2025, 2, 10));
        money.advanced(task, 3, 2, lines(180, 120), day(2025, 2, 17));
        life.proposed(task, Cast.OFFICER, "Chậm báo cáo định kỳ kỳ 2", "76/TTr-QLKH", day(2025, 4, 8));
        life.reported(task, 2, day(2025, 3, 31), day(2025, 4, 9));
        life.declined(task, "Tổ chức chủ trì đã nộp báo cáo", day(2025, 4, 11));
        money.measured(task, 2, 2, 50, day(2025, 5, 5));
        money.cleared(task, 4, 3, 2, lines(50, 0), day(2025, 5, 12));
        firstStop(task);
        firstEnd(task);
        firstRefund(task);
        firstInstalments(task);
        life.handedOver(task, Organisation.PHO_HIEN, day(2026, 3, 12));
        life.liquidated(task, Cast.PHO_HIEN_HEAD, day(2026, 3, 24));
        settlements.settled(task, 350, 200, 165, day(2026, 4, 13));
    }

    /** Stopped at the host's wish, and resumed; stopped again at the department's. */
    private void firstStop(FailedTask task) {
        life.proposed(task, task.head(), "Chủ nhiệm nằm viện dài ngày", "52/CV-SL", day(2025, 6, 2));
        life.suspended(task, "Chủ nhiệm nằm viện, chưa có người thay thế", "95/TB-SKHCN", day(2025, 6, 6));
        agenda.note(
                day(2025, 6, 9),
                () -> story.as(Cast.ACCOUNTANT)
                        .because("Đề nghị cấp tiếp khi nhiệm vụ đang tạm dừng")
                        .inVain()
                        .does(RefundMoney.withdrawal(task, 90, 2, lines(100, 0), 2025)));
        life.resumptionRecorded(task, "Chủ nhiệm đã trở lại làm việc", "118/TB-SKHCN", day(2025, 7, 1));
        life.confirmed(task, day(2025, 7, 2));
        life.proposed(task, Cast.OFFICER, "Không triển khai nội dung vụ hè thu", "131/TTr-QLKH", day(2025, 7, 28));
        life.suspensionRecorded(task, "Không triển khai nội dung vụ hè thu", "140/TB-SKHCN", day(2025, 8, 5));
        life.rejected(task, "Ghi nhầm số thông báo", day(2025, 8, 6));
        life.suspensionRecorded(task, "Không triển khai nội dung vụ hè thu", "141/TB-SKHCN", day(2025, 8, 6));
        life.confirmed(task, day(2025, 8, 7));
    }

    private void firstEnd(FailedTask task) {
        life.terminated(task, 415, true, day(2025, 8, 8));
        life.inspected(task, "Ruộng khảo nghiệm bỏ hoang, hồ sơ chi đủ chứng từ cho 550 triệu đồng", day(2025, 8, 19));
        life.terminated(task, 415, false, day(2025, 9, 5));
        money.released(task, 2025, 200, day(2025, 9, 12));
        refunds.reported(task, 550, "Chủ nhiệm nghỉ ốm, một phần ruộng khảo nghiệm bị ngập", day(2025, 9, 22));
    }

    /** Recorded wrongly, then rightly; revised when the flood turned out to be no cause. */
    private void firstRefund(FailedTask task) {
        String absent = "Không bố trí người thay thế chủ nhiệm";
        refunds.refused(
                Cast.DIRECTOR,
                decision(task, List.of(part(RefundCause.SUBJECTIVE, 550, 2_000, absent)), 0, true),
                "2380/QĐ-UBND",
                day(2025, 10, 6));
        refunds.recorded(
                decision(task, List.of(part(RefundCause.SUBJECTIVE, 550, 4_000, absent)), 0, true),
                "2381/QĐ-UBND",
                day(2025, 10, 6));
        refunds.rejected(task, "Quyết định chia hai phần theo nguyên nhân, tỷ lệ 30%", day(2025, 10, 7));
        refunds.recorded(
                decision(
                        task,
                        List.of(
                                part(RefundCause.SUBJECTIVE, 400, 3_000, absent),
                                part(RefundCause.OBJECTIVE, 150, 0, "Ruộng khảo nghiệm bị ngập sau bão")),
                        0,
                        true),
                "2381/QĐ-UBND",
                day(2025, 10, 8));
        refunds.confirmed(task, day(2025, 10, 9));
        money.returned(task, 5, 3, lines(130, 120), day(2025, 10, 20));
        refunds.paymentRecorded(task, 66, "C1-0231", day(2025, 11, 3));
        refunds.paymentRejected(task, 1, "Giấy nộp tiền ghi 60 triệu đồng", day(2025, 11, 4));
        refunds.paymentRecorded(task, 60, "C1-0231", day(2025, 11, 5));
        refunds.paymentConfirmed(task, 2, day(2025, 11, 6));
        refunds.decided(
                Cast.DIRECTOR,
                decision(
                        task,
                        List.of(
                                part(RefundCause.SUBJECTIVE, 400, 3_000, absent),
                                part(RefundCause.SUBJECTIVE, 150, 3_000, "Ruộng đã bỏ hoang trước khi bão vào")),
                        0,
                        true),
                "2790/QĐ-UBND",
                day(2025, 11, 24));
    }

    private void firstInstalments(FailedTask task) {
        refunds.transferred(task, Organisation.PHO_HIEN, day(2026, 1, 6));
        refunds.paymentRefused(task, 106, "C1-0007", day(2026, 1, 14));
        refunds.paymentRecorded(task, 45, "C1-0008", day(2026, 1, 14));
        refunds.paymentConfirmed(task, 3, day(2026, 1, 15));
        refunds.paymentRecorded(task, 60, "C1-0044", day(2026, 3, 3));
        refunds.paymentConfirmed(task, 4, day(2026, 3, 4));
    }

    private void secondTask() {
        FailedTask task = CLEARED_TOO_MUCH;
        approvals.note(task);
        money.allocated(task, 2024, 500, day(2024, 4, 23));
        money.advanced(task, 1, 1, lines(300, 200), day(2024, 5, 13));
        money.measured(task, 1, 1, 500, day(2024, 11, 11));
        money.cleared(task, 2, 1, 1, lines(300, 200), day(2024, 11, 18));
        money.allocated(task, 2025, 300, day(2025, 2, 11));
        money.advanced(task, 3, 2, lines(180, 120), day(2025, 2, 24));
        money.measured(task, 2, 2, 120, day(2025, 5, 12));
        money.cleared(task, 4, 3, 2, lines(120, 0), day(2025, 5, 19));
        life.proposed(task, Cast.OFFICER, "Không triển khai nội dung vụ hè thu", "132/TTr-QLKH", day(2025, 7, 28));
        life.suspended(task, "Không triển khai nội dung vụ hè thu", "142/TB-SKHCN", day(2025, 8, 6));
        life.inspected(task, "Chứng từ thù lao 70 triệu đồng không chứng minh được", day(2025, 8, 20));
        life.terminated(task, 415, false, day(2025, 9, 5));
        refunds.reported(task, 620, "Thành viên chính chuyển công tác, không tuyển được người", day(2025, 9, 23));
        refunds.decided(
                Cast.DIRECTOR,
                decision(
                        task,
                        List.of(part(RefundCause.SUBJECTIVE, 550, 3_000, "Không tổ chức được nhóm thực hiện")),
                        70,
                        true),
                "2395/QĐ-UBND",
                day(2025, 10, 9));
        refunds.paymentRecorded(task, 135, "C1-0240", day(2025, 11, 6));
        refunds.paymentConfirmed(task, 1, day(2025, 11, 7));
        money.returned(task, 5, 3, lines(60, 120), day(2025, 11, 10));
        refunds.transferred(task, Organisation.PHO_HIEN, day(2026, 1, 6));
        refunds.paymentRecorded(task, 100, "C1-0012", day(2026, 1, 20));
        refunds.paymentConfirmed(task, 2, day(2026, 1, 21));
        life.handedOver(task, Organisation.PHO_HIEN, day(2026, 3, 13));
        life.liquidated(task, Cast.PHO_HIEN_HEAD, day(2026, 3, 25));
    }

    /** Who owes a refund gets no new task: neither the host nor the investigator under another host. */
    private void barred() {
        FailedTask wanted = RISK_ACCEPTED;
        LocalDate first = day(2025, 10, 15);
        agenda.note(
                first,
                () -> approvals
                        .approving(wanted, first)
                        .inVain()
                        .does(RefundApprovals.approval(
                                wanted,
                                project("barred-host"),
                                "ĐTKHCN.HY-64/2025",
                                Organisation.SONG_LUOC,
                                wanted.investigator())));
        LocalDate second = day(2025, 10, 17);
        agenda.note(
                second,
                () -> approvals
                        .approving(wanted, second)
                        .inVain()
                        .does(RefundApprovals.approval(
                                wanted,
                                project("barred-investigator"),
                                "ĐTKHCN.HY-65/2025",
                                Organisation.DA_LOC,
                                investigator())));
    }

    private void thirdTask() {
        FailedTask task = RISK_ACCEPTED;
        approvals.note(task);
        money.allocated(task, 2025, 500, day(2025, 11, 5));
        money.advanced(task, 1, 1, lines(300, 200), day(2025, 11, 10));
        money.measured(task, 1, 1, 500, day(2025, 12, 8));
        money.cleared(task, 2, 1, 1, lines(300, 200), day(2025, 12, 15));
        money.allocated(task, 2026, 300, day(2026, 1, 12));
        money.advanced(task, 3, 2, lines(180, 120), day(2026, 1, 19));
        money.measured(task, 2, 2, 50, day(2026, 2, 2));
        money.cleared(task, 4, 3, 2, lines(50, 0), day(2026, 2, 9));
        life.proposed(
                task,
                task.head(),
                "Mẫu cấy nhiễm nấm toàn bộ, dừng để xác định nguyên nhân",
                "09/CV-ĐL",
                day(2026, 2, 10));
        life.suspended(task, "Mẫu cấy nhiễm nấm toàn bộ", "24/TB-SKHCN", day(2026, 2, 24));
        life.inspected(
                task, "Nhật ký, chứng từ và quy trình đầy đủ cho 550 triệu đồng; không có gian lận", day(2026, 3, 10));
        life.terminated(task, 0, false, day(2026, 3, 20));
        refunds.reported(task, 550, "Nguồn mẫu giống mang mầm bệnh tiềm ẩn, đã theo đúng quy trình", day(2026, 4, 6));
        List<RefundPart> parts =
                List.of(part(RefundCause.SUBJECTIVE, 550, 0, "Đúng mục đích, phạm vi, đúng quy trình, không gian lận"));
        refunds.refused(Cast.COMMITTEE, decision(task, parts, 0, false), "1106/QĐ-UBND", day(2026, 4, 20));
        refunds.decided(Cast.COMMITTEE, decision(task, parts, 0, true), "1107/QĐ-UBND", day(2026, 4, 20));
        money.returned(task, 5, 3, lines(130, 120), day(2026, 5, 4));
        life.handedOver(task, Organisation.DA_LOC, day(2026, 5, 14));
        life.liquidated(task, Cast.DA_LOC_HEAD, day(2026, 5, 22));
        settlements.settled(task, 350, 200, 0, day(2026, 6, 2));
    }

    /** Nothing is owed any more: the first task's investigator leads another one, at the successor of its host. */
    private void freed() {
        FailedTask next = NEXT;
        LocalDate day = next.approvedOn();
        approvals.persons(next);
        agenda.note(
                day,
                () -> approvals
                        .approving(next, day)
                        .does(RefundApprovals.approval(next, next.id(), next.code(), next.host(), investigator())));
    }

    private static ProjectId project(String which) {
        return new ProjectId(Id.derived("project", "demo", "refund", which));
    }

    private static LocalDate day(int year, int month, int day) {
        return LocalDate.of(year, month, day);
    }
}
