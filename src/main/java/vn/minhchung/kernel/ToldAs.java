package vn.minhchung.kernel;

import java.util.Map;

/** A part of an event whose texts stand for amounts, days or objects: sentences tell these and not the texts. */
public interface ToldAs {
    /** By the name of the component; those left out are told as they stand. */
    Map<String, Object> toldAs();
}
