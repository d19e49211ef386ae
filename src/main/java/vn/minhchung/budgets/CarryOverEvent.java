package vn.minhchung.budgets;

import java.time.LocalDate;
import java.util.List;
import vn.minhchung.kernel.AppropriationId;
import vn.minhchung.kernel.CarryOverId;
import vn.minhchung.kernel.DomainEvent;
import vn.minhchung.kernel.EventType;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.Vnd;

/** What happened to a carry-over. */
public sealed interface CarryOverEvent extends DomainEvent {
    CarryOverId carryOver();

    /**
     * The unit declared it.
     *
     * @param parts by task, and for advances by advance; empty where the appropriation is not split
     */
    @EventType(name = "budgets.CarryOverDeclared")
    record CarryOverDeclared(
            CarryOverId carryOver,
            CarryOverKind kind,
            AppropriationId appropriation,
            AppropriationKey code,
            Vnd amount,
            List<CarryOverPart> parts,
            String reason,
            LocalDate declaredOn)
            implements CarryOverEvent {}

    /** What the treasury confirmed was recorded; a second person compares it. */
    @EventType(name = "budgets.CarryOverConfirmationRecorded")
    record CarryOverConfirmationRecorded(
            CarryOverId carryOver, int year, Vnd amount, LocalDate confirmedOn, List<PersonId> recordedBy)
            implements CarryOverEvent {}

    /** The treasury's amount holds. */
    @EventType(name = "budgets.CarryOverConfirmed")
    record CarryOverConfirmed(CarryOverId carryOver, int year, Vnd amount, LocalDate confirmedOn)
            implements CarryOverEvent {}

    /**
     * The finance department's letter was recorded; a second person compares it.
     *
     * @param amount granted; zero when refused
     * @param parts of the declared ones those granted
     */
    @EventType(name = "budgets.CarryOverLetterRecorded")
    record CarryOverLetterRecorded(
            CarryOverId carryOver,
            int year,
            CarryOverOutcome outcome,
            Vnd amount,
            List<CarryOverPart> parts,
            String number,
            LocalDate effectiveOn,
            Evidence evidence,
            List<PersonId> recordedBy)
            implements CarryOverEvent {}

    /**
     * What was recorded does not agree with its paper: it waits as before.
     *
     * @param letter true for the finance department's letter, false for what the treasury confirmed
     */
    @EventType(name = "budgets.CarryOverRecordRejected")
    record CarryOverRecordRejected(CarryOverId carryOver, int year, boolean letter, String reason)
            implements CarryOverEvent {}

    /**
     * The finance department refused.
     *
     * @param parts declared; the advances among them come back
     * @param number of the letter
     */
    @EventType(name = "budgets.CarryOverRefused")
    record CarryOverRefused(
            CarryOverId carryOver, CarryOverKind kind, int year, Vnd amount, List<CarryOverPart> parts, String number)
            implements CarryOverEvent {}

    /** The unit took its declaration back. */
    @EventType(name = "budgets.CarryOverWithdrawn")
    record CarryOverWithdrawn(CarryOverId carryOver, int year, String reason) implements CarryOverEvent {}

    /**
     * The money left the year and stands in the next one: one entry with postings in both.
     *
     * @param into the next year's appropriation of the same code
     * @param number of the letter
     * @param parts what moved
     */
    @EventType(name = "budgets.CarriedOver")
    record CarriedOver(
            CarryOverId carryOver,
            CarryOverKind kind,
            AppropriationId appropriation,
            AppropriationId into,
            int year,
            Vnd amount,
            List<CarryOverPart> parts,
            String number,
            String entry,
            LocalDate effectiveOn,
            LocalDate postedOn,
            Evidence evidence,
            List<Posting> postings)
            implements CarryOverEvent, MoneyEvent {}
}
