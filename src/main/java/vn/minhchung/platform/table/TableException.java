package vn.minhchung.platform.table;

import vn.minhchung.kernel.table.TableProblem;
import vn.minhchung.kernel.text.Remark;

/** Carries a problem up to the reader's border; never leaves this package. */
final class TableException extends Exception {

    private final transient TableProblem problem;

    TableException(TableProblem problem) {
        super(problem.remark().toString());
        this.problem = problem;
    }

    TableException(Remark remark) {
        this(TableProblem.ofFile(remark));
    }

    TableProblem problem() {
        return problem;
    }
}
