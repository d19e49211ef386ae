package vn.minhchung.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoryPlanTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 20})
    void every_turn_is_remembered_on_both_sides_and_so_many_moments_are_drawn(long seed) {
        StoryPlan plan = StoryPlan.drawn(seed, 2_000, 200);

        assertThat(plan.turns().values()).contains(StoryPlan.Turn.values());
        assertThat(plan.turns().keySet())
                .allSatisfy(number -> assertThat(plan.moments()).contains(number - 1, number));
        assertThat(plan.moments()).as("and one before the first event").hasSize(199);
        assertThat(plan.moments().first()).isNotNegative();
        assertThat(plan.moments().last()).isLessThanOrEqualTo(2_000);
        assertThat(StoryPlan.drawn(seed, 2_000, 200)).isEqualTo(plan);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 20})
    void turns_leave_room_for_what_prepares_them(long seed) {
        List<Integer> numbers =
                List.copyOf(StoryPlan.drawn(seed, 2_000, 200).turns().keySet());

        assertThat(numbers.getFirst()).isGreaterThan(RandomTurns.LONGEST_PREPARATION);
        for (int i = 1; i < numbers.size(); i++)
            assertThat(numbers.get(i) - numbers.get(i - 1)).isGreaterThan(RandomTurns.LONGEST_PREPARATION);
        assertThat(StoryPlan.drawn(seed + 100, 2_000, 200)).isNotEqualTo(StoryPlan.drawn(seed, 2_000, 200));
    }
}
