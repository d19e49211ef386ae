package vn.minhchung.budgets.api;

import java.util.List;
import vn.minhchung.budgets.Recoded;
import vn.minhchung.budgets.TreasuryPaperKind;
import vn.minhchung.budgets.TreasuryPaperLine;
import vn.minhchung.budgets.TreasuryPaperView;
import vn.minhchung.kernel.graphql.Readable;
import vn.minhchung.kernel.graphql.Viewer;

/** The wrong side of a re-coding; whoever may read the paper may read it. */
record RecodedShown(Recoded recoded, TreasuryPaperView of) implements Readable {
    public TreasuryPaperKind as() {
        return recoded.as();
    }

    public int year() {
        return recoded.code().year();
    }

    public List<TreasuryPaperLine> lines() {
        return recoded.lines();
    }

    @Override
    public boolean visibleTo(Viewer viewer) {
        return of.visibleTo(viewer);
    }

    @Override
    public boolean party(Viewer viewer) {
        return of.party(viewer);
    }
}
