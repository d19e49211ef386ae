package vn.minhchung.audit.api;

import org.springframework.stereotype.Component;
import vn.minhchung.kernel.PersonalData;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.Sealed;
import vn.minhchung.kernel.graphql.Viewer;

/** Personal texts as a viewer may read them: record officers, inspectors and the person; an erased one nobody. */
@Component
final class PersonalTextsShown {
    static final String MASKED = "[đã che]";

    private final PersonalData personalData;

    PersonalTextsShown(PersonalData personalData) {
        this.personalData = personalData;
    }

    /** Opened to tell also whether it was erased: that is no secret. */
    String of(Sealed personal, Viewer viewer) {
        String text = personalData.open(personal);
        return text.equals(PersonalData.ERASED) || mayRead(viewer, personal) ? text : MASKED;
    }

    /** A name that whoever sees the object may read. */
    String open(Sealed personal) {
        return personalData.open(personal);
    }

    private static boolean mayRead(Viewer viewer, Sealed personal) {
        return viewer.has(Role.INSPECTOR)
                || viewer.has(Role.OFFICER)
                || (viewer.actor() != null && viewer.actor().person().equals(personal.person()));
    }
}
