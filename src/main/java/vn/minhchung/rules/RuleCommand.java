package vn.minhchung.rules;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.command.Command;
import vn.minhchung.kernel.command.MayBeSentBy;

/** What may be asked of a rule family. Files only propose; everything that is in force was put there by one of these. */
public sealed interface RuleCommand extends Command {
    String family();

    @Override
    default String subject() {
        return RuleFamilyId.of(family()).value();
    }

    /**
     * Puts a proposed version in force. Taken by the director; or recorded by an officer or administrator from the
     * director's signed decision, and then in force once a second person confirms.
     *
     * @param sha256 of the content the decider saw ({@code RuleProposal.sha256}): other content is refused
     * @param leavesGap true to accept days between this version and its neighbour on which none is in force
     */
    @MayBeSentBy(
            mutation = "putRuleVersionInForce",
            creates = true,
            roles = {Role.DIRECTOR, Role.OFFICER, Role.ADMIN},
            deciders = {Role.DIRECTOR},
            seen = true)
    record PutRuleVersionInForce(String family, String version, String sha256, boolean leavesGap)
            implements RuleCommand {}

    /** A second person has compared the recorded decision with its document. */
    @MayBeSentBy(
            mutation = "confirmRuleVersion",
            roles = {Role.DIRECTOR, Role.OFFICER, Role.ADMIN},
            seen = true)
    record ConfirmRuleVersion(String family, String version) implements RuleCommand {}

    /**
     * The province's own figures inside what a national version leaves to it: a new version that goes before the national
     * one on its days. Recorded from the provincial decision, in force once confirmed; or taken by the committee.
     *
     * @param overrides the national version
     * @param parameters only those that differ
     */
    @MayBeSentBy(
            mutation = "overrideRuleVersion",
            creates = true,
            roles = {Role.COMMITTEE, Role.OFFICER, Role.ADMIN},
            deciders = {Role.COMMITTEE},
            seen = true)
    record OverrideRuleVersion(
            String family,
            String overrides,
            String version,
            Confidence confidence,
            LegalSource source,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            List<RuleParameter> parameters)
            implements RuleCommand {}

    /** Sets or brings forward the last day of a version: a later text replaced it. */
    @MayBeSentBy(
            mutation = "endRuleVersion",
            roles = {Role.DIRECTOR},
            seen = true)
    record EndRuleVersion(String family, String version, LocalDate lastDay) implements RuleCommand {}

    /** Takes a version out of use, on every date: it should not have been in force. What rested on it stays as it is. */
    @MayBeSentBy(
            mutation = "withdrawRuleVersion",
            roles = {Role.DIRECTOR},
            seen = true)
    record WithdrawRuleVersion(String family, String version) implements RuleCommand {}

    /** What happens when a rule of the family is broken. Sure law refuses whatever is set here. */
    @MayBeSentBy(
            mutation = "switchRule",
            roles = {Role.DIRECTOR},
            seen = true)
    record SwitchRule(String family, SwitchMode mode) implements RuleCommand {}
}
