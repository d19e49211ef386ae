package vn.minhchung.demo;

import static vn.minhchung.demo.TopicPapers.line;
import static vn.minhchung.projects.LineCategory.DOMESTIC_EXPERTS;
import static vn.minhchung.projects.LineCategory.EQUIPMENT;
import static vn.minhchung.projects.LineCategory.MANAGEMENT;
import static vn.minhchung.projects.LineCategory.OTHER;
import static vn.minhchung.projects.LineCategory.REMUNERATION;
import static vn.minhchung.projects.LineCategory.SEMINARS_TRAVEL;
import static vn.minhchung.projects.LineCategory.STATIONERY;

import java.time.LocalDate;
import java.util.List;
import vn.minhchung.budgets.TreasuryPaperKind;
import vn.minhchung.budgets.TreasuryPaperLine;

/**
 * What the treasury pays for {@link TopicStory}'s task after its first year. 2025: 120 paid, 160 advanced and cleared, 100
 * paid. 2026: 97 paid, once the task is graded Đạt.
 */
final class TopicLaterMoney {
    private static final String THIRD = "advance-3";

    private final Story story;
    private final Agenda agenda;
    private final TopicPapers papers;

    TopicLaterMoney(Story story, Agenda agenda) {
        this.story = story;
        this.agenda = agenda;
        this.papers = new TopicPapers(story, agenda);
    }

    void note() {
        year2025();
        lastPayment();
    }

    private void year2025() {
        papers.volume(
                5,
                2,
                LocalDate.of(2025, 5, 15),
                LocalDate.of(2025, 5, 20),
                "Nội dung 3: mô hình học máy, bản thử",
                120);
        papers.pay(
                "payment-1",
                2025,
                2,
                5,
                LocalDate.of(2025, 5, 26),
                List.of(
                        line(REMUNERATION, 60),
                        line(DOMESTIC_EXPERTS, 10),
                        line(SEMINARS_TRAVEL, 20),
                        line(STATIONERY, 5),
                        line(OTHER, 10),
                        line(MANAGEMENT, 15)));
        papers.signed("payment-1", LocalDate.of(2025, 5, 27), LocalDate.of(2025, 5, 28), LocalDate.of(2025, 5, 29));
        papers.executed("payment-1", "KB-2025-101A", LocalDate.of(2025, 6, 2));
        papers.received("payment-1", LocalDate.of(2025, 6, 4));

        papers.withdraw(
                LocalDate.of(2025, 9, 4),
                "Tạm ứng đợt 3: mua thiết bị theo dự toán điều chỉnh; các lần tạm ứng trước đã thanh toán hết",
                TopicPapers.withdrawal(
                        THIRD,
                        TreasuryPaperKind.ADVANCE,
                        2025,
                        3,
                        List.of(line(EQUIPMENT, 104), line(REMUNERATION, 44), line(OTHER, 5), line(MANAGEMENT, 7)),
                        TopicTask.volume(5)));
        papers.signed(THIRD, LocalDate.of(2025, 9, 5), LocalDate.of(2025, 9, 8), LocalDate.of(2025, 9, 9));
        papers.executed(THIRD, "KB-2025-101B", LocalDate.of(2025, 9, 11));
        papers.received(THIRD, LocalDate.of(2025, 9, 15));

        papers.volume(
                6,
                3,
                LocalDate.of(2025, 11, 27),
                LocalDate.of(2025, 12, 1),
                "Nội dung 4: trạm cảm biến, thử nghiệm",
                260);
        papers.clear(
                "clearing-5",
                THIRD,
                6,
                LocalDate.of(2025, 12, 15),
                List.of(line(EQUIPMENT, 104), line(REMUNERATION, 44), line(OTHER, 5), line(MANAGEMENT, 7)));
        papers.pay(
                "payment-2",
                2025,
                3,
                6,
                LocalDate.of(2025, 12, 15),
                List.of(
                        line(REMUNERATION, 64),
                        line(DOMESTIC_EXPERTS, 10),
                        line(EQUIPMENT, 6),
                        line(SEMINARS_TRAVEL, 10),
                        line(STATIONERY, 5),
                        line(OTHER, 2),
                        line(MANAGEMENT, 3)));
        for (String paper : List.of("clearing-5", "payment-2"))
            papers.signed(paper, LocalDate.of(2025, 12, 16), LocalDate.of(2025, 12, 17), LocalDate.of(2025, 12, 18));
        papers.executed("clearing-5", "KB-2025-101C", LocalDate.of(2025, 12, 22));
        papers.executed("payment-2", "KB-2025-101D", LocalDate.of(2025, 12, 22));
        papers.received("payment-2", LocalDate.of(2025, 12, 25));
    }

    /** Of the last instalment 97 million: a paper that was never presented is not paid for. */
    private void lastPayment() {
        List<TreasuryPaperLine> lines = List.of(
                line(REMUNERATION, 72),
                line(SEMINARS_TRAVEL, 12),
                line(STATIONERY, 5),
                line(OTHER, 3),
                line(MANAGEMENT, 5));
        agenda.note(
                LocalDate.of(2026, 4, 6),
                () -> story.as(Cast.ACCOUNTANT)
                        .because("Thanh toán đợt cuối khi đề tài chưa nghiệm thu")
                        .inVain()
                        .does(TopicPapers.withdrawal("before-grade", TreasuryPaperKind.PAYMENT, 2026, 4, lines, null)));
        papers.volume(
                7,
                4,
                LocalDate.of(2026, 5, 19),
                LocalDate.of(2026, 5, 25),
                "Nội dung 5: bàn giao, báo cáo tổng hợp",
                97);
        papers.pay("payment-3", 2026, 4, 7, LocalDate.of(2026, 5, 28), lines);
        papers.signed("payment-3", LocalDate.of(2026, 5, 29), LocalDate.of(2026, 6, 1), LocalDate.of(2026, 6, 2));
        papers.executed("payment-3", "KB-2026-101A", LocalDate.of(2026, 6, 4));
        papers.received("payment-3", LocalDate.of(2026, 6, 8));
    }
}
