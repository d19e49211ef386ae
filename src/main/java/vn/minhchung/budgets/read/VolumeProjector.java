package vn.minhchung.budgets.read;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.minhchung.budgets.BudgetsViews;
import vn.minhchung.budgets.TreasuryPaperView.Signature;
import vn.minhchung.budgets.VolumeEvent;
import vn.minhchung.budgets.VolumeEvent.*;
import vn.minhchung.budgets.VolumeState;
import vn.minhchung.budgets.VolumeView;
import vn.minhchung.budgets.VolumeView.Use;
import vn.minhchung.kernel.Recorded;
import vn.minhchung.kernel.TreasuryPaperId;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.kernel.view.Projector;
import vn.minhchung.kernel.view.ViewTable;
import vn.minhchung.kernel.view.ViewWriter;

/** Tables of completed work and what rests on them. */
@Component
class VolumeProjector implements Projector {
    @Override
    public String name() {
        return "budgets.Volume";
    }

    @Override
    public List<ViewTable<?>> tables() {
        return List.of(BudgetsViews.VOLUMES);
    }

    @Override
    public void project(Recorded recorded, ViewWriter views) {
        if (!(recorded.event() instanceof VolumeEvent event)) return;
        String id = event.volume().value();
        VolumeView before = views.get(BudgetsViews.VOLUMES, id);
        VolumeView after = event instanceof VolumeDrawnUp e
                ? drawnUp(e, TreasuryPaperProjector.day(recorded))
                : before == null ? null : after(before, event);
        if (after != null) views.put(BudgetsViews.VOLUMES, id, after);
    }

    private static VolumeView drawnUp(VolumeDrawnUp e, LocalDate on) {
        return new VolumeView(
                e.project(),
                e.host(),
                e.unit(),
                e.number(),
                e.tranche(),
                e.requestedOn(),
                e.throughOn(),
                e.rows(),
                e.contractValue(),
                e.completedBefore(),
                e.total(),
                VolumeState.DRAWN_UP,
                on,
                e.drawnBy(),
                null,
                null,
                List.of(),
                null);
    }

    private static VolumeView after(VolumeView v, VolumeEvent event) {
        return switch (event) {
            case VolumeDrawnUp _ -> v;
            case VolumeSignedSecond e ->
                with(v, VolumeState.SECOND_SIGNED, new Signature(e.signer(), e.signedOn()), null, v.uses(), null);
            case VolumeConfirmed e ->
                with(
                        v,
                        VolumeState.CONFIRMED,
                        v.secondSignature(),
                        new Signature(e.signer(), e.signedOn()),
                        v.uses(),
                        null);
            case VolumeCancelled e ->
                with(v, VolumeState.CANCELLED, v.secondSignature(), v.firstSignature(), v.uses(), e.reason());
            case VolumeUsed e -> with(v, v.state(), v.secondSignature(), v.firstSignature(), used(v, e), null);
            case VolumeFreed e -> with(v, v.state(), v.secondSignature(), v.firstSignature(), freed(v, e), null);
        };
    }

    /** As the guard counts: a paper that uses nothing any more no longer rests on the table. */
    private static List<Use> used(VolumeView v, VolumeUsed e) {
        List<Use> uses = new ArrayList<>(others(v, e.paper()));
        uses.add(new Use(e.paper(), of(v, e.paper()).plus(e.amount())));
        return uses;
    }

    private static List<Use> freed(VolumeView v, VolumeFreed e) {
        List<Use> uses = new ArrayList<>(others(v, e.paper()));
        Vnd left = of(v, e.paper()).minus(e.amount());
        if (left.isPositive()) uses.add(new Use(e.paper(), left));
        return uses;
    }

    private static List<Use> others(VolumeView v, TreasuryPaperId paper) {
        return v.uses().stream().filter(use -> !use.paper().equals(paper)).toList();
    }

    private static Vnd of(VolumeView v, TreasuryPaperId paper) {
        return Vnd.sum(v.uses().stream()
                .filter(use -> use.paper().equals(paper))
                .map(Use::amount)
                .toList());
    }

    private static VolumeView with(
            VolumeView v,
            VolumeState state,
            @Nullable Signature second,
            @Nullable Signature first,
            List<Use> uses,
            @Nullable String cancelReason) {
        return new VolumeView(
                v.project(),
                v.host(),
                v.unit(),
                v.number(),
                v.tranche(),
                v.requestedOn(),
                v.throughOn(),
                v.rows(),
                v.contractValue(),
                v.completedBefore(),
                v.total(),
                state,
                v.drawnOn(),
                v.drawers(),
                second,
                first,
                uses,
                cancelReason);
    }
}
