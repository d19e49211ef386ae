package vn.minhchung.demo;

import java.time.LocalDate;
import java.util.List;
import vn.minhchung.kernel.AdjustmentId;
import vn.minhchung.kernel.Id;
import vn.minhchung.kernel.LegalBasis;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.Role;
import vn.minhchung.projects.AdjustmentCommand;
import vn.minhchung.projects.AdjustmentCommand.AskAdjustmentSupplement;
import vn.minhchung.projects.AdjustmentCommand.ConfirmAdjustment;
import vn.minhchung.projects.AdjustmentCommand.DecideAdjustment;
import vn.minhchung.projects.AdjustmentCommand.NotifyAdjustment;
import vn.minhchung.projects.AdjustmentCommand.ObjectToAdjustment;
import vn.minhchung.projects.AdjustmentCommand.RecordAdjustmentOpinion;
import vn.minhchung.projects.AdjustmentCommand.RecordNoObjection;
import vn.minhchung.projects.AdjustmentCommand.RequestAdjustment;
import vn.minhchung.projects.AdjustmentCommand.SupplementAdjustment;
import vn.minhchung.projects.AdjustmentCommand.WithdrawAdjustment;
import vn.minhchung.projects.AdjustmentContent;
import vn.minhchung.projects.AdjustmentKind;
import vn.minhchung.projects.AdjustmentOpinion;
import vn.minhchung.projects.AdjustmentOutcome;
import vn.minhchung.projects.EstimateItem;
import vn.minhchung.projects.ExceptionCommand.ConfirmException;
import vn.minhchung.projects.ExceptionCommand.GrantException;
import vn.minhchung.projects.ExceptionKind;
import vn.minhchung.projects.ReplacementCause;

/**
 * What is adjusted of {@link TopicStory}'s task: a title asked for and withdrawn, a new investigator, 60 million more for
 * equipment, and two months more, asked for too late and allowed by an exception.
 */
final class TopicChanges {
    private static final String HOST = "Trường ĐHSPKT Hưng Yên";
    private static final String DEPARTMENT = "Sở KH&CN Hưng Yên";

    private final Story story;
    private final Agenda agenda;

    TopicChanges(Story story, Agenda agenda) {
        this.story = story;
        this.agenda = agenda;
    }

    static AdjustmentId adjustment(String name) {
        return new AdjustmentId(Id.derived("adjustment", TopicTask.KEY, name));
    }

    void note() {
        title();
        investigator();
        equipment();
        extension();
    }

    private void title() {
        LocalDate asked = LocalDate.of(2024, 8, 5);
        host(
                asked,
                "58/CV-ĐHSPKT",
                new RequestAdjustment(
                        adjustment("title"),
                        TopicTask.ID,
                        AdjustmentKind.TITLE,
                        AdjustmentContent.wording(
                                null, TopicTask.TITLE.replace("tại huyện Khoái Châu, tỉnh", "tại tỉnh")),
                        "Dự kiến mở rộng địa bàn ra toàn tỉnh"));
        host(
                asked.plusDays(7),
                "60/CV-ĐHSPKT",
                new WithdrawAdjustment(
                        adjustment("title"), "Giữ nguyên địa bàn theo thuyết minh, không cần sửa tên đề tài"));
    }

    /** The host decides who leads; the department objects once. */
    private void investigator() {
        notified("candidate", LocalDate.of(2025, 2, 10), "35/QĐ-ĐHSPKT", TopicTask.CANDIDATE);
        LocalDate objected = LocalDate.of(2025, 2, 13);
        agenda.note(
                objected,
                () -> story.as(Cast.DIRECTOR)
                        .because("Người được đề nghị chưa hoạt động trong lĩnh vực của đề tài 5 năm gần đây")
                        .under(LegalBasis.Kind.LETTER, "112/SKHCN-QLKH", DEPARTMENT, objected)
                        .does(new ObjectToAdjustment(
                                adjustment("candidate"),
                                "Người được đề nghị chưa hoạt động trong lĩnh vực của đề tài 5 năm gần đây")));
        notified("successor", LocalDate.of(2025, 2, 17), "39/QĐ-ĐHSPKT", TopicTask.SUCCESSOR);
        LocalDate agreed = LocalDate.of(2025, 2, 20);
        agenda.note(
                agreed,
                () -> story.as(Cast.DIRECTOR)
                        .because("Đủ điều kiện như khi tuyển chọn")
                        .under(LegalBasis.Kind.LETTER, "127/SKHCN-QLKH", DEPARTMENT, agreed)
                        .does(new RecordNoObjection(adjustment("successor"))));
    }

    private void notified(String name, LocalDate day, String decision, PersonId person) {
        agenda.note(
                day,
                () -> story.as(Cast.HOST_HEAD)
                        .because("Chủ nhiệm đi nghiên cứu sau tiến sĩ ở nước ngoài 12 tháng")
                        .under(LegalBasis.Kind.DECISION, decision, HOST, day)
                        .does(new NotifyAdjustment(
                                adjustment(name),
                                TopicTask.ID,
                                AdjustmentKind.INVESTIGATOR,
                                AdjustmentContent.investigator(person, ReplacementCause.AWAY_OVER_SIX_MONTHS),
                                "Chủ nhiệm đi nghiên cứu sau tiến sĩ ở nước ngoài 12 tháng")));
    }

    /** Supplemented with the new quote, heard by experts, decided on paper, compared by a second person. */
    private void equipment() {
        AdjustmentId id = adjustment("equipment");
        host(
                LocalDate.of(2025, 6, 9),
                "47/CV-ĐHSPKT",
                new RequestAdjustment(
                        id,
                        TopicTask.ID,
                        AdjustmentKind.NON_KHOAN_BUDGET,
                        equipment(List.of()),
                        "Bổ sung trạm cảm biến thay cho thiết bị hỏng sau bão, giá thị trường tăng"));
        agenda.note(
                LocalDate.of(2025, 6, 12),
                () -> story.as(Cast.OFFICER)
                        .because("Thiếu dự toán chi tiết và báo giá còn hiệu lực")
                        .does(new AskAdjustmentSupplement(id, "Thiếu dự toán chi tiết và báo giá còn hiệu lực")));
        host(
                LocalDate.of(2025, 6, 16),
                "49/CV-ĐHSPKT",
                new SupplementAdjustment(
                        id, "Gửi kèm dự toán chi tiết, ba báo giá", equipment(TopicEstimate.afterAdjustment())));
        agenda.note(
                LocalDate.of(2025, 6, 26),
                () -> story.as(Cast.OFFICER)
                        .because("Tổ chuyên gia đã họp")
                        .does(new RecordAdjustmentOpinion(
                                id, AdjustmentOpinion.By.EXPERTS, true, "06/BB-TCG", LocalDate.of(2025, 6, 25))));
        LocalDate decided = LocalDate.of(2025, 7, 7);
        agenda.note(
                decided.plusDays(1),
                () -> story.as(Cast.OFFICER)
                        .because("Ghi theo quyết định của UBND tỉnh")
                        .under(LegalBasis.Kind.DECISION, "1288/QĐ-UBND", "UBND tỉnh Hưng Yên", decided)
                        .recordingFor(
                                Cast.COMMITTEE.person(), Role.COMMITTEE, "Chủ tịch UBND tỉnh", decided, "1288/QĐ-UBND")
                        .does(new DecideAdjustment(
                                id,
                                AdjustmentOutcome.APPROVED,
                                null,
                                "Thiết bị cần thiết cho nội dung 4, còn nguồn trong dự toán năm",
                                "101/2024/PLHĐ-01",
                                decided.plusDays(1),
                                TopicTask.appropriation(2025))));
        agenda.note(
                decided.plusDays(2),
                () -> story.as(Cast.REGISTRAR)
                        .because("Đã đối chiếu với bản chụp quyết định")
                        .does(new ConfirmAdjustment(id)));
    }

    private static AdjustmentContent equipment(List<EstimateItem> items) {
        return AdjustmentContent.budget(
                TopicEstimate.shares(TopicEstimate.afterAdjustment()), TopicTask.tranches(260), items);
    }

    /** Asked for 19 days before the end, a month before being the rule; the People's Committee allows it once. */
    private void extension() {
        LocalDate late = LocalDate.of(2026, 2, 9);
        host(late, "08/CV-ĐHSPKT", extend("late", TopicTask.NEW_END), true);
        LocalDate granted = LocalDate.of(2026, 2, 10);
        String reason = "Vụ nhãn 2025 ra hoa muộn, phải theo dõi đến hết tháng 4/2026";
        agenda.note(
                granted.plusDays(1),
                () -> story.as(Cast.OFFICER)
                        .because("Ghi theo văn bản của UBND tỉnh")
                        .under(LegalBasis.Kind.LETTER, "315/UBND-KGVX", "UBND tỉnh Hưng Yên", granted)
                        .recordingFor(
                                Cast.COMMITTEE.person(), Role.COMMITTEE, "Chủ tịch UBND tỉnh", granted, "315/UBND-KGVX")
                        .does(new GrantException(
                                TopicTask.ID, ExceptionKind.LATE_EXTENSION_REQUEST, "315/UBND-KGVX", reason)));
        agenda.note(
                granted.plusDays(2),
                () -> story.as(Cast.REGISTRAR)
                        .because("Đã đối chiếu với văn bản")
                        .does(new ConfirmException(TopicTask.ID, 1)));
        LocalDate asked = LocalDate.of(2026, 2, 13);
        host(asked, "09/CV-ĐHSPKT", extend("too-long", TopicTask.END.plusMonths(7)), true);
        host(asked, "09/CV-ĐHSPKT", extend("extension", TopicTask.NEW_END));
        LocalDate decided = LocalDate.of(2026, 2, 25);
        agenda.note(
                decided,
                () -> story.as(Cast.DIRECTOR)
                        .because("Lý do khách quan, trong giới hạn 6 tháng")
                        .under(LegalBasis.Kind.DECISION, "31/QĐ-SKHCN", DEPARTMENT, decided)
                        .does(new DecideAdjustment(
                                adjustment("extension"),
                                AdjustmentOutcome.APPROVED,
                                null,
                                "Lý do khách quan, trong giới hạn 6 tháng",
                                "101/2024/PLHĐ-02",
                                decided,
                                null)));
    }

    private static RequestAdjustment extend(String name, LocalDate end) {
        return new RequestAdjustment(
                adjustment(name),
                TopicTask.ID,
                AdjustmentKind.EXTENSION,
                AdjustmentContent.until(end, null),
                "Vụ nhãn 2025 ra hoa muộn, phải theo dõi đến khi đậu quả");
    }

    private void host(LocalDate day, String number, AdjustmentCommand command) {
        host(day, number, command, false);
    }

    private void host(LocalDate day, String number, AdjustmentCommand command, boolean refused) {
        agenda.note(day, () -> {
            Story.As head = story.as(Cast.HOST_HEAD).under(LegalBasis.Kind.LETTER, number, HOST, day);
            (refused ? head.inVain() : head).does(command);
        });
    }
}
