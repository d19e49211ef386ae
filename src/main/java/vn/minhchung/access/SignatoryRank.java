package vn.minhchung.access;

/** HEAD: account holder or chief accountant. DEPUTY: one of those registered to sign for them. */
public enum SignatoryRank {
    HEAD,
    DEPUTY
}
