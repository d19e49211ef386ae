package vn.minhchung.kernel.graphql;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.Refusal;

/** A refusal as people read it, in Vietnamese or English. */
public interface RefusalTexts {
    /** What is wrong. */
    String message(Refusal refusal, Locale language);

    /** What would be lawful; null where nothing is to be done. */
    @Nullable
    String wayOut(Refusal refusal, Locale language);

    /** The facts: thousands stand apart, codes have their names. */
    Map<String, String> facts(Refusal refusal, Locale language);
}
