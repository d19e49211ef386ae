package vn.minhchung.demo;

import static vn.minhchung.demo.DemoMoney.million;
import static vn.minhchung.demo.TopicPapers.line;
import static vn.minhchung.projects.LineCategory.DOMESTIC_EXPERTS;
import static vn.minhchung.projects.LineCategory.MANAGEMENT;
import static vn.minhchung.projects.LineCategory.MATERIALS;
import static vn.minhchung.projects.LineCategory.OTHER;
import static vn.minhchung.projects.LineCategory.REMUNERATION;
import static vn.minhchung.projects.LineCategory.SEMINARS_TRAVEL;
import static vn.minhchung.projects.LineCategory.STATIONERY;
import static vn.minhchung.projects.LineCategory.SURVEYS;

import java.time.LocalDate;
import java.util.List;
import vn.minhchung.budgets.TreasuryPaperCommand.PrepareReturn;
import vn.minhchung.budgets.TreasuryPaperKind;
import vn.minhchung.budgets.TreasuryPaperLine;
import vn.minhchung.kernel.LegalBasis;

/**
 * What the treasury pays for {@link TopicStory}'s task. 2024: 400 advanced, 190 cleared (47.5 %: no further advance), 10 more
 * cleared (50 %: 80 advanced), the rest cleared but 20, returned. {@link TopicLaterMoney} tells the years after.
 */
final class TopicMoney {
    private static final String FIRST = "advance-1";
    private static final String SECOND = "advance-2";

    private final Story story;
    private final Agenda agenda;
    private final TopicPapers papers;

    TopicMoney(Story story, Agenda agenda) {
        this.story = story;
        this.agenda = agenda;
        this.papers = new TopicPapers(story, agenda);
    }

    void note() {
        firstAdvance();
        halfCleared();
        yearEnd();
    }

    private void firstAdvance() {
        List<TreasuryPaperLine> lines = List.of(
                line(REMUNERATION, 200),
                line(DOMESTIC_EXPERTS, 20),
                line(MATERIALS, 100),
                line(SURVEYS, 50),
                line(SEMINARS_TRAVEL, 15),
                line(STATIONERY, 10),
                line(MANAGEMENT, 5));
        papers.withdraw(
                LocalDate.of(2024, 3, 11),
                "Tạm ứng đợt 1 theo hợp đồng, trong mức 50% kinh phí ngân sách nhà nước",
                TopicPapers.withdrawal(FIRST, TreasuryPaperKind.ADVANCE, 2024, 1, lines, null));
        papers.signed(FIRST, LocalDate.of(2024, 3, 12), LocalDate.of(2024, 3, 13), LocalDate.of(2024, 3, 14));
        papers.returned(
                FIRST,
                LocalDate.of(2024, 3, 18),
                "Hồ sơ lần đầu thiếu bản sao quyết định giao dự toán",
                LocalDate.of(2024, 3, 21));
        papers.executed(FIRST, "KB-2024-101A", LocalDate.of(2024, 3, 25));
        papers.received(FIRST, LocalDate.of(2024, 3, 27));
    }

    /** 190 of 400 is 47.5 %: the next advance has to wait; 200 is half. */
    private void halfCleared() {
        List<TreasuryPaperLine> next = List.of(
                line(REMUNERATION, 40),
                line(MATERIALS, 20),
                line(SEMINARS_TRAVEL, 5),
                line(OTHER, 5),
                line(MANAGEMENT, 10));
        papers.volume(
                1,
                1,
                LocalDate.of(2024, 9, 5),
                LocalDate.of(2024, 9, 9),
                "Nội dung 1: điều tra 1.000 hộ, mô hình",
                190);
        papers.clear(
                "clearing-1",
                FIRST,
                1,
                LocalDate.of(2024, 9, 16),
                List.of(
                        line(REMUNERATION, 96),
                        line(DOMESTIC_EXPERTS, 10),
                        line(MATERIALS, 30),
                        line(SURVEYS, 50),
                        line(SEMINARS_TRAVEL, 4)));
        papers.signed("clearing-1", LocalDate.of(2024, 9, 17), LocalDate.of(2024, 9, 18), LocalDate.of(2024, 9, 19));
        papers.executed("clearing-1", "KB-2024-101B", LocalDate.of(2024, 9, 23));
        agenda.note(
                LocalDate.of(2024, 10, 7),
                () -> story.as(Cast.ACCOUNTANT)
                        .because("Tạm ứng đợt 2 khi mới thanh toán 190/400 triệu đồng")
                        .inVain()
                        .does(TopicPapers.withdrawal(
                                "too-early", TreasuryPaperKind.ADVANCE, 2024, 2, next, TopicTask.volume(1))));
        papers.volume(2, 1, LocalDate.of(2024, 10, 4), LocalDate.of(2024, 10, 8), "Báo cáo chuyên gia kỳ 2", 10);
        papers.clear("clearing-2", FIRST, 2, LocalDate.of(2024, 10, 14), List.of(line(DOMESTIC_EXPERTS, 10)));
        papers.signed("clearing-2", LocalDate.of(2024, 10, 15), LocalDate.of(2024, 10, 16), LocalDate.of(2024, 10, 17));
        papers.executed("clearing-2", "KB-2024-101C", LocalDate.of(2024, 10, 21));
        papers.withdraw(
                LocalDate.of(2024, 10, 23),
                "Đã thanh toán 200/400 triệu đồng, tạm ứng đợt 2",
                TopicPapers.withdrawal(SECOND, TreasuryPaperKind.ADVANCE, 2024, 2, next, TopicTask.volume(2)));
        papers.signed(SECOND, LocalDate.of(2024, 10, 24), LocalDate.of(2024, 10, 25), LocalDate.of(2024, 10, 28), true);
        papers.executed(SECOND, "KB-2024-101D", LocalDate.of(2024, 10, 30));
        papers.received(SECOND, LocalDate.of(2024, 11, 4));
    }

    /** Before the year ends everything advanced is cleared, and what the typhoon left undone comes back. */
    private void yearEnd() {
        papers.volume(
                3,
                1,
                LocalDate.of(2024, 11, 29),
                LocalDate.of(2024, 12, 2),
                "Nội dung 2: dữ liệu cảm biến năm 2024, phần việc của đợt 1",
                180);
        papers.volume(
                4,
                2,
                LocalDate.of(2024, 11, 29),
                LocalDate.of(2024, 12, 2),
                "Nội dung 2: dữ liệu cảm biến năm 2024, phần việc của đợt 2",
                80);
        papers.clear(
                "clearing-3",
                FIRST,
                3,
                LocalDate.of(2024, 12, 12),
                List.of(
                        line(REMUNERATION, 104),
                        line(MATERIALS, 50),
                        line(SEMINARS_TRAVEL, 11),
                        line(STATIONERY, 10),
                        line(MANAGEMENT, 5)));
        papers.clear(
                "clearing-4",
                SECOND,
                4,
                LocalDate.of(2024, 12, 12),
                List.of(
                        line(REMUNERATION, 40),
                        line(MATERIALS, 20),
                        line(SEMINARS_TRAVEL, 5),
                        line(OTHER, 5),
                        line(MANAGEMENT, 10)));
        agenda.note(
                LocalDate.of(2024, 12, 12),
                () -> story.as(Cast.ACCOUNTANT)
                        .because("Mô hình tại bãi ven sông bị bão số 3 làm ngập, không triển khai được")
                        .under(
                                LegalBasis.Kind.LETTER,
                                "61/CV-ĐHSPKT",
                                "Trường ĐHSPKT Hưng Yên",
                                LocalDate.of(2024, 12, 9))
                        .does(new PrepareReturn(
                                TopicTask.paper("return"),
                                TopicTask.paper(FIRST),
                                "101-R/2024",
                                List.of(line(MATERIALS, 20)),
                                million(20),
                                "Phần vật tư của mô hình không triển khai do bão số 3 (Yagi)")));
        LocalDate second = LocalDate.of(2024, 12, 13);
        LocalDate first = LocalDate.of(2024, 12, 16);
        LocalDate sent = LocalDate.of(2024, 12, 17);
        for (String paper : List.of("clearing-3", "clearing-4", "return")) papers.signed(paper, second, first, sent);
        papers.executed("clearing-3", "KB-2024-101E", LocalDate.of(2024, 12, 19));
        papers.executed("clearing-4", "KB-2024-101F", LocalDate.of(2024, 12, 19));
        papers.executed("return", "KB-2024-101G", LocalDate.of(2024, 12, 23));
    }
}
