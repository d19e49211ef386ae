package vn.minhchung.kernel.graphql;

import java.util.Collection;
import java.util.Map;
import vn.minhchung.kernel.PersonalData;
import vn.minhchung.kernel.Sealed;

/**
 * Opens the personal texts of one operation together: {@code loader.batch(personalTexts, view.name())}. The key needs no
 * position: a ciphertext opens to the same text at every moment, or to none.
 */
public record PersonalTexts(PersonalData personalData) implements BatchSource<Sealed, String> {
    @Override
    public String name() {
        return "personal texts";
    }

    @Override
    public Map<Sealed, String> load(Collection<Sealed> keys) {
        return personalData.openAll(keys);
    }
}
