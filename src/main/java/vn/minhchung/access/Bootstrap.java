package vn.minhchung.access;

import vn.minhchung.kernel.AccountId;
import vn.minhchung.kernel.Secret;

/** The first administrator of an empty system, a recorded event; every later account is made by an administrator. */
public interface Bootstrap {
    /** Repeated, it changes nothing and answers the same account. */
    AccountId administrator(String name, String login, Secret password);
}
