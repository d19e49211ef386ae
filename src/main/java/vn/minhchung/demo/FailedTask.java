package vn.minhchung.demo;

import static vn.minhchung.demo.DemoMoney.million;

import java.time.LocalDate;
import java.util.List;
import vn.minhchung.budgets.TreasuryPaperLine;
import vn.minhchung.kernel.Id;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.TreasuryPaperId;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.kernel.VolumeId;
import vn.minhchung.projects.BudgetShare;
import vn.minhchung.projects.FundSource;
import vn.minhchung.projects.LineCategory;
import vn.minhchung.projects.TaskMember;
import vn.minhchung.projects.TranchePlan;

/**
 * A task of the story of refunds: 1,000 million đồng of state money over two years, in instalments of 500, 300 and 200.
 *
 * @param number within the story
 * @param host with its head and accountant
 */
record FailedTask(
        int number,
        String code,
        String title,
        Organisation host,
        Cast head,
        Cast accountant,
        String investigatorName,
        LocalDate approvedOn,
        LocalDate start,
        int months) {
    /** Of the invented names, where those of this story begin. */
    private static final int FIRST_NAME = 100;

    ProjectId id() {
        return new ProjectId(Id.derived("project", "demo", "refund", Integer.toString(number)));
    }

    TreasuryPaperId paper(int n) {
        return new TreasuryPaperId(
                Id.derived("paper", "demo", "refund", Integer.toString(number), Integer.toString(n)));
    }

    VolumeId volume(int n) {
        return new VolumeId(Id.derived("volume", "demo", "refund", Integer.toString(number), Integer.toString(n)));
    }

    PersonId investigator() {
        return person("investigator");
    }

    PersonId secretary() {
        return person("secretary");
    }

    PersonId mainMember() {
        return person("main-member");
    }

    String secretaryName() {
        return InventedNames.of(FIRST_NAME + 2 * number);
    }

    String mainMemberName() {
        return InventedNames.of(FIRST_NAME + 2 * number + 1);
    }

    private PersonId person(String role) {
        return new PersonId(Id.derived("person", "demo", "refund", role, Integer.toString(number)));
    }

    List<TaskMember> members() {
        return List.of(
                new TaskMember(secretary(), TaskMember.Role.SECRETARY),
                new TaskMember(mainMember(), TaskMember.Role.MAIN_MEMBER));
    }

    int year() {
        return start.getYear();
    }

    LocalDate end() {
        return start.plusMonths(months).minusDays(1);
    }

    Vnd budget() {
        return million(1_000);
    }

    List<BudgetShare> shares() {
        return List.of(
                share(LineCategory.REMUNERATION, year(), 300),
                share(LineCategory.MATERIALS, year(), 200),
                share(LineCategory.REMUNERATION, year() + 1, 300),
                share(LineCategory.MATERIALS, year() + 1, 150),
                share(LineCategory.MANAGEMENT, year() + 1, 50));
    }

    private static BudgetShare share(LineCategory line, int year, long millions) {
        return new BudgetShare(FundSource.STATE_BUDGET, line, year, million(millions));
    }

    List<TranchePlan> tranches() {
        return List.of(
                new TranchePlan(1, million(500), "Sau khi ký hợp đồng", start.plusMonths(1)),
                new TranchePlan(
                        2, million(300), "Khi đã thanh toán ít nhất 50% kinh phí đã tạm ứng", start.plusMonths(11)),
                new TranchePlan(3, million(200), "Sau khi nghiệm thu mức Đạt trở lên", end().plusMonths(2)));
    }

    /** A paper's lines, in million đồng; a line of zero is left out. */
    static List<TreasuryPaperLine> lines(long remuneration, long materials) {
        TreasuryPaperLine pay = line(LineCategory.REMUNERATION, remuneration, "Thù lao tham gia nhiệm vụ");
        if (materials == 0) return List.of(pay);
        return List.of(pay, line(LineCategory.MATERIALS, materials, "Giống, vật tư, nguyên vật liệu"));
    }

    private static TreasuryPaperLine line(LineCategory line, long millions, String content) {
        return new TreasuryPaperLine(line, DemoPapers.TOPIC_ITEM, FundSource.STATE_BUDGET, million(millions), content);
    }
}
