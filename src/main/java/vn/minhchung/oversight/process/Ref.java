package vn.minhchung.oversight.process;

import vn.minhchung.kernel.Recorded;

/** Which recorded event. */
record Ref(String id, long position) {
    static Ref of(Recorded event) {
        return new Ref(event.id().toString(), event.position());
    }
}
