package vn.minhchung.budgets;

import vn.minhchung.kernel.DepositAccountId;
import vn.minhchung.kernel.OrganisationId;

/**
 * Who a withdrawal pays, copied from the deposit account so that signatures cover it.
 *
 * @param number as the treasury keeps it
 */
public record Payee(DepositAccountId depositAccount, OrganisationId holder, String number, String treasury) {}
