package vn.minhchung.demo;

import static vn.minhchung.demo.DemoMoney.million;

import java.time.LocalDate;
import vn.minhchung.budgets.AppropriationCommand.AllocateToTask;
import vn.minhchung.budgets.AppropriationCommand.AssignAppropriation;
import vn.minhchung.budgets.AppropriationCommand.EnterInTabmis;
import vn.minhchung.budgets.DepositAccountCommand.CloseDepositAccount;
import vn.minhchung.budgets.DepositAccountCommand.ConfirmDepositAccount;
import vn.minhchung.budgets.DepositAccountCommand.RegisterDepositAccount;
import vn.minhchung.kernel.LegalBasis;
import vn.minhchung.kernel.Vnd;

/** Where the money of {@link TopicStory}'s task comes from each year, and the account of the host it goes to. */
final class TopicFunds {
    /** A programme of its own in the budget code: smart farming. */
    private static final String PROGRAMME = "00401";

    private static final String COMMITTEE = "UBND tỉnh Hưng Yên";

    private final Story story;
    private final Agenda agenda;

    TopicFunds(Story story, Agenda agenda) {
        this.story = story;
        this.agenda = agenda;
    }

    void note() {
        account();
        assigned(2024, 500, LocalDate.of(2024, 2, 26), "398/QĐ-UBND");
        allocated(2024, 400, LocalDate.of(2024, 3, 6), "41/QĐ-SKHCN");
        allocated(2024, 80, LocalDate.of(2024, 10, 2), "163/QĐ-SKHCN");
        assigned(2025, 400, LocalDate.of(2025, 1, 6), "14/QĐ-UBND");
        allocated(2025, 320, LocalDate.of(2025, 2, 10), "19/QĐ-SKHCN");
        allocated(2025, 60, LocalDate.of(2025, 7, 21), "124/QĐ-SKHCN");
        assigned(2026, 120, LocalDate.of(2026, 1, 12), "22/QĐ-UBND");
        allocated(2026, 100, LocalDate.of(2026, 3, 2), "27/QĐ-SKHCN");
    }

    private void account() {
        LocalDate opened = LocalDate.of(2024, 3, 4);
        agenda.note(
                opened,
                () -> story.as(Cast.HOST_HEAD)
                        .because("Tài khoản tiền gửi riêng của đề tài")
                        .does(new RegisterDepositAccount(
                                TopicTask.ACCOUNT,
                                TopicTask.HOST,
                                "3713.0.1099911",
                                Organisation.TREASURY.fullName(),
                                opened,
                                null)));
        agenda.note(
                opened.plusDays(1),
                () -> story.as(Cast.ACCOUNTANT)
                        .because("Đã đối chiếu với giấy xác nhận của kho bạc")
                        .under(LegalBasis.Kind.LETTER, "88/KBHY-KT", Organisation.TREASURY.fullName(), opened)
                        .does(new ConfirmDepositAccount(TopicTask.ACCOUNT)));
        LocalDate closed = LocalDate.of(2026, 6, 29);
        agenda.note(
                closed,
                () -> story.as(Cast.HOST_HEAD)
                        .because("Đề tài đã quyết toán, tài khoản hết số dư")
                        .under(LegalBasis.Kind.LETTER, "52/CV-ĐHSPKT", "Trường ĐHSPKT Hưng Yên", closed)
                        .does(new CloseDepositAccount(TopicTask.ACCOUNT, closed)));
    }

    private void assigned(int year, int millions, LocalDate day, String decision) {
        agenda.note(
                day,
                () -> story.as(Cast.COMMITTEE)
                        .because("Giao dự toán chương trình nông nghiệp thông minh năm " + year)
                        .under(LegalBasis.Kind.DECISION, decision, COMMITTEE, day)
                        .does(new AssignAppropriation(
                                TopicTask.appropriation(year),
                                Organisation.DEPARTMENT.id(),
                                "417",
                                "101",
                                "12",
                                PROGRAMME,
                                year,
                                Vnd.ZERO,
                                million(millions))));
        LocalDate entered = day.plusDays(7);
        agenda.note(
                entered,
                () -> story.as(Cast.FINANCE)
                        .because("Đã nhập dự toán vào TABMIS")
                        .under(LegalBasis.Kind.LETTER, "%d/STC-NS".formatted(40 + year % 100), "Sở Tài chính", entered)
                        .does(new EnterInTabmis(TopicTask.appropriation(year), entered)));
    }

    private void allocated(int year, int millions, LocalDate day, String decision) {
        agenda.note(
                day,
                () -> story.as(Cast.DIRECTOR)
                        .because("Phân bổ dự toán năm %d cho đề tài".formatted(year))
                        .under(LegalBasis.Kind.DECISION, decision, "Sở KH&CN Hưng Yên", day)
                        .does(new AllocateToTask(TopicTask.appropriation(year), TopicTask.ID, million(millions))));
    }
}
