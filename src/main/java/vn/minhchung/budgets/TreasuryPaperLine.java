package vn.minhchung.budgets;

import vn.minhchung.kernel.Vnd;
import vn.minhchung.projects.FundSource;
import vn.minhchung.projects.LineCategory;

/**
 * One line of a withdrawal (Mẫu 07).
 *
 * @param line budget line of the task
 * @param item economic item (mục/tiểu mục), 4 digits, e.g. {@code 7017}
 * @param amount whole đồng, above zero
 * @param content what it is for, as printed
 */
public record TreasuryPaperLine(LineCategory line, String item, FundSource source, Vnd amount, String content) {}
