package vn.minhchung.budgets.write;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhchung.budgets.AppropriationKey;
import vn.minhchung.budgets.LedgerAccount;
import vn.minhchung.budgets.Posting;
import vn.minhchung.budgets.TreasuryPaperLine;
import vn.minhchung.kernel.AppropriationId;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.projects.FundSource;
import vn.minhchung.projects.LineCategory;

/** Builds the postings of an entry, always in pairs: the figure's account and its counter account. */
final class Postings {
    private final @Nullable AppropriationId appropriation;
    private final int year;
    private final @Nullable ProjectId project;
    private final @Nullable Integer tranche;
    private final List<Posting> postings = new ArrayList<>();

    private Postings(
            @Nullable AppropriationId appropriation, int year, @Nullable ProjectId project, @Nullable Integer tranche) {
        this.appropriation = appropriation;
        this.year = year;
        this.project = project;
        this.tranche = tranche;
    }

    static Postings ofUnit(AppropriationId appropriation, AppropriationKey code) {
        return new Postings(appropriation, code.year(), null, null);
    }

    static Postings ofTask(AppropriationId appropriation, AppropriationKey code, ProjectId project) {
        return new Postings(appropriation, code.year(), project, null);
    }

    static Postings ofTranche(AppropriationId appropriation, AppropriationKey code, ProjectId project, int tranche) {
        return ofTranche(appropriation, code.year(), project, tranche);
    }

    /** @param year budget year the postings are booked in */
    static Postings ofTranche(AppropriationId appropriation, int year, ProjectId project, int tranche) {
        return new Postings(appropriation, year, project, tranche);
    }

    /** Of no appropriation: paid before the system, or a claim on the host. */
    static Postings ofTaskInYear(int year, ProjectId project, @Nullable Integer tranche) {
        return new Postings(null, year, project, tranche);
    }

    /** A zero amount makes no posting. */
    Postings add(LedgerAccount account, Vnd amount) {
        return pair(account, FundSource.STATE_BUDGET, null, null, amount);
    }

    Postings add(LedgerAccount account, List<TreasuryPaperLine> lines) {
        lines.forEach(line -> pair(account, line.source(), line.line(), line.item(), line.amount()));
        return this;
    }

    /** A sum over several papers: its content is no longer one line's. */
    Postings add(LedgerAccount account, LineKey key, Vnd amount) {
        return pair(account, key.source(), key.line(), key.item(), amount);
    }

    /** Of a budget line of the task, all items together. */
    Postings add(LedgerAccount account, LineCategory line, Vnd amount) {
        return pair(account, FundSource.STATE_BUDGET, line, null, amount);
    }

    Postings takeBack(LedgerAccount account, List<TreasuryPaperLine> lines) {
        lines.forEach(line -> pair(
                account, line.source(), line.line(), line.item(), line.amount().negate()));
        return this;
    }

    /** Both in one entry, as where money moves from one budget string to another. */
    Postings and(Postings other) {
        postings.addAll(other.postings);
        return this;
    }

    List<Posting> list() {
        return List.copyOf(postings);
    }

    private Postings pair(
            LedgerAccount account, FundSource source, @Nullable LineCategory line, @Nullable String item, Vnd amount) {
        if (amount.isZero()) return this;
        Posting posting = new Posting(account, appropriation, project, year, source, line, item, tranche, amount);
        postings.add(posting);
        postings.add(new Posting(
                account.counter(),
                appropriation,
                project,
                year,
                source,
                posting.line(),
                posting.item(),
                tranche,
                amount.negate()));
        return this;
    }
}
