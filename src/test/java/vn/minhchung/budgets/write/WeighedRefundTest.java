package vn.minhchung.budgets.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.minhchung.budgets.write.Cast.TASK;
import static vn.minhchung.budgets.write.Cast.m;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.minhchung.budgets.RefundCause;
import vn.minhchung.budgets.RefundPart;
import vn.minhchung.budgets.RefundTerms;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.RuleRef;
import vn.minhchung.projects.TaskFacts;

/**
 * The worked refund of domain.md 2.12 and 1.11.1 by the shipped rules of both regimes: 800 received, 550 proven and cleared.
 * Amounts in million đồng.
 */
class WeighedRefundTest {
    private static final LocalDate UNDER_TTLT_27 = LocalDate.of(2025, 3, 10);
    private static final LocalDate UNDER_LAW_93 = LocalDate.of(2025, 11, 3);

    private final TaskFacts task = Cast.ended(Cast.task(TASK, 1_600, true), true, null);

    @Test
    void by_the_joint_circular_a_subjective_cause_costs_thirty_in_a_hundred_within_sixty_days() {
        WeighedRefund weighed = weigh(3_000, true, false, UNDER_TTLT_27);
        assertThat(weighed.debt()).isEqualTo(m(165));
        assertThat(weighed.toReturn()).isEqualTo(m(250));
        assertThat(weighed.rule()).isEqualTo(new RuleRef("refund.shares", "ttlt-27-2015"));
        assertThat(weighed.dueOn(UNDER_TTLT_27)).isEqualTo(LocalDate.of(2025, 5, 9));
        assertThatThrownBy(() -> weigh(2_999, true, false, UNDER_TTLT_27)).isInstanceOf(Refusal.class);
    }

    @Test
    void by_the_law_of_2025_nothing_proven_comes_back_when_the_procedure_was_followed_without_fraud() {
        WeighedRefund weighed = weigh(0, true, false, UNDER_LAW_93);
        assertThat(weighed.debt().isZero()).isTrue();
        assertThat(weighed.toReturn()).isEqualTo(m(250));
        assertThat(weighed.rule()).isEqualTo(new RuleRef("refund.shares", "luat-93-2025"));
    }

    @Test
    void by_the_law_of_2025_all_of_it_comes_back_after_fraud_or_where_the_procedure_was_not_followed() {
        assertThatThrownBy(() -> weigh(9_999, true, true, UNDER_LAW_93)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> weigh(9_999, false, false, UNDER_LAW_93)).isInstanceOf(Refusal.class);
        assertThat(weigh(10_000, true, true, UNDER_LAW_93).debt()).isEqualTo(m(550));
    }

    private WeighedRefund weigh(int shareBp, boolean procedureFollowed, boolean fraud, LocalDate on) {
        RefundTerms terms = new RefundTerms(
                List.of(new RefundPart(RefundCause.SUBJECTIVE, m(550), shareBp, "chậm tiến độ")),
                m(70),
                procedureFollowed,
                fraud);
        return WeighedRefund.of(terms, m(800), m(550), task, new AllShipped(), on);
    }
}
