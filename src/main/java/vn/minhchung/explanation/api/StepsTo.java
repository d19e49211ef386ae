package vn.minhchung.explanation.api;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.minhchung.audit.EventBook;
import vn.minhchung.audit.EventQuery;
import vn.minhchung.audit.EventView;
import vn.minhchung.audit.ValueThen;
import vn.minhchung.kernel.graphql.Answer;
import vn.minhchung.kernel.graphql.Answers;
import vn.minhchung.kernel.graphql.EventLookup;
import vn.minhchung.kernel.graphql.Viewer;
import vn.minhchung.kernel.view.Moment;
import vn.minhchung.kernel.view.Moments;
import vn.minhchung.kernel.view.Shown;

/**
 * Which events made a value what it is: the value is asked as of just before and just after every command that names the
 * object, so that the steps are the differences {@code asOf} shows. A value that changed in between, by an event that does
 * not name the object or by the day, is found by halving.
 */
@Component
final class StepsTo {
    /** Commands looked at, the newest; what was before is the value the first of them found. */
    private static final int MOST = 1_000;

    private static final int PORTION = 500;

    /** The platform's own notes, which are no events of anybody's, stand first in a command. */
    private static final int AHEAD = 20;

    private final EventBook events;
    private final EventLookup lookup;
    private final Answers answers;
    private final Moments moments;
    private final ExplainableFields fields;

    StepsTo(EventBook events, EventLookup lookup, Answers answers, Moments moments, ExplainableFields fields) {
        this.fields = fields;
        this.moments = moments;
        this.events = events;
        this.lookup = lookup;
        this.answers = answers;
    }

    ObjectExplained of(String object, String field, Moment moment, Viewer viewer, Locale language) {
        Walk walk = new Walk(
                object, List.of(field.split("\\.", -1)), fields.byDay(object, field), moment, viewer, language);
        List<ObjectExplained.Step> steps = walk.steps();
        return new ObjectExplained(
                moment,
                object,
                field,
                fields.description(object, field),
                ValueThen.of(walk.at(moment.position()), moment.position()),
                steps);
    }

    /**
     * One command whose events name the object.
     *
     * @param before the last position before it
     * @param after its last position
     * @param event one of its events
     */
    private record Command(long before, long after, EventView event) {}

    private final class Walk {
        private final String object;
        private final List<String> path;
        private final boolean byDay;
        private final Moment moment;
        private final Viewer viewer;
        private final Locale language;
        private final Map<Long, @Nullable Answer> values = new HashMap<>();

        Walk(String object, List<String> path, boolean byDay, Moment moment, Viewer viewer, Locale language) {
            this.object = object;
            this.path = path;
            this.byDay = byDay;
            this.moment = moment;
            this.viewer = viewer;
            this.language = language;
        }

        List<ObjectExplained.Step> steps() {
            List<Command> commands = commands();
            Set<Long> positions = new LinkedHashSet<>(List.of(moment.position()));
            for (Command command : commands) {
                positions.add(command.before());
                positions.add(command.after());
            }
            ask(positions);
            List<ObjectExplained.Step> steps = new ArrayList<>();
            // before the first event there is nothing, unless there are commands too long ago to be looked at
            long known = commands.size() < MOST ? 0 : commands.getFirst().before();
            for (Command command : commands) {
                between(known, command.before(), steps);
                step(command, steps);
                known = command.after();
            }
            between(known, moment.position(), steps);
            return steps;
        }

        private List<Command> commands() {
            Map<Long, Command> found = new LinkedHashMap<>();
            long after = 0;
            List<EventView> portion;
            do {
                portion = events.list(EventQuery.about(object), viewer, after, moment.position(), PORTION);
                for (EventView event : portion) {
                    after = event.position();
                    long before = event.position() - event.envelope().partNumber();
                    Command command =
                            new Command(before, before + event.envelope().parts(), event);
                    // of several, the first that is the object's own
                    found.merge(before, command, (one, other) -> own(one) || !own(other) ? one : other);
                    if (found.size() > MOST)
                        found.remove(found.keySet().iterator().next());
                }
            } while (portion.size() == PORTION);
            return List.copyOf(found.values());
        }

        private boolean own(Command command) {
            return command.event().stream().equals(object);
        }

        private void step(Command command, List<ObjectExplained.Step> steps) {
            Answer before = at(command.before());
            Answer after = at(command.after());
            if (Objects.equals(before, after)) return;
            Shown<EventView> event = new Shown<>(moment, command.event().id(), command.event());
            steps.add(new ObjectExplained.Step(
                    event, null, ValueThen.of(before, command.before()), ValueThen.of(after, command.after())));
        }

        /**
         * Changes by events that do not name the object, or by the day alone, as of the phases of a budget year: each that
         * led to what the value then was.
         */
        private void between(long from, long to, List<ObjectExplained.Step> steps) {
            Answer last = at(to);
            if (Objects.equals(at(from), last)) return;
            long other = from;
            long same = to;
            while (same - other > 1) {
                long middle = other + (same - other) / 2;
                if (Objects.equals(at(middle), last)) same = middle;
                else other = middle;
            }
            between(from, other, steps);
            LocalDate onDay = byDay ? newDay(other, same) : null;
            steps.add(new ObjectExplained.Step(
                    onDay == null ? firstOf(same) : null,
                    onDay,
                    ValueThen.of(at(other), other),
                    ValueThen.of(last, same)));
        }

        /** The day of a position, where it is another one than just before: then nothing but the day need have changed it. */
        private @Nullable LocalDate newDay(long before, long position) {
            LocalDate day = moments.at(position).map(Moment::day).orElse(null);
            return moments.at(before)
                            .map(Moment::day)
                            .filter(was -> !was.equals(day))
                            .isPresent()
                    ? day
                    : null;
        }

        /** A change is first seen at the first position of its command; the first event there that may be seen. */
        private @Nullable Shown<EventView> firstOf(long position) {
            for (Shown<?> shown : lookup.between(position, position + AHEAD, moment, viewer))
                if (shown.view() instanceof EventView event
                        && event.position() - event.envelope().partNumber() == position - 1)
                    return new Shown<>(moment, event.id(), event);
            return null;
        }

        @Nullable
        Answer at(long position) {
            if (!values.containsKey(position)) ask(List.of(position));
            return values.get(position);
        }

        private void ask(Collection<Long> positions) {
            List<Answers.Asked> asked = positions.stream()
                    .filter(position -> position > 0)
                    .map(position -> new Answers.Asked(object, position))
                    .toList();
            Map<Answers.Asked, Answer.Part> answered =
                    answers.of(asked, new Answers.Wanted(List.of(String.join(".", path)), true), viewer, language);
            for (Long position : positions)
                values.put(position, within(answered.get(new Answers.Asked(object, position))));
        }

        private @Nullable Answer within(Answer.@Nullable Part object) {
            Answer answer = object;
            for (String name : path) {
                if (!(answer instanceof Answer.Part part)) return null;
                Answer.Field field = part.fields().get(name);
                if (field == null) return null;
                answer = field.answer();
            }
            return answer;
        }
    }
}
