package vn.minhchung.people;

import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.Sealed;

/**
 * Persons a record of another module is the first to name: registered with that record, in the same append, so that nobody
 * is named whose data cannot be corrected or erased.
 */
public interface NamedPersons {
    /** Registers the person by name alone; one who is registered already stays as recorded. */
    void register(PersonId person, Sealed name);
}
