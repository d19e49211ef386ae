package vn.minhchung.demo;

import static vn.minhchung.demo.DemoMoney.million;

import java.time.LocalDate;
import java.util.List;
import vn.minhchung.budgets.SettlementClaim;
import vn.minhchung.budgets.SettlementCommand.FileTaskSettlement;
import vn.minhchung.budgets.SettlementCommand.ReviewTaskSettlement;
import vn.minhchung.budgets.SettlementCut;
import vn.minhchung.budgets.SettlementOutcome;
import vn.minhchung.kernel.LegalBasis;
import vn.minhchung.kernel.Sha256;
import vn.minhchung.projects.LineCategory;

/** How a failed task of the story of refunds is settled, once, after liquidation and without a certificate. */
final class RefundSettlement {
    private final Story story;
    private final Agenda agenda;

    RefundSettlement(Story story, Agenda agenda) {
        this.story = story;
        this.agenda = agenda;
    }

    /**
     * Amounts in million đồng.
     *
     * @param refunded what of the remuneration was refunded and so is not settled
     */
    void settled(FailedTask task, long remuneration, long materials, long refunded, LocalDate filed) {
        String report = "%02d/BCQT-NN".formatted(task.number());
        agenda.note(
                filed,
                () -> story.as(task.head())
                        .because("Quyết toán nhiệm vụ đã chấm dứt, sau thanh lý hợp đồng")
                        .under(LegalBasis.Kind.LETTER, report, task.host().fullName(), filed)
                        .does(new FileTaskSettlement(
                                task.id(),
                                List.of(
                                        new SettlementClaim(LineCategory.REMUNERATION, million(remuneration)),
                                        new SettlementClaim(LineCategory.MATERIALS, million(materials))),
                                Sha256.hex(report))));
        List<SettlementCut> cuts = refunded == 0
                ? List.of()
                : List.of(new SettlementCut(
                        null,
                        LineCategory.REMUNERATION,
                        null,
                        million(refunded),
                        "Đã hoàn trả theo quyết định thu hồi kinh phí"));
        LocalDate noticed = filed.plusDays(14);
        agenda.note(
                noticed,
                () -> story.as(Cast.DIRECTOR)
                        .because("Số đề nghị khớp số đã thanh toán tạm ứng tại kho bạc")
                        .under(
                                LegalBasis.Kind.LETTER,
                                "%02d/TB-QTNN".formatted(task.number()),
                                "Sở KH&CN Hưng Yên",
                                noticed)
                        .does(new ReviewTaskSettlement(task.id(), SettlementOutcome.APPROVED, cuts, null)));
    }
}
