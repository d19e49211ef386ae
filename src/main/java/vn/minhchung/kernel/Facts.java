package vn.minhchung.kernel;

import java.util.LinkedHashMap;
import java.util.Map;

/** Named values of a refusal: what was limited, what was asked, what remains. Texts only, in a fixed order. */
public final class Facts {
    private Facts() {}

    public static Map<String, String> of(Object... namesAndValues) {
        Map<String, String> facts = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            facts.put(String.valueOf(namesAndValues[i]), String.valueOf(namesAndValues[i + 1]));
        }
        return facts;
    }
}
