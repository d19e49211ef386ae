package vn.minhchung.projects.write;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.Role;
import vn.minhchung.projects.HandedOver;
import vn.minhchung.projects.LifeCommand.HandOverAssets;
import vn.minhchung.projects.LifeCommand.LiquidateContract;
import vn.minhchung.projects.LifeCommand.RecogniseResults;
import vn.minhchung.projects.LifeCommand.RecordCertificate;
import vn.minhchung.projects.LifeCommand.RecordPublicity;
import vn.minhchung.projects.LifeEvent.AssetsHandedOver;
import vn.minhchung.projects.LifeEvent.ContractLiquidated;
import vn.minhchung.projects.LifeEvent.PublicityRecorded;
import vn.minhchung.projects.LifeEvent.ResultsRecognised;
import vn.minhchung.projects.LifeEvent.ResultsRegistered;
import vn.minhchung.projects.PublicityKind;
import vn.minhchung.rules.Applied;

/**
 * The end of a task: certificate, recognition, assets and rights, liquidation. A failed task has neither certificate nor
 * recognition, and is liquidated without them (domain notes 1.11.1).
 */
final class Completion {
    /** So long results and settlement stay posted. */
    static final String KEPT = "deadline.publicity-kept";

    private static final int MOST = 200;
    private static final Role[] AUTHORITY = {Role.OFFICER, Role.DIRECTOR, Role.COMMITTEE};

    private @Nullable ResultsRegistered certificate;
    private boolean assetsHandedOver;

    ResultsRegistered decide(RecordCertificate command, LifeCase on) {
        on.requireTaken();
        if (certificate != null) throw Refusal.of(ErrorCode.ALREADY_EXISTS, "certificate", certificate.certificate());
        requireNotAfterToday(command.issuedOn(), "issuedOn", on);
        return new ResultsRegistered(
                command.project(), Words.required(command.certificate(), "certificate"), command.issuedOn());
    }

    ResultsRecognised decide(RecogniseResults command, LifeCase on) {
        ApprovalDecision.requireCompetent(on.decision());
        on.requireBasis();
        requireCertificate();
        return new ResultsRecognised(command.project(), on.effectiveOn(), on.recordedBy(AUTHORITY));
    }

    AssetsHandedOver decide(HandOverAssets command, LifeCase on) {
        if (assetsHandedOver) throw Refusal.of(ErrorCode.WRONG_STATE, "state", "ASSETS_HANDED_OVER");
        on.requireMinutes();
        requireNotAfterToday(command.on(), "on", on);
        List<HandedOver> items = command.items();
        if (items.isEmpty() || items.size() > MOST)
            throw Refusal.of(ErrorCode.INVALID_INPUT, "expected", "1–%d items".formatted(MOST))
                    .at("items");
        return new AssetsHandedOver(
                command.project(),
                command.on(),
                items.stream().map(Completion::tidy).toList(),
                Words.required(command.rights(), "rights"),
                on.recordedBy(AUTHORITY));
    }

    private static HandedOver tidy(HandedOver item) {
        if (item.quantity() < 1)
            throw Refusal.of(ErrorCode.INVALID_INPUT, "expected", "1 or more", "value", item.quantity())
                    .at("items");
        if (item.manner().kept() == (item.receiver() == null))
            throw Refusal.of(
                            ErrorCode.INVALID_INPUT,
                            "expected",
                            item.manner().kept() ? "a receiver" : "no receiver",
                            "value",
                            item.manner())
                    .at("items");
        return new HandedOver(Words.required(item.item(), "items"), item.quantity(), item.manner(), item.receiver());
    }

    /** @param failed terminated or graded Không đạt: there is no certificate then */
    ContractLiquidated decide(LiquidateContract command, boolean failed, LifeCase on) {
        if (!assetsHandedOver) throw Refusal.of(ErrorCode.ASSETS_NOT_HANDED_OVER);
        if (!failed) requireCertificate();
        on.requireBasis();
        requireNotAfterToday(command.signedOn(), "signedOn", on);
        // The two parties to the minutes are two persons by their nature; no switch changes that.
        if (command.hostSignatory().equals(on.decision().decidedBy().person()))
            throw Refusal.of(ErrorCode.FOUR_EYES, "person", command.hostSignatory())
                    .at("hostSignatory");
        return new ContractLiquidated(
                command.project(),
                Words.required(command.number(), "number"),
                command.signedOn(),
                command.hostSignatory(),
                on.recordedBy(Role.OFFICER, Role.DEPUTY_DIRECTOR, Role.DIRECTOR));
    }

    static PublicityRecorded decide(RecordPublicity command, LifeCase on) {
        if (on.decision().actor().hasAny(java.util.Set.of(Role.OFFICER, Role.REGISTRAR))) on.requireTaken();
        else on.requireOfHost(Role.HOST_HEAD);
        requireNotAfterToday(command.postedOn(), "postedOn", on);
        if (command.kind() != PublicityKind.TASK_INFORMATION) requireLongEnough(command, on);
        return new PublicityRecorded(
                command.project(),
                command.kind(),
                command.postedOn(),
                command.until(),
                Words.required(command.place(), "place"));
    }

    /** Results and settlement stay posted; without a last day they stay for good. */
    private static void requireLongEnough(RecordPublicity command, LifeCase on) {
        LocalDate until = command.until();
        if (until == null) return;
        Applied rule = on.rules().on(KEPT, command.postedOn());
        rule.work("from", command.postedOn()).ifPresent(worked -> {
            LocalDate earliest = LocalDate.parse(worked.text("on"));
            rule.refuseUnless(!until.isBefore(earliest), ErrorCode.RULE_REFUSED, "limit", earliest, "actual", until);
        });
    }

    private void requireCertificate() {
        if (certificate == null) throw Refusal.of(ErrorCode.CERTIFICATE_MISSING);
    }

    private static void requireNotAfterToday(LocalDate day, String field, LifeCase on) {
        if (day.isAfter(on.today()))
            throw LifeCase.outOfOrder(field, day, "today", on.today()).at(field);
    }

    void registered(ResultsRegistered event) {
        certificate = event;
    }

    void handedOver() {
        assetsHandedOver = true;
    }
}
