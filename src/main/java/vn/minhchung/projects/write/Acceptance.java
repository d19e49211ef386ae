package vn.minhchung.projects.write;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.DecisionMode;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.text.PlainText;
import vn.minhchung.projects.Grade;
import vn.minhchung.projects.LifeCommand.CertifyCorrections;
import vn.minhchung.projects.LifeCommand.CheckAcceptanceDossier;
import vn.minhchung.projects.LifeCommand.FileAcceptanceDossier;
import vn.minhchung.projects.LifeCommand.FileCorrections;
import vn.minhchung.projects.LifeCommand.FileSelfEvaluation;
import vn.minhchung.projects.LifeCommand.RecordGrade;
import vn.minhchung.projects.LifeEvent;
import vn.minhchung.projects.LifeEvent.AcceptanceDossierAccepted;
import vn.minhchung.projects.LifeEvent.AcceptanceDossierFiled;
import vn.minhchung.projects.LifeEvent.AcceptanceDossierReturned;
import vn.minhchung.projects.LifeEvent.CorrectionsCertified;
import vn.minhchung.projects.LifeEvent.CorrectionsFiled;
import vn.minhchung.projects.LifeEvent.SelfEvaluationFiled;
import vn.minhchung.projects.LifeEvent.TaskGraded;
import vn.minhchung.rules.Applied;

/** The way of a task to its grade: self-evaluation, dossier, check, the council's result (TT 11/2014/TT-BKHCN). */
final class Acceptance {
    /** Filing within so many days after the end; the grade is Không đạt when it is later than that by so many months. */
    static final String FILING = "deadline.acceptance-dossier";

    static final String LAPSE = "deadline.acceptance-dossier-lapse";
    private static final int MOST_PAPERS = 50;

    private boolean selfEvaluated;
    private @Nullable AcceptanceDossierFiled filed;
    private @Nullable LocalDate firstFiledOn;
    /** True once the last filing was answered, whichever way. */
    private boolean checked;

    private boolean valid;
    private @Nullable TaskGraded grade;
    private @Nullable CorrectionsFiled corrections;

    SelfEvaluationFiled decide(FileSelfEvaluation command, LifeCase on) {
        on.requireOfHost(Role.HOST_HEAD);
        if (filed != null && !(checked && !valid)) throw Refusal.of(ErrorCode.WRONG_STATE, "state", "DOSSIER_FILED");
        return new SelfEvaluationFiled(
                command.project(), command.grade(), Words.required(command.document(), "document"));
    }

    AcceptanceDossierFiled decide(FileAcceptanceDossier command, LifeCase on) {
        on.requireOfHost(Role.HOST_HEAD);
        if (!selfEvaluated) throw Refusal.of(ErrorCode.SELF_EVALUATION_MISSING);
        AcceptanceDossierFiled before = filed;
        if (before != null && !(checked && !valid))
            throw Refusal.of(ErrorCode.WRONG_STATE, "state", valid ? "DOSSIER_VALID" : "DOSSIER_FILED");
        if (command.papers().isEmpty() || command.papers().size() > MOST_PAPERS)
            throw Refusal.of(ErrorCode.INVALID_INPUT, "expected", "1–%d papers".formatted(MOST_PAPERS))
                    .at("papers");
        return new AcceptanceDossierFiled(
                command.project(),
                before == null ? 1 : before.number() + 1,
                command.papers().stream()
                        .map(paper -> Words.required(paper, "papers"))
                        .toList(),
                on.today());
    }

    LifeEvent decide(CheckAcceptanceDossier command, LifeCase on) {
        on.requireTaken();
        AcceptanceDossierFiled dossier = filed;
        if (dossier == null || checked) throw Refusal.of(ErrorCode.WRONG_STATE, "state", "NOTHING_TO_CHECK");
        return command.missing() == null
                ? new AcceptanceDossierAccepted(command.project(), dossier.number())
                : new AcceptanceDossierReturned(
                        command.project(), dossier.number(), Words.required(command.missing(), "missing"));
    }

    TaskGraded decide(RecordGrade command, LifeCase on) {
        if (!on.decision().recorded())
            throw Refusal.of(ErrorCode.INVALID_INPUT, "expected", DecisionMode.RECORDED, "value", DecisionMode.TAKEN)
                    .at("decision", "mode");
        on.requireMinutes();
        if (command.gradedOn().isAfter(on.today()))
            throw LifeCase.outOfOrder("gradedOn", command.gradedOn(), "today", on.today())
                    .at("gradedOn");
        if (command.grade() == Grade.FAILED) {
            if (command.workDone() == null || PlainText.saysNothing(command.workDone()))
                throw Refusal.of(ErrorCode.WORK_DONE_NOT_LISTED).at("workDone");
        }
        requireGradeOpen(command, on);
        return new TaskGraded(
                command.project(),
                command.grade(),
                command.gradedOn(),
                command.chair(),
                command.conclusions() == null ? null : Words.required(command.conclusions(), "conclusions"),
                command.workDone() == null ? null : Words.required(command.workDone(), "workDone"),
                on.recordedBy(Role.OFFICER));
    }

    /** A valid dossier, in time; without one in time there is one grade left. */
    private void requireGradeOpen(RecordGrade command, LifeCase on) {
        LocalDate filedOn = firstFiledOn;
        if (filedOn != null && !command.gradedOn().isBefore(filedOn) && valid) {
            requireInTime(filedOn, command, on);
            return;
        }
        // never filed, or never valid: graded only once the time for it has lapsed, and then Không đạt
        if (command.grade() == Grade.FAILED && lapsed(command.gradedOn(), on)) return;
        throw filedOn != null && valid
                ? LifeCase.outOfOrder("filedOn", filedOn, "gradedOn", command.gradedOn())
                        .at("gradedOn")
                : Refusal.of(ErrorCode.DOSSIER_NOT_VALID);
    }

    private static void requireInTime(LocalDate filedOn, RecordGrade command, LifeCase on) {
        LocalDate due = due(FILING, on.end(), on);
        Applied lapse = on.rules().on(LAPSE, due);
        lapse.work("from", due).ifPresent(worked -> {
            LocalDate last = LocalDate.parse(worked.text("on"));
            lapse.refuseUnless(
                    command.grade() == Grade.FAILED || !filedOn.isAfter(last),
                    ErrorCode.RULE_REFUSED,
                    "limit",
                    last,
                    "actual",
                    filedOn,
                    "grade",
                    Grade.FAILED);
        });
    }

    private static boolean lapsed(LocalDate day, LifeCase on) {
        LocalDate due = due(FILING, on.end(), on);
        return on.rules()
                .on(LAPSE, due)
                .work("from", due)
                .map(worked -> day.isAfter(LocalDate.parse(worked.text("on"))))
                .orElse(false);
    }

    /** The due day of a kind; where no version is in force the day itself. */
    private static LocalDate due(String family, LocalDate from, LifeCase on) {
        return on.rules()
                .on(family, from)
                .work("from", from)
                .map(worked -> LocalDate.parse(worked.text("on")))
                .orElse(from);
    }

    CorrectionsFiled decide(FileCorrections command, LifeCase on) {
        on.requireOfHost(Role.HOST_HEAD, Role.INVESTIGATOR);
        return new CorrectionsFiled(
                command.project(),
                Words.required(command.document(), "document"),
                Words.required(command.explanation(), "explanation"));
    }

    CorrectionsCertified decide(CertifyCorrections command, LifeCase on) {
        on.requireTaken();
        on.requireBasis();
        TaskGraded held = grade;
        if (corrections == null || held == null) throw Refusal.of(ErrorCode.WRONG_STATE, "needed", "CORRECTIONS_FILED");
        if (!command.chair().equals(held.chair()))
            throw Refusal.of(ErrorCode.INVALID_INPUT, "expected", held.chair(), "value", command.chair())
                    .at("chair");
        if (command.certifiedOn().isBefore(held.gradedOn())
                || command.certifiedOn().isAfter(on.today()))
            throw Refusal.of(
                            ErrorCode.DATES_OUT_OF_ORDER,
                            "gradedOn",
                            held.gradedOn(),
                            "certifiedOn",
                            command.certifiedOn(),
                            "today",
                            on.today())
                    .at("certifiedOn");
        return new CorrectionsCertified(
                command.project(),
                command.chair(),
                command.certifiedOn(),
                Words.required(command.document(), "document"));
    }

    @Nullable
    TaskGraded grade() {
        return grade;
    }

    void evolve(LifeEvent.OfAcceptance event) {
        switch (event) {
            case SelfEvaluationFiled _ -> selfEvaluated = true;
            case AcceptanceDossierFiled e -> {
                filed = e;
                if (firstFiledOn == null) firstFiledOn = e.filedOn();
                checked = false;
                valid = false;
            }
            case AcceptanceDossierAccepted _ -> {
                checked = true;
                valid = true;
            }
            case AcceptanceDossierReturned _ -> checked = true;
            case CorrectionsFiled e -> corrections = e;
            case CorrectionsCertified _ -> corrections = null;
        }
    }

    void graded(TaskGraded holds) {
        grade = holds;
    }
}
