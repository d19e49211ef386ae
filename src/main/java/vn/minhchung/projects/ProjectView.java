package vn.minhchung.projects;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.OrganisationId;
import vn.minhchung.kernel.PartialDate;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.kernel.graphql.Readable;
import vn.minhchung.kernel.graphql.Viewer;

/**
 * A task as queries show it. Components are named as the GraphQL fields; references end in {@code Id}.
 *
 * @param code the code in use; null when a source gives none
 * @param codes all codes, the one in use last
 * @param title null when a past task's source gives none that is clear
 * @param investigators principal investigators; more than one only where a source names more
 * @param hostId null for a past task, whose host is a printed name
 * @param start as precise as the source; a day for an approved task
 * @param publishedOn null while unpublished; past tasks are public from the start
 * @param source where a past task is known from; null for an approved one
 */
public record ProjectView(
        @Nullable String code,
        List<TaskCode> codes,
        @Nullable String title,
        @Nullable TaskKind kind,
        @Nullable TaskLevel level,
        TaskState state,
        TaskStanding standing,
        List<PersonId> investigators,
        List<TaskMember> members,
        @Nullable OrganisationId hostId,
        @Nullable PartialDate start,
        @Nullable PartialDate end,
        @Nullable Integer durationMonths,
        @Nullable KhoanMode khoanMode,
        List<Trigger> triggers,
        List<PinnedRule> pinnedRules,
        @Nullable Contract contract,
        @Nullable LocalDate publishedOn,
        @Nullable Source source)
        implements Readable {

    /**
     * The contract, provisional or in force.
     *
     * @param confirmed false while a recorded contract waits for its second person
     */
    public record Contract(
            String number,
            LocalDate signedOn,
            Vnd value,
            OrganisationId departmentId,
            PersonId departmentSignatoryId,
            PersonId hostSignatoryId,
            boolean confirmed,
            List<TranchePlan> tranches) {

        /** The same contract, in force. */
        public Contract confirm() {
            return new Contract(
                    number, signedOn, value, departmentId, departmentSignatoryId, hostSignatoryId, true, tranches);
        }

        /** The same contract with another plan, as an annex sets it: its value is what the plan sums to. */
        public Contract planned(List<TranchePlan> plan) {
            return new Contract(
                    number,
                    signedOn,
                    Vnd.sum(plan.stream().map(TranchePlan::amount).toList()),
                    departmentId,
                    departmentSignatoryId,
                    hostSignatoryId,
                    confirmed,
                    plan);
        }
    }

    /** Where a past task is known from, and what stands there, cell by cell in the source's order. */
    public record Source(
            String title,
            @Nullable String url,
            @Nullable LocalDate retrievedOn,
            @Nullable String rating,
            List<PastCell> cells) {}

    /** Open to everybody: published here, or known from a published source. */
    public boolean open() {
        return publishedOn != null || standing == TaskStanding.AS_PUBLISHED;
    }

    /** Everybody who takes part in the task. */
    public List<PersonId> persons() {
        return Stream.concat(investigators.stream(), members.stream().map(TaskMember::person))
                .toList();
    }

    /** This task in another state. */
    public ProjectView in(TaskState newState, TaskStanding newStanding) {
        return with(
                code, codes, title, newState, newStanding, investigators, members, hostId, end, contract, publishedOn);
    }

    /** This task, open to everybody from this day. */
    public ProjectView published(LocalDate on) {
        return with(code, codes, title, state, standing, investigators, members, hostId, end, contract, on);
    }

    /** This task under another title. */
    public ProjectView titled(String newTitle) {
        return with(code, codes, newTitle, state, standing, investigators, members, hostId, end, contract, publishedOn);
    }

    /** This task with another code in use. */
    public ProjectView coded(String newCode, List<TaskCode> allCodes) {
        return with(
                newCode, allCodes, title, state, standing, investigators, members, hostId, end, contract, publishedOn);
    }

    /** This task with a contract. */
    public ProjectView under(Contract newContract) {
        return with(code, codes, title, state, standing, investigators, members, hostId, end, newContract, publishedOn);
    }

    /** This task carried out by others, or up to another day. */
    public ProjectView carriedOut(
            List<PersonId> by, List<TaskMember> team, @Nullable OrganisationId at, @Nullable PartialDate until) {
        return with(code, codes, title, state, standing, by, team, at, until, contract, publishedOn);
    }

    // The components that change; the others stay.
    private ProjectView with(
            @Nullable String code,
            List<TaskCode> codes,
            @Nullable String title,
            TaskState state,
            TaskStanding standing,
            List<PersonId> investigators,
            List<TaskMember> members,
            @Nullable OrganisationId hostId,
            @Nullable PartialDate end,
            @Nullable Contract contract,
            @Nullable LocalDate publishedOn) {
        return new ProjectView(
                code,
                codes,
                title,
                kind,
                level,
                state,
                standing,
                investigators,
                members,
                hostId,
                start,
                end,
                durationMonths,
                khoanMode,
                triggers,
                pinnedRules,
                contract,
                publishedOn,
                source);
    }

    @Override
    public boolean visibleTo(Viewer viewer) {
        return open() || party(viewer);
    }

    @Override
    public boolean party(Viewer viewer) {
        if (viewer.staff()) return true;
        if (hostId != null && viewer.hosts().contains(hostId)) return true;
        return viewer.actor() != null && persons().contains(viewer.actor().person());
    }
}
