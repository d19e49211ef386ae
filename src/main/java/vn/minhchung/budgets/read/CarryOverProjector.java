package vn.minhchung.budgets.read;

import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import vn.minhchung.budgets.BudgetsViews;
import vn.minhchung.budgets.CarryOverEvent;
import vn.minhchung.budgets.CarryOverEvent.*;
import vn.minhchung.budgets.CarryOverState;
import vn.minhchung.budgets.CarryOverView;
import vn.minhchung.kernel.CarryOverId;
import vn.minhchung.kernel.Recorded;
import vn.minhchung.kernel.view.Projector;
import vn.minhchung.kernel.view.ViewTable;
import vn.minhchung.kernel.view.ViewWriter;

/** What is asked to be carried over to the next year. */
@Component
class CarryOverProjector implements Projector {
    @Override
    public String name() {
        return "budgets.CarryOver";
    }

    @Override
    public List<ViewTable<?>> tables() {
        return List.of(BudgetsViews.CARRY_OVERS);
    }

    @Override
    public void project(Recorded recorded, ViewWriter views) {
        if (!(recorded.event() instanceof CarryOverEvent event)) return;
        CarryOverId id = event.carryOver();
        switch (event) {
            case CarryOverDeclared e -> views.put(BudgetsViews.CARRY_OVERS, id.value(), declared(e));
            case CarryOverConfirmationRecorded e ->
                change(id, views, v -> v.waits(CarryOverState.TREASURY_RECORDED, e.amount()));
            case CarryOverConfirmed e -> change(id, views, v -> v.confirmed(e.amount(), e.confirmedOn()));
            case CarryOverLetterRecorded e ->
                change(id, views, v -> v.waits(CarryOverState.LETTER_RECORDED, e.amount()));
            case CarryOverRecordRejected _ ->
                change(
                        id,
                        views,
                        v -> v.waits(
                                v.confirmed() == null ? CarryOverState.DECLARED : CarryOverState.TREASURY_CONFIRMED,
                                null));
            case CarryOverRefused e -> change(id, views, v -> v.refused(e.number()));
            case CarryOverWithdrawn _ -> change(id, views, v -> v.waits(CarryOverState.WITHDRAWN, null));
            case CarriedOver e ->
                change(id, views, v -> v.carried(e.into(), e.parts(), e.number(), e.amount(), e.effectiveOn()));
        }
    }

    private static CarryOverView declared(CarryOverDeclared e) {
        return new CarryOverView(
                e.code().unit(),
                e.code().year(),
                e.kind(),
                CarryOverState.DECLARED,
                e.appropriation(),
                null,
                e.amount(),
                e.parts(),
                e.reason(),
                e.declaredOn(),
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static void change(CarryOverId id, ViewWriter views, UnaryOperator<CarryOverView> change) {
        CarryOverView before = views.get(BudgetsViews.CARRY_OVERS, id.value());
        if (before != null) views.put(BudgetsViews.CARRY_OVERS, id.value(), change.apply(before));
    }
}
