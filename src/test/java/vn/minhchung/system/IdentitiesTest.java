package vn.minhchung.system;

import org.junit.jupiter.api.Test;
import vn.minhchung.budgets.Invariants;
import vn.minhchung.demo.Cast;

/** The identities of contract.md 4 and the invariants of domain.md 2.8, over everything that is told. */
class IdentitiesTest {
    private final ToldStory story = ToldStory.once();

    @Test
    void they_hold_after_every_command_of_the_story_and_in_what_is_shown_of_it_now() {
        Invariants.of(story.system()).shown(story.system().as(Cast.INSPECTOR.login()));
    }
}
