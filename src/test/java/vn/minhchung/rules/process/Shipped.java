package vn.minhchung.rules.process;

import vn.minhchung.rules.RuleProposals;

/** The shipped rule versions, for tests of modules that decide by them. */
public final class Shipped {
    public static final RuleProposals PROPOSALS = new ShippedRules();

    private Shipped() {}
}
