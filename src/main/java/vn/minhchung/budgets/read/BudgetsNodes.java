package vn.minhchung.budgets.read;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.minhchung.budgets.AppropriationView;
import vn.minhchung.budgets.BudgetsViews;
import vn.minhchung.budgets.CarryOverView;
import vn.minhchung.budgets.DepositAccountView;
import vn.minhchung.budgets.EstimateView;
import vn.minhchung.budgets.PostingView;
import vn.minhchung.budgets.RefundView;
import vn.minhchung.budgets.SavingsReportView;
import vn.minhchung.budgets.SettlementView;
import vn.minhchung.budgets.SpendingReportView;
import vn.minhchung.budgets.TreasuryPaperView;
import vn.minhchung.budgets.VolumeView;
import vn.minhchung.kernel.graphql.NodeSource;

/** Kinds of ids this module answers for. */
@Configuration(proxyBeanMethods = false)
class BudgetsNodes {
    @Bean
    NodeSource<AppropriationView> appropriationNodes() {
        return new NodeSource<>("appropriation", "Appropriation", BudgetsViews.APPROPRIATIONS);
    }

    @Bean
    NodeSource<TreasuryPaperView> paperNodes() {
        return new NodeSource<>("paper", "TreasuryPaper", BudgetsViews.TREASURY_PAPERS);
    }

    @Bean
    NodeSource<RefundView> refundNodes() {
        return new NodeSource<>("refund", "Refund", BudgetsViews.REFUNDS);
    }

    @Bean
    NodeSource<VolumeView> volumeNodes() {
        return new NodeSource<>("volume", "Volume", BudgetsViews.VOLUMES);
    }

    @Bean
    NodeSource<DepositAccountView> depositAccountNodes() {
        return new NodeSource<>("deposit-account", "DepositAccount", BudgetsViews.DEPOSIT_ACCOUNTS);
    }

    @Bean
    NodeSource<EstimateView> estimateNodes() {
        return new NodeSource<>("estimate", "Estimate", BudgetsViews.ESTIMATES);
    }

    @Bean
    NodeSource<CarryOverView> carryOverNodes() {
        return new NodeSource<>("carry-over", "CarryOver", BudgetsViews.CARRY_OVERS);
    }

    @Bean
    NodeSource<SpendingReportView> spendingReportNodes() {
        return new NodeSource<>("spending-report", "SpendingReport", BudgetsViews.SPENDING_REPORTS);
    }

    @Bean
    NodeSource<SavingsReportView> savingsReportNodes() {
        return new NodeSource<>("savings-report", "SavingsReport", BudgetsViews.SAVINGS_REPORTS);
    }

    @Bean
    NodeSource<SettlementView> settlementNodes() {
        return new NodeSource<>("settlement", "Settlement", BudgetsViews.SETTLEMENTS);
    }

    @Bean
    NodeSource<PostingView> postingNodes() {
        return new NodeSource<>("posting", "Posting", BudgetsViews.POSTINGS);
    }
}
