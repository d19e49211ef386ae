package vn.minhchung.demo;

import static vn.minhchung.demo.DemoMoney.million;

import java.time.LocalDate;
import java.util.List;
import vn.minhchung.kernel.AppropriationId;
import vn.minhchung.kernel.DepositAccountId;
import vn.minhchung.kernel.Id;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.TreasuryPaperId;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.kernel.VolumeId;
import vn.minhchung.projects.TaskMember;
import vn.minhchung.projects.TranchePlan;

/** The task of {@link TopicStory}: who takes part in it, under which numbers it stands, and how it is paid. */
final class TopicTask {
    static final String KEY = "topic";
    static final String CODE = "ĐTKHCN.HY-101/2024";
    static final String TITLE =
            "Nghiên cứu ứng dụng cảm biến và học máy giám sát sinh trưởng, dự báo năng suất nhãn chín"
                    + " muộn tại huyện Khoái Châu, tỉnh Hưng Yên";

    static final ProjectId ID = new ProjectId(Id.derived("project", KEY));
    static final OrganisationId HOST = Organisation.HOST.id();
    static final DepositAccountId ACCOUNT = new DepositAccountId(Id.derived("deposit-account", KEY));

    static final LocalDate APPROVED = LocalDate.of(2024, 2, 20);
    static final int MONTHS = 24;
    static final LocalDate START = LocalDate.of(2024, 3, 1);
    static final LocalDate END = LocalDate.of(2026, 2, 28);

    /** By the only extension. */
    static final LocalDate NEW_END = LocalDate.of(2026, 4, 30);

    /** Led it for the first year, then went abroad. */
    static final PersonId INVESTIGATOR = person("investigator");

    /** Proposed first to succeed; the department objected. */
    static final PersonId CANDIDATE = person("candidate");

    static final PersonId SUCCESSOR = person("successor");
    static final PersonId SECRETARY = person("secretary");
    static final PersonId MAIN_MEMBER = person("main-member");
    static final PersonId MEMBER = person("member");
    static final PersonId TECHNICIAN = person("technician");

    /** Chairs the acceptance council. */
    static final PersonId CHAIR = person("chair");

    private TopicTask() {}

    private static PersonId person(String role) {
        return new PersonId(Id.derived("person", KEY, role));
    }

    static TreasuryPaperId paper(String name) {
        return new TreasuryPaperId(Id.derived("paper", KEY, name));
    }

    static VolumeId volume(int number) {
        return new VolumeId(Id.derived("volume", KEY, Integer.toString(number)));
    }

    static AppropriationId appropriation(int year) {
        return new AppropriationId(Id.derived("appropriation", KEY, Integer.toString(year)));
    }

    static List<TaskMember> members() {
        return List.of(
                new TaskMember(SECRETARY, TaskMember.Role.SECRETARY),
                new TaskMember(MAIN_MEMBER, TaskMember.Role.MAIN_MEMBER),
                new TaskMember(MEMBER, TaskMember.Role.MEMBER),
                new TaskMember(TECHNICIAN, TaskMember.Role.SUPPORT));
    }

    /** @param third 200 million by the contract, 260 million after the adjustment of 2025 */
    static List<TranchePlan> tranches(int third) {
        return List.of(
                new TranchePlan(1, million(400), "Sau khi ký hợp đồng", LocalDate.of(2024, 3, 31)),
                new TranchePlan(
                        2,
                        million(200),
                        "Khi đã thanh toán ít nhất 50% kinh phí đã tạm ứng",
                        LocalDate.of(2024, 10, 31)),
                new TranchePlan(
                        3,
                        million(third),
                        "Khi đã thanh toán ít nhất 50% kinh phí đã tạm ứng",
                        LocalDate.of(2025, 9, 30)),
                new TranchePlan(4, million(100), "Sau khi nghiệm thu mức Đạt trở lên", LocalDate.of(2026, 6, 30)));
    }

    /** Thousand đồng. */
    static Vnd thousand(int thousands) {
        return new Vnd(thousands * 1_000L);
    }
}
