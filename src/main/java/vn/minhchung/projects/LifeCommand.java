package vn.minhchung.projects;

import static vn.minhchung.kernel.Role.ACCOUNTANT;
import static vn.minhchung.kernel.Role.CHIEF_ACCOUNTANT;
import static vn.minhchung.kernel.Role.COMMITTEE;
import static vn.minhchung.kernel.Role.DEPUTY_DIRECTOR;
import static vn.minhchung.kernel.Role.DIRECTOR;
import static vn.minhchung.kernel.Role.HOST_HEAD;
import static vn.minhchung.kernel.Role.INVESTIGATOR;
import static vn.minhchung.kernel.Role.OFFICER;
import static vn.minhchung.kernel.Role.REGISTRAR;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.kernel.command.Inputs;
import vn.minhchung.kernel.command.MayBeSentBy;

/** What can be asked about a task under contract. */
public sealed interface LifeCommand extends ProjectCommand {

    /** A letter of the host, or a proposal of the officer, with its reason in the decision. */
    @MayBeSentBy(
            mutation = "proposeSuspension",
            roles = {OFFICER, HOST_HEAD})
    record ProposeSuspension(ProjectId project) implements LifeCommand {}

    /** The proposal is not followed. */
    @MayBeSentBy(
            mutation = "declineSuspension",
            roles = {DIRECTOR, COMMITTEE},
            seen = true)
    record DeclineSuspension(ProjectId project) implements LifeCommand {}

    /** The notice of suspension: taking it and holding the money is one act. It counts from {@code decision.effectiveOn}. */
    @MayBeSentBy(
            mutation = "suspendTask",
            roles = {OFFICER, DIRECTOR, COMMITTEE},
            deciders = {DIRECTOR, COMMITTEE},
            seen = true)
    record SuspendTask(ProjectId project) implements LifeCommand {}

    /** A suspended task goes on, from {@code decision.effectiveOn}. */
    @MayBeSentBy(
            mutation = "resumeTask",
            roles = {OFFICER, DIRECTOR, COMMITTEE},
            deciders = {DIRECTOR, COMMITTEE},
            seen = true)
    record ResumeTask(ProjectId project) implements LifeCommand {}

    /**
     * Ends the contract of a suspended task once papers and site were checked.
     *
     * @param refund to be paid back; zero needs {@code noRefundReason}
     */
    @MayBeSentBy(
            mutation = "terminateTask",
            roles = {OFFICER, DIRECTOR, COMMITTEE},
            deciders = {COMMITTEE, DIRECTOR},
            seen = true)
    record TerminateTask(
            ProjectId project, Vnd refund, @Nullable String noRefundReason, String productPlan, String assetPlan)
            implements LifeCommand {}

    /**
     * How the host assesses its own results.
     *
     * @param document number of the report (Mẫu 1)
     */
    @MayBeSentBy(
            mutation = "fileSelfEvaluation",
            roles = {HOST_HEAD})
    record FileSelfEvaluation(ProjectId project, Grade grade, String document) implements LifeCommand {}

    /**
     * The dossier for acceptance, for the first time or with what was missing.
     *
     * @param papers final report, summary, products, data and lab books, expenditure report, self-evaluation, related papers
     */
    @MayBeSentBy(
            mutation = "fileAcceptanceDossier",
            roles = {HOST_HEAD})
    record FileAcceptanceDossier(ProjectId project, List<String> papers) implements LifeCommand {
        public FileAcceptanceDossier {
            papers = Inputs.list(papers);
        }
    }

    /**
     * The department's answer to a dossier.
     *
     * @param missing what is to be supplemented; null when the dossier is valid
     */
    @MayBeSentBy(
            mutation = "checkAcceptanceDossier",
            roles = {OFFICER},
            seen = true)
    record CheckAcceptanceDossier(
            ProjectId project, @Nullable String missing) implements LifeCommand {}

    /** The council's result, from its minutes. */
    @MayBeSentBy(
            mutation = "recordGrade",
            roles = {OFFICER},
            deciders = {DIRECTOR, DEPUTY_DIRECTOR, COMMITTEE},
            seen = true)
    record RecordGrade(
            ProjectId project,
            Grade grade,
            LocalDate gradedOn,
            PersonId chair,
            @Nullable String conclusions,
            @Nullable String workDone)
            implements LifeCommand {}

    /**
     * The report of the present period, or again of one that was returned.
     *
     * @param until last day it covers
     * @param document number of the report (A-1-BCĐK)
     * @param work what was done
     */
    @MayBeSentBy(
            mutation = "filePeriodicReport",
            roles = {HOST_HEAD, INVESTIGATOR})
    record FilePeriodicReport(
            ProjectId project, LocalDate until, String document, String work, List<TaskProduct> products)
            implements LifeCommand {
        public FilePeriodicReport {
            products = Inputs.list(products);
        }
    }

    /**
     * The department's answer to a report.
     *
     * @param missing what is to be supplemented; null when it is accepted
     */
    @MayBeSentBy(
            mutation = "reviewPeriodicReport",
            roles = {OFFICER},
            seen = true)
    record ReviewPeriodicReport(ProjectId project, @Nullable String missing) implements LifeCommand {}

    /**
     * Notice of an inspection, 5 working days ahead.
     *
     * @param planned in the yearly plan; else ad hoc
     */
    @MayBeSentBy(
            mutation = "announceInspection",
            roles = {OFFICER})
    record AnnounceInspection(ProjectId project, LocalDate on, boolean planned, String purpose)
            implements LifeCommand {}

    /** The announced inspection, from its minutes (C-2). */
    @MayBeSentBy(
            mutation = "recordInspection",
            roles = {OFFICER},
            seen = true)
    record RecordInspection(ProjectId project, LocalDate on, List<Attendance> present, String findings)
            implements LifeCommand {
        public RecordInspection {
            present = Inputs.list(present);
        }
    }

    /** What the host corrected after acceptance. */
    @MayBeSentBy(
            mutation = "fileCorrections",
            roles = {HOST_HEAD, INVESTIGATOR})
    record FileCorrections(ProjectId project, String document, String explanation) implements LifeCommand {}

    /** The chair's certificate that the corrections are made. */
    @MayBeSentBy(
            mutation = "certifyCorrections",
            roles = {OFFICER},
            seen = true)
    record CertifyCorrections(ProjectId project, PersonId chair, LocalDate certifiedOn, String document)
            implements LifeCommand {}

    /** The certificate that the results are registered. */
    @MayBeSentBy(
            mutation = "recordCertificate",
            roles = {OFFICER, REGISTRAR},
            seen = true)
    record RecordCertificate(ProjectId project, String certificate, LocalDate issuedOn) implements LifeCommand {}

    /** The approving authority recognises the results, from {@code decision.effectiveOn}. */
    @MayBeSentBy(
            mutation = "recogniseResults",
            roles = {OFFICER, DIRECTOR, COMMITTEE},
            deciders = {COMMITTEE, DIRECTOR},
            seen = true)
    record RecogniseResults(ProjectId project) implements LifeCommand {}

    /** What becomes of products, assets and rights. */
    @MayBeSentBy(
            mutation = "handOverAssets",
            roles = {OFFICER, DIRECTOR, COMMITTEE},
            deciders = {DIRECTOR, COMMITTEE},
            seen = true)
    record HandOverAssets(ProjectId project, LocalDate on, List<HandedOver> items, String rights)
            implements LifeCommand {
        public HandOverAssets {
            items = Inputs.list(items);
        }
    }

    /** The minutes by which both parties end the contract. */
    @MayBeSentBy(
            mutation = "liquidateContract",
            roles = {OFFICER, DEPUTY_DIRECTOR, DIRECTOR},
            deciders = {DIRECTOR, DEPUTY_DIRECTOR},
            seen = true)
    record LiquidateContract(ProjectId project, String number, LocalDate signedOn, PersonId hostSignatory)
            implements LifeCommand {}

    /** Something about the task was posted. */
    @MayBeSentBy(
            mutation = "recordPublicity",
            roles = {OFFICER, REGISTRAR, HOST_HEAD})
    record RecordPublicity(
            ProjectId project,
            PublicityKind kind,
            LocalDate postedOn,
            @Nullable LocalDate until,
            String place) implements LifeCommand {}

    /** A second person has compared the recorded decision with the signed paper. */
    @MayBeSentBy(
            mutation = "confirmTaskDecision",
            roles = {OFFICER, ACCOUNTANT, CHIEF_ACCOUNTANT, REGISTRAR, DEPUTY_DIRECTOR, DIRECTOR},
            seen = true)
    record ConfirmTaskDecision(ProjectId project) implements LifeCommand {}

    /** The recorded decision does not agree with the signed paper; the reason stands in the decision. */
    @MayBeSentBy(
            mutation = "rejectTaskDecision",
            roles = {OFFICER, ACCOUNTANT, CHIEF_ACCOUNTANT, REGISTRAR, DEPUTY_DIRECTOR, DIRECTOR},
            seen = true)
    record RejectTaskDecision(ProjectId project) implements LifeCommand {}
}
