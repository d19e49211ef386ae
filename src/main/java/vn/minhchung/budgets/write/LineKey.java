package vn.minhchung.budgets.write;

import vn.minhchung.budgets.TreasuryPaperLine;
import vn.minhchung.projects.FundSource;
import vn.minhchung.projects.LineCategory;

/** What lines of two papers are compared by. */
record LineKey(LineCategory line, String item, FundSource source) {
    static LineKey of(TreasuryPaperLine line) {
        return new LineKey(line.line(), line.item(), line.source());
    }
}
