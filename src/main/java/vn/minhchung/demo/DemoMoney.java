package vn.minhchung.demo;

import java.time.LocalDate;
import java.util.List;
import vn.minhchung.budgets.AppropriationCommand.AllocateToTask;
import vn.minhchung.budgets.AppropriationCommand.AssignAppropriation;
import vn.minhchung.budgets.AppropriationCommand.ConfirmAppropriation;
import vn.minhchung.budgets.AppropriationCommand.ConfirmAppropriationChange;
import vn.minhchung.budgets.AppropriationCommand.CutAppropriation;
import vn.minhchung.budgets.AppropriationCommand.EnterInTabmis;
import vn.minhchung.budgets.AppropriationCommand.HoldAppropriation;
import vn.minhchung.budgets.AppropriationCommand.ReleaseHold;
import vn.minhchung.budgets.AppropriationCommand.SupplementAppropriation;
import vn.minhchung.budgets.DepositAccountCommand.ConfirmDepositAccount;
import vn.minhchung.budgets.DepositAccountCommand.RegisterDepositAccount;
import vn.minhchung.kernel.AppropriationId;
import vn.minhchung.kernel.DepositAccountId;
import vn.minhchung.kernel.Id;
import vn.minhchung.kernel.LegalBasis;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.Vnd;

/** The department's appropriations of three years and the hosts' deposit accounts. */
final class DemoMoney {
    private static final String CHAPTER = "417";
    private static final String SOURCE_NATURE = "12";
    private static final String NO_PROGRAMME = "00000";
    private static final long MILLION = 1_000_000;

    private final Story story;
    private final Agenda agenda;

    DemoMoney(Story story, Agenda agenda) {
        this.story = story;
        this.agenda = agenda;
    }

    static AppropriationId appropriation(String khoan, int year) {
        return new AppropriationId(Id.derived("appropriation", "demo", khoan, Integer.toString(year)));
    }

    static DepositAccountId depositAccount(Organisation host) {
        return new DepositAccountId(Id.derived("deposit-account", "demo", host.name()));
    }

    void note() {
        LocalDate opened = LocalDate.of(2024, 1, 10);
        account(Organisation.HOST, Cast.HOST_HEAD, "3713.0.1099901", opened, "17/KBHY-KT");
        account(Organisation.HOST2, Cast.HOST2_HEAD, "3713.0.1099902", opened, "17/KBHY-KT");
        year(2024, million(9_000), million(2_500));
        year(2025, million(8_000), million(2_000));
        year(2026, million(7_000), million(1_500));
        changes();
    }

    /** @param letter the treasury's, of the next day; compared on the day after */
    void account(Organisation host, Cast head, String number, LocalDate day, String letter) {
        agenda.note(
                day,
                () -> story.as(head)
                        .because("Tài khoản nhận kinh phí nhiệm vụ KH&CN")
                        .does(new RegisterDepositAccount(
                                depositAccount(host),
                                host.id(),
                                number,
                                Organisation.TREASURY.fullName(),
                                day.withDayOfMonth(1),
                                null)));
        agenda.note(
                day.plusDays(2),
                () -> story.as(Cast.ACCOUNTANT)
                        .because("Đã đối chiếu với giấy xác nhận của kho bạc")
                        .under(LegalBasis.Kind.LETTER, letter, "Kho bạc Nhà nước", day.plusDays(1))
                        .does(new ConfirmDepositAccount(depositAccount(host))));
    }

    /** Khoản 101 is decided here by the committee; khoản 102 comes on paper and is compared by a second person. */
    private void year(int year, Vnd natural, Vnd social) {
        LocalDate decided = LocalDate.of(year, 1, 4);
        agenda.note(
                decided,
                () -> story.as(Cast.COMMITTEE)
                        .because("Giao dự toán chi sự nghiệp KH&CN năm " + year)
                        .under(LegalBasis.Kind.DECISION, "12/QĐ-UBND", "UBND tỉnh Hưng Yên", decided)
                        .does(assign("101", year, natural)));
        agenda.note(
                decided.plusDays(1),
                () -> story.as(Cast.ACCOUNTANT)
                        .because("Ghi theo quyết định giao dự toán của UBND tỉnh")
                        .under(LegalBasis.Kind.DECISION, "13/QĐ-UBND", "UBND tỉnh Hưng Yên", decided)
                        .recordingFor(
                                Cast.COMMITTEE.person(), Role.COMMITTEE, "Chủ tịch UBND tỉnh", decided, "13/QĐ-UBND")
                        .does(assign("102", year, social)));
        agenda.note(
                decided.plusDays(2),
                () -> story.as(Cast.OFFICER)
                        .because("Đã đối chiếu với bản chụp quyết định")
                        .does(new ConfirmAppropriation(appropriation("102", year))));
        for (String khoan : List.of("101", "102")) {
            agenda.note(
                    decided.plusDays(6),
                    () -> story.as(Cast.FINANCE)
                            .because("Đã nhập dự toán vào TABMIS")
                            .under(LegalBasis.Kind.LETTER, "33/STC-NS", "Sở Tài chính", decided.plusDays(5))
                            .does(new EnterInTabmis(appropriation(khoan, year), decided.plusDays(6))));
        }
    }

    private static AssignAppropriation assign(String khoan, int year, Vnd amount) {
        return new AssignAppropriation(
                appropriation(khoan, year),
                Organisation.DEPARTMENT.id(),
                CHAPTER,
                khoan,
                SOURCE_NATURE,
                NO_PROGRAMME,
                year,
                Vnd.ZERO,
                amount);
    }

    private void changes() {
        LocalDate supplemented = LocalDate.of(2024, 7, 15);
        agenda.note(
                supplemented,
                () -> story.as(Cast.COMMITTEE)
                        .because("Bổ sung kinh phí cho nhiệm vụ mới")
                        .under(LegalBasis.Kind.DECISION, "1530/QĐ-UBND", "UBND tỉnh Hưng Yên", supplemented)
                        .does(new SupplementAppropriation(appropriation("101", 2024), million(600))));
        LocalDate held = LocalDate.of(2025, 5, 12);
        agenda.note(
                held,
                () -> story.as(Cast.FINANCE)
                        .because("Tạm giữ 5% chi thường xuyên chờ phương án tiết kiệm")
                        .under(LegalBasis.Kind.LETTER, "811/STC-NS", "Sở Tài chính", held)
                        .does(new HoldAppropriation(appropriation("102", 2025), million(100))));
        agenda.note(
                held.plusMonths(2),
                () -> story.as(Cast.FINANCE)
                        .because("Đã có phương án tiết kiệm")
                        .under(LegalBasis.Kind.LETTER, "1204/STC-NS", "Sở Tài chính", held.plusMonths(2))
                        .does(new ReleaseHold(appropriation("102", 2025), million(100))));
        LocalDate cut = LocalDate.of(2025, 9, 8);
        agenda.note(
                cut,
                () -> story.as(Cast.ACCOUNTANT)
                        .because("Cắt giảm theo nghị quyết tiết kiệm chi")
                        .under(LegalBasis.Kind.DECISION, "1877/QĐ-UBND", "UBND tỉnh Hưng Yên", cut)
                        .recordingFor(
                                Cast.COMMITTEE.person(), Role.COMMITTEE, "Chủ tịch UBND tỉnh", cut, "1877/QĐ-UBND")
                        .does(new CutAppropriation(appropriation("101", 2025), million(500))));
        agenda.note(
                cut.plusDays(1),
                () -> story.as(Cast.CHIEF_ACCOUNTANT)
                        .because("Đã đối chiếu với bản chụp quyết định")
                        .does(new ConfirmAppropriationChange(appropriation("101", 2025), 1)));
    }

    /** The director gives a task its share of the year. */
    void allocate(LocalDate day, DemoTask task, int year, Vnd amount) {
        agenda.note(
                day,
                () -> story.as(Cast.DIRECTOR)
                        .because("Phân bổ dự toán năm " + year + " cho nhiệm vụ")
                        .under(LegalBasis.Kind.DECISION, "%d/QĐ-SKHCN".formatted(20 + task.number()), "Sở KH&CN", day)
                        .does(new AllocateToTask(appropriation(task.khoan(), year), task.id(), amount)));
    }

    /** Million đồng. */
    static Vnd million(long amount) {
        return new Vnd(amount * MILLION);
    }
}
