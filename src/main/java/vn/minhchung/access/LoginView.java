package vn.minhchung.access;

import vn.minhchung.kernel.AccountId;

/** Whose log-in name it is. */
public record LoginView(AccountId account) {}
