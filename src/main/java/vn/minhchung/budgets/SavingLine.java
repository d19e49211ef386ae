package vn.minhchung.budgets;

import vn.minhchung.kernel.Vnd;
import vn.minhchung.projects.LineCategory;

/**
 * State money of one line and year that was not needed although all work was done.
 *
 * @param normed of materials and services: a norm fixed the item, which decides whether it was lump sum
 * @param amount above zero
 * @param workNotDone money of work on this line that was not done: it comes back and is no saving
 */
public record SavingLine(LineCategory line, int year, boolean normed, Vnd amount, Vnd workNotDone) {}
