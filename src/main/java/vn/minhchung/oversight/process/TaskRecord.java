package vn.minhchung.oversight.process;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.RuleRef;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.projects.BudgetShare;
import vn.minhchung.projects.ExceptionKind;
import vn.minhchung.projects.Grade;
import vn.minhchung.projects.KhoanMode;
import vn.minhchung.projects.LifeEvent.Decided;
import vn.minhchung.projects.TaskDecision;
import vn.minhchung.projects.TranchePlan;

/** What is on record about one task, as far as the checks ask; it changes as events are told. */
final class TaskRecord {
    final ProjectId id;

    @Nullable
    OrganisationId host;

    @Nullable
    PersonId investigator;

    KhoanMode khoan = KhoanMode.TUNG_PHAN;
    List<BudgetShare> shares = List.of();
    Map<String, RuleRef> pinned = Map.of();
    int termMonths;
    LocalDate approvedOn = LocalDate.MIN;
    LocalDate start = LocalDate.MIN;
    LocalDate end = LocalDate.MAX;
    /** Signed on; null until the contract holds. */
    @Nullable
    LocalDate contractedOn;

    @Nullable
    Ref contract;

    List<TranchePlan> tranches = List.of();

    @Nullable
    LocalDate suspendedFrom;

    /** First day it ran again after the last suspension; null before the first resumption. */
    @Nullable
    LocalDate resumedFrom;

    @Nullable
    LocalDate terminatedFrom;

    @Nullable
    Grade grade;

    boolean settled;
    int extensions;
    /** The first day of a signed contract that is not confirmed yet. */
    @Nullable
    LocalDate signedOn;

    final Map<Integer, ExceptionKind> exceptions = new HashMap<>();
    final Map<TaskDecision, Decided> provisional = new EnumMap<>(TaskDecision.class);
    final List<Former> former = new ArrayList<>();

    /** Who led the task until a day. */
    record Former(PersonId person, LocalDate until) {}

    TaskRecord(ProjectId id) {
        this.id = id;
    }

    boolean approved() {
        return host != null;
    }

    Vnd stateBudget() {
        return Vnd.sum(shares.stream()
                .filter(share -> share.source().state())
                .map(BudgetShare::amount)
                .toList());
    }

    Vnd otherBudget() {
        return Vnd.sum(shares.stream()
                .filter(share -> !share.source().state())
                .map(BudgetShare::amount)
                .toList());
    }

    /** Suspended, by what is known now, on this day. */
    boolean suspendedOn(LocalDate day) {
        return suspendedFrom != null
                && !day.isBefore(suspendedFrom)
                && (resumedFrom == null || day.isBefore(resumedFrom) || resumedFrom.isBefore(suspendedFrom));
    }

    boolean terminatedOn(LocalDate day) {
        return terminatedFrom != null && !day.isBefore(terminatedFrom);
    }

    /** The contract's last instalment, where it has several. */
    boolean last(int tranche) {
        return tranches.size() > 1 && tranches.stream().allMatch(plan -> plan.number() <= tranche);
    }
}
