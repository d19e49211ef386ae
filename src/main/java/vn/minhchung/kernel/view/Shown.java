package vn.minhchung.kernel.view;

/**
 * A view record together with the moment it shows: the source object of every GraphQL field. Plain fields are read off the
 * record component of the same name.
 *
 * @param id the stable id
 */
public record Shown<V extends Record>(Moment moment, String id, V view) implements HasMoment {
    public String globalId() {
        return moment.idOf(id);
    }
}
