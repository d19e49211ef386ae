package vn.minhchung.architecture.offending.platform;

import vn.minhchung.architecture.offending.shop.Sold;

/** A platform that knows a business module. */
class OffendingPlatform {
    private final Sold sold;

    OffendingPlatform(Sold sold) {
        this.sold = sold;
    }

    @Override
    public String toString() {
        return sold.toString();
    }
}
