package vn.minhchung.kernel.command;

import com.fasterxml.jackson.annotation.JsonIgnore;

/** What somebody asks for: a record of raw, typed values, in the imperative. */
public interface Command {
    /** The id of the object the command is about: what the answer shows, and what {@code seenAt} is compared on. */
    @JsonIgnore
    String subject();
}
