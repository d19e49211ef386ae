package vn.minhchung.budgets.write;

import java.util.ArrayList;
import java.util.List;
import vn.minhchung.budgets.LedgerAccount;
import vn.minhchung.budgets.LineChange;
import vn.minhchung.budgets.Posting;
import vn.minhchung.kernel.ProjectId;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.projects.FundSource;
import vn.minhchung.projects.LineCategory;

/** Postings of a task's own amounts, which belong to no year appropriation: always in pairs, zero amounts left out. */
final class TaskPostings {
    private final ProjectId project;
    private final List<Posting> postings = new ArrayList<>();

    private TaskPostings(ProjectId project) {
        this.project = project;
    }

    static TaskPostings of(ProjectId project) {
        return new TaskPostings(project);
    }

    TaskPostings approved(List<LineChange> lines) {
        for (LineChange line : lines)
            add(
                    LedgerAccount.APPROVED,
                    line.source(),
                    line.line(),
                    line.year(),
                    line.after().minus(line.before()));
        return this;
    }

    TaskPostings add(LedgerAccount account, FundSource source, LineCategory line, int year, Vnd amount) {
        if (amount.isZero()) return this;
        postings.add(posting(account, source, line, year, amount));
        postings.add(posting(account.counter(), source, line, year, amount.negate()));
        return this;
    }

    private Posting posting(LedgerAccount account, FundSource source, LineCategory line, int year, Vnd amount) {
        return new Posting(account, null, project, year, source, line, null, null, amount);
    }

    List<Posting> list() {
        return List.copyOf(postings);
    }
}
