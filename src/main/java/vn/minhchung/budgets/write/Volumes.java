package vn.minhchung.budgets.write;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.minhchung.budgets.TreasuryPaperKind;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.TreasuryPaperId;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.kernel.VolumeId;
import vn.minhchung.kernel.command.Aggregates;

/** The tables of completed work that papers rest on (TTLT 27/2015 art. 12–14; domain.md 2.5 and 2.7). */
final class Volumes {
    private final Aggregates aggregates;

    Volumes(Aggregates aggregates) {
        this.aggregates = aggregates;
    }

    /**
     * @param tranche the instalment the paper is of
     * @param amount of the work the paper pays for; zero for an advance
     */
    void use(@Nullable VolumeId volume, TreasuryPaperId paper, ProjectId task, int tranche, Vnd amount) {
        if (volume != null) aggregates.on(Volume.class, volume.value(), v -> v.use(paper, task, tranche, amount));
    }

    void use(PaperTerms paper, Vnd amount) {
        use(paper.volume(), paper.id(), paper.project(), paper.tranche(), paper.ofVolume(amount));
    }

    /** The paper no longer rests on its table. */
    void free(PaperTerms paper) {
        if (paper.volume() != null) aggregates.on(Volume.class, paper.volume().value(), v -> v.free(paper.id(), null));
    }

    /** The treasury booked less: the rest of the work may be paid by another paper. */
    void free(PaperTerms paper, Vnd amount) {
        if (paper.volume() != null && paper.kind() != TreasuryPaperKind.ADVANCE)
            aggregates.on(Volume.class, paper.volume().value(), v -> v.free(paper.id(), amount));
    }

    /** Who drew the table up or inspected the work: they sign no paper that rests on it. */
    List<PersonId> by(@Nullable VolumeId volume, @Nullable List<PersonId> others) {
        List<PersonId> drawers =
                volume == null ? List.of() : aggregates.ask(Volume.class, volume.value(), Volume::drawnBy);
        return others == null
                ? drawers
                : Stream.concat(drawers.stream(), others.stream()).distinct().toList();
    }
}
