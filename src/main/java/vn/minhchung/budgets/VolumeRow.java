package vn.minhchung.budgets;

import vn.minhchung.kernel.Vnd;

/**
 * A row of a table of completed work (Mẫu 08a).
 *
 * @param content work as the contract names it
 * @param contractValue state money of it under the contract
 * @param completed value of what was completed in this period, above zero
 */
public record VolumeRow(String content, Vnd contractValue, Vnd completed) {}
