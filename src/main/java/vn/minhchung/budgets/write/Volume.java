package vn.minhchung.budgets.write;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;
import vn.minhchung.budgets.VolumeCommand.CancelVolume;
import vn.minhchung.budgets.VolumeCommand.DrawUpVolume;
import vn.minhchung.budgets.VolumeEvent;
import vn.minhchung.budgets.VolumeEvent.*;
import vn.minhchung.budgets.VolumeRow;
import vn.minhchung.budgets.VolumeState;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.TreasuryPaperId;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.kernel.VolumeId;
import vn.minhchung.projects.TaskFacts;

/**
 * A table of completed work (Mẫu 08a): drawn up by an officer, signed by the two registered signatories. Payments and
 * clearings use up what it says was completed, so the same work is never paid for twice; a further advance only names it.
 */
@AggregateRoot(type = "Volume")
class Volume {
    @AggregateIdentifier
    private String id;

    private ProjectId project;
    private OrganisationId unit;
    private int tranche;
    private VolumeState state;
    private Vnd total;
    private List<PersonId> drawnBy;
    private List<PersonId> secondBy = List.of();
    /** Papers that rest on it, with what of the work each uses. */
    private final Map<TreasuryPaperId, Vnd> uses = new HashMap<>();

    Volume() {}

    List<PersonId> drawnBy() {
        return drawnBy;
    }

    ProjectId project() {
        return project;
    }

    Vnd total() {
        return total;
    }

    boolean confirmed() {
        return state == VolumeState.CONFIRMED;
    }

    /** @param completedBefore by the task's confirmed tables so far */
    void decide(DrawUpVolume command, Decision decision, TaskFacts task, Vnd completedBefore) {
        decision.requireTaken();
        Acting.notAfter(command.requestedOn(), decision.today(), "requestedOn");
        Acting.notAfter(command.throughOn(), decision.today(), "throughOn");
        check(command.rows(), command.total());
        List<PersonId> inspected = command.inspectedBy() == null ? List.of() : command.inspectedBy();
        apply(new VolumeDrawnUp(
                command.volume(),
                task.id(),
                task.host(),
                command.unit(),
                command.number().strip(),
                command.tranche(),
                command.requestedOn(),
                command.throughOn(),
                List.copyOf(command.rows()),
                task.contractValue() == null ? Vnd.ZERO : task.contractValue(),
                completedBefore,
                command.total(),
                Stream.concat(Acting.persons(decision, Role.OFFICER).stream(), inspected.stream())
                        .distinct()
                        .toList()));
    }

    private static void check(List<VolumeRow> rows, Vnd total) {
        for (int i = 0; i < rows.size(); i++)
            if (!rows.get(i).completed().isPositive()
                    || rows.get(i).contractValue().isNegative())
                throw Refusal.of(
                                ErrorCode.AMOUNT_NOT_POSITIVE,
                                "actual",
                                rows.get(i).completed().digits())
                        .at("rows", Integer.toString(i), "completed");
        Vnd sum = Vnd.sum(rows.stream().map(VolumeRow::completed).toList());
        if (rows.isEmpty() || !sum.equals(total))
            throw Refusal.of(ErrorCode.LINES_DO_NOT_SUM, "limit", total.digits(), "actual", sum.digits())
                    .at("total");
    }

    void signSecond(Decision decision, SigningRules signing) {
        decision.requireTaken();
        requireState(EnumSet.of(VolumeState.DRAWN_UP));
        List<PersonId> persons = Acting.persons(decision, Role.CHIEF_ACCOUNTANT, Role.ACCOUNTANT);
        signing.second(unit, decision, persons, drawnBy);
        apply(new VolumeSignedSecond(self(), project, decision.person(), persons, decision.effectiveOn()));
    }

    void signFirst(Decision decision, SigningRules signing) {
        decision.requireTaken();
        requireState(EnumSet.of(VolumeState.SECOND_SIGNED));
        List<PersonId> persons = Acting.persons(decision, Role.DIRECTOR, Role.DEPUTY_DIRECTOR);
        signing.first(unit, decision, persons, drawnBy, secondBy, drawnBy);
        apply(new VolumeConfirmed(self(), project, total, decision.person(), persons, decision.effectiveOn()));
    }

    void decide(CancelVolume command, Decision decision) {
        decision.requireTaken();
        requireState(EnumSet.of(VolumeState.DRAWN_UP, VolumeState.SECOND_SIGNED, VolumeState.CONFIRMED));
        if (!uses.isEmpty())
            throw Refusal.of(
                    ErrorCode.VOLUME_IN_USE,
                    "by",
                    uses.keySet().stream().map(TreasuryPaperId::value).sorted().toList());
        apply(new VolumeCancelled(self(), project, total, Acting.reason(command.reason())));
    }

    /**
     * A paper rests on it.
     *
     * @param instalment the paper is of: what is paid or cleared is work of that instalment; a further advance rests on the
     *     work of an earlier one
     * @param amount of the work the paper pays for or clears; zero for an advance
     * @throws Refusal INVALID_INPUT for a table of another task or instalment, VOLUME_EXCEEDED naming what is left
     */
    void use(TreasuryPaperId paper, ProjectId of, int instalment, Vnd amount) {
        requireState(EnumSet.of(VolumeState.CONFIRMED));
        if (!project.equals(of))
            throw Refusal.of(ErrorCode.INVALID_INPUT, "value", id, "expected", of.value())
                    .at("volume");
        if (amount.isPositive() && instalment != tranche)
            throw Refusal.of(ErrorCode.INVALID_INPUT, "problem", "instalment", "value", tranche, "expected", instalment)
                    .at("volume");
        Vnd left = total.minus(Vnd.sum(uses.values()));
        Limits.require(ErrorCode.VOLUME_EXCEEDED, total, left, amount, "volume");
        apply(new VolumeUsed(self(), project, paper, amount));
    }

    /** @param amount of what the paper used; all of it when the paper no longer rests on the table */
    void free(TreasuryPaperId paper, @Nullable Vnd amount) {
        Vnd used = uses.get(paper);
        if (used != null) apply(new VolumeFreed(self(), project, paper, amount == null ? used : amount));
    }

    @EventSourcingHandler
    void evolve(VolumeEvent event) {
        id = event.volume().value();
        switch (event) {
            case VolumeDrawnUp e -> {
                project = e.project();
                unit = e.unit();
                tranche = e.tranche();
                total = e.total();
                drawnBy = e.drawnBy();
                state = VolumeState.DRAWN_UP;
            }
            case VolumeSignedSecond e -> {
                secondBy = e.signedBy();
                state = VolumeState.SECOND_SIGNED;
            }
            case VolumeConfirmed _ -> state = VolumeState.CONFIRMED;
            case VolumeCancelled _ -> state = VolumeState.CANCELLED;
            case VolumeUsed e -> uses.merge(e.paper(), e.amount(), Vnd::plus);
            case VolumeFreed e -> {
                Vnd left = uses.getOrDefault(e.paper(), Vnd.ZERO).minus(e.amount());
                if (left.isPositive()) uses.put(e.paper(), left);
                else uses.remove(e.paper());
            }
        }
    }

    private VolumeId self() {
        return new VolumeId(id);
    }

    private void requireState(EnumSet<VolumeState> wanted) {
        if (!wanted.contains(state)) throw Refusal.of(ErrorCode.WRONG_STATE, "state", state, "needed", wanted);
    }
}
