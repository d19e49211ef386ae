package vn.minhchung.rules;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.DomainEvent;
import vn.minhchung.kernel.EventType;
import vn.minhchung.kernel.PersonId;

/** What happened to a rule family. */
public sealed interface RuleEvent extends DomainEvent {
    String family();

    /**
     * The decision to put a version in force was recorded from its document; without effect until confirmed.
     *
     * @param content the whole version
     * @param sha256 of its canonical form, lower-case hex
     * @param overrides the national version it goes before; null for a version of its own right
     * @param recordedBy the recorder, everybody for whom the recorder acted, and the signatory of the paper
     */
    @EventType(name = "rules.RuleVersionRecorded")
    record RuleVersionRecorded(
            String family,
            RuleVersion content,
            String sha256,
            @Nullable String overrides,
            List<PersonId> recordedBy) implements RuleEvent {}

    /** A version is in force. The event holds it whole, so no file is needed to read the past. */
    @EventType(name = "rules.RuleVersionPutInForce")
    record RuleVersionPutInForce(
            String family,
            String version,
            RuleVersion content,
            String sha256,
            @Nullable String overrides) implements RuleEvent {}

    /** The last day of a version was set. */
    @EventType(name = "rules.RuleVersionEnded")
    record RuleVersionEnded(String family, String version, LocalDate lastDay) implements RuleEvent {}

    /** A version was taken out of use on every date. */
    @EventType(name = "rules.RuleVersionWithdrawn")
    record RuleVersionWithdrawn(String family, String version) implements RuleEvent {}

    /** The director set what happens when a rule of the family is broken. */
    @EventType(name = "rules.RuleSwitched")
    record RuleSwitched(String family, SwitchMode mode, SwitchMode before) implements RuleEvent {}
}
