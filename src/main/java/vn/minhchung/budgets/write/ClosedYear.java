package vn.minhchung.budgets.write;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhchung.budgets.AppropriationKey;
import vn.minhchung.budgets.ClosedYearCommand.CorrectClosedYear;
import vn.minhchung.budgets.Correction;
import vn.minhchung.budgets.CorrectionLine;
import vn.minhchung.budgets.LedgerAccount;
import vn.minhchung.budgets.Posting;
import vn.minhchung.kernel.AppropriationId;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.kernel.text.PlainText;
import vn.minhchung.projects.FundSource;

/** Corrections of a closed year: what they may say, and what they post in the open one. */
final class ClosedYear {
    private ClosedYear() {}

    /** @param payment the lapsed withdrawal, where it is its payment that was missed */
    static Correction correction(CorrectClosedYear command, String of, @Nullable PaperTerms payment) {
        if (PlainText.saysNothing(command.document()))
            throw Refusal.of(ErrorCode.BASIS_REQUIRED).at("document");
        List<CorrectionLine> lines = payment == null ? changes(command) : paid(command, payment);
        return new Correction(
                of,
                command.payment(),
                command.voucherNumber(),
                command.executedOn(),
                lines,
                sum(lines),
                Acting.reason(command.reason()),
                command.document().strip());
    }

    /** Money the year is to be settled with more must have been paid: that needs the payment. */
    private static List<CorrectionLine> changes(CorrectClosedYear command) {
        if (command.voucherNumber() != null || command.executedOn() != null)
            throw Refusal.of(ErrorCode.INVALID_INPUT, "problem", "missing").at("payment");
        List<CorrectionLine> lines = command.lines();
        if (lines.isEmpty())
            throw Refusal.of(ErrorCode.INVALID_INPUT, "problem", "missing").at("lines");
        for (int i = 0; i < lines.size(); i++) {
            Lines.requireItem(lines.get(i).item(), "lines", Integer.toString(i));
            if (lines.get(i).change().isZero())
                throw Refusal.of(
                                ErrorCode.INVALID_INPUT,
                                "value",
                                lines.get(i).change().digits())
                        .at("lines", Integer.toString(i));
        }
        Limits.require(ErrorCode.CORRECTION_EXCEEDED, Vnd.ZERO, Vnd.ZERO, sum(lines), "lines");
        return lines;
    }

    private static List<CorrectionLine> paid(CorrectClosedYear command, PaperTerms payment) {
        if (!command.lines().isEmpty())
            throw Refusal.of(ErrorCode.INVALID_INPUT, "problem", "lines of the payment")
                    .at("lines");
        String voucher = command.voucherNumber();
        if (voucher == null || PlainText.saysNothing(voucher) || command.executedOn() == null)
            throw Refusal.of(ErrorCode.INVALID_INPUT, "problem", "missing").at("voucherNumber");
        return payment.lines().stream()
                .map(line -> new CorrectionLine(
                        payment.project(), payment.tranche(), line.line(), line.item(), line.amount()))
                .toList();
    }

    /** @param openYear the year that takes the postings; they stay with the closed appropriation, whose figures they change */
    static List<Posting> postings(
            Correction correction, AppropriationId appropriation, AppropriationKey code, int openYear) {
        AppropriationKey booked = new AppropriationKey(
                code.unit(), code.chapter(), code.sector(), code.sourceNature(), code.programme(), openYear);
        Postings postings = Postings.ofUnit(appropriation, booked);
        if (correction.payment() != null) {
            ProjectId task = correction.lines().getFirst().project();
            // what was cancelled with the closing had been spent
            postings.add(LedgerAccount.CANCELLED, correction.amount().negate())
                    .and(Postings.ofTask(appropriation, booked, task)
                            .add(LedgerAccount.ALLOCATED, correction.amount()));
            for (CorrectionLine line : correction.lines())
                postings.and(
                        of(line, appropriation, openYear).add(LedgerAccount.PAID_DIRECTLY, key(line), line.change()));
        }
        for (CorrectionLine line : correction.lines())
            postings.and(
                    of(line, appropriation, openYear).add(LedgerAccount.SETTLED_IN_YEAR, key(line), line.change()));
        return postings.list();
    }

    private static Postings of(CorrectionLine line, AppropriationId appropriation, int openYear) {
        return Postings.ofTranche(appropriation, openYear, line.project(), line.tranche());
    }

    /** Only state money runs through the treasury. */
    static LineKey key(CorrectionLine line) {
        return new LineKey(line.line(), line.item(), FundSource.STATE_BUDGET);
    }

    private static Vnd sum(List<CorrectionLine> lines) {
        return Vnd.sum(lines.stream().map(CorrectionLine::change).toList());
    }
}
