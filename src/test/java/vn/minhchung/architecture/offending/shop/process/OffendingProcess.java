package vn.minhchung.architecture.offending.shop.process;

import vn.minhchung.architecture.offending.shop.write.OffendingDesk;

/** Knows the write side instead of sending a command. */
class OffendingProcess {
    private final OffendingDesk desk;

    OffendingProcess(OffendingDesk desk) {
        this.desk = desk;
    }

    @Override
    public String toString() {
        return desk.toString();
    }
}
