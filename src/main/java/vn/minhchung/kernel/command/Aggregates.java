package vn.minhchung.kernel.command;

import java.util.Collection;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.RuleRef;

/**
 * The aggregates a command handler decides on. Everything loaded here lives in the command's one unit of work: all events
 * of all aggregates are one append, or none are written; and none are when anything that was read here, asked or decided
 * on, has changed by then: the command is then decided again. Load in the order type, then id, so that two commands never
 * wait for each other, and before asking what changes often.
 */
public interface Aggregates {
    /** An existing aggregate. Refused with NOT_FOUND when its stream is empty. */
    <A> void on(Class<A> type, String id, Consumer<A> decide);

    /** As {@link #on}, and answers something about the state. */
    <A, R> R ask(Class<A> type, String id, Function<A, R> question);

    /** A new aggregate. Refused with ALREADY_EXISTS when its stream is not empty. */
    <A> void create(Class<A> type, String id, Consumer<A> decide);

    /** A guard that exists from its first use on: loaded or created. */
    <A> void guard(Class<A> type, String id, Consumer<A> decide);

    /** As {@link #ask} over a stream that may be empty: null then. */
    <A, R> @Nullable R peek(Class<A> type, String id, Function<A, R> question);

    /**
     * Many streams are about to be asked: they are read in one round trip, where the store can. Only those that are then
     * asked count as read. To be called after what is decided on is locked.
     */
    void ahead(Collection<String> ids);

    /** Rule versions the decision rests on: stored with every event of this command. */
    void restsOn(RuleRef rule);

    /** A rule of internal control set to "warn" was broken, or no version was in force. */
    void warn(String code, @Nullable RuleRef rule);

    /** The object the person acted on, where the command names it by one of its events: compared with {@code seenAt}. */
    void actsOn(String id);

    /** The event this command corrects, by event id. */
    void corrects(String eventId);

    /**
     * The recorded event this command confirms, the last one of its stream that matches: it stands as the cause of whatever
     * this command records, and so the second person stands with it.
     */
    <E> void confirms(String stream, Class<E> recorded, Predicate<? super E> which);
}
