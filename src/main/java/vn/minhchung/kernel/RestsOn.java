package vn.minhchung.kernel;

import java.util.List;

/** An event that says itself what it rests on, beyond what its envelope names: evidence of its object has this too. */
public interface RestsOn {
    /** By which it was judged. */
    RuleRef rule();

    /** Ids of events, and of objects of which every event counts. */
    List<String> restsOn();
}
